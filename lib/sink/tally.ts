/**
 * What a run has done, over all partitions, also those it no longer has.
 * @module
 */
import type { PartitionWriter } from "./ranges/partition_writer.ts";
import type { Stored } from "./ranges/writer_types.ts";
import type { PartitionSummary, SinkProgress, SinkSummary } from "./types.ts";

/** Milliseconds over which the rate is taken. */
const RATE_WINDOW_MS = 3_000;

/** Counts of one run. */
export class Tally {
  readonly #partitions = new Map<number, PartitionSummary>();
  #bytes = 0;
  #windowAt = performance.now();
  #windowTaken = 0;
  #rate = 0;

  /**
   * Counts records that were taken from the topic.
   *
   * @param records How many
   */
  took(records: number): void {
    this.#windowTaken += records;
  }

  /**
   * Keeps what a writer has stored, when it is let go.
   *
   * @param partition Its partition
   * @param writer The writer
   * @returns Records it held that are not stored
   */
  keep(partition: number, writer: PartitionWriter): number {
    const { stored } = writer;
    const held = Number(writer.position - writer.storedTo);
    if (stored.firstOffset === undefined || stored.nextOffset === undefined) return held;
    this.#bytes += stored.bytes;
    const known = this.#partitions.get(partition);
    this.#partitions.set(partition, {
      partition,
      firstOffset: known?.firstOffset ?? stored.firstOffset,
      nextOffset: stored.nextOffset,
      records: (known?.records ?? 0) + stored.records,
      deadLetters: (known?.deadLetters ?? 0) + stored.deadLetters,
      objects: (known?.objects ?? 0) + stored.objects,
    });
    return held;
  }

  /**
   * Tells what has been done so far.
   *
   * @param now What holds at the moment
   * @param writers The writers at work
   * @returns The progress
   */
  progress(
    now: Pick<SinkProgress, "lag" | "bufferedBytes" | "waitingFor">,
    writers: readonly PartitionWriter[],
  ): SinkProgress {
    const elapsed = performance.now() - this.#windowAt;
    if (elapsed >= RATE_WINDOW_MS || this.#rate === 0) {
      this.#rate = this.#windowTaken / Math.max(elapsed, 1) * 1000;
    }
    if (elapsed >= RATE_WINDOW_MS) {
      this.#windowAt = performance.now();
      this.#windowTaken = 0;
    }
    const sum = (of: (part: PartitionSummary | Stored) => number) =>
      [...this.#partitions.values(), ...writers.map((writer) => writer.stored)]
        .reduce((total, part) => total + of(part), 0);
    return {
      records: sum((part) => part.records),
      objects: sum((part) => part.objects),
      deadLetters: sum((part) => part.deadLetters),
      bytes: this.#bytes + writers.reduce((total, { stored }) => total + stored.bytes, 0),
      recordsPerSecond: Math.round(this.#rate),
      ...now,
    };
  }

  /**
   * Sums up; every writer has been let go.
   *
   * @param seconds How long the run took
   * @returns What was done
   */
  summary(seconds: number): SinkSummary {
    const partitions = [...this.#partitions.values()].sort((a, b) => a.partition - b.partition);
    const sum = (name: "records" | "objects" | "deadLetters") =>
      partitions.reduce((total, part) => total + part[name], 0);
    const records = sum("records");
    return {
      records,
      objects: sum("objects"),
      bytes: this.#bytes,
      deadLetters: sum("deadLetters"),
      seconds: Math.round(seconds * 1000) / 1000,
      recordsPerSecond: Math.round(records / Math.max(seconds, 0.001)),
      partitions,
    };
  }
}
