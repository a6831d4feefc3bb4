/**
 * The embedded stack: Kafka, S3, Glue and Athena in one process, over one data folder.
 * @module
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import {
  DEFAULT_AWS_PORT,
  DEFAULT_KAFKA_PORT,
  STACK_INFO_FILE,
  type StackInfo,
} from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { startAwsServer } from "./aws_server.ts";
import { openDatabase } from "./database.ts";
import { diskFailure, faultText } from "./disk_failure.ts";
import { readStackFile, type StackFile, TOKEN_HEADER } from "./find_stack.ts";
import { createCatalog, createGlue } from "./glue/mod.ts";
import { startKafka } from "./kafka/mod.ts";
import { lazyService } from "./lazy_service.ts";
import { portError } from "./port_error.ts";
import { createObjectStore, createS3Handler } from "./s3/mod.ts";
import { lockDataDir, type Unlock } from "./stack_lock.ts";

/** How often a stack looks whether its folder is still there: without it nobody could find it. */
const WATCH_MS = 1_000;

/** How a stack is started. */
export interface StackOptions {
  /** Folder with the state; made where it is missing. */
  dataDir: string;
  /** Port of Kafka on 127.0.0.1; 0 picks one. */
  kafkaPort?: number;
  /** Port of S3, Glue and Athena on 127.0.0.1; 0 picks one. */
  awsPort?: number;
  /**
   * Milliseconds that a crawl and a query stay in each state at least, for clients that wait as they
   * would on AWS; 0 by default.
   */
  stateMs?: number;
  /** Takes a line about a fault of a service. */
  log?: (line: string) => void;
}

/** A running stack. */
export interface Stack extends StackInfo {
  /**
   * Settles when somebody has asked the stack to stop, or when its folder is gone; whoever started it
   * closes it then.
   */
  stopRequested: Promise<"asked" | "folder gone">;
  /** Stops all services and closes the state. */
  close(): Promise<void>;
}

