/**
 * The log of one partition: segments in a folder, in the order of their offsets.
 * @module
 */
import { join } from "node:path";
import { assignAppendTime, assignOffset, type BatchHeader, readHeader } from "./batch.ts";
import { type CleanableLog, type CleanerSettings, cleanLog } from "./cleaner.ts";
import { segmentName, sizeOf } from "./files.ts";
import { LEADER_EPOCH } from "./leader_epoch.ts";
import {
  createProducers,
  type ProducerEntry,
  type Producers,
  type SequenceVerdict,
} from "./producers.ts";
import type { RecordTime } from "./records.ts";
import { indexSegment, openActive, openSealed, type Segment } from "./segment.ts";
import { readSnapshot, removeSnapshotsBefore, writeSnapshot } from "./snapshot.ts";
import { DamagedLogError } from "./scan.ts";
import { cleanedPath, finishSwaps, swapIn } from "./swap.ts";

/** The settings of a topic that its logs obey. Times are in milliseconds; -1 is no limit. */
export interface LogSettings {
  segmentBytes: number;
  segmentMs: number;
  retentionMs: number;
  retentionBytes: number;
  indexIntervalBytes: number;
  /** Whether the broker stamps the records, not the producer. */
  appendTime: boolean;
  /** Whether old segments are deleted. */
  deletes: boolean;
  /** How of each key the newest record alone is kept; `undefined` where all are. */
  compaction: Omit<CleanerSettings, "segmentBytes"> | undefined;
}

/** What is known of a log beside its files, and kept elsewhere. */
export interface LogState {
  /** First offset that can be read. */
  startOffset: bigint;
  /** Offset up to which it was compacted. */
  cleanOffset: bigint;
}

/** Who hears what of a log. */
export interface LogListener {
  /** Told of what is to be kept of it from now on. */
  onState(state: LogState): void;
  /** Told of what is lost of it. */
  onLoss(error: Error): void;
}

/** The log of one partition. */
export interface PartitionLog {
  /** First offset that can be read. */
  readonly startOffset: bigint;
  /** Offset the next record gets. */
  readonly nextOffset: bigint;
  /** Bytes in all segments. */
  readonly size: number;
  /** Whether of each key the newest record alone is kept. */
  readonly isCompacted: boolean;
  /** Whether a batch is its producer's next. */
  checkSequence(header: BatchHeader): SequenceVerdict;
  /** The idempotent producers that are remembered. */
  producers(): ProducerEntry[];
  /**
   * Appends a batch; its offset, and its time where the broker stamps, are set in place.
   *
   * @returns First offset, and the broker's stamp, or -1 where the producer's holds
   */
  append(batch: Uint8Array, now: number): { baseOffset: bigint; appendTime: bigint };
  /**
   * Reads whole batches from the one with `offset` on; see {@linkcode Segment.read}.
   *
   * @throws {DamagedLogError} No whole batch stands where it must
   */
  read(offset: bigint, maxBytes: number, atLeastOne: boolean): Uint8Array;
  /** Bytes from an offset to the end, about; 0 only at the end. */
  available(offset: bigint): number;
  /** The first record at or after a time. @throws {DamagedLogError} */
  recordFrom(timestamp: bigint): RecordTime | undefined;
  /** The record with the newest time. @throws {DamagedLogError} */
  newestRecord(): RecordTime | undefined;
  /** Makes records before an offset unreadable, and deletes segments that hold nothing else. */
  deleteBefore(offset: bigint): void;
  /** Deletes segments that are too old or too much. */
  applyRetention(now: number): void;
  /** Compacts the log, where its topic says so, there is enough to do, and all of it can be read. */
  compact(now: number): Promise<void>;
  /** Calls back after each append and when the log closes; returns how to stop that. */
  onChange(listener: (bytes: number) => void): () => void;
  close(): void;
}

/** Producers that sent nothing for a day are forgotten, as in Kafka. */
const PRODUCER_EXPIRATION_MS = 24 * 60 * 60 * 1000;

const MAX_RELATIVE_OFFSET = 0x7fffffffn;

/**
 * Opens a partition's log, and makes it where it is missing.
 *
 * @param dir Folder of the partition
 * @param from What is known of it
 * @param settings Current settings of the topic
 * @param listener Told of its state, and of what is lost
 * @returns The log
 */
