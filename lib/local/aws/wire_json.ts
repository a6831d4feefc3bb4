/**
 * JSON as the AWS JSON protocol writes it: times in epoch seconds, blobs in base64, and integers of
 * any size with all of their digits.
 * @module
 */
import { Buffer } from "node:buffer";
import { parseExactly } from "../../exact_json.ts";

/** Digits that a double may not hold. */
const LONG_DIGITS = /\d{16}/;

/** An integer that a double does not hold, as raw JSON. */
export interface ExactInteger {
  readonly rawJSON: string;
}

/**
 * Parses JSON; an integer that a double does not hold becomes an {@linkcode ExactInteger}.
 *
 * @param text The JSON
 * @returns The value
 * @throws {SyntaxError} The text is not JSON
 */
export function parseWire(text: string): unknown {
  if (!LONG_DIGITS.test(text)) return JSON.parse(text);
  return parseExactly(
    text,
    (value, digits) => /^-?\d+$/.test(digits) && !Number.isSafeInteger(value),
  );
}

/** Writes a value as it goes over the wire. */
export function stringifyWire(value: unknown): string {
  return JSON.stringify(value, wireValue);
}

/** Tells whether a value that was parsed is an integer with all of its digits. */
export function isExactInteger(value: unknown): value is ExactInteger {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null &&
    "rawJSON" in value;
}

function wireValue(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  if (original instanceof Date) return original.getTime() / 1000;
  if (original instanceof Uint8Array) return Buffer.from(original).toString("base64");
  if (typeof value === "bigint") return Number(value);
  return value;
}
