/**
 * Runs a query for its rows to be written, and keeps the partitions that were.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import type { Column } from "../analyze/query.ts";
import { folder } from "../ddl/lookup.ts";
import { newPartition } from "../ddl/partitions.ts";
import { engineId } from "../executions/engine_id.ts";
import type { Execution } from "../executions/model.ts";
import { prepareQuery, type StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { Query } from "../sql/ast.ts";
import { NULL_PARTITION } from "../tables/partitions/path.ts";
import { isProjected } from "../tables/partitions/projection.ts";
import { BIGINT } from "../types/types.ts";
import { writeManifest } from "./manifest.ts";
import { writeObjects, type WriteRequest, type Written } from "./objects.ts";

/** Writes a query's rows; `convert` makes other rows of them first. */
export async function write(
  query: Query,
  execution: Execution,
  context: StatementContext,
  request: (columns: Column[]) => Omit<WriteRequest, "id">,
  convert: (columns: Column[], sql: string) => string = (_, sql) => sql,
): Promise<Written> {
  const prepared = await prepareQuery(query, context);
  try {
    execution.Statistics.DataScannedInBytes = prepared.bytes;
    const asked = { ...request(prepared.columns), id: engineId(execution) };
    return await prepared.run(
      (sql) => convert(prepared.columns, sql),
      (connection, sql) => writeObjects(connection, sql, asked, context.runtime),
    );
  } finally {
    prepared.close();
  }
}

/** Keeps the partitions that rows were written to, where the table has none of them yet. */
export function registerPartitions(
  table: Table,
  written: Written,
  context: StatementContext,
): void {
  if (isProjected(table)) return;
  const { catalog } = context.runtime;
  const [database, name] = [table.DatabaseName ?? "", table.Name ?? ""];
  const location = folder(table.StorageDescriptor?.Location ?? "");
  const missing = written.partitions.map(({ values, folder: path }) => ({
    values: values.map((value) => value ?? NULL_PARTITION),
    path,
  })).filter(({ values }) => !catalog.partition(database, name, values));
  catalog.putPartitions(
    database,
    name,
    missing.map(({ values, path }) => newPartition(table, values, location + path)),
  );
}

/** What a statement that wrote rows gives. */
export async function outcomeOf(
  written: Written,
  execution: Execution,
  { runtime }: StatementContext,
): Promise<Outcome> {
  return {
    columns: [{ name: "rows", type: BIGINT }],
    rows: [],
    updateCount: written.rows,
    manifest: await writeManifest(execution, written.keys, runtime),
  };
}
