/**
 * SHOW CREATE TABLE.
 * @module
 */
import type { Column } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { ownColumns } from "./describe_lines.ts";
import { failed, tableOf, written } from "./lookup.ts";

export function showCreateTable(
  statement: Extract<HiveStatement, { kind: "showCreateTable" }>,
  context: StatementContext,
): Outcome {
  const table = tableOf(statement.name, context, written(statement.name));
  if (table.TableType === "VIRTUAL_VIEW") {
    throw failed(`${table.DatabaseName}.${table.Name} is a view: use SHOW CREATE VIEW`);
  }
  const storage = table.StorageDescriptor ?? {};
  const list = (columns: readonly Column[]) =>
    columns.map(({ Name, Type, Comment }, i) =>
      `  \`${Name}\` ${Type}${
        Comment === undefined ? "" : ` COMMENT '${Comment.replaceAll("'", "\\'")}'`
      }${i === columns.length - 1 ? ")" : ", "}`
    );
  const properties = (entries: Record<string, string> | undefined) => {
    const all = Object.entries(entries ?? {}).sort(([a], [b]) => a < b ? -1 : 1);
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
  // As it was called: with its database, or without.
  const named = statement.name.database === undefined ? "" : `${table.DatabaseName}.`;
  const buckets = storage.BucketColumns ?? [];
  const lines = [
    `CREATE EXTERNAL TABLE \`${named}${table.Name}\`(`,
    ...list(ownColumns(table)),
    ...(table.Description ? [`COMMENT '${table.Description.replaceAll("'", "\\'")}'`] : []),
    ...(table.PartitionKeys?.length ? ["PARTITIONED BY ( ", ...list(table.PartitionKeys)] : []),
    ...(buckets.length > 0
      ? [
        "CLUSTERED BY ( ",
        ...buckets.map((name, i) => `  ${name}${i === buckets.length - 1 ? ") " : ", "}`),
        `INTO ${storage.NumberOfBuckets} BUCKETS`,
      ]
      : []),
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
    columns: [{ name: "createtab_stmt", type: "string" }],
    rows: lines.map((line) => [line]),
  };
}
