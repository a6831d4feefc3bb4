/**
 * What is done to a segment that a process left behind, before it is used again.
 * @module
 */
import type { BatchHeader } from "./batch.ts";
import { cutOff, sizeOf } from "./files.ts";
import { type OffsetIndex, openOffsetIndex, openTimeIndex, type TimeIndex } from "./index_file.ts";
import { isIntactAt, scanBatches } from "./scan.ts";

/** What was found in a segment. */
export interface Recovered {
  /** The offset after the last record. */
  nextOffset: bigint;
  /** Bytes that were cut off at the end, for they were no whole batches. */
  cutBytes: number;
}

/** Cuts off what is not whole, and checks the indexes. */
export function recover(
  file: Deno.FsFile,
  base: string,
  baseOffset: bigint,
  indexIntervalBytes: number,
  onBatch: (header: BatchHeader) => void,
): Recovered {
  const end = file.statSync().size;
  const index = openOffsetIndex(`${base}.index`, baseOffset);
  const indexed = new Map<number, bigint>();
  for (let i = 0; i < index.entries; i++) {
    const { position, offset } = index.entry(i);
    indexed.set(position, offset);
  }
  // An entry is written after its batch, by a process that wrote all before it: only what stands
  // behind the last entry can be torn.
  const verifyFrom = Math.max(0, ...lastWithin(index, end));
  let nextOffset = baseOffset;
  let validEnd = 0;
  let matched = 0;
  for (const batch of scanBatches(file, 0, end)) {
    const { position, header } = batch;
    if (header.baseOffset < nextOffset) break;
    if (position >= verifyFrom && !isIntactAt(file, batch)) break;
    if (indexed.get(position) === header.lastOffset) matched++;
    onBatch(header);
    nextOffset = header.lastOffset + 1n;
    validEnd = position + header.size;
  }
  if (validEnd < end) cutOff(`${base}.log`, validEnd);
  const timeIndex = openTimeIndex(`${base}.timeindex`, baseOffset);
  if (matched !== indexed.size || matched !== index.entries || !fits(timeIndex, nextOffset)) {
    rebuildIndexes(file, base, baseOffset, validEnd, indexIntervalBytes);
  } else {
    index.truncate(index.entries);
    timeIndex.truncateAfter(nextOffset - 1n);
  }
  return { nextOffset, cutBytes: end - validEnd };
}

function* lastWithin(index: OffsetIndex, end: number): Iterable<number> {
  for (let i = index.entries - 1; i >= 0; i--) {
    const { position } = index.entry(i);
    if (position < end) {
      yield position;
      return;
    }
  }
}

function fits(timeIndex: TimeIndex, nextOffset: bigint): boolean {
  return timeIndex.last === undefined || timeIndex.last.offset < nextOffset;
}

/** Makes both indexes of a segment from its batches. */
export function rebuildIndexes(
  file: Deno.FsFile,
  base: string,
  baseOffset: bigint,
  end: number,
  indexIntervalBytes: number,
): void {
  const index = openOffsetIndex(`${base}.index`, baseOffset);
  const timeIndex = openTimeIndex(`${base}.timeindex`, baseOffset);
  index.truncate(0);
  timeIndex.truncateAfter(baseOffset - 1n);
  const marker = createMarker(index, timeIndex, indexIntervalBytes);
  for (const { position, header } of scanBatches(file, 0, end)) marker.mark(header, position);
  marker.finish();
}

/** Decides which batches get an index entry: one after each so many bytes, as Kafka does. */
function createMarker(index: OffsetIndex, timeIndex: TimeIndex, indexIntervalBytes: number) {
  let sinceEntry = 0;
  let largest = { timestamp: -1n, offset: -1n };
  return {
    mark(header: BatchHeader, position: number) {
      // A batch that compaction has emptied has no record with its time.
      if (header.recordsCount > 0 && header.maxTimestamp > largest.timestamp) {
        largest = { timestamp: header.maxTimestamp, offset: header.lastOffset };
      }
      if (sinceEntry > indexIntervalBytes) {
        index.append(header.lastOffset, position);
        timeIndex.append(largest.timestamp, largest.offset);
        sinceEntry = 0;
      }
      sinceEntry += header.size;
    },
    finish() {
      if (largest.timestamp >= 0n) timeIndex.append(largest.timestamp, largest.offset);
    },
  };
}

/**
 * Whether a sealed segment has both indexes, as far as their ends tell: by the newest time in it, the
 * segment may be deleted.
 */
export function hasIndexes(base: string, baseOffset: bigint): boolean {
  const end = sizeOf(`${base}.log`);
  if (end === 0) return true;
  const index = openOffsetIndex(`${base}.index`, baseOffset);
  const { last } = openTimeIndex(`${base}.timeindex`, baseOffset);
  if (last === undefined) return false;
  if (index.entries > 0 && index.entry(index.entries - 1).position >= end) return false;
  using file = Deno.openSync(`${base}.log`, { read: true });
  let position = Math.max(0, index.floor(last.offset)?.position ?? 0);
  for (const { header } of scanBatches(file, position, end)) {
    if (header.lastOffset >= last.offset) return header.maxTimestamp === last.timestamp;
    position += header.size;
  }
  // Where the segment is damaged, new indexes would know less than these.
  return position < end;
}
