/**
 * Splits lines of text into fields, as Hive's SerDes do.
 * @module
 */

/** LazySimpleSerDe: a delimiter, and an escape character where one is set. */
export function delimitedFields(line: string, delimiter: string, escape?: string): string[] {
  if (escape === undefined) return line.split(delimiter);
  const fields: string[] = [];
  let field = "";
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string;
    if (char === escape && i + 1 < line.length) field += line[++i];
    else if (char === delimiter) {
      fields.push(field);
      field = "";
    } else field += char;
  }
  return [...fields, field];
}

/** OpenCSVSerde: quoted fields, with quotes doubled or escaped inside. */
export function csvFields(
  line: string,
  separator: string,
  quote: string,
  escape: string,
): string[] {
  const fields: string[] = [];
  let field = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string;
    const next = line[i + 1];
    if (char === escape && quoted && (next === quote || next === escape)) {
      field += next;
      i++;
    } else if (char === quote) {
      if (quoted && next === quote) {
        field += quote;
        i++;
      } else quoted = !quoted;
    } else if (char === separator && !quoted) {
      fields.push(field);
      field = "";
    } else field += char;
  }
  return [...fields, field];
}
