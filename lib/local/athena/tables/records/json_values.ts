/**
 * Records of JSON in the form of their columns' types, as OpenX's and Hive's SerDes give them.
 * @module
 */
import { type JsonValue, parseJson, RepeatedKey } from "../../engine/text/json_text.ts";
import { QueryError } from "../../errors.ts";
import { hiveName } from "../../types/names.ts";
import type { Type } from "../../types/types.ts";
import { type JsonFormat, keysOf } from "../format.ts";
import { BadValue, isNested, nestedJson, plain } from "./json_nested.ts";
import { parseOpenxRecord, trimmed } from "./openx_json.ts";
import { openxValues } from "./openx_values.ts";
import { scalarJson } from "./scalar_values.ts";
import { decimalJson, doubleJson, hiveScalar, isDecimal, wholeJson } from "./scalars.ts";

type Column = { name: string; type: Type };

/** Makes a reader of JSON records: gives each as an object of the columns' values by number. */
export function jsonRecord(
  columns: readonly (Column & { read: boolean })[],
  format: JsonFormat,
): (line: string) => string {
  const told = keysOf(format);
  const read = recordReader(format);
  const convert = format.hive && !format.cloudTrail ? hiveValue : openxValues(format);
  const wanted = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    if (column.read) wanted.set(told(format.mapping.get(column.name) ?? column.name), i);
  }
  return (line) => {
    if (line.trim() === "" && !format.hive) return "{}";
    const record = parseRecord(line, read);
    const parts = new Array<string>(columns.length).fill("");
    for (const [key, value] of record) {
      const i = wanted.get(told(key));
      if (i === undefined || value === null) continue;
      if (format.dotsInKeys && key.includes(".") && parts[i] !== "") continue;
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

/** Neither SerDe takes a record in which a key comes twice. */
function recordReader(
  { hive, cloudTrail, caseSensitive }: JsonFormat,
): (line: string) => JsonValue {
  if (cloudTrail) return (line) => parseJson(line, "exact");
  if (hive) return (line) => parseJson(line, caseSensitive ? "exact" : "folded");
  const told = caseSensitive ? (key: string) => key : (key: string) => key.toLowerCase();
  return (line) => parseOpenxRecord(trimmed(line), told);
}

function parseRecord(line: string, read: (line: string) => JsonValue): Map<string, JsonValue> {
  let value: JsonValue;
  try {
    value = read(line);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const reason = error instanceof RepeatedKey ? `Duplicate key "${said}"` : said;
    throw notValid(reason);
  }
  if (value instanceof Map) return value;
  throw notValid("A JSONObject text must begin with '{' at 1 [character 2 line 1]");
}

function notValid(reason: string): QueryError {
  return new QueryError(
    "HIVE_CURSOR_ERROR",
    `Row is not a valid JSON Object - JSONException: ${reason}`,
  );
}

const HIVE_KEYS = { told: (key: string) => key.toLowerCase(), named: (field: string) => field };

/** A value as Hive's SerDe takes it: numbers are no strings, and lose what is behind the point. */
function hiveValue(value: JsonValue, type: Type): string {
  if (value === null) return "null";
  if (isNested(type)) return nestedJson(value, type, hiveValue, HIVE_KEYS);
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
