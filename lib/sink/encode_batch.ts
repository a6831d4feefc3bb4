/**
 * Records as they come from Kafka, turned into lines that are ready to be written.
 * @module
 */
import { Buffer } from "node:buffer";
import { JsonScanner, NotARow } from "./json_scanner.ts";
import type { DeadLetter, ObjectFormat } from "./types.ts";

/** A record as the Kafka client gives it. */
export interface SourceRecord {
  /** A decimal number. */
  offset: string;
  /** Epoch milliseconds, a decimal number. */
  timestamp: string;
  key: Uint8Array | null;
  value: Uint8Array | null;
}

/** Records of one partition that came together, in the order of their offsets. */
export interface EncodedBatch {
  partition: number;
  /** Offset of each record. */
  offsets: ArrayLike<bigint>;
  /** Kafka timestamp of each record, in epoch milliseconds. */
  timestamps: ArrayLike<number>;
  /** Lines of all records, one after the other, each with its line end. */
  lines: Uint8Array;
  /** Where each record's line ends; a dead letter has none, and ends where the one before ends. */
  ends: ArrayLike<number>;
  /** Records that cannot be rows, by their place. */
  dead: Map<number, DeadLetter>;
  /** Bytes the batch holds in memory. */
  bytes: number;
}

/** Digits of a number that is exact as a double, whatever they are. */
const EXACT_DIGITS = 15;

/** Room for the three added columns with the longest of numbers. */
const ADDED_BYTES = 128;

const TIMESTAMP = Buffer.from(',"kafka_timestamp":');

/** Turns batches of one partition into lines. */
export class BatchEncoder {
  readonly #scanner: JsonScanner;
  readonly #partition: number;
  readonly #columns: Uint8Array;

  /**
   * @param partition Number of the partition
   * @param format How the records are going to be written
   */
  constructor(partition: number, format: ObjectFormat = "jsonl") {
    this.#scanner = new JsonScanner({ doubles: format === "parquet" });
    this.#partition = partition;
    this.#columns = Buffer.from(`,"kafka_partition":${partition},"kafka_offset":`);
  }

  /**
   * Turns records into lines. One that cannot be a row becomes a dead letter.
   *
   * @param records Records in the order of their offsets
   * @returns Their lines and dead letters
   */
  encode(records: readonly SourceRecord[]): EncodedBatch {
    let size = 0;
    for (const { value } of records) size += (value?.length ?? 0) + ADDED_BYTES;
    const lines = Buffer.allocUnsafeSlow(size);
    const offsets = new BigInt64Array(records.length);
    const timestamps = new Float64Array(records.length);
    const ends = new Uint32Array(records.length);
    const dead = new Map<number, DeadLetter>();
    let end = 0;
    let deadBytes = 0;
    for (let i = 0; i < records.length; i++) {
      const record = records[i]!;
      offsets[i] = integer(record.offset);
      timestamps[i] = Number(record.timestamp);
      try {
        end = this.#line(record, lines, end);
      } catch (error) {
        if (!(error instanceof NotARow)) throw error;
        // Copies: the buffers that came are parts of a whole response, which would stay in memory.
        const key = record.key && Buffer.from(record.key);
        const value = record.value && Buffer.from(record.value);
        dead.set(i, { reason: error.reason, detail: error.message, key, value });
        deadBytes += (key?.length ?? 0) + (value?.length ?? 0) + ADDED_BYTES;
      }
      ends[i] = end;
    }
    return {
      partition: this.#partition,
      offsets,
      timestamps,
      lines: lines.subarray(0, end),
      ends,
      dead,
      bytes: end + deadBytes,
    };
  }

  #line(record: SourceRecord, lines: Uint8Array, from: number): number {
    if (record.value === null || record.value.length === 0) {
      throw new NotARow("empty", record.value === null ? "a tombstone" : "a value of 0 bytes");
    }
    let to = this.#scanner.copy(record.value, lines, from);
    const columns = this.#scanner.empty ? this.#columns.subarray(1) : this.#columns;
    lines.set(columns, to);
    to = ascii(record.offset, lines, to + columns.length);
    lines.set(TIMESTAMP, to);
    to = ascii(record.timestamp, lines, to + TIMESTAMP.length);
    lines[to++] = 0x7d;
    lines[to++] = 0x0a;
    return to;
  }
}

/** The engine reads long texts as integers by a slower way than it reads numbers. */
function integer(text: string): bigint {
  return text.length <= EXACT_DIGITS ? BigInt(Number(text)) : BigInt(text);
}

function ascii(text: string, out: Uint8Array, at: number): number {
  let to = at;
  for (let i = 0; i < text.length; i++) out[to++] = text.charCodeAt(i);
  return to;
}
