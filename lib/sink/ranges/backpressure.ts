/**
 * Backpressure: how much is held over all partitions, and when fetching has to wait for S3.
 * @module
 */
import type { PartitionWriter } from "./partition_writer.ts";
import { sinkRules } from "./rules.ts";

/** The bound on memory. */
export class Backpressure {
  readonly #writers: () => PartitionWriter[];
  readonly #most: number;

  /**
   * @param writers Gives the partitions' states
   * @param most Most bytes to hold
   */
  constructor(writers: () => PartitionWriter[], most: number) {
    this.#writers = writers;
    this.#most = most;
  }

  /** Bytes held. */
  get held(): number {
    return this.#writers().reduce((sum, writer) => sum + writer.bufferedBytes, 0);
  }

  /** Whether no more may be fetched. */
  get full(): boolean {
    return sinkRules.mustPause(this.held, this.#most);
  }

  /**
   * Whether fetching has to wait. It must not where nothing can be written: dead letters of a range
   * that is stored wait for the rest of it, which has to be fetched.
   */
  get mustWait(): boolean {
    return this.full && this.#writers().some((writer) => !writer.drained);
  }

  /**
   * The writer with the largest open range, once open ranges take half of the bound. Its range is
   * closed early: open ranges cannot be written, so memory must not fill up with them.
   */
  get crowded(): PartitionWriter | undefined {
    const open = this.#writers().reduce((sum, writer) => sum + writer.openBytes, 0);
    return open > this.#most / 2 ? this.largest : undefined;
  }

  /** The writer with most bytes in its open range. */
  get largest(): PartitionWriter | undefined {
    return this.#writers().sort((a, b) => b.openBytes - a.openBytes)[0];
  }
}
