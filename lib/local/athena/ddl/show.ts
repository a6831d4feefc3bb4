/**
 * SHOW DATABASES, TABLES, VIEWS, COLUMNS, PARTITIONS and TBLPROPERTIES.
 * @module
 */
import type { AthenaVerdict } from "../errors.ts";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome, PlainType } from "../executions/results.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { partitionPath } from "../tables/partitions/path.ts";
import { describeView } from "./describe.ts";
import { databaseOf, tableOf, taskFailed, written } from "./lookup.ts";

type Of<K extends HiveStatement["kind"]> = Extract<HiveStatement, { kind: K }>;

function column(name: string, values: readonly string[], type: PlainType = "string"): Outcome {
  return { columns: [{ name, type }], rows: values.map((value) => [value]), updateCount: 0 };
}

/** What a table that is not there is told with, where it is not Hive that looks for it. */
const NOT_THERE = { category: 2, type: 1301 };

/** What the Data Catalog says of a database that is not there. */
const catalogError = (database: string): AthenaVerdict => ({
  category: 1,
  type: 1502,
  message: `com.facebook.presto.spi.PrestoException: Database ${database} not found. ` +
    "(Service: AmazonDataCatalog; Status Code: 400; Error Code: EntityNotFoundException; " +
    `Request ID: ${crypto.randomUUID()}; Proxy: null)`,
});

/** Hive's patterns: `*` stands for any characters, `|` between choices. */
function matches(pattern: string | undefined, name: string): boolean {
  if (pattern === undefined) return true;
  const source = pattern.split("|").map((part) =>
    part.replace(/[\\^$+?()[\]{}]/g, "\\$&").replaceAll("*", ".*")
  ).join("|");
  return new RegExp(`^(?:${source})$`, "i").test(name);
}

/** The pattern of databases is a regular expression of the whole name, or `*` alone. */
function databaseFilter(pattern: string | undefined): (name: string) => boolean {
  if (pattern === undefined || pattern === "*") return () => true;
  try {
    const expression = new RegExp(`^(?:${pattern})$`);
    return (name) => expression.test(name);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw taskFailed(`MetaException(message:Unable to get databases: ${wrong(pattern)})`, {
      category: 2,
      type: 1006,
    });
  }
}

/** What Java says of a pattern that is none. */
function wrong(pattern: string): string {
  const dangling = /^[*+?]/.exec(pattern);
  const what = dangling
    ? `Dangling meta character '${dangling[0]}' near index 0`
    : "Illegal pattern";
  return `java.util.regex.PatternSyntaxException: ${what}\n${pattern}${dangling ? "\n^" : ""}`;
}

export function showDatabases(statement: Of<"showDatabases">, context: StatementContext): Outcome {
  const names = context.runtime.catalog.databases().map((database) => database.Name ?? "");
  return column("database_name", names.filter(databaseFilter(statement.pattern)).sort());
}

export function showTables(
  statement: Of<"showTables" | "showViews">,
  context: StatementContext,
): Outcome {
  const database = databaseOf(statement, context, catalogError);
  const tables = context.runtime.catalog.tables(database).filter((table) =>
    statement.kind === "showTables" || table.TableType === "VIRTUAL_VIEW"
  );
  const names = tables.map((table) => table.Name ?? "");
  return column(
    statement.kind === "showTables" ? "tab_name" : "views",
    names.filter((name) => matches(statement.pattern, name)).sort(),
    statement.kind === "showTables" ? "string" : "varchar",
  );
}

export function showColumns(statement: Of<"showColumns">, context: StatementContext): Outcome {
  const table = tableOf(statement.name, context);
  if (table.TableType === "VIRTUAL_VIEW") return describeView(table);
  const columns = [...table.StorageDescriptor?.Columns ?? [], ...table.PartitionKeys ?? []];
  return column("field", columns.map((c) => (c.Name ?? "").padEnd(20)));
}

export function showPartitions(
  statement: Of<"showPartitions">,
  context: StatementContext,
): Outcome {
  const table = tableOf(statement.name, context, written(statement.name), NOT_THERE);
  if (!table.PartitionKeys?.length) {
    throw taskFailed(`Table ${written(statement.name)} is not a partitioned table`);
  }
  const partitions = context.runtime.catalog.partitions(table.DatabaseName ?? "", table.Name ?? "");
  const paths = Array.from(partitions, (partition) => partitionPath(table, partition.Values ?? []));
  return column("partition", paths);
}

export function showProperties(
  statement: Of<"showProperties">,
  context: StatementContext,
): Outcome {
  const table = tableOf(statement.name, context, undefined, NOT_THERE);
  const entries = Object.entries(table.Parameters ?? {});
  const { property } = statement;
  const found = entries.find(([name]) => name === property);
  const missing = `Table ${table.DatabaseName}.${table.Name} does not have property: ${property}`;
  const lines = property === undefined
    ? entries.map(([name, value]) => `${name}\t${value}`)
    : [found ? found[1] : missing];
  return {
    columns: ["prpt_name", "prpt_value"].map((name) => ({ name, type: "string" })),
    // A value of several lines is several rows.
    rows: lines.join("\n").split("\n").map((line) => [line]),
    updateCount: 0,
  };
}
