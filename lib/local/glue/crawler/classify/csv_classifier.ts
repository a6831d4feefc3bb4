/**
 * The built-in CSV classifier, by the rules of
 * https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html ("Built-in CSV classifier").
 * @module
 */
import type { Field, FileSchema } from "./file_schema.ts";
import { type GlueType, mergeTypes, NULL, scalar, STRING } from "./glue_type.ts";
import type { Sample } from "./sample.ts";

/** Delimiters the classifier checks for. */
const DELIMITERS = [",", "|", "\t", ";", "\u0001"];

/** Records the classifier looks at. */
const MAX_ROWS = 1000;

/** Characters a column name may have at most to be taken for one, save in the last column. */
const MAX_HEADER_LENGTH = 150;

/** What the catalog takes in no name of a column: control characters but the tab. */
const CONTROL = /(?!\t)\p{Cc}/u;

const BIGINT = scalar("bigint");
const DOUBLE = scalar("double");
const BOOLEAN = scalar("boolean");
const INTEGER = /^[+-]?\d{1,18}$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

interface Rows {
  rows: string[][];
  /** Whether any value stands in quotes. */
  quoted: boolean;
}

/**
 * Infers the schema of CSV: at least two columns and two rows of data, the same number of values in
 * every row.
 *
 * @param sample Beginning of the object
 * @returns The schema, or nothing where it is no CSV
 */
export function classifyCsv(sample: Sample): FileSchema | undefined {
  if (/[\0\uFFFD]/.test(sample.text.slice(0, 4096))) return undefined;
  let best: { delimiter: string; table: Rows } | undefined;
  for (const delimiter of DELIMITERS) {
    if (!sample.text.includes(delimiter)) continue;
    const table = parseRows(sample, delimiter);
    const width = table.rows[0]?.length ?? 0;
    const regular = table.rows.every((row) => row.length === width);
    if (!regular || width < 2 || table.rows.length < 2) continue;
    if (best === undefined || width > (best.table.rows[0]?.length ?? 0)) {
      best = { delimiter, table };
    }
  }
  if (best === undefined) return undefined;
  const { rows, quoted } = best.table;
  const header = hasHeader(rows);
  const data = header ? rows.slice(1) : rows;
  if (data.length < 2) return undefined;
  const names = header ? rows[0] ?? [] : [];
  const sampled = rows.reduce((sum, row) => sum + row.join().length + 1, 0);
  return {
    classification: "csv",
    compression: sample.compression,
    fields: columns(names, columnTypes(data)),
    paths: new Set(),
    csv: { delimiter: best.delimiter, header, quoted },
    averageRecordSize: Math.max(1, Math.floor(sampled / rows.length)),
  };
}

/**
 * Whether the first row names the columns: every value is text that can be a name, names are short,
 * and some row is other than all text.
 */
function hasHeader(rows: readonly string[][]): boolean {
  const first = rows[0] ?? [];
  const last = first.length - 1;
  const isName = (value: string, index: number) =>
    (index === last && value === "") ||
    (valueType(value) === STRING && !CONTROL.test(value) &&
      (index === last || value.length < MAX_HEADER_LENGTH));
  if (!first.every(isName)) return false;
  return rows.slice(1).some((row) =>
    row.some((value) => value !== "" && valueType(value) !== STRING)
  );
}

function columns(names: readonly string[], types: readonly GlueType[]): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const [index, type] of types.entries()) {
    // The page counts from col1; what crawlers write counts from col0.
    const name = names[index]?.trim() || `col${index}`;
    let unique = name;
    while (fields.has(unique.toLowerCase())) unique = `${unique}_${index}`;
    fields.set(unique.toLowerCase(), { name: unique, type });
  }
  return fields;
}

function columnTypes(rows: readonly string[][]): GlueType[] {
  return (rows[0] ?? []).map((_, index) =>
    rows.reduce<GlueType>((type, row) => mergeTypes(type, valueType(row[index] ?? "")), NULL)
  );
}

function valueType(value: string): GlueType {
  const text = value.trim();
  if (text === "") return NULL;
  if (INTEGER.test(text)) return BIGINT;
  if (DECIMAL.test(text)) return DOUBLE;
  if (/^(?:true|false)$/i.test(text)) return BOOLEAN;
  return STRING;
}

/** Reads up to 1,000 rows; one that the sample may have cut is left out, and so are blank lines. */
function parseRows(sample: Sample, delimiter: string): Rows {
  const { text } = sample;
  const rows: string[][] = [];
  let quoted = false;
  let row: string[] = [];
  let at = 0;
  while (at < text.length && rows.length < MAX_ROWS) {
    let value = "";
    if (text[at] === '"') {
      quoted = true;
      at++;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close === -1) {
          at = text.length;
          break;
        }
        value += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        value += '"';
        at++;
      }
    }
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at++;
    value += text.slice(start, text[at] === "\n" && text[at - 1] === "\r" ? at - 1 : at);
    row.push(value);
    const ended = text[at] === "\n" || (at >= text.length && sample.complete);
    if (ended && !(row.length === 1 && value === "")) rows.push(row);
    if (text[at] === "\n") row = [];
    at++;
  }
  return { rows, quoted };
}
