/**
 * ALTER TABLE, but for partitions.
 * @module
 */
import type { Column, StorageDescriptor, Table } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { HiveStatement, PartitionSpec } from "../sql/hive_ast.ts";
import { parseLocation } from "../tables/location.ts";
import {
  folder,
  glueColumns,
  partitionNotFound,
  partitionValues,
  tableOf,
  taskFailed,
  unparsed,
} from "./lookup.ts";

type Of<K extends HiveStatement["kind"]> = Extract<HiveStatement, { kind: K }>;

type Alter = Extract<
  HiveStatement,
  { kind: "addColumns" | "changeColumn" | "setLocation" | "setProperties" }
>;

export function alterTable(statement: Alter, context: StatementContext): Outcome {
  const { catalog } = context.runtime;
  const table = tableOf(statement.name, context);
  const columns = table.StorageDescriptor?.Columns ?? [];
  switch (statement.kind) {
    case "addColumns": {
      const { partition: spec } = statement;
      if (!spec) {
        catalog.putTable(withColumns(table, withAdded(statement, columns)));
        break;
      }
      changePartition(spec, table, context, (storage) => ({
        ...storage,
        Columns: withAdded(statement, storage?.Columns ?? []),
      }));
      break;
    }
    case "changeColumn": {
      const [column] = glueColumns([statement.column]);
      if (!columns.some((other) => other.Name === statement.from)) {
        throw taskFailed(`Invalid column reference ${statement.from}`);
      }
      if (
        statement.column.name !== statement.from &&
        columns.some((other) => other.Name === statement.column.name)
      ) {
        throw taskFailed(`Duplicate column name: ${statement.column.name}`);
      }
      catalog.putTable(withColumns(table, changed(columns, statement, column!)));
      break;
    }
    case "setLocation": {
      parseLocation(statement.location);
      const location = folder(statement.location);
      if (!statement.partition) {
        catalog.putTable({
          ...table,
          StorageDescriptor: { ...table.StorageDescriptor, Location: location },
        });
        break;
      }
      changePartition(
        statement.partition,
        table,
        context,
        (storage) => ({ ...storage, Location: location }),
      );
      break;
    }
    case "setProperties":
      catalog.putTable({ ...table, Parameters: { ...table.Parameters, ...statement.properties } });
  }
  return { columns: [], rows: [], described: statement.kind === "addColumns" };
}

/** Athena starts such a statement, and its Hive does not know it. */
export function dropColumn({ name, from }: Of<"dropColumn">): never {
  const { line, column } = from;
  throw unparsed(
    `line ${line}:${column - 1} mismatched input 'COLUMN' expecting PARTITION near 'DROP' in ` +
      "drop partition statement",
    {
      category: 2,
      type: 1006,
      message: `line ${line}:${column}: mismatched input '${name}' expecting 'PARTITION'`,
    },
  );
}

/** The Data Catalog renames no table. */
export function renameTable(statement: Of<"renameTable">, context: StatementContext): never {
  const verdict = {
    category: 2,
    type: 1006,
    message: "Query type not supported by DDL engine.",
  };
  tableOf(statement.name, context, undefined, verdict);
  throw taskFailed(
    "Unable to alter table. Unable to change partition or table: " +
      "com.amazonaws.services.datacatalog.model.InvalidInputException: Table cannot be renamed " +
      "(Service: AmazonDataCatalog; Status Code: 400; Error Code: InvalidInputException; " +
      `Request ID: ${crypto.randomUUID()}; Proxy: null)`,
    verdict,
  );
}

/** Columns with those that a statement adds, or these alone where they take their places. */
function withAdded(
  { columns, replace }: Extract<Alter, { kind: "addColumns" }>,
  old: readonly Column[],
): Column[] {
  const added = glueColumns(columns);
  const kept = replace ? [] : old;
  const twice = added.find((column) => kept.some((other) => other.Name === column.Name));
  if (!twice) return [...kept, ...added];
  throw taskFailed(`Duplicate column name: ${twice.Name}`);
}

/** Changes how a partition is stored. */
function changePartition(
  spec: PartitionSpec,
  table: Table,
  { runtime: { catalog } }: StatementContext,
  change: (storage: StorageDescriptor | undefined) => StorageDescriptor,
): void {
  const { database, name } = { database: table.DatabaseName ?? "", name: table.Name ?? "" };
  const values = partitionValues(spec, table);
  const partition = catalog.partition(database, name, values);
  if (!partition) throw partitionNotFound(table, values);
  catalog.putPartitions(database, name, [{
    ...partition,
    StorageDescriptor: change(partition.StorageDescriptor),
  }]);
}

/** The columns with one of them changed, and put where the statement says. */
function changed(
  columns: readonly Column[],
  { from, place }: Extract<Alter, { kind: "changeColumn" }>,
  column: Column,
): Column[] {
  if (!place) return columns.map((other) => other.Name === from ? column : other);
  const others = columns.filter((other) => other.Name !== from);
  const before = place.after === undefined
    ? 0
    : others.findIndex((other) => other.Name === place.after) + 1;
  if (place.after !== undefined && before === 0) {
    throw taskFailed(`Invalid column reference ${place.after}`);
  }
  return others.toSpliced(before, 0, column);
}

function withColumns(
  table: Table,
  columns: Column[],
): Table {
  return { ...table, StorageDescriptor: { ...table.StorageDescriptor, Columns: columns } };
}
