/**
 * What `deno task produce` sends: a CSV, drawn from or in order, or JSON lines.
 * @module
 */
import { InvalidArgumentError } from "commander";
import { UsageError } from "../../lib/errors.ts";
import {
  checkCsv,
  type CsvReport,
  loadCsv,
  readCsv,
  readJsonLines,
  SAMPLE_FILE,
  sampleRecords,
} from "../../lib/stock/mod.ts";

/** How rows are taken from a CSV. */
export type Mode = "sample" | "replay";

/** Records a second. */
export type Rate = number | "max";

/** Flags that say what is sent. */
export interface InputFlags {
  file?: string;
  mode?: Mode;
  count?: number;
  seed?: number;
  keyColumn?: string;
  skipInvalid?: boolean;
}

/** Records to send, and what is known of them. */
export interface Input {
  /** What it is, for the reader. */
  name: string;
  records: Iterable<Record<string, unknown>> | AsyncIterable<Record<string, unknown>>;
  /** Rate unless another is asked for. */
  rate: Rate;
  /** Column with the key. */
  keyColumn?: string;
  /** Columns of decimals, as the file writes them. */
  decimals?: string[];
  /** What the reader should know. */
  notes: string[];
  /** Rows left out so far. */
  left(): { blank: number; invalid: number };
}

/**
 * Opens what the flags name. A CSV is read to its end first, so that a bad row is found before
 * anything is sent.
 *
 * @param flags The task's flags
 * @param signal Ends the reading
 * @returns The records
 * @throws {UsageError} Flags that do not go together, or a key column that is not there
 * @throws {TickertapeError} The file cannot be read
 */
export async function openInput(flags: InputFlags, signal: AbortSignal): Promise<Input> {
  const opened = flags.file === "-" ? openStandardInput(flags) : await openCsv(flags, signal);
  const { count } = flags;
  return count === undefined ? opened : { ...opened, records: limited(opened.records, count) };
}

/**
 * Tells whether a file is none that lies there, but comes from another program.
 *
 * @param file The flag's value
 * @returns Whether reading it has to wait for somebody; not for standard input, which says so itself
 */
export async function isPipe(file: string | undefined): Promise<boolean> {
  if (file === undefined || file === "-") return false;
  try {
    const { isFile, isDirectory } = await Deno.stat(file);
    return !isFile && !isDirectory;
  } catch (error) {
    // Whoever reads it tells what is wrong.
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function openStandardInput(flags: InputFlags): Input {
  for (const name of ["mode", "seed"] as const) {
    if (flags[name] === undefined) continue;
    throw new UsageError(
      `--${name} is for a CSV, and --file - sends JSON lines as they come`,
      `Leave --${name} out.`,
    );
  }
  const left = { blank: 0, invalid: 0 };
  const records = readJsonLines(Deno.stdin.readable, {
    ...(flags.skipInvalid ? { skipInvalid: true } : {}),
    onSkipped: (kind) => left[kind]++,
    name: "standard input",
  });
  return {
    name: "standard input",
    records,
    rate: "max",
    ...(flags.keyColumn === undefined ? {} : { keyColumn: flags.keyColumn }),
    notes: Deno.stdin.isTerminal()
      ? ['Type one JSON object a line, such as {"Index":"HSI","Close":2568.3}']
      : [],
    left: () => left,
  };
}

async function openCsv(flags: InputFlags, signal: AbortSignal): Promise<Input> {
  const path = flags.file ?? SAMPLE_FILE;
  const options = { signal, ...(flags.skipInvalid ? { skipInvalid: true } : {}) };
  if (flags.mode === "replay") {
    if (flags.seed !== undefined) {
      throw new UsageError(
        "--seed repeats random rows, and --mode replay sends the file in its order",
        "Leave one of the two out.",
      );
    }
    const report = await checkCsv(path, options);
    return { ...aboutCsv(path, report, flags), records: readCsv(path, options) };
  }
  const seed = flags.seed === undefined ? {} : { seed: flags.seed };
  const { report, records } = await loadCsv(path, { ...options, ...seed });
  const about = aboutCsv(path, report, flags);
  if (records.length < report.rows) {
    about.notes.push(
      `Draws from ${records.length} of the file's ${report.rows} rows, chosen at random.`,
    );
  }
  return { ...about, records: sampleRecords(records, seed) };
}

function aboutCsv(path: string, report: CsvReport, flags: InputFlags): Omit<Input, "records"> {
  const keyColumn = flags.keyColumn ?? report.columns[0] ?? "";
  if (!report.columns.includes(keyColumn)) {
    throw new UsageError(
      `--key-column is '${keyColumn}', which is no column of ${path}`,
      `Its columns are ${report.columns.join(", ")}`,
    );
  }
  return {
    name: flags.mode === "replay" ? path : `random rows of ${path}`,
    rate: 1,
    keyColumn,
    decimals: report.decimals,
    notes: report.mixed.map(({ column, line, value }) =>
      `The column ${column} has numbers and text, first on line ${line} ('${value}'): ` +
      "a crawler makes it a column of text."
    ),
    left: () => ({ blank: report.blank, invalid: report.skipped }),
  };
}

function limited<T>(
  records: Iterable<T> | AsyncIterable<T>,
  count: number,
): Iterable<T> | AsyncIterable<T> {
  return Symbol.iterator in records
    ? Iterator.from(records).take(count)
    : limitedAsync(records, count);
}

async function* limitedAsync<T>(records: AsyncIterable<T>, count: number): AsyncGenerator<T> {
  let given = 0;
  if (count === 0) return;
  for await (const record of records) {
    yield record;
    if (++given === count) return;
  }
}

/**
 * Parser of `--mode`.
 *
 * @param text The flag's value
 * @returns The mode
 */
export function parseMode(text: string): Mode {
  if (text === "sample" || text === "replay") return text;
  throw new InvalidArgumentError("It takes sample or replay.");
}

/**
 * Parser of `--rate`.
 *
 * @param text The flag's value
 * @returns Records a second
 */
export function parseRate(text: string): Rate {
  if (text === "max") return "max";
  const rate = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
  if (rate > 0 && rate <= 1_000_000) return rate;
  throw new InvalidArgumentError("It takes records a second, up to 1,000,000, or max.");
}
