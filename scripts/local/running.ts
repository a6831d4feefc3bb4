/**
 * A stack in the background: start, look, stop.
 * @module
 */
import { resolve } from "node:path";
import type { StackInfo } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { findStack, startDetached, stopStack } from "../../lib/local/mod.ts";
import { holderOf, isLocked } from "../../lib/local/stack_lock.ts";
import { asCalled } from "../cli/called_as.ts";
import type { TaskContext } from "../cli/task.ts";
import { describeStack, stopCommand } from "./endpoints.ts";
import type { LocalFlags } from "./flags.ts";

/** Starts a stack in the background, and tells where it answers. */
export async function detach(flags: LocalFlags, context: TaskContext): Promise<StackInfo> {
  const dataDir = resolve(flags.dataDir);
  const running = await findStack(dataDir, { signal: context.signal });
  if (running !== undefined) {
    throw new TickertapeError({
      code: "DATA_DIR_IN_USE",
      message: `Could not start a stack on ${dataDir}: process ${running.pid} serves it`,
      remedy: `Use the running one, or stop it with: ${stopCommand(dataDir)}`,
    });
  }
  await makeDataDir(dataDir);
  const { info } = await startDetached({ ...flags, dataDir, signal: context.signal });
  context.print(describeStack(info, `Stop it with: ${stopCommand(dataDir)}`));
  return info;
}

/** Exit code of `--status` where no stack serves the folder, as of `systemctl status`. */
export const NOT_RUNNING = 3;

/** Exit code of `--status` where a process has the folder, but does not answer. */
export const NO_ANSWER = 4;

/** Tells whether a stack serves the data folder. */
export async function status(
  flags: LocalFlags,
  context: TaskContext,
): Promise<Partial<StackInfo> & { running: boolean }> {
  const dataDir = resolve(flags.dataDir);
  const info = await answering(dataDir, context.signal);
  if (info === undefined && isLocked(dataDir)) {
    context.endWith(NO_ANSWER);
    const pid = holderOf(dataDir);
    context.print(
      `The stack of ${dataDir}${pid === undefined ? "" : `, process ${pid},`} does not answer: ` +
        "it starts, is busy, or was suspended.",
    );
    return { running: false, dataDir, ...(pid === undefined ? {} : { pid }) };
  }
  if (info === undefined) {
    context.endWith(NOT_RUNNING);
    context.print(`No stack serves ${dataDir}. Start one with: ${asCalled("deno task local")}`);
    return { running: false, dataDir };
  }
  context.print(describeStack(info, `Stop it with: ${stopCommand(dataDir)}`));
  return { running: true, ...info };
}

/** The stack that serves a folder, if it answers in time. */
async function answering(dataDir: string, signal: AbortSignal): Promise<StackInfo | undefined> {
  try {
    return await findStack(dataDir, { signal });
  } catch (error) {
    if (error instanceof TickertapeError && error.code === "STACK_SILENT") return undefined;
    throw error;
  }
}

/** Stops the stack that serves the data folder. */
export async function stop(
  flags: LocalFlags,
  context: TaskContext,
): Promise<Partial<StackInfo> & { stopped: boolean }> {
  const dataDir = resolve(flags.dataDir);
  const info = await stopStack(dataDir, { signal: context.signal });
  if (info === undefined) {
    context.print(`No stack serves ${dataDir}: there is nothing to stop.`);
    return { stopped: false, dataDir };
  }
  context.print(`Stopped the stack of ${dataDir}, process ${info.pid}.`);
  return { stopped: true, ...info };
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await Deno.mkdir(dataDir, { recursive: true });
  } catch (error) {
    throw new TickertapeError({
      code: "DATA_DIR_UNUSABLE",
      message: `Could not make the data folder ${dataDir}: ${messageOf(error)}`,
      remedy: "Choose a folder you may write to, with --data-dir FOLDER or TICKERTAPE_DATA_DIR",
      cause: error,
    });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
