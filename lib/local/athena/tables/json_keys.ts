/**
 * How the records of objects write their keys: Athena takes `Close` and `close` for one column.
 * @module
 */
import { quote } from "../analyze/context.ts";
import { compressionOf, type DataFile } from "./location.ts";
import type { ScanContext } from "./scan.ts";

/** Top-level keys by file; a file is written once, so that what it holds never changes. */
const known = new Map<string, readonly string[]>();
const MAX_KNOWN = 200_000;

/** Finds the top-level keys of objects that have not been looked through yet. */
export async function jsonKeys(files: readonly DataFile[], context: ScanContext): Promise<void> {
  const missing = files.filter((file) => !known.has(file.path));
  if (known.size + missing.length > MAX_KNOWN) known.clear();
  const groups = Map.groupBy(missing, (file) => compressionOf(file.key));
  for (const [compression, group] of groups) {
    for (let from = 0; from < group.length; from += 1000) {
      await scanKeys(group.slice(from, from + 1000), compression, context);
    }
  }
}

async function scanKeys(
  files: readonly DataFile[],
  compression: string,
  context: ScanContext,
): Promise<void> {
  const list = files.map((file) => quote(file.path)).join(",");
  try {
    const result = await context.connection.runAndReadAll(
      `SELECT file_index, list(DISTINCT k) FROM (SELECT file_index, unnest(json_keys(json)) AS k ` +
        `FROM read_json_objects([${list}], format='newline_delimited', compression='${compression}', ` +
        `hive_partitioning=false)) ` +
        `GROUP BY file_index`,
    );
    const found = new Map(
      result.getRows().map(([index, keys]) => [
        Number(index),
        (keys as { items: string[] }).items as readonly string[],
      ]),
    );
    for (const [i, file] of files.entries()) known.set(file.path, found.get(i) ?? []);
  } catch {
    // A record that is no JSON: the query itself will say which.
    for (const file of files) known.set(file.path, []);
  }
}

/** Files with keys that differ in case from the ones that columns are read from. */
export function oddFiles(
  files: readonly DataFile[],
  wanted: ReadonlyMap<string, string>,
): string[] {
  const odd = (key: string) => {
    const expected = wanted.get(key.toLowerCase());
    return expected !== undefined && expected !== key &&
      expected.toLowerCase() === key.toLowerCase();
  };
  return files.filter((file) => known.get(file.path)?.some(odd)).map((file) => file.path);
}

/** Whether some of the objects have not been looked through. */
export function keysUnknown(files: readonly DataFile[]): boolean {
  return files.some((file) => !known.has(file.path));
}
