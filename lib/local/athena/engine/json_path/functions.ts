/**
 * JSON_EXISTS, JSON_VALUE, JSON_QUERY, JSON_OBJECT and JSON_ARRAY over values as DuckDB hands them.
 * @module
 */
import { QueryError } from "../../errors.ts";
import { decimalText, doubleText, realText, scientificText } from "../../types/numbers.ts";
import { isInteger, type Type, typeName } from "../../types/types.ts";
import { parseFirst } from "../text/json_text.ts";
import type { JsonPath } from "./ast.ts";
import { evaluatePath } from "./evaluate.ts";
import { type Item, MISSING, PathError, Scalar, scalarOf } from "./items.ts";
import { indexOf, toNumber } from "./numbers.ts";
import { objectOrder } from "./object_order.ts";
import { parsePath } from "./parse.ts";
import { writeItem, writeScalar } from "./write.ts";

/** A value that is handed over as text: JSON, or of a SQL type. */
export type Passed = Type | "json";

/** What a call of a function that evaluates a path says. */
export interface PathCall {
  name: "JSON_EXISTS" | "JSON_VALUE" | "JSON_QUERY";
  path: string;
  /** Names and types of the values that are passed. */
  names: string[];
  types: Passed[];
  onEmpty: string;
  onError: string;
  /** JSON_VALUE: the type asked for. */
  returns?: Type;
  /** JSON_QUERY */
  wrapper?: string;
  omitQuotes?: boolean;
}

/** What a call of JSON_OBJECT or JSON_ARRAY says. */
export interface MakeCall {
  name: "JSON_OBJECT" | "JSON_ARRAY";
  types: Passed[];
  nulls: boolean;
  unique: boolean;
}

class InputError extends QueryError {
  constructor(message = "") {
    super("JSON_INPUT_CONVERSION_ERROR", `conversion to JSON failed: ${message}`);
  }
}

