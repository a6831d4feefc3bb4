/**
 * Finding a running stack, or starting one in the background.
 * @module
 */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Config, projectDir, type StackInfo } from "../config.ts";
import { TickertapeError, UsageError } from "../errors.ts";
import { type DiskFailure, diskFailure } from "./disk_failure.ts";
import { findStack, forwardedStack } from "./find_stack.ts";
import { isLocked } from "./stack_lock.ts";

/** File in the data folder that a stack in the background writes its log to. */
const LOG_FILE = "stack.log";

/** How long a stack may take to answer, loading of packages included. */
const START_MS = 60_000;

/** What {@linkcode ensureStack} found or started. */
export interface EnsuredStack {
  info: StackInfo;
  /** Whether it was started now. */
  started: boolean;
  /** Whether it is behind forwarded ports, as in a container. */
  forwarded?: boolean;
}

/**
 * Finds the running stack of the configured data folder, or the one that the configured ports are
 * forwarded to, or starts one in a process of its own, which goes on when this one ends. Stop that
 * with `deno task local --stop`.
 *
 * @param config The pipeline's settings, with target `local`
 * @param options `signal` ends the waiting
 * @returns Where the stack answers, and whether it was started now
 * @throws {UsageError} The target is not `local`
 * @throws {TickertapeError} `STACK_NOT_STARTED`
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { stopStack } from "./find_stack.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const config = loadConfig({
 *   TICKERTAPE_DATA_DIR: dataDir,
 *   KAFKA_BROKERS: "127.0.0.1:0",
 *   AWS_ENDPOINT_URL: "http://127.0.0.1:0",
 * });
 * const { info, started } = await ensureStack(config);
 * assertEquals(started, true);
 * assertEquals((await ensureStack(config)).info, info);
 * await stopStack(dataDir);
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function ensureStack(
  config: Config,
  { signal }: { signal?: AbortSignal } = {},
): Promise<EnsuredStack> {
  if (config.target !== "local") {
    throw new UsageError(
      `No embedded stack is started while PIPELINE_TARGET is ${config.target}`,
      "Unset PIPELINE_TARGET to work on this machine",
    );
  }
  const { dataDir } = config.local;
  const [kafka = ""] = config.kafka.brokers;
  const { endpoint: aws = "http://127.0.0.1" } = config.aws;
  const running = await findStack(dataDir, { signal });
  if (running !== undefined) return { info: running, started: false };
  const behind = await forwardedStack(kafka, aws);
  if (behind !== undefined) return { info: behind, started: false, forwarded: true };
  const broker = new URL(`kafka://${kafka}`);
  const endpoint = new URL(aws);
  return await startDetached({
    dataDir,
    kafkaPort: Number(broker.port),
    awsPort: Number(endpoint.port),
    signal,
  });
}

/**
 * Starts a stack in a process of its own, and waits until it answers.
 *
 * @param options Where its state is, and its ports
 * @returns Where the stack answers, and whether it is the one that was started
 * @throws {TickertapeError} `STACK_NOT_STARTED`
 *
 * @example
 * ```ts
 * import { stopStack } from "./find_stack.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const { info } = await startDetached({ dataDir, kafkaPort: 0, awsPort: 0 });
 * assertEquals((await stopStack(dataDir))?.pid, info.pid);
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function startDetached(
  { dataDir, kafkaPort, awsPort, stateSeconds = 0, signal }: {
    dataDir: string;
    kafkaPort: number;
    awsPort: number;
    stateSeconds?: number;
    signal?: AbortSignal;
  },
): Promise<EnsuredStack> {
  const logFile = join(dataDir, LOG_FILE);
  const child = spawnDeno({
    args: [
      ...["run", "-q", "-P=local", join("scripts", "local.ts")],
      ...["--data-dir", dataDir, "--log-file", logFile],
      ...["--kafka-port", String(kafkaPort), "--aws-port", String(awsPort)],
      ...["--state-seconds", String(stateSeconds)],
    ],
    cwd: projectDir,
    detached: true,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  });
  child.unref();
  let exitCode: number | undefined;
  child.status.then(({ code }) => exitCode = code);
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline) {
    signal?.throwIfAborted();
    const ended = exitCode;
    const info = await findStack(dataDir, { signal });
    // Two callers may start one at the same time: the one that lost the lock waits for the other's.
    if (info !== undefined) return { info, started: ended === undefined };
    if (ended !== undefined && !isLocked(dataDir)) throw notStarted(dataDir, logFile, ended);
    await delay(25);
  }
  throw notStarted(dataDir, logFile, undefined);
}

function spawnDeno(options: Deno.CommandOptions): Deno.ChildProcess {
  try {
    return new Deno.Command(denoCommand(), options).spawn();
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new TickertapeError({
      code: "STACK_NOT_STARTED",
      message: "Could not start the embedded stack in the background: no 'deno' is on the PATH",
      remedy: `Add ${dirname(Deno.execPath())} to the PATH, or start the stack in a terminal of ` +
        "its own: deno task local",
      cause: error,
    });
  }
}

/** The permission to run `deno` is by that name; all permissions also allow the very same program. */
function denoCommand(): string {
  const path = Deno.execPath();
  const { state } = Deno.permissions.querySync({ name: "run", command: path });
  return state === "granted" ? path : "deno";
}

function notStarted(
  dataDir: string,
  logFile: string,
  exitCode: number | undefined,
): TickertapeError {
  const failure = diskFailureOf(dataDir);
  const [message, remedy] = failure === undefined
    ? lastError(logFile)
    : [failure.words, "Make its disk one that can be written to, or choose another folder."];
  const what = exitCode === undefined
    ? `it did not answer within ${START_MS / 1000} s`
    : message ?? `its process ended with code ${exitCode}`;
  return new TickertapeError({
    code: "STACK_NOT_STARTED",
    message: `Could not start the embedded stack on ${dataDir}: ${what}`,
    remedy: remedy || `Look into ${logFile}, or start it in a terminal: deno task local`,
  });
}

/** Why nothing can be written to a data folder, the log included. */
function diskFailureOf(dataDir: string): DiskFailure | undefined {
  const probe = join(dataDir, `probe-${crypto.randomUUID()}`);
  try {
    writeFileSync(probe, "probe");
    return undefined;
  } catch (error) {
    return diskFailure(error);
  } finally {
    rmSync(probe, { force: true });
  }
}

/** Message and remedy of the error that ended the process, as the task wrote them. */
function lastError(logFile: string): [string | undefined, string] {
  let log: string;
  try {
    log = readFileSync(logFile, "utf8");
  } catch (error) {
    // The process ended before it had a log.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [undefined, ""];
    throw error;
  }
  const start = log.lastIndexOf("\nerror: ");
  if (start === -1 && !log.startsWith("error: ")) return [undefined, ""];
  const [message = "", ...remedy] = log.slice(start + 1).split("\n");
  return [
    message.slice("error: ".length),
    remedy.filter((line) => line.startsWith("  ")).map((line) => line.trim()).join("\n"),
  ];
}
