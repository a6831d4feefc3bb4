/**
 * Finds objects in which a column of text holds what is no string: Athena gives such a value as it
 * is written, and DuckDB's reader writes numbers anew (`1.10` as `1.1`).
 * @module
 */
import type { Scan } from "../analyze/context.ts";
import { quote } from "../values/typed.ts";
import { type JsonFormat, keyOf, READER_RECORD_BYTES } from "./format.ts";
import { compressionOf, type DataFile } from "./location.ts";
import type { PlannedScan, ScanContext } from "./scan_context.ts";

/** Whether a file's key holds such a value; a file is written once, so that it never changes. */
const known = new Map<string, Map<string, boolean>>();
const MAX_KNOWN = 200_000;
const AT_ONCE = 1000;

/** Whether text that DuckDB's reader gives may be a number, an object or an array written anew. */
export function mayBeRewritten(text: string): string {
  return `(ascii(${text}) BETWEEN 45 AND 57 AND ` +
    `(contains(${text}, '.') OR contains(${text}, 'e') OR ${text} = '0') OR ascii(${text}) IN (91, 123))`;
}

/** The keys that columns of text are read from. */
function textKeys(scan: Scan, format: JsonFormat): string[] {
  return scan.columns.filter((column) =>
    !column.partition && scan.used.has(column.name) && column.type.kind === "varchar"
  ).map((column) => keyOf(column.name, format));
}

/** Whether nothing is known yet of a key in one of the objects. */
export function unknownText(files: readonly DataFile[], key: string): boolean {
  return files.some((file) => !known.get(file.path)?.has(key));
}

/** Marks the objects of which it is known that a column of text holds what is no string. */
export function markRewritten(
  planned: PlannedScan,
  format: JsonFormat,
  files: readonly DataFile[],
): number {
  const before = planned.exact.size;
  const keys = textKeys(planned.scan, format);
  for (const file of files) {
    const found = known.get(file.path);
    if (found && keys.some((key) => found.get(key))) planned.exact.add(file.path);
  }
  return planned.exact.size - before;
}

/** Looks objects through for values that are no strings where columns of text are read. */
export async function lookForRewritten(
  planned: PlannedScan,
  format: JsonFormat,
  files: readonly DataFile[],
  context: ScanContext,
): Promise<void> {
  const keys = textKeys(planned.scan, format);
  const missing = files.filter((file) =>
    !planned.exact.has(file.path) && keys.some((key) => !known.get(file.path)?.has(key))
  );
  if (known.size + missing.length > MAX_KNOWN) known.clear();
  for (const [compression, group] of Map.groupBy(missing, (file) => compressionOf(file.key))) {
    for (let from = 0; from < group.length; from += AT_ONCE) {
      await look(group.slice(from, from + AT_ONCE), keys, compression, context);
    }
  }
}

async function look(
  files: readonly DataFile[],
  keys: readonly string[],
  compression: string,
  context: ScanContext,
): Promise<void> {
  const list = files.map((file) => quote(file.path)).join(",");
  const columns = keys.map((key) => `${quote(key)}: 'JSON'`).join(", ");
  const tests = keys.map((key, i) => {
    const text = `CAST("${key.replaceAll('"', '""')}" AS VARCHAR)`;
    return `coalesce(bool_or(${mayBeRewritten(text)}), FALSE) AS k${i}`;
  });
  const result = await context.connection.runAndReadAll(
    `SELECT file_index, ${
      tests.join(", ")
    } FROM read_json([${list}], format='newline_delimited', ` +
      `records=true, columns={${columns}}, compression='${compression}', hive_partitioning=false, ` +
      `maximum_object_size=${READER_RECORD_BYTES}) GROUP BY file_index`,
  );
  const rows = new Map(result.getRows().map(([index, ...found]) => [Number(index), found]));
  for (const [i, file] of files.entries()) {
    const found = known.get(file.path) ?? new Map<string, boolean>();
    for (const [k, key] of keys.entries()) found.set(key, rows.get(i)?.[k] === true);
    known.set(file.path, found);
  }
}
