/**
 * A run of the crawler, waited for, and what it changed.
 * @module
 */
import {
  type Crawler,
  CrawlerNotRunningException,
  CrawlerRunningException,
  CrawlerStoppingException,
  GlueClient,
  StartCrawlerCommand,
  StopCrawlerCommand,
} from "@aws-sdk/client-glue";
import { awsClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import { backoff } from "../backoff.ts";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { type CatalogChanges, catalogChanges } from "./changes.ts";
import { type CrawlerSetup, crawlerTarget, ensureCrawler, findCrawler } from "./crawler.ts";
import { NOTHING_WRITTEN, type NothingFound, whyNothingFound } from "./nothing_found.ts";
import { type TableProblem, tableProblems } from "./problems.ts";
import { describeTables, type TableDescription } from "./tables.ts";

/** What the crawler is at: `WAITING` is for a run that someone else started. */
export interface CrawlProgress {
  state: "WAITING" | "RUNNING" | "STOPPING" | "READY";
  /** Milliseconds since the call. */
  elapsedMs: number;
}

/** What a crawl found and changed. */
export interface CrawlSummary extends CatalogChanges, CrawlerSetup {
  /** Tables of what the crawler reads. */
  tables: TableDescription[];
  /** `CANCELLED` where the signal stopped it; tables and changes are as it left them. */
  status: "SUCCEEDED" | "CANCELLED";
  /** Why queries of some of them fail or find nothing, seen in their definitions. */
  problems: TableProblem[];
  /** Why there is no table with data, where there is none. */
  nothingFound?: NothingFound;
  seconds: number;
}

/** How a crawl is run. */
export interface CrawlOptions {
  /** Aborted: the crawler is stopped and waited for, and what it did is summed up. */
  signal?: AbortSignal;
  onProgress?: (progress: CrawlProgress) => void;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 2_000;

/** How long a crawler that was started may look as if it had not been. */
const STARTS_WITHIN_MS = 30_000;

/**
 * Runs the crawler to its end, having made it and its database where they are missing. Where it is
 * running already, that run is waited for and then ours is started: the other may have listed the
 * bucket before the newest objects were in it.
 *
 * @param config The pipeline's settings
 * @param options Signal and progress
 * @returns The tables, and what changed
 * @throws {TickertapeError} The crawl failed, or Glue does not answer, or refuses
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 *
 * const bucket = `${stack.aws}/kafka-stock-market`;
 * await fetch(bucket, { method: "PUT" });
 * await fetch(`${bucket}/stock_market/a.json`, { method: "PUT", body: '{"Close": 1.5}' });
 *
 * const { tables, created } = await crawl(loadConfig({ AWS_ENDPOINT_URL: stack.aws }));
 * assertEquals(created, ["stock_market"]);
 * assertEquals(tables[0]?.columns, [{ name: "close", type: "double" }]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function crawl(config: Config, options: CrawlOptions = {}): Promise<CrawlSummary> {
  const startedMs = performance.now();
  const setup = await ensureCrawler(config);
  const before = await ourTables(config);
  const client = new GlueClient(awsClientOptions(config));
  let status: CrawlSummary["status"];
  try {
    status = await run(client, config, startedMs, options);
  } catch (error) {
    throw awsFailure(config, `run the crawler '${config.glue.crawler}'`, error);
  } finally {
    client.destroy();
  }
  const tables = await ourTables(config);
  const nothing = tables.every(({ dataGone }) => dataGone) && status === "SUCCEEDED";
  return {
    status,
    tables,
    ...catalogChanges(before, tables),
    ...setup,
    problems: tableProblems(tables),
    ...(nothing ? { nothingFound: await whyNothingFound(config) } : {}),
    seconds: (performance.now() - startedMs) / 1000,
  };
}

/** The database may have tables of others; ours are below what the crawler reads. */
async function ourTables(config: Config): Promise<TableDescription[]> {
  const target = crawlerTarget(config);
  const tables = await describeTables(config);
  return tables.filter(({ location }) => `${location.replace(/\/+$/, "")}/`.startsWith(target));
}

async function run(
  client: GlueClient,
  config: Config,
  startedMs: number,
  { signal, onProgress }: CrawlOptions,
): Promise<CrawlSummary["status"]> {
  const Name = config.glue.crawler;
  const report = (state: CrawlProgress["state"]) =>
    onProgress?.({ state, elapsedMs: performance.now() - startedMs });
  let before: Crawler | undefined;
  const waiting = backoff({ firstMs: FIRST_PAUSE_MS, mostMs: LONGEST_PAUSE_MS });
  while (true) {
    if (signal?.aborted) return "CANCELLED";
    before = await findCrawler(client, Name);
    if (before?.State === "READY" && await startUnlessRunning(client, Name)) break;
    report("WAITING");
    await waiting(signal);
  }
  const pause = backoff({ firstMs: FIRST_PAUSE_MS, mostMs: LONGEST_PAUSE_MS });
  const sentMs = performance.now();
  let stopped = false;
  while (true) {
    if (signal?.aborted && !stopped) {
      await stop(client, Name);
      stopped = true;
    }
    const now = await findCrawler(client, Name);
    const state = now?.State ?? "READY";
    // The state alone does not tell a run that is over from one that is yet to be seen.
    const over = state === "READY" && isLater(now, before);
    report(over || state !== "READY" ? state : "RUNNING");
    if (over) return outcome(config, now!, stopped);
    if (state === "READY" && performance.now() - sentMs > STARTS_WITHIN_MS) throw neverRan(config);
    await pause(stopped ? undefined : signal);
  }
}

async function startUnlessRunning(client: GlueClient, Name: string): Promise<boolean> {
  try {
    await client.send(new StartCrawlerCommand({ Name }));
    return true;
  } catch (error) {
    if (error instanceof CrawlerRunningException) return false;
    throw error;
  }
}

async function stop(client: GlueClient, Name: string): Promise<void> {
  try {
    await client.send(new StopCrawlerCommand({ Name }));
  } catch (error) {
    // It ended, or someone else stopped it, in the meantime: its state tells how.
    if (error instanceof CrawlerNotRunningException) return;
    if (error instanceof CrawlerStoppingException) return;
    throw error;
  }
}

function isLater(now: Crawler | undefined, before: Crawler | undefined): boolean {
  const at = now?.LastCrawl?.StartTime?.getTime();
  return at !== undefined && at !== before?.LastCrawl?.StartTime?.getTime();
}

function outcome(config: Config, crawler: Crawler, stopped: boolean): CrawlSummary["status"] {
  const { Status, ErrorMessage, LogGroup, LogStream } = crawler.LastCrawl ?? {};
  if (Status === "SUCCEEDED") return "SUCCEEDED";
  if (Status === "CANCELLED" && stopped) return "CANCELLED";
  const name = config.glue.crawler;
  if (Status === "CANCELLED") {
    throw new TickertapeError({
      code: "CRAWL_CANCELLED",
      message: `The crawler '${name}' was stopped by someone else before it was done`,
      remedy: "Run it again: deno task crawl",
      retriable: true,
    });
  }
  const logged = LogGroup !== undefined && config.target === "aws";
  const log = logged ? `\nIts log: ${LogGroup} ${LogStream ?? ""} in CloudWatch.` : "";
  const reason = ErrorMessage ?? "Glue gives no reason";
  throw new TickertapeError({
    code: "CRAWL_FAILED",
    message: `The crawler '${name}' failed: ${reason}`,
    remedy: `${remedyOf(config, reason)}${log}`,
  });
}

function remedyOf(config: Config, reason: string): string {
  if (/NoSuchBucket|bucket does not exist/i.test(reason)) return NOTHING_WRITTEN;
  if (/denied|not authorized|403/i.test(reason)) {
    return `Let the role ${config.glue.role} read ${crawlerTarget(config)}, then run it again.`;
  }
  return `Check that ${crawlerTarget(config)} can be read: deno task doctor.`;
}

function neverRan(config: Config): TickertapeError {
  return new TickertapeError({
    code: "CRAWL_NOT_SEEN",
    message: `The crawler '${config.glue.crawler}' was started, but no run of it is to be seen`,
    remedy: "Run it again: deno task crawl",
    retriable: true,
  });
}
