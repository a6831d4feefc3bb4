/**
 * Translates queries.
 * @module
 */
import { notSupported, type Position, QueryError } from "../errors.ts";
import type { Expression, Query, QueryBody } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { commonType } from "../types/coerce.ts";
import { type Type, typeName } from "../types/types.ts";
import {
  type Context,
  type Env,
  type Field,
  fresh,
  type NamedQuery,
  type Scope,
} from "./context.ts";
import { coerce } from "./convert.ts";
import { translate } from "./expression.ts";
import { mayFail } from "./fallible.ts";
import { translateSelect } from "./select.ts";
import { tableRelation, valuesRelation } from "./relations.ts";
import { noteNamed } from "./unused.ts";
import { requireZone } from "./zones.ts";
import { sortSql, unorderable } from "./windows.ts";

/** A translated query: its columns are named `c0`, `c1` … in the SQL. */
export interface Translated {
  sql: string;
  columns: Column[];
}

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
  if (query.recursive) throw notSupported("WITH RECURSIVE", query.position);
  if (env.session.scans.length > MAX_SCANS) {
    throw notSupported(`a query that reads more than ${MAX_SCANS} tables`, query.position);
  }
  const inner = withQueries(query, env, outer);
  const limits = limitSql(query, inner);
  const result = query.body.kind === "select"
    ? translateSelect(query.body, query.orderBy, inner, outer)
    : ordered(translateBody(query.body, inner, outer), query, inner);
  if (limits === "") return result;
  return {
    sql: result.sql + limits,
    columns: result.columns.map(({ origin: _, ...column }) => column),
  };
}

function withQueries(query: Query, env: Env, outer: Scope | undefined): Env {
  if (query.with.length === 0) return env;
  const queries = new Map<string, NamedQuery>(env.queries);
  const seen = new Set<string>();
  let inner: Env = { ...env, queries: new Map(queries) };
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
    const columns = named.columns?.map((column) => column.value);
    checkUnused(named.query, inner, outer);
    queries.set(name, { query: named.query, ...(columns ? { columns } : {}), env: inner, outer });
    inner = { ...env, queries: new Map(queries) };
  }
  return inner;
}

/** A named query is checked even where nothing selects from it. */
function checkUnused(query: Query, env: Env, outer: Scope | undefined): void {
  const { session } = env;
  const scans = session.scans.length;
  translateQuery(query, env, outer);
  session.scans.length = scans;
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
      return translateSelect(body, [], env, outer);
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
  for (const field of fields) requireZone(field.type);
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
    requireZone(type);
    return { ...(column.name === undefined ? {} : { name: column.name }), type };
  });
  const side = (translated: Translated) => {
    const alias = fresh(env, "s");
    const items = columns.map(({ type }, i) => {
      const value = { sql: `${alias}.c${i}`, type: (translated.columns[i] as Column).type };
      return `${coerce(value, type).sql} AS c${i}`;
    });
    return `SELECT ${items.join(", ")} FROM (${translated.sql}) AS ${alias}`;
  };
  const operator = `${body.operator}${body.distinct ? "" : " ALL"}`;
  return { sql: `(${side(left)}) ${operator} (${side(right)})`, columns };
}

function ordered(translated: Translated, { orderBy, body }: Query, env: Env): Translated {
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
  const keys = orderBy.map((item) => {
    const position = ordinal(item.key, fields.length, "ORDER BY", env);
    const key = position === undefined
      ? translate(item.key, context)
      : { sql: (fields[position] as Field).sql, type: (fields[position] as Field).type };
    const shown = position === undefined ? format(item.key) : `:input(${position})`;
    return sortSql(item, key, unorderable(shown, beginningOf(body)));
  });
  if (keys.some(mayFail)) env.session.order.matters = true;
  return {
    sql: `SELECT ${alias}.* FROM (${translated.sql}) AS ${alias} ORDER BY ${keys.join(", ")}`,
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
  _env: Env,
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
