/**
 * DESCRIBE.
 * @module
 */
import type { Column, Partition, Table } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import { notSupported } from "../errors.ts";
import type { HiveStatement, PartitionSpec } from "../sql/hive_ast.ts";
import { columnLine, formattedLines, keyLines, ownColumns } from "./describe_lines.ts";
import { partitionNotFound, partitionValues, tableOf, taskFailed } from "./lookup.ts";
import { decodeView } from "./view_text.ts";

export function describe(
  statement: Extract<HiveStatement, { kind: "describe" }>,
  context: StatementContext,
): Outcome {
  const table = tableOf(
    statement.name,
    context,
    statement.formatted ? statement.name.table : undefined,
  );
  const partition = statement.partition && partitionOf(statement.partition, table, context);
  if (table.TableType === "VIRTUAL_VIEW") {
    if (statement.formatted) throw notSupported("DESCRIBE FORMATTED of a view");
    return describeView(table);
  }
  if (statement.formatted) return rows(formattedLines(table, partition));
  const columns = ownColumns(table, partition?.StorageDescriptor);
  if (statement.column !== undefined) {
    return rows([columnLine(deserialized(statement.column, columns))]);
  }
  const keys = table.PartitionKeys ?? [];
  return rows([...[...columns, ...keys].map(columnLine), ...keyLines(keys)]);
}

function partitionOf(spec: PartitionSpec, table: Table, context: StatementContext): Partition {
  const values = partitionValues(spec, table);
  const { catalog } = context.runtime;
  const found = catalog.partition(table.DatabaseName ?? "", table.Name ?? "", values);
  if (found) return found;
  throw partitionNotFound(table, values);
}

/** One column is looked for among those that the SerDe gives, which has no comments. */
function deserialized(name: string, columns: readonly Column[]): Column {
  const found = columns.find((column) => column.Name?.toLowerCase() === name);
  if (found) return { ...found, Comment: "from deserializer" };
  const all = columns.map((column, i) => `${i}:${column.Name?.toLowerCase()}`).join(", ");
  throw taskFailed(`cannot find field ${name} from [${all}]`);
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
