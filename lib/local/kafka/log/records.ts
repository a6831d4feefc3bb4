/**
 * The records inside a batch, for the few cases where the broker looks at them.
 *
 * Record => length varint · attributes int8 · timestampDelta varlong · offsetDelta varint ·
 * keyLength varint · key · valueLength varint · value · [header]
 *
 * @see https://kafka.apache.org/documentation/#record
 * @module
 */
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { type BatchHeader, codecOf, HEADER_SIZE, isAppendTime } from "./batch.ts";

/** Codecs by their number in a batch's attributes. */
export const CODECS = ["none", "gzip", "snappy", "lz4", "zstd"] as const;

/** A batch that holds more than this is not unpacked. */
const MAX_UNPACKED = 256 * 1024 * 1024;

/** Where a record stands in time. */
export interface RecordTime {
  offset: bigint;
  timestamp: bigint;
}

/**
 * Finds the first record of a batch that is not older than a time.
 *
 * A batch the broker cannot unpack (snappy, lz4) answers with its first record: reading from there
 * misses nothing.
 *
 * @param batch The whole batch
 * @param header Its header
 * @param timestamp Epoch milliseconds
 * @returns The record, or `undefined` where all are older
 */
export function firstRecordFrom(
  batch: Uint8Array,
  header: BatchHeader,
  timestamp: bigint,
): RecordTime | undefined {
  if (header.maxTimestamp < timestamp) return undefined;
  if (isAppendTime(header)) {
    return { offset: header.baseOffset, timestamp: header.maxTimestamp };
  }
  const records = unpack(batch, header);
  if (records === undefined) return { offset: header.baseOffset, timestamp: header.baseTimestamp };
  for (const record of recordTimes(records, header)) {
    if (record.timestamp >= timestamp) return record;
  }
  return undefined;
}

/** The offset of a batch's newest record. */
export function newestRecord(batch: Uint8Array, header: BatchHeader): RecordTime {
  return firstRecordFrom(batch, header, header.maxTimestamp) ??
    { offset: header.lastOffset, timestamp: header.maxTimestamp };
}

/**
 * Checks that a batch that is not compressed holds the records its header says.
 *
 * @param batch The whole batch
 * @param header Its header
 * @returns What is wrong, or `undefined`
 */
export function recordsFault(batch: Uint8Array, header: BatchHeader): string | undefined {
  const cursor = { bytes: batch, at: HEADER_SIZE };
  for (let i = 0; i < header.recordsCount; i++) {
    const length = varint(cursor);
    const end = cursor.at + length;
    if (!(length > 0 && end <= header.size)) return `record ${i} has length ${length}`;
    cursor.at++;
    skipVarint(cursor);
    if (varint(cursor) !== i) return `record ${i} has another offset delta`;
    for (let part = 0; part < 2; part++) {
      const size = varint(cursor);
      if (size > 0) cursor.at += size;
      if (!(cursor.at < end)) return `record ${i} ends inside its ${part === 0 ? "key" : "value"}`;
    }
    cursor.at = end;
  }
  return cursor.at === header.size ? undefined : "bytes are left after the last record";
}

function* recordTimes(records: Uint8Array, header: BatchHeader): Iterable<RecordTime> {
  const cursor = { bytes: records, at: 0 };
  for (let i = 0; i < header.recordsCount; i++) {
    const end = varint(cursor) + cursor.at;
    if (!(end > cursor.at && end <= records.length)) return;
    cursor.at++;
    const timestamp = header.baseTimestamp + varlong(cursor);
    yield { offset: header.baseOffset + BigInt(varint(cursor)), timestamp };
    cursor.at = end;
  }
}

function unpack(batch: Uint8Array, header: BatchHeader): Uint8Array | undefined {
  const records = batch.subarray(HEADER_SIZE, header.size);
  try {
    switch (CODECS[codecOf(header)]) {
      case "none":
        return records;
      case "gzip":
        return gunzipSync(records, { maxOutputLength: MAX_UNPACKED });
      case "zstd":
        return zstdDecompressSync(records, { maxOutputLength: MAX_UNPACKED });
      default:
        return undefined;
    }
  } catch {
    // A producer may send anything behind a good checksum. Without its records the batch answers
    // as one that cannot be unpacked.
    return undefined;
  }
}

interface Cursor {
  bytes: Uint8Array;
  at: number;
}

/** A zigzag varint of 32 bits; NaN where it does not end. */
function varint(cursor: Cursor): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) return NaN;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 1 ^ -(value & 1);
  }
  return NaN;
}

function varlong(cursor: Cursor): bigint {
  let value = 0n;
  for (let shift = 0n; shift < 70n; shift += 7n) {
    const byte = cursor.bytes[cursor.at++] ?? 0;
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return value >> 1n ^ -(value & 1n);
}

function skipVarint(cursor: Cursor): void {
  while (cursor.bytes[cursor.at++]! >= 0x80);
}
