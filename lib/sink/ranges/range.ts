/**
 * A range of offsets on its way to an object.
 * @module
 */
import type { ObjectKind } from "../object_key.ts";
import { fingerprintOf } from "../object_metadata.ts";
import { type EncodedBatch, offsetAt } from "../rows/encode_batch.ts";
import type { DeadLetter } from "../types.ts";

/** Records of one batch, from one place up to another. */
export interface Slice {
  batch: EncodedBatch;
  from: number;
  to: number;
}

/** One contiguous range of offsets of one partition, which becomes one object. */
export interface Range {
  /** Dead letters alone, or records with the dead letters between them. */
  kind: ObjectKind;
  firstOffset: bigint;
  /** One past the last offset. */
  nextOffset: bigint;
  slices: Slice[];
  /** Records that are rows. */
  records: number;
  deadLetters: number;
  /** Bytes it holds in memory. */
  bytes: number;
  /** Hour of its first record, counted from 1970. */
  hour: number;
  /** When its first record came, by the clock its writer is given. */
  openedAt: number;
}

/** A dead letter and where it was. */
export interface PlacedDeadLetter extends DeadLetter {
  offset: bigint;
  timestamp: number | bigint;
}

/** What a dead letter holds beside its key and value: its place and its reason. */
const DEAD_BYTES = 128;

/**
 * Tells how many bytes a record holds in memory.
 *
 * @param batch The batch it came in
 * @param index Its place there
 * @returns Bytes of its line, or of what it was where it is a dead letter
 */
export function recordBytes(batch: EncodedBatch, index: number): number {
  const line = batch.ends[index]! - (batch.ends[index - 1] ?? 0);
  if (line > 0) return line;
  return letterBytes(batch.dead.get(index));
}

/**
 * Tells how many bytes a dead letter holds in memory.
 *
 * @param letter The dead letter
 * @returns Bytes of its key and value, and of what is kept with them
 */
export function letterBytes(letter: Pick<DeadLetter, "key" | "value"> | undefined): number {
  return DEAD_BYTES + (letter?.key?.length ?? 0) + (letter?.value?.length ?? 0);
}

/**
 * Gives the lines of a range, in parts that follow each other.
 *
 * @param range The range
 * @returns Bytes of each of its slices
 */
export function linesOf(range: Pick<Range, "slices">): Uint8Array[] {
  return range.slices.map(({ batch, from, to }) =>
    batch.lines.subarray(batch.ends[from - 1] ?? 0, batch.ends[to - 1])
  );
}

/**
 * Gives the dead letters of a range.
 *
 * @param range The range
 * @returns Its dead letters in the order of their offsets
 */
export function deadLettersOf(range: Pick<Range, "slices">): PlacedDeadLetter[] {
  return range.slices.flatMap(({ batch, from, to }) =>
    batch.dead.size === 0 ? [] : [...batch.dead].filter(([at]) => at >= from && at < to).map(
      ([at, letter]) => ({
        ...letter,
        offset: offsetAt(batch, at),
        timestamp: batch.timestamps[at]!,
      }),
    )
  );
}

/**
 * Fingerprints the first record of a range.
 *
 * @param range The range
 * @returns 32 hexadecimal digits
 */
export function rangeFingerprint(range: Pick<Range, "slices">): string {
  const { batch, from } = range.slices[0]!;
  const dead = batch.dead.get(from);
  const content = dead
    ? dead.value ?? new Uint8Array()
    : batch.lines.subarray(batch.ends[from - 1] ?? 0, batch.ends[from]);
  return fingerprintOf(batch.partition, offsetAt(batch, from), batch.timestamps[from]!, content);
}
