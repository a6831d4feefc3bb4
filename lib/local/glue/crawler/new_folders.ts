/**
 * `CRAWL_NEW_FOLDERS_ONLY`: new folders become partitions of the tables they are under, see
 * https://docs.aws.amazon.com/glue/latest/dg/incremental-crawls.html
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import type { TargetFindings } from "./crawl.ts";
import { describePartition, location } from "./definition.ts";
import { parseTypeName } from "./glue_type.ts";
import type { FoundPartition, FoundTable } from "./grouping.ts";
import { type DataSchema, isSimilar } from "./schema.ts";
import { tableAt, writePartitions, type Writer, writeTable } from "./write_catalog.ts";

/**
 * Writes what a crawl of new folders found. Folders under a table become its partitions where
 * format and schema fit, and are left alone where they do not; other folders become new tables.
 * Nothing that exists is changed.
 *
 * @param writer Who writes, where to
 * @param findings What was found in the new folders
 */
export function writeNewFolders(writer: Writer, findings: readonly TargetFindings[]): void {
  const tables = writer.catalog.tables(writer.database);
  for (const finding of findings) {
    for (const found of finding.tables) writeFound(writer, finding, found, tables);
  }
}

function writeFound(
  writer: Writer,
  finding: TargetFindings,
  found: FoundTable,
  tables: readonly Table[],
): void {
  const { bucket } = finding.target;
  const orphans: FoundPartition[] = [];
  for (const folder of found.partitions) {
    const where = location(bucket, folder.prefix);
    const owner = tables
      .filter((table) => isFolderOf(table, where))
      .toSorted((a, b) => placeOf(b).length - placeOf(a).length)[0];
    if (owner === undefined) {
      orphans.push(folder);
      continue;
    }
    const keys = (owner.PartitionKeys ?? []).map((key) => key.Name ?? "");
    const names = where.slice(placeOf(owner).length).split("/").filter((name) => name !== "");
    if (names.length === keys.length && fits(folder, bucket, owner)) {
      const partition = describePartition({ ...folder, folders: names }, keys, bucket);
      if (keys.length > 0) writePartitions(writer, owner, [partition]);
    } else {
      writer.log(`${where} was left out: it does not fit table ${owner.Name}`);
    }
  }
  if (orphans.length === 0) return;
  if (orphans.length < found.partitions.length) {
    for (const { prefix } of orphans) {
      writer.log(`${location(bucket, prefix)} was left out: it is under no table`);
    }
    return;
  }
  const taken = tableAt(writer, location(bucket, found.prefix));
  if (taken === undefined) writeTable(writer, finding, found);
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
