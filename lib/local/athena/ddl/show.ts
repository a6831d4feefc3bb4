/**
 * SHOW DATABASES, TABLES, VIEWS, COLUMNS, PARTITIONS and TBLPROPERTIES.
 * @module
 */
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/statement.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { VARCHAR } from "../types/types.ts";
import { databaseOf, failed, partitionPath, tableOf } from "./lookup.ts";

type Of<K extends HiveStatement["kind"]> = Extract<HiveStatement, { kind: K }>;

function column(name: string, values: readonly string[]): Outcome {
  return { columns: [{ name, type: VARCHAR }], rows: values.map((value) => [value]) };
}

/** Hive's patterns: `*` stands for any characters, `|` between choices. */
function matches(pattern: string | undefined, name: string): boolean {
  if (pattern === undefined) return true;
  const source = pattern.split("|").map((part) =>
    part.replace(/[\\^$+?()[\]{}]/g, "\\$&").replaceAll("*", ".*")
  ).join("|");
  return new RegExp(`^(?:${source})$`, "i").test(name);
}

export function showDatabases(statement: Of<"showDatabases">, context: StatementContext): Outcome {
  const names = context.runtime.catalog.databases().map((database) => database.Name ?? "");
  return column("database_name", names.filter((name) => matches(statement.pattern, name)).sort());
}

export function showTables(
  statement: Of<"showTables" | "showViews">,
  context: StatementContext,
): Outcome {
  const database = databaseOf(statement, context);
  const tables = context.runtime.catalog.tables(database).filter((table) =>
    statement.kind === "showTables" || table.TableType === "VIRTUAL_VIEW"
  );
  const names = tables.map((table) => table.Name ?? "");
  return column(
    statement.kind === "showTables" ? "tab_name" : "views",
    names.filter((name) => matches(statement.pattern, name)).sort(),
  );
}

export function showColumns(statement: Of<"showColumns">, context: StatementContext): Outcome {
  const table = tableOf(statement.name, context);
  const columns = [...table.StorageDescriptor?.Columns ?? [], ...table.PartitionKeys ?? []];
  return column("field", columns.map((c) => (c.Name ?? "").padEnd(20)));
}

export function showPartitions(
  statement: Of<"showPartitions">,
  context: StatementContext,
): Outcome {
  const table = tableOf(statement.name, context);
  if (!table.PartitionKeys?.length) {
    throw failed(
      `Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. Table ${table.Name} is not a partitioned table`,
    );
  }
  const partitions = context.runtime.catalog.partitions(table.DatabaseName ?? "", table.Name ?? "");
  const paths = Array.from(partitions, (partition) => partitionPath(table, partition.Values ?? []));
  return column("partition", paths);
}

export function showProperties(
  statement: Of<"showProperties">,
  context: StatementContext,
): Outcome {
  const table = tableOf(statement.name, context);
  const entries = Object.entries(table.Parameters ?? {}).sort();
  const { property } = statement;
  if (property === undefined) {
    return column("prpt_name", entries.map(([name, value]) => `${name}\t${value}`));
  }
  const found = entries.find(([name]) => name === property);
  return column("prpt_name", [
    found
      ? found[1]
      : `Table ${table.DatabaseName}.${table.Name} does not have property: ${property}`,
  ]);
}
