/**
 * A part of a partition's log: one file of batches, and its two indexes.
 *
 * Names and formats are Kafka's: `<base offset, 20 digits>.log`, `.index` and `.timeindex`. The last
 * segment of a log is active: open, and appended to. The others are sealed, and opened only while
 * they are read.
 * @module
 */
import { join } from "node:path";
import { type BatchHeader, HEADER_SIZE, isIntact, readHeader } from "./batch.ts";
import { cutOff, readAt, removeSegmentFiles, segmentName, writeFully } from "./files.ts";
import { type OffsetIndex, openOffsetIndex, openTimeIndex, type TimeIndex } from "./index_file.ts";
import { firstRecordFrom, newestRecord, type RecordTime } from "./records.ts";
import { hasIndexes, rebuildIndexes, recover, type Recovered } from "./recovery.ts";
import {
  allBatches,
  DamagedLogError,
  headerAt,
  isPlausible,
  type PlacedBatch,
  scanBatches,
} from "./scan.ts";

/** A part of a log. */
export interface Segment {
  readonly baseOffset: bigint;
  /** Bytes in the file. */
  readonly size: number;
  /** Time of the first batch, or `undefined` in an empty segment. */
  readonly firstTimestamp: bigint | undefined;
  /** Time of the newest record; -1 in an empty segment. */
  readonly largestTimestamp: bigint;
  /** Appends a batch. @throws The bytes could not be written; the file is as before */
  append(batch: Uint8Array, header: BatchHeader, indexIntervalBytes: number): void;
  /**
   * Reads whole batches, the first being the one with `offset` or the next after it.
   *
   * @param offset First offset wanted
   * @param maxBytes Bytes to read at most
   * @param atLeastOne Whether the first batch comes even where it is longer
   * @returns The batches' bytes; empty where the first is too long, `undefined` where there is none
   * @throws {DamagedLogError} On the way there, or there, is no whole batch
   */
  read(offset: bigint, maxBytes: number, atLeastOne: boolean): Uint8Array | undefined;
  /** The first record at or after a time and an offset. @throws {DamagedLogError} */
  recordFrom(timestamp: bigint, from: bigint): RecordTime | undefined;
  /** The record with the newest time. @throws {DamagedLogError} */
  newestRecord(): RecordTime | undefined;
  /** Walks over the batches' headers, as far as they are whole. */
  headers(): Iterable<BatchHeader>;
  /** Writes the newest time to its index, as the last entry of a segment that is to be sealed. */
  completeIndexes(): void;
  /** Ends appending: the indexes are complete, and the file is closed. */
  seal(): void;
  /** Closes the file; what was appended is kept. */
  close(): void;
  /** Deletes the files. */
  remove(): void;
}

/** Positions remembered after a read, so that the next read in a row finds its place at once. */
const MAX_HINTS = 32;

/**
 * Opens a sealed segment. Indexes that are missing or do not fit are made anew.
 *
 * @param dir Folder of the partition
 * @param baseOffset First offset
 * @param indexIntervalBytes Bytes between two index entries, should they be made anew
 * @returns The segment
 */
export function openSealed(dir: string, baseOffset: bigint, indexIntervalBytes: number): Segment {
  const base = join(dir, segmentName(baseOffset));
  if (!hasIndexes(base, baseOffset)) indexSegment(base, baseOffset, indexIntervalBytes);
  return createSegment(dir, baseOffset, undefined);
}

/** Makes the indexes of a segment that is whole. */
export function indexSegment(base: string, baseOffset: bigint, indexIntervalBytes: number): void {
  using file = Deno.openSync(`${base}.log`, { read: true });
  rebuildIndexes(file, base, baseOffset, file.statSync().size, indexIntervalBytes);
}

/** The active segment, and what was found in it. */
export interface OpenedSegment extends Recovered {
  segment: Segment;
}

