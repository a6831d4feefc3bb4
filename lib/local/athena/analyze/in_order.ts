/**
 * Values that fail where the engine would not look at them: behind a NULL, or beside what decides
 * `AND` and `OR`. DuckDB computes all parts of an expression, in an order of its own. A query that
 * fails so is translated again with its parts in their order, which costs time.
 * @module
 */
import { queryError } from "../engine/engine.ts";
import type { Query } from "../sql/ast.ts";
import type { Env, Session, Typed } from "./context.ts";
import { type Translated, translateQuery } from "./query.ts";

/** Longer SQL than this is left as it is: parts are repeated, and those within them again. */
const MAX_LENGTH = 500_000;

const LITERAL = /CAST\((?:NULL|-?[\d.]+|'[^']*') AS [A-Z]+(?:\([\d,]+\))?(?:\[\])*\)/g;

/** Whether SQL is more than columns, literals and comparisons of them. */
function mayFail(sql: string): boolean {
  return /\w\(|\[|CASE|[-+*/%]/.test(sql.replaceAll(LITERAL, "0"));
}

/** Failures of a value, which the engine may have no cause to look at. */
const OF_VALUES = new Set([
  "DIVISION_BY_ZERO",
  "GENERIC_INTERNAL_ERROR",
  "INVALID_CAST_ARGUMENT",
  "INVALID_FUNCTION_ARGUMENT",
  "NOT_SUPPORTED",
  "NUMERIC_VALUE_OUT_OF_RANGE",
]);

/**
 * Runs a translated query, and where a value fails it, again with its parts in their order.
 *
 * @param query The query
 * @param translated Its translation
 * @param env What it was translated with
 * @param run Runs SQL
 * @returns What `run` gives
 * @throws {QueryError} What fails the query
 */
export async function runInOrder<T>(
  query: Query,
  translated: Translated,
  env: Env,
  run: (sql: string) => Promise<T>,
): Promise<T> {
  try {
    return await run(translated.sql);
  } catch (error) {
    const failure = queryError(error);
    const { session } = env;
    if (!session.order.matters || !OF_VALUES.has(failure.code)) throw failure;
    const order = { kept: true, matters: true };
    const again = translateQuery(query, {
      ...env,
      session: { ...session, scans: [], nextId: 0, order },
    });
    try {
      return await run(again.sql);
    } catch (other) {
      const second = queryError(other);
      throw OF_VALUES.has(second.code) ? second : failure;
    }
  }
}

/**
 * `AND` or `OR`, whose first parts decide whether the others are looked at.
 *
 * @param operator Which
 * @param items DuckDB's SQL of the parts
 * @param session Notes that the parts' order matters, or wants it kept
 * @returns DuckDB's SQL
 */
export function connected(
  operator: "and" | "or",
  items: readonly string[],
  session: Session,
): string {
  const word = operator.toUpperCase();
  const plain = `(${items.join(` ${word} `)})`;
  if (!items.slice(1).some(mayFail)) return plain;
  session.order.matters = true;
  if (!session.order.kept) return plain;
  const sql = items.reduceRight((rest, item) =>
    operator === "and"
      ? `CASE WHEN NOT ${item} THEN FALSE ELSE (${item} AND ${rest}) END`
      : `CASE WHEN ${item} THEN TRUE ELSE (${item} OR ${rest}) END`
  );
  return sql.length > MAX_LENGTH ? plain : sql;
}

/**
 * A value that is NULL where one of its arguments is: those after it are not looked at.
 *
 * @param args The arguments
 * @param value The value of them
 * @param session Notes that the arguments' order matters, or wants it kept
 * @returns The value
 */
export function nullIfAny(args: readonly Typed[], value: Typed, session: Session): Typed {
  const values = args.filter(({ type, constant }) =>
    type.kind !== "function" && (constant === undefined || constant === null)
  );
  if (args.length < 2 || values.length === 0 || !args.some(({ sql }) => mayFail(sql))) return value;
  session.order.matters = true;
  if (!session.order.kept) return value;
  const whens = values.map(({ sql }) => `WHEN ${sql} IS NULL THEN NULL`).join(" ");
  const sql = `CASE ${whens} ELSE ${value.sql} END`;
  return sql.length > MAX_LENGTH ? value : { ...value, sql };
}
