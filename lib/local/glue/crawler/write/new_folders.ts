/**
 * `CRAWL_NEW_FOLDERS_ONLY`: new folders become partitions of the tables they are under, see
 * https://docs.aws.amazon.com/glue/latest/dg/incremental-crawls.html
 * @module
 */
import type { Partition, Table } from "@aws-sdk/client-glue";
import { parseTypeName } from "../classify/glue_type.ts";
import type { TargetFindings } from "../find_tables.ts";
import type { FoundPartition, FoundTable } from "../group/grouping.ts";
import { type DataSchema, isSimilar } from "../group/schema.ts";
import { describePartition, location } from "./definition.ts";
import { writeTable } from "./write_catalog.ts";
import { writePartitions } from "./write_partitions.ts";
import { tableAt, type Writer } from "./writer.ts";

/**
 * Writes what a crawl of new folders found. Folders under a table become its partitions where
 * format and schema fit, and are left alone where they do not; other folders become new tables.
 * Nothing that exists is changed.
 *
 * @param writer Who writes, where to
 * @param findings What was found in the new folders
 */
export async function writeNewFolders(
  writer: Writer,
  findings: readonly TargetFindings[],
): Promise<void> {
  const tables = writer.catalog.tables(writer.database);
  for (const finding of findings) {
    for (const found of finding.tables) await writeFound(writer, finding, found, tables);
  }
}

async function writeFound(
  writer: Writer,
  finding: TargetFindings,
  found: FoundTable,
  tables: readonly Table[],
): Promise<void> {
  const { bucket } = finding.target;
  const partitions = new Map<Table, Partition[]>();
  const orphans: string[] = [];
  for (const folder of found.partitions) {
    const where = location(bucket, folder.prefix);
    const owner = ownerOf(tables, where);
    if (owner === undefined) {
      orphans.push(where);
      continue;
    }
    const partition = partitionOf(owner, folder, bucket);
    if (partition === undefined) {
      writer.log(`${where} was left out: it does not fit table ${owner.Name}`);
    } else if (owner.PartitionKeys?.length) {
      const added = partitions.get(owner);
      if (added === undefined) partitions.set(owner, [partition]);
      else added.push(partition);
    }
  }
  for (const [table, added] of partitions) await writePartitions(writer, table, added);
  const taken = tableAt(writer, location(bucket, found.prefix)) !== undefined;
  if (orphans.length === found.partitions.length && !taken) {
    await writeTable(writer, finding, found);
  } else {
    for (const where of orphans) writer.log(`${where} was left out: it is under no table`);
  }
}

/** The table whose folder a folder is under; the innermost where there are several. */
function ownerOf(tables: readonly Table[], where: string): Table | undefined {
  return tables
    .filter((table) => isFolderOf(table, where))
    .toSorted((a, b) => placeOf(b).length - placeOf(a).length)[0];
}

/** Gives a folder as a table's partition, where depth, format and schema fit. */
function partitionOf(table: Table, folder: FoundPartition, bucket: string): Partition | undefined {
  const keys = (table.PartitionKeys ?? []).map((key) => key.Name ?? "");
  const below = location(bucket, folder.prefix).slice(placeOf(table).length);
  const folders = below === "" ? [] : below.replace(/\/$/, "").split("/");
  if (folders.length !== keys.length || !fits(folder, bucket, table)) return undefined;
  return describePartition({ ...folder, folders }, keys, bucket);
}

function placeOf(table: Table): string {
  return table.StorageDescriptor?.Location ?? "";
}

function isFolderOf(table: Table, where: string): boolean {
  const place = placeOf(table);
  return place.endsWith("/") && where.startsWith(place);
}

function fits(folder: FoundPartition, bucket: string, table: Table): boolean {
  const same = (["classification", "compressionType", "delimiter"] as const).every((name) => {
    const own = describePartition(folder, [], bucket).Parameters?.[name];
    return own === table.Parameters?.[name];
  });
  return same && isSimilar(folder.schema, schemaOf(table, folder.schema));
}

/** A table's columns as the schema of data in the same format. */
function schemaOf(table: Table, like: DataSchema): DataSchema {
  return {
    ...like,
    fields: new Map((table.StorageDescriptor?.Columns ?? []).map(({ Name = "", Type = "" }) => [
      Name,
      { name: Name, type: parseTypeName(Type) },
    ])),
  };
}
