/**
 * Writes what a crawl found into the Data Catalog, by the crawler's `SchemaChangePolicy`.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import type { TargetFindings } from "../find_tables.ts";
import type { FoundTable } from "../group/grouping.ts";
import { collisionName, tableName } from "../group/naming.ts";
import { describePartition, describeTable, location } from "./definition.ts";
import { removeGone } from "./remove_gone.ts";
import { DEPRECATED, mergeNewColumns, sameDefinition } from "./table_update.ts";
import { writePartitions } from "./write_partitions.ts";
import { makerOf, placeOf, tableAt, type Writer } from "./writer.ts";

/**
 * Writes everything a full crawl found, and deals with what it found gone.
 *
 * @param writer Who writes, where to
 * @param findings What was found under each target
 */
export async function writeFindings(
  writer: Writer,
  findings: readonly TargetFindings[],
): Promise<void> {
  const seen = new Set<string>();
  for (const finding of findings) {
    for (const found of finding.tables) {
      const place = placeOf(location(finding.target.bucket, found.prefix));
      if (seen.has(place)) continue;
      seen.add(place);
      await writeTable(writer, finding, found);
    }
  }
  removeGone(writer, findings, seen);
}

/** Writes one table that was found, and its partitions. */
export async function writeTable(
  writer: Writer,
  finding: TargetFindings,
  found: FoundTable,
): Promise<void> {
  const { catalog, database } = writer;
  const { bucket } = finding.target;
  const before = tableAt(writer, location(bucket, found.prefix));
  const name = before?.Name ?? freeName(writer, bucket, found.prefix);
  const now = describeTable(found, name, database, bucket, makerOf(writer, finding));
  if (before === undefined) {
    catalog.putTable(now);
    writer.places.set(placeOf(location(bucket, found.prefix)), name);
    writer.changes.tables.added.push(name);
  } else {
    updateTable(writer, before, now);
  }
  if (found.depth > 0) {
    const table = catalog.table(database, name) ?? now;
    const keys = (table.PartitionKeys ?? []).map((key) => key.Name ?? "");
    if (keys.length === found.depth) {
      const partitions = found.partitions.map((one) => describePartition(one, keys, bucket));
      await writePartitions(writer, table, partitions);
    } else {
      writer.log(`Partitions under ${now.StorageDescriptor?.Location} do not fit table ${name}`);
    }
  }
}

function freeName(writer: Writer, bucket: string, prefix: string): string {
  const name = tableName(writer.crawler.TablePrefix ?? "", bucket, prefix);
  const taken = writer.catalog.table(writer.database, name) !== undefined;
  return taken ? collisionName(name, location(bucket, prefix)) : name;
}

function updateTable(writer: Writer, before: Table, found: Table): void {
  const { catalog, crawler, configuration } = writer;
  let after: Table;
  if (configuration.mergeNewColumns) {
    after = mergeNewColumns(before, found);
    if (after.Parameters?.[DEPRECATED] !== undefined) {
      writer.log(`Table ${before.Name} is deprecated: the format of its data has changed`);
    }
  } else if (crawler.SchemaChangePolicy?.UpdateBehavior === "LOG") {
    writer.log(`Table ${before.Name} was left as it is: UpdateBehavior is LOG`);
    return;
  } else {
    after = { ...found, Description: before.Description, CreateTime: before.CreateTime };
  }
  if (sameDefinition(before, after)) return;
  catalog.putTable(after);
  writer.changes.tables.updated.push(before.Name ?? "");
}
