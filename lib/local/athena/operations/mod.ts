/**
 * Athena's operations, by name.
 * @module
 */
import type { Operation } from "../context.ts";
import { batchGetQueryExecution } from "./batch_get_query_execution.ts";
import { getQueryExecution } from "./get_query_execution.ts";
import { getQueryResults } from "./get_query_results.ts";
import { getQueryRuntimeStatistics } from "./get_query_runtime_statistics.ts";
import { listQueryExecutions } from "./list_query_executions.ts";
import { startQueryExecution } from "./start_query_execution.ts";
import { stopQueryExecution } from "./stop_query_execution.ts";

/** Operations by the name requests call them. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  BatchGetQueryExecution: batchGetQueryExecution,
  GetQueryExecution: getQueryExecution,
  GetQueryResults: getQueryResults,
  GetQueryRuntimeStatistics: getQueryRuntimeStatistics,
  ListQueryExecutions: listQueryExecutions,
  StartQueryExecution: startQueryExecution,
  StopQueryExecution: stopQueryExecution,
};
