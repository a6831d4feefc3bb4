/**
 * Queries and their answers.
 * @module
 */
import {
  AthenaClient,
  GetQueryResultsCommand,
  type QueryExecution,
  type Row,
} from "@aws-sdk/client-athena";
import { awsClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";
import { queryCostUsd } from "./cost.ts";
import { execute, type QueryOptions } from "./execution.ts";
import { QueryError } from "./query_error.ts";
import { type AthenaColumn, type AthenaRow, athenaValue, uniqueColumns } from "./values.ts";

/** What a query was and cost. */
export interface QueryStatistics {
  /** Athena's id of the query. */
  queryExecutionId: string;
  /** Columns in order; the names are the keys of each row. */
  columns: AthenaColumn[];
  /** Bytes read, as stored: compressed where the objects are. */
  bytesScanned: number;
  /** US dollars that Athena bills for it. */
  costUsd: number;
  /** Seconds from sending the query to its end. */
  seconds: number;
}

/** A query's whole answer. */
export interface QueryResult extends QueryStatistics {
  rows: AthenaRow[];
}

/** A part of a query's answer, at most 1,000 rows, with what is known of the whole. */
export type QueryPage = QueryResult;

/**
 * Runs a query and gives its rows, typed, by column name.
 *
 * @param config The pipeline's settings
 * @param sql One statement, in Athena's SQL
 * @param options `?` parameters, database, signal, progress
 * @returns The rows, and what the query read, took and costs
 * @throws {QueryError} It was refused, failed, or was cancelled; `code` is Athena's name of the
 * error, such as `TABLE_NOT_FOUND`
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ AWS_ENDPOINT_URL: stack.aws, GLUE_DATABASE: "default" });
 *
 * const { rows } = await query(config, "SELECT 6 * 7 AS answer, ? AS place", { params: ["O'Hare"] });
 * assertEquals(rows, [{ answer: 42, place: "O'Hare" }]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function query(
  config: Config,
  sql: string,
  options: QueryOptions = {},
): Promise<QueryResult> {
  const rows: AthenaRow[] = [];
  let last: QueryPage | undefined;
  for await (const page of queryPages(config, sql, options)) {
    for (const row of page.rows) rows.push(row);
    last = page;
  }
  return { ...last!, rows };
}

/**
 * Runs a query and gives its rows page by page, so that an answer of any size takes little memory.
 * There is one page at least, if without rows.
 *
 * @param config The pipeline's settings
 * @param sql One statement, in Athena's SQL
 * @param options `?` parameters, database, signal, progress, and rows a page (1,000 by default and
 * at most)
 * @returns Pages, each with its rows and what is known of the whole
 * @throws {QueryError} It was refused, failed, or was cancelled
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ AWS_ENDPOINT_URL: stack.aws, GLUE_DATABASE: "default" });
 *
 * const sql = "SELECT n FROM UNNEST(sequence(1, 5)) AS t (n) ORDER BY n";
 * const sizes: number[] = [];
 * for await (const { rows } of queryPages(config, sql, { pageRows: 2 })) sizes.push(rows.length);
 * assertEquals(sizes.reduce((sum, size) => sum + size), 5);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function* queryPages(
  config: Config,
  sql: string,
  options: QueryOptions & { pageRows?: number } = {},
): AsyncGenerator<QueryPage, void> {
  const client = new AthenaClient(awsClientOptions(config));
  const startedMs = performance.now();
  try {
    const execution = await execute(client, config, sql, options);
    const seconds = (performance.now() - startedMs) / 1000;
    yield* resultPages(client, config, execution, seconds, options);
  } finally {
    client.destroy();
  }
}

async function* resultPages(
  client: AthenaClient,
  config: Config,
  execution: QueryExecution,
  seconds: number,
  { signal, pageRows = 1000 }: { signal?: AbortSignal; pageRows?: number },
): AsyncGenerator<QueryPage, void> {
  const statistics = statisticsOf(execution, seconds);
  const { queryExecutionId } = statistics;
  let nextToken: string | undefined;
  let first = true;
  do {
    if (signal?.aborted) throw stoppedReading(queryExecutionId);
    const answer = await client.send(
      new GetQueryResultsCommand({
        QueryExecutionId: queryExecutionId,
        MaxResults: pageRows,
        ...(nextToken === undefined ? {} : { NextToken: nextToken }),
      }),
    ).catch((error: unknown) => {
      throw awsFailure(config, `read the results of query ${queryExecutionId}`, error);
    });
    const info = answer.ResultSet?.ResultSetMetadata?.ColumnInfo ?? [];
    const names = info.map(({ Name, Type }) => ({ name: Name ?? "", type: Type ?? "varchar" }));
    const columns = uniqueColumns(names);
    const lines = answer.ResultSet?.Rows ?? [];
    const hasHeader = first && execution.StatementType === "DML" && isHeader(lines[0], names);
    const rows = (hasHeader ? lines.slice(1) : lines).map((line) => rowOf(columns, line));
    yield { ...statistics, columns, rows };
    first = false;
    nextToken = answer.NextToken;
  } while (nextToken !== undefined);
}

function statisticsOf(execution: QueryExecution, seconds: number): QueryStatistics {
  const bytesScanned = execution.Statistics?.DataScannedInBytes ?? 0;
  const reused = execution.Statistics?.ResultReuseInformation?.ReusedPreviousResult ?? false;
  const costUsd = queryCostUsd({
    bytesScanned,
    reused,
    ...(execution.StatementType ? { statementType: execution.StatementType } : {}),
    ...(execution.SubstatementType ? { substatementType: execution.SubstatementType } : {}),
  });
  return {
    queryExecutionId: execution.QueryExecutionId!,
    columns: [],
    bytesScanned,
    costUsd,
    seconds,
  };
}

/** The first row of a SELECT's first page has the columns' names; DDL and SHOW have no such row. */
function isHeader(row: Row | undefined, columns: readonly AthenaColumn[]): boolean {
  const cells = row?.Data;
  return cells !== undefined && cells.length === columns.length &&
    columns.every(({ name }, index) => cells[index]?.VarCharValue === name);
}

function rowOf(columns: readonly AthenaColumn[], row: Row): AthenaRow {
  const texts = textsOf(columns, row);
  return Object.fromEntries(
    columns.map(({ name, type }, index) => [name, athenaValue(type, texts[index])]),
  );
}

/** DESCRIBE has several columns, and gives their values in one, filled up, with tabs between. */
function textsOf(columns: readonly AthenaColumn[], row: Row): (string | undefined)[] {
  const texts = row.Data?.map(({ VarCharValue }) => VarCharValue) ?? [];
  if (texts.length !== 1 || columns.length === 1) return texts;
  return texts[0]?.split("\t").map((text) => text.trim()) ?? [];
}

function stoppedReading(queryExecutionId: string): QueryError {
  return new QueryError({
    code: "QUERY_CANCELLED",
    message: `Reading the results of query ${queryExecutionId} was cancelled`,
    remedy: "Run it again when you want its answer.",
    queryExecutionId,
  });
}
