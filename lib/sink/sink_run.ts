/**
 * One run of the sink: the partitions it has, what ends it, and what it has done.
 * @module
 */
import type { Admin, Batch } from "kafkajs";
import type { Config } from "../config.ts";
import { kafkaError } from "../kafka/errors.ts";
import { BatchEncoder } from "./encode_batch.ts";
import { isLasting } from "./lasting.ts";
import type { Assignment, Membership, MembershipHandlers } from "./membership.ts";
import type { ObjectStore } from "./object_store.ts";
import { partitionStates } from "./partitions.ts";
import { PartitionWriter } from "./partition_writer.ts";
import { pause } from "./pause.ts";
import { destination, type PartitionState, type Start, startPosition } from "./positions.ts";
import { sinkRules } from "./rules.ts";
import { positionLost, unreachable, unwritten } from "./run_errors.ts";
import { Tally } from "./tally.ts";
import {
  CONSUME_DEFAULTS,
  type ConsumeDefaults,
  type ConsumeOptions,
  type SinkSummary,
} from "./types.ts";
import { Uploads } from "./uploads.ts";

/** A partition that is read. */
interface Lane {
  writer: PartitionWriter;
  encoder: BatchEncoder;
  /** The offset that is fetched next. */
  fetchOffset: bigint;
  highOffset: bigint;
}

/** Milliseconds without any answer of the brokers after which the sink gives up. */
const CONTACT_PATIENCE_MS = 120_000;
/** The same while it ends. */
const DRAIN_PATIENCE_MS = 30_000;
/** Milliseconds of rejections of one object after which the sink gives up. */
const UPLOAD_PATIENCE_MS = 300_000;
const COMMIT_INTERVAL_MS = 200;
const RETRY_MS = 500;

/** The state of a run; `consume` drives it. */
export class SinkRun implements MembershipHandlers {
  readonly #config: Config;
  readonly #options: ConsumeOptions & ConsumeDefaults;
  readonly #admin: Admin;
  readonly #store: ObjectStore;
  readonly #uploads: Uploads;
  readonly #lanes = new Map<number, Lane>();
  readonly #tally = new Tally();
  readonly #ending = new AbortController();
  readonly #name = crypto.randomUUID();
  #membership: Membership | undefined;
  #assignment: Assignment | undefined;
  /** Whether the partitions of the assignment are read. */
  #reading = false;
  #error: unknown;
  #taken = 0;
  #lastRecordAt = performance.now();
  #lastContactAt = performance.now();
  #lastCommitAt = 0;
  #committing = false;
  #release = Promise.withResolvers<void>();

