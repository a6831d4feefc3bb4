/**
 * Waiting that an abort signal cuts short.
 * @module
 */
import { TickertapeError } from "../errors.ts";

/** Waits of one piece of work. */
export interface Waits {
  /**
   * Waits for a value.
   *
   * @param value What is waited for
   * @param work What goes on meanwhile; if it fails, so does the wait
   * @returns The value, or `undefined` once the signal is aborted
   */
  untilAborted<T>(value: Promise<T>, work: Promise<unknown>): Promise<T | undefined>;
  /** Waits for a value, though not much longer once the signal is aborted. */
  orGiveUp<T>(value: Promise<T>): Promise<T>;
  /** Lets go of the signal. */
  dispose(): void;
}

/** Milliseconds that interrupted work waits for its last answer. */
const LAST_ANSWER_MS = 10_000;

/**
 * Makes waits that end with a signal. One listener serves them all: `Promise.race` with one promise
 * for all the run would keep every wait's memory until the end.
 *
 * @param signal What cuts the waits short
 * @param unanswered Says what is not known where the last answer does not come, for the error
 * @param lastAnswerMs Milliseconds that the last answer may take once the signal is aborted
 * @returns The waits
 */
export function interruptible(
  signal: AbortSignal | undefined,
  unanswered: () => string,
  lastAnswerMs: number = LAST_ANSWER_MS,
): Waits {
  let onAborted = () => {};
  let onLate = (_error: unknown) => {};
  let late: TickertapeError | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const abort = () => {
    onAborted();
    timer = setTimeout(() => {
      late = noAnswer(unanswered());
      onLate(late);
    }, lastAnswerMs);
  };
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort, { once: true });
  return {
    untilAborted: (value, work) =>
      new Promise((resolve, reject) => {
        onAborted = () => resolve(undefined);
        value.then(resolve, reject);
        work.catch(reject);
        if (signal?.aborted) resolve(undefined);
      }),
    orGiveUp: (value) =>
      new Promise((resolve, reject) => {
        onLate = reject;
        value.then(resolve, reject);
        if (late) reject(late);
      }),
    dispose: () => {
      signal?.removeEventListener("abort", abort);
      clearTimeout(timer);
    },
  };
}

function noAnswer(message: string): TickertapeError {
  return new TickertapeError({
    code: "NO_ANSWER",
    message,
    remedy: "Look at the topic with: deno task topic show NAME",
  });
}
