/**
 * One partition on its way to S3: what is buffered, what is being written, what is stored. Pure
 * state: whoever holds it does the requests and tells their outcome.
 * @module
 */
import { type EncodedBatch, offsetAt } from "./encode_batch.ts";
import { extensionOf, hourOf, objectKey } from "./object_key.ts";
import type { RangeMetadata } from "./object_metadata.ts";
import {
  deadLettersOf,
  letterBytes,
  type PlacedDeadLetter,
  type Range,
  rangeFingerprint,
  recordBytes,
  type Slice,
} from "./range.ts";
import type { Action, Outcome, PartitionWriterOptions, Stop, Stored } from "./writer_types.ts";
import { type NextRecord, type RotationLimits, type SinkRules, sinkRules } from "./rules.ts";

/** The range that is being written, and how far that is. */
interface Current {
  range: Range;
  key: string;
  fingerprint: string;
  step: "put" | "head";
}

/** A range whose object is stored, but which is not dealt with to its end. */
interface Aside {
  firstOffset: bigint;
  nextOffset: bigint;
  hour: number;
  fingerprint: string;
  /** Dead letters of the range that have come so far. */
  letters: PlacedDeadLetter[];
  bytes: number;
}

/** The state of one partition of one sink. */
export class PartitionWriter {
  /** One past the last offset that has come. */
  position: bigint;
  /** One past the last offset that is stored, dead letters too. */
  storedTo: bigint;
  /** One past the last offset that is committed. */
  committedTo: bigint;
  /** Bytes held in memory. */
  bufferedBytes = 0;
  /** Set where the partition cannot go on. */
  stopped: Stop | undefined;
  readonly stored: Stored = {
    firstOffset: undefined,
    nextOffset: undefined,
    records: 0,
    deadLetters: 0,
    objects: 0,
    bytes: 0,
  };

  readonly #options: PartitionWriterOptions;
  readonly #rules: SinkRules;
  /** Where the next range starts. */
  #edge: bigint;
  #open: Range | undefined;
  /** Full ranges, the oldest first. */
  #sealed: Range[] = [];
  #current: Current | undefined;
  #aside: Aside | undefined;
  #inFlight = false;

  /**
   * @param options Names, limits, and where to start
   */
  constructor(options: PartitionWriterOptions) {
    this.#options = options;
    this.#rules = options.rules ?? sinkRules;
    this.#edge =
      this.position =
      this.storedTo =
      this.committedTo =
        options.position;
  }

  /** Whether nothing is open, waiting to be written, or under way. */
  get drained(): boolean {
    return !this.#inFlight && !this.#current && !this.#open && this.#sealed.length === 0 &&
      !this.#asideDue();
  }

  /** Bytes of the range that is open: those that are on their way to S3 are not among them. */
  get openBytes(): number {
    return this.#open?.bytes ?? 0;
  }

  /** What may be committed and is not yet. */
  get commitDue(): bigint | undefined {
    const due = this.#rules.committable(this.storedTo, this.position);
    return due > this.committedTo ? due : undefined;
  }

