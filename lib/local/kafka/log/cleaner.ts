/**
 * Compaction: of each key only the newest record stays in a partition's sealed segments.
 *
 * It goes on in small steps, and between them the broker serves its clients. What stays of some
 * segments is written beside them, and takes their place at once.
 *
 * @see https://kafka.apache.org/documentation/#compaction
 * @module
 */
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type BatchHeader, isIntact, readHeader } from "./batch.ts";
import { removeSegmentFiles, segmentName, writeFully } from "./files.ts";
import { filterBatch } from "./filter.ts";
import { recordsOf } from "./records.ts";
import { DamagedLogError } from "./scan.ts";
import type { Segment } from "./segment.ts";
import { cleanedPath } from "./swap.ts";

/** The settings that compaction obeys. Times are in milliseconds. */
export interface CleanerSettings {
  /** Share of the sealed bytes that must be new since the last time. */
  minDirtyRatio: number;
  /** Younger records stay as they are. */
  minLagMs: number;
  /** Older ones are compacted, however few they are. */
  maxLagMs: number;
  /** How long a tombstone stays. */
  deleteRetentionMs: number;
  segmentBytes: number;
}

/** A partition's log, as far as compaction works on it. */
export interface CleanableLog {
  readonly dir: string;
  /** Offset up to which it was compacted before. */
  readonly cleanOffset: bigint;
  /** All segments, of which the last is appended to; none where the log is closed. */
  segments(): readonly Segment[];
  /** Whether a batch's numbers are needed after its records are gone. */
  needs(header: BatchHeader): boolean;
  /** Puts what was written in the place of some segments in a row, and tells how far it is clean. */
  replace(old: readonly Segment[]): void;
  setCleanOffset(offset: bigint): void;
}

/** What is remembered of keys takes about this much memory, each of them its bytes and some more. */
const MAX_KEY_BYTES = 64 * 1024 * 1024;
const KEY_OVERHEAD = 64;

/** Bytes of batches that are worked on at once. */
const STEP_BYTES = 1024 * 1024;

const MAX_RELATIVE_OFFSET = 0x7fffffffn;

interface PlacedBytes {
  header: BatchHeader;
  batch: Uint8Array;
}

/** The newest offset of each key among the records before `end`. */
interface Newest {
  offsets: ReadonlyMap<string, bigint>;
  end: bigint;
}

/** Segments went while they were compacted: the next time begins with what is there then. */
class SegmentsGone extends Error {}

/**
 * Compacts a log, where there is enough to do.
 *
 * @param log The log
 * @param settings Its topic's settings
 * @param now Epoch milliseconds
 * @throws {DamagedLogError} A batch is not whole: what cannot be read is not written anew
 */
export async function cleanLog(
  log: CleanableLog,
  settings: CleanerSettings,
  now: number,
): Promise<void> {
  const all = log.segments();
  const cleanable = all.slice(0, cleanableCount(all, settings, now));
  const dirty = cleanable.filter((_, i) => all[i + 1]!.baseOffset > log.cleanOffset);
  if (!isWorthIt(cleanable, dirty, settings, now)) return;
  const end = all[cleanable.length]!.baseOffset;
  try {
    const newest = await newestOffsets(log, dirty, end);
    for (const group of groupsOf(cleanable, end, settings.segmentBytes)) {
      if (group[0]!.baseOffset >= newest.end) break;
      await cleanGroup(log, group, newest.offsets, settings, BigInt(now));
    }
    log.setCleanOffset(newest.end);
  } catch (error) {
    if (!(error instanceof SegmentsGone)) throw error;
  }
}

/** How many segments are sealed, and hold no record that is too young. */
function cleanableCount(all: readonly Segment[], settings: CleanerSettings, now: number): number {
  const oldest = settings.minLagMs === 0 ? undefined : BigInt(now - settings.minLagMs);
  const young = oldest === undefined
    ? -1
    : all.findIndex(({ largestTimestamp }) => largestTimestamp > oldest);
  return Math.max(0, young < 0 ? all.length - 1 : Math.min(young, all.length - 1));
}

function isWorthIt(
  cleanable: readonly Segment[],
  dirty: readonly Segment[],
  { minDirtyRatio, maxLagMs }: CleanerSettings,
  now: number,
): boolean {
  const bytes = (segments: readonly Segment[]) => segments.reduce((sum, { size }) => sum + size, 0);
  if (bytes(dirty) === 0) return false;
  const isOverdue = dirty.some(({ firstTimestamp }) =>
    firstTimestamp !== undefined && Number(firstTimestamp) < now - maxLagMs
  );
  return isOverdue || bytes(dirty) / bytes(cleanable) > minDirtyRatio;
}

