/**
 * Runs DDL, and statements that show what the catalog has.
 * @module
 */
import type { Outcome } from "../executions/statement.ts";
import type { StatementContext } from "../executions/query.ts";
import { notSupported } from "../errors.ts";
import type { Statement } from "../sql/statements.ts";

/** Runs a statement of DDL. */
export function runDdl(statement: Statement, _context: StatementContext): Promise<Outcome> {
  throw notSupported(statement.kind);
}
