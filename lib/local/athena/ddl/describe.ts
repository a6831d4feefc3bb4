/**
 * DESCRIBE.
 * @module
 */
import type { Column, Table } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import { QueryError } from "../errors.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { partitionValues, tableOf } from "./lookup.ts";
import { decodeView } from "./view_text.ts";

export function describe(
  statement: Extract<HiveStatement, { kind: "describe" }>,
  context: StatementContext,
): Outcome {
  const table = tableOf(statement.name, context);
  if (statement.partition) {
    const values = partitionValues(statement.partition, table);
    const { catalog } = context.runtime;
    if (!catalog.partition(table.DatabaseName ?? "", table.Name ?? "", values)) {
      throw new QueryError(
        "FAILED",
        `SemanticException [Error 10006]: Partition not found (${values.join(", ")})`,
      );
    }
  }
  if (table.TableType === "VIRTUAL_VIEW") return describeView(table);
  const keys = table.PartitionKeys ?? [];
  const own = (table.StorageDescriptor?.Columns ?? []).map((column) => ({
    ...column,
    Comment: commentOf(column, table),
  }));
  const columns: Column[] = [...own, ...keys];
  const line = (column: Column) =>
    [column.Name, column.Type, column.Comment].map((part) => (part ?? "").padEnd(WIDTH)).join("\t");
  if (statement.column !== undefined) {
    const found = columns.find((column) => column.Name?.toLowerCase() === statement.column);
    if (!found) {
      throw new QueryError("FAILED", `SemanticException Invalid column ${statement.column}`);
    }
    return rows([line(found)]);
  }
  const blank = "\t \t ";
  const partitions = keys.length === 0 ? [] : [
    blank,
    `# Partition Information${blank}`,
    `${"# col_name".padEnd(22)}\t${"data_type".padEnd(WIDTH)}\t${"comment".padEnd(WIDTH)}`,
    blank,
    ...keys.map(line),
  ];
  return rows([...columns.map(line), ...partitions]);
}

/** Each of a line's values is filled up to this many characters. */
const WIDTH = 20;

/** A column's comment; where there is none, the SerDes that tell the columns themselves say so. */
export function commentOf(column: Column, table: Table): string | undefined {
  if (column.Comment) return column.Comment;
  const serde = table.StorageDescriptor?.SerdeInfo?.SerializationLibrary ?? "";
  return /JsonSerDe$|OpenCSVSerde$/.test(serde) ? "from deserializer" : column.Comment;
}

/** Columns of a view, with the types of the engine. */
export function describeView(table: Table): Outcome {
  const { columns } = decodeView(table);
  return {
    columns: ["column", "type"].map((name) => ({ name, type: "varchar" })),
    rows: columns.map(({ name, type }) => [`${name}\t${type}`]),
    updateCount: 0,
  };
}

/** The three columns stand in one value, as Hive gives them. */
function rows(lines: readonly string[]): Outcome {
  return {
    columns: ["col_name", "data_type", "comment"].map((name) => ({ name, type: "string" })),
    rows: lines.map((line) => [line]),
  };
}
