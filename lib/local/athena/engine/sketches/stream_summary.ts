/**
 * The most frequent values of a stream, kept by the Space-Saving algorithm.
 * @module
 */

/**
 * Counts values in no more counters than there may be; a new value takes that of the least frequent.
 */
export class StreamSummary {
  readonly #capacity: number;
  readonly #counts = new Map<string, number>();
  /** Values by their count, those first that have it longest. */
  readonly #byCount = new Map<number, Set<string>>();

  /** @param capacity How many counters there may be */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Counts a value so many times. */
  offer(value: string, times = 1): void {
    let count = this.#counts.get(value);
    if (count === undefined && this.#counts.size >= this.#capacity) {
      count = Math.min(...this.#byCount.keys());
      const [least] = this.#byCount.get(count) as Set<string>;
      this.#take(least as string, count);
    } else if (count !== undefined) this.#take(value, count);
    const next = (count ?? 0) + times;
    this.#counts.set(value, next);
    const equals = this.#byCount.get(next);
    if (equals) equals.add(value);
    else this.#byCount.set(next, new Set([value]));
  }

  #take(value: string, count: number): void {
    this.#counts.delete(value);
    const equals = this.#byCount.get(count) as Set<string>;
    equals.delete(value);
    if (equals.size === 0) this.#byCount.delete(count);
  }

  /** The values of the greatest counts. */
  top(size: number): [value: string, count: number][] {
    const counts = [...this.#byCount.keys()].sort((a, b) => b - a);
    return counts.flatMap((count) =>
      [...this.#byCount.get(count) as Set<string>].map((value): [string, number] => [value, count])
    ).slice(0, size);
  }
}