/** Learns the newest offset of each key, as far as there is memory for. */
async function newestOffsets(
  log: CleanableLog,
  dirty: readonly Segment[],
  end: bigint,
): Promise<Newest> {
  const offsets = new Map<string, bigint>();
  let room = MAX_KEY_BYTES;
  let full: bigint | undefined;
  const learn = ({ header, batch }: PlacedBytes) => {
    if (header.lastOffset < log.cleanOffset) return;
    if (room <= 0) full ??= header.baseOffset;
    if (full !== undefined) return;
    for (const { key, offset } of recordsOf(batch, header) ?? []) {
      if (key === null) continue;
      const name = nameOf(key);
      if (!offsets.has(name)) room -= key.length + KEY_OVERHEAD;
      offsets.set(name, offset);
    }
  };
  for (const segment of dirty) {
    if (full === undefined) await eachStep(log, segment, (batches) => batches.forEach(learn));
  }
  return { offsets, end: full ?? end };
}

/** Segments in a row that fit into one. */
function* groupsOf(
  segments: readonly Segment[],
  end: bigint,
  segmentBytes: number,
): Generator<Segment[], void> {
  let group: Segment[] = [];
  let bytes = 0;
  for (const [i, segment] of segments.entries()) {
    const next = segments[i + 1]?.baseOffset ?? end;
    const first = group[0]?.baseOffset ?? segment.baseOffset;
    if (
      group.length > 0 &&
      (bytes + segment.size > segmentBytes || next - first > MAX_RELATIVE_OFFSET)
    ) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(segment);
    bytes += segment.size;
  }
  if (group.length > 0) yield group;
}

/** Writes what stays of some segments, and puts it in their place. */
async function cleanGroup(
  log: CleanableLog,
  group: readonly Segment[],
  newest: ReadonlyMap<string, bigint>,
  { deleteRetentionMs }: CleanerSettings,
  now: bigint,
): Promise<void> {
  const path = cleanedPath(log.dir, group[0]!.baseOffset);
  const write = (parts: readonly Uint8Array[]) => {
    using file = Deno.openSync(`${path}.log`, { append: true, create: true });
    for (const part of parts) writeFully(file, part);
  };
  try {
    for (const segment of group) {
      await eachStep(
        log,
        segment,
        (batches) =>
          write(batches.flatMap(({ header, batch }) =>
            filterBatch(batch, header, {
              keeps: ({ offset, key, isTombstone }, tombstonesMayGo) =>
                key !== null && offset >= (newest.get(nameOf(key)) ?? offset) &&
                !(isTombstone && tombstonesMayGo),
              keepsEmpty: log.needs(header),
              now,
              deleteRetentionMs: BigInt(deleteRetentionMs),
            }) ?? []
          )),
      );
    }
    checkThere(log, group);
    write([]);
    log.replace(group);
  } finally {
    removeSegmentFiles(path);
  }
}

/** Reads a segment step by step, with turns of the event loop between. */
async function eachStep(
  log: CleanableLog,
  segment: Segment,
  work: (batches: PlacedBytes[]) => void,
): Promise<void> {
  for (let next = segment.baseOffset;;) {
    await nextTurn();
    checkThere(log, [segment]);
    const bytes = segment.read(next, STEP_BYTES, true);
    if (bytes === undefined) return;
    const batches: PlacedBytes[] = [];
    for (let at = 0; at < bytes.length;) {
      const header = readHeader(bytes, at);
      const batch = bytes.subarray(at, at += header.size);
      if (!isIntact(batch, header)) throw damaged(log, segment, header);
      batches.push({ header, batch });
      next = header.lastOffset + 1n;
    }
    work(batches);
  }
}

function damaged({ dir }: CleanableLog, { baseOffset }: Segment, header: BatchHeader) {
  const path = join(dir, `${segmentName(baseOffset)}.log`);
  return new DamagedLogError(path, `offset ${header.baseOffset}`);
}

function checkThere(log: CleanableLog, segments: readonly Segment[]): void {
  const there = log.segments();
  if (!segments.every((segment) => there.includes(segment))) throw new SegmentsGone();
}

/** A key as one of a map: a character a byte. */
function nameOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).toString("latin1");
}
