/**
 * Runs a SELECT: finds the objects it needs, runs it, and collects its rows.
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Catalog, ObjectStore } from "../../types.ts";
import type { Env, Session } from "../analyze/context.ts";
import { type Column, translateQuery } from "../analyze/query.ts";
import { runInOrder } from "../analyze/run_in_order.ts";
import { newOrder } from "../analyze/unused.ts";
import { type Engine, queryError } from "../engine/engine.ts";
import { QueryError } from "../errors.ts";
import type { Expression, Query } from "../sql/ast.ts";
import { findMatches } from "../row_patterns/run.ts";
import { filesWithBlankLines } from "../tables/blank_lines.ts";
import { lookForRewritten, markRewritten } from "../tables/rewritten.ts";
import { planScan, scanSql } from "../tables/scan.ts";
import type { PlannedScan, ScanContext } from "../tables/scan_context.ts";
import { releaseScratch } from "../tables/scratch.ts";

/** Bounds of what is kept beside the objects, in bytes. */
export interface Limits {
  /** Transcoded objects. */
  scratchBytes: number;
  /** A result, which is in memory until it is written. */
  resultBytes: number;
}

/** What queries run with. */
export interface Runtime {
  engine: () => Promise<Engine>;
  catalog: Catalog;
  store: ObjectStore;
  /** Folder for files of the engine's own. */
  scratch: string;
  limits: Limits;
}

/** What one statement runs with. */
export interface StatementContext {
  runtime: Runtime;
  database: string | undefined;
  parameters: readonly Expression[];
  startTime: number;
  signal: AbortSignal;
  /** Set where the query is only explained. */
  explained?: boolean;
  /** Bytes the work group lets a query scan. */
  cutoff?: number | undefined;
}

/** A query ready to run. */
export interface PreparedQuery {
  columns: Column[];
  /** The tables it reads, and what of them. */
  scans: readonly PlannedScan[];
  /** Sum over the tables of what reading takes. */
  bytes: number;
  /** Runs SQL that has this query in it, and hands its result to `use`. */
  run<T>(
    wrap: (sql: string) => string,
    use: (connection: DuckDBConnection, sql: string) => Promise<T>,
  ): Promise<T>;
  close(): void;
}

/** Code of the error that cancels a query which would read more than its work group allows. */
export const BYTES_SCANNED_CUTOFF = "BYTES_SCANNED_CUTOFF";

/** What names stand for, for one statement. */
export function newSession(context: StatementContext): Session {
  const { catalog } = context.runtime;
  return {
    id: crypto.randomUUID(),
    table: (database, name) => catalog.table(database, name),
    hasDatabase: (name) => catalog.database(name) !== undefined,
    databases: () => catalog.databases().map((database) => database.Name ?? ""),
    tables: (database) => catalog.tables(database),
    partitions: (database, table) => catalog.partitions(database, table),
    database: context.database,
    parameters: context.parameters,
    scans: [],
    startTime: context.startTime,
    nextId: 0,
    views: [],
    order: newOrder(),
    patterns: new Map(),
  };
}

const MAX_ATTEMPTS = 50;

/** Translates a query and finds the objects it reads. */
export async function prepareQuery(
  query: Query,
  context: StatementContext,
): Promise<PreparedQuery> {
  const session = newSession(context);
  const env: Env = { session, database: context.database, queries: new Map() };
  const translated = translateQuery(query, env);
  const engine = await context.runtime.engine();
  const connection = await engine.connect();
  let repeated: ReturnType<typeof setInterval> | undefined;
  // DuckDB forgets an interrupt that comes before it has begun to run the query.
  const interrupt = () => {
    connection.interrupt();
    repeated ??= setInterval(() => connection.interrupt(), 50);
  };
  context.signal.addEventListener("abort", interrupt);
  const held = new Set<string>();
  const close = () => {
    context.signal.removeEventListener("abort", interrupt);
    clearInterval(repeated);
    for (const { marker } of session.scans) engine.rewritten.delete(marker);
    connection.closeSync();
    releaseScratch(context.runtime.scratch, held, context.runtime.limits.scratchBytes);
  };
  try {
    const scanContext: ScanContext = {
      catalog: context.runtime.catalog,
      store: context.runtime.store,
      connection,
      scratch: context.runtime.scratch,
      held,
      signal: context.signal,
    };
    const planned: PlannedScan[] = [];
    for (const scan of session.scans) planned.push(await planScan(scan, scanContext));
    const bytes = planned.reduce((sum, scan) => sum + scan.bytes, 0);
    if (context.cutoff !== undefined && bytes > context.cutoff) {
      throw new QueryError(
        BYTES_SCANNED_CUTOFF,
        "Bytes scanned limit was exceeded",
      );
    }
    return {
      columns: translated.columns,
      scans: planned,
      bytes,
      run: (wrap, use) =>
        runInOrder(
          query,
          translated,
          env,
          (sql) =>
            runPlanned(sql, planned, scanContext, engine, async (parts) => {
              const { connection, signal } = scanContext;
              const { duckdb } = engine;
              const { patterns } = session;
              const { explained = false } = context;
              await findMatches(sql, { duckdb, connection, signal, patterns, explained, ...parts });
              return await use(connection, wrap(parts.resolve(sql)));
            }),
        ),
      close,
    };
  } catch (error) {
    close();
    throw queryError(error);
  }
}

