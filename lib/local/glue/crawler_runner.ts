/**
 * Starts, watches and stops crawls, and remembers how they went.
 * @module
 */
import { randomUUID } from "node:crypto";
import type { Crawler, CrawlerState, LastCrawlStatus } from "@aws-sdk/client-glue";
import { AwsError } from "../aws_error.ts";
import type { ObjectStore } from "../types.ts";
import type { GlueCatalog } from "./catalog.ts";
import { CrawlFailure, findTables, type TargetFindings } from "./crawler/crawl.ts";
import { writeNewFolders } from "./crawler/new_folders.ts";
import { writeFindings } from "./crawler/write_catalog.ts";
import { type CrawlChanges, noChanges, placesOf, type Writer } from "./crawler/writer.ts";
import type { CrawlerStore, CrawlRecord } from "./crawler_store.ts";

/** What crawls work with. */
export interface RunnerOptions {
  catalog: GlueCatalog;
  crawlers: CrawlerStore;
  store: ObjectStore;
  /** Milliseconds a crawler stays RUNNING, and then STOPPING, at least. */
  stateMs: number;
  /** Takes what crawlers write to their log. */
  log: (crawler: string, message: string) => void;
}

/** The crawls of this process. */
export interface CrawlerRunner {
  state(name: string): CrawlerState;
  /** Milliseconds since a running crawl began; 0 where none runs. */
  elapsed(name: string): number;
  /** @throws {AwsError} `CrawlerRunningException` where it runs already */
  start(crawler: Crawler): void;
  /** @throws {AwsError} `CrawlerNotRunningException`, `CrawlerStoppingException` */
  stop(name: string): void;
  close(): Promise<void>;
}

/** Log group of every crawler on AWS. */
const LOG_GROUP = "/aws-glue/crawlers";

/** Database of crawlers that name none. */
const DEFAULT_DATABASE = "default";

interface Run {
  state: "RUNNING" | "STOPPING";
  record: CrawlRecord;
  started: number;
  controller: AbortController;
  done: Promise<void>;
}

/** What AWS says where it does not say more. */
const INTERNAL = "Internal Service Exception";

/** How a crawl ended. */
interface CrawlEnd {
  status: LastCrawlStatus;
  message?: string;
}

/** Why a crawl was aborted. */
const STOPPED = new Error("stopped");
const CLOSED = new Error("closed");

/**
 * Makes what runs crawls. Crawls that were running when the process before ended are failed ones.
 *
 * @param options What crawls work with
 * @returns The runner
 */
export function createCrawlerRunner(options: RunnerOptions): CrawlerRunner {
  const { crawlers } = options;
  const runs = new Map<string, Run>();
  for (const record of crawlers.unfinished()) {
    finish(crawlers, record, { status: "FAILED", message: INTERNAL });
  }

  const run = async (crawler: Crawler, one: Run) => {
    const { signal } = one.controller;
    let end: CrawlEnd;
    try {
      await pause(options.stateMs, signal);
      const changes = await crawlOnce(crawler, one.record.CrawlId ?? "", options, signal);
      one.record = { ...one.record, ...counts(changes), Summary: summary(changes) };
      end = { status: "SUCCEEDED" };
    } catch (error) {
      end = endOf(error, signal);
    }
    if (end.message !== undefined) options.log(one.record.Crawler, end.message);
    finish(crawlers, one.record, end);
    if (options.stateMs > 0 && signal.reason !== CLOSED) {
      one.state = "STOPPING";
      await pause(options.stateMs);
    }
  };
  const runToEnd = async (crawler: Crawler, one: Run) => {
    const name = one.record.Crawler;
    try {
      await run(crawler, one);
    } catch (error) {
      // Nobody waits for a crawl: what it could not write down is for the log.
      options.log(name, `Could not end the crawl: ${messageOf(error)}`);
    } finally {
      runs.delete(name);
    }
  };

  return {
    state: (name) => runs.get(name)?.state ?? "READY",
    elapsed(name) {
      const one = runs.get(name);
      return one === undefined ? 0 : Date.now() - one.started;
    },
    start(crawler) {
      const name = crawler.Name ?? "";
      if (runs.has(name)) {
        throw new AwsError(
          "CrawlerRunningException",
          `Crawler with name ${name} has already started`,
        );
      }
      const record: CrawlRecord = {
        Crawler: name,
        CrawlId: randomUUID(),
        State: "RUNNING",
        StartTime: new Date(),
        LogGroup: LOG_GROUP,
        LogStream: name,
        MessagePrefix: randomUUID(),
      };
      crawlers.putCrawl(record);
      const one: Run = {
        state: "RUNNING",
        record,
        started: Date.now(),
        controller: new AbortController(),
        done: Promise.resolve(),
      };
      runs.set(name, one);
      one.done = runToEnd(crawler, one);
    },
    stop(name) {
      const one = runs.get(name);
      if (one === undefined) {
        throw new AwsError(
          "CrawlerNotRunningException",
          `Crawler with name ${name} isn't running`,
        );
      }
      if (one.state === "STOPPING") {
        throw new AwsError(
          "CrawlerStoppingException",
          `Crawler with name ${name} is already stopping`,
        );
      }
      one.state = "STOPPING";
      one.controller.abort(STOPPED);
    },
    async close() {
      for (const one of runs.values()) one.controller.abort(CLOSED);
      await Promise.all(Array.from(runs.values(), (one) => one.done));
    },
  };
}

