/**
 * How the records of objects write their keys: Athena takes `Close` and `close` for one column.
 * @module
 */
import { quote } from "../values/typed.ts";
import { compressionOf, type DataFile } from "./location.ts";
import type { ScanContext } from "./scan_context.ts";

/** What is known of a file's records: it is written once, so that this never changes. */
interface Keys {
  /** Top-level keys. */
  names: readonly string[];
  /** Whether a record has keys that are the same, or the same but for case. */
  repeated: boolean;
}

const known = new Map<string, Keys>();
const MAX_KNOWN = 200_000;
const NONE: Keys = { names: [], repeated: false };

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
      `SELECT file_index, flatten(list(DISTINCT k)), bool_or(len(list_distinct(` +
        `list_transform(k, lambda x: lower(x)))) < len(k)) ` +
        `FROM (SELECT file_index, json_keys(json) AS k ` +
        `FROM read_json_objects([${list}], format='newline_delimited', compression='${compression}', ` +
        `hive_partitioning=false)) ` +
        `GROUP BY file_index`,
    );
    const found = new Map(
      result.getRows().map(([index, names, repeated]) => [
        Number(index),
        { names: (names as { items: string[] } | null)?.items ?? [], repeated: repeated === true },
      ]),
    );
    for (const [i, file] of files.entries()) known.set(file.path, found.get(i) ?? NONE);
  } catch {
    // A record that is no JSON: the query itself will say which.
    for (const file of files) known.set(file.path, NONE);
  }
}

/** Files with repeated keys, or with keys that differ in case from those that columns are read from. */
export function oddFiles(
  files: readonly DataFile[],
  wanted: ReadonlyMap<string, string>,
  caseSensitive: boolean,
): string[] {
  const odd = (key: string) => {
    const expected = wanted.get(key.toLowerCase());
    return !caseSensitive && expected !== undefined && expected !== key &&
      expected.toLowerCase() === key.toLowerCase();
  };
  return files.filter((file) => {
    const keys = known.get(file.path);
    return keys?.repeated || keys?.names.some(odd);
  }).map((file) => file.path);
}

/** Whether some of the objects have not been looked through. */
export function keysUnknown(files: readonly DataFile[]): boolean {
  return files.some((file) => !known.has(file.path));
}
