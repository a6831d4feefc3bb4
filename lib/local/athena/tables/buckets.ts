/**
 * Tables in buckets: objects are named for theirs.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import { QueryError } from "../errors.ts";
import type { DataFile } from "./location.ts";
import { partitionPath } from "./partitions/path.ts";

/** Names that tell a bucket, as the engine itself gives them, as Hive does, and as Hive's inserts do. */
const NAMES = [
  /^\d{8}_\d{6}_\d{5}_[a-z0-9]{5}_bucket-(\d+)(?:[-_.].*)?$/,
  /^(0\d+)_\d+.*$/,
  /^bucket_(\d+)(?:_\d+)?$/,
];

/**
 * Refuses objects that cannot be those of a bucketed table. Where their names do not tell the bucket,
 * there must be one for each.
 *
 * @throws {QueryError} `HIVE_INVALID_BUCKET_FILES`
 */
export function checkBuckets(
  table: Table,
  values: readonly (string | null)[],
  files: readonly DataFile[],
): void {
  const { NumberOfBuckets: count = -1, BucketColumns: columns = [] } = table.StorageDescriptor ??
    {};
  if (columns.length === 0 || count < 1) return;
  const partition = values.length === 0 ? "<UNPARTITIONED>" : partitionPath(table, values);
  const corrupt = (what: string) =>
    new QueryError(
      "HIVE_INVALID_BUCKET_FILES",
      `Hive table '${table.DatabaseName}.${table.Name}' is corrupt. ${what} the declared bucket ` +
        `count (${count}) for partition: ${partition}`,
    );
  let highest = -1;
  for (const { key } of files) {
    const name = key.slice(key.lastIndexOf("/") + 1);
    const bucket = bucketOf(name);
    if (bucket !== undefined) {
      highest = Math.max(highest, bucket);
      continue;
    }
    if (files.length === count) return;
    throw corrupt(
      `File '${name}' does not match the standard naming pattern, and the number of files in the ` +
        `directory (${files.length}) does not match`,
    );
  }
  if (highest < count) return;
  throw corrupt(
    `The highest bucket number in the directory (${highest}) exceeds the bucket number range ` +
      "defined by",
  );
}

function bucketOf(name: string): number | undefined {
  for (const pattern of NAMES) {
    const found = pattern.exec(name);
    if (found) return Number(found[1]);
  }
  return undefined;
}
