/**
 * What paths find: parts of a JSON document, and SQL values.
 * @module
 */
import { QueryError } from "../../errors.ts";
import { BIGINT, BOOLEAN, DOUBLE, INTEGER, type Type, VARCHAR } from "../../types/types.ts";
import type { JsonValue } from "../text/json_text.ts";

/** A SQL value; a decimal is its digits as a whole number. */
export class Scalar {
  constructor(readonly type: Type, readonly value: bigint | number | string | boolean) {}
}

/** What a text without a value is: neither NULL nor anything else. */
export const MISSING = Symbol("missing");

/** An item of a sequence. */
export type Item = JsonValue | Scalar | typeof MISSING;

/** A path that could not be evaluated. */
export class PathError extends QueryError {
  constructor(message = "") {
    super("PATH_EVALUATION_ERROR", `path evaluation failed: ${message}`);
  }
}

/** The error of an item of another type than expected. */
export function itemTypeError(expected: string, actual: string): PathError {
  return new PathError(`invalid item type. Expected: ${expected}, actual: ${actual}`);
}

/** Whether an item is a number of the document. */
export function isNumber(item: Item): item is { number: string } {
  return typeof item === "object" && item !== null && "number" in item;
}

/** The type of a part of a document, as messages name it. */
export function nodeType(item: Exclude<Item, Scalar>): string {
  if (item === MISSING) return "MISSING";
  if (item === null) return "NULL";
  if (Array.isArray(item)) return "ARRAY";
  if (item instanceof Map) return "OBJECT";
  return typeof item === "boolean" ? "BOOLEAN" : typeof item === "string" ? "STRING" : "NUMBER";
}

/** A number of a document that has no SQL value. */
export class TooBig extends PathError {}

/**
 * The SQL value of a scalar of a document; nothing for what is none.
 *
 * @throws {TooBig}
 */
export function scalarOf(item: Item): Scalar | undefined {
  if (item instanceof Scalar) return item;
  if (typeof item === "boolean") return new Scalar(BOOLEAN, item);
  if (typeof item === "string") return new Scalar(VARCHAR, item);
  if (!isNumber(item)) return undefined;
  if (!/^-?\d+$/.test(item.number)) return new Scalar(DOUBLE, Number(item.number));
  const value = BigInt(item.number);
  if (BigInt.asIntN(64, value) !== value) throw new TooBig();
  return new Scalar(BigInt.asIntN(32, value) === value ? INTEGER : BIGINT, value);
}

/** Sequences in which arrays are replaced by their elements, as in lax mode. */
export function unwrapped(items: readonly Item[]): Item[] {
  return items.flatMap((item): Item[] => Array.isArray(item) ? item : [item]);
}