/** Reads JSON; a text without a value is one that is missing. */
function readJson(text: string): Item {
  if (/^[ \t\r\n]*$/.test(text)) return MISSING;
  try {
    return parseFirst(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError();
    throw error;
  }
}

/** A SQL value from its text. */
function readScalar(text: string, type: Type): Scalar {
  if (type.kind === "boolean") return new Scalar(type, text === "true");
  if (type.kind === "double" || type.kind === "real") return new Scalar(type, Number(text));
  if (isInteger(type)) return new Scalar(type, BigInt(text));
  if (type.kind === "decimal") return new Scalar(type, BigInt(text.replace(".", "")));
  return new Scalar(type, text);
}

/** What a variable stands for. */
function passedItems(text: string | null, type: Passed): Item[] {
  if (type === "json") return text === null ? [] : [readJson(text)];
  return [text === null ? null : readScalar(text, type)];
}

interface Prepared<T> {
  call: T;
  path?: JsonPath;
}

const prepared = new Map<string, Prepared<PathCall | MakeCall>>();

/** A call from its text, which is the same for all rows. */
function prepare<T extends PathCall | MakeCall>(text: string): Prepared<T> {
  let found = prepared.get(text);
  if (!found) {
    const call = JSON.parse(text) as T;
    found = "path" in call ? { call, path: parsePath(call.path) } : { call };
    if (prepared.size > 1000) prepared.clear();
    prepared.set(text, found);
  }
  return found as Prepared<T>;
}

/** What the path finds; the error where it fails, or what it is read from. */
function find(
  { call, path }: Prepared<PathCall>,
  input: string,
  passed: string,
): Item[] | QueryError {
  try {
    const context = readJson(input);
    const values = JSON.parse(passed) as (string | null)[];
    const variables = new Map(
      call.names.map((name, i) =>
        [name, passedItems(values[i] as string | null, call.types[i] as Passed)] as const
      ),
    );
    return evaluatePath(path as JsonPath, context, variables);
  } catch (error) {
    if (error instanceof PathError || error instanceof InputError) return error;
    throw error;
  }
}

/** `JSON_EXISTS` */
export function jsonExists(input: string, text: string, passed: string): boolean | null {
  const call = prepare<PathCall>(text);
  const found = find(call, input, passed);
  if (Array.isArray(found)) return found.length > 0;
  const { onError } = call.call;
  if (onError === "ERROR") throw found;
  return onError === "UNKNOWN" ? null : onError === "TRUE";
}

/** `JSON_QUERY` */
export function jsonQuery(input: string, text: string, passed: string): string | null {
  const { call, path } = prepare<PathCall>(text);
  const special = (behavior: string, error: QueryError): string | null => {
    if (behavior === "ERROR") throw error;
    return behavior === "NULL" ? null : behavior === "EMPTY ARRAY" ? "[]" : "{}";
  };
  const outputError = (message: string) =>
    new QueryError("JSON_OUTPUT_CONVERSION_ERROR", `conversion from JSON failed: ${message}`);
  const found = find({ call, ...(path ? { path } : {}) }, input, passed);
  if (!Array.isArray(found)) return special(call.onError, found);
  const [first] = found;
  if (first === undefined) return special(call.onEmpty, outputError("JSON path found no items"));
  const whole = found.length === 1 && (Array.isArray(first) || first instanceof Map);
  if (call.wrapper === "UNCONDITIONAL" || (call.wrapper === "CONDITIONAL" && !whole)) {
    return `[${found.map(writeItem).join(",")}]`;
  }
  if (found.length > 1) return special(call.onError, outputError("JSON path found multiple items"));
  const plain = first instanceof Scalar ? first.value : first;
  return call.omitQuotes && typeof plain === "string" ? plain : writeItem(first);
}

/** A value that JSON_VALUE gives is marked so. */
const VALUE = "v";
/** The value that is asked for where nothing is found, or where there is an error. */
const [EMPTY, ERROR] = ["E", "R"];

/**
 * `JSON_VALUE`
 *
 * @returns `v` and the text, where a text is asked for; else `v`, what the value is kept in, its type,
 * and the value, each after `|`; `E` or `R` where a value of its own is asked for
 */
export function jsonValue(input: string, text: string, passed: string): string | null {
  const call = prepare<PathCall>(text);
  const { onEmpty, onError, returns } = call.call;
  const special = (behavior: string, mark: string, error: QueryError): string | null => {
    if (behavior === "ERROR") throw error;
    return behavior === "NULL" ? null : mark;
  };
  const fails = (message: string) =>
    special(
      onError,
      ERROR as string,
      new QueryError(
        "JSON_VALUE_RESULT_ERROR",
        `cannot extract SQL scalar from JSON: ${message}`,
      ),
    );
  const found = find(call, input, passed);
  if (!Array.isArray(found)) return special(onError, ERROR as string, found);
  if (found.length === 0) {
    const message = "cannot extract SQL scalar from JSON: JSON path found no items";
    return special(onEmpty, EMPTY as string, new QueryError("JSON_VALUE_RESULT_ERROR", message));
  }
  if (found.length > 1) return fails("JSON path found multiple items");
  const [item] = found as [Item];
  if (item === null) return null;
  const scalar = sqlValue(item);
  if (!scalar) return fails("JSON path found an item that cannot be converted to an SQL value");
  if (returns?.kind === "varchar") {
    const value = fitted(scalar, returns.length);
    return value === undefined ? fails(cannotCast(scalar, returns)) : VALUE + value;
  }
  return VALUE + stored(scalar, returns as Type);
}

function sqlValue(item: Item): Scalar | undefined {
  try {
    return scalarOf(item);
  } catch (error) {
    if (error instanceof PathError) return undefined;
    throw error;
  }
}

function cannotCast({ type }: Scalar, returns: Type): string {
  return `Cannot cast value of type ${typeName(type)} to declared return type of function ` +
    `JSON_VALUE: ${typeName(returns)}`;
}

/** A SQL value cast to varchar. */
function castText({ type, value }: Scalar): string {
  if (typeof value === "number") {
    return scientificText(type.kind === "real" ? realText(value) : doubleText(value));
  }
  if (typeof value === "bigint" && type.kind === "decimal") return decimalText(value, type.scale);
  return String(value);
}

/** A SQL value as a text of so many characters: texts are cut, others have room or not. */
function fitted(scalar: Scalar, length: number | undefined): string | undefined {
  const text = castText(scalar);
  if (length === undefined || [...text].length <= length) return text;
  if (typeof scalar.value === "boolean") {
    const message = `Value [${text}] does not fit in type varchar(${length})`;
    throw new QueryError("GENERIC_INTERNAL_ERROR", message);
  }
  return typeof scalar.value === "string" ? [...text].slice(0, length).join("") : undefined;
}

/** A SQL value in one of four types, from which it is cast to the type asked for. */
function stored(scalar: Scalar, returns: Type): string {
  const { type, value } = scalar;
  const shown = (kind: string, text: string) => `|${kind}|${typeName(type)}|${text}`;
  if (typeof value === "boolean") return shown("boolean", String(value));
  if (typeof value === "string") return shown("varchar", value);
  if (typeof value === "number") {
    if (type.kind === "real" && returns.kind === "decimal") {
      throw new QueryError("NOT_SUPPORTED", "JSON_VALUE of a real as a decimal is not supported");
    }
    return shown("double", doubleText(value));
  }
  if (type.kind !== "decimal") return shown("bigint", String(value));
  if (returns.kind === "decimal") return shown("varchar", decimalText(value, type.scale));
  return isInteger(returns)
    ? shown("bigint", String(indexOf(scalar)))
    : shown("double", doubleText(toNumber(scalar)));
}

/** `JSON_ARRAY`: of texts, each of the type that the call says. */
export function jsonArray(text: string, values: string): string {
  const { call } = prepare<MakeCall>(text);
  const given = JSON.parse(values) as (string | null)[];
  const parts = given.map((value, i) => written(value, call.types[i] as Passed));
  return `[${
    parts.filter((part) => call.nulls || part !== null).map((part) => part ?? "null").join(",")
  }]`;
}

/** `JSON_OBJECT` */
export function jsonObject(text: string, keys: string, values: string): string {
  const { call } = prepare<MakeCall>(text);
  const given = JSON.parse(values) as (string | null)[];
  const members = new Map<string, string>();
  for (const [i, key] of (JSON.parse(keys) as (string | null)[]).entries()) {
    if (key === null) {
      throw new QueryError(
        "INVALID_FUNCTION_ARGUMENT",
        "null value passed for JSON object key to JSON_OBJECT function",
      );
    }
    const value = written(given[i] as string | null, call.types[i] as Passed);
    if (value === null && !call.nulls) continue;
    if (members.has(key)) {
      throw call.unique
        ? new QueryError(
          "INVALID_FUNCTION_ARGUMENT",
          "duplicate key passed to JSON_OBJECT function",
        )
        : new QueryError("NOT_SUPPORTED", "cannot construct a JSON object with duplicate key");
    }
    members.set(key, value ?? "null");
  }
  const ordered = objectOrder([...members.keys()]);
  return `{${ordered.map((key) => `${writeItem(key)}:${members.get(key)}`).join(",")}}`;
}

/** A value as JSON text; NULL is null. */
function written(value: string | null, type: Passed): string | null {
  if (value === null) return null;
  return type === "json" ? writeItem(readJson(value)) : writeScalar(readScalar(value, type));
}
