/**
 * A stack in the foreground.
 * @module
 */
import { appendFileSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { TickertapeError } from "../../lib/errors.ts";
import { type Stack, startStack } from "../../lib/local/mod.ts";
import { aborted } from "../cli/aborted.ts";
import { ReaderGoneError } from "../cli/output.ts";
import type { TaskContext } from "../cli/task.ts";
import { temporaryFolder } from "../cli/temporary_folder.ts";
import { describeStack, stopCommand } from "./endpoints.ts";
import type { LocalFlags } from "./flags.ts";

/** Size from which a log file is begun anew at the next start. */
const MAX_LOG_BYTES = 1024 * 1024;

/** Starts a stack and serves until it is interrupted or asked to stop. */
export async function start(flags: LocalFlags, context: TaskContext): Promise<void> {
  const log = logger(flags, context);
  surviveFaults(log);
  let stack: Stack | undefined;
  try {
    const dataDir = flags.ephemeral ? await temporaryFolder("tickertape-") : flags.dataDir;
    try {
      stack = await startStack({ ...flags, dataDir, stateMs: flags.stateSeconds * 1000, log });
      const { kafka, aws, pid } = stack;
      context.summary({ kafka, aws, dataDir: stack.dataDir, pid });
      context.print(describeStack(stack, `Stop it with Ctrl-C, or: ${stopCommand(stack.dataDir)}`));
      const end = await Promise.race([stack.stopRequested, aborted(context.signal)]);
      await stack.close();
      if (end === "folder gone" && !flags.ephemeral) throw folderGone(stack.dataDir);
    } finally {
      // Whoever deletes the folder ends the stack, too: then there is nothing left to delete.
      if (flags.ephemeral) await rm(dataDir, { recursive: true, force: true });
    }
  } catch (error) {
    if (flags.logFile) logError(log, error);
    throw error;
  }
}

function folderGone(dataDir: string): TickertapeError {
  return new TickertapeError({
    code: "DATA_DIR_GONE",
    message: `Stopped the embedded stack, for its data folder ${dataDir} was deleted or replaced`,
    remedy: "What was in it is gone with it. Start anew with: deno task local",
  });
}

/**
 * Writes lines to the log file, begun anew where it is large, or to standard error. It never throws:
 * a fault that is told must not become another one, such as where the disk is full, or where nobody
 * reads standard error any more.
 */
function logger({ logFile }: LocalFlags, context: TaskContext): (line: string) => void {
  const tell = (line: string) => {
    try {
      context.log(line);
    } catch (error) {
      if (!(error instanceof ReaderGoneError)) throw error;
    }
  };
  if (logFile === undefined) return tell;
  openLog(logFile);
  return (line) => {
    try {
      appendFileSync(logFile, `${line}\n`);
    } catch (error) {
      tell(`${line} (and could not write to ${logFile}: ${error})`);
    }
  };
}

function openLog(logFile: string): void {
  try {
    mkdirSync(dirname(logFile), { recursive: true });
    const { size } = statSync(logFile, { throwIfNoEntry: false }) ?? { size: 0 };
    writeFileSync(logFile, "", { flag: size > MAX_LOG_BYTES ? "w" : "a" });
  } catch (cause) {
    throw new TickertapeError({
      code: "LOG_FILE_UNUSABLE",
      message: `Could not write the log file ${logFile}: ${(cause as Error).message}`,
      remedy: "Choose a file you may write to with --log-file FILE, or leave it out",
      cause,
    });
  }
}

/** A fault that nobody awaits ends no service of the others. */
function surviveFaults(log: (line: string) => void): void {
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    log(`Unhandled: ${Deno.inspect(event.reason)}`);
  });
  globalThis.addEventListener("error", (event) => {
    event.preventDefault();
    log(`Uncaught: ${Deno.inspect(event.error)}`);
  });
}

function logError(log: (line: string) => void, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  log(`error: ${message}`);
  const remedy = error instanceof TickertapeError ? error.remedy : Deno.inspect(error);
  for (const line of remedy.split("\n")) log(`  ${line}`);
}
