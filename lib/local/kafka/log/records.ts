/**
 * The records inside a batch, for the few cases where the broker looks at them.
 *
 * Record => length varint · attributes int8 · timestampDelta varlong · offsetDelta varint ·
 * keyLength varint · key · valueLength varint · value · [header]
 *
 * @see https://kafka.apache.org/documentation/#record
 * @module
 */
import { type BatchHeader, codecOf, HEADER_SIZE, isAppendTime } from "./batch.ts";
import { CODECS, unpack } from "./codecs.ts";

/** Where a record stands in time. */
export interface RecordTime {
  offset: bigint;
  timestamp: bigint;
}

/** A record of a batch. */
export interface LogRecord extends RecordTime {
  key: Uint8Array | null;
  /** Whether it says that its key is gone. */
  isTombstone: boolean;
  /** All of its bytes, with the length in front. */
  bytes: Uint8Array;
  /** What stands behind its time: the offset's delta, key, value and headers. */
  rest: Uint8Array;
}

/**
 * Reads the records of a batch.
 *
 * @param batch The whole batch
 * @param header Its header
 * @returns The records, or `undefined` where they cannot be unpacked, or are not what the header says
 */
export function recordsOf(batch: Uint8Array, header: BatchHeader): LogRecord[] | undefined {
  const codec = CODECS[codecOf(header)];
  if (codec === undefined) return undefined;
  let bytes: Uint8Array;
  try {
    bytes = unpack(codec, batch.subarray(HEADER_SIZE, header.size));
  } catch (error) {
    // A producer may send anything behind a good checksum.
    if (error instanceof Error) return undefined;
    throw error;
  }
  const cursor = { bytes, at: 0 };
  const records: LogRecord[] = [];
  for (let i = 0; i < header.recordsCount; i++) {
    const record = readRecord(cursor, header);
    if (record === undefined) return undefined;
    records.push(record);
  }
  return cursor.at === bytes.length ? records : undefined;
}

function readRecord(cursor: Cursor, header: BatchHeader): LogRecord | undefined {
  const { bytes, at: start } = cursor;
  const length = varint(cursor);
  const end = cursor.at + length;
  if (!(length > 0 && end <= bytes.length)) return undefined;
  cursor.at++;
  const delta = varlong(cursor);
  const restAt = cursor.at;
  const offset = header.baseOffset + BigInt(varint(cursor) || 0);
  const keySize = varint(cursor);
  const keyAt = cursor.at;
  if (keySize > 0) cursor.at += keySize;
  const isTombstone = varint(cursor) < 0;
  if (!(cursor.at <= end)) return undefined;
  cursor.at = end;
  return {
    offset,
    timestamp: isAppendTime(header) ? header.maxTimestamp : header.baseTimestamp + delta,
    key: keySize < 0 ? null : bytes.subarray(keyAt, keyAt + keySize),
    isTombstone,
    bytes: bytes.subarray(start, end),
    rest: bytes.subarray(restAt, end),
  };
}

/**
 * Finds the first record of a batch that is not older than a time.
 *
 * Where the records cannot be read, the batch's first one stands for all: reading from there misses
 * nothing.
 *
 * @param batch The whole batch
 * @param header Its header
 * @param timestamp Epoch milliseconds
 * @param from First offset that counts
 * @returns The record, or `undefined` where all are older
 */
export function firstRecordFrom(
  batch: Uint8Array,
  header: BatchHeader,
  timestamp: bigint,
  from = header.baseOffset,
): RecordTime | undefined {
  if (header.maxTimestamp < timestamp) return undefined;
  const records = recordsOf(batch, header);
  if (records === undefined) return { offset: header.baseOffset, timestamp: header.baseTimestamp };
  const found = records.find((record) => record.timestamp >= timestamp && record.offset >= from);
  return found && { offset: found.offset, timestamp: found.timestamp };
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
