/**
 * Records by the handful, whether they are there at once or come in now and then.
 * @module
 */

/** Where batches are taken from. */
export interface Source<T> {
  /**
   * Waits until there is a record.
   *
   * @returns Whether there is; `false` at the end
   */
  more(): Promise<boolean>;
  /**
   * Takes a record, where there is one, and those that are there too.
   *
   * @param most Records wanted at most
   * @returns The records
   */
  take(most: number): Promise<T[]>;
  /** Says that no more records are wanted. */
  close(): Promise<void>;
}

/** Milliseconds that records which come in one by one are waited for, to go out together. */
const LINGER_MS = 5;

/** Records read ahead of what is taken. */
const READ_AHEAD = 2_000;

/**
 * Makes a source of an iterable. An asynchronous one is read ahead, so that a record which is there
 * is never held back for the next one.
 *
 * @param records What to read
 * @param signal Ends the waiting
 * @returns The source
 */
export function sourceOf<T>(
  records: Iterable<T> | AsyncIterable<T>,
  signal?: AbortSignal,
): Source<T> {
  return Symbol.iterator in records ? syncSource(records) : asyncSource(records, signal);
}

function syncSource<T>(records: Iterable<T>): Source<T> {
  const iterator = records[Symbol.iterator]();
  let next: IteratorResult<T, unknown> | undefined;
  return {
    more: () => Promise.resolve(!(next ??= iterator.next()).done),
    take: (most) => {
      const taken: T[] = [];
      while (taken.length < most && !(next ??= iterator.next()).done) {
        taken.push(next.value);
        next = undefined;
      }
      return Promise.resolve(taken);
    },
    close: () => {
      iterator.return?.();
      return Promise.resolve();
    },
  };
}

function asyncSource<T>(records: AsyncIterable<T>, signal?: AbortSignal): Source<T> {
  const iterator = records[Symbol.asyncIterator]();
  let buffer: T[] = [];
  let ended = false;
  let failure: { error: unknown } | undefined;
  let wanted = 1;
  let filled = Promise.withResolvers<void>();
  let drained = Promise.withResolvers<void>();

  const read = async () => {
    try {
      while (!ended) {
        const next = await iterator.next();
        if (next.done) break;
        buffer.push(next.value);
        if (buffer.length >= wanted) filled.resolve();
        if (buffer.length >= READ_AHEAD) await drained.promise;
      }
    } catch (error) {
      failure = { error };
    }
    ended = true;
    filled.resolve();
  };
  const until = async (count: number, ms?: number) => {
    if (buffer.length >= count || ended || signal?.aborted) return;
    wanted = count;
    filled = Promise.withResolvers();
    const timer = ms === undefined ? undefined : setTimeout(filled.resolve, ms);
    await filled.promise;
    clearTimeout(timer);
  };
  const onAbort = () => filled.resolve();
  signal?.addEventListener("abort", onAbort, { once: true });
  const reading = read();

  return {
    more: async () => {
      await until(1);
      if (signal?.aborted) return false;
      // What was read before the failure goes out first.
      if (buffer.length === 0 && failure) throw failure.error;
      return buffer.length > 0;
    },
    take: async (most) => {
      await until(Math.min(most, READ_AHEAD), LINGER_MS);
      const taken = buffer.slice(0, most);
      buffer = buffer.slice(most);
      drained.resolve();
      drained = Promise.withResolvers();
      return taken;
    },
    close: async () => {
      signal?.removeEventListener("abort", onAbort);
      const finished = ended;
      ended = true;
      drained.resolve();
      // A reader that waits for input that may never come is not waited for.
      if (finished) await reading;
      else void Promise.resolve(iterator.return?.()).catch(() => {});
    },
  };
}