/** Runs SQL with the scans' objects in it: `run` is given what puts them there. */
async function runPlanned<T>(
  sql: string,
  planned: readonly PlannedScan[],
  context: ScanContext,
  engine: Engine,
  run: (parts: { resolve(sql: string): string }) => Promise<T>,
): Promise<T> {
  for (let attempt = 1;; attempt++) {
    context.signal.throwIfAborted();
    const parts = new Map<string, string>();
    for (const scan of planned) parts.set(scan.scan.marker, await scanSql(scan, context));
    const resolve = (text: string) =>
      text.replace(/\/\*scan [0-9a-f.-]+\*\//g, (marker) => parts.get(marker) ?? marker);
    for (const { scan: { marker } } of planned) engine.rewritten.delete(marker);
    const looked = blankLines(planned, context.signal);
    // Awaited below; where the query fails first, its own error counts.
    looked.catch(() => {});
    const refusals = engine.refusals.count;
    try {
      const result = await run({ resolve });
      const { count, last } = engine.refusals;
      if (sql.includes("TRY(") && count > refusals && last) throw last;
      const blank = await looked;
      const rewritten = await rewrittenText(planned, context, engine);
      if (!blank && !rewritten) return result;
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !readExactly(error, planned, attempt)) throw queryError(error);
    }
  }
}

/** Looks, while the query runs, for blank lines in what DuckDB's own reader reads. */
async function blankLines(planned: readonly PlannedScan[], signal: AbortSignal): Promise<boolean> {
  let found = false;
  for (const scan of planned) {
    for (const { format, files } of scan.groups) {
      if (format.kind !== "json") continue;
      const native = files.filter((file) => !scan.exact.has(file.path));
      for (const path of await filesWithBlankLines(native, signal)) {
        scan.exact.add(path);
        found = true;
      }
    }
  }
  return found;
}

/** Where a text looked like a number, looks whether it is one that Athena gives as it was written. */
async function rewrittenText(
  planned: readonly PlannedScan[],
  context: ScanContext,
  engine: Engine,
): Promise<boolean> {
  let found = false;
  for (const scan of planned) {
    if (!engine.rewritten.has(scan.scan.marker)) continue;
    for (const { format, files } of scan.groups) {
      if (format.kind !== "json") continue;
      await lookForRewritten(scan, format, files, context);
      if (markRewritten(scan, format, files) > 0) found = true;
    }
  }
  return found;
}

/**
 * Where DuckDB's reader stumbled over an object, has it read record by record, with Athena's rules:
 * that gives its rows, or Athena's error.
 */
function readExactly(error: unknown, planned: readonly PlannedScan[], attempt: number): boolean {
  const message = error instanceof Error ? error.message : String(error);
  const files = planned.flatMap((scan) =>
    scan.groups.filter((group) => group.format.kind === "json").flatMap((group) =>
      group.files.map((file) => ({ scan, path: file.path }))
    )
  ).filter(({ scan, path }) => !scan.exact.has(path));
  if (files.length === 0) return false;
  const named = files.filter(({ path }) => message.includes(path));
  const ofReader = named.length > 0 ||
    /JSON_VALUE:|Conversion Error|JSON transform error|Malformed JSON|maximum_object_size|gzip|GZIP/i
      .test(message);
  if (!ofReader) return false;
  const marked = named.length > 0 && attempt < 5 ? named : files;
  for (const { scan, path } of marked) scan.exact.add(path);
  return true;
}