  /**
   * Takes records. Those that are stored already are passed over.
   *
   * @param batch Records in the order of their offsets
   * @param now Milliseconds of a clock that only goes on
   */
  add(batch: EncodedBatch, now: number): void {
    const { offsets } = batch;
    let from = 0;
    while (from < offsets.length && offsetAt(batch, from) < this.position) from++;
    if (this.#aside) from = this.#passOver(this.#aside, batch, from);
    this.#take({ batch, from, to: offsets.length }, now);
  }

  /** Closes the open range, so that it is written as it is. */
  flush(): void {
    if (this.#open === undefined) return;
    this.#sealed.push(this.#open);
    this.#edge = this.#rules.nextStart(this.#open);
    this.#open = undefined;
  }

  /**
   * Closes the open range where it is old enough.
   *
   * @param now Milliseconds of a clock that only goes on
   * @returns When to call again, in the same milliseconds, where a range is open
   */
  tick(now: number): number | undefined {
    if (this.#open === undefined) return undefined;
    const due = this.#open.openedAt + this.#options.limits.ageMs;
    if (now < due) return due;
    this.flush();
    return undefined;
  }

  /**
   * Tells which request is due. One is under way at a time, so that objects are written in the
   * order of their offsets.
   *
   * @returns The request, or `undefined` where there is none now
   */
  next(): Action | undefined {
    if (this.#inFlight || this.stopped) return undefined;
    const action = this.#asideDue() ? this.#lettersAction(this.#aside!) : this.#rangeAction();
    this.#inFlight = action !== undefined;
    return action;
  }

  /**
   * Takes the outcome of the request that was under way.
   *
   * @param outcome What became of it
   * @param now Milliseconds of a clock that only goes on
   */
  settle(outcome: Outcome, now: number): void {
    this.#inFlight = false;
    if (this.#asideDue()) {
      if (outcome.type === "stored") this.#count({ objects: 1, bytes: outcome.bytes });
      if (outcome.type === "stored" || outcome.type === "exists") this.#finishAside();
      return;
    }
    const current = this.#current!;
    switch (outcome.type) {
      case "stored": {
        const { range } = current;
        this.#count({ ...range, objects: 1, bytes: outcome.bytes });
        return this.#holds(current, range.nextOffset, range.deadLetters, now);
      }
      case "exists":
        current.step = "head";
        return;
      case "missing":
        current.step = "put";
        return;
      case "rejected":
        if (!this.#rules.keepsRejected()) this.#current = undefined;
        return;
      case "metadata":
        return this.#resolve(current, outcome, now);
    }
  }

  /**
   * Takes the outcome of a commit.
   *
   * @param offset What was committed
   */
  committed(offset: bigint): void {
    if (offset > this.committedTo) this.committedTo = offset;
  }

  /**
   * Takes the partition up again, when it was given out anew and to the same member.
   *
   * @param offset What the group has committed, where it has
   * @returns Whether to go on with what is held; if not, somebody else has had the partition
   */
  rejoin(offset: bigint | undefined): boolean {
    if (offset === undefined || offset < this.committedTo || offset > this.storedTo) return false;
    this.committed(offset);
    return true;
  }

  #take({ batch, from, to }: Slice, now: number): void {
    let start = from;
    // One object for all records: this runs for each of them.
    const record = { dead: false, bytes: 0, hour: 0 };
    for (let i = from; i < to; i++) {
      record.dead = batch.dead.size > 0 && batch.dead.has(i);
      record.bytes = recordBytes(batch, i);
      record.hour = hourOf(batch.timestamps[i]!);
      if (this.#open && this.#rules.rotates(this.#open, record, this.#limits(this.#open))) {
        addSlice(this.#open, batch, start, i);
        this.flush();
        start = i;
      }
      const range = this.#open ??= openRange(this.#edge, record, now);
      if (record.dead) range.deadLetters++;
      else range.records++;
      range.bytes += record.bytes;
      this.bufferedBytes += record.bytes;
    }
    if (from < to) this.position = offsetAt(batch, to - 1) + 1n;
    if (this.#open) addSlice(this.#open, batch, start, to);
  }

  #limits(range: Range): RotationLimits {
    const { format, limits } = this.#options;
    return format === "json" && range.kind === "data" ? { ...limits, records: 1 } : limits;
  }

  #rangeAction(): Action | undefined {
    if (this.#current === undefined) {
      const range = this.#sealed.shift();
      if (range === undefined) return undefined;
      const key = objectKey(this.#options, range.kind, range.firstOffset, range.hour);
      // The name follows from the record: another name says that it is another record.
      const there = range.firstOffset === this.#options.position && this.#options.objectThere;
      if (there && there !== key) {
        const reason = extensionOf(there) === extensionOf(key) ? "other topic" : "other format";
        this.stopped = { reason, key: there, offset: range.firstOffset };
        return undefined;
      }
      this.#current = { range, key, fingerprint: rangeFingerprint(range), step: "put" };
    }
    const { range, key, fingerprint, step } = this.#current;
    if (step === "head") return { type: "head", key };
    const { kind, firstOffset, nextOffset, deadLetters } = range;
    const records = kind === "dead" ? deadLetters : range.records;
    const metadata = { kind, firstOffset, nextOffset, records, deadLetters, fingerprint };
    return { type: "put", key, range, metadata: { ...this.#origin(), ...metadata } };
  }

  #lettersAction(aside: Aside): Action {
    const { firstOffset, nextOffset, letters, fingerprint } = aside;
    return {
      type: "put dead letters",
      key: objectKey(this.#options, "dead", firstOffset, aside.hour),
      letters,
      metadata: {
        ...this.#origin(),
        kind: "letters",
        firstOffset,
        nextOffset,
        records: letters.length,
        deadLetters: letters.length,
        fingerprint,
      },
    };
  }

  #origin(): Pick<RangeMetadata, "topic" | "partition" | "writer"> {
    const { topic, partition, writer } = this.#options;
    return { topic, partition, writer };
  }

  #resolve(
    current: Current,
    { metadata, bytes }: Extract<Outcome, { type: "metadata" }>,
    now: number,
  ): void {
    // Names of the format `json` do not tell topics apart.
    const own = metadata?.topic === this.#options.topic ? metadata : undefined;
    const conflict = this.#rules.resolveConflict(current.range, current.fingerprint, own);
    if ("stop" in conflict) {
      const { key, range } = current;
      this.stopped = { reason: conflict.stop, key, offset: range.firstOffset };
      return;
    }
    if (metadata?.writer === this.#options.writer) {
      this.#count({ ...metadata, objects: 1, bytes });
    }
    this.#holds(current, conflict.goOnAt, metadata?.deadLetters ?? 0, now);
  }

  /** The current range's object is in S3, and holds what there is up to an offset. */
  #holds(current: Current, nextOffset: bigint, deadLetters: number, now: number): void {
    const { range, fingerprint } = current;
    const aside: Aside = { ...range, nextOffset, fingerprint, letters: [], bytes: 0 };
    this.#current = undefined;
    this.#aside = aside;
    this.bufferedBytes -= range.bytes;
    if (nextOffset === range.nextOffset) this.#keepLetters(aside, range);
    else this.#rebase(aside, [range], now);
    // Nothing is left to do for the rest of the range, even where it has not come yet.
    if (range.kind === "dead" || !this.#rules.storesDeadLetters(deadLetters)) this.#finishAside();
    else if (this.#asideDue() && aside.letters.length === 0) this.#finishAside();
  }

  /** Drops what the stored object holds, and lays out anew what comes after it. */
  #rebase(aside: Aside, ranges: Range[], now: number): void {
    const later = [...this.#sealed, ...(this.#open ? [this.#open] : [])];
    for (const range of later) this.bufferedBytes -= range.bytes;
    this.#sealed = [];
    this.#open = undefined;
    this.#edge = aside.nextOffset;
    for (const { batch, from, to } of [...ranges, ...later].flatMap((range) => range.slices)) {
      let rest = from;
      while (rest < to && offsetAt(batch, rest) < aside.nextOffset) rest++;
      this.#keepLetters(aside, { slices: [{ batch, from, to: rest }] });
      this.#take({ batch, from: rest, to }, now);
    }
  }

  /** Passes over records that the stored object holds, but for dead letters. */
  #passOver(aside: Aside, batch: EncodedBatch, from: number): number {
    let rest = from;
    while (rest < batch.offsets.length && offsetAt(batch, rest) < aside.nextOffset) {
      this.position = offsetAt(batch, rest++) + 1n;
    }
    this.#keepLetters(aside, { slices: [{ batch, from, to: rest }] });
    // A later record says that the range has come to its end, whatever its last offset held.
    if (rest < batch.offsets.length && this.position < aside.nextOffset) {
      this.position = aside.nextOffset;
    }
    if (this.#asideDue() && aside.letters.length === 0) this.#finishAside();
    return rest;
  }

  #keepLetters(aside: Aside, range: Pick<Range, "slices">): void {
    for (const letter of deadLettersOf(range)) {
      const bytes = letterBytes(letter);
      aside.letters.push(letter);
      aside.bytes += bytes;
      this.bufferedBytes += bytes;
    }
  }

  /** Whether all records of the range that is aside have come, so that it can be dealt with. */
  #asideDue(): boolean {
    return this.#aside !== undefined && this.position >= this.#aside.nextOffset;
  }

  #finishAside(): void {
    const aside = this.#aside!;
    this.#aside = undefined;
    this.bufferedBytes -= aside.bytes;
    this.storedTo = aside.nextOffset;
    if (this.position < this.storedTo) this.position = this.storedTo;
  }

  #count(
    what: { objects: number; bytes: number } & Partial<RangeMetadata>,
  ): void {
    const { stored } = this;
    stored.objects += what.objects;
    stored.bytes += what.bytes;
    if (what.kind === undefined) return;
    stored.records += what.kind === "data" ? what.records ?? 0 : 0;
    stored.deadLetters += what.deadLetters ?? 0;
    stored.firstOffset ??= what.firstOffset;
    stored.nextOffset = what.nextOffset;
  }
}

function openRange(firstOffset: bigint, first: NextRecord, now: number): Range {
  return {
    kind: first.dead ? "dead" : "data",
    firstOffset,
    nextOffset: firstOffset,
    slices: [],
    records: 0,
    deadLetters: 0,
    bytes: 0,
    hour: first.hour,
    openedAt: now,
  };
}

function addSlice(range: Range, batch: EncodedBatch, from: number, to: number): void {
  if (from >= to) return;
  range.slices.push({ batch, from, to });
  range.nextOffset = offsetAt(batch, to - 1) + 1n;
}
