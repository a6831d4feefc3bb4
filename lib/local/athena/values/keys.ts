/**
 * Values as DuckDB compares them: alike where the engine takes two for the same, and in its order.
 * @module
 */
import { notSupported, type Position } from "../errors.ts";
import { hasFloat, isFloat, OWN_ZONE, type Type, typeName } from "../types/types.ts";
import { instantOf } from "./zoned.ts";

/** Whether DuckDB takes values of a type for the same where the engine does. */
export function isPlain(type: Type): boolean {
  switch (type.kind) {
    case "map":
      return false;
    case "timestamp with time zone":
      return type.zone !== OWN_ZONE;
    case "array":
      return isPlain(type.element);
    case "row":
      return type.fields.every((field) => isPlain(field.type));
    default:
      return true;
  }
}

/**
 * What a histogram counts of a value: of numbers their texts, for DuckDB takes every number for NaN,
 * once there is one.
 */
export function counted(sql: string, type: Type): string {
  return isFloat(type) ? `CASE WHEN ${sql} = 0 THEN '0' ELSE CAST(${sql} AS VARCHAR) END` : sql;
}

/** Refuses values that DuckDB does not take for the same where the engine does. */
export function requirePlain(type: Type, what: string, position: Position): void {
  if (!isPlain(type)) throw notSupported(`${what} of values of type ${typeName(type)}`, position);
}

/** What is the same for two values where the engine takes them for the same; NULL is NULL. */
export function keyOf(sql: string, type: Type, depth = 0): string {
  if (isPlain(type)) return sql;
  const each = `k${depth}`;
  switch (type.kind) {
    case "timestamp with time zone":
      return instantOf({ sql, type });
    case "array":
      return `list_transform(${sql}, lambda ${each}: ${keyOf(each, type.element, depth + 1)})`;
    case "row":
      return whereKnown(
        sql,
        `struct_pack(${
          type.fields.map((field, i) => `_${i} := ${keyOf(`(${sql})._${i}`, field.type, depth)}`)
            .join(", ")
        })`,
      );
    case "map":
      return whereKnown(
        sql,
        `list_sort(list_transform(map_entries(${sql}), lambda ${each}: struct_pack(` +
          `k := ${keyOf(`${each}.key`, type.key, depth + 1)}, ` +
          `v := ${keyOf(`${each}.value`, type.value, depth + 1)})))`,
      );
    default:
      return sql;
  }
}

function whereKnown(sql: string, value: string): string {
  return `CASE WHEN ${sql} IS NULL THEN NULL ELSE ${value} END`;
}

/** `DISTINCT` of these columns. */
export function distinctSql(columns: readonly { sql: string; type: Type }[]): string {
  if (columns.every(({ type }) => isPlain(type))) return "DISTINCT ";
  return `DISTINCT ON (${columns.map(({ sql, type }) => keyOf(sql, type)).join(", ")}) `;
}

/** Whether a value is ordered otherwise than DuckDB orders it as it is. */
export function needsSortKey(type: Type): boolean {
  return type.kind === "array" || type.kind === "row" || !isPlain(type);
}

/**
 * What many values are ordered by. A NULL inside fails the engine where it is compared with another
 * value, which depends on the values it meets: such values are refused.
 *
 * @param what What orders them, for the refusal
 * @param nan Where NaN stands: the engine's max takes it for the least
 */
export function sortKey(
  sql: string,
  type: Type,
  what: string,
  nan: "last" | "first" = "last",
): string {
  const key = nan === "first" && hasFloat(type) ? nanFirst(sql, type) : keyOf(sql, type);
  if (type.kind !== "array" && type.kind !== "row") return key;
  const refusal = `NOT_SUPPORTED: ${what} of values with a NULL inside is not supported`;
  return `CASE WHEN ${
    hasHole(sql, type)
  } THEN CASE WHEN t_fails(${sql}, '${refusal}') THEN ${key} END ` +
    `ELSE ${key} END`;
}

/** A key by which NaN is less than every number. */
export function nanFirst(sql: string, type: Type, depth = 0): string {
  const each = `k${depth}`;
  switch (type.kind) {
    case "double":
    case "real":
      return whereKnown(
        sql,
        `struct_pack(n := NOT isnan(${sql}), v := CASE WHEN isnan(${sql}) THEN 0 ELSE ${sql} END)`,
      );
    case "array":
      return `list_transform(${sql}, lambda ${each}: ${nanFirst(each, type.element, depth + 1)})`;
    case "row":
      return whereKnown(
        sql,
        `struct_pack(${
          type.fields.map((field, i) => `_${i} := ${nanFirst(`(${sql})._${i}`, field.type, depth)}`)
            .join(", ")
        })`,
      );
    default:
      return keyOf(sql, type, depth);
  }
}

/** Whether an array or a row has a NULL inside, however deep. */
export function hasHole(sql: string, type: Type, depth = 0): string {
  const each = `h${depth}`;
  switch (type.kind) {
    case "array":
      return `(len(list_filter(${sql}, lambda ${each}: ${each} IS NULL OR ` +
        `${hasHole(each, type.element, depth + 1)})) > 0)`;
    case "row":
      return `(${sql} IS NOT NULL AND (${
        type.fields.map((field, i) => {
          const part = `(${sql})._${i}`;
          return `${part} IS NULL OR ${hasHole(part, field.type, depth)}`;
        }).join(" OR ")
      }))`;
    default:
      return "FALSE";
  }
}
