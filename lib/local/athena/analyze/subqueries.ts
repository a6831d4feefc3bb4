/**
 * Translates queries inside expressions.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { commonType } from "../types/coerce.ts";
import { BOOLEAN, hasFloat, isFloat, type Type, typeName } from "../types/types.ts";
import { coerce } from "../values/convert.ts";
import { keyOf } from "../values/keys.ts";
import { compare, equal } from "../values/operators.ts";
import type { Typed } from "../values/typed.ts";
import { type Context, fresh } from "./context.ts";
import { translate } from "./expression.ts";
import { type Column, type Translated, translateQuery } from "./query.ts";
import { planned } from "./tree/correlated.ts";

type Subquery = Extract<Expression, { kind: "exists" | "subquery" | "inquery" }>;
type InQuery = Extract<Expression, { kind: "inquery" }>;

/** What of each is asked for. */
const PLACES = { exists: "rows", subquery: "value", inquery: "list" } as const;

/** Translates EXISTS, a scalar subquery, and IN over a query. */
export function translateSubquery(expression: Subquery, context: Context): Typed {
  if (context.lambdas.length > 0) {
    throw new QueryError(
      "NOT_SUPPORTED",
      "Lambda expression cannot contain subqueries",
      expression.position,
    );
  }
  if (context.replace) throw notSupported("a subquery here", expression.position);
  if (expression.kind === "inquery") {
    return inRows(expression, rowsOf(expression, context), context);
  }
  const query = queryOf(expression, context);
  if (expression.kind === "exists") return { sql: `EXISTS (${query.sql})`, type: BOOLEAN };
  const [column] = query.columns;
  if (query.columns.length !== 1 || !column) {
    const type: Type = {
      kind: "row",
      fields: query.columns.map((c) => ({ type: c.type })),
    };
    const names = query.columns.map((_, i) => `_${i} := q.c${i}`).join(", ");
    return { sql: `(SELECT struct_pack(${names}) FROM (${query.sql}) AS q)`, type };
  }
  return { sql: `(${query.sql})`, type: column.type };
}

function queryOf(expression: Subquery, context: Context): Translated {
  const place = PLACES[expression.kind];
  const { position } = expression.kind === "subquery" ? expression.query : expression;
  return planned(
    expression.query,
    context.scope,
    place,
    position,
    () => translateQuery(expression.query, context.env, context.scope),
  );
}

/** The rows that IN looks among. */
export interface Rows {
  query: Translated;
  alias: string;
}

/** Translates the query of IN. */
export function rowsOf(expression: InQuery, context: Context): Rows {
  return { query: queryOf(expression, context), alias: fresh(context.env, "q") };
}

/**
 * Translates IN over rows.
 *
 * @param expression The expression
 * @param rows The rows
 * @param context Where it stands
 * @param where Conditions on the rows
 * @param keeps Whether rows are kept by it: the engine makes a join of it then
 * @returns A truth value
 */
export function inRows(
  expression: InQuery,
  { query, alias }: Rows,
  context: Context,
  where: readonly string[] = [],
  keeps = false,
): Typed {
  const value = translate(expression.value, context);
  const values = value.type.kind === "row"
    ? value.type.fields.map((field, i) => ({ sql: `(${value.sql})._${i}`, type: field.type }))
    : [value];
  if (values.length !== query.columns.length) throw otherType(values, query.columns, expression);
  const left: string[] = [];
  const right: string[] = [];
  const numbers: string[] = [];
  for (const [i, one] of values.entries()) {
    const column = query.columns[i] as Column;
    const type = commonType(one.type, column.type);
    if (!type) throw otherType(values, query.columns, expression);
    const cell = { sql: `${alias}.c${i}`, type: column.type };
    // The engine looks up here, where it takes NaN for one value, and a NULL inside too, as DuckDB
    // does; where it joins, NaN equals nothing.
    left.push(keyOf(coerce(one, type).sql, type));
    if (keeps && hasFloat(type)) {
      const { sql } = coerce(one, type);
      numbers.push(` AND ${equal(sql, sql, type)}`);
    }
    right.push(keyOf(coerce(cell, type).sql, type));
  }
  const list = left.length === 1 ? left[0] : `(${left.join(", ")})`;
  const cells = right.length === 1 ? right[0] : `(${right.join(", ")})`;
  const filter = where.length > 0 ? ` WHERE ${where.join(" AND ")}` : "";
  return {
    sql: `(${list} IN (SELECT ${cells} FROM (${query.sql}) AS ${alias}${filter})${
      numbers.join("")
    })`,
    type: BOOLEAN,
  };
}

function otherType(
  values: readonly Typed[],
  columns: readonly Column[],
  { position }: Expression,
): QueryError {
  const rows = [values.map(({ type }) => ({ type })), columns].map((fields) =>
    typeName({ kind: "row", fields: [...fields] })
  );
  return new QueryError(
    "TYPE_MISMATCH",
    `Value expression and result of subquery must be of the same type: ${rows.join(" vs ")}`,
    position,
  );
}

/** Translates `value > ALL (query)` and `value = ANY (query)`. */
export function translateQuantified(
  expression: Extract<Expression, { kind: "quantified" }>,
  context: Context,
): Typed {
  if (context.replace) throw notSupported("a subquery here", expression.position);
  const value = translate(expression.left, context);
  // The engine makes IN and NOT IN of these.
  const isIn = expression.quantifier === "ANY"
    ? expression.operator === "="
    : expression.operator === "<>";
  const query = planned(
    expression.query,
    context.scope,
    "list",
    isIn ? expression.position : expression.query.position,
    () => translateQuery(expression.query, context.env, context.scope),
  );
  const [column] = query.columns;
  if (query.columns.length !== 1 || !column) {
    throw notSupported("a comparison with a query of several columns", expression.position);
  }
  const alias = fresh(context.env, "q");
  const isAll = expression.quantifier === "ALL";
  const test = (sql: string) =>
    compare(expression.operator, value, { sql, type: column.type }, expression).sql;
  const cell = `${alias}.c0`;
  const [whole, unknown] = isFloat(column.type) && !isIn
    ? ofBounds(expression, cell, test)
    : [`${isAll ? "bool_and" : "bool_or"}(${test(cell)})`, `bool_or((${test(cell)}) IS NULL)`];
  const empty = isAll ? "TRUE" : "FALSE";
  return {
    sql: `(SELECT CASE WHEN count(*) = 0 THEN ${empty} WHEN ${isAll ? "NOT " : ""}${whole} ` +
      `THEN NOT ${empty} WHEN ${unknown} THEN NULL ELSE ${empty} END FROM (${query.sql}) AS ${alias})`,
    type: BOOLEAN,
  };
}

/**
 * A comparison with all of some numbers, or any, and whether it is unknown: the engine compares with
 * the least and the greatest, to which NaN counts only where there is nothing else.
 */
function ofBounds(
  { operator, quantifier }: Extract<Expression, { kind: "quantified" }>,
  cell: string,
  test: (sql: string) => string,
): [whole: string, unknown: string] {
  const isAll = quantifier === "ALL";
  const bound = (name: string) =>
    test(`coalesce(${name}(${cell}) FILTER (WHERE NOT isnan(${cell})), ${name}(${cell}))`);
  const names = operator.startsWith("<") && operator !== "<>"
    ? [isAll ? "min" : "max"]
    : operator.startsWith(">")
    ? [isAll ? "max" : "min"]
    : ["min", "max"];
  const whole = `(${names.map(bound).join(isAll ? " AND " : " OR ")})`;
  return [whole, `count(*) > count(${cell}) OR ${whole} IS NULL`];
}
