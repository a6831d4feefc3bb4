/**
 * Translates rows, arrays and maps: making them, and taking what is in them.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import {
  BIGINT,
  duckType as duckOf,
  hasFloat,
  isFloat,
  isInteger,
  type RowField,
  type Type,
  typeName,
} from "../types/types.ts";
import { toCommonType } from "../values/common.ts";
import { coerce } from "../values/convert.ts";
import { failure } from "../values/failure.ts";
import { equal } from "../values/operators.ts";
import type { Typed } from "../values/typed.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";
import { Unresolved } from "./names.ts";

/** Takes a field of a row. */
export function translateField(
  expression: Extract<Expression, { kind: "field" }>,
  context: Context,
): Typed {
  let base: Typed;
  try {
    base = translate(expression.base, context);
  } catch (error) {
    throw error instanceof Unresolved ? new Unresolved(expression) : error;
  }
  if (base.type.kind !== "row") {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Expression ${typeName(base.type)} is not of type ROW`,
      expression.base.position,
    );
  }
  const name = expression.name.value.toLowerCase();
  const index = base.type.fields.findIndex((field) => field.name?.toLowerCase() === name);
  if (index < 0) {
    const { code, text, position } = new Unresolved(expression);
    throw new QueryError(code, text, position);
  }
  const written = writtenField(expression);
  if (written) return translate(written, context);
  return { sql: `(${base.sql})._${index}`, type: (base.type.fields[index] as RowField).type };
}

/** Of a row that is written here, cast or not, the one field that is taken: the engine looks at no other. */
function writtenField(
  expression: Extract<Expression, { kind: "field" | "subscript" }>,
): Expression | undefined {
  const { base } = expression;
  const inner = base.kind === "field" || base.kind === "subscript" ? writtenField(base) : undefined;
  const row = inner ?? base;
  if (expression.kind === "subscript") {
    return expression.index.kind === "integer"
      ? itemOf(row, Number(expression.index.value) - 1)
      : undefined;
  }
  const name = expression.name.value.toLowerCase();
  const fields = row.kind === "cast" ? row.type.fields ?? [] : [];
  return itemOf(row, fields.findIndex((field) => field.name?.toLowerCase() === name));
}

function itemOf(row: Expression, index: number): Expression | undefined {
  if (row.kind === "row") return row.items[index];
  if (row.kind !== "cast") return undefined;
  const [value, field] = [itemOf(row.value, index), row.type.fields?.[index]];
  return value && field && { ...row, value, type: field.type };
}

/** Takes an element of an array, a value of a map, a field of a row by number. */
export function translateSubscript(
  expression: Extract<Expression, { kind: "subscript" }>,
  context: Context,
): Typed {
  const base = translate(expression.base, context);
  const index = translate(expression.index, context);
  const { type } = base;
  const written = type.kind === "row" ? writtenField(expression) : undefined;
  if (written) return translate(written, context);
  if (type.kind === "row") {
    const at = Number(index.constant);
    const field = expression.index.kind === "integer" ? type.fields[at - 1] : undefined;
    if (!field) {
      throw new QueryError(
        "INVALID_FUNCTION_ARGUMENT",
        `ROW index out of bounds: ${index.constant}`,
        expression.index.position,
      );
    }
    return { sql: `(${base.sql})._${at - 1}`, type: field.type };
  }
  if (type.kind === "array" && (isInteger(index.type) || index.type.kind === "unknown")) {
    const i = coerce(index, index.type.kind === "unknown" ? BIGINT : index.type).sql;
    return {
      sql: `CASE WHEN ${i} BETWEEN 1 AND len(${base.sql}) THEN ${base.sql}[${i}] ` +
        `WHEN ${i} IS NULL OR ${base.sql} IS NULL THEN NULL ` +
        `ELSE ${
          failure(
            `t_fail_subscript(CAST(${i} AS BIGINT), CAST(len(${base.sql}) AS BIGINT))`,
            type.element,
          )
        } END`,
      type: type.element,
    };
  }
  if (type.kind === "map") {
    const key = coerce(index, type.key);
    // NaN equals nothing, also no key.
    const known = hasFloat(type.key) ? ` AND ${equal(key.sql, key.sql, type.key)}` : "";
    const text = isFloat(type.key)
      ? `CASE WHEN isnan(${key.sql}) THEN 'NaN' ELSE CAST(${key.sql} AS VARCHAR) END`
      : `CAST(${key.sql} AS VARCHAR)`;
    return {
      sql: `CASE WHEN ${base.sql} IS NULL OR ${key.sql} IS NULL THEN NULL ` +
        `WHEN map_contains(${base.sql}, ${key.sql})${known} THEN ${base.sql}[${key.sql}] ` +
        `ELSE ${
          failure(
            `t_fail('INVALID_FUNCTION_ARGUMENT: Key not present in map: ' || ${text})`,
            type.value,
          )
        } END`,
      type: type.value,
    };
  }
  throw new QueryError(
    "TYPE_MISMATCH",
    `Cannot use ${typeName(index.type)} for subscript of ${typeName(type)}`,
    expression.index.position,
  );
}

/** Makes an array. */
export function translateArray(
  expression: Extract<Expression, { kind: "array" }>,
  context: Context,
): Typed {
  const items = expression.items.map((item) => translate(item, context));
  const { type: element, values } = toCommonType(items, "All ARRAY elements", expression.items);
  const type: Type = { kind: "array", element };
  return { sql: `CAST([${values.join(", ")}] AS ${duckOf(type)})`, type };
}

/** `ROW(…)` of translated values. */
export function translateRow(items: readonly Typed[]): Typed {
  return {
    sql: `struct_pack(${
      items.map((item, i) =>
        `_${i} := ${item.type.kind === "unknown" ? `CAST(NULL AS INTEGER)` : item.sql}`
      )
        .join(", ")
    })`,
    type: { kind: "row", fields: items.map((item) => ({ type: item.type })) },
  };
}
