/**
 * Translates queries.
 * @module
 */
import { notSupported, type Position, QueryError } from "../errors.ts";
import type { Expression, Query, QueryBody, SortItem, WithQuery } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { commonType } from "../types/coerce.ts";
import { type Type, typeName } from "../types/types.ts";
import { coerce } from "../values/convert.ts";
import { mayFail } from "../values/fallible.ts";
import { distinctSql, isPlain, keyOf } from "../values/keys.ts";
import {
  type Context,
  type Env,
  type Field,
  fresh,
  type NamedQuery,
  type Scope,
} from "./context.ts";
import { translate } from "./expression.ts";
import { recursionOf, requireColumns, translateRecursion } from "./recursion.ts";
import { tableRelation, valuesRelation } from "./relations.ts";
import { translateSelect } from "./select.ts";
import { computed, isLimited } from "./tree/written.ts";
import { noteNamed, onlyChecked } from "./unused.ts";
import { requireOrderable, sortSql, unorderable } from "./windows.ts";

/** A translated query: its columns are named `c0`, `c1` … in the SQL. */
export interface Translated {
  sql: string;
  columns: Column[];
  /** Conditions that the rows are known to meet, over `c0`, `c1` …. */
  known?: readonly Expression[];
  /** Where the rows are not yet in order: by which columns of the SQL they are to be. */
  keys?: { item: SortItem; type: Type; column: string }[];
}

/**
 * When rows are sorted: never where nothing tells their order; later where they are left as they come,
 * with what they are to be sorted by.
 */
export type Sort = "now" | "later" | "never";

/** A column a query gives. */
export interface Column {
  /** Missing where the query gives it none. */
  name?: string;
  type: Type;
  /** Where the value is a table's partition column as it is. */
  origin?: Field["origin"];
}

const MAX_SCANS = 500;

/** Translates a query. */
export function translateQuery(query: Query, env: Env, outer?: Scope): Translated {
  if (env.session.scans.length > MAX_SCANS) {
    throw notSupported(`a query that reads more than ${MAX_SCANS} tables`, query.position);
  }
  const limited = isLimited(query, env.limited ?? false);
  const inner = { ...withQueries(query, env, outer), limited, nested: true };
  if (query.fetch) requireRows(query.fetch, query.limit, inner);
  if (query.fetch?.ties) return withTies(query, query.fetch.position, inner, outer);
  const limits = limitSql(query, inner);
  const sort = env.nested && limits === "" && !query.limitAll ? "never" : "now";
  const result = query.body.kind === "select"
    ? translateSelect(query.body, query.orderBy, inner, outer, sort)
    : ordered(translateBody(query.body, inner, outer), query, inner, sort);
  if (limits === "") return result;
  return {
    ...result,
    sql: result.sql + limits,
    columns: result.columns.map(({ origin: _, ...column }) => column),
  };
}

function withQueries(query: Query, env: Env, outer: Scope | undefined): Env {
  if (query.with.length === 0) return env;
  const queries = new Map<string, NamedQuery>(env.queries);
  const seen = new Set<string>();
  let inner: Env = { ...env, nested: true, queries: new Map(queries) };
  for (const named of query.with) {
    const name = named.name.value.toLowerCase();
    if (seen.has(name)) {
      throw new QueryError(
        "DUPLICATE_NAMED_QUERY",
        `WITH query name '${name}' specified more than once`,
        named.name.position,
      );
    }
    seen.add(name);
    const recursion = query.recursive ? recursionOf(named) : undefined;
    const columns = named.columns?.map((column) => column.value);
    const translated: NamedQuery = {
      query: named.query,
      ...(columns ? { columns } : {}),
      ...(recursion ? { recursion } : {}),
      env: inner,
      outer,
    };
    checkNamed(named, translated);
    queries.set(name, translated);
    inner = { ...inner, queries: new Map(queries) };
  }
  return { ...env, queries };
}

/** A named query is checked even where nothing selects from it. */
function checkNamed({ name, query, columns }: WithQuery, named: NamedQuery): void {
  const { env, outer } = named;
  const { session } = env;
  const scans = session.scans.length;
  if (named.recursion) translateRecursion(name.value, named, columns ?? []);
  else requireColumns(columns, translateQuery(query, env, outer).columns.length);
  session.scans.length = scans;
}

/** FETCH takes at least one row. */
function requireRows(
  { position }: NonNullable<Query["fetch"]>,
  limit: Expression | undefined,
  env: Env,
): void {
  const count = limit ? rowCount(limit, env, "FETCH FIRST") : 1n;
  if (count > 0n) return;
  throw new QueryError(
    "NUMERIC_VALUE_OUT_OF_RANGE",
    `FETCH FIRST row count must be positive (actual value: ${count})`,
    position,
  );
}

