/**
 * How the records of objects write their keys: Athena takes `Close` and `close` for one column.
 * @module
 */
import { quote } from "../values/typed.ts";
import { READER_RECORD_BYTES } from "./format.ts";
import { compressionOf, type DataFile } from "./location.ts";
import type { ScanContext } from "./scan_context.ts";

/** What is known of a file's records: it is written once, so that this never changes. */
interface Keys {
  /** Top-level keys. */
  names: readonly string[];
  /**
   * Whether DuckDB's reader cannot be trusted with it: a key comes twice in one object, however deep,
   * or a record is no JSON.
   */
  odd: boolean;
}

const known = new Map<string, Keys>();
const MAX_KNOWN = 200_000;
const AT_ONCE = 1000;

/**
 * Finds objects that are not read as they are written: in which a key comes twice, also within a
 * nested object, or is written in another case than the one that a column is read from.
 *
 * @param files The objects
 * @param wanted Keys that columns are read from, by the columns' names
 * @param caseSensitive Whether keys that differ in case are different
 * @param context What the scan runs with
 * @returns Their paths
 */
export async function oddFiles(
  files: readonly DataFile[],
  wanted: ReadonlyMap<string, string>,
  caseSensitive: boolean,
  context: ScanContext,
): Promise<string[]> {
  const found = new Map<string, Keys>();
  const missing: DataFile[] = [];
  for (const file of files) {
    const keys = known.get(file.path);
    if (keys) found.set(file.path, keys);
    else missing.push(file);
  }
  if (known.size + missing.length > MAX_KNOWN) known.clear();
  for (const [compression, group] of Map.groupBy(missing, (file) => compressionOf(file.key))) {
    for (let from = 0; from < group.length; from += AT_ONCE) {
      const part = group.slice(from, from + AT_ONCE);
      for (const [i, keys] of (await keysOfFiles(part, compression, context)).entries()) {
        known.set(part[i]!.path, keys);
        found.set(part[i]!.path, keys);
      }
    }
  }
  const otherwise = (key: string) => {
    const expected = wanted.get(key.toLowerCase());
    return !caseSensitive && expected !== undefined && expected !== key &&
      expected.toLowerCase() === key.toLowerCase();
  };
  return [...found].filter(([, { names, odd }]) => odd || names.some(otherwise))
    .map(([path]) => path);
}

async function keysOfFiles(
  files: readonly DataFile[],
  compression: string,
  context: ScanContext,
): Promise<Keys[]> {
  const list = files.map((file) => quote(file.path)).join(",");
  try {
    const result = await context.connection.runAndReadAll(
      `SELECT file_index, flatten(list(k)), bool_or(odd OR k IS NULL OR len(list_distinct(` +
        `list_transform(k, lambda x: lower(x)))) < len(k)) ` +
        `FROM (SELECT DISTINCT file_index, json_keys(json) AS k, ` +
        // Only a record with an object in it has keys that json_keys does not list.
        `CASE WHEN json LIKE '%{%{%' THEN t_odd_record(json) ELSE FALSE END AS odd ` +
        `FROM read_json_objects([${list}], format='newline_delimited', ` +
        `compression='${compression}', hive_partitioning=false, ignore_errors=true, ` +
        `maximum_object_size=${READER_RECORD_BYTES})) GROUP BY file_index`,
    );
    const rows = new Map(
      result.getRows().map(([index, names, odd]) => [Number(index), {
        names: [...new Set((names as { items: string[] } | null)?.items)],
        odd: odd === true,
      }]),
    );
    return files.map((_, i) => rows.get(i) ?? { names: [], odd: false });
  } catch {
    context.signal.throwIfAborted();
    // One that cannot be unpacked, or has a record too long, says nothing of the others.
    if (files.length === 1) return [{ names: [], odd: true }];
    const each: Keys[] = [];
    for (const file of files) each.push(...await keysOfFiles([file], compression, context));
    return each;
  }
}
