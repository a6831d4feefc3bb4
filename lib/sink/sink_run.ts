/**
 * One run of the sink: the partitions it has, what ends it, and what it has done.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { kafkaError } from "../kafka_client/errors.ts";
import { decompressBatch } from "../kafka_client/record_batch.ts";
import { pause } from "../pause.ts";
import { AssignedPartition, type Taken } from "./assigned_partition.ts";
import { endsRun, requireNoJump, requireReachable } from "./group/lost_position.ts";
import type { Assignment, Fetched, Membership, MembershipHandlers } from "./group/membership.ts";
import { OffsetCommits } from "./group/offset_commits.ts";
import { awaitStates, requireTopic } from "./group/partitions.ts";
import { startPositions } from "./group/positions.ts";
import type { ObjectStore } from "./objects/object_store.ts";
import { Uploads } from "./objects/uploads.ts";
import { Backpressure } from "./ranges/backpressure.ts";
import type { PartitionWriter } from "./ranges/partition_writer.ts";
import { notCommitted, s3Unavailable, unreachable } from "./run_errors.ts";
import { Tally } from "./tally.ts";
import {
  CONSUME_DEFAULTS,
  type ConsumeDefaults,
  type ConsumeOptions,
  type SinkProgress,
  type SinkSummary,
} from "./types.ts";

/** Milliseconds without any answer of the brokers after which the sink gives up. */
const CONTACT_TIMEOUT_MS = 120_000;
/** Milliseconds without any answer of the brokers or S3 after which a run that ends gives up. */
const DRAIN_TIMEOUT_MS = 30_000;
/** Milliseconds of rejections of one object after which the sink gives up. */
const UPLOAD_TIMEOUT_MS = 300_000;
/** Requests to S3 at a time. */
const MAX_UPLOADS = 4;
/** Milliseconds between two commits. */
const COMMIT_INTERVAL_MS = 200;
/** Milliseconds before a question to the brokers is asked again. */
const RETRY_MS = 500;
/** Milliseconds between two looks after which this process stood still meanwhile. */
const STOOD_STILL_MS = 1_000;

