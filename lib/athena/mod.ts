/**
 * Athena: SQL over the objects the sink wrote.
 * @module
 */
export { queryCostUsd, USD_PER_TERABYTE } from "./cost.ts";
export type { QueryOptions, QueryProgress } from "./execution.ts";
export { namedQueries, type NamedQuery, namedQuery } from "./named_queries.ts";
export type { QueryParameter } from "./parameters.ts";
export {
  query,
  type QueryPage,
  queryPages,
  type QueryResult,
  type QueryStatistics,
} from "./query.ts";
export { QueryError, type QueryPosition } from "./query_error.ts";
export { type AthenaColumn, type AthenaRow, type AthenaValue, toDate } from "./values.ts";
