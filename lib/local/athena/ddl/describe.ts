/**
 * DESCRIBE.
 * @module
 */
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/statement.ts";
import { QueryError } from "../errors.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { VARCHAR } from "../types/types.ts";
import { partitionValues, tableOf } from "./lookup.ts";

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
  const keys = table.PartitionKeys ?? [];
  const columns = [...table.StorageDescriptor?.Columns ?? [], ...keys];
  const line = (column: { Name?: string; Type?: string; Comment?: string }) =>
    [column.Name, column.Type, column.Comment].map((part) => (part ?? "").padEnd(20)).join("\t");
  if (statement.column !== undefined) {
    const found = columns.find((column) => column.Name?.toLowerCase() === statement.column);
    if (!found) {
      throw new QueryError("FAILED", `SemanticException Invalid column ${statement.column}`);
    }
    return rows([line(found)]);
  }
  const partitions = keys.length === 0 ? [] : [
    `${" ".repeat(20)}\t${" ".repeat(20)}\t${" ".repeat(20)}`,
    `# Partition Information\t${" ".repeat(20)}\t${" ".repeat(20)}`,
    `${"# col_name".padEnd(23)}\t${"data_type".padEnd(20)}\t${"comment".padEnd(20)}`,
    `${" ".repeat(20)}\t${" ".repeat(20)}\t${" ".repeat(20)}`,
    ...keys.map(line),
  ];
  return rows([...columns.map(line), ...partitions]);
}

function rows(lines: readonly string[]): Outcome {
  return {
    columns: ["col_name", "data_type", "comment"].map((name) => ({ name, type: VARCHAR })),
    rows: lines.map((line) => line.split("\t")),
  };
}
