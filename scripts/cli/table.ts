/**
 * Tables in plain text, for the terminal.
 * @module
 */
import stringWidth from "string-width";

/** How a table is laid out. */
export interface TableOptions {
  /** Columns of the terminal, past which text is cut; `Infinity`, the default, cuts nothing. */
  width?: number;
}

const GAP = "  ";

/** Columns that a date needs; text cut shorter than that tells nothing. */
const NARROWEST = 10;

/**
 * Lays rows out in columns: numbers to the right, text to the left. Where the rows are wider than
 * the terminal, the widest columns are cut first, marked by `…`; where not even that fits, each row
 * is a block of lines.
 *
 * @param columns Names over the columns
 * @param rows Cells by column; `null` and `undefined` are shown empty
 * @param options Width of the terminal
 * @returns Lines joined with `\n`, without one at the end
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   formatTable(["Index", "Close"], [["HSI", 21.5], ["N225", 9]]),
 *   "Index  Close\n─────  ─────\nHSI     21.5\nN225       9",
 * );
 * ```
 */
export function formatTable(
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  options: TableOptions = {},
): string {
  const header = columns.map(cellText);
  const cells = rows.map((row) => columns.map((_, index) => cellText(row[index])));
  const natural = header.map((name, index) =>
    cells.reduce((most, row) => Math.max(most, stringWidth(row[index] ?? "")), stringWidth(name))
  );
  const widths = fit(natural, options.width ?? Infinity);
  const needed = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length);
  if (options.width !== undefined && needed > options.width) {
    return blocks(header, cells, options.width);
  }
  const numeric = columns.map((_, index) => isNumeric(rows, index));
  const line = (texts: readonly string[]) =>
    texts.map((text, index) => pad(text, widths[index] ?? 0, numeric[index] ?? false)).join(GAP)
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join(GAP);
  return [line(header), rule, ...cells.map(line)].join("\n");
}

/**
 * Columns of the terminal that standard output goes to.
 *
 * @returns Its width, or `Infinity` where standard output is a file or a pipe
 */
export function terminalWidth(): number {
  return Deno.stdout.isTerminal() ? Deno.consoleSize().columns : Infinity;
}

/** Writes each row as a block, a column a line. */
function blocks(header: string[], cells: string[][], width: number): string {
  const nameWidth = Math.max(...header.map((name) => stringWidth(name)));
  const valueWidth = Math.max(NARROWEST, width - nameWidth - GAP.length);
  const rule = "─".repeat(Math.min(width, nameWidth + GAP.length + NARROWEST));
  return cells.flatMap((row) => [
    rule,
    ...header.map((name, index) =>
      `${pad(name, nameWidth, false)}${GAP}${cut(row[index] ?? "", valueWidth)}`.trimEnd()
    ),
  ]).join("\n");
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = value instanceof Date
    ? value.toISOString()
    : typeof value === "object"
    ? JSON.stringify(value, (_key, part) => typeof part === "bigint" ? String(part) : part)
    : String(value);
  return oneLine(text);
}

/**
 * Makes text safe for a terminal: one line, and without the control characters that would move its
 * cursor or change its settings.
 *
 * @param text Any text
 * @returns The text, with `⏎` for a line's end and `·` for other control characters
 */
export function oneLine(text: string): string {
  // deno-lint-ignore no-control-regex -- what a terminal would act on
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (char) => char === "\n" ? "⏎" : "·");
}

function isNumeric(rows: readonly (readonly unknown[])[], index: number): boolean {
  const values = rows.map((row) => row[index]).filter((value) =>
    value !== null && value !== undefined
  );
  return values.length > 0 &&
    values.every((value) => typeof value === "number" || typeof value === "bigint");
}

/** Takes width from the widest column, one step at a time, until the table fits or all are narrow. */
function fit(natural: readonly number[], total: number): number[] {
  const widths = [...natural];
  const gaps = GAP.length * Math.max(0, widths.length - 1);
  let over = widths.reduce((sum, width) => sum + width, gaps) - total;
  while (over > 0) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    const second = Math.max(NARROWEST, ...widths.filter((width) => width < widest));
    const step = Math.min(over, widest - second);
    widths[widths.lastIndexOf(widest)] = widest - step;
    over -= step;
  }
  return widths;
}

function pad(text: string, width: number, right: boolean): string {
  const shown = cut(text, width);
  const space = " ".repeat(Math.max(0, width - stringWidth(shown)));
  return right ? space + shown : shown + space;
}

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const char of text) {
    const charWidth = stringWidth(char);
    if (used + charWidth > width - 1) break;
    kept += char;
    used += charWidth;
  }
  return `${kept}…`;
}
