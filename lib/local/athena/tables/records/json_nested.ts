/**
 * Arrays, maps and structs of JSON in the form of their types.
 * @module
 */
import type { JsonValue } from "../../engine/text/json_text.ts";
import type { Type } from "../../types/types.ts";

/** A value is none of its column's type; the message is its text. */
export class BadValue extends Error {}

/** What values become in the form of their types. */
export type Convert = (value: JsonValue, type: Type) => string;

/** Types whose values hold others. */
export type Nested = Extract<Type, { kind: "array" | "map" | "row" }>;

/** Whether values of a type hold others. */
export function isNested(type: Type): type is Nested {
  return type.kind === "array" || type.kind === "map" || type.kind === "row";
}

/** How a field is found in an object. */
export interface Keys {
  /** What of a key tells it from others. */
  told: (key: string) => string;
  /** What is told of the key that a field is read from. */
  named: (field: string) => string;
}

/** Arrays, maps and rows, with the names that rows have inside. */
export function nestedJson(
  value: JsonValue,
  type: Nested,
  valueJson: Convert,
  { told, named }: Keys,
): string {
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
  const items = new Map<string, JsonValue>();
  for (const [key, item] of value) {
    const name = told(key);
    // A key that is the name goes before one that stands for it.
    if (!items.has(name) || !key.includes(".")) items.set(name, item);
  }
  return `{${
    type.fields.map((field, i) =>
      `"_${i}":${valueJson(items.get(named(field.name ?? "")) ?? null, field.type)}`
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
