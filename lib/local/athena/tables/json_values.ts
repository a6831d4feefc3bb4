/**
 * Records of JSON in the form of their columns' types, as OpenX's and Hive's SerDes give them.
 * @module
 */
import { type JsonValue, parseJson, RepeatedKey, type Unique } from "../engine/text/json_text.ts";
import { QueryError } from "../errors.ts";
import { hiveName } from "../types/names.ts";
import type { Type } from "../types/types.ts";
import type { Format } from "./format.ts";
import { decimalJson, doubleJson, hiveScalar, isDecimal, wholeJson } from "./scalars.ts";
import { scalarJson } from "./values.ts";

type Column = { name: string; type: Type };

class BadValue extends Error {}

/** Makes a reader of JSON records: gives each as an object of the columns' values by number. */
export function jsonRecord(
  columns: readonly (Column & { read: boolean })[],
  format: Extract<Format, { kind: "json" }>,
): (line: string) => string {
  const told = (key: string) => {
    const name = format.dotsInKeys ? key.replaceAll(".", "_") : key;
    return format.caseSensitive ? name : name.toLowerCase();
  };
  // Neither SerDe takes a record in which a key comes twice.
  const unique = format.caseSensitive || format.cloudTrail ? "exact" : "folded";
  const convert = format.hive && !format.cloudTrail ? hiveValue : valueJson;
  const wanted = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    if (column.read) wanted.set(told(format.mapping.get(column.name) ?? column.name), i);
  }
  return (line) => {
    if (line.trim() === "" && !format.hive) return "{}";
    const record = parseRecord(line, unique);
    const parts = new Array<string>(columns.length).fill("");
    for (const [key, value] of record) {
      const i = wanted.get(told(key));
      if (i === undefined || value === null) continue;
      const column = columns[i] as Column;
      try {
        parts[i] = `"${i}":${convert(value, column.type)}`;
      } catch (error) {
        if (!(error instanceof BadValue)) throw error;
        if (format.nullForInvalid) continue;
        throw new QueryError(
          "HIVE_BAD_DATA",
          `Error Parsing a column in the table: Cannot read the value ${error.message} of column ${column.name} as ${
            hiveName(column.type)
          }`,
        );
      }
    }
    return `{${parts.filter((part) => part !== "").join(",")}}`;
  };
}

function parseRecord(line: string, unique: Unique): Map<string, JsonValue> {
  let value: JsonValue;
  try {
    value = parseJson(line, unique);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const reason = error instanceof RepeatedKey ? `Duplicate key "${said}"` : said;
    throw new QueryError(
      "HIVE_CURSOR_ERROR",
      `Row is not a valid JSON Object - JSONException: ${reason}`,
    );
  }
  if (value instanceof Map) return value;
  throw new QueryError(
    "HIVE_CURSOR_ERROR",
    "Row is not a valid JSON Object - JSONException: A JSONObject text must begin with '{' at 1 [character 2 line 1]",
  );
}

type Convert = (value: JsonValue, type: Type) => string;

/** A value as OpenX's SerDe takes it: what is no string can be text, and an array a row. */
function valueJson(value: JsonValue, type: Type): string {
  if (value === null) return "null";
  if (type.kind === "row" && Array.isArray(value)) {
    return `{${
      type.fields.map((field, i) => `"_${i}":${valueJson(value[i] ?? null, field.type)}`).join(",")
    }}`;
  }
  if (isNested(type)) return nestedJson(value, type, valueJson);
  if (Array.isArray(value) || value instanceof Map) {
    if (type.kind === "varchar") return scalarJson(plain(value), type)!;
    throw new BadValue(plain(value));
  }
  const text = typeof value === "object" ? value.number : String(value);
  if (type.kind === "boolean") return String(text.toLowerCase() === "true");
  const json = scalarJson(text, type);
  if (json === undefined) throw new BadValue(JSON.stringify(text));
  return json;
}

/** A value as Hive's SerDe takes it: numbers are no strings, and lose what is behind the point. */
function hiveValue(value: JsonValue, type: Type): string {
  if (value === null) return "null";
  if (isNested(type)) return nestedJson(value, type, hiveValue);
  if (Array.isArray(value) || value instanceof Map) throw new BadValue(plain(value));
  const number = typeof value === "object" ? value.number : undefined;
  const text = number ?? String(value);
  const json = hiveJson(text, number !== undefined, type);
  if (json === undefined) throw new BadValue(JSON.stringify(text));
  return json;
}

function hiveJson(text: string, isNumber: boolean, type: Type): string | undefined {
  switch (type.kind) {
    case "boolean":
      return String(text.toLowerCase() === "true");
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint": {
      const whole = isNumber ? truncated(text) : undefined;
      return whole === undefined ? undefined : wholeJson(whole, type.kind);
    }
    case "real":
    case "double":
      // A whole number has no negative zero.
      return isNumber ? doubleJson(text === "-0" ? "0" : text) : undefined;
    case "decimal":
      return isDecimal(text) ? decimalJson(text, type) : "null";
    case "date":
    case "timestamp":
      return hiveScalar(text, type);
    default:
      return scalarJson(text, type);
  }
}

/** A number without what is behind its point, where it is not past all types. */
function truncated(text: string): string | undefined {
  if (!/[.eE]/.test(text)) return text;
  const value = Math.trunc(Number(text));
  return Math.abs(value) < 2 ** 63 ? String(BigInt(value)) : undefined;
}

type Nested = Extract<Type, { kind: "array" | "map" | "row" }>;

function isNested(type: Type): type is Nested {
  return type.kind === "array" || type.kind === "map" || type.kind === "row";
}

/** Arrays, maps and rows, with the names that rows have inside. */
function nestedJson(value: JsonValue, type: Nested, valueJson: Convert): string {
  if (type.kind === "array") {
    if (!Array.isArray(value)) throw new BadValue(plain(value));
    return `[${value.map((item) => valueJson(item, type.element)).join(",")}]`;
  }
  if (type.kind === "map") {
    if (!(value instanceof Map)) throw new BadValue(plain(value));
    return `{${
      [...value].map(([key, item]) => `${JSON.stringify(key)}:${valueJson(item, type.value)}`).join(
        ",",
      )
    }}`;
  }
  if (!(value instanceof Map)) throw new BadValue(plain(value));
  const lower = new Map([...value].map(([key, item]) => [key.toLowerCase(), item]));
  return `{${
    type.fields.map((field, i) =>
      `"_${i}":${valueJson(lower.get(field.name ?? "") ?? null, field.type)}`
    ).join(",")
  }}`;
}

/** JSON text of a value, numbers as they were written. */
export function plain(value: JsonValue): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plain).join(",")}]`;
  if (value instanceof Map) {
    return `{${
      [...value].map(([key, item]) => `${JSON.stringify(key)}:${plain(item)}`).join(",")
    }}`;
  }
  return value.number;
}
