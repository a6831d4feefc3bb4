/**
 * `GetQueryResults`
 * @module
 */
import type { Operation } from "../context.ts";
import { readRows } from "../executions/results.ts";
import { getExecution } from "./executions.ts";
import { invalidRequest, maxResults, requiredText, tokenOf, tokenPosition } from "./input.ts";

const MOST_ROWS = 1000;

export const getQueryResults: Operation = async (context, input) => {
  const execution = getExecution(context, requiredText(input, "QueryExecutionId"));
  if (Number(input["MaxResults"]) > MOST_ROWS) {
    throw invalidRequest(`MaxResults is more than maximum allowed length ${MOST_ROWS}`);
  }
  const limit = maxResults(input, MOST_ROWS);
  const from = tokenPosition(input);
  const { State } = execution.Status;
  if (State !== "SUCCEEDED") {
    throw invalidRequest(
      State === "FAILED" || State === "CANCELLED"
        ? `Query did not finish successfully. Final query state: ${State}`
        : `Query has not yet finished. Current state: ${State}`,
      "INVALID_QUERY_EXECUTION_STATE",
    );
  }
  const rows = await readRows(execution, context.store, from, from + limit).catch((error) => {
    throw invalidRequest(
      `Unable to read the results at ${execution.ResultConfiguration?.OutputLocation}: ${
        error instanceof Error ? error.message : String(error)
      }`,
      "RESULTS_NOT_FOUND",
    );
  });
  const end = from + rows.length;
  return {
    ...(execution.updateCount === undefined ? {} : { UpdateCount: execution.updateCount }),
    ResultSet: { Rows: rows, ResultSetMetadata: { ColumnInfo: execution.columns ?? [] } },
    ...(end < (execution.rows ?? 0) ? { NextToken: tokenOf(end) } : {}),
  };
};
