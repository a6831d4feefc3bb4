/**
 * Records at a rate.
 * @module
 */
import { sourceOf } from "./source.ts";

/** Time as {@linkcode paced} sees it. */
export interface Clock {
  /** Milliseconds since some moment, never going back. */
  now(): number;
  /** Waits; ends early, without an error, when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Records of a batch at most: with the sample's some 150 bytes a record, 150 kB a request. */
export const MAX_BATCH = 1_000;

/** Milliseconds between two batches where records come faster than that. */
const TICK_MS = 10;

/**
 * Milliseconds of records that are caught up after a halt. A laptop that slept an hour does not send
 * an hour's records at once.
 */
const MOST_BEHIND_MS = 1_000;

/**
 * Gives records in batches, at a rate. The first record goes out at once; each other when it is due
 * by the clock since then, so small delays do not add up. Fast rates go out every 10 milliseconds.
 *
 * @param records What to pace; an asynchronous iterable is read ahead
 * @param rate Records a second, or `max` for as fast as they are taken
 * @param options `signal` ends the batches; `clock` is the machine's own by default
 * @returns Batches of 1 to {@linkcode MAX_BATCH} records
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const batches = await Array.fromAsync(paced([1, 2, 3], 500));
 * assertEquals(batches.flat(), [1, 2, 3]);
 * ```
 */
export async function* paced<T>(
  records: Iterable<T> | AsyncIterable<T>,
  rate: number | "max",
  options: { signal?: AbortSignal; clock?: Clock } = {},
): AsyncGenerator<T[]> {
  const { signal, clock = MACHINE_CLOCK } = options;
  const source = sourceOf(records, signal);
  const due: Due = rate === "max" ? () => Promise.resolve(MAX_BATCH) : dueBy(rate, clock, signal);
  try {
    while (!signal?.aborted && await source.more()) {
      const count = await due();
      if (signal?.aborted) return;
      const batch = await source.take(Math.min(count, MAX_BATCH));
      due.sent?.(batch.length);
      yield batch;
    }
  } finally {
    await source.close();
  }
}

interface Due {
  /** Waits until a record is due, and says how many are. */
  (): Promise<number>;
  /** Notes that some have gone out. */
  sent?(count: number): void;
}

function dueBy(rate: number, clock: Clock, signal?: AbortSignal): Due {
  const msPerRecord = 1000 / rate;
  let start: number | undefined;
  let sent = 0;
  const due: Due = async () => {
    start ??= clock.now();
    while (!signal?.aborted) {
      const now = clock.now();
      // Record n is due at start + n * msPerRecord.
      const behindMs = now - (start + sent * msPerRecord);
      if (behindMs > MOST_BEHIND_MS) start += behindMs - MOST_BEHIND_MS;
      const count = Math.floor((now - start) / msPerRecord) + 1 - sent;
      if (count >= 1) return count;
      await clock.sleep(Math.max(TICK_MS, start + sent * msPerRecord - now), signal);
    }
    return 0;
  };
  due.sent = (count) => sent += count;
  return due;
}

const MACHINE_CLOCK: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      if (signal?.aborted) end();
      else signal?.addEventListener("abort", end);
    }),
};
