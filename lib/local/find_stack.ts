/**
 * Finding the stack that serves a data folder, and stopping it.
 * @module
 */
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { STACK_INFO_FILE, type StackInfo } from "../config.ts";
import { requestDirectly } from "../direct_request.ts";
import { TickertapeError } from "../errors.ts";
import { isLocked } from "./stack_lock.ts";

/** What a stack leaves in its data folder. */
export interface StackFile extends StackInfo {
  /** Whoever may read the file may stop the stack. */
  token: string;
}

/** Header that carries the token. */
export const TOKEN_HEADER = "x-tickertape-token";

/** How long a stack may take to answer that it is there. */
const ANSWER_MS = 5_000;

/** How long one may that is known to live: its work, or the machine's, may hold it up. */
const BUSY_MS = 30_000;

/** What a request fails with where nobody listens, or nobody answers in time or to the end. */
const NO_ANSWER = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ABORT_ERR"];

/** How the codes of what is no HTTP begin. */
const NOT_HTTP = "HPE_";

/** How long a stack may take to stop. */
const STOP_MS = 20_000;

/**
 * Finds the stack that serves a data folder: one whose Kafka and AWS ports both answer.
 *
 * @param dataDir Folder with the stack's state
 * @param options `signal` ends the waiting for one that is busy
 * @returns Where it answers, or `undefined` where none does
 * @throws {TickertapeError} `STACK_SILENT`: its process lives, and does not answer
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * assertEquals(await findStack(dataDir), undefined);
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function findStack(
  dataDir: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<StackInfo | undefined> {
  const file = readStackFile(dataDir);
  if (file === undefined) return undefined;
  const { kafka, aws, pid } = file;
  const found = await whoServes(file, dataDir, signal);
  if (found?.pid !== pid || !isSameFolder(found.dataDir, dataDir)) return undefined;
  return await listens(kafka) ? { kafka, aws, dataDir: found.dataDir, pid } : undefined;
}

/** Asks the stack that a file tells of, with patience where it lives. */
async function whoServes(
  { aws, pid }: StackFile,
  dataDir: string,
  signal?: AbortSignal,
): Promise<StackInfo | undefined> {
  if (!isLocked(dataDir)) return await stackAt(aws);
  const patience = AbortSignal.timeout(BUSY_MS);
  const found = await stackAt(aws, signal ? AbortSignal.any([signal, patience]) : patience);
  signal?.throwIfAborted();
  if (patience.aborted && isLocked(dataDir)) throw silent(dataDir, pid);
  return found;
}

function silent(dataDir: string, pid: number): TickertapeError {
  return new TickertapeError({
    code: "STACK_SILENT",
    message: `The stack of ${dataDir}, process ${pid}, has not answered for ${BUSY_MS / 1000} s`,
    remedy: `Try again when it has done its work, look into ${join(dataDir, "stack.log")}, or ` +
      `end process ${pid}`,
  });
}

/**
 * Finds a stack that a forwarded port of this machine leads to, such as Docker's, with another Kafka
 * beside it.
 *
 * @param kafka Address of the Kafka that it is used with
 * @param aws URL of S3, Glue and Athena
 * @returns Where both answer, or `undefined` where one does not, or the stack is this machine's own
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await forwardedStack("127.0.0.1:1", "http://127.0.0.1:1"), undefined);
 * ```
 */
export async function forwardedStack(kafka: string, aws: string): Promise<StackInfo | undefined> {
  const { port } = new URL(aws);
  // Nothing listens on port 0: it is for a stack to pick one.
  const found = port === "0" ? undefined : await stackAt(aws);
  // A stack tells the port that it listens on itself.
  if (found === undefined || new URL(found.aws).port === port) return undefined;
  return await listens(kafka) ? { ...found, kafka, aws } : undefined;
}

/**
 * Asks what stack answers at an URL.
 *
 * @param aws URL of S3, Glue and Athena
 * @param signal Ends the waiting
 * @returns The stack, or `undefined` where none answers
 */
