/**
 * Tables for a notebook.
 * @module
 */
import {
  escapeMarkup,
  formatValue,
  type MimeBundle,
  standIns,
  type Varying,
  type View,
} from "./view.ts";

/** How a table is shown. */
export interface TableOptions {
  /** Line above the table. */
  title?: string;
  /** Columns to show, in order; by default those of the first row. */
  columns?: readonly string[];
  /** Most rows to show; 20 by default. How many there are beyond is said below the table. */
  limit?: number;
  /** Columns whose values differ from run to run. */
  varying?: Varying;
}

/**
 * Lays rows out as a table: numbers to the right, text to the left.
 *
 * @param rows Objects by column name
 * @param options Title, columns, number of rows
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const view = table([{ Index: "HSI", Close: 28338.5 }, { Index: "N225", Close: 30 }]);
 * assertEquals(
 *   view.data["text/plain"],
 *   "Index     Close\nHSI    28,338.5\nN225         30",
 * );
 * ```
 */
export function table(rows: readonly object[], options: TableOptions = {}): View {
  const records = rows as readonly Record<string, unknown>[];
  const columns = options.columns ?? Object.keys(records[0] ?? {});
  const limit = options.limit ?? 20;
  const stands = standIns(options.varying);
  const grid = (steady: boolean): Grid => ({
    title: options.title,
    columns,
    numeric: columns.map((column) => isNumeric(records, column)),
    cells: records.slice(0, limit).map((row) =>
      columns.map((column) => (steady ? stands[column] : undefined) ?? formatValue(row[column]))
    ),
    more: Math.max(0, records.length - limit),
  });
  const data = bundle(grid(false));
  return options.varying ? { data, steady: bundle(grid(true)) } : { data };
}

/**
 * Lays one object out as a list of names and values.
 *
 * @param values Values by name
 * @param options Title, and which values differ from run to run
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(facts({ records: 500, objects: 3 }).data["text/plain"], "records  500\nobjects    3");
 * ```
 */
export function facts(
  values: object,
  options: { title?: string; varying?: Varying } = {},
): View {
  const stands = standIns(options.varying);
  const entries = Object.entries(values as Record<string, unknown>);
  const numeric = entries.every(([, value]) => typeof value === "number");
  const grid = (steady: boolean): Grid => ({
    title: options.title,
    columns: ["", ""],
    numeric: [false, numeric],
    cells: entries.map(([name, value]) => [
      name,
      (steady ? stands[name] : undefined) ?? formatValue(value),
    ]),
    more: 0,
  });
  const data = bundle(grid(false));
  return options.varying ? { data, steady: bundle(grid(true)) } : { data };
}

interface Grid {
  title: string | undefined;
  columns: readonly string[];
  numeric: readonly boolean[];
  cells: readonly (readonly string[])[];
  more: number;
}

function isNumeric(rows: readonly Record<string, unknown>[], column: string): boolean {
  const values = rows.map((row) => row[column]).filter((value) =>
    value !== null && value !== undefined
  );
  return values.length > 0 &&
    values.every((value) => typeof value === "number" || typeof value === "bigint");
}

function bundle(grid: Grid): MimeBundle {
  return { "text/html": html(grid), "text/plain": plain(grid) };
}

function html({ title, columns, numeric, cells, more }: Grid): string {
  const align = (index: number) => numeric[index] ? "right" : "left";
  const cell = (tag: string, text: string, index: number) =>
    `<${tag} align="${align(index)}" style="text-align:${align(index)}">${
      escapeMarkup(text)
    }</${tag}>`;
  const header = columns.some((column) => column !== "")
    ? `<thead><tr>${
      columns.map((column, index) => cell("th", column, index)).join("")
    }</tr></thead>`
    : "";
  const body = cells.map((row) =>
    `<tr>${row.map((text, index) => cell("td", text, index)).join("")}</tr>`
  );
  return [
    title ? `<p><strong>${escapeMarkup(title)}</strong></p>` : "",
    cells.length === 0 ? "<p><em>no rows</em></p>" : "",
    `<table>${header}<tbody>`,
    ...body,
    "</tbody></table>",
    more > 0 ? `<p><em>${moreText(more)}</em></p>` : "",
  ].filter((line) => line !== "").join("\n");
}

function plain({ title, columns, numeric, cells, more }: Grid): string {
  const hasHeader = columns.some((column) => column !== "");
  const lines = hasHeader ? [columns, ...cells] : cells;
  const widths = columns.map((_, index) =>
    Math.max(0, ...lines.map((line) => line[index]?.length ?? 0))
  );
  const text = lines.map((line) =>
    line.map((cell, index) =>
      numeric[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)
    ).join("  ").trimEnd()
  );
  return [
    ...(title ? [title] : []),
    ...text,
    ...(cells.length === 0 ? ["(no rows)"] : []),
    ...(more > 0 ? [`(${moreText(more)})`] : []),
  ].join("\n");
}

function moreText(more: number): string {
  return `and ${more.toLocaleString("en-US")} more row${more === 1 ? "" : "s"}`;
}
