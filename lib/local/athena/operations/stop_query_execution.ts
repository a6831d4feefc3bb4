/**
 * `StopQueryExecution`
 * @module
 */
import type { Operation } from "../context.ts";
import { getExecution } from "./executions.ts";
import { requiredText } from "./input.ts";

export const stopQueryExecution: Operation = (context, input) => {
  const id = requiredText(input, "QueryExecutionId");
  getExecution(context, id);
  context.runner.cancel(id);
  return {};
};