  /**
   * @param config Brokers, topic, group, bucket and prefix
   * @param options As `consume` takes them
   * @param admin The connected client
   * @param store The bucket
   */
  constructor(config: Config, options: ConsumeOptions, admin: Admin, store: ObjectStore) {
    this.#config = config;
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    this.#options = { ...CONSUME_DEFAULTS, ...Object.fromEntries(given) };
    this.#admin = admin;
    this.#store = store;
    this.#uploads = new Uploads({
      store,
      format: this.#options.format,
      topic: config.kafka.topic,
      most: this.#options.maxUploads,
      patienceMs: UPLOAD_PATIENCE_MS,
      onSettled: () => {
        this.#release.resolve();
        this.#release = Promise.withResolvers();
      },
      onFailure: (error) => this.failed(error),
    });
    const { signal } = options;
    if (signal?.aborted) this.#ending.abort();
    signal?.addEventListener("abort", () => this.#ending.abort(), { once: true });
  }

  /** Aborted when the run is to end. */
  get ending(): AbortSignal {
    return this.#ending.signal;
  }

  /**
   * Begins to take part in the group.
   *
   * @param membership The membership, which has not joined yet
   */
  join(membership: Membership): void {
    this.#membership = membership;
    membership.join().catch((error) => this.failed(error));
  }

  contact(): void {
    this.#lastContactAt = performance.now();
  }

  failed(error: unknown): void {
    this.#error ??= kafkaError(error, this.#config.kafka);
    this.#ending.abort();
  }

  assigned(assignment: Assignment): void {
    this.#assignment = assignment;
    this.#reading = false;
    for (const partition of this.#lanes.keys()) {
      if (!assignment.partitions.includes(partition)) this.#drop(partition);
    }
    this.#start(assignment).catch((error) => this.failed(error));
  }

  async records(
    assignment: Assignment,
    batch: Batch,
    heartbeat: () => Promise<void>,
  ): Promise<string | undefined> {
    const lane = this.#lanes.get(batch.partition);
    if (!this.#reading || !lane || this.ending.aborted || assignment.over.aborted) return undefined;
    await this.#requireNoJump(lane, batch);
    const left = (this.#options.count ?? Infinity) - this.#taken;
    const messages = batch.messages.length > left ? batch.messages.slice(0, left) : batch.messages;
    lane.writer.add(lane.encoder.encode(messages), performance.now());
    const last = messages.at(-1)!.offset;
    lane.fetchOffset = BigInt(last) + 1n;
    lane.highOffset = BigInt(batch.highWatermark);
    this.#taken += messages.length;
    this.#lastRecordAt = performance.now();
    this.#tally.took(messages.length);
    this.#uploads.pump(lane.writer);
    this.#keepRoom();
    if (messages.length === left) this.#ending.abort();
    await this.#hold(assignment, heartbeat);
    return last;
  }

  /** Looks at ages, limits and progress; called some times a second. */
  tick(): void {
    const now = performance.now();
    for (const { writer } of this.#lanes.values()) {
      writer.tick(now);
      this.#uploads.pump(writer);
    }
    if (now - this.#lastCommitAt >= COMMIT_INTERVAL_MS) void this.#commit();
    const idleMs = (this.#options.untilIdleSeconds ?? Infinity) * 1000;
    if (this.#reading && now - this.#lastRecordAt >= idleMs && !this.#full) this.#ending.abort();
    this.#requireContact(now, CONTACT_PATIENCE_MS);
    this.#options.onProgress?.(this.#tally.progress({
      lag: this.#sum((lane) => Number(lane.highOffset - lane.writer.storedTo)),
      bufferedBytes: this.#bufferedBytes,
      waitingFor: this.#uploads.waitingFor,
    }, [...this.#lanes.values()].map((lane) => lane.writer)));
  }

  /**
   * Writes and commits what is held.
   *
   * @throws What ended the run, where that is a failure
   */
  async drain(): Promise<void> {
    this.#membership?.pause();
    this.contact();
    const since = performance.now();
    while (this.#error === undefined && !this.#settled()) {
      for (const { writer } of this.#lanes.values()) {
        writer.flush();
        this.#uploads.pump(writer);
      }
      await this.#commit();
      const now = performance.now();
      this.#requireContact(now, DRAIN_PATIENCE_MS);
      if (this.#uploads.waitingFor !== undefined && now - since > DRAIN_PATIENCE_MS) {
        this.failed(unwritten(this.#uploads.waitingFor));
      }
      if (!this.#settled()) await Promise.race([this.#release.promise, pause(20)]);
    }
    if (this.#error === undefined) return;
    this.#uploads.stop();
    await this.#commit();
    throw this.#error;
  }

  /** Lets go of what is open. */
  close(): void {
    this.#uploads.stop();
    this.#store.close();
  }

  /**
   * Sums up.
   *
   * @param seconds How long the run took
   * @returns What was done
   */
  summary(seconds: number): SinkSummary {
    for (const partition of [...this.#lanes.keys()]) this.#drop(partition);
    return this.#tally.summary(seconds);
  }

  async #start(assignment: Assignment): Promise<void> {
    const { partitions } = assignment;
    let states = await this.#states(assignment);
    const options = {
      from: this.#options.from,
      format: this.#options.format,
      skipLost: this.#options.skipLost ?? false,
    };
    const starts = new Map<number, Start>();
    const commits = new Map<number, bigint>();
    states = states.filter(({ partition, committed }) =>
      !this.#lanes.get(partition)?.writer.rejoin(committed)
    );
    for (const state of states) {
      const start = startPosition(this.#config, state, options);
      starts.set(state.partition, start);
      if (start.commit) commits.set(state.partition, start.offset);
    }
    // Rule 4: the starting position is committed before the first record.
    while (commits.size > 0 && !await this.#tryCommit(assignment, commits)) {
      if (assignment.over.aborted) return;
      await pause(RETRY_MS, assignment.over);
    }
    if (assignment.over.aborted) return;
    for (const state of states) {
      const { partition, highOffset } = state;
      this.#drop(partition);
      const start = starts.get(partition)!;
      this.#lanes.set(partition, {
        writer: this.#writer(partition, start),
        encoder: new BatchEncoder(partition, this.#options.format),
        fetchOffset: start.offset,
        highOffset,
      });
    }
    if (this.ending.aborted) return;
    this.#reading = true;
    this.#lastRecordAt = performance.now();
    for (const partition of partitions) {
      const { fetchOffset } = this.#lanes.get(partition)!;
      this.#membership?.start(partition, fetchOffset);
    }
  }

  async #states(assignment: Assignment): Promise<PartitionState[]> {
    while (!assignment.over.aborted) {
      try {
        return await partitionStates(this.#config, this.#admin, assignment.partitions);
      } catch (error) {
        if (isLasting(error)) throw error;
        await pause(RETRY_MS, assignment.over);
      }
    }
    return [];
  }

  #writer(partition: number, { offset, objectThere }: Start): PartitionWriter {
    const { format, flushRecords, flushBytes, flushSeconds } = this.#options;
    return new PartitionWriter({
      prefix: this.#config.s3.dataPrefix,
      topic: this.#config.kafka.topic,
      partition,
      format,
      position: offset,
      objectThere,
      limits: { records: flushRecords, bytes: flushBytes, ageMs: flushSeconds * 1000 },
      writer: this.#name,
    });
  }

  #drop(partition: number): void {
    const lane = this.#lanes.get(partition);
    if (lane === undefined) return;
    this.#lanes.delete(partition);
    this.#uploads.drop(lane.writer);
    this.#taken -= this.#tally.keep(partition, lane.writer);
  }

  /** Waits while memory is full, and goes on beating so that the group keeps the member. */
  async #hold(assignment: Assignment, heartbeat: () => Promise<void>): Promise<void> {
    while (this.#full && !assignment.over.aborted && !this.ending.aborted) {
      if (!this.#uploads.busy) this.#flushLargest();
      await Promise.race([this.#release.promise, pause(RETRY_MS, this.ending)]);
      this.#lastRecordAt = performance.now();
      await heartbeat();
    }
  }

  /** Closes a range before memory is full of open ones, so that writing goes on beside fetching. */
  #keepRoom(): void {
    const open = this.#sum((lane) => lane.writer.openBytes);
    if (open > this.#options.maxBufferBytes / 2) this.#flushLargest();
  }

  #flushLargest(): void {
    const writers = [...this.#lanes.values()].map((lane) => lane.writer);
    const largest = writers.sort((a, b) => b.openBytes - a.openBytes)[0];
    largest?.flush();
    if (largest) this.#uploads.pump(largest);
  }

  get #bufferedBytes(): number {
    return this.#sum((lane) => lane.writer.bufferedBytes);
  }

  get #full(): boolean {
    return sinkRules.mustPause(this.#bufferedBytes, this.#options.maxBufferBytes);
  }

  #sum(of: (lane: Lane) => number): number {
    let sum = 0;
    for (const lane of this.#lanes.values()) sum += of(lane);
    return sum;
  }

  #settled(): boolean {
    return [...this.#lanes.values()].every(({ writer }) =>
      writer.drained && writer.commitDue === undefined
    );
  }

  async #commit(): Promise<void> {
    const assignment = this.#assignment;
    if (this.#committing || assignment === undefined || assignment.over.aborted) return;
    const due = new Map<number, bigint>();
    for (const [partition, { writer }] of this.#lanes) {
      if (writer.commitDue !== undefined) due.set(partition, writer.commitDue);
    }
    if (due.size === 0) return;
    this.#committing = true;
    this.#lastCommitAt = performance.now();
    const writers = new Map([...this.#lanes].map(([partition, { writer }]) => [partition, writer]));
    try {
      if (!await this.#tryCommit(assignment, due)) return;
      for (const [partition, offset] of due) writers.get(partition)?.committed(offset);
    } catch (error) {
      this.failed(error);
    } finally {
      this.#committing = false;
    }
  }

  async #tryCommit(assignment: Assignment, offsets: Map<number, bigint>): Promise<boolean> {
    const metadata = destination(this.#config, this.#options.format);
    try {
      return await this.#membership?.commit(assignment, offsets, metadata) ?? false;
    } catch (error) {
      // What passes is tried again with the next tick; without any contact the run ends.
      if (isLasting(error)) throw error;
      return false;
    }
  }

  /**
   * The client goes to another offset by itself where the topic no longer has the one it is at.
   */
  async #requireNoJump(lane: Lane, batch: Batch): Promise<void> {
    const fetched = (batch as { fetchedOffset?: string }).fetchedOffset;
    if (fetched === undefined || BigInt(fetched) === lane.fetchOffset) return;
    const states = await partitionStates(this.#config, this.#admin, [batch.partition]);
    const state = states[0]!;
    // Markers of transactions and records that were compacted away move it on as well.
    const within = state.lowOffset <= lane.fetchOffset && BigInt(fetched) > lane.fetchOffset;
    if (within) return;
    const committed = lane.writer.committedTo;
    if (this.#assignment) {
      await this.#tryCommit(this.#assignment, new Map([[batch.partition, committed]]));
    }
    const at = { ...state, committed: lane.fetchOffset };
    const { format, from } = this.#options;
    const metadata = destination(this.#config, format);
    startPosition(this.#config, { ...at, metadata }, { from, format, skipLost: false });
    throw positionLost(lane.fetchOffset, batch.partition, fetched);
  }

  #requireContact(now: number, patienceMs: number): void {
    if (now - this.#lastContactAt > patienceMs) this.failed(unreachable(this.#config, patienceMs));
  }
}
