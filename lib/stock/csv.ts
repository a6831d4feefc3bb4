/**
 * CSV files as typed records.
 * @module
 */
import { TickertapeError } from "../errors.ts";
import { readFile, requireFile } from "./file.ts";
import { DecimalColumns } from "./decimals.ts";
import { readHeader } from "./header.ts";
import { readLines } from "./lines.ts";
import { type MixedColumn, MixedColumns } from "./mixed.ts";
import { randomBelow, seededRandom } from "./random.ts";
import { readRows, type Row } from "./rows.ts";
import { parseValue, type StockRecord } from "./value.ts";

/** What a pass over a CSV found. */
export interface CsvReport {
  /** Names of the columns, in the file's order. */
  columns: string[];
  /** Rows that are records. */
  rows: number;
  /** Rows that cannot be read and were left out. */
  skipped: number;
  /** Rows without any value, such as commas alone. */
  blank: number;
  /** Columns of whole numbers that the file writes as decimals, such as `0.0`. */
  decimals: string[];
  /** Columns of numbers and text, each with the first value that is not of the kind before it. */
  mixed: MixedColumn[];
}

/** How a CSV is read. */
export interface CsvOptions {
  /** Leaves out and counts rows that cannot be read, which are errors otherwise. */
  skipInvalid?: boolean;
  signal?: AbortSignal;
}

/** Rows that {@linkcode loadCsv} keeps in memory at most. */
export const MAX_LOADED_ROWS = 200_000;

/**
 * Reads all of a CSV and says what is in it, before anything is sent. What is sent is read once
 * more, so it has to be a file, not a pipe.
 *
 * Fields are separated by commas (or by tabs or semicolons, where the header has no comma), lines end
 * in LF or CRLF, a byte-order mark and quoted fields are fine. {@linkcode parseValue} says what a
 * field means. Blank rows are counted and left out.
 *
 * @param path File to read
 * @param options Whether bad rows are errors
 * @returns Columns, and how many rows of which kind
 * @throws {TickertapeError} The file cannot be read, is empty, has no header, or a row is bad: the
 * message names file and line
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "Index,Close\nHSI,2568.3\n,\n");
 * const report = await checkCsv(path);
 * assertEquals(report.columns, ["Index", "Close"]);
 * assertEquals([report.rows, report.skipped, report.blank], [1, 0, 1]);
 * await Deno.remove(path);
 * ```
 */
export async function checkCsv(path: string, options: CsvOptions = {}): Promise<CsvReport> {
  await requireFile(path);
  const report = emptyReport();
  for await (const _records of readBatches(path, options, report));
  return report;
}

/**
 * Reads a CSV's records, in the file's order; a file larger than memory is fine.
 *
 * @param path File to read
 * @param options Whether bad rows are errors
 * @returns The records
 * @throws {TickertapeError} As {@linkcode checkCsv}, when the reading gets there
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "Index,Close\nHSI,2568.3\n");
 * assertEquals(await Array.fromAsync(readCsv(path)), [{ Index: "HSI", Close: 2568.3 }]);
 * await Deno.remove(path);
 * ```
 */
export async function* readCsv(
  path: string,
  options: CsvOptions = {},
): AsyncGenerator<StockRecord> {
  for await (const records of readBatches(path, options, emptyReport())) yield* records;
}

/**
 * Reads a CSV into memory, to draw random records from. Of a file with more than
 * {@linkcode MAX_LOADED_ROWS} rows it keeps that many, each row with the same chance.
 *
 * @param path File to read
 * @param options Whether bad rows are errors, how many rows are kept, and what repeats the choice
 * @returns What the file has, and the records kept
 * @throws {TickertapeError} As {@linkcode checkCsv}
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "Index,Close\nHSI,2568.3\nN225,\n");
 * const { report, records } = await loadCsv(path);
 * assertEquals(report.rows, 2);
 * assertEquals(records[1], { Index: "N225", Close: null });
 * await Deno.remove(path);
 * ```
 */