/**
 * Starts the stack. It listens on 127.0.0.1 alone, and answers when the promise settles.
 *
 * @param options Where the state is, and the ports
 * @returns The running stack
 * @throws {TickertapeError} `DATA_DIR_IN_USE`, `DATA_DIR_UNUSABLE`, `STATE_UNREADABLE`,
 * `PORT_IN_USE`, `PORT_NOT_ALLOWED`
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const response = await fetch(`${stack.aws}/my-bucket`, { method: "PUT" });
 * assertEquals(response.status, 200);
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  try {
    return await openStack(options);
  } catch (error) {
    if (diskFailure(error) === undefined) throw error;
    throw unusable(resolve(options.dataDir), error);
  }
}

async function openStack(options: StackOptions): Promise<Stack> {
  const { kafkaPort = DEFAULT_KAFKA_PORT, awsPort = DEFAULT_AWS_PORT, stateMs = 0 } = options;
  const log = options.log ?? (() => {});
  const dataDir = resolve(options.dataDir);
  await using opened = new AsyncDisposableStack();
  opened.defer(await takeDataDir(dataDir));
  const db = openState(dataDir);
  opened.defer(() => db.close());
  const store = createObjectStore(db, join(dataDir, "objects"));
  opened.defer(() => store.close());
  const catalog = createCatalog(db);
  const kafka = await onPort(
    "Kafka",
    "--kafka-port",
    kafkaPort,
    () =>
      startKafka({
        port: kafkaPort,
        dir: join(dataDir, "kafka"),
        db,
        onError: (error) => log(`Kafka: ${faultText(error)}`),
      }),
  );
  opened.defer(() => kafka.close());
  const glue = createGlue({
    db,
    catalog,
    store,
    crawlerStateMs: stateMs,
    log: (crawler, message) => log(`crawler ${crawler}: ${message}`),
  });
  opened.defer(() => glue.close());
  // DuckDB takes longer to load than all else together.
  const athena = lazyService("AmazonAthena", async () => {
    const { createAthena } = await import("./athena/mod.ts");
    const settings = { queuedMs: stateMs, runningMs: stateMs };
    return createAthena({ db, catalog, store, dataDir, settings });
  });
  opened.defer(() => athena.close());
  const token = crypto.randomUUID();
  const stopRequested = Promise.withResolvers<"asked" | "folder gone">();
  const ready: { info?: StackInfo } = {};
  const server = await onPort("S3, Glue and Athena", "--aws-port", awsPort, () =>
    startAwsServer({
      port: awsPort,
      services: [glue, athena],
      s3: createS3Handler(store, { log }),
      control(request, path) {
        if (path === "health" && ready.info) return Response.json(ready.info);
        const stop = path === "stop" && request.method === "POST";
        if (!stop) return new Response(null, { status: 404 });
        if (request.headers.get(TOKEN_HEADER) !== token) return new Response(null, { status: 403 });
        stopRequested.resolve("asked");
        return new Response(null, { status: 202 });
      },
      log,
    }));
  opened.defer(() => server.close());
  const info = { kafka: `127.0.0.1:${kafka.port}`, aws: server.url, dataDir, pid: Deno.pid };
  ready.info = info;
  writeStackFile(dataDir, { ...info, token });
  opened.defer(() => removeStackFile(dataDir, token));
  const watch = setInterval(() => {
    if (isGone(dataDir, token)) stopRequested.resolve("folder gone");
  }, WATCH_MS);
  opened.defer(() => clearInterval(watch));
  const services = opened.move();
  return {
    ...info,
    stopRequested: stopRequested.promise,
    close: () => services.disposeAsync(),
  };
}

async function onPort<T>(
  service: string,
  flag: string,
  port: number,
  start: () => Promise<T> | T,
): Promise<T> {
  try {
    return await start();
  } catch (error) {
    throw await portError(error, service, flag, port) ?? error;
  }
}

/** Makes the data folder where it is missing, and locks it. */
async function takeDataDir(dataDir: string): Promise<Unlock> {
  try {
    mkdirSync(dataDir, { recursive: true });
    return await lockDataDir(dataDir);
  } catch (error) {
    throw error instanceof TickertapeError ? error : unusable(dataDir, error);
  }
}

function unusable(dataDir: string, error: unknown): TickertapeError {
  return new TickertapeError({
    code: "DATA_DIR_UNUSABLE",
    message: `Could not use the data folder ${dataDir}: ${messageOf(error)}`,
    remedy: diskFailure(error)?.isFull
      ? "Make room on its disk: what the folder holds is whole. Or choose another with --data-dir FOLDER"
      : "Choose a folder you may write to, with --data-dir FOLDER or TICKERTAPE_DATA_DIR",
    cause: error,
  });
}

function openState(dataDir: string): DatabaseSync {
  const path = join(dataDir, "state.sqlite");
  try {
    return openDatabase(path);
  } catch (error) {
    if (diskFailure(error) !== undefined) throw error;
    throw new TickertapeError({
      code: "STATE_UNREADABLE",
      message: `Could not open the stack's state in ${path}: ${messageOf(error)}`,
      remedy:
        `Delete the folder ${dataDir} to begin anew, or choose another with --data-dir FOLDER`,
      cause: error,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Puts the file there whole: whoever waits for it never reads half of it. */
function writeStackFile(dataDir: string, content: StackFile): void {
  const path = join(dataDir, STACK_INFO_FILE);
  writeFileSync(`${path}.new`, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Whether nobody can find this stack any more. A file that cannot be read now may be read later. */
function isGone(dataDir: string, token: string): boolean {
  try {
    return readStackFile(dataDir)?.token !== token;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== undefined) return false;
    throw error;
  }
}

function removeStackFile(dataDir: string, token: string): void {
  if (readStackFile(dataDir)?.token === token) rmSync(join(dataDir, STACK_INFO_FILE));
}