/**
 * Opens the active segment, and makes its files where they are missing. What a process that was
 * killed left unfinished at the end is cut off, and indexes that do not fit the log are made anew.
 *
 * @param dir Folder of the partition
 * @param baseOffset First offset
 * @param indexIntervalBytes Bytes between two index entries, should they be made anew
 * @param onBatch Told of each batch that is there
 * @returns The segment, and what was found in it
 */
export function openActive(
  dir: string,
  baseOffset: bigint,
  indexIntervalBytes: number,
  onBatch: (header: BatchHeader) => void,
): OpenedSegment {
  const base = join(dir, segmentName(baseOffset));
  const file = Deno.openSync(`${base}.log`, { read: true, append: true, create: true });
  try {
    const recovered = recover(file, base, baseOffset, indexIntervalBytes, onBatch);
    return { segment: createSegment(dir, baseOffset, file), ...recovered };
  } catch (error) {
    file.close();
    throw error;
  }
}

function createSegment(dir: string, baseOffset: bigint, active: Deno.FsFile | undefined): Segment {
  const base = join(dir, segmentName(baseOffset));
  const logPath = `${base}.log`;
  let file = active;
  let size = (active?.statSync() ?? Deno.statSync(logPath)).size;
  let sinceEntry = 0;
  let firstTimestamp: bigint | undefined;
  let largest = { timestamp: -1n, offset: -1n };
  // Indexes are kept in memory while they grow; a sealed segment's are read when they are asked.
  let indexes = active && openIndexes();
  const hints = new Map<bigint, number>();
  let damage: DamagedLogError | undefined;

  /** The failure for a place without a whole batch: the same each time, so that it is told once. */
  function damaged(position: number): DamagedLogError {
    return damage ??= new DamagedLogError(logPath, `byte ${position}`);
  }

  function openIndexes(): { offsets: OffsetIndex; times: TimeIndex } {
    return {
      offsets: openOffsetIndex(`${base}.index`, baseOffset),
      times: openTimeIndex(`${base}.timeindex`, baseOffset),
    };
  }

  function withFile<T>(use: (file: Deno.FsFile) => T): T {
    if (file !== undefined) return use(file);
    const opened = Deno.openSync(logPath, { read: true });
    try {
      return use(opened);
    } finally {
      opened.close();
    }
  }

  /** The batch with an offset, or the next after it. */
  function locate(file: Deno.FsFile, offset: bigint): PlacedBatch | undefined {
    let position = hints.get(offset) ?? indexedPosition(file, offset);
    while (position < size) {
      const header = headerAt(file, position, size);
      if (header === undefined) throw damaged(position);
      if (header.lastOffset >= offset) return { position, header };
      position += header.size;
    }
    return undefined;
  }

  /** The bytes of a batch of which the records are to be looked at. */
  function wholeBatch(file: Deno.FsFile, { position, header }: PlacedBatch): Uint8Array {
    const batch = readAt(file, position, header.size);
    if (!isIntact(batch, header)) throw damaged(position);
    return batch;
  }

  /** Where the index sends who looks for an offset: to the start, where it does not fit the log. */
  function indexedPosition(file: Deno.FsFile, offset: bigint): number {
    const entry = (indexes ?? openIndexes()).offsets.floor(offset);
    if (entry === undefined) return 0;
    return headerAt(file, entry.position, size)?.lastOffset === entry.offset ? entry.position : 0;
  }

  function remember(offset: bigint, position: number): void {
    if (position >= size && file === undefined) return;
    hints.delete(offset);
    hints.set(offset, position);
    if (hints.size > MAX_HINTS) {
      for (const oldest of hints.keys()) {
        hints.delete(oldest);
        break;
      }
    }
  }

  function completeIndexes(): void {
    if (largest.timestamp >= 0n) indexes?.times.append(largest.timestamp, largest.offset);
  }

  /** What is known of the times in the file, from its batches or the index of times. */
  withFile((file) => {
    firstTimestamp = headerAt(file, 0, size)?.maxTimestamp;
    const last = (indexes ?? openIndexes()).times.last;
    if (last !== undefined) largest = last;
    if (active === undefined && last !== undefined) return;
    const from = last === undefined ? undefined : locate(file, last.offset);
    for (const { header } of scanBatches(file, from?.position ?? 0, size)) {
      if (header.recordsCount > 0 && header.maxTimestamp > largest.timestamp) {
        largest = { timestamp: header.maxTimestamp, offset: header.lastOffset };
      }
    }
  });

  return {
    baseOffset,
    get size() {
      return size;
    },
    get firstTimestamp() {
      return firstTimestamp;
    },
    get largestTimestamp() {
      return largest.timestamp;
    },
    append(batch, header, indexIntervalBytes) {
      if (file === undefined || indexes === undefined) {
        throw new Error(`Cannot append to ${logPath}: it is sealed`);
      }
      const newest = header.maxTimestamp > largest.timestamp
        ? { timestamp: header.maxTimestamp, offset: header.lastOffset }
        : largest;
      const entries = indexes.offsets.entries;
      const due = sinceEntry > indexIntervalBytes;
      try {
        writeFully(file, batch);
        if (due) {
          indexes.offsets.append(header.lastOffset, size);
          indexes.times.append(newest.timestamp, newest.offset);
        }
      } catch (error) {
        // Such as a full disk: what is half written goes, so that the next write stands in its place.
        cutOff(logPath, size);
        indexes.offsets.truncate(entries);
        indexes.times.truncateAfter(header.baseOffset - 1n);
        throw error;
      }
      firstTimestamp ??= header.maxTimestamp;
      largest = newest;
      if (due) sinceEntry = 0;
      sinceEntry += batch.length;
      size += batch.length;
    },
    read(offset, maxBytes, atLeastOne) {
      return withFile((file) => {
        const first = locate(file, offset);
        if (first === undefined) return undefined;
        const { position, header } = first;
        if (header.size > maxBytes && !atLeastOne) return new Uint8Array();
        const length = Math.min(Math.max(maxBytes, header.size), size - position);
        const bytes = readAt(file, position, length);
        let end = 0;
        let next = offset;
        while (end + HEADER_SIZE <= bytes.length) {
          const batch = readHeader(bytes, end);
          if (!isPlausible(batch) || end + batch.size > bytes.length) break;
          end += batch.size;
          next = batch.lastOffset + 1n;
        }
        remember(next, position + end);
        return bytes.subarray(0, end);
      });
    },
    recordFrom(timestamp, from) {
      if (largest.timestamp < timestamp) return undefined;
      return withFile((file) => {
        const before = (indexes ?? openIndexes()).times.offsetBefore(timestamp);
        const first = locate(file, before > from ? before : from);
        if (first === undefined) return undefined;
        for (const batch of allBatches(file, first.position, size, damaged)) {
          const { header } = batch;
          if (header.maxTimestamp < timestamp) continue;
          const found = firstRecordFrom(wholeBatch(file, batch), header, timestamp, from);
          if (found !== undefined) return found;
        }
        return undefined;
      });
    },
    newestRecord() {
      if (largest.timestamp < 0n) return undefined;
      return withFile((file) => {
        const batch = locate(file, largest.offset);
        return batch && newestRecord(wholeBatch(file, batch), batch.header);
      });
    },
    *headers() {
      const opened = Deno.openSync(logPath, { read: true });
      try {
        for (const { header } of scanBatches(opened, 0, size)) yield header;
      } finally {
        opened.close();
      }
    },
    completeIndexes,
    seal() {
      completeIndexes();
      indexes = undefined;
      file?.close();
      file = undefined;
    },
    close() {
      file?.close();
      file = undefined;
    },
    remove() {
      file?.close();
      file = undefined;
      removeSegmentFiles(base);
    },
  };
}
