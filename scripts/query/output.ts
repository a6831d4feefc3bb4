/**
 * A query's answer on the terminal, as CSV and as JSON.
 * @module
 */
import { stringify } from "@std/csv";
import type {
  AthenaRow,
  AthenaValue,
  QueryPage,
  QueryResult,
  QueryStatistics,
} from "../../lib/athena/mod.ts";
import { formatBytes, formatSeconds, formatUsd, plural } from "../cli/format.ts";
import { formatTable, terminalWidth } from "../cli/table.ts";
import type { TaskContext } from "../cli/task.ts";

/** How an answer is shown. */
export interface OutputFlags {
  csv?: boolean;
  /** Most rows shown as a table. */
  maxRows: number;
}

/**
 * Puts a row's cells in the order of the columns.
 *
 * @param result The answer
 * @param row One of its rows
 * @returns The cells
 */
export function cellsOf({ columns }: QueryPage, row: AthenaRow): AthenaValue[] {
  return columns.map(({ name }) => row[name] ?? null);
}

/**
 * Writes rows as CSV, with NULL empty.
 *
 * @param page Rows and columns
 * @param withHeader Whether the columns' names come first
 * @returns CSV, each row with its line end
 */
export function csvOf(page: QueryPage, withHeader: boolean): string {
  const header = withHeader && page.columns.length > 0
    ? [page.columns.map(({ name }) => name)]
    : [];
  return stringify([...header, ...page.rows.map((row) => cellsOf(page, row))]);
}

/**
 * Shows an answer on standard output, and what it took on standard error.
 *
 * @param result The answer
 * @param cells Its cells as they are shown
 * @param flags As CSV or as a table
 * @param context Where it goes
 */
export function showAnswer(
  result: QueryResult,
  cells: readonly (readonly unknown[])[],
  flags: OutputFlags,
  context: TaskContext,
): void {
  if (flags.csv) {
    context.print(csvOf(result, true));
  } else if (result.columns.length > 0) {
    const names = result.columns.map(({ name }) => name);
    const shown = cells.slice(0, flags.maxRows);
    context.print(formatTable(names, shown, { width: terminalWidth() }));
    const more = cells.length - shown.length;
    if (more > 0) {
      context.log(`… and ${plural(more, "row")} more: --max-rows shows more, --csv all`);
    }
  }
  logStatistics(result, result.rows.length, context);
}

/**
 * Tells how many rows came, how long it took, what was scanned and what that costs.
 *
 * @param result The answer
 * @param rows Its rows
 * @param context Where it goes
 */
export function logStatistics(result: QueryStatistics, rows: number, { log }: TaskContext): void {
  log(
    `${plural(rows, "row")} in ${formatSeconds(result.seconds)} · ` +
      `${formatBytes(result.bytesScanned)} scanned · ${formatUsd(result.costUsd)} on Athena`,
  );
}

/**
 * Makes the JSON summary. JSON has no word for NaN and infinity, and its readers round whole numbers
 * past 2^53: those are text.
 *
 * @param result The answer
 * @returns The summary
 */
export function summaryOf(result: QueryResult): object {
  const plain = (value: AthenaValue) =>
    typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))
      ? String(value)
      : value;
  const rows = result.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))
  );
  return { ...result, rows };
}
