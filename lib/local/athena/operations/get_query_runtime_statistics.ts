/**
 * `GetQueryRuntimeStatistics`
 * @module
 */
import type { Operation } from "../context.ts";
import { getExecution } from "./executions.ts";
import { requiredText } from "./input.ts";

export const getQueryRuntimeStatistics: Operation = (context, input) => {
  const execution = getExecution(context, requiredText(input, "QueryExecutionId"));
  const s = execution.Statistics;
  return {
    QueryRuntimeStatistics: {
      Timeline: {
        QueryQueueTimeInMillis: s.QueryQueueTimeInMillis ?? 0,
        QueryPlanningTimeInMillis: s.QueryPlanningTimeInMillis ?? 0,
        EngineExecutionTimeInMillis: s.EngineExecutionTimeInMillis ?? 0,
        ServiceProcessingTimeInMillis: s.ServiceProcessingTimeInMillis ?? 0,
        TotalExecutionTimeInMillis: s.TotalExecutionTimeInMillis ?? 0,
      },
      Rows: {
        InputBytes: s.DataScannedInBytes ?? 0,
        OutputRows: Math.max(
          0,
          (execution.rows ?? 0) - (execution.StatementType === "DML" ? 1 : 0),
        ),
      },
    },
  };
};
