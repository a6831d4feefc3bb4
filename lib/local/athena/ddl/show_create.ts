/**
 * SHOW CREATE TABLE.
 * @module
 */
import type { Column } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/statement.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { VARCHAR } from "../types/types.ts";
import { failed, tableOf } from "./lookup.ts";

export function showCreateTable(
  statement: Extract<HiveStatement, { kind: "showCreateTable" }>,
  context: StatementContext,
): Outcome {
  const table = tableOf(statement.name, context);
  if (table.TableType === "VIRTUAL_VIEW") {
    throw failed(`${table.DatabaseName}.${table.Name} is a view: use SHOW CREATE VIEW`);
  }
  const storage = table.StorageDescriptor ?? {};
  const list = (columns: readonly Column[]) =>
    columns.map((column, i) =>
      `  \`${column.Name}\` ${column.Type}${
        column.Comment ? ` COMMENT '${column.Comment.replaceAll("'", "\\'")}'` : ""
      }${i === columns.length - 1 ? ")" : ", "}`
    );
  const properties = (entries: Record<string, string> | undefined) => {
    const all = Object.entries(entries ?? {});
    return all.map(([name, value], i) =>
      `  '${name}'='${value}'${i === all.length - 1 ? ")" : ", "}`
    );
  };
  const serde = properties(storage.SerdeInfo?.Parameters);
  const table_ = properties(
    Object.fromEntries(
      Object.entries(table.Parameters ?? {}).filter(([name]) => name !== "EXTERNAL"),
    ),
  );
  const lines = [
    `CREATE EXTERNAL TABLE \`${table.DatabaseName}.${table.Name}\`(`,
    ...list(storage.Columns ?? []),
    ...(table.Description ? [`COMMENT '${table.Description.replaceAll("'", "\\'")}'`] : []),
    ...(table.PartitionKeys?.length ? ["PARTITIONED BY ( ", ...list(table.PartitionKeys)] : []),
    "ROW FORMAT SERDE ",
    `  '${storage.SerdeInfo?.SerializationLibrary}' `,
    ...(serde.length ? ["WITH SERDEPROPERTIES ( ", ...serde] : []),
    "STORED AS INPUTFORMAT ",
    `  '${storage.InputFormat}' `,
    "OUTPUTFORMAT ",
    `  '${storage.OutputFormat}'`,
    "LOCATION",
    `  '${storage.Location}'`,
    ...(table_.length ? ["TBLPROPERTIES (", ...table_] : []),
  ];
  return {
    columns: [{ name: "createtab_stmt", type: VARCHAR }],
    rows: lines.map((line) => [line]),
  };
}