export async function loadCsv(
  path: string,
  options: CsvOptions & { limit?: number; seed?: number } = {},
): Promise<{ report: CsvReport; records: StockRecord[] }> {
  const limit = options.limit ?? MAX_LOADED_ROWS;
  const random = seededRandom(options.seed ?? 0);
  const report = emptyReport();
  const kept: StockRecord[] = [];
  let seen = 0;
  for await (const batch of readBatches(path, options, report)) {
    for (const record of batch) {
      // Vitter's algorithm R: the n-th row takes a kept one's place with the chance limit / n.
      const place = seen < limit ? seen : randomBelow(random, seen + 1);
      if (place < limit) kept[place] = record;
      seen++;
    }
  }
  return { report, records: kept };
}

async function* readBatches(
  path: string,
  options: CsvOptions,
  report: CsvReport,
): AsyncGenerator<StockRecord[]> {
  const bad = (row: Row, code: string, why: string, remedy: string): void => {
    if (options.skipInvalid && report.columns.length > 0) {
      report.skipped++;
      return;
    }
    throw new TickertapeError({
      code,
      message: `Could not read ${path}, line ${row.number}: ${why}`,
      remedy: report.columns.length === 0
        ? remedy
        : `${remedy}\nOr leave such rows out and count them: deno task produce --skip-invalid`,
    });
  };
  const seen = { decimals: new DecimalColumns(), mixed: new MixedColumns() };
  for await (const rows of readRows(readLines(readFile(path)))) {
    options.signal?.throwIfAborted();
    const records: StockRecord[] = [];
    for (const row of rows) {
      const { fields } = row;
      const { columns } = report;
      if (fields === undefined) bad(row, "CSV_LINE", row.fault ?? "", LINE_REMEDY);
      else if (isBlank(fields)) report.blank++;
      else if (columns.length === 0) {
        report.columns = readHeader(fields, `${path}, line ${row.number}`);
      } else if (fields.length !== columns.length) {
        const has = fields.length === 1 ? "1 field" : `${fields.length} fields`;
        const remedy = fields.length < columns.length ? CUT_REMEDY : SPLIT_REMEDY;
        bad(row, "CSV_FIELDS", `it has ${has}, the header has ${columns.length}`, remedy);
      } else records.push(recordOf(columns, fields, row.number, seen));
    }
    report.rows += records.length;
    report.decimals = seen.decimals.of(report.columns);
    report.mixed = seen.mixed.of(report.columns);
    if (records.length > 0) yield records;
  }
  if (report.rows > 0) return;
  throw new TickertapeError({
    code: "CSV_EMPTY",
    message: report.columns.length === 0
      ? `Could not read ${path}: it is empty`
      : `Could not read ${path}: it has a header on line 1 and no row that can be read`,
    remedy:
      "Give a CSV with a header line and at least one row, or leave --file out for the sample.",
  });
}

const LINE_REMEDY = "Save the file as a CSV in UTF-8, with quotes only around whole fields.";
const SPLIT_REMEDY = "Mend the line: a separator inside a field needs quotes around the field.";
const CUT_REMEDY = "Complete the line, which may have been cut off, or delete it.";

function recordOf(
  columns: readonly string[],
  fields: readonly string[],
  line: number,
  { decimals, mixed }: { decimals: DecimalColumns; mixed: MixedColumns },
): StockRecord {
  const record: StockRecord = {};
  for (let index = 0; index < columns.length; index++) {
    const field = fields[index] ?? "";
    const value = parseValue(field);
    if (typeof value === "number") decimals.see(index, value, field);
    mixed.see(index, value, line);
    record[columns[index] ?? ""] = value;
  }
  return record;
}

function isBlank(fields: readonly string[]): boolean {
  // Nearly every row has something in its first field.
  if ((fields[0] ?? "").trim() !== "") return false;
  return fields.every((field) => field.trim() === "");
}

function emptyReport(): CsvReport {
  return { columns: [], rows: 0, skipped: 0, blank: 0, decimals: [], mixed: [] };
}
