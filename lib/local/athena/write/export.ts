/**
 * Values in the shape that written objects have them.
 * @module
 */
import type { Type } from "../types/types.ts";

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A column's value with rows' fields named as they are outside. */
export function exported(sql: string, type: Type): string {
  if (!hasRows(type)) return sql;
  switch (type.kind) {
    case "array":
      return `list_transform(${sql}, lambda x: ${exported("x", type.element)})`;
    case "map":
      return `map_from_entries(list_transform(map_entries(${sql}), ` +
        `lambda x: struct_pack(k := x.key, v := ${exported("x.value", type.value)})))`;
    case "row":
      return `CASE WHEN ${sql} IS NULL THEN NULL ELSE struct_pack(${
        type.fields.map((field, i) =>
          `${identifier(field.name ?? `_col${i}`)} := ${exported(`(${sql})._${i}`, field.type)}`
        ).join(", ")
      }) END`;
    default:
      return sql;
  }
}

function hasRows(type: Type): boolean {
  switch (type.kind) {
    case "row":
      return true;
    case "array":
      return hasRows(type.element);
    case "map":
      return hasRows(type.value);
    default:
      return false;
  }
}

/** Columns of a written object, by the names they have in the table. */
export function exportList(columns: readonly { name: string; type: Type; sql: string }[]): string {
  return columns.map((column) =>
    `${exported(column.sql, column.type)} AS ${identifier(column.name)}`
  )
    .join(", ");
}
