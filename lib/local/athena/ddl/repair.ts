/**
 * MSCK REPAIR TABLE: holds a table's partitions against the folders that are there.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { parseLocation } from "../tables/location.ts";
import { partitionPath } from "../tables/partitions/path.ts";
import { databaseOf, folder, taskFailed } from "./lookup.ts";
import { newPartition } from "./partitions.ts";

export function repair(
  statement: Extract<HiveStatement, { kind: "repair" }>,
  context: StatementContext,
): Outcome {
  const { catalog, store } = context.runtime;
  const database = databaseOf(statement.name, context);
  const name = statement.name.table;
  const table = catalog.table(database, name);
  if (!table) return told([["Tables not in metastore:", [name]]]);
  if (table.TableType === "VIRTUAL_VIEW") {
    throw taskFailed("Can not create a Path from an empty string", { category: 2, type: 1100 });
  }
  const location = folder(table.StorageDescriptor?.Location ?? "");
  const { bucket, prefix } = parseLocation(location);
  const keys = Array.from(store.list(bucket, { prefix }), ({ key }) => key.slice(prefix.length));
  if (keys.length === 0) return told([["Tables missing on filesystem:", [name]]]);
  if (!table.PartitionKeys?.length) return told([]);
  const known = new Set<string>();
  const gone: string[] = [];
  for (const { Values = [], StorageDescriptor } of catalog.partitions(database, name)) {
    const path = partitionPath(table, Values);
    known.add(path);
    const own = parseLocation(folder(StorageDescriptor?.Location ?? location + path));
    const [first] = store.list(own.bucket, { prefix: own.prefix });
    if (!first) gone.push(path);
  }
  const found = [...new Set(keys.map((key) => key.split("/").slice(0, -1).join("/")))]
    .filter((path) => path !== "");
  const missing = [...new Set(found.map((path) => partitionFolder(path, table) ?? path))]
    .filter((path) => !known.has(path));
  const added = missing.filter((path) => valuesOf(path, table));
  catalog.putPartitions(
    database,
    name,
    added.map((path) =>
      newPartition(table, valuesOf(path, table) as string[], `${location}${path}/`)
    ),
  );
  const shown = (paths: readonly string[]) => paths.map((path) => `${name}:${path}`);
  return told([
    ["Partitions not in metastore:", shown(missing)],
    ["Partitions missing from filesystem:", shown(gone)],
  ], added.map((path) => `Repair: Added partition to metastore ${name}:${path}`));
}

/** The part of a folder's path that names a partition. */
function partitionFolder(path: string, table: Table): string | undefined {
  const part = path.split("/").slice(0, table.PartitionKeys?.length).join("/");
  return valuesOf(part, table) ? part : undefined;
}

/** Values in a path such as `dt=2024-01-31/hour=10`, where it is one of the table's keys. */
function valuesOf(path: string, table: Table): string[] | undefined {
  const folders = path.split("/");
  const keys = table.PartitionKeys ?? [];
  if (folders.length !== keys.length) return undefined;
  const values = folders.map((part, i) => {
    const equals = part.indexOf("=");
    if (part.slice(0, equals).toLowerCase() !== keys[i]?.Name?.toLowerCase()) return undefined;
    return decodeURIComponent(part.slice(equals + 1).replace(/%(?![0-9A-Fa-f]{2})/g, "%25"));
  });
  return values.includes(undefined) ? undefined : values as string[];
}

/** Lists, each in a line after its heading, and what was done. */
function told(lists: [heading: string, items: string[]][], done: readonly string[] = []): Outcome {
  const lines = lists.filter(([, items]) => items.length > 0).map(([heading, items]) =>
    [heading, ...items].join("\t")
  );
  return { columns: [], rows: [...lines, ...done].map((line) => [line]), described: true };
}
