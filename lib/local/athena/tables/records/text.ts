/**
 * Splits lines of text into fields, as Hive's SerDes do, with what is odd about them: what a table
 * shows for a line depends on it.
 * @module
 */

/** LazySimpleSerDe: fields as they are written, escapes still in them. */
export function delimitedFields(
  line: string,
  { delimiter, escape, takesRest }: { delimiter: string; escape?: string; takesRest: boolean },
  width: number,
): string[] {
  const fields: string[] = [];
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === delimiter) {
      if (takesRest && fields.length === width - 1) break;
      fields.push(line.slice(start, at));
      start = at + 1;
    } else if (line[at] === escape) at++;
  }
  return [...fields, line.slice(start)];
}

/** A field of text without its escapes; one at its end stays. */
export function unescaped(field: string, escape: string | undefined): string {
  if (escape === undefined || !field.includes(escape)) return field;
  let text = "";
  for (let at = 0; at < field.length; at++) {
    if (field[at] === escape && at + 1 < field.length) at++;
    text += field[at];
  }
  return text;
}

/**
 * OpenCSVSerde, which takes escapes inside a field alone and drops those that escape nothing, keeps
 * a quote in the middle of a field, and gives no value where a quote is not closed.
 */
export function csvFields(
  line: string,
  separator: string,
  quote: string,
  escape: string,
): (string | undefined)[] {
  if (line === "") return [];
  const fields: (string | undefined)[] = [];
  let field = "";
  let quoted = false;
  let inside = false;
  for (let at = 0; at < line.length; at++) {
    const char = line[at] as string;
    const next = line[at + 1];
    if (char === escape) {
      if ((quoted || inside) && (next === quote || next === escape)) {
        field += next;
        at++;
      }
    } else if (char === quote) {
      if ((quoted || inside) && next === quote) {
        field += quote;
        at++;
      } else {
        if (isWritten(line, at, separator)) {
          field = field !== "" && field.trim() === "" ? "" : field + quote;
        }
        quoted = !quoted;
      }
      inside = !inside;
    } else if (char === separator && !quoted) {
      fields.push(field);
      field = "";
      inside = false;
    } else {
      field += char;
      inside = true;
    }
  }
  return [...fields, quoted ? undefined : field];
}

/** Whether a quote is a part of its field: neither among a line's first three, nor at an end. */
function isWritten(line: string, at: number, separator: string): boolean {
  return at > 2 && line[at - 1] !== separator && at + 1 < line.length &&
    line[at + 1] !== separator;
}
