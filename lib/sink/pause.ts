/**
 * Waiting.
 * @module
 */
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits, or less where the signal is aborted.
 *
 * @param ms Milliseconds
 * @param signal Ends the wait
 */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch (error) {
    // The end of a wait is no failure: whoever waits looks at the signal.
    if (!signal?.aborted) throw error;
  }
}
