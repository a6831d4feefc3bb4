/**
 * Runs statements that write tables or files.
 * @module
 */
import type { Outcome } from "../executions/statement.ts";
import type { StatementContext } from "../executions/query.ts";
import type { Execution } from "../executions/model.ts";
import { notSupported } from "../errors.ts";
import type { Statement } from "../sql/statements.ts";

/** Runs CTAS, INSERT or UNLOAD. */
export function runWrite(
  statement: Statement,
  _execution: Execution,
  _context: StatementContext,
): Promise<Outcome> {
  throw notSupported(statement.kind);
}
