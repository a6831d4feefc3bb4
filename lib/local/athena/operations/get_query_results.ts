/**
 * `GetQueryResults`
 * @module
 */
import type { AwsError } from "../../aws_error.ts";
import type { Operation } from "../context.ts";
import { readRows } from "../executions/results.ts";
import { isOfHive } from "../executions/runner.ts";
import { getExecution } from "./executions.ts";
import { invalidRequest, maxResults, requiredText, tokenOf, tokenPosition } from "./input.ts";

const MOST_ROWS = 1000;
const MALFORMED = "Malformed nextPageToken ";

/** In the order of the service: the execution, the size of the page, the state, the token. */
export const getQueryResults: Operation = async (context, input) => {
  const execution = getExecution(context, requiredText(input, "QueryExecutionId"));
  const limit = maxResults(input, MOST_ROWS);
  if (limit > MOST_ROWS) {
    throw invalidRequest(`MaxResults is more than maximum allowed length ${MOST_ROWS}`);
  }
  if (input["QueryResultType"] === "DATA_MANIFEST") {
    throw invalidRequest("QueryResultType DATA_MANIFEST is not supported: ask for DATA_ROWS");
  }
  const { State, StateChangeReason = "" } = execution.Status;
  if (State === "FAILED" && isOfHive(StateChangeReason)) return { ResultSet: { Rows: [] } };
  if (State !== "SUCCEEDED") throw withoutResults(State);
  const all = execution.rows ?? 0;
  const from = all === 0 ? 0 : tokenPosition(input, MALFORMED);
  if (from > all) throw invalidRequest(MALFORMED + requiredText(input, "NextToken"));
  const rows = await readRows(execution, context.store, from, from + limit).catch((error) => {
    throw invalidRequest(
      `Unable to read the results at ${execution.ResultConfiguration?.OutputLocation}: ${
        error instanceof Error ? error.message : String(error)
      }`,
      "RESULTS_NOT_FOUND",
    );
  });
  return {
    ...(execution.updateCount === undefined ? {} : { UpdateCount: execution.updateCount }),
    ResultSet: { Rows: rows, ResultSetMetadata: { ColumnInfo: execution.columns ?? [] } },
    // A page that is full has a token, be there more or not.
    ...(rows.length === limit ? { NextToken: tokenOf(from + limit) } : {}),
  };
};

function withoutResults(state = "QUEUED"): AwsError {
  if (state === "CANCELLED") return invalidRequest("Could not find results", "RESULT_NOT_FOUND");
  return invalidRequest(
    state === "FAILED"
      ? `Query did not finish successfully. Final query state: ${state}`
      : `Query has not yet finished. Current state: ${state}`,
    "INVALID_QUERY_EXECUTION_STATE",
  );
}
