/**
 * Conversions to and from JSON, as DuckDB's SQL.
 * @module
 */
import { notSupported, type Position } from "../errors.ts";
import { duckType, type Type } from "../types/types.ts";
import { textOf } from "./text.ts";

/** Types of a map's keys that an object of JSON may be named by. */
const JSON_KEYS = ["varchar", "boolean", "tinyint", "smallint", "integer", "bigint", "decimal"];

/** `CAST(value AS json)`; nothing where the type has no such cast. */
export function toJson(sql: string, from: Type, position?: Position): string | undefined {
  switch (from.kind) {
    case "varchar":
      return `t_json_string(${sql})`;
    case "boolean":
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
    case "decimal":
      return `CAST(${sql} AS VARCHAR)`;
    case "double":
      return `t_json_double(${sql})`;
    case "real":
      return `t_json_real(CAST(${sql} AS DOUBLE))`;
    case "json":
      return sql;
    case "date":
    case "timestamp":
      return `t_json_string(${textOf(sql, from)})`;
    case "array": {
      const inner = toJson("e", from.element, position);
      if (inner === undefined) return undefined;
      return `('[' || array_to_string(list_transform(${sql}, lambda e: coalesce(${inner}, 'null')), ',') || ']')`;
    }
    case "map": {
      const key = JSON_KEYS.includes(from.key.kind) ? textOf("e.key", from.key) : undefined;
      if (key === undefined) throw notSupported("a cast of this map to json", position);
      const inner = toJson("e.value", from.value, position);
      if (inner === undefined) return undefined;
      return `('{' || array_to_string(list_sort(list_transform(map_entries(${sql}), ` +
        `lambda e: t_json_string(${key}) || ':' || coalesce(${inner}, 'null'))), ',') || '}')`;
    }
    case "row": {
      const parts = from.fields.map((field, i) => {
        const inner = toJson(`(${sql})._${i}`, field.type, position);
        return inner &&
          `'${
            JSON.stringify(field.name ?? "").replaceAll("'", "''")
          }:' || coalesce(${inner}, 'null')`;
      });
      if (parts.includes(undefined)) return undefined;
      return `CASE WHEN ${sql} IS NULL THEN NULL ELSE '{' || ${
        parts.join(" || ',' || ")
      } || '}' END`;
    }
    default:
      return undefined;
  }
}

/** `CAST(json AS type)`; nothing where the type has no such cast. */
export function fromJson(sql: string, to: Type, _position?: Position): string | undefined {
  if (to.kind === "varchar") return `t_json_to_varchar(${sql})`;
  const structure = jsonStructure(to);
  if (structure === undefined) return undefined;
  const spec = JSON.stringify(structure).replaceAll("'", "''");
  const text = `t_json_cast(${sql}, '${spec}')`;
  return typeof structure === "string" || "decimal" in (structure as object)
    ? `CAST(${text} AS ${duckType(to)})`
    : `CAST(CAST(${text} AS JSON) AS ${duckType(to)})`;
}

/** A type in the form that the conversions from JSON read. */
function jsonStructure(type: Type): unknown {
  switch (type.kind) {
    case "boolean":
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
    case "double":
    case "real":
    case "varchar":
    case "json":
      return type.kind;
    case "decimal":
      return { decimal: [type.precision, type.scale] };
    case "array": {
      const element = jsonStructure(type.element);
      return element && { array: element };
    }
    case "map": {
      const key = jsonStructure(type.key);
      const value = jsonStructure(type.value);
      return key && value && { map: [key, value] };
    }
    case "row": {
      const fields = type.fields.map((field) => [field.name ?? "", jsonStructure(field.type)]);
      return fields.every((field) => field[1] !== undefined) ? { row: fields } : undefined;
    }
    default:
      return undefined;
  }
}
