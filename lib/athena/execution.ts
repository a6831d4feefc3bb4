/**
 * One query at Athena: started, waited for, stopped.
 * @module
 */
import {
  type AthenaClient,
  GetQueryExecutionCommand,
  InvalidRequestException,
  type QueryExecution,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from "@aws-sdk/client-athena";
import { awsFailure } from "../aws_failure.ts";
import { backoff } from "../backoff.ts";
import type { Config } from "../config.ts";
import { ensureBucket } from "../ensure_bucket.ts";
import { type QueryParameter, sqlLiteral } from "./parameters.ts";
import { QueryError, queryErrorOf } from "./query_error.ts";

/** What a query is at. */
export interface QueryProgress {
  /** Athena's id of the query. */
  queryExecutionId: string;
  state: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELLED";
  /** Milliseconds since the query was sent. */
  elapsedMs: number;
  /** Bytes read so far, as far as Athena says. */
  bytesScanned: number;
}

/** How a query is run. */
export interface QueryOptions {
  /** Values for the `?` of the query, in order. */
  params?: readonly QueryParameter[];
  /** Database that tables without one are looked up in; the configured one by default. */
  database?: string;
  /** Aborted: the query is stopped at Athena, and the call throws `QUERY_CANCELLED`. */
  signal?: AbortSignal;
  /** Called with the query's id before the first wait, and after each look. */
  onProgress?: (progress: QueryProgress) => void;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/** So an end is seen late by a tenth of the query's time at most; a second's query takes 19 looks. */
const PAUSE_FACTOR = 1.1;

/**
 * Runs a query to its end at Athena.
 *
 * @param client Client to use
 * @param config The pipeline's settings
 * @param sql One statement
 * @param options How the query is run
 * @returns The query that succeeded, as Athena describes it
 * @throws {QueryError} It was refused, failed, or was cancelled
 */
export async function execute(
  client: AthenaClient,
  config: Config,
  sql: string,
  options: QueryOptions = {},
): Promise<QueryExecution> {
  const { signal } = options;
  if (signal?.aborted) throw cancelled(undefined);
  // AWS makes no bucket for anyone; the embedded stack starts without one.
  if (config.target === "local") {
    await ensureBucket(config, config.athena.resultsBucket, "ATHENA_RESULTS_BUCKET");
  }
  const startedMs = performance.now();
  const queryExecutionId = await start(client, config, sql, options);
  const report = (state: QueryProgress["state"], bytesScanned: number) =>
    options.onProgress?.({
      queryExecutionId,
      state,
      elapsedMs: performance.now() - startedMs,
      bytesScanned,
    });
  report("QUEUED", 0);
  const pause = backoff({
    firstMs: FIRST_PAUSE_MS,
    mostMs: LONGEST_PAUSE_MS,
    factor: PAUSE_FACTOR,
  });
  let stopped = false;
  while (true) {
    if (signal?.aborted && !stopped) {
      await stop(client, config, queryExecutionId);
      stopped = true;
    }
    const execution = await look(client, config, queryExecutionId);
    const state = execution.Status?.State ?? "QUEUED";
    report(state, execution.Statistics?.DataScannedInBytes ?? 0);
    if (state === "SUCCEEDED" && !stopped) return execution;
    if (state === "SUCCEEDED" || state === "CANCELLED") throw cancelled(queryExecutionId);
    if (state === "FAILED") throw failed(config, sql, execution);
    await pause(stopped ? undefined : signal);
  }
}

async function start(
  client: AthenaClient,
  config: Config,
  sql: string,
  options: QueryOptions,
): Promise<string> {
  try {
    const { QueryExecutionId } = await client.send(
      new StartQueryExecutionCommand({
        QueryString: sql,
        // With it, a request that is sent again after a lost answer starts no second query.
        ClientRequestToken: crypto.randomUUID(),
        QueryExecutionContext: { Database: options.database ?? config.glue.database },
        ResultConfiguration: { OutputLocation: `s3://${config.athena.resultsBucket}/` },
        WorkGroup: config.athena.workGroup,
        ...(options.params?.length ? { ExecutionParameters: options.params.map(sqlLiteral) } : {}),
      }),
    );
    return QueryExecutionId!;
  } catch (error) {
    if (error instanceof InvalidRequestException) {
      const code = error.AthenaErrorCode === "MALFORMED_QUERY"
        ? "MALFORMED_QUERY"
        : "QUERY_REFUSED";
      throw queryErrorOf(config, sql, error.message, {
        code: /output (location|bucket)/i.test(error.message) ? "NO_OUTPUT_LOCATION" : code,
        cause: error,
      });
    }
    throw awsFailure(config, "start the query", error);
  }
}

async function look(client: AthenaClient, config: Config, id: string): Promise<QueryExecution> {
  try {
    const answer = await client.send(new GetQueryExecutionCommand({ QueryExecutionId: id }));
    return answer.QueryExecution ?? {};
  } catch (error) {
    throw awsFailure(config, `see what query ${id} is at`, error);
  }
}

async function stop(client: AthenaClient, config: Config, id: string): Promise<void> {
  try {
    await client.send(new StopQueryExecutionCommand({ QueryExecutionId: id }));
  } catch (error) {
    // A query that ended in the meantime cannot be stopped any more; its state tells how it ended.
    if (error instanceof InvalidRequestException) return;
    throw awsFailure(config, `cancel query ${id}`, error);
  }
}

function failed(config: Config, sql: string, execution: QueryExecution): QueryError {
  const reason = execution.Status?.StateChangeReason ??
    execution.Status?.AthenaError?.ErrorMessage ?? "Athena gives no reason";
  return queryErrorOf(config, sql, reason, {
    ...(execution.QueryExecutionId ? { queryExecutionId: execution.QueryExecutionId } : {}),
    retriable: execution.Status?.AthenaError?.Retryable ?? false,
  });
}

function cancelled(queryExecutionId: string | undefined): QueryError {
  return new QueryError({
    code: "QUERY_CANCELLED",
    message: queryExecutionId === undefined
      ? "The query was cancelled before it was sent"
      : `The query ${queryExecutionId} was cancelled`,
    remedy: "Run it again when you want its answer.",
    ...(queryExecutionId === undefined ? {} : { queryExecutionId }),
  });
}
