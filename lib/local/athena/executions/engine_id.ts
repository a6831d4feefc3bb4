/**
 * What the engine itself calls a query.
 * @module
 */
import type { Execution } from "./model.ts";

/** The engine's own id of a query: when it began, which it was, and which engine it was. */
export function engineId({ QueryExecutionId: id, Status }: Execution): string {
  const [date, time = ""] = (Status.SubmissionDateTime ?? new Date()).toISOString().split("T");
  const number = String(parseInt(id.slice(0, 4), 16)).padStart(5, "0");
  return [date?.replaceAll("-", ""), time.slice(0, 8).replaceAll(":", ""), number, id.slice(-5)]
    .join("_");
}