/** The state of a run; `consume` drives it. */
export class SinkRun implements MembershipHandlers {
  readonly #config: Config;
  readonly #options: ConsumeOptions & ConsumeDefaults;
  readonly #admin: Admin;
  readonly #store: ObjectStore;
  readonly #uploads: Uploads;
  readonly #partitions = new Map<number, AssignedPartition>();
  readonly #tally = new Tally();
  readonly #backpressure: Backpressure;
  /** Partitions the topic had when the run began. */
  #known = 0;
  readonly #ending = new AbortController();
  readonly #name = crypto.randomUUID();
  #membership: Membership | undefined;
  #commits: OffsetCommits | undefined;
  #assignment: Assignment | undefined;
  /** Whether the partitions of the assignment are read. */
  #reading = false;
  #error: unknown;
  /** Why the run ends once what is held is stored. */
  #reason: unknown;
  #taken = 0;
  #lastRecordAt = performance.now();
  /** When the last fetch that was answered was asked. */
  #lastAskedAt = 0;
  #lastContactAt = performance.now();
  /** When it was last looked whether the brokers answer. */
  #lookedAt = performance.now();
  /** What the client gave up with last, and since when it has, until a fetch is answered. */
  #crash: { error: Error; since: number } | undefined;
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
      most: MAX_UPLOADS,
      timeoutMs: UPLOAD_TIMEOUT_MS,
      onSettled: () => {
        this.#release.resolve();
        this.#release = Promise.withResolvers();
      },
      onFailure: (error) => this.failed(error),
    });
    this.#backpressure = new Backpressure(() => this.#writers, this.#options.maxBufferBytes);
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
   * @param known Partitions the topic had when the run began; later ones are read from their first
   */
  join(membership: Membership, known: number): void {
    this.#membership = membership;
    this.#commits = new OffsetCommits(this.#config, this.#options.format, membership);
    this.#known = known;
    membership.join().catch((error) => this.failed(error));
  }

  contact(): void {
    this.#lastContactAt = performance.now();
  }

  fetched(askedAt: number): void {
    this.#lastAskedAt = askedAt;
    this.#crash = undefined;
  }

  crashed(error: Error): void {
    this.#crash = { error, since: this.#crash?.since ?? performance.now() };
    // A topic that is gone looks to the client like a broker that is not well.
    requireTopic(this.#config, this.#admin).catch((error) => endsRun(error) && this.failed(error));
  }

  failed(error: unknown): void {
    this.#error ??= kafkaError(error, this.#config.kafka);
    this.#ending.abort();
  }

  lostPosition(partition: number): void {
    const assignment = this.#assignment;
    const assigned = this.#partitions.get(partition);
    if (assigned === undefined || assignment === undefined) return;
    const { fetchOffset } = assigned;
    const { format } = this.#options;
    requireReachable(this.#config, this.#admin, partition, fetchOffset, format).then(
      () => assignment.over.aborted || this.#membership?.start(partition, fetchOffset),
      (error) => {
        if (endsRun(error)) return this.#endAfter(error);
        setTimeout(() => assignment.over.aborted || this.lostPosition(partition), RETRY_MS);
      },
    );
  }

  assigned(assignment: Assignment): void {
    this.#assignment = assignment;
    this.#reading = false;
    for (const partition of this.#partitions.keys()) {
      if (!assignment.partitions.includes(partition)) this.#drop(partition);
    }
    this.#start(assignment).catch((error) => this.failed(error));
  }

  async records(
    assignment: Assignment,
    fetched: Fetched,
    heartbeat: () => Promise<void>,
  ): Promise<bigint | undefined> {
    const { partition } = fetched;
    const assigned = this.#partitions.get(partition);
    if (!this.#reading || !assigned || this.ending.aborted || assignment.over.aborted) {
      return undefined;
    }
    let taken: Taken;
    try {
      const { format } = this.#options;
      await requireNoJump(this.#config, this.#admin, fetched, assigned.fetchOffset, format);
      const batches = await Promise.all(fetched.batches.map(decompressBatch));
      // That may have taken a while.
      if (this.ending.aborted || this.#partitions.get(partition) !== assigned) return undefined;
      taken = assigned.take(fetched, batches, this.#left);
    } catch (error) {
      if (endsRun(error)) this.#endAfter(error);
      return undefined;
    }
    const { records, lastOffset } = taken;
    this.#taken += records;
    this.#lastRecordAt = performance.now();
    this.#tally.took(records);
    this.#uploads.pump(assigned.writer);
    this.#flush(this.#backpressure.crowded);
    if (this.#left === 0) this.#ending.abort();
    await this.#hold(assignment, heartbeat);
    return lastOffset;
  }

  /** Looks at ages, limits and progress; called some times a second. */
  tick(): void {
    const now = performance.now();
    for (const writer of this.#writers) {
      writer.tick(now);
      this.#uploads.pump(writer);
    }
    if (now - (this.#commits?.lastAt ?? now) >= COMMIT_INTERVAL_MS) void this.#commit();
    const idleMs = (this.#options.untilIdleSeconds ?? Infinity) * 1000;
    // Only an answer tells that there are no records: the brokers may be away, or busy.
    const isIdle = this.#lastAskedAt - this.#lastRecordAt >= idleMs;
    if (this.#reading && isIdle && !this.#backpressure.full) this.#ending.abort();
    this.#requireContact(now, CONTACT_TIMEOUT_MS);
    // Beats of the heart are answered also where no fetch is.
    const crash = this.#crash;
    if (crash && now - crash.since > CONTACT_TIMEOUT_MS) this.failed(crash.error);
    this.#options.onProgress?.(this.progress());
  }

  /** Tells what has been done so far. */
  progress(): SinkProgress {
    return this.#tally.progress({
      lag: this.#sum(({ lag }) => lag),
      bufferedBytes: this.#backpressure.held,
      waitingFor: this.#waitingFor,
    }, this.#writers);
  }

  /**
   * Writes and commits what is held.
   *
   * @throws What ended the run, where that is a failure
   */
  async drain(): Promise<void> {
    this.#membership?.pause();
    this.contact();
    let progressAt = performance.now();
    let due = this.#due;
    while (this.#error === undefined && !this.#settled()) {
      for (const writer of this.#writers) this.#flush(writer);
      await this.#commit();
      const now = performance.now();
      this.#requireContact(now, DRAIN_TIMEOUT_MS);
      if (this.#due < due) progressAt = now;
      due = this.#due;
      if (now - progressAt > DRAIN_TIMEOUT_MS) {
        const why = this.#waitingFor ?? "there was no answer";
        const isStored = this.#writers.every((writer) => writer.drained);
        this.failed(
          isStored ? notCommitted(why) : s3Unavailable(`Could not write what was held: ${why}`),
        );
      }
      if (!this.#settled()) await Promise.race([this.#release.promise, pause(20)]);
    }
    this.#uploads.stop();
    if (this.#error !== undefined) await this.#commit();
    const error = this.#error ?? this.#reason;
    if (error !== undefined) throw error;
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
    for (const partition of [...this.#partitions.keys()]) this.#drop(partition);
    return this.#tally.summary(seconds);
  }

  async #start(assignment: Assignment): Promise<void> {
    const { partitions } = assignment;
    let states = await awaitStates(this.#config, this.#admin, partitions, assignment.over);
    const options = {
      from: this.#options.from,
      format: this.#options.format,
      skipLost: this.#options.skipLost ?? false,
    };
    states = states.filter(({ partition, committed }) =>
      !this.#partitions.get(partition)?.writer.rejoin(committed)
    );
    const starts = startPositions(this.#config, states, options, this.#known);
    // Rule 4: the starting position is committed before the first record.
    await this.#commits?.commitStarts(assignment, starts);
    if (assignment.over.aborted) return;
    for (const state of states) {
      const { partition } = state;
      this.#drop(partition);
      const start = starts.get(partition)!;
      const assigned = new AssignedPartition(this.#config, this.#options, this.#name, state, start);
      this.#partitions.set(partition, assigned);
    }
    if (this.ending.aborted) return;
    this.#reading = true;
    this.#lastRecordAt = performance.now();
    for (const partition of partitions) {
      const { fetchOffset } = this.#partitions.get(partition)!;
      this.#membership?.start(partition, fetchOffset);
    }
  }

  #drop(partition: number): void {
    const assigned = this.#partitions.get(partition);
    if (assigned === undefined) return;
    this.#partitions.delete(partition);
    this.#uploads.drop(assigned.writer);
    this.#taken -= this.#tally.keep(partition, assigned.writer);
  }

  /** Waits while memory is full, and goes on beating so that the group keeps the member. */
  async #hold(assignment: Assignment, heartbeat: () => Promise<void>): Promise<void> {
    while (this.#backpressure.mustWait && !assignment.over.aborted && !this.ending.aborted) {
      if (!this.#uploads.busy) this.#flush(this.#backpressure.largest);
      await Promise.race([this.#release.promise, pause(RETRY_MS, this.ending)]);
      this.#lastRecordAt = performance.now();
      await heartbeat();
    }
  }

  #flush(writer: PartitionWriter | undefined): void {
    if (writer === undefined) return;
    writer.flush();
    this.#uploads.pump(writer);
  }

  get #writers(): PartitionWriter[] {
    return [...this.#partitions.values()].map(({ writer }) => writer);
  }

  #sum(of: (one: AssignedPartition) => number): number {
    let sum = 0;
    for (const one of this.#partitions.values()) sum += of(one);
    return sum;
  }

  /** Records that are to be taken yet. */
  get #left(): number {
    return (this.#options.count ?? Infinity) - this.#taken;
  }

  /** Offsets that are not committed yet: what is left to do where the run ends. */
  get #due(): number {
    return this.#sum(({ writer }) => Number(writer.position - writer.committedTo));
  }

  #settled(): boolean {
    return this.#writers.every((writer) => writer.drained && writer.commitDue === undefined);
  }

  async #commit(): Promise<void> {
    if (this.#assignment === undefined) return;
    const writers = new Map(
      [...this.#partitions].map(([partition, { writer }]) => [partition, writer]),
    );
    try {
      await this.#commits?.commitStored(this.#assignment, writers);
    } catch (error) {
      this.failed(error);
    }
  }

  /** Ends the run with a failure, once what is held is stored. */
  #endAfter(error: unknown): void {
    this.#reason ??= kafkaError(error, this.#config.kafka);
    this.#ending.abort();
  }

  #requireContact(now: number, timeoutMs: number): void {
    // Whoever stands still hears of nobody: that time does not count.
    const aside = now - this.#lookedAt;
    if (aside > STOOD_STILL_MS) {
      this.#lastContactAt += aside;
      if (this.#crash) this.#crash.since += aside;
    }
    this.#lookedAt = now;
    if (now - this.#lastContactAt > timeoutMs) this.failed(unreachable(this.#config, timeoutMs));
  }

  get #waitingFor(): string | undefined {
    const known = this.#uploads.waitingFor ?? this.#commits?.waitingFor;
    if (known !== undefined || this.#crash === undefined) return known;
    const error = kafkaError(this.#crash.error, this.#config.kafka);
    return error instanceof TickertapeError ? error.message : undefined;
  }
}
