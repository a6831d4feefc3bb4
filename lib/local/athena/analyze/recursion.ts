/**
 * WITH RECURSIVE: a query that selects from itself is taken apart into as many steps as the engine
 * allows, each over the rows of the one before.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Identifier, Query, QueryBody, WithQuery } from "../sql/ast.ts";
import { coercible } from "../types/coerce.ts";
import { typeName } from "../types/types.ts";
import { coerce } from "../values/convert.ts";
import { isPlain } from "../values/keys.ts";
import { quote } from "../values/typed.ts";
import { type Env, fresh, type NamedQuery, type Recursion } from "./context.ts";
import { type Column, type Translated, translateQuery } from "./query.ts";
import { findMatched } from "./row_patterns/relation.ts";
import { checkFrom, referencesTo } from "./tree/recursion_shape.ts";

/** How many steps there may be, as the engine is set up. */
const MAX_DEPTH = 10;

/**
 * Takes a named query of WITH RECURSIVE apart.
 *
 * @param named The query
 * @returns Its parts; nothing where it does not select from itself
 * @throws {QueryError} It selects from itself where it may not
 */
export function recursionOf(named: WithQuery): Recursion | undefined {
  const { query } = named;
  const name = named.name.value;
  if (!named.columns) {
    throw new QueryError(
      "MISSING_COLUMN_ALIASES",
      "missing column aliases in recursive WITH query",
      named.name.position,
    );
  }
  const nested = recursiveWithin(query);
  if (nested) throw new QueryError("NESTED_RECURSIVE", "nested recursive WITH query", nested);
  const { body } = query;
  if (body.kind !== "setop" || body.operator !== "UNION") return notRecursive(query, name);
  const [inAnchor] = referencesTo(name, body.left);
  if (inAnchor) {
    throw misplaced("WITH table name is referenced in the base relation of recursion", inAnchor);
  }
  const [reference, second] = referencesTo(name, body.right);
  if (second) {
    throw misplaced("multiple recursive references in the step relation of recursion", second);
  }
  if (!reference) return notRecursive(query, name);
  const step = selectOf(body.right);
  if (step?.kind !== "select" || !step.from || referencesTo(name, step.from).length === 0) {
    throw misplaced(
      "recursive reference outside of FROM clause of the step relation of recursion",
      reference,
    );
  }
  checkClauses(query);
  const matched = findMatched(query.body);
  if (matched) {
    throw new QueryError(
      "NESTED_ROW_PATTERN_RECOGNITION",
      "nested row pattern recognition in recursive query",
      matched.position,
    );
  }
  checkFrom(name, step.from);
  return { anchor: body.left, step: body.right, distinct: body.distinct };
}

function misplaced(message: string, position: Identifier["position"]): QueryError {
  return new QueryError("INVALID_RECURSIVE_REFERENCE", message, position);
}

function notRecursive(query: Query, name: string): undefined {
  const [reference] = referencesTo(name, query);
  if (reference) throw misplaced("recursive reference not allowed in this context", reference);
}

/** Where a WITH RECURSIVE stands inside. */
function recursiveWithin(node: unknown): Identifier["position"] | undefined {
  if (typeof node !== "object" || node === null) return undefined;
  const { recursive, position } = node as Partial<Query>;
  if (recursive) return position;
  for (const part of Object.values(node)) {
    const found = recursiveWithin(part);
    if (found) return found;
  }
  return undefined;
}

/** The SELECT in the parentheses of a step. */
function selectOf(body: QueryBody): QueryBody {
  if (body.kind !== "nested") return body;
  const { query } = body;
  if (query.limit && query.body.kind !== "select") {
    throw new QueryError(
      "INVALID_LIMIT_CLAUSE",
      "FETCH FIRST / LIMIT clause in the step relation of recursion",
      query.clauses.limit,
    );
  }
  return selectOf(query.body);
}

/** What may not stand beside the parts of a recursion. */
function checkClauses({ with: queries, position, orderBy, offset, limit, clauses }: Query): void {
  const immediate = (clause: string) => `immediate ${clause} clause in recursive query`;
  if (queries.length > 0) throw new QueryError("NOT_SUPPORTED", immediate("WITH"), position);
  if (orderBy.length > 0) {
    throw new QueryError("NOT_SUPPORTED", immediate("ORDER BY"), clauses.orderBy);
  }
  if (offset) throw new QueryError("NOT_SUPPORTED", immediate("OFFSET"), clauses.offset);
  if (limit) {
    throw new QueryError(
      "INVALID_LIMIT_CLAUSE",
      immediate("FETCH FIRST / LIMIT"),
      clauses.limit,
    );
  }
}

