/**
 * `GetQueryExecution`
 * @module
 */
import type { Operation } from "../context.ts";
import { getExecution, shown } from "./executions.ts";
import { requiredText } from "./input.ts";

export const getQueryExecution: Operation = (context, input) => ({
  QueryExecution: shown(getExecution(context, requiredText(input, "QueryExecutionId"))),
});