/** The first rows of an order, and those that are in it where the last of them is. */
function withTies(query: Query, position: Position, env: Env, outer?: Scope): Translated {
  if (query.orderBy.length === 0) {
    const message = "FETCH FIRST WITH TIES clause requires ORDER BY";
    throw new QueryError("MISSING_ORDER_BY", message, position);
  }
  const result = query.body.kind === "select"
    ? translateSelect(query.body, query.orderBy, env, outer, "later")
    : ordered(translateBody(query.body, env, outer), query, env, "later");
  const [rows, alias] = [fresh(env, "o"), fresh(env, "o")];
  const keys = (result.keys ?? []).map(({ item, type, column }) =>
    sortSql(item, { sql: `${rows}.${column}`, type })
  );
  const over = `OVER (ORDER BY ${keys.join(", ")})`;
  const count = rowCount(query.limit as Expression, env, "FETCH FIRST");
  const offset = query.offset ? rowCount(query.offset, env, "OFFSET") : 0n;
  const columns = result.columns.map(({ origin: _, ...column }) => column);
  return {
    sql: `SELECT ${columns.map((_, i) => `${alias}.c${i}`).join(", ")} FROM (SELECT *, ` +
      `rank() ${over} AS place, row_number() ${over} AS number FROM (${result.sql}) AS ${rows}) ` +
      `AS ${alias} WHERE ${alias}.place <= ${offset + count} AND ${alias}.number > ${offset} ` +
      `ORDER BY ${alias}.number`,
    columns,
  };
}

function limitSql(query: Query, env: Env): string {
  let sql = "";
  if (query.limit) sql += ` LIMIT ${rowCount(query.limit, env, "LIMIT")}`;
  if (query.offset) sql += ` OFFSET ${rowCount(query.offset, env, "OFFSET")}`;
  return sql;
}

function rowCount(expression: Expression, env: Env, clause: string): bigint {
  const value = expression.kind === "parameter"
    ? env.session.parameters[expression.index]
    : expression;
  if (value?.kind !== "integer") {
    throw new QueryError(
      "TYPE_MISMATCH",
      `${clause} row count must be a whole number`,
      expression.position,
    );
  }
  return BigInt(value.value);
}

/** Translates a query's body that is no SELECT with an order of its own. */
function translateBody(body: QueryBody, env: Env, outer?: Scope): Translated {
  switch (body.kind) {
    case "select":
      return translateSelect(body, [], env, outer, "now");
    case "nested":
      return translateQuery(body.query, env, outer);
    case "values": {
      const relation = valuesRelation(body, { env, scope: scopeOf([], outer) });
      return fromFields(relation.sql, relation.fields);
    }
    case "tablebody": {
      const relation = tableRelation(body.name, env);
      const fields = relation.fields.filter((field) => !field.hidden);
      for (const field of fields) {
        field.reads?.scan.used.add(field.reads.column);
        noteNamed(env.session.order, field.sql);
      }
      return fromFields(relation.sql, fields);
    }
    case "setop":
      return translateSetOperation(body, env, outer);
  }
}

/** A scope of these columns inside another. */
export function scopeOf(fields: Field[], outer?: Scope): Scope {
  return outer ? { fields, outer } : { fields };
}

function fromFields(relation: string, fields: readonly Field[]): Translated {
  return {
    sql: `SELECT ${fields.map((field, i) => `${field.sql} AS c${i}`).join(", ")} FROM ${relation}`,
    columns: fields.map((field): Column => ({
      ...(field.label === undefined ? {} : { name: field.label }),
      type: field.type,
      ...(field.origin ? { origin: field.origin } : {}),
    })),
  };
}

function translateSetOperation(
  body: Extract<QueryBody, { kind: "setop" }>,
  env: Env,
  outer?: Scope,
): Translated {
  const left = translateBody(body.left, env, outer);
  const right = translateBody(body.right, env, outer);
  if (left.columns.length !== right.columns.length) {
    throw new QueryError(
      "TYPE_MISMATCH",
      `${body.operator} query has different number of fields: ${left.columns.length}, ${right.columns.length}`,
      body.position,
    );
  }
  const columns = left.columns.map((column, i): Column => {
    const other = right.columns[i] as Column;
    const type = commonType(column.type, other.type);
    if (!type) {
      throw new QueryError(
        "TYPE_MISMATCH",
        `column ${i + 1} in ${body.operator} query has incompatible types: ${
          typeName(column.type)
        }, ${typeName(other.type)}`,
        body.position,
      );
    }
    return { ...(column.name === undefined ? {} : { name: column.name }), type };
  });
  const side = (translated: Translated, part: QueryBody) => {
    const alias = fresh(env, "s");
    const items = columns.map(({ type }, i) => {
      const value = { sql: `${alias}.c${i}`, type: (translated.columns[i] as Column).type };
      return `${coerce(value, type).sql} AS c${i}`;
    });
    const rows = computed(translated.sql, { body: part });
    return `SELECT ${items.join(", ")} FROM (${rows}) AS ${alias}`;
  };
  const sides = [side(left, body.left), side(right, body.right)] as const;
  const operator = `${body.operator}${body.distinct ? "" : " ALL"}`;
  const sql = body.operator === "UNION" && !body.distinct || columns.every((c) => isPlain(c.type))
    ? `(${sides[0]}) ${operator} (${sides[1]})`
    : setSql(body, sides, columns.map(({ type }) => type), env);
  return { sql, columns };
}

