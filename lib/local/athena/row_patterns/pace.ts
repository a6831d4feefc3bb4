/**
 * Long work that gives way to other work now and then.
 * @module
 */

/** Steps after which the clock is looked at, and milliseconds after which the work rests. */
const STEPS = 256;
const MILLISECONDS = 50;

/** How long work goes on before it rests. */
export class Pace {
  #steps = 0;
  #since = performance.now();
  readonly #signal: AbortSignal | undefined;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  /** To be awaited where it gives something, after so many steps. */
  step(count = 1): Promise<void> | undefined {
    this.#steps += count;
    if (this.#steps < STEPS) return undefined;
    this.#steps = 0;
    return performance.now() - this.#since < MILLISECONDS ? undefined : this.#rest();
  }

  async #rest(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
