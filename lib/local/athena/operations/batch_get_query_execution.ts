/**
 * `BatchGetQueryExecution`
 * @module
 */
import type { Operation } from "../context.ts";
import { shown } from "./executions.ts";
import { texts } from "./input.ts";

export const batchGetQueryExecution: Operation = (context, input) => {
  const found = texts(input, "QueryExecutionIds").map((id) => ({
    id,
    execution: context.runner.get(id),
  }));
  return {
    QueryExecutions: found.flatMap(({ execution }) => execution ? [shown(execution)] : []),
    UnprocessedQueryExecutionIds: found.filter(({ execution }) => !execution).map(({ id }) => ({
      QueryExecutionId: id,
      ErrorCode: "INVALID_QUERY_EXECUTION_ID",
      ErrorMessage: `QueryExecution ${id} was not found`,
    })),
  };
};