/** A set of rows some of whose values are the same though DuckDB tells them apart. */
function setSql(
  { operator, distinct, position }: Extract<QueryBody, { kind: "setop" }>,
  [left, right]: readonly [string, string],
  types: readonly Type[],
  env: Env,
): string {
  if (!distinct) throw notSupported(`${operator} ALL of these columns' types`, position);
  const [a, b] = [fresh(env, "s"), fresh(env, "s")];
  const cells = (alias: string) => types.map((type, i) => ({ sql: `${alias}.c${i}`, type }));
  // Of rows that are the same the left side's is shown.
  const [first, second] = [left, right].map((rows, i) => `SELECT *, ${i} AS side FROM (${rows})`);
  const from = operator === "UNION" ? `(${first} UNION ALL ${second})` : `(${left})`;
  const same = cells(a).map(({ sql, type }, i) =>
    `${keyOf(sql, type)} IS NOT DISTINCT FROM ${keyOf(`${b}.c${i}`, type)}`
  );
  const where = operator === "UNION"
    ? ""
    : ` WHERE ${operator === "EXCEPT" ? "NOT " : ""}EXISTS (SELECT 1 FROM (${right}) AS ${b} ` +
      `WHERE ${same.join(" AND ")})`;
  const list = cells(a).map(({ sql }, i) => `${sql} AS c${i}`).join(", ");
  const order = operator === "UNION" ? ` ORDER BY ${a}.side` : "";
  return `SELECT ${distinctSql(cells(a))}${list} FROM ${from} AS ${a}${where}${order}`;
}

function ordered(
  translated: Translated,
  { orderBy, body }: Query,
  env: Env,
  sort: Sort,
): Translated {
  if (orderBy.length === 0) {
    return { ...translated, sql: `SELECT * FROM (${translated.sql}) AS ${fresh(env, "o")}` };
  }
  const alias = fresh(env, "o");
  const fields = translated.columns.map((column, i): Field => ({
    ...(column.name === undefined ? {} : { name: column.name.toLowerCase() }),
    type: column.type,
    sql: `${alias}.c${i}`,
  }));
  const context: Context = {
    env,
    scope: scopeOf(fields),
    lambdas: [],
    aggregates: false,
    clause: "ORDER BY",
  };
  const keyOfItem = (item: SortItem) => {
    const position = ordinal(item.key, fields.length, "ORDER BY");
    const key = position === undefined
      ? translate(item.key, context)
      : { sql: (fields[position] as Field).sql, type: (fields[position] as Field).type };
    const shown = position === undefined ? format(item.key) : `:input(${position})`;
    requireOrderable(key.type, unorderable(shown, beginningOf(body)));
    return { item, key };
  };
  if (sort === "never") {
    onlyChecked(env.session, () => orderBy.forEach(keyOfItem));
    return { ...translated, sql: `SELECT * FROM (${translated.sql}) AS ${alias}` };
  }
  const keys = orderBy.map(keyOfItem);
  const sorted = keys.map(({ item, key }) => sortSql(item, key));
  if (sorted.some(mayFail)) env.session.order.matters = true;
  if (sort === "later") {
    const list = keys.map(({ key }, i) => `${key.sql} AS k${i}`).join(", ");
    return {
      sql: `SELECT ${alias}.*, ${list} FROM (${translated.sql}) AS ${alias}`,
      columns: translated.columns,
      keys: keys.map(({ item, key }, i) => ({ item, type: key.type, column: `k${i}` })),
    };
  }
  return {
    sql: `SELECT ${alias}.* FROM (${translated.sql}) AS ${alias} ORDER BY ${sorted.join(", ")}`,
    columns: translated.columns,
  };
}

function beginningOf(body: QueryBody): Position {
  return body.kind === "setop" ? beginningOf(body.left) : body.position;
}

/** Index of the column that `ORDER BY 2` or `GROUP BY 2` means. */
export function ordinal(
  key: Expression,
  count: number,
  clause: string,
): number | undefined {
  if (key.kind !== "integer") return undefined;
  const position = Number(key.value);
  if (position >= 1 && position <= count) return position - 1;
  throw new QueryError(
    "INVALID_COLUMN_REFERENCE",
    `${clause} position ${key.value} is not in select list`,
    key.position,
  );
}
