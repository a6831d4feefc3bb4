/**
 * Pauses between looks at something that takes time.
 * @module
 */
import { pause } from "./pause.ts";

/** How the pauses grow. */
export interface BackoffOptions {
  /** First pause, in milliseconds. */
  firstMs: number;
  /** Longest pause, in milliseconds. */
  mostMs: number;
  /** What each pause is multiplied by for the next; 1.5 by default. */
  factor?: number;
}

/**
 * Makes a function that pauses, longer each time it is called, so that quick work is seen to be
 * done at once and slow work costs few requests.
 *
 * @param options How the pauses grow
 * @returns A function that resolves after the pause, or as soon as its signal is aborted
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const pause = backoff({ firstMs: 1, mostMs: 50 });
 * const pauses = [await pause(), await pause(), await pause()];
 * assertEquals(pauses, [1, 1.5, 2.25]);
 * ```
 */
export function backoff(options: BackoffOptions): (signal?: AbortSignal) => Promise<number> {
  let nextMs = options.firstMs;
  return async (signal) => {
    const ms = nextMs;
    nextMs = Math.min(ms * (options.factor ?? 1.5), options.mostMs);
    await pause(ms, signal);
    return ms;
  };
}
