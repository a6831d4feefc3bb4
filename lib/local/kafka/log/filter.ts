/**
 * Taking records out of a batch that is in the log.
 * @module
 */
import { type BatchHeader, codecOf, deleteHorizonOf, remakeBatch } from "./batch.ts";
import { CODECS, pack } from "./codecs.ts";
import { type LogRecord, recordsOf } from "./records.ts";

const NONE = CODECS.indexOf("none");
const NO_TIMESTAMP = -1n;

/** What stays of a batch. */
export interface Filter {
  /** Whether a record stays; a tombstone may go where its time is over. */
  keeps(record: LogRecord, tombstonesMayGo: boolean): boolean;
  /** Whether the batch stays where none of its records does: its numbers are still needed. */
  keepsEmpty: boolean;
  /** Epoch milliseconds. */
  now: bigint;
  /** How long a tombstone stays after the first time it was met here. */
  deleteRetentionMs: bigint;
}

/**
 * Takes records out of a batch. Offsets stay as they are, with gaps.
 *
 * @param batch The whole batch
 * @param header Its header
 * @param filter What stays
 * @returns The batch, the very same where nothing changes; `undefined` where nothing stays
 */
export function filterBatch(
  batch: Uint8Array,
  header: BatchHeader,
  filter: Filter,
): Uint8Array | undefined {
  const records = recordsOf(batch, header);
  // What cannot be read may be anyone's newest record.
  if (records === undefined) return batch;
  const horizon = deleteHorizonOf(header);
  const mayGo = horizon !== undefined && horizon <= filter.now;
  const kept = records.filter((record) => filter.keeps(record, mayGo));
  if (kept.length === 0) {
    if (!filter.keepsEmpty) return undefined;
    return records.length === 0 ? batch : remakeBatch(batch, header, {
      codec: NONE,
      baseTimestamp: NO_TIMESTAMP,
      isHorizon: false,
      maxTimestamp: header.maxTimestamp,
      recordsCount: 0,
      records: new Uint8Array(),
    });
  }
  const marks = horizon === undefined && kept.some(({ isTombstone }) => isTombstone);
  if (kept.length === records.length && !marks) return batch;
  const baseTimestamp = marks ? filter.now + filter.deleteRetentionMs : header.baseTimestamp;
  const codec = codecOf(header);
  const packed = pack(
    CODECS[codec]!,
    concat(kept.map((record) => marks ? withBase(record, baseTimestamp) : record.bytes)),
  );
  return remakeBatch(batch, header, {
    codec,
    baseTimestamp,
    isHorizon: marks || horizon !== undefined,
    maxTimestamp: kept.reduce((max, { timestamp }) => timestamp > max ? timestamp : max, -1n),
    recordsCount: kept.length,
    records: packed,
  });
}

/** A record's bytes in a batch with another base time. */
function withBase({ timestamp, rest }: LogRecord, baseTimestamp: bigint): Uint8Array {
  const delta = varlong(timestamp - baseTimestamp);
  const length = varlong(BigInt(1 + delta.length + rest.length));
  return concat([length, new Uint8Array(1), delta, rest]);
}

/** A zigzag varint. */
function varlong(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, value << 1n ^ value >> 63n);
  for (; left > 0x7fn; left >>= 7n) bytes.push(Number(left & 0x7fn) | 0x80);
  bytes.push(Number(left));
  return Uint8Array.from(bytes);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
