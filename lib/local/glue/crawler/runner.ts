/**
 * Starts, watches and stops crawls, and remembers how they went.
 * @module
 */
import { randomUUID } from "node:crypto";
import type { Crawler, CrawlerState, LastCrawlStatus } from "@aws-sdk/client-glue";
import { pause } from "../../../pause.ts";
import { AwsError } from "../../aws_error.ts";
import type { ObjectStore } from "../../types.ts";
import type { GlueCatalog } from "../catalog.ts";
import { crawl } from "./crawl.ts";
import { CrawlFailure } from "./find_tables.ts";
import type { CrawlerStore, CrawlRecord } from "./store.ts";
import type { CrawlChanges } from "./write/writer.ts";

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

/** Log group of every crawler on AWS. */
const LOG_GROUP = "/aws-glue/crawlers";

/** What AWS says where it does not say more. */
const INTERNAL = "Internal Service Exception";

/** A crawl that is under way. */
interface Run {
  state: "RUNNING" | "STOPPING";
  record: CrawlRecord;
  /** Epoch milliseconds. */
  started: number;
  controller: AbortController;
  done: Promise<void>;
}

/** How a crawl ended. */
interface CrawlEnd {
  status: LastCrawlStatus;
  message?: string;
}

/** Why a crawl was aborted. */
const STOPPED = new Error("stopped");
const CLOSED = new Error("closed");

/** The crawls of this process. */
export class CrawlerRunner {
  readonly #options: RunnerOptions;
  readonly #runs = new Map<string, Run>();

  /**
   * Crawls that were running when the process before ended become failed ones.
   *
   * @param options What crawls work with
   */
  constructor(options: RunnerOptions) {
    this.#options = options;
    for (const record of options.crawlers.unfinished()) {
      finish(options.crawlers, record, { status: "FAILED", message: INTERNAL });
    }
  }

  /** The state that a crawler is in. */
  state(name: string): CrawlerState {
    return this.#runs.get(name)?.state ?? "READY";
  }

  /** Milliseconds since a running crawl began; 0 where none runs. */
  elapsed(name: string): number {
    const run = this.#runs.get(name);
    return run === undefined ? 0 : Date.now() - run.started;
  }

  /**
   * Starts a crawl.
   *
   * @param crawler The crawler
   * @throws {AwsError} `CrawlerRunningException` where it runs already
   */
  start(crawler: Crawler): void {
    const name = crawler.Name ?? "";
    if (this.#runs.has(name)) {
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
    this.#options.crawlers.putCrawl(record);
    const run: Run = {
      state: "RUNNING",
      record,
      started: Date.now(),
      controller: new AbortController(),
      done: Promise.resolve(),
    };
    this.#runs.set(name, run);
    run.done = this.#runToEnd(crawler, run);
  }

  /**
   * Stops a crawl; it ends soon after.
   *
   * @param name The crawler's name
   * @throws {AwsError} `CrawlerNotRunningException`, `CrawlerStoppingException`
   */
  stop(name: string): void {
    const run = this.#runs.get(name);
    if (run === undefined) {
      throw new AwsError(
        "CrawlerNotRunningException",
        `Crawler with name ${name} isn't running`,
      );
    }
    if (run.state === "STOPPING") {
      throw new AwsError(
        "CrawlerStoppingException",
        `Crawler with name ${name} is already stopping`,
      );
    }
    run.state = "STOPPING";
    run.controller.abort(STOPPED);
  }

  /** Ends all crawls, and waits for their ends. */
  async close(): Promise<void> {
    for (const run of this.#runs.values()) run.controller.abort(CLOSED);
    await Promise.all(Array.from(this.#runs.values(), (run) => run.done));
  }

  async #runToEnd(crawler: Crawler, run: Run): Promise<void> {
    const name = run.record.Crawler;
    try {
      await this.#run(crawler, run);
    } catch (error) {
      // Nobody waits for a crawl: what it could not write down is for the log.
      this.#options.log(name, `Could not end the crawl: ${messageOf(error)}`);
    } finally {
      this.#runs.delete(name);
    }
  }

  async #run(crawler: Crawler, run: Run): Promise<void> {
    const { crawlers, stateMs } = this.#options;
    const { signal } = run.controller;
    const log = (message: string) => this.#options.log(run.record.Crawler, message);
    let end: CrawlEnd;
    try {
      if (stateMs > 0) await pause(stateMs, signal);
      signal.throwIfAborted();
      const context = { ...this.#options, signal, log };
      const changes = await crawl(crawler, run.record.CrawlId ?? "", context);
      run.record = { ...run.record, ...counts(changes), Summary: summary(changes) };
      end = { status: "SUCCEEDED" };
    } catch (error) {
      end = endOf(error, signal);
    }
    if (end.message !== undefined) log(end.message);
    finish(crawlers, run.record, end);
    if (stateMs > 0 && signal.reason !== CLOSED) {
      run.state = "STOPPING";
      await pause(stateMs);
    }
  }
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