export async function stackAt(
  aws: string,
  signal: AbortSignal = AbortSignal.timeout(ANSWER_MS),
): Promise<StackInfo | undefined> {
  try {
    const { text } = await requestDirectly(`${aws}/_tickertape/health`, { signal });
    const answer = JSON.parse(text) as Partial<StackInfo> | null;
    return typeof answer?.pid === "number" ? answer as StackInfo : undefined;
  } catch (error) {
    if (isNoStack(error)) return undefined;
    throw error;
  }
}

/** Whether a failed request says that nothing listens there, or something that is no stack. */
function isNoStack(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  const { code = "" } = error as NodeJS.ErrnoException;
  return NO_ANSWER.includes(code) || code.startsWith(NOT_HTTP);
}

/**
 * Stops the stack that serves a data folder, and waits until it is gone.
 *
 * @param dataDir Folder with the stack's state
 * @param options `signal` ends the waiting
 * @returns The stack that was stopped, or `undefined` where none answered
 * @throws {TickertapeError} `STACK_NOT_STOPPED`
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * assertEquals(await stopStack(dataDir), undefined);
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function stopStack(
  dataDir: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<StackInfo | undefined> {
  const info = await findStack(dataDir, { signal });
  const file = readStackFile(dataDir);
  if (info === undefined || file === undefined) return undefined;
  await askToStop(info, file.token, signal);
  const deadline = performance.now() + STOP_MS;
  while (performance.now() < deadline) {
    signal?.throwIfAborted();
    if (letGo(dataDir, info.pid) && !await listens(new URL(info.aws).host)) return info;
    await delay(25);
  }
  throw new TickertapeError({
    code: "STACK_NOT_STOPPED",
    message: `Asked the stack of ${dataDir} to stop, but process ${info.pid} still serves`,
    remedy: `Look into ${join(dataDir, "stack.log")}, or end process ${info.pid} yourself`,
  });
}

/** One that is gone before it has answered has stopped, too. */
async function askToStop(info: StackInfo, token: string, signal?: AbortSignal): Promise<void> {
  const patience = AbortSignal.timeout(BUSY_MS);
  try {
    await requestDirectly(`${info.aws}/_tickertape/stop`, {
      method: "POST",
      headers: { [TOKEN_HEADER]: token },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (patience.aborted) throw silent(info.dataDir, info.pid);
    if (!isNoStack(error)) throw error;
  }
}

/**
 * Reads what the stack that serves a data folder has left there.
 *
 * @param dataDir Folder with the stack's state
 * @returns The file, or `undefined` where there is none, or one that says nothing
 */
export function readStackFile(dataDir: string): StackFile | undefined {
  try {
    const file = JSON.parse(readFileSync(join(dataDir, STACK_INFO_FILE), "utf8"));
    return isStackFile(file) ? file : undefined;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (["ENOENT", "ENOTDIR"].includes(code) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a file is what a stack leaves, not something cut or written by hand. */
function isStackFile(file: Partial<StackFile> | null): file is StackFile {
  return typeof file?.pid === "number" && typeof file.token === "string" &&
    URL.canParse(file.aws ?? "") && URL.canParse(`tcp://${file.kafka}`);
}

/** Whether a process has let go of a data folder, so that the folder may be deleted or served anew. */
function letGo(dataDir: string, pid: number): boolean {
  const now = readStackFile(dataDir)?.pid;
  return now === undefined ? !isLocked(dataDir) : now !== pid;
}

/** The folder of a test or a home may be known by a link too. */
function isSameFolder(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}

async function listens(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  try {
    (await Deno.connect({ hostname, port: Number(port) })).close();
    return true;
  } catch (error) {
    // Windows says of a port that was just closed that it took too long.
    if (error instanceof Deno.errors.ConnectionRefused) return false;
    if (error instanceof Deno.errors.TimedOut) return false;
    throw error;
  }
}
