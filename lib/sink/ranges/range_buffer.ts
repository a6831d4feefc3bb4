/**
 * The records of one partition that wait for their object, laid out in ranges: an open one, which
 * still grows, and full ones, which wait to be written.
 * @module
 */
import { hourOf } from "../object_key.ts";
import { type EncodedBatch, offsetAt } from "../rows/encode_batch.ts";
import { type Range, recordBytes, type Slice } from "./range.ts";
import type { NextRecord, RotationLimits, SinkRules } from "./rules.ts";

/** When a range is full. */
export interface RangeBufferOptions {
  /** Where the first range starts. */
  position: bigint;
  /** What each range is held to. */
  limits(range: Range): RotationLimits;
  rules: Pick<SinkRules, "nextStart" | "rotates">;
}

/** The ranges of one partition that are not stored yet. */
export class RangeBuffer {
  /** One past the last offset that has come. */
  position: bigint;
  /** Bytes of all ranges, also of one that was taken out and is not released yet. */
  bytes = 0;

  readonly #options: RangeBufferOptions;
  /** Where the next range starts. */
  #edge: bigint;
  #open: Range | undefined;
  /** Full ranges, the oldest first. */
  #full: Range[] = [];

  /**
   * @param options Where to start, and when a range is full
   */
  constructor(options: RangeBufferOptions) {
    this.#options = options;
    this.#edge = this.position = options.position;
  }

  /** Whether it holds no range. */
  get empty(): boolean {
    return this.#open === undefined && this.#full.length === 0;
  }

  /** Bytes of the range that is open. */
  get openBytes(): number {
    return this.#open?.bytes ?? 0;
  }

  /**
   * Takes records.
   *
   * @param records Records in the order of their offsets
   * @param now Milliseconds of a clock that only goes on
   */
  take({ batch, from, to }: Slice, now: number): void {
    let start = from;
    // One object for all records: this runs for each of them.
    const record = { dead: false, bytes: 0, hour: 0 };
    const { rules, limits } = this.#options;
    for (let i = from; i < to; i++) {
      record.dead = batch.dead.size > 0 && batch.dead.has(i);
      record.bytes = recordBytes(batch, i);
      record.hour = hourOf(batch.timestamps[i]!);
      if (this.#open && rules.rotates(this.#open, record, limits(this.#open))) {
        addSlice(this.#open, batch, start, i);
        this.flush();
        start = i;
      }
      const range = this.#open ??= openRange(this.#edge, record, now);
      if (record.dead) range.deadLetters++;
      else range.records++;
      range.bytes += record.bytes;
      this.bytes += record.bytes;
    }
    if (from < to) this.position = offsetAt(batch, to - 1) + 1n;
    if (this.#open) addSlice(this.#open, batch, start, to);
  }

  /**
   * Counts offsets as come: they hold no record, or what they hold is stored.
   *
   * @param offset One past the last of them
   */
  skipTo(offset: bigint): void {
    if (offset > this.position) this.position = offset;
  }

  /** Closes the open range, as it is. */
  flush(): void {
    if (this.#open === undefined) return;
    this.#full.push(this.#open);
    this.#edge = this.#options.rules.nextStart(this.#open);
    this.#open = undefined;
  }

  /**
   * Closes the open range where it is old enough.
   *
   * @param now Milliseconds of a clock that only goes on
   * @returns When to call again, in the same milliseconds, where a range is open
   */
  tick(now: number): number | undefined {
    if (this.#open === undefined) return undefined;
    const due = this.#open.openedAt + this.#options.limits(this.#open).ageMs;
    if (now < due) return due;
    this.flush();
    return undefined;
  }

  /**
   * Takes the oldest full range out, to be written.
   *
   * @returns The range, or `undefined` where none is full
   */
  shift(): Range | undefined {
    return this.#full.shift();
  }

  /**
   * Forgets the bytes of a range that was taken out.
   *
   * @param range The range
   */
  release(range: Range): void {
    this.bytes -= range.bytes;
  }

  /**
   * Takes all ranges out, and begins anew.
   *
   * @param edge Where the next range starts
   * @returns The ranges, in the order of their offsets
   */
  restartAt(edge: bigint): Range[] {
    const ranges = [...this.#full, ...(this.#open ? [this.#open] : [])];
    for (const range of ranges) this.release(range);
    this.#full = [];
    this.#open = undefined;
    this.#edge = edge;
    return ranges;
  }
}

function openRange(firstOffset: bigint, first: NextRecord, now: number): Range {
  return {
    kind: first.dead ? "dead" : "data",
    firstOffset,
    nextOffset: firstOffset,
    slices: [],
    records: 0,
    deadLetters: 0,
    bytes: 0,
    hour: first.hour,
    openedAt: now,
  };
}

function addSlice(range: Range, batch: EncodedBatch, from: number, to: number): void {
  if (from >= to) return;
  range.slices.push({ batch, from, to });
  range.nextOffset = offsetAt(batch, to - 1) + 1n;
}
