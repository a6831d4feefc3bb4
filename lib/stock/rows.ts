/**
 * A CSV's lines as rows of fields, with the lines they begin on. Quoted fields may span lines.
 * @module
 */
import { parse } from "@std/csv";
import { type Line, MAX_RECORD_BYTES } from "./lines.ts";

/** One row, or why there is none. */
export interface Row {
  /** Line the row begins on, counted from 1. */
  number: number;
  fields?: string[];
  fault?: string;
}

const SEPARATORS = [",", "\t", ";"] as const;

/**
 * Splits lines into fields, by commas, or by tabs or semicolons where the first line has those and no
 * comma. A row that cannot be read does not take the ones after it along: reading goes on at the line
 * after the one it began on.
 *
 * The standard library's own stream stops at the first bad row and loses count of lines at a quoted
 * field that spans some, so its parser is given one record at a time; a line without quotes needs none.
 *
 * @param lines The file's lines
 * @returns Rows, in order
 */
export async function* readRows(lines: AsyncIterable<Line[]>): AsyncGenerator<Row[]> {
  let separator: string | undefined;
  let open: Line[] = [];
  let openLength = 0;
  let rows: Row[] = [];

  const giveUp = (fault: string): void => {
    const [first, ...others] = open;
    open = [];
    openLength = 0;
    if (first) rows.push({ number: first.number, fault });
    take(others);
  };
  const close = (using: string): void => {
    const fields = parsed(open.map((line) => line.text).join("\n"), using);
    if (fields === undefined) return giveUp(BAD_QUOTES);
    rows.push({ number: open[0]?.number ?? 0, fields });
    open = [];
    openLength = 0;
  };
  const take = (some: readonly Line[]): void => {
    for (const line of some) {
      const { text } = line;
      if (text === undefined) {
        while (open.length > 0) giveUp(BAD_QUOTES);
        rows.push({ number: line.number, fault: line.fault ?? "" });
        continue;
      }
      separator ??= text.trim() === "" ? undefined : separatorOf(text);
      const using = separator ?? ",";
      if (open.length === 0 && !text.includes('"')) {
        rows.push({ number: line.number, fields: text.split(using) });
        continue;
      }
      const inside = endsInsideQuotes(text, using, open.length > 0);
      open.push(line);
      openLength += text.length;
      if (openLength > MAX_RECORD_BYTES) giveUp("a quote that it opens is not closed within 1 MiB");
      else if (!inside) close(using);
    }
  };

  for await (const some of lines) {
    take(some);
    yield rows;
    rows = [];
  }
  while (open.length > 0) giveUp("a quote that it opens is not closed");
  if (rows.length > 0) yield rows;
}

const BAD_QUOTES = "its quotes do not match";

function separatorOf(header: string): string {
  return SEPARATORS.find((separator) => header.includes(separator)) ?? ",";
}

function parsed(text: string, separator: string): string[] | undefined {
  try {
    return parse(text, { separator })[0];
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a quoted field is still open at a line's end. Quotes open a field only at its start. */
function endsInsideQuotes(text: string, separator: string, startsInside: boolean): boolean {
  let inside = startsInside;
  let at = 0;
  while (true) {
    if (!inside && text[at] === '"') {
      inside = true;
      at++;
    }
    if (inside) {
      const quote = text.indexOf('"', at);
      if (quote < 0) return true;
      at = quote + (text[quote + 1] === '"' ? 2 : 1);
      if (text[quote + 1] === '"') continue;
      inside = false;
    }
    const next = text.indexOf(separator, at);
    if (next < 0) return false;
    at = next + separator.length;
  }
}