async function crawlOnce(
  crawler: Crawler,
  run: string,
  options: RunnerOptions,
  signal: AbortSignal,
): Promise<CrawlChanges> {
  const { catalog, crawlers, store } = options;
  const name = crawler.Name ?? "";
  const log = (message: string) => options.log(name, message);
  const database = crawler.DatabaseName ?? DEFAULT_DATABASE;
  if (catalog.database(database) === undefined) {
    if (crawler.DatabaseName !== undefined) {
      throw new CrawlFailure(
        `Database ${database} not found. (Service: AWSGlue; Status Code: 400; ` +
          `Error Code: EntityNotFoundException)`,
      );
    }
    catalog.putDatabase({ Name: database });
  }
  const incremental = crawler.RecrawlPolicy?.RecrawlBehavior === "CRAWL_NEW_FOLDERS_ONLY";
  const known = incremental ? crawlers.crawledFolders(name) : new Set<string>();
  const context = { catalog, store, signal, log };
  const { findings, configuration } = await findTables(crawler, known, context);
  signal.throwIfAborted();
  const writer: Writer = {
    catalog,
    crawler,
    run,
    database,
    configuration,
    changes: noChanges(),
    places: placesOf(catalog, database),
    signal,
    log,
  };
  if (incremental && known.size > 0) await writeNewFolders(writer, findings);
  else await writeFindings(writer, findings);
  crawlers.addCrawledFolders(name, findings.flatMap(wellRead));
  return writer.changes;
}

/** Folders that need not be read again; one with an object that could not be read does. */
function wellRead({ target, folders, unreadable }: TargetFindings): string[] {
  const bad = new Set(
    unreadable.map((key) => `${target.bucket}/${key.slice(0, key.lastIndexOf("/") + 1)}`),
  );
  return folders.filter((folder) => !bad.has(folder));
}

function endOf(error: unknown, signal: AbortSignal): CrawlEnd {
  if (signal.reason === STOPPED) return { status: "CANCELLED" };
  if (signal.reason === CLOSED) return { status: "FAILED", message: INTERNAL };
  const message = messageOf(error);
  const known = error instanceof CrawlFailure || error instanceof AwsError;
  return { status: "FAILED", message: known ? message : `${INTERNAL}: ${message}` };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Writes the end of a crawl, and on its crawler, unless that is gone. */
function finish(crawlers: CrawlerStore, record: CrawlRecord, { status, message }: CrawlEnd): void {
  const state = { SUCCEEDED: "COMPLETED", CANCELLED: "STOPPED", FAILED: "FAILED" } as const;
  const error = message === undefined ? {} : { ErrorMessage: message };
  crawlers.putCrawl({ ...record, State: state[status], EndTime: new Date(), ...error });
  const crawler = crawlers.get(record.Crawler);
  if (crawler === undefined) return;
  const { LogGroup, LogStream, MessagePrefix, StartTime } = record;
  crawlers.put({
    ...crawler,
    LastCrawl: { Status: status, ...error, LogGroup, LogStream, MessagePrefix, StartTime },
  });
}

function counts({ tables }: CrawlChanges) {
  return {
    TablesCreated: tables.added.length,
    TablesUpdated: tables.updated.length,
    TablesDeleted: tables.deleted.length,
  };
}

/** What a crawl changed, in the JSON that `ListCrawls` carries. */
function summary({ tables, partitions }: CrawlChanges): string {
  const part = ({ added, updated, deleted }: CrawlChanges["tables"]) => ({
    ...(added.length > 0 ? { ADD: details(added) } : {}),
    ...(updated.length > 0 ? { UPDATE: details(updated) } : {}),
    ...(deleted.length > 0 ? { DELETE: details(deleted) } : {}),
  });
  return JSON.stringify({ TABLE: part(tables), PARTITION: part(partitions) });
}

function details(names: readonly string[]) {
  return { Details: { names: names.slice(0, 100) }, Count: names.length };
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (ms <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}
