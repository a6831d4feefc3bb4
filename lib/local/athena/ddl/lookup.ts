/**
 * Finds what DDL names.
 * @module
 */
import type { Column, Table } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import { QueryError } from "../errors.ts";
import type { HiveColumn, HiveName, PartitionSpec } from "../sql/hive_ast.ts";
import { hiveType } from "../types/names.ts";

/** Error of a statement of Hive's, as Athena passes it on. */
export function failed(message: string): QueryError {
  return new QueryError("FAILED", message);
}

/** The database a name is in. */
export function databaseOf(name: { database?: string }, context: StatementContext): string {
  const database = name.database ?? context.database ?? "default";
  if (context.runtime.catalog.database(database)) return database;
  throw new QueryError("SCHEMA_NOT_FOUND", `Schema '${database}' does not exist`);
}

/** A table or a view that must be there. */
export function tableOf(name: HiveName, context: StatementContext): Table {
  const database = databaseOf(name, context);
  const table = context.runtime.catalog.table(database, name.table);
  if (table) return table;
  throw new QueryError(
    "TABLE_NOT_FOUND",
    `Table '${database}.${name.table}' does not exist`,
    name.position,
  );
}

/** Columns in the catalog's shape; their types must be known. */
export function glueColumns(columns: readonly HiveColumn[]): Column[] {
  return columns.map(({ name, type, comment }) => {
    hiveType(type);
    return { Name: name, Type: type, ...(comment === undefined ? {} : { Comment: comment }) };
  });
}

/** Values of a partition in the order of the table's keys. */
export function partitionValues(spec: PartitionSpec, table: Table): string[] {
  const keys = table.PartitionKeys ?? [];
  for (const { name } of spec) {
    if (!keys.some((key) => key.Name?.toLowerCase() === name)) {
      throw new QueryError(
        "INVALID_PARTITION",
        `Partition column '${name}' is not in table ${table.Name}`,
      );
    }
  }
  return keys.map((key) => {
    const found = spec.find(({ name }) => name === key.Name?.toLowerCase());
    if (found) return found.value;
    throw new QueryError(
      "INVALID_PARTITION",
      `The partition names no value of column '${key.Name}'`,
    );
  });
}

/** A location that ends with a slash. */
export function folder(location: string): string {
  return location.replace(/\/?$/, "/");
}
