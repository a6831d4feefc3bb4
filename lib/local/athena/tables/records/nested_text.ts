/**
 * Arrays, maps and structs in delimited text, as LazySimpleSerDe reads them: each depth has a
 * separator of its own.
 * @module
 */
import { notSupported } from "../../errors.ts";
import { hiveName } from "../../types/names.ts";
import type { Type } from "../../types/types.ts";
import type { Format } from "../format.ts";
import { scalarJson } from "./scalar_values.ts";
import { hiveScalar } from "./scalars.ts";

type Delimited = Extract<Format, { kind: "delimited" }>;

/**
 * A part of a line as JSON of its type.
 *
 * @param text The part
 * @param type Its type
 * @param format The table's separators, and what stands for NULL
 * @param depth Which separator parts it
 * @returns The JSON
 * @throws {QueryError} The type is not followed in text
 */
export function nestedText(text: string, type: Type, format: Delimited, depth: number): string {
  switch (type.kind) {
    case "array":
      return `[${partsOf(text, format, depth).map(valueOf(type.element, format, depth + 1))}]`;
    case "row": {
      const parts = text.split(separatorOf(format, depth));
      return `{${
        type.fields.map((field, i) => {
          const value = parts[i];
          if (value === undefined) return `"_${i}":null`;
          return `"_${i}":${valueOf(field.type, format, depth + 1)(value)}`;
        })
      }}`;
    }
    case "map": {
      const pairs = new Map<string, string>();
      for (const pair of partsOf(text, format, depth)) {
        const [key = "", ...rest] = pair.split(separatorOf(format, depth + 1));
        const value = rest.length > 0 ? rest.join(separatorOf(format, depth + 1)) : undefined;
        const name = valueOf(type.key, format, depth + 2)(key);
        // Of entries with the same key the first counts, and none without a key does.
        if (name === "null" || pairs.has(name)) continue;
        pairs.set(
          name,
          value === undefined ? "null" : valueOf(type.value, format, depth + 2)(value),
        );
      }
      return `{${[...pairs].map(([key, value]) => `${quoted(key)}:${value}`)}}`;
    }
    case "varbinary":
      throw notSupported(`a column of type ${hiveName(type)} in text`);
    case "varchar":
    case "char":
      return scalarJson(text, type) ?? "null";
    default:
      return hiveScalar(text, type) ?? "null";
  }
}

function partsOf(text: string, format: Delimited, depth: number): string[] {
  return text === "" ? [] : text.split(separatorOf(format, depth));
}

function separatorOf({ separators, escape }: Delimited, depth: number): string {
  if (escape !== undefined) {
    throw notSupported("an array, map or struct in text with ESCAPED BY");
  }
  const separator = separators[depth];
  if (separator === undefined) throw notSupported("a type nested so deep in text");
  return separator;
}

function valueOf(type: Type, format: Delimited, depth: number): (text: string) => string {
  return (text) => text === format.nullText ? "null" : nestedText(text, type, format, depth);
}

function quoted(key: string): string {
  return key.startsWith('"') ? key : `"${key}"`;
}
