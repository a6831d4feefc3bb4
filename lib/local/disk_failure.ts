/**
 * Failures of the disk that the stack's state is on, in words for the clients whose requests they fail.
 * @module
 */

/** What the disk refuses. */
export interface DiskFailure {
  /** Whether it is full: then nothing can be written until there is room again. */
  isFull: boolean;
  /** What is the matter, with the system's own words. */
  words: string;
}

/** Whether the disk is full, by the system's names of failures. */
const SYSTEM_FAILURES: Record<string, boolean> = {
  ENOSPC: true,
  EDQUOT: true,
  EROFS: false,
  EACCES: false,
  EPERM: false,
  EIO: false,
  ENXIO: false,
};

/** Whether the disk is full, by what SQLite says; its errors have no code of their own. */
const SQLITE_FAILURES: Record<string, boolean> = {
  "database or disk is full": true,
  "attempt to write a readonly database": false,
  "disk I/O error": false,
  "unable to open database file": false,
};

/**
 * Tells whether a failure is the disk's.
 *
 * @param error What was caught
 * @returns What the disk refuses; `undefined` where the failure is another one
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(diskFailure(new Error("database or disk is full"))?.isFull, true);
 * assertEquals(diskFailure(new Error("no such table: prices")), undefined);
 * ```
 */
export function diskFailure(error: unknown): DiskFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = "" } = error as NodeJS.ErrnoException;
  const isFull = SYSTEM_FAILURES[code] ?? SQLITE_FAILURES[error.message];
  if (isFull === undefined) return undefined;
  const what = isFull
    ? "the disk with its data folder is full"
    : "its data folder cannot be read or written";
  return { isFull, words: `${what}: ${error.message}` };
}

/**
 * Tells of a fault in the stack's log: of the disk's in one line, for it comes with every request.
 *
 * @param error What was caught
 * @returns What is written
 */
export function faultText(error: unknown): string {
  return diskFailure(error)?.words ?? Deno.inspect(error);
}
