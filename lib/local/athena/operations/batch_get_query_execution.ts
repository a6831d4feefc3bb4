/**
 * `BatchGetQueryExecution`
 * @module
 */
import type { Operation } from "../context.ts";
import { shown } from "./executions.ts";
import { invalidRequest, texts } from "./input.ts";

export const batchGetQueryExecution: Operation = (context, input) => {
  const ids = texts(input, "QueryExecutionIds");
  if (ids.length < 1 || ids.length > 50) {
    throw invalidRequest("QueryExecutionIds takes 1 to 50 ids");
  }
  const found = ids.map((id) => ({ id, execution: context.runner.get(id) }));
  return {
    QueryExecutions: found.flatMap(({ execution }) => execution ? [shown(execution)] : []),
    UnprocessedQueryExecutionIds: found.filter(({ execution }) => !execution).map(({ id }) => ({
      QueryExecutionId: id,
      ErrorCode: "INVALID_QUERY_EXECUTION_ID",
      ErrorMessage: `QueryExecution ${id} was not found`,
    })),
  };
};
