/**
 * Runs a query, and where a value fails it, again with its parts in their order.
 * @module
 */
import { queryError } from "../engine/engine.ts";
import type { Query } from "../sql/ast.ts";
import type { Env, Order } from "./context.ts";
import { type Translated, translateQuery } from "./query.ts";
import { newOrder, unusedIn } from "./unused.ts";

/** Failures of a value, which the engine may have no cause to look at. */
const OF_VALUES = new Set([
  "DIVISION_BY_ZERO",
  "GENERIC_INTERNAL_ERROR",
  "INVALID_CAST_ARGUMENT",
  "INVALID_FUNCTION_ARGUMENT",
  "JSON_INPUT_CONVERSION_ERROR",
  "JSON_OUTPUT_CONVERSION_ERROR",
  "JSON_VALUE_RESULT_ERROR",
  "NOT_SUPPORTED",
  "NUMERIC_VALUE_OUT_OF_RANGE",
  "PATH_EVALUATION_ERROR",
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
    if (!OF_VALUES.has(failure.code)) throw failure;
    const again = translateInOrder(query, env);
    if (again === undefined) throw failure;
    try {
      return await run(again);
    } catch (other) {
      const second = queryError(other);
      throw OF_VALUES.has(second.code) ? second : failure;
    }
  }
}

/** How often columns are left out that only columns name which are left out themselves. */
const ROUNDS = 5;

const countOf = (unused: Order["unused"]) =>
  [...unused.values()].reduce((sum, places) => sum + places.size, 0);

/** SQL in order, where that may be another answer. */
function translateInOrder(query: Query, { session, ...env }: Env): string | undefined {
  let { order } = session;
  let unused: Order["unused"] = unusedIn(order);
  if (!order.matters && countOf(unused) === 0) return undefined;
  for (let round = 1;; round++) {
    order = { ...newOrder(), kept: true, unused };
    const again = { ...session, scans: [], nextId: 0, order };
    const { sql } = translateQuery(query, { ...env, session: again });
    const before = countOf(unused);
    unused = unusedIn(order);
    if (round === ROUNDS || countOf(unused) === before) return sql;
  }
}
