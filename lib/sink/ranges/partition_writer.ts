/**
 * One partition on its way to S3: what is buffered, what is being written, what is stored. It does
 * no I/O: whoever holds it does the requests and tells their outcome.
 * @module
 */
import { extensionOf, objectKey } from "../object_key.ts";
import type { RangeMetadata } from "../object_metadata.ts";
import { type EncodedBatch, offsetAt } from "../rows/encode_batch.ts";
import {
  deadLettersOf,
  letterBytes,
  type PlacedDeadLetter,
  type Range,
  rangeFingerprint,
} from "./range.ts";
import { RangeBuffer } from "./range_buffer.ts";
import { type SinkRules, sinkRules } from "./rules.ts";
import type { Action, Outcome, PartitionWriterOptions, Stop, Stored } from "./writer_types.ts";

/** The range that is being written, and how far that is. */
interface Current {
  range: Range;
  key: string;
  fingerprint: string;
  step: "put" | "head";
}

/** A range whose object is stored, and whose dead letters are yet to be. */
interface PendingLetters {
  firstOffset: bigint;
  nextOffset: bigint;
  hour: number;
  fingerprint: string;
  /** Those that have come so far. */
  letters: PlacedDeadLetter[];
  bytes: number;
}

/** The state of one partition of one sink. */
export class PartitionWriter {
  /** One past the last offset that is stored, dead letters too. */
  storedTo: bigint;
  /** One past the last offset that is committed. */
  committedTo: bigint;
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
  readonly #buffer: RangeBuffer;
  #current: Current | undefined;
  #pending: PendingLetters | undefined;
  #inFlight = false;

  /**
   * @param options Names, limits, and where to start
   */
  constructor(options: PartitionWriterOptions) {
    const { position, format, limits, rules = sinkRules } = options;
    this.#options = options;
    this.#rules = rules;
    const one = { ...limits, records: 1 };
    this.#buffer = new RangeBuffer({
      position,
      limits: ({ kind }) => format === "json" && kind === "data" ? one : limits,
      rules,
    });
    this.storedTo = this.committedTo = position;
  }

  /** One past the last offset that has come. */
  get position(): bigint {
    return this.#buffer.position;
  }

  /** Bytes held in memory. */
  get bufferedBytes(): number {
    return this.#buffer.bytes + (this.#pending?.bytes ?? 0);
  }

  /** Whether nothing is open, waiting to be written, or under way. */
  get drained(): boolean {
    return !this.#inFlight && !this.#current && this.#buffer.empty && !this.#lettersDue();
  }

  /** Bytes of the range that is open: those that are on their way to S3 are not among them. */
  get openBytes(): number {
    return this.#buffer.openBytes;
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
    if (this.#pending) from = this.#passOver(this.#pending, batch, from);
    this.#buffer.take({ batch, from, to: offsets.length }, now);
  }

  /** Closes the open range, so that it is written as it is. */
  flush(): void {
    this.#buffer.flush();
  }

  /**
   * Closes the open range where it is old enough.
   *
   * @param now Milliseconds of a clock that only goes on
   * @returns When to call again, in the same milliseconds, where a range is open
   */
  tick(now: number): number | undefined {
    return this.#buffer.tick(now);
  }

  /**
   * Tells which request is due. One is under way at a time, so that objects are written in the
   * order of their offsets.
   *
   * @returns The request, or `undefined` where there is none now
   */
  next(): Action | undefined {
    if (this.#inFlight || this.stopped) return undefined;
    const action = this.#lettersDue() ? this.#lettersAction(this.#pending!) : this.#rangeAction();
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
    if (this.#lettersDue()) {
      if (outcome.type === "stored") this.#count({ objects: 1, bytes: outcome.bytes });
      if (outcome.type === "stored" || outcome.type === "exists") this.#finish();
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
   * Goes on after a rebalance that has assigned the partition to the same member again.
   *
   * @param offset What the group has committed, where it has
   * @returns Whether to go on with what is held; if not, somebody else has had the partition
   */
  rejoin(offset: bigint | undefined): boolean {
    if (offset === undefined || offset < this.committedTo || offset > this.storedTo) return false;
    this.committed(offset);
    return true;
  }

  #rangeAction(): Action | undefined {
    if (this.#current === undefined) {
      const range = this.#buffer.shift();
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

  #lettersAction(pending: PendingLetters): Action {
    const { firstOffset, nextOffset, letters, fingerprint, hour } = pending;
    return {
      type: "put dead letters",
      key: objectKey(this.#options, "dead", firstOffset, hour),
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
    const pending: PendingLetters = { ...range, nextOffset, fingerprint, letters: [], bytes: 0 };
    this.#current = undefined;
    this.#pending = pending;
    this.#buffer.release(range);
    if (nextOffset === range.nextOffset) keepLetters(pending, range);
    else this.#adopt(pending, range, now);
    // Nothing is left to do for the rest of the range, even where it has not come yet.
    if (range.kind === "dead" || !this.#rules.storesDeadLetters(deadLetters)) this.#finish();
    else if (this.#lettersDue() && pending.letters.length === 0) this.#finish();
  }

  /** Drops what the stored object holds, and makes new ranges of what comes after it. */
  #adopt(pending: PendingLetters, range: Range, now: number): void {
    const later = this.#buffer.restartAt(pending.nextOffset);
    for (const { batch, from, to } of [range, ...later].flatMap(({ slices }) => slices)) {
      let rest = from;
      while (rest < to && offsetAt(batch, rest) < pending.nextOffset) rest++;
      keepLetters(pending, { slices: [{ batch, from, to: rest }] });
      this.#buffer.take({ batch, from: rest, to }, now);
    }
  }

  /** Passes over records that the stored object holds, but for dead letters. */
  #passOver(pending: PendingLetters, batch: EncodedBatch, from: number): number {
    const { nextOffset } = pending;
    let rest = from;
    while (rest < batch.offsets.length && offsetAt(batch, rest) < nextOffset) {
      this.#buffer.skipTo(offsetAt(batch, rest++) + 1n);
    }
    keepLetters(pending, { slices: [{ batch, from, to: rest }] });
    // A later record says that the range has come to its end, whatever its last offset held.
    if (rest < batch.offsets.length) this.#buffer.skipTo(nextOffset);
    if (this.#lettersDue() && pending.letters.length === 0) this.#finish();
    return rest;
  }

  /** Whether all records of the range have come, so that its dead letters can be written. */
  #lettersDue(): boolean {
    return this.#pending !== undefined && this.position >= this.#pending.nextOffset;
  }

  /** The range is stored, with its dead letters. */
  #finish(): void {
    const { nextOffset } = this.#pending!;
    this.#pending = undefined;
    this.storedTo = nextOffset;
    this.#buffer.skipTo(nextOffset);
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

function keepLetters(pending: PendingLetters, range: Pick<Range, "slices">): void {
  for (const letter of deadLettersOf(range)) {
    pending.letters.push(letter);
    pending.bytes += letterBytes(letter);
  }
}
