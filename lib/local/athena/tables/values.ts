/**
 * Values of text and JSON records in the form of their columns' types.
 * Rules: Trino's readers of the OpenX JSON, LazySimple and OpenCSV SerDes, on which Athena builds.
 * @module
 */
import { parseTimestamp } from "../engine/times.ts";
import { type JsonValue, parseJson, RepeatedKey, type Unique } from "../engine/json_text.ts";
import { QueryError } from "../errors.ts";
import type { Format } from "./format.ts";
import { unescaped } from "./text_records.ts";
import { hiveName } from "../types/names.ts";
import type { Type } from "../types/types.ts";
import { dayJson, decimalJson, doubleJson, hiveScalar, timeJson, wholeJson } from "./scalars.ts";

type Column = { name: string; type: Type };

class BadValue extends Error {}

/** Text of a scalar as JSON of its type; nothing for what is no such value. */
function scalarJson(text: string, type: Type): string | undefined {
  switch (type.kind) {
    case "varchar":
      return JSON.stringify(
        type.length === undefined ? text : [...text].slice(0, type.length).join(""),
      );
    case "boolean":
      return /^(true|false)$/i.test(text) ? text.toLowerCase() : undefined;
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
      return /^[+-]?\d+$/.test(text) ? wholeJson(text, type.kind) : undefined;
    case "real":
    case "double":
      return doubleJson(text);
    case "decimal":
      return decimalJson(text, type);
    case "date": {
      const parsed = /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? parseTimestamp(text, 0) : undefined;
      return parsed && dayJson(Number(parsed.micros / 86_400_000_000n));
    }
    case "timestamp": {
      const micros = timestampMicros(text);
      return micros === undefined ? undefined : timeJson(Number(micros / 1000n));
    }
    default:
      throw new QueryError(
        "NOT_SUPPORTED",
        `a column of type ${hiveName(type)} in text is not supported`,
      );
  }
}

function timestampMicros(text: string): bigint | undefined {
  if (text.includes(":")) {
    const offset = /^(.*\d)\s*(?:[zZ]|([+-])(\d\d):?(\d\d))$/.exec(text);
    const local = parseTimestamp((offset?.[1] ?? text).replace("T", " "), 3);
    if (!local || local.zone !== undefined) return undefined;
    const minutes = BigInt(Number(offset?.[3] ?? 0) * 60 + Number(offset?.[4] ?? 0));
    return local.micros - (offset?.[2] === "-" ? -minutes : minutes) * 60_000_000n;
  }
  if (/^-?\d+$/.test(text)) return BigInt(text) * (text.length >= 13 ? 1000n : 1_000_000n);
  if (/^-?\d+\.\d*$/.test(text)) return BigInt(Math.trunc(Number(text) * 1000)) * 1000n;
  return parseTimestamp(text, 3)?.micros;
}

/** A field of a line as JSON; nothing where it is NULL. */
export function fieldText(
  text: string,
  column: Column,
  format: Extract<Format, { kind: "delimited" | "csv" }>,
  where: string,
): string | undefined {
  const { type } = column;
  if (["array", "map", "row", "varbinary"].includes(type.kind)) {
    throw new QueryError(
      "NOT_SUPPORTED",
      `a column of type ${hiveName(type)} in text is not supported`,
    );
  }
  if (type.kind === "varchar") {
    return scalarJson(format.kind === "csv" ? text : unescaped(text, format.escape), type);
  }
  if (format.kind === "delimited") return hiveScalar(text, type);
  const json = csvScalar(text, type);
  return json === undefined && !format.nullForInvalid ? badField(text, column, where) : json;
}

/** OpenCSVSerde's dates are numbers of days, and its times of milliseconds. */
function csvScalar(text: string, type: Type): string | undefined {
  if (type.kind !== "date" && type.kind !== "timestamp") return scalarJson(text, type);
  if (!/^-?\d+$/.test(text)) return undefined;
  return type.kind === "date" ? dayJson(Number(text)) : timeJson(Number(text));
}

function badField(text: string, column: Column, where: string): never {
  throw new QueryError(
    "HIVE_BAD_DATA",
    `Error parsing field value '${text}' for field ${column.name} of type ${
      hiveName(column.type)
    } in ${where}`,
  );
}

/** Makes a reader of JSON records: gives each as an object of the columns' values by number. */
export function jsonRecord(
  columns: readonly (Column & { read: boolean })[],
  format: Extract<Format, { kind: "json" }>,
): (line: string) => string {
  const told = (key: string) => {
    const name = format.dotsInKeys ? key.replaceAll(".", "_") : key;
    return format.caseSensitive ? name : name.toLowerCase();
  };
  // Of a key that comes twice Hive's SerDe takes the last value; OpenX's takes no such record.
  const unique = format.hive ? undefined : format.caseSensitive ? "exact" : "folded";
  const wanted = new Map<string, number>();
  for (const [i, column] of columns.entries()) {
    if (column.read) wanted.set(told(format.mapping.get(column.name) ?? column.name), i);
  }
  return (line) => {
    if (line.trim() === "") return "{}";
    const record = parseRecord(line, unique);
    const parts = new Array<string>(columns.length).fill("");
    for (const [key, value] of record) {
      const i = wanted.get(told(key));
      if (i === undefined || value === null) continue;
      const column = columns[i] as Column;
      try {
        parts[i] = `"${i}":${valueJson(value, column.type)}`;
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

function parseRecord(line: string, unique: Unique | undefined): Map<string, JsonValue> {
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

/** A JSON value as JSON of a column's type, with the names that rows have inside. */
function valueJson(value: JsonValue, type: Type): string {
  if (value === null) return "null";
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
  if (type.kind === "row") {
    if (Array.isArray(value)) {
      return `{${
        type.fields.map((field, i) => `"_${i}":${valueJson(value[i] ?? null, field.type)}`).join(
          ",",
        )
      }}`;
    }
    if (!(value instanceof Map)) throw new BadValue(plain(value));
    const lower = new Map([...value].map(([key, item]) => [key.toLowerCase(), item]));
    return `{${
      type.fields.map((field, i) =>
        `"_${i}":${valueJson(lower.get(field.name ?? "") ?? null, field.type)}`
      )
        .join(",")
    }}`;
  }
  if (Array.isArray(value) || value instanceof Map) {
    if (type.kind === "varchar") return JSON.stringify(plain(value));
    throw new BadValue(plain(value));
  }
  const text = typeof value === "object" ? value.number : String(value);
  if (type.kind === "boolean") return String(text.toLowerCase() === "true");
  const json = scalarJson(text, type);
  if (json === undefined) throw new BadValue(JSON.stringify(text));
  return json;
}

/** JSON text of a value, numbers as they were written. */
function plain(value: JsonValue): string {
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
