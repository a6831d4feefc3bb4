/**
 * What a partition knows of idempotent producers: the last batches of each, by which a repeated one
 * is told from a lost one.
 *
 * @see KIP-98 for the rules
 * @module
 */
import type { BatchHeader } from "./batch.ts";

/** Batches of a producer that are remembered, Kafka's limit of requests in flight. */
const REMEMBERED = 5;

const MAX_SEQUENCE = 0x7fffffff;

/** A batch that was appended. */
export interface SentBatch {
  firstSequence: number;
  lastSequence: number;
  lastOffset: bigint;
  /** Offsets between the first record and the last. */
  offsetDelta: number;
  timestamp: bigint;
}

/** One producer's state. */
export interface ProducerEntry {
  producerId: bigint;
  epoch: number;
  /** Oldest first. */
  batches: SentBatch[];
}

/** Whether a batch may be appended: `next`, or what it is instead. */
export type SequenceVerdict =
  | { verdict: "next" }
  | { verdict: "duplicate"; baseOffset: bigint }
  | { verdict: "gap"; expected: number }
  | { verdict: "fenced"; epoch: number };

/** The producers of a partition. */
export interface Producers {
  check(header: BatchHeader): SequenceVerdict;
  /** Takes note of a batch that was appended. */
  update(header: BatchHeader): void;
  /** Whether a batch is the last of its producer. */
  isLast(header: BatchHeader): boolean;
  /** Forgets producers whose last batch is older than a time. */
  expire(before: bigint): void;
  entries(): ProducerEntry[];
  load(entries: readonly ProducerEntry[]): void;
}

/** Starts without any producer. */
export function createProducers(): Producers {
  const known = new Map<bigint, ProducerEntry>();
  return {
    check(header) {
      const entry = known.get(header.producerId);
      if (header.producerId < 0n || entry === undefined) return { verdict: "next" };
      if (header.producerEpoch < entry.epoch) return { verdict: "fenced", epoch: entry.epoch };
      if (header.producerEpoch > entry.epoch) {
        return header.baseSequence === 0 ? { verdict: "next" } : { verdict: "gap", expected: 0 };
      }
      const last = lastSequenceOf(header);
      const same = entry.batches.find((batch) =>
        batch.firstSequence === header.baseSequence && batch.lastSequence === last
      );
      if (same !== undefined) {
        return { verdict: "duplicate", baseOffset: same.lastOffset - BigInt(same.offsetDelta) };
      }
      const expected = after(entry.batches.at(-1)!.lastSequence);
      return header.baseSequence === expected ? { verdict: "next" } : { verdict: "gap", expected };
    },
    update(header) {
      if (header.producerId < 0n) return;
      let entry = known.get(header.producerId);
      if (entry === undefined || entry.epoch !== header.producerEpoch) {
        entry = { producerId: header.producerId, epoch: header.producerEpoch, batches: [] };
        known.set(header.producerId, entry);
      }
      entry.batches.push({
        firstSequence: header.baseSequence,
        lastSequence: lastSequenceOf(header),
        lastOffset: header.lastOffset,
        offsetDelta: header.lastOffsetDelta,
        timestamp: header.maxTimestamp,
      });
      if (entry.batches.length > REMEMBERED) entry.batches.shift();
    },
    isLast({ producerId, producerEpoch, lastOffset }) {
      const entry = known.get(producerId);
      return entry?.epoch === producerEpoch && entry.batches.at(-1)!.lastOffset === lastOffset;
    },
    expire(before) {
      for (const [id, entry] of known) {
        if (entry.batches.at(-1)!.timestamp < before) known.delete(id);
      }
    },
    entries: () => [...known.values()],
    load(entries) {
      for (const entry of entries) known.set(entry.producerId, entry);
    },
  };
}

/** Sequence numbers wrap from the greatest int32 to 0. */
function lastSequenceOf(header: BatchHeader): number {
  return (header.baseSequence + header.lastOffsetDelta) % (MAX_SEQUENCE + 1);
}

function after(sequence: number): number {
  return sequence === MAX_SEQUENCE ? 0 : sequence + 1;
}
