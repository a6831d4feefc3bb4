/**
 * Waiting that a signal cuts short.
 * @module
 */
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits, or less where the signal is aborted.
 *
 * @param ms Milliseconds
 * @param signal Ends the wait, without an error
 *
 * @example
 * ```ts
 * import { assert } from "@std/assert";
 *
 * const signal = AbortSignal.timeout(10);
 * await pause(60_000, signal);
 * assert(signal.aborted);
 * ```
 */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // The end of a wait is no failure: whoever waits looks at the signal.
    if (!signal?.aborted) throw error;
  }
}
