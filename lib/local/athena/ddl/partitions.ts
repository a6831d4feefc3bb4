/**
 * ALTER TABLE … PARTITION, and MSCK REPAIR TABLE.
 * @module
 */
import type { Partition, Table } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { parseLocation } from "../tables/location.ts";
import { partitionPath } from "../tables/partition_path.ts";
import { failed, folder, partitionValues, tableOf } from "./lookup.ts";

type Of<K extends HiveStatement["kind"]> = Extract<HiveStatement, { kind: K }>;

const DONE: Outcome = { columns: [], rows: [] };

function names(table: Table): [string, string] {
  return [table.DatabaseName ?? "", table.Name ?? ""];
}

function requireKeys(table: Table): void {
  if (!table.PartitionKeys?.length) {
    throw failed(`SemanticException [Error 10241]: Table ${table.Name} is not a partitioned table`);
  }
}

/** A partition of a table at a location. */
export function newPartition(table: Table, values: string[], location: string): Partition {
  return {
    Values: values,
    DatabaseName: table.DatabaseName,
    TableName: table.Name,
    CreationTime: new Date(),
    StorageDescriptor: { ...table.StorageDescriptor, Location: location },
    Parameters: {},
  };
}

export function addPartitions(statement: Of<"addPartitions">, context: StatementContext): Outcome {
  const { catalog } = context.runtime;
  const table = tableOf(statement.name, context);
  requireKeys(table);
  const added: Partition[] = [];
  for (const { spec, location } of statement.partitions) {
    const values = partitionValues(spec, table);
    if (catalog.partition(...names(table), values)) {
      if (statement.ifNotExists) continue;
      throw failed(
        `Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. AlreadyExistsException(message:Partition already exists.)`,
      );
    }
    const own = folder(table.StorageDescriptor?.Location ?? "") + partitionPath(table, values);
    if (location !== undefined) parseLocation(location);
    added.push(newPartition(table, values, folder(location ?? own)));
  }
  catalog.putPartitions(...names(table), added);
  return DONE;
}

export function dropPartitions(
  statement: Of<"dropPartitions">,
  context: StatementContext,
): Outcome {
  const { catalog } = context.runtime;
  const table = tableOf(statement.name, context);
  requireKeys(table);
  const all = statement.specs.map((spec) => partitionValues(spec, table));
  for (const values of all) {
    if (!catalog.partition(...names(table), values) && !statement.ifExists) {
      throw failed(`SemanticException [Error 10006]: Partition not found (${values.join(", ")})`);
    }
  }
  catalog.deletePartitions(...names(table), all);
  return DONE;
}

export function renamePartition(
  statement: Of<"renamePartition">,
  context: StatementContext,
): Outcome {
  const { catalog } = context.runtime;
  const table = tableOf(statement.name, context);
  const [from, to] = [statement.from, statement.to].map((spec) => partitionValues(spec, table)) as [
    string[],
    string[],
  ];
  const partition = catalog.partition(...names(table), from);
  if (!partition) {
    throw failed(`SemanticException [Error 10006]: Partition not found (${from.join(", ")})`);
  }
  if (catalog.partition(...names(table), to)) throw failed("Partition already exists");
  catalog.deletePartitions(...names(table), [from]);
  catalog.putPartitions(...names(table), [{ ...partition, Values: to }]);
  return DONE;
}

export function repair(statement: Of<"repair">, context: StatementContext): Outcome {
  const { catalog, store } = context.runtime;
  const table = tableOf(statement.name, context);
  requireKeys(table);
  const keys = (table.PartitionKeys ?? []).map((key) => (key.Name ?? "").toLowerCase());
  const location = folder(table.StorageDescriptor?.Location ?? "");
  const { bucket, prefix } = parseLocation(location);
  const found = new Map<string, { values: string[]; path: string }>();
  const odd = new Set<string>();
  for (const { key } of store.list(bucket, { prefix })) {
    const folders = key.slice(prefix.length).split("/").slice(0, keys.length);
    if (key.slice(prefix.length).split("/").length <= keys.length) continue;
    const path = folders.join("/");
    if (found.has(path) || odd.has(path)) continue;
    const values = folders.map((part, i) => {
      const equals = part.indexOf("=");
      if (part.slice(0, equals).toLowerCase() !== keys[i]) return undefined;
      return decodeURIComponent(part.slice(equals + 1).replace(/%(?![0-9A-Fa-f]{2})/g, "%25"));
    });
    if (values.includes(undefined)) odd.add(path);
    else found.set(path, { values: values as string[], path });
  }
  const missing = [...found.values()].filter(({ values }) =>
    !catalog.partition(...names(table), values)
  );
  catalog.putPartitions(
    ...names(table),
    missing.map(({ values, path }) => newPartition(table, values, `${location}${path}/`)),
  );
  if (missing.length === 0) {
    const empty = found.size === 0 && odd.size === 0;
    return empty ? { columns: [], rows: [[`Tables missing on filesystem:\t${table.Name}`]] } : DONE;
  }
  const shown = missing.map(({ path }) => `${table.Name}:${path}`);
  return {
    columns: [],
    rows: [
      [`Partitions not in metastore:\t${shown.join("\t")}`],
      ...missing.map(({ path }) => [
        `Repair: Added partition to metastore ${table.Name}:${path}`,
      ]),
    ],
  };
}
