/**
 * A cursor over the records of batches: it makes no object of each, for there are many.
 *
 * Record => length varint · attributes int8 · timestampDelta varlong · offsetDelta varint ·
 * keyLength varint · key · valueLength varint · value · [header]
 *
 * @see https://kafka.apache.org/documentation/#record
 * @module
 */
import { type RecordBatch, unreadable } from "./record_batch.ts";

/** Bits of a varlong that a number takes without rounding. */
const EXACT_BITS = 49;

/** Goes through the records of batches. Its properties are those of the record it is at. */
export class RecordCursor {
  /** Bytes that hold the record's key and value. */
  bytes: Uint8Array = new Uint8Array();
  /** A `bigint` where a number would round it. */
  offset: number | bigint = 0;
  /** Epoch milliseconds; a `bigint` where a number would round them. */
  timestamp: number | bigint = 0;
  /** Where the key begins in `bytes`; -1 where there is none. */
  keyStart = -1;
  keyEnd = -1;
  /** Where the value begins in `bytes`; -1 where there is none. */
  valueStart = -1;
  valueEnd = -1;

  /** Records of all batches, those before the first offset too. */
  readonly count: number;
  /** Bytes of all batches. */
  readonly size: number;

  readonly #batches: readonly RecordBatch[];
  readonly #from: bigint;
  /** The batch that comes after the one it is in. */
  #nextBatch = 0;
  /** Records that are left in the batch. */
  #left = 0;
  #batch: RecordBatch | undefined;
  #baseOffset: number | bigint = 0;
  #baseTimestamp: number | bigint = 0;
  /** What the record it is at adds to the first offset. */
  #delta = -1;
  #at = 0;

  /**
   * @param batches Batches in the order of their offsets
   * @param from Offset of the first record to stop at
   */
  constructor(batches: readonly RecordBatch[], from: bigint = 0n) {
    this.#batches = batches;
    this.#from = from;
    this.count = batches.reduce((sum, { count }) => sum + count, 0);
    this.size = batches.reduce((sum, { records }) => sum + records.length, 0);
  }

  /**
   * Goes to the next record.
   *
   * @returns Whether there is one
   * @throws {TickertapeError} The batch is not made of records
   */
  next(): boolean {
    do {
      while (this.#left === 0) {
        if (!this.#enter()) return false;
      }
      this.#left--;
      this.#read();
    } while (this.offset < this.#from);
    return true;
  }

  #enter(): boolean {
    const batch = this.#batches[this.#nextBatch++];
    if (batch === undefined) return false;
    this.#batch = batch;
    this.bytes = batch.records;
    this.#left = batch.count;
    this.#baseOffset = exact(batch.baseOffset, batch.lastOffset);
    this.#baseTimestamp = exact(batch.appendTimestamp ?? batch.baseTimestamp);
    this.#delta = -1;
    this.#at = 0;
    return true;
  }

  #read(): void {
    const batch = this.#batch!;
    const length = this.#varint();
    const end = this.#at + length;
    if (!(length > 0 && end <= this.bytes.length)) throw cut(batch);
    this.#at++;
    const sinceBase = this.#varlong();
    this.timestamp = batch.appendTimestamp === undefined
      ? plus(this.#baseTimestamp, sinceBase)
      : this.#baseTimestamp;
    const delta = this.#varint();
    if (!(delta > this.#delta)) throw unreadable(batch, "its offsets do not ascend");
    this.#delta = delta;
    this.offset = plus(this.#baseOffset, delta);
    const keyLength = this.#varint();
    this.keyStart = keyLength < 0 ? -1 : this.#at;
    this.keyEnd = this.keyStart + Math.max(keyLength, 0);
    this.#at += Math.max(keyLength, 0);
    const valueLength = this.#varint();
    this.valueStart = valueLength < 0 ? -1 : this.#at;
    this.valueEnd = this.valueStart + Math.max(valueLength, 0);
    this.#at += Math.max(valueLength, 0);
    if (!(this.#at <= end)) throw cut(batch);
    if (this.#left === 0 && end < this.bytes.length) {
      throw unreadable(batch, `something comes after its ${batch.count} records`);
    }
    this.#at = end;
  }

  /** A zigzag number of 32 bits; NaN where it does not end. */
  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.#at++];
      if (byte === undefined) return NaN;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 1 ^ -(value & 1);
    }
    return NaN;
  }

  /** A zigzag number of 64 bits. */
  #varlong(): number | bigint {
    const start = this.#at;
    let value = 0;
    let unit = 1;
    for (let shift = 0; shift < EXACT_BITS; shift += 7) {
      const byte = this.bytes[this.#at++] ?? 0;
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      unit *= 128;
    }
    this.#at = start;
    return this.#bigVarlong();
  }

  #bigVarlong(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.bytes[this.#at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return BigInt.asIntN(64, value >> 1n ^ -(value & 1n));
  }
}

/** A number, where neither the value nor what it grows to would be rounded. */
function exact(value: bigint, most: bigint = value): number | bigint {
  return Number.isSafeInteger(Number(most)) && value >= 0n ? Number(value) : value;
}

function plus(base: number | bigint, delta: number | bigint): number | bigint {
  if (typeof base === "number" && typeof delta === "number") {
    const sum = base + delta;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt.asIntN(64, BigInt(base) + BigInt(delta));
}

function cut(batch: RecordBatch): Error {
  return unreadable(batch, `one of its ${batch.count} records is cut`);
}
