/**
 * Writes what a crawl found into the Data Catalog, by the crawler's `SchemaChangePolicy`.
 * @module
 */
import type { Crawler, Partition, Table } from "@aws-sdk/client-glue";
import type { GlueCatalog } from "../catalog.ts";
import type { CrawlerConfiguration } from "./configuration.ts";
import type { TargetFindings } from "./crawl.ts";
import { describePartition, describeTable, location, type Maker } from "./definition.ts";
import type { FoundTable } from "./grouping.ts";
import { collisionName, tableName } from "./naming.ts";
import {
  deprecate,
  inheritFromTable,
  mergeNewColumns,
  mergeStorage,
  sameDefinition,
} from "./table_update.ts";

/** What a crawl changed; names of tables, and `table: values` of partitions. */
export interface CrawlChanges {
  tables: { added: string[]; updated: string[]; deleted: string[] };
  partitions: { added: string[]; updated: string[]; deleted: string[] };
}

/** Who writes, where to, and by which rules. */
export interface Writer {
  catalog: GlueCatalog;
  crawler: Crawler;
  database: string;
  configuration: CrawlerConfiguration;
  changes: CrawlChanges;
  /** Names of the database's tables, by where their data is. */
  places: Map<string, string>;
  log: (message: string) => void;
}

/** Partitions written in one transaction. */
const BATCH = 500;

/** Changes of a crawl that has not changed anything yet. */
export function noChanges(): CrawlChanges {
  return {
    tables: { added: [], updated: [], deleted: [] },
    partitions: { added: [], updated: [], deleted: [] },
  };
}

/**
 * Writes everything a full crawl found, and deals with what it found gone.
 *
 * @param writer Who writes, where to
 * @param findings What was found under each target
 */
export function writeFindings(writer: Writer, findings: readonly TargetFindings[]): void {
  const seen = new Set<string>();
  for (const finding of findings) {
    for (const found of finding.tables) {
      const place = placeOf(location(finding.target.bucket, found.prefix));
      if (seen.has(place)) continue;
      seen.add(place);
      writeTable(writer, finding, found);
    }
  }
  removeGone(writer, findings, seen);
}

/** Who a definition says it was made by. */
export function makerOf(writer: Writer, finding: TargetFindings): Maker {
  const { crawler, configuration } = writer;
  const root = location(finding.target.bucket, finding.target.prefix);
  return {
    crawler: crawler.Name ?? "",
    role: crawler.Role ?? "",
    partitionIndex: configuration.partitionIndex,
    exclusions: finding.exclusions.map((pattern) => `${root}${pattern}`),
  };
}

/** Writes one table that was found, and its partitions. */
export function writeTable(writer: Writer, finding: TargetFindings, found: FoundTable): void {
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
      writePartitions(writer, table, partitions);
    } else {
      writer.log(`Partitions under ${now.StorageDescriptor?.Location} do not fit table ${name}`);
    }
  }
}

/** Finds the table whose data is at a place; a slash at the end makes no difference. */
export function tableAt({ catalog, database, places }: Writer, where: string): Table | undefined {
  const name = places.get(placeOf(where));
  return name === undefined ? undefined : catalog.table(database, name);
}

/** Where the tables of a database are, for a {@linkcode Writer}. */
export function placesOf(catalog: GlueCatalog, database: string): Map<string, string> {
  return new Map(
    catalog.tables(database).flatMap(({ Name, StorageDescriptor }) =>
      Name && StorageDescriptor?.Location ? [[placeOf(StorageDescriptor.Location), Name]] : []
    ),
  );
}

function placeOf(location: string): string {
  return location.replace(/\/$/, "");
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

/** Adds partitions that are new, and updates those that have changed. */
export function writePartitions(
  writer: Writer,
  table: Table,
  found: readonly Partition[],
): void {
  const { catalog, database, configuration, crawler, changes } = writer;
  const name = table.Name ?? "";
  const inherit = configuration.inheritFromTable;
  const keep = crawler.SchemaChangePolicy?.UpdateBehavior === "LOG" &&
    !configuration.mergeNewColumns && !inherit;
  const existing = new Map<string, Partition>();
  for (const { key, partition } of catalog.partitionsAfter(database, name)) {
    existing.set(key, partition);
  }
  const write: Partition[] = [];
  for (const one of found) {
    const before = existing.get(JSON.stringify(one.Values ?? []));
    const label = `${name}: ${one.Values?.join("/")}`;
    if (before === undefined) {
      write.push(inherit ? inheritFromTable(one, table) : one);
      changes.partitions.added.push(label);
      continue;
    }
    if (keep) continue;
    const own = configuration.mergeNewColumns && !inherit
      ? {
        ...one,
        StorageDescriptor: mergeStorage(
          before.StorageDescriptor ?? {},
          one.StorageDescriptor ?? {},
          one.Parameters ?? {},
        ),
      }
      : one;
    const after = {
      ...(inherit ? inheritFromTable(own, table) : own),
      CreationTime: before.CreationTime,
    };
    if (sameDefinition(before, after)) continue;
    write.push(after);
    changes.partitions.updated.push(label);
  }
  for (let at = 0; at < write.length; at += BATCH) {
    catalog.putPartitions(database, name, write.slice(at, at + BATCH));
  }
}

/** Deals with tables and partitions whose data was not found any more, by `DeleteBehavior`. */
function removeGone(
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
  // What could not be read may be there still.
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
