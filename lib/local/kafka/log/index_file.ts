/**
 * The two sparse indexes beside a segment, in Kafka's own format.
 *
 * OffsetIndex => [relativeOffset int32 · position int32]: last offset of a batch, and where in the
 * segment the batch begins.
 * TimeIndex => [timestamp int64 · relativeOffset int32]: the newest time so far, and the last offset
 * of the batch it came in. Times only grow.
 * @module
 */
import { writeFully } from "./files.ts";

/** Bytes of an entry. */
const OFFSET_ENTRY = 8;
const TIME_ENTRY = 12;

/** An index of offsets. */
export interface OffsetIndex {
  readonly entries: number;
  /** Appends to memory and file. */
  append(offset: bigint, position: number): void;
  entry(i: number): { offset: bigint; position: number };
  /** The last entry at or before an offset. */
  floor(offset: bigint): { offset: bigint; position: number } | undefined;
  /** Keeps the first `entries`. */
  truncate(entries: number): void;
}

/** An index of times. */
export interface TimeIndex {
  readonly last: { timestamp: bigint; offset: bigint } | undefined;
  /** Appends, where the time is newer than the last entry's. */
  append(timestamp: bigint, offset: bigint): void;
  /** Offset after which records may be at or after `timestamp`. */
  offsetBefore(timestamp: bigint): bigint;
  /** Keeps the entries up to an offset. */
  truncateAfter(offset: bigint): void;
}

/**
 * Opens the index of offsets of a segment; a missing file is an empty index.
 *
 * @param path Path of the `.index` file
 * @param baseOffset First offset of the segment
 * @returns The index
 */
export function openOffsetIndex(path: string, baseOffset: bigint): OffsetIndex {
  const file = openEntries(path, OFFSET_ENTRY);
  const relative = (i: number) => file.view.getInt32(i * OFFSET_ENTRY);
  const entry = (i: number) => ({
    offset: baseOffset + BigInt(relative(i)),
    position: file.view.getInt32(i * OFFSET_ENTRY + 4),
  });
  return {
    get entries() {
      return file.count;
    },
    append(offset, at) {
      file.append((view) => {
        view.setInt32(0, Number(offset - baseOffset));
        view.setInt32(4, at);
      });
    },
    entry,
    floor(offset) {
      const target = Number(offset - baseOffset);
      const i = lastWhere(file.count, (i) => relative(i) <= target);
      return i < 0 ? undefined : entry(i);
    },
    truncate: file.truncate,
  };
}

/**
 * Opens the index of times of a segment; a missing file is an empty index.
 *
 * @param path Path of the `.timeindex` file
 * @param baseOffset First offset of the segment
 * @returns The index
 */
export function openTimeIndex(path: string, baseOffset: bigint): TimeIndex {
  const file = openEntries(path, TIME_ENTRY);
  const timestamp = (i: number) => file.view.getBigInt64(i * TIME_ENTRY);
  const offset = (i: number) => baseOffset + BigInt(file.view.getInt32(i * TIME_ENTRY + 8));
  return {
    get last() {
      const i = file.count - 1;
      return i < 0 ? undefined : { timestamp: timestamp(i), offset: offset(i) };
    },
    append(time, at) {
      const last = file.count - 1;
      if (last >= 0 && (time <= timestamp(last) || at <= offset(last))) return;
      file.append((view) => {
        view.setBigInt64(0, time);
        view.setInt32(8, Number(at - baseOffset));
      });
    },
    offsetBefore(time) {
      const i = lastWhere(file.count, (i) => timestamp(i) < time);
      return i < 0 ? baseOffset : offset(i);
    },
    truncateAfter(end) {
      file.truncate(lastWhere(file.count, (i) => offset(i) <= end) + 1);
    },
  };
}

/** Entries of one size, as the file has them, in memory. */
function openEntries(path: string, size: number) {
  let bytes = readOrEmpty(path);
  let count = Math.floor(bytes.length / size);
  let view = viewOf(bytes);
  return {
    get count() {
      return count;
    },
    get view() {
      return view;
    },
    append(fill: (view: DataView) => void) {
      const at = count * size;
      if (at + size > bytes.length) {
        const grown = new Uint8Array(Math.max(size * 64, bytes.length * 2));
        grown.set(bytes);
        bytes = grown;
        view = viewOf(bytes);
      }
      const entry = bytes.subarray(at, at + size);
      fill(viewOf(entry));
      const file = Deno.openSync(path, { append: true, create: true });
      try {
        writeFully(file, entry);
      } finally {
        file.close();
      }
      count++;
    },
    truncate(entries: number) {
      count = Math.min(count, entries);
      const file = Deno.openSync(path, { write: true, create: true });
      try {
        file.truncateSync(count * size);
      } finally {
        file.close();
      }
    },
  };
}

function readOrEmpty(path: string): Uint8Array {
  try {
    return Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Uint8Array();
    throw error;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The last of `count` sorted entries for which a condition holds; -1 for none. */
function lastWhere(count: number, holds: (i: number) => boolean): number {
  let low = -1;
  let high = count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
