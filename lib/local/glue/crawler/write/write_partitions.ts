/**
 * Writes a table's partitions, by the crawler's configuration.
 * @module
 */
import type { Partition, Table } from "@aws-sdk/client-glue";
import { partitionKey } from "../../catalog.ts";
import { inheritFromTable, mergeStorage, sameDefinition } from "./table_update.ts";
import type { Writer } from "./writer.ts";

/** Partitions written in one transaction. */
const BATCH = 500;

/**
 * Adds partitions that are new, and updates those that have changed. Other work runs between the
 * batches.
 *
 * @param writer Who writes, where to
 * @param table Their table, as it is now in the catalog
 * @param found Partitions that were found, with the schema of their own data
 */
export async function writePartitions(
  writer: Writer,
  table: Table,
  found: readonly Partition[],
): Promise<void> {
  const { catalog, database, changes, signal } = writer;
  const name = table.Name ?? "";
  const existing = new Map<string, Partition>();
  for (const { key, partition } of catalog.partitionsAfter(database, name)) {
    existing.set(key, partition);
  }
  for (let at = 0; at < found.length; at += BATCH) {
    const write: Partition[] = [];
    for (const one of found.slice(at, at + BATCH)) {
      const before = existing.get(partitionKey(one.Values ?? []));
      const after = partitionAfter(writer, table, before, one);
      if (after === undefined) continue;
      write.push(after);
      const label = `${name}: ${one.Values?.join("/")}`;
      changes.partitions[before === undefined ? "added" : "updated"].push(label);
    }
    catalog.putPartitions(database, name, write);
    await new Promise((done) => setTimeout(done, 0));
    signal.throwIfAborted();
  }
}

/** Gives what a partition becomes, or nothing where it stays as it is. */
function partitionAfter(
  { configuration, crawler }: Writer,
  table: Table,
  before: Partition | undefined,
  found: Partition,
): Partition | undefined {
  const { inheritFromTable: inherit, mergeNewColumns: merge } = configuration;
  if (before === undefined) return inherit ? inheritFromTable(found, table) : found;
  if (crawler.SchemaChangePolicy?.UpdateBehavior === "LOG" && !merge && !inherit) return undefined;
  let after = found;
  if (inherit) after = inheritFromTable(found, table);
  else if (merge) after = mergePartition(before, found);
  after = { ...after, CreationTime: before.CreationTime };
  return sameDefinition(before, after) ? undefined : after;
}

/** Adds new columns to a partition and changes none that it has. */
function mergePartition(before: Partition, found: Partition): Partition {
  const { StorageDescriptor = {}, Parameters = {} } = found;
  return {
    ...found,
    StorageDescriptor: mergeStorage(before.StorageDescriptor ?? {}, StorageDescriptor, Parameters),
  };
}
