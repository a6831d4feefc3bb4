/**
 * Finds what DDL names.
 * @module
 */
import type { Column, Table } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import { type AthenaVerdict, QueryError } from "../errors.ts";
import type { HiveColumn, HiveName, PartitionSpec } from "../sql/hive_ast.ts";
import { hiveType } from "../types/names.ts";

const DDL_TASK = "Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. ";
/** What a failure of Hive's own is told with: the system's, and "DDL task failed". */
const OF_THE_SYSTEM: AthenaVerdict = { category: 1, type: 1003 };

/** Error of a statement that Hive understands and does not run. */
export function failed(message: string, verdict?: AthenaVerdict): QueryError {
  return new QueryError("FAILED", `SemanticException ${message}`, undefined, verdict);
}

/** Error of a statement that Hive fails to run. */
export function taskFailed(message: string, verdict = OF_THE_SYSTEM): QueryError {
  return new QueryError("FAILED", DDL_TASK + message, undefined, verdict);
}

/** Error of a statement that Hive does not parse. */
export function unparsed(message: string, verdict = OF_THE_SYSTEM): QueryError {
  return new QueryError("FAILED", `ParseException ${message}`, undefined, verdict);
}

/** Error of a table that is not there, called as Hive calls it. */
export function tableNotFound(name: string, verdict?: AthenaVerdict): QueryError {
  return failed(`[Error 10001]: Table not found ${name}`, verdict);
}

/** The database a name is in, which must be there. */
export function databaseOf(
  name: { database?: string },
  context: StatementContext,
  verdict?: (database: string) => AthenaVerdict,
): string {
  const database = name.database ?? context.database ?? "default";
  if (context.runtime.catalog.database(database)) return database;
  throw failed(`[Error 10072]: Database does not exist: ${database}`, verdict?.(database));
}

/** A name as it was written. */
export function written({ database, table }: HiveName): string {
  return database === undefined ? table : `${database}.${table}`;
}

/** A table or a view that must be there; `called` is its name in the error. */
export function tableOf(
  name: HiveName,
  context: StatementContext,
  called?: string,
  verdict?: AthenaVerdict,
): Table {
  const database = databaseOf(name, context);
  const table = context.runtime.catalog.table(database, name.table);
  if (table) return table;
  throw tableNotFound(called ?? `${database}.${name.table}`, verdict);
}

/** Error of a partition that is not there. */
export function partitionNotFound(table: Table, values: readonly string[]): QueryError {
  const spec = (table.PartitionKeys ?? []).map(({ Name }, i) => `${Name}=${values[i]}`);
  return failed(`[Error 10006]: Partition not found {${spec.join(", ")}}`);
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
