/**
 * Conversions between types, as DuckDB's SQL.
 * @module
 */
import { type Position, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { coercible } from "../types/coerce.ts";
import {
  duckType,
  hasOwnForm,
  isDigest,
  isInteger,
  isNumeric,
  OWN_ZONE,
  sameType,
  type Type,
  typeName,
} from "../types/types.ts";
import { fromJson, toJson } from "./convert_json.ts";
import { constantTime, timeCast } from "./convert_times.ts";
import { unfolded } from "./fallible.ts";
import { textOf } from "./text.ts";
import type { Typed } from "./typed.ts";

/**
 * Gives a value the type it takes on by itself.
 *
 * @throws {QueryError} `TYPE_MISMATCH`, where it does not
 */
export function coerce(value: Typed, to: Type): Typed {
  const from = value.type;
  if (sameType(from, to)) return { ...value, type: to };
  if (!coercible(from, to)) {
    throw new QueryError("TYPE_MISMATCH", `Cannot cast ${typeName(from)} to ${typeName(to)}`);
  }
  return { ...value, sql: coerceSql(value.sql, from, to), type: to };
}

function coerceSql(sql: string, from: Type, to: Type): string {
  const target = duckType(to);
  if (from.kind === "unknown") return `CAST(NULL AS ${target})`;
  if (hasOwnForm(from) || hasOwnForm(to)) return castSql(sql, from, to) as string;
  if (duckType(from) === target) return sql;
  if (to.kind === "timestamp with time zone" && from.kind !== to.kind) {
    // The session's zone, not that of the value beside it.
    return `(CAST(${sql} AS TIMESTAMP) AT TIME ZONE 'UTC')`;
  }
  return `CAST(${sql} AS ${target})`;
}

/**
 * `CAST(value AS type)`.
 *
 * @throws {QueryError} `TYPE_MISMATCH`, where the types have no cast
 */
export function castTo(value: Typed, to: Type, position?: Position): Typed {
  const constant = constantTime(value, to);
  if (constant) return constant;
  const target = withZonesOf(value.type, to);
  // A text that is no time, though it is known, fails where a row gets to it.
  const late = to.kind === "timestamp with time zone" && typeof value.constant === "string";
  const given = late ? unfolded(value.sql) : value.sql;
  const sql = castSql(given, value.type, target, position);
  if (sql === undefined) {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Cannot cast ${typeName(value.type)} to ${typeName(to)}`,
      position,
    );
  }
  const keeps = sameType(value.type, to) ||
    (value.constant !== undefined && to.kind === "varchar" &&
      value.type.kind === "varchar" && to.length === undefined);
  return {
    sql,
    type: target,
    ...(keeps && value.constant !== undefined ? { constant: value.constant } : {}),
  };
}

/** A type with the zones that a cast leaves its values in; those of texts are in the texts. */
function withZonesOf(from: Type, to: Type): Type {
  if (to.kind === "timestamp with time zone") {
    if (from.kind === "varchar") return { ...to, zone: OWN_ZONE };
    return from.kind === to.kind ? { ...to, zone: from.zone } : to;
  }
  if (to.kind === "array" && from.kind === "array") {
    return { ...to, element: withZonesOf(from.element, to.element) };
  }
  if (to.kind === "map" && from.kind === "map") {
    return { ...to, key: withZonesOf(from.key, to.key), value: withZonesOf(from.value, to.value) };
  }
  if (to.kind === "row" && from.kind === "row") {
    const fields = to.fields.map((field, i) => {
      const own = from.fields[i];
      return own ? { ...field, type: withZonesOf(own.type, field.type) } : field;
    });
    return { ...to, fields };
  }
  return to;
}

/** Whether an expression is one that cannot fail. */
const CERTAIN = ["name", "string", "integer", "double", "boolean", "null"];

/**
 * `TRY_CAST(value AS type)`: NULL where the value has no cast. What fails in the value itself fails.
 *
 * @throws {QueryError} `TYPE_MISMATCH`, where the types have no cast
 */
export function tryCast(value: Typed, to: Type, at: Expression, position?: Position): Typed {
  const constant = constantTime(value, to);
  if (constant) return constant;
  const cast = castTo(value, to, position);
  if (value.type.kind === "varchar" && PARSED.includes(to.kind)) {
    return { ...cast, sql: fromVarchar(value.sql, cast.type, "t_try") as string };
  }
  if (CERTAIN.includes(at.kind)) return { ...cast, sql: `TRY(${cast.sql})` };
  const inner = castTo({ ...value, sql: "tried" }, to, position);
  return { ...cast, sql: `list_transform([${value.sql}], lambda tried: TRY(${inner.sql}))[1]` };
}

const PARSED = [
  "boolean",
  "tinyint",
  "smallint",
  "integer",
  "bigint",
  "double",
  "real",
  "decimal",
  "date",
  "time",
  "timestamp",
  "timestamp with time zone",
];

function castSql(sql: string, from: Type, to: Type, position?: Position): string | undefined {
  const target = duckType(to);
  if (from.kind === "unknown") return `CAST(NULL AS ${target})`;
  if (sameType(from, to)) return sql;
  if (to.kind === "json") return toJson(sql, from, position);
  if (from.kind === "json") return fromJson(sql, to, position);
  if (from.kind === "uuid" || to.kind === "uuid") return uuidCast(sql, from, to);
  if (isDigest(from) || isDigest(to)) {
    return from.kind === "varbinary" || to.kind === "varbinary" ? sql : undefined;
  }
  if (to.kind === "varchar") return toVarchar(sql, from, to.length);
  if (to.kind === "char") return toChar(sql, from, to.length);
  if (from.kind === "varchar") return fromVarchar(sql, to);
  if (isNumeric(from) && isNumeric(to)) return numberCast(sql, from, to);
  if (from.kind === "boolean" && isNumeric(to)) return `CAST(CAST(${sql} AS INTEGER) AS ${target})`;
  if (isNumeric(from) && to.kind === "boolean") return `(${sql} <> 0)`;
  const times = timeCast(sql, from, to);
  if (times !== undefined) return times;
  if (from.kind === "array" && to.kind === "array") {
    const inner = castSql("e", from.element, to.element, position);
    if (inner === undefined) return undefined;
    return `list_transform(${sql}, lambda e: ${inner})`;
  }
  if (from.kind === "map" && to.kind === "map") {
    const key = castSql("e.key", from.key, to.key, position);
    const item = castSql("e.value", from.value, to.value, position);
    if (key === undefined || item === undefined) return undefined;
    return `map_from_entries(list_transform(map_entries(${sql}), ` +
      `lambda e: struct_pack(k := ${key}, v := ${item})))`;
  }
  if (from.kind === "row" && to.kind === "row") {
    if (from.fields.length !== to.fields.length) return undefined;
    const parts = from.fields.map((field, i) =>
      castSql(`(${sql})._${i}`, field.type, (to.fields[i] as typeof field).type, position)
    );
    if (parts.includes(undefined)) return undefined;
    return `CASE WHEN ${sql} IS NULL THEN NULL ELSE struct_pack(${
      parts.map((part, i) => `_${i} := ${part}`).join(", ")
    }) END`;
  }
  return undefined;
}

function uuidCast(sql: string, from: Type, to: Type): string | undefined {
  if (to.kind === "varbinary") return `from_hex(replace(CAST(${sql} AS VARCHAR), '-', ''))`;
  if (to.kind === "varchar") return to.length === undefined ? textOf(sql, from) : undefined;
  if (from.kind === "varchar") return `CAST(t_check_uuid(${sql}) AS UUID)`;
  if (from.kind === "varbinary") return `CAST(t_uuid_of_bytes(${sql}) AS UUID)`;
  return undefined;
}

function numberCast(value: string, from: Type, to: Type): string {
  const target = duckType(to);
  // DuckDB casts a field of a row where it reads the row, whatever guards the cast.
  const sql = /\bstruct_extract_at\(|\)\._\d/.test(value) ? `(+ ${value})` : value;
  if (isInteger(to)) {
    if (isInteger(from)) return `CAST(${sql} AS ${target})`;
    if (from.kind === "decimal") return `CAST(round(${sql}) AS ${target})`;
    return `CAST(t_double_to_integer(CAST(${sql} AS DOUBLE), '${to.kind}') AS ${target})`;
  }
  if (to.kind === "decimal" && (from.kind === "double" || from.kind === "real")) {
    return `CAST(t_double_to_decimal(CAST(${sql} AS DOUBLE), ${to.precision}, ${to.scale}) AS ${target})`;
  }
  if (to.kind === "real" && from.kind === "double") return `t_real(${sql})`;
  return `CAST(${sql} AS ${target})`;
}

function toVarchar(sql: string, from: Type, length: number | undefined): string | undefined {
  const text = textOf(sql, from);
  if (text === undefined || length === undefined) return text;
  if (from.kind === "varchar" || from.kind === "char") {
    if (from.length !== undefined && from.length <= length) return sql;
    return `left(${sql}, ${length})`;
  }
  return `t_fit_varchar(${text}, ${length}, '${typeName(from)}')`;
}

/** A text, cut or padded with spaces to a length. */
export function toChar(sql: string, from: Type, length: number): string | undefined {
  return from.kind === "varchar" || from.kind === "char"
    ? `rpad(${sql}, ${length}, ' ')`
    : undefined;
}

function fromVarchar(sql: string, to: Type, parse = "t_parse"): string | undefined {
  const target = duckType(to);
  switch (to.kind) {
    case "boolean":
      return `${parse}_boolean(${sql})`;
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
      return `CAST(${parse}_integer(${sql}, '${to.kind}') AS ${target})`;
    case "double":
      return `${parse}_double(${sql}, 'double')`;
    case "real":
      return `t_real(${parse}_double(${sql}, 'real'))`;
    case "decimal":
      return `CAST(${parse}_decimal(${sql}, ${to.precision}, ${to.scale}) AS ${target})`;
    case "date":
      return `CAST(${parse}_date(${sql}) AS DATE)`;
    case "timestamp":
      return `make_timestamp(${parse}_timestamp(${sql}, ${to.precision}))`;
    case "timestamp with time zone":
      return `t_zoned(${parse}_zoned(${sql}, ${to.precision}))`;
    case "time":
      return `CAST(make_timestamp(${parse}_time(${sql}, ${to.precision})) AS TIME)`;
    case "varbinary":
      return `encode(${sql})`;
    default:
      return undefined;
  }
}
