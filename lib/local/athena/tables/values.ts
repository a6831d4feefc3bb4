/**
 * Fields of lines of text in the form of their columns' types, as LazySimpleSerDe and OpenCSVSerde
 * give them.
 * @module
 */
import { parseTimestamp } from "../engine/times.ts";
import { QueryError } from "../errors.ts";
import type { Format } from "./format.ts";
import { nestedText } from "./nested_text.ts";
import { unescaped } from "./text_records.ts";
import { hiveName } from "../types/names.ts";
import type { Type } from "../types/types.ts";
import { dayJson, decimalJson, doubleJson, hiveScalar, timeJson, wholeJson } from "./scalars.ts";

type Column = { name: string; type: Type };

/** Text that can be written as UTF-8: halves of a pair become what Java makes of them. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "?");
}

/** Text of a scalar as JSON of its type; nothing for what is no such value. */
export function scalarJson(text: string, type: Type): string | undefined {
  switch (type.kind) {
    case "varchar":
      return JSON.stringify(
        wellFormed(type.length === undefined ? text : [...text].slice(0, type.length).join("")),
      );
    case "char":
      return JSON.stringify(padded(text, type.length));
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

/** A text of so many characters, cut or padded with spaces. */
function padded(text: string, length: number): string {
  const characters = [...text].slice(0, length);
  return characters.join("") + " ".repeat(length - characters.length);
}

function timestampMicros(text: string): bigint | undefined {
  if (/:\d+:\d/.test(text)) {
    const offset = /^(.*\d)\s*(?:[zZ]|([+-])(\d\d):?(\d\d))$/.exec(text);
    const local = parseTimestamp((offset?.[1] ?? text).replace("T", " "), 3);
    if (!local || local.zone !== undefined) return undefined;
    const minutes = BigInt(Number(offset?.[3] ?? 0) * 60 + Number(offset?.[4] ?? 0));
    return local.micros - (offset?.[2] === "-" ? -minutes : minutes) * 60_000_000n;
  }
  if (/^-?\d+$/.test(text)) return BigInt(text) * (text.length >= 13 ? 1000n : 1_000_000n);
  if (/^-?\d+\.\d*$/.test(text)) return BigInt(Math.trunc(Number(text) * 1000)) * 1000n;
  return undefined;
}

/** A field of a line as JSON; nothing where it is NULL. */
export function fieldText(
  text: string,
  column: Column,
  format: Extract<Format, { kind: "delimited" | "csv" }>,
  where: string,
): string | undefined {
  const { type } = column;
  if (format.kind === "delimited" && ["array", "map", "row"].includes(type.kind)) {
    return nestedText(text, type, format, 1);
  }
  if (["array", "map", "row", "varbinary"].includes(type.kind)) {
    throw new QueryError(
      "NOT_SUPPORTED",
      `a column of type ${hiveName(type)} in text is not supported`,
    );
  }
  if (type.kind === "varchar" || type.kind === "char") {
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
