/**
 * The lock that keeps two stacks from serving one data folder. The operating system lets go of it
 * when its process ends, however that ends.
 * @module
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { TickertapeError } from "../errors.ts";

/** Lets go of the lock. */
export type Unlock = () => void;

/**
 * Takes the lock of a data folder.
 *
 * @param dataDir The folder; it exists
 * @returns What lets go of it
 * @throws {TickertapeError} `DATA_DIR_IN_USE`
 */
export async function lockDataDir(dataDir: string): Promise<Unlock> {
  // The process id stands in a file of its own: on Windows a locked file cannot be read.
  const pidFile = pidFileOf(dataDir);
  const file = Deno.openSync(join(dataDir, "stack.lock"), {
    create: true,
    read: true,
    write: true,
  });
  if (!await tryLock(file)) {
    file.close();
    throw new TickertapeError({
      code: "DATA_DIR_IN_USE",
      message: `Could not start a stack on ${dataDir}: ` +
        `process ${holderOf(dataDir) ?? "of another stack"} serves it`,
      remedy: "Use the running one, stop it with: deno task local --stop\n" +
        "or give this one a folder of its own: --data-dir FOLDER, or --ephemeral",
    });
  }
  try {
    Deno.writeTextFileSync(pidFile, String(Deno.pid));
  } catch (error) {
    file.close();
    throw error;
  }
  return () => {
    rmSync(pidFile, { force: true });
    file.unlockSync();
    file.close();
  };
}

/**
 * Tells whether a process holds the lock of a data folder.
 *
 * @param dataDir The folder
 */
export function isLocked(dataDir: string): boolean {
  try {
    using file = Deno.openSync(join(dataDir, "stack.lock"), { read: true, write: true });
    // A stack's lock is exclusive: whoever only looks shares one.
    if (!file.tryLockSync(false)) return true;
    file.unlockSync();
    return false;
  } catch (error) {
    // A folder that is no folder is nobody's.
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return false;
    }
    throw error;
  }
}

/**
 * Tells which process holds the lock of a data folder, as far as it has said so.
 *
 * @param dataDir The folder
 * @returns The process's id, or `undefined` where it is not known
 */
export function holderOf(dataDir: string): number | undefined {
  try {
    return Number(Deno.readTextFileSync(pidFileOf(dataDir))) || undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

function pidFileOf(dataDir: string): string {
  return join(dataDir, "stack.pid");
}

/** Takes the lock, unless another stack has it: {@linkcode isLocked} shares it for a moment. */
async function tryLock(file: Deno.FsFile): Promise<boolean> {
  while (!file.tryLockSync(true)) {
    if (!file.tryLockSync(false)) return false;
    file.unlockSync();
    await delay(20);
  }
  return true;
}
