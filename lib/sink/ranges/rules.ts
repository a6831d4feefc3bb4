/**
 * The rules that make the sink exactly-once, each in one place.
 *
 * 1. An object holds one contiguous range of offsets, and starts where the one before it ended.
 * 2. An object is written once: its name follows from where it starts, and no write replaces it.
 * 3. Where an object is there already it wins, unless it is of another topic's life.
 * 4. Offsets are committed only up to the end of an object that is stored.
 * 5. A rejected write never lets a later one past it.
 * 6. A record that is no row is stored as a dead letter, by the same rules.
 * 7. Memory is bounded.
 * @module
 */
import type { RangeMetadata } from "../object_metadata.ts";
import type { Range } from "./range.ts";

/** When an object is full. */
export interface RotationLimits {
  records: number;
  bytes: number;
  /** Age of its first record, in milliseconds. */
  ageMs: number;
}

/** A record that may go into an open range. */
export interface NextRecord {
  dead: boolean;
  bytes: number;
  hour: number;
}

/** What to do where the object of a range is there already. */
export type Conflict =
  /** It holds the range up to this offset: go on there. */
  | { goOnAt: bigint }
  /** It is of another life of the topic, or nothing the sink wrote. */
  | { stop: "other topic" | "not the sink's" };

/** The decisions that delivery hangs on; pure functions. */
export interface SinkRules {
  /** Rule 1: where the object after a range starts. */
  nextStart(range: Range): bigint;
  /** Rule 1: whether the range is full, and the record opens another. */
  rotates(range: Range, record: NextRecord, limits: RotationLimits): boolean;
  /** Rule 2: the condition of a put. */
  putCondition(): "*" | undefined;
  /** Rule 3: what an object that is there already means. */
  resolveConflict(range: Range, fingerprint: string, found: RangeMetadata | undefined): Conflict;
  /** Rule 4: what may be committed, given how far records came and how far they are stored. */
  committable(storedTo: bigint, bufferedTo: bigint): bigint;
  /** Rule 5: whether the range whose put was rejected is still the next to be put. */
  keepsRejected(): boolean;
  /** Rule 6: whether dead letters of a range have to be stored before it counts as stored. */
  storesDeadLetters(deadLetters: number): boolean;
  /** Rule 7: whether no more may be fetched. */
  mustPause(bufferedBytes: number, maxBufferBytes: number): boolean;
}

/** The rules as the sink keeps them. */
export const sinkRules: SinkRules = {
  nextStart: (range) => range.nextOffset,

  rotates(range, record, limits) {
    const held = range.records + range.deadLetters;
    return held >= limits.records || range.bytes + record.bytes > limits.bytes ||
      record.hour > range.hour || (range.kind === "dead" && !record.dead);
  },

  putCondition: () => "*",

  resolveConflict(range, fingerprint, found) {
    if (
      found === undefined || found.kind !== range.kind ||
      found.firstOffset !== range.firstOffset || found.nextOffset <= range.firstOffset
    ) return { stop: "not the sink's" };
    if (found.fingerprint !== fingerprint) return { stop: "other topic" };
    return { goOnAt: found.nextOffset };
  },

  committable: (storedTo) => storedTo,

  keepsRejected: () => true,

  storesDeadLetters: (deadLetters) => deadLetters > 0,

  mustPause: (bufferedBytes, maxBufferBytes) => bufferedBytes >= maxBufferBytes,
};
