/**
 * A query's failure: Athena's name of it, where in the text it lies, and what to do about it.
 * @module
 */
import type { Config } from "../config.ts";
import { type ErrorDetails, TickertapeError } from "../errors.ts";
import { queryRemedy } from "./remedies.ts";

/** A place in a query's text, both counted from 1. */
export interface QueryPosition {
  line: number;
  column: number;
}

/**
 * A query that Athena refused, that failed, or that was cancelled.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const error = new QueryError({
 *   code: "COLUMN_NOT_FOUND",
 *   message: "Could not run the query: line 1:8: Column 'CloseUSD' cannot be resolved",
 *   remedy: "Column names are lower case: closeusd",
 *   position: { line: 1, column: 8 },
 * });
 * assertEquals(error.position?.column, 8);
 * ```
 */
export class QueryError extends TickertapeError {
  override name = "QueryError";
  /** Athena's id of the query, where it got as far as having one. */
  readonly queryExecutionId: string | undefined;
  /** Where in the text the error lies, where Athena says so. */
  readonly position: QueryPosition | undefined;

  constructor(details: ErrorDetails & { queryExecutionId?: string; position?: QueryPosition }) {
    super(details);
    this.queryExecutionId = details.queryExecutionId;
    this.position = details.position;
  }
}

/**
 * Reads Athena's reason for a failure, such as
 * `TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.db.t' does not exist`.
 *
 * @param config The pipeline's settings
 * @param sql The query's text
 * @param reason Athena's words
 * @param details What else is known of the failure
 * @returns The error, with the name, the place and a remedy
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const reason = "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.db.t' does not exist";
 * const error = queryErrorOf(loadConfig({}), "SELECT * FROM t", reason);
 * assertEquals(error.code, "TABLE_NOT_FOUND");
 * assertEquals(error.position, { line: 1, column: 15 });
 * assertEquals(error.remedy.includes("deno task crawl"), true);
 * ```
 */
export function queryErrorOf(
  config: Config,
  sql: string,
  reason: string,
  details: { code?: string; queryExecutionId?: string; retriable?: boolean; cause?: unknown } = {},
): QueryError {
  const code = /^([A-Z][A-Z0-9_]+)\b:?/.exec(reason)?.[1] ?? details.code ?? "QUERY_FAILED";
  const at = /\bline (\d+):(\d+)\b/.exec(reason);
  const position = at === null ? undefined : { line: Number(at[1]), column: Number(at[2]) };
  const remedy = queryRemedy(config, code, reason);
  return new QueryError({
    ...details,
    code,
    message: `Could not run the query: ${reason.replace(/\s*\n\s*/g, " ")}`,
    remedy: position === undefined ? remedy : `${excerpt(sql, position)}${remedy}`,
    ...(position === undefined ? {} : { position }),
  });
}

/** The line at fault with a mark under the place, or nothing where the place is not in the text. */
function excerpt(sql: string, { line, column }: QueryPosition): string {
  const text = sql.split(/\r?\n/)[line - 1];
  if (text === undefined || column > text.length + 1) return "";
  const start = Math.max(0, column - 60);
  const shown = text.slice(start, start + 90).replaceAll("\t", " ");
  const number = String(line);
  return `${number} | ${shown}\n${" ".repeat(number.length)} | ${
    " ".repeat(column - 1 - start)
  }^\n`;
}
