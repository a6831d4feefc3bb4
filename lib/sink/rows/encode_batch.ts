/**
 * Records as they come from Kafka, turned into lines that are ready to be written.
 * @module
 */
import { Buffer } from "node:buffer";
import type { DeadLetter, ObjectFormat } from "../types.ts";
import { writeInteger } from "./digits.ts";
import { JsonScanner, NotARow } from "./json_scanner.ts";
import type { Records } from "./records.ts";

/** Records of one partition that came together, in the order of their offsets. */
export interface EncodedBatch {
  partition: number;
  /** Offset of each record, as {@linkcode offsetAt} gives it. */
  offsets: ArrayLike<number | bigint>;
  /** Kafka timestamp of each record, in epoch milliseconds; a `bigint` where a number would round. */
  timestamps: ArrayLike<number | bigint>;
  /** Lines of all records, one after the other, each with its line end. */
  lines: Uint8Array;
  /** Where each record's line ends; a dead letter has none, and ends where the one before ends. */
  ends: ArrayLike<number>;
  /** Records that cannot be rows, by their place. */
  dead: Map<number, DeadLetter>;
  /** Bytes the batch holds in memory. */
  bytes: number;
}

/**
 * Gives the offset of a record.
 *
 * @param batch The batch it came in
 * @param index Its place there
 * @returns Its offset
 */
export function offsetAt(batch: Pick<EncodedBatch, "offsets">, index: number): bigint {
  return BigInt(batch.offsets[index]!);
}

/** Room for the three added columns with the longest of numbers. */
const ADDED_BYTES = 128;

const TIMESTAMP = Buffer.from(',"kafka_timestamp":');

/** Turns batches of one partition into lines. */
export class BatchEncoder {
  readonly #scanner: JsonScanner;
  readonly #partition: number;
  readonly #columns: Uint8Array;
  readonly #columnsAlone: Uint8Array;

  /**
   * @param partition Number of the partition
   * @param format How the records are going to be written
   */
  constructor(partition: number, format: ObjectFormat = "jsonl") {
    this.#scanner = new JsonScanner({ doubles: format === "parquet" });
    this.#partition = partition;
    this.#columns = Buffer.from(`,"kafka_partition":${partition},"kafka_offset":`);
    this.#columnsAlone = this.#columns.subarray(1);
  }

  /**
   * Turns records into lines. One that cannot be a row becomes a dead letter.
   *
   * @param records Records in the order of their offsets
   * @param most How many to take at most
   * @returns Their lines and dead letters
   */
  encode(records: Records, most = Infinity): EncodedBatch {
    const room = Math.min(records.count, most);
    const lines = Buffer.allocUnsafeSlow(records.size + room * ADDED_BYTES);
    const offsets: (number | bigint)[] = [];
    const timestamps: (number | bigint)[] = [];
    const ends = new Uint32Array(room);
    const dead = new Map<number, DeadLetter>();
    let end = 0;
    let deadBytes = 0;
    let count = 0;
    while (count < room && records.next()) {
      offsets.push(records.offset);
      timestamps.push(records.timestamp);
      try {
        end = this.#line(records, lines, end);
      } catch (error) {
        if (!(error instanceof NotARow)) throw error;
        const letter = deadLetter(records, error);
        dead.set(count, letter);
        deadBytes += (letter.key?.length ?? 0) + (letter.value?.length ?? 0) + ADDED_BYTES;
      }
      ends[count++] = end;
    }
    return {
      partition: this.#partition,
      offsets,
      timestamps,
      // A copy where most of the room is not used, which would stay in memory.
      lines: end * 2 < lines.length
        ? new Uint8Array(lines.subarray(0, end))
        : lines.subarray(0, end),
      ends,
      dead,
      bytes: end + deadBytes,
    };
  }

  #line(record: Records, lines: Uint8Array, from: number): number {
    const { valueStart, valueEnd } = record;
    if (valueStart === valueEnd) {
      throw new NotARow("empty", valueStart < 0 ? "a tombstone" : "a value of 0 bytes");
    }
    let to = this.#scanner.copy(record.bytes, lines, from, valueStart, valueEnd);
    to = append(this.#scanner.empty ? this.#columnsAlone : this.#columns, lines, to);
    to = writeInteger(record.offset, lines, to);
    to = append(TIMESTAMP, lines, to);
    to = writeInteger(record.timestamp, lines, to);
    lines[to++] = 0x7d;
    lines[to++] = 0x0a;
    return to;
  }
}

/** Copies: the bytes that came are part of a whole response, which would stay in memory. */
function deadLetter(record: Records, { reason, message }: NotARow): DeadLetter {
  const { bytes, keyStart, keyEnd, valueStart, valueEnd } = record;
  return {
    reason,
    detail: message,
    key: keyStart < 0 ? null : Uint8Array.from(bytes.subarray(keyStart, keyEnd)),
    value: valueStart < 0 ? null : Uint8Array.from(bytes.subarray(valueStart, valueEnd)),
  };
}

/** A loop: for so few bytes it takes less time than the call that copies any number. */
function append(bytes: Uint8Array, out: Uint8Array, at: number): number {
  for (let i = 0; i < bytes.length; i++) out[at + i] = bytes[i]!;
  return at + bytes.length;
}
