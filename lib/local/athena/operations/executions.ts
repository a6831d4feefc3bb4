/**
 * Looks executions up.
 * @module
 */
import type { AthenaContext, ShownExecution } from "../context.ts";
import type { Execution } from "../executions/model.ts";
import { invalidRequest } from "./input.ts";

/** An execution by its id. */
export function getExecution(context: AthenaContext, id: string): Execution {
  const execution = context.runner.get(id);
  if (execution) return execution;
  throw invalidRequest(`QueryExecution ${id} was not found`, "QUERY_EXECUTION_NOT_FOUND");
}

/** An execution as the API shows it. */
export function shown(execution: Execution): ShownExecution {
  const {
    columns: _columns,
    rows: _rows,
    offsets: _offsets,
    updateCount: _updateCount,
    asked: _asked,
    reuse: _reuse,
    ...rest
  } = execution;
  return structuredClone(rest);
}
