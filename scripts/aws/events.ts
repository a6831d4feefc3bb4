/**
 * Events of a stack, as they come.
 * @module
 */
import type { StackEvent } from "@aws-sdk/client-cloudformation";
import type { TaskContext } from "../cli/task.ts";

/** Shows what is under way as progress, and what is done as a line. */
export function showEvent(event: StackEvent, context: TaskContext): void {
  const reason = event.ResourceStatusReason === undefined ? "" : `  ${event.ResourceStatusReason}`;
  const line = `${event.ResourceStatus?.padEnd(20)} ${event.LogicalResourceId}${reason}`;
  if (event.ResourceStatus?.endsWith("_IN_PROGRESS")) context.progress.update(line);
  else context.log(`  ${line}`);
}
