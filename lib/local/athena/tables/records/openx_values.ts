/**
 * Values of JSON as OpenX's SerDe takes them: what is no string can be text, an array a struct, and
 * what is no array the only item of one.
 * @module
 */
import type { JsonValue } from "../../engine/text/json_text.ts";
import type { Type } from "../../types/types.ts";
import { type JsonFormat, keysOf } from "../format.ts";
import { BadValue, type Convert, isNested, type Nested, nestedJson, plain } from "./json_nested.ts";
import { scalarJson } from "./scalar_values.ts";
import { dayJson, hiveScalar } from "./scalars.ts";

/** Makes a converter of values. */
export function openxValues(format: JsonFormat): Convert {
  const told = keysOf(format);
  const named = (field: string) => told(format.mapping.get(field) ?? field);
  const convert: Convert = (value, type) => {
    if (value === null) return "null";
    if (!isNested(type)) return scalar(value, type);
    const nested = asNested(value, type);
    if (type.kind === "row" && Array.isArray(nested)) {
      return `{${
        type.fields.map((field, i) => `"_${i}":${convert(nested[i] ?? null, field.type)}`).join(",")
      }}`;
    }
    return nested === null ? "null" : nestedJson(nested, type, convert, { told, named });
  };
  return convert;
}

function asNested(value: Exclude<JsonValue, null>, type: Nested): JsonValue {
  if (type.kind === "array") return Array.isArray(value) ? value : value === "" ? null : [value];
  if (typeof value !== "string" || value.trim() !== "") return value;
  return type.kind === "map" ? null : new Map();
}

function scalar(value: Exclude<JsonValue, null>, type: Type): string {
  if (Array.isArray(value) || value instanceof Map) {
    if (type.kind === "varchar" || type.kind === "char") return scalarJson(plain(value), type)!;
    throw new BadValue(plain(value));
  }
  const text = typeof value === "object" ? value.number : String(value);
  const json = ofText(text, type);
  if (json === undefined) throw new BadValue(JSON.stringify(text));
  return json;
}

function ofText(text: string, type: Type): string | undefined {
  switch (type.kind) {
    case "boolean":
      return String(text.toLowerCase() === "true");
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
      return scalarJson(/^0x[\da-f]+$/i.test(text) ? String(BigInt(text)) : text, type);
    case "date":
      return /^[+-]?\d{1,7}$/.test(text) ? dayJson(Number(text)) : hiveScalar(text, type);
    case "timestamp":
      return scalarJson(text.replace(/^\+(?=\d+$)/, ""), type);
    default:
      return scalarJson(text, type);
  }
}
