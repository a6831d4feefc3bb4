/**
 * Values in the shape that written objects have them.
 * @module
 */
import type { Type } from "../types/types.ts";

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** What the values are written as. */
type Target = "parquet" | "json";

/** A column's value with rows' fields named as they are outside, and what JSON has no number for. */
export function exported(sql: string, type: Type, target: Target): string {
  if (!isChanged(type, target)) return sql;
  switch (type.kind) {
    case "real":
    case "double":
      return `CASE WHEN isfinite(${sql}) THEN to_json(${sql}) WHEN isnan(${sql}) THEN '"NaN"' ` +
        `WHEN ${sql} > 0 THEN '"Infinity"' WHEN ${sql} < 0 THEN '"-Infinity"' END`;
    case "array":
      return `list_transform(${sql}, lambda x: ${exported("x", type.element, target)})`;
    case "map":
      return `map_from_entries(list_transform(map_entries(${sql}), ` +
        `lambda x: struct_pack(k := x.key, v := ${exported("x.value", type.value, target)})))`;
    case "row":
      return `CASE WHEN ${sql} IS NULL THEN NULL ELSE struct_pack(${
        type.fields.map((field, i) =>
          `${identifier(field.name ?? `_col${i}`)} := ${
            exported(`(${sql})._${i}`, field.type, target)
          }`
        ).join(", ")
      }) END`;
    default:
      return sql;
  }
}

function isChanged(type: Type, target: Target): boolean {
  switch (type.kind) {
    case "real":
    case "double":
      return target === "json";
    case "row":
      return true;
    case "array":
      return isChanged(type.element, target);
    case "map":
      return isChanged(type.value, target);
    default:
      return false;
  }
}

/** Columns of a written object, by the names they have in the table. */
export function exportList(
  columns: readonly { name: string; type: Type; sql: string }[],
  target: Target,
): string {
  return columns.map((column) =>
    `${exported(column.sql, column.type, target)} AS ${identifier(column.name)}`
  )
    .join(", ");
}
