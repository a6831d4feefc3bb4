/**
 * Fields of lines of text in the form of their columns' types, as LazySimpleSerDe and OpenCSVSerde
 * give them.
 * @module
 */
import { QueryError } from "../../errors.ts";
import { hiveName } from "../../types/names.ts";
import type { Type } from "../../types/types.ts";
import type { Format } from "../format.ts";
import { nestedText } from "./nested_text.ts";
import { scalarJson } from "./scalar_values.ts";
import { dayJson, hiveScalar, timeJson } from "./scalars.ts";
import { unescaped } from "./text.ts";

type Column = { name: string; type: Type };

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