export function openPartitionLog(
  dir: string,
  from: LogState,
  settings: () => LogSettings,
  { onState, onLoss }: LogListener,
): PartitionLog {
  Deno.mkdirSync(dir, { recursive: true });
  finishSwaps(dir);
  const producers = createProducers();
  const opened = openSegments(dir, from.startOffset, settings().indexIntervalBytes, producers);
  const { segments } = opened;
  if (opened.lost !== undefined) onLoss(new Error(opened.lost));
  let active = segments.at(-1)!;
  let nextOffset = opened.nextOffset;
  let startOffset = max(from.startOffset, segments[0]!.baseOffset);
  let cleanOffset = from.cleanOffset;
  const listeners = new Set<(bytes: number) => void>();
  let closed = false;
  /** Whether a part of it cannot be read: it is not compacted any more. */
  let isDamaged = false;

  function mustRoll(header: BatchHeader, size: number): boolean {
    if (active.size === 0) return false;
    const { segmentBytes, segmentMs, compaction } = settings();
    const maxMs = Math.min(segmentMs, compaction?.maxLagMs ?? segmentMs);
    return active.size + size > segmentBytes ||
      header.maxTimestamp - active.firstTimestamp! > BigInt(maxMs) ||
      nextOffset + BigInt(header.lastOffsetDelta) - active.baseOffset > MAX_RELATIVE_OFFSET;
  }

  function roll(): void {
    // The old segment goes on if the new one cannot be opened, and is whole before the new one is there.
    active.completeIndexes();
    writeSnapshot(dir, nextOffset, producers.entries());
    removeSnapshotsBefore(dir, active.baseOffset);
    const next = openActive(dir, nextOffset, settings().indexIntervalBytes, () => {}).segment;
    active.seal();
    segments.push(next);
    active = next;
  }

  /** Deletes the oldest segment, which is not the active one. */
  function dropFirst(): void {
    const first = segments.shift()!;
    startOffset = max(startOffset, segments[0]!.baseOffset);
    // The file goes first, so that a full disk has room again: a log begins where its files do.
    first.remove();
    onState({ startOffset, cleanOffset });
  }

  /** Index of the segment with an offset, or of the next after it. */
  function segmentWith(offset: bigint): number {
    let i = segments.length - 1;
    while (i > 0 && segments[i]!.baseOffset > offset) i--;
    return i;
  }

  const cleanable: CleanableLog = {
    dir,
    get cleanOffset() {
      return cleanOffset;
    },
    segments: () => closed ? [] : segments,
    // The last batch before an active segment that is empty says where that begins to be read.
    needs: (header) =>
      producers.isLast(header) || active.size === 0 && header.lastOffset === nextOffset - 1n,
    replace(old) {
      const base = old[0]!.baseOffset;
      indexSegment(cleanedPath(dir, base), base, settings().indexIntervalBytes);
      swapIn(dir, old.map(({ baseOffset }) => baseOffset));
      const fresh = openSealed(dir, base, settings().indexIntervalBytes);
      segments.splice(segments.indexOf(old[0]!), old.length, fresh);
    },
    setCleanOffset(offset) {
      if (closed) return;
      cleanOffset = offset;
      onState({ startOffset, cleanOffset });
    },
  };

  return {
    get startOffset() {
      return startOffset;
    },
    get nextOffset() {
      return nextOffset;
    },
    get size() {
      return segments.reduce((sum, segment) => sum + segment.size, 0);
    },
    get isCompacted() {
      return settings().compaction !== undefined;
    },
    checkSequence: producers.check,
    producers: producers.entries,
    append(batch, now) {
      const baseOffset = nextOffset;
      let appendTime = -1n;
      if (settings().appendTime) assignAppendTime(batch, appendTime = BigInt(now));
      assignOffset(batch, baseOffset, LEADER_EPOCH);
      const header = readHeader(batch);
      if (mustRoll(header, batch.length)) roll();
      active.append(batch, header, settings().indexIntervalBytes);
      nextOffset = header.lastOffset + 1n;
      producers.update(header);
      for (const listener of listeners) listener(batch.length);
      return { baseOffset, appendTime };
    },
    read(offset, maxBytes, atLeastOne) {
      for (let i = segmentWith(offset); i < segments.length; i++) {
        const bytes = segments[i]!.read(offset, maxBytes, atLeastOne);
        if (bytes !== undefined) return bytes;
      }
      return new Uint8Array();
    },
    available(offset) {
      if (offset >= nextOffset) return 0;
      let bytes = 0;
      for (let i = segmentWith(offset); i < segments.length; i++) bytes += segments[i]!.size;
      // Offsets and bytes grow together: the share of the records is the share of the bytes.
      const first = segments[segmentWith(offset)]!.baseOffset;
      return Math.max(1, bytes * Number(nextOffset - offset) / Number(nextOffset - first));
    },
    recordFrom(timestamp) {
      for (const segment of segments) {
        const found = segment.recordFrom(timestamp, startOffset);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    newestRecord() {
      let newest: Segment | undefined;
      for (const segment of segments) {
        if (newest === undefined || segment.largestTimestamp > newest.largestTimestamp) {
          newest = segment;
        }
      }
      return newest?.newestRecord();
    },
    deleteBefore(offset) {
      if (offset > startOffset) {
        startOffset = offset;
        onState({ startOffset, cleanOffset });
      }
      while (segments.length > 1 && segments[1]!.baseOffset <= startOffset) dropFirst();
    },
    applyRetention(now) {
      producers.expire(BigInt(now - PRODUCER_EXPIRATION_MS));
      const { retentionMs, retentionBytes, deletes } = settings();
      if (!deletes) return;
      const isOld = (segment: Segment) =>
        retentionMs >= 0 && segment.size > 0 &&
        segment.largestTimestamp < BigInt(now - retentionMs);
      const isTooMuch = (segment: Segment) =>
        retentionBytes >= 0 &&
        segments.reduce((sum, { size }) => sum + size, 0) - segment.size >= retentionBytes;
      if (isOld(active)) roll();
      while (segments.length > 1 && (isOld(segments[0]!) || isTooMuch(segments[0]!))) dropFirst();
    },
    async compact(now) {
      const { compaction, segmentBytes } = settings();
      if (compaction === undefined || isDamaged) return;
      try {
        await cleanLog(cleanable, { ...compaction, segmentBytes }, now);
      } catch (error) {
        isDamaged = error instanceof DamagedLogError;
        throw error;
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      if (closed) return;
      closed = true;
      for (const segment of segments) segment.close();
      for (const listener of listeners) listener(Infinity);
    },
  };
}

/** A segment that holds less than this has just begun: its producers' last batches are before it. */
const JUST_BEGUN_BYTES = 16 * 1024 * 1024;

/** Opens all segments, the active one last, and learns what the producers sent last. */
function openSegments(
  dir: string,
  from: bigint,
  indexIntervalBytes: number,
  producers: Producers,
): { segments: Segment[]; nextOffset: bigint; lost?: string } {
  const bases = segmentBases(dir);
  const activeBase = bases.pop() ?? from;
  const segments = bases.map((base) => openSealed(dir, base, indexIntervalBytes));
  learnProducers(dir, segments, activeBase, producers);
  const { segment, nextOffset, cutBytes } = openActive(
    dir,
    activeBase,
    indexIntervalBytes,
    (header) => producers.update(header),
  );
  segments.push(segment);
  const lost = cutBytes === 0 ? undefined : `Cut ${cutBytes} bytes off the end of ` +
    `${join(dir, segmentName(activeBase))}.log, for they were no whole batches: the process was ` +
    `killed while it wrote, or the file is damaged. The next record gets offset ${nextOffset}`;
  if (nextOffset >= from) return { segments, nextOffset, lost };
  // The log ends before the first offset that may be read: nothing of it is left to read.
  for (const each of segments) each.remove();
  return {
    segments: [openActive(dir, from, indexIntervalBytes, () => {}).segment],
    nextOffset: from,
    lost:
      `All records of ${dir} are lost: its files end at offset ${nextOffset}, before the first ` +
      `that may be read, ${from}, so they were cut or are damaged. The next record gets that offset`,
  };
}

/** Learns from the newest snapshot that goes far enough back, and the sealed segments since. */
function learnProducers(
  dir: string,
  sealed: readonly Segment[],
  activeBase: bigint,
  producers: Producers,
): void {
  const bases = [...sealed.map(({ baseOffset }) => baseOffset), activeBase];
  let i = bases.length - 1;
  if (sizeOf(join(dir, `${segmentName(activeBase)}.log`)) < JUST_BEGUN_BYTES) i--;
  for (; i > 0; i--) {
    const entries = readSnapshot(dir, bases[i]!);
    if (entries === undefined) continue;
    producers.load(entries);
    break;
  }
  for (const segment of sealed.slice(Math.max(0, i))) {
    for (const header of segment.headers()) producers.update(header);
  }
}

function segmentBases(dir: string): bigint[] {
  const bases: bigint[] = [];
  for (const entry of Deno.readDirSync(dir)) {
    const match = /^(\d{20})\.log$/.exec(entry.name);
    if (match && entry.isFile) bases.push(BigInt(match[1]!));
  }
  return bases.sort((a, b) => a < b ? -1 : 1);
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