/**
 * Refuses another number of aliases than there are columns.
 *
 * @throws {QueryError} `MISMATCHED_COLUMN_ALIASES`
 */
export function requireColumns(aliases: readonly Identifier[] | undefined, count: number): void {
  if (!aliases || aliases.length === count) return;
  throw new QueryError(
    "MISMATCHED_COLUMN_ALIASES",
    `Column alias list has ${aliases.length} entries but relation has ${count} columns`,
    aliases[0]?.position,
  );
}

/**
 * Translates a query that selects from itself.
 *
 * @param name Its name
 * @param named The query
 * @param aliases Its columns' names, where their number is not yet known to be right
 * @returns All steps' rows
 * @throws {QueryError} The step's columns do not fit the anchor's
 */
export function translateRecursion(
  name: string,
  named: NamedQuery,
  aliases?: readonly Identifier[],
): Translated {
  const { env, outer, columns: labels = [] } = named;
  const { anchor, step, distinct } = named.recursion as Recursion;
  const key = name.toLowerCase();
  if (env.queries.has(key)) {
    throw notSupported("WITH RECURSIVE of a name that a query around it has", step.position);
  }
  const first = translateQuery(queryOf(anchor), env, outer);
  requireColumns(aliases, first.columns.length);
  const types = first.columns.map(({ type }) => type);
  const cte = fresh(env, "w");
  const rows = `${cte}_rows`;
  const inner: Env = {
    ...env,
    queries: new Map(env.queries).set(key, { ...named, rows: { sql: rows, types } }),
  };
  const next = translateQuery(queryOf(step), inner, outer);
  requireFitting(next.columns, first.columns, step);
  if (distinct && !types.every(isPlain)) {
    throw notSupported("WITH RECURSIVE … UNION of these columns' types", step.position);
  }
  const alias = fresh(env, "s");
  const list = types.map((type, i) => {
    const value = { sql: `${alias}.c${i}`, type: (next.columns[i] as Column).type };
    return `${coerce(value, type).sql} AS c${i}`;
  });
  const stepSql = `SELECT ${list.join(", ")} FROM (${next.sql}) AS ${alias}`;
  const place = new RegExp(`\\b${rows}\\b`, "g");
  const steps = Array.from(
    { length: MAX_DEPTH + 2 },
    (_, i) =>
      `${cte}_${i} AS MATERIALIZED (${
        i === 0 ? first.sql : stepSql.replace(place, `${cte}_${i - 1}`)
      })`,
  );
  const all = steps.slice(0, -1).map((_, i) => `SELECT * FROM ${cte}_${i}`).join(" UNION ALL ");
  return {
    sql: `WITH ${steps.join(", ")} SELECT ${distinct ? "DISTINCT " : ""}* FROM (${all}) ` +
      `WHERE (SELECT CASE WHEN count(*) = 0 THEN TRUE ELSE CAST(t_fail(${quote(TOO_DEEP)}) AS ` +
      `BOOLEAN) END FROM ${cte}_${MAX_DEPTH + 1})`,
    columns: types.map((type, i): Column => {
      const label = labels[i];
      return { ...(label === undefined ? {} : { name: label }), type };
    }),
  };
}

const TOO_DEEP = `NOT_SUPPORTED: Recursion depth limit exceeded (${MAX_DEPTH}). Use ` +
  "'max_recursion_depth' session property to modify the limit.";

function queryOf(body: QueryBody): Query {
  const { position } = body;
  return { recursive: false, with: [], body, orderBy: [], clauses: {}, position };
}

function requireFitting(
  step: readonly Column[],
  anchor: readonly Column[],
  { position }: QueryBody,
): void {
  if (step.length !== anchor.length) {
    throw new QueryError(
      "TYPE_MISMATCH",
      "base and step relations of recursion have different number of fields: " +
        `${anchor.length}, ${step.length}`,
      position,
    );
  }
  for (const [i, { type }] of step.entries()) {
    const to = (anchor[i] as Column).type;
    if (coercible(type, to)) continue;
    throw new QueryError(
      "TYPE_MISMATCH",
      `recursion step relation output type (${
        typeName(type)
      }) is not coercible to recursion base ` +
        `relation output type (${typeName(to)}) at column ${i + 1}`,
      position,
    );
  }
}
