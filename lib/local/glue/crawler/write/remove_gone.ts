/**
 * Tables and partitions whose data a crawl did not find any more, by the crawler's `DeleteBehavior`.
 * @module
 */
import type { Partition, Table } from "@aws-sdk/client-glue";
import type { TargetFindings } from "../find_tables.ts";
import { location } from "./definition.ts";
import { deprecate } from "./table_update.ts";
import { placeOf, type Writer } from "./writer.ts";

/**
 * Deletes, marks or leaves what is gone. What could not be read may be there still, and stays.
 *
 * @param writer Who writes, where to
 * @param findings What was found under each target
 * @param seen Places of the tables that were found
 */
export function removeGone(
  writer: Writer,
  findings: readonly TargetFindings[],
  seen: ReadonlySet<string>,
): void {
  const roots = findings.map(({ target }) => location(target.bucket, target.prefix));
  const unreadable = findings.flatMap(({ target, unreadable }) =>
    unreadable.map((key) => location(target.bucket, key))
  );
  const lives = new Set(
    findings.flatMap(({ target, tables }) =>
      tables.flatMap(({ partitions }) =>
        partitions.map(({ prefix }) => placeOf(location(target.bucket, prefix)))
      )
    ),
  );
  const isGone = (place: string) =>
    roots.some((root) => isBelow(place, root)) && !unreadable.some((uri) => isBelow(uri, place));
  for (const table of writer.catalog.tables(writer.database)) {
    if (table.Parameters?.UPDATED_BY_CRAWLER !== writer.crawler.Name) continue;
    const place = placeOf(table.StorageDescriptor?.Location ?? "");
    if (!seen.has(place)) {
      if (isGone(place)) tableGone(writer, table);
      continue;
    }
    const gone: Partition[] = [];
    for (const one of writer.catalog.partitions(writer.database, table.Name ?? "")) {
      const at = placeOf(one.StorageDescriptor?.Location ?? "");
      if (!lives.has(at) && isGone(at)) gone.push(one);
    }
    if (gone.length > 0) partitionsGone(writer, table, gone);
  }
}

function isBelow(place: string, root: string): boolean {
  return `${placeOf(place)}/`.startsWith(`${placeOf(root)}/`);
}

function deleteBehavior({ crawler }: Writer): string {
  return crawler.SchemaChangePolicy?.DeleteBehavior ?? "DEPRECATE_IN_DATABASE";
}

function tableGone(writer: Writer, table: Table): void {
  const name = table.Name ?? "";
  const behavior = deleteBehavior(writer);
  if (behavior === "DELETE_FROM_DATABASE") {
    writer.catalog.deleteTable(writer.database, name);
    writer.changes.tables.deleted.push(name);
  } else if (behavior === "LOG") {
    writer.log(`The data of table ${name} is gone; it was left as it is: DeleteBehavior is LOG`);
  } else {
    const after = deprecate(table);
    if (after === table) return;
    writer.catalog.putTable(after);
    writer.changes.tables.updated.push(name);
  }
}

function partitionsGone(
  writer: Writer,
  table: Table,
  gone: readonly Partition[],
): void {
  const { catalog, database, changes } = writer;
  const behavior = deleteBehavior(writer);
  const name = table.Name ?? "";
  const labels = gone.map((one) => `${name}: ${one.Values?.join("/")}`);
  if (behavior === "DELETE_FROM_DATABASE") {
    catalog.deletePartitions(database, name, gone.map((one) => one.Values ?? []));
    changes.partitions.deleted.push(...labels);
  } else if (behavior === "LOG") {
    writer.log(`Data of ${labels.length} partitions of table ${name} is gone`);
  } else {
    const marked = gone.map(deprecate).filter((one, index) => one !== gone[index]);
    catalog.putPartitions(database, name, marked);
    changes.partitions.updated.push(...marked.map((one) => `${name}: ${one.Values?.join("/")}`));
  }
}
