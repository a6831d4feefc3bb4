/**
 * The sink's place in its consumer group: which partitions are its own, and until when.
 *
 * kafkajs tells a member of a rebalance only after the fact, and commits with whatever generation it
 * is in by then. Here an assignment ends at the moment the member joins again (the assigner is asked
 * for its protocol), every partition is paused until its position is known, and each commit carries
 * the generation it belongs to, so that the broker refuses it once that is over.
 * @module
 */
import type { Batch, Cluster, Consumer, Kafka, PartitionAssigner } from "kafkajs";
import { fetchBatches, recordBatches } from "../../kafka_client/raw_fetch.ts";
import type { RecordBatch } from "../../kafka_client/record_batch.ts";
import { pause } from "../../pause.ts";
import { bySubscription } from "./assigner.ts";
import { guardCommits } from "./commit_guard.ts";
import { isFatal } from "./fatal.ts";

/** Partitions that are this member's until the next rebalance. */
export interface Assignment {
  partitions: number[];
  /** Aborted when the assignment is over. */
  over: AbortSignal;
}

/** Records of one partition, as one fetch brought them. */
export interface Fetched {
  partition: number;
  /** The offset that was asked for. */
  fetchOffset: bigint;
  /** One past the last offset that the partition has. */
  highOffset: bigint;
  /** At least one. They may begin with records of before the offset that was asked for. */
  batches: RecordBatch[];
  /** Offset after which it goes on: it may be of a mark of the broker's, after the records. */
  lastOffset: bigint;
}

/** What a membership is told of. */
export interface MembershipHandlers {
  /** A rebalance has assigned partitions; each is paused until it is started. */
  assigned(assignment: Assignment): void;
  /**
   * Records have come.
   *
   * @returns The last offset that was taken, or `undefined` where none was: they come again
   */
  records(
    assignment: Assignment,
    fetched: Fetched,
    heartbeat: () => Promise<void>,
  ): Promise<bigint | undefined>;
  /** The topic no longer has the offset a partition is at: nothing more is read of it. */
  lostPosition(partition: number): void;
  /** The brokers have answered. */
  contact(): void;
  /**
   * A fetch was answered: its records come next, if there are any.
   *
   * @param askedAt When it was asked, by `performance.now()`
   */
  fetched(askedAt: number): void;
  /** The client has given up, and begins again. */
  crashed(error: Error): void;
  /** The member cannot go on, and does not try again. */
  failed(error: Error): void;
}

/** How a member takes part. */
export interface MembershipOptions {
  groupId: string;
  topic: string;
  fromBeginning: boolean;
  sessionTimeoutMs: number;
}

/** A member of the group. */
export interface Membership {
  /** Joins the group, and joins it again with every rebalance. */
  join(): Promise<void>;
  /** Begins to read a partition. */
  start(partition: number, offset: bigint): void;
  /** Stops reading, without leaving the group. */
  pause(): void;
  /**
   * Commits offsets in the generation of an assignment.
   *
   * @returns Whether the broker took them; it does not once the assignment is over
   */
  commit(
    assignment: Assignment,
    offsets: ReadonlyMap<number, bigint>,
    metadata: (partition: number) => string,
  ): Promise<boolean>;
  /** Leaves the group. */
  leave(): Promise<void>;
}

interface Member {
  memberId: string;
  groupGenerationId: number;
}

/** Longest wait of a fetch for records, in milliseconds: also how soon a started partition is read. */
const FETCH_WAIT_MS = 250;
/** Longest wait for the brokers while leaving, in milliseconds. */
const LEAVE_TIMEOUT_MS = 10_000;

/** How soon partitions that are added to the topic are seen, in milliseconds. */
const METADATA_AGE_MS = 60_000;

/** Milliseconds before a member that the client gave up joins again. */
const RESTART_MS = 500;

/** Errors of a commit that tell that the member is not what it was. */
const FENCED = [
  "ILLEGAL_GENERATION",
  "UNKNOWN_MEMBER_ID",
  "REBALANCE_IN_PROGRESS",
  "FENCED_INSTANCE_ID",
];

/**
 * Makes a member of the group, which has not joined it yet.
 *
 * @param kafka The client
 * @param options Group and topic
 * @param handlers Told of what happens
 * @returns The membership
 */
export async function createMembership(
  kafka: Kafka,
  options: MembershipOptions,
  handlers: MembershipHandlers,
): Promise<Membership> {
  const membership = new KafkajsMembership(kafka, options, handlers);
  await membership.connect();
  return membership;
}

/** An assignment with what ends it, and the generation that its commits carry. */
interface CurrentAssignment {
  assignment: Assignment;
  end: AbortController;
  /** Known once the coordinator has confirmed it in a heartbeat. */
  member: Latch<Member>;
}

/** The membership over kafkajs. */
class KafkajsMembership implements Membership {
  readonly #options: MembershipOptions;
  readonly #handlers: MembershipHandlers;
  readonly #consumer: Consumer;
  #cluster: Cluster | undefined;
  #current: CurrentAssignment | undefined;
  /** Between a crash and its restart the client has no group to pause or to seek in. */
  #active = false;
  #leaving = false;
  #joining: Promise<void> = Promise.resolve();

  constructor(kafka: Kafka, options: MembershipOptions, handlers: MembershipHandlers) {
    const { groupId, sessionTimeoutMs } = options;
    this.#options = options;
    this.#handlers = handlers;
    this.#consumer = kafka.consumer({
      groupId,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: Math.max(sessionTimeoutMs, 10_000),
      heartbeatInterval: Math.min(500, Math.floor(sessionTimeoutMs / 4)),
      maxWaitTimeInMs: FETCH_WAIT_MS,
      maxBytesPerPartition: 1024 * 1024,
      maxBytes: 2 * 1024 * 1024,
      partitionAssigners: [(config) => this.#assigner(config)],
      allowAutoTopicCreation: false,
      metadataMaxAge: METADATA_AGE_MS,
      retry: {
        ...{ initialRetryTime: 100, maxRetryTime: 2_000, retries: 4 },
        restartOnFailure: (error) => Promise.resolve(!isFatal(error)),
      },
    });
    this.#listen();
  }

  async connect(): Promise<void> {
    const { topic, fromBeginning } = this.#options;
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topic, fromBeginning });
  }

  join(): Promise<void> {
    this.#joining = this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async ({ batch, heartbeat, resolveOffset }) => {
        const assignment = this.#current?.assignment;
        if (!assignment?.partitions.includes(batch.partition)) return;
        const last = await this.#handlers.records(assignment, toFetched(batch), heartbeat);
        if (last !== undefined && !assignment.over.aborted) resolveOffset(String(last));
      },
    });
    return this.#joining;
  }

  start(partition: number, offset: bigint): void {
    if (!this.#active) return;
    const { topic } = this.#options;
    this.#consumer.seek({ topic, partition, offset: String(offset) });
    this.#consumer.resume([{ topic, partitions: [partition] }]);
  }

  pause(): void {
    if (this.#active) this.#consumer.pause([{ topic: this.#options.topic }]);
  }

  async commit(
    assignment: Assignment,
    offsets: ReadonlyMap<number, bigint>,
    metadata: (partition: number) => string,
  ): Promise<boolean> {
    const current = this.#current;
    if (current?.assignment !== assignment || this.#cluster === undefined) return false;
    const member = await current.member.value;
    if (member === undefined) return false;
    const { groupId, topic } = this.#options;
    const partitions = [...offsets].map(([partition, offset]) => ({
      partition,
      offset: String(offset),
      metadata: metadata(partition),
    }));
    try {
      const coordinator = await this.#cluster.findGroupCoordinator({ groupId });
      const { groupGenerationId, memberId } = member;
      const topics = [{ topic, partitions }];
      await coordinator.offsetCommit({ groupId, groupGenerationId, memberId, topics });
      this.#handlers.contact();
      return true;
    } catch (error) {
      if (!FENCED.includes((error as { type?: string }).type ?? "")) throw error;
      current.member.clear();
      return false;
    }
  }

  async leave(): Promise<void> {
    this.#leaving = true;
    const left = new AbortController();
    const patience = pause(LEAVE_TIMEOUT_MS, left.signal);
    // The group would wait for a member that went away while it joined. That it could not join is
    // told to whoever called for it.
    await Promise.race([this.#joining.catch(() => {}), patience]);
    await Promise.race([this.#consumer.disconnect(), patience]);
    left.abort();
  }

  /** The client asks its assigner for the protocol at the moment it joins: that ends an assignment. */
  #assigner(config: Parameters<PartitionAssigner>[0]): ReturnType<PartitionAssigner> {
    const { cluster } = config;
    this.#cluster = cluster;
    fetchBatches(cluster);
    guardCommits(cluster, this.#options.topic, (partition) => this.#lose(partition));
    const assigner = bySubscription(config);
    return {
      ...assigner,
      protocol: (subscription) => {
        this.#active = true;
        this.#endAssignment();
        return assigner.protocol(subscription);
      },
    };
  }

  #listen(): void {
    const consumer = this.#consumer;
    const { GROUP_JOIN, HEARTBEAT, FETCH_START, FETCH, CRASH, STOP } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload }) => {
      this.#handlers.contact();
      this.#beginAssignment(payload.memberAssignment[this.#options.topic] ?? []);
    });
    consumer.on(HEARTBEAT, ({ payload }) => {
      this.#handlers.contact();
      this.#current?.member.set(payload);
    });
    // One fetch is under way for each broker.
    const askedAt = new Map<number, number>();
    consumer.on(FETCH_START, ({ payload }) => void askedAt.set(payload.nodeId, performance.now()));
    consumer.on(FETCH, ({ payload }) => {
      this.#handlers.contact();
      this.#handlers.fetched(askedAt.get(payload.nodeId)!);
    });
    consumer.on(CRASH, ({ payload }) => this.#crashed(payload));
    consumer.on(STOP, () => {
      this.#active = false;
      this.#endAssignment();
    });
  }

  #beginAssignment(partitions: number[]): void {
    const end = new AbortController();
    const assignment = { partitions, over: end.signal };
    this.#current = { assignment, end, member: latch(end.signal) };
    this.#handlers.assigned(assignment);
  }

  #endAssignment(): void {
    this.#current?.end.abort();
    this.#current = undefined;
    this.pause();
  }

  async #crashed({ error, restart }: { error: Error; restart: boolean }): Promise<void> {
    this.#endAssignment();
    this.#handlers.crashed(error);
    if (restart || this.#leaving) return;
    if (isFatal(error)) return this.#handlers.failed(error);
    await pause(RESTART_MS);
    if (!this.#leaving) await this.join();
  }

  #lose(partition: number): void {
    const { topic } = this.#options;
    if (this.#active) this.#consumer.pause([{ topic, partitions: [partition] }]);
    this.#handlers.lostPosition(partition);
  }
}

function toFetched(batch: Batch): Fetched {
  const { fetchedOffset } = batch as Batch & { fetchedOffset: string };
  return {
    partition: batch.partition,
    fetchOffset: BigInt(fetchedOffset),
    highOffset: BigInt(batch.highWatermark),
    batches: recordBatches(batch),
    lastOffset: BigInt(batch.lastOffset()),
  };
}

/** A value that is waited for, and that may be taken back. */
interface Latch<T> {
  readonly value: Promise<T | undefined>;
  set(value: T): void;
  clear(): void;
}

function latch<T>(over: AbortSignal): Latch<T> {
  let resolve: (value: T | undefined) => void;
  let value = new Promise<T | undefined>((done) => resolve = done);
  over.addEventListener("abort", () => resolve(undefined), { once: true });
  return {
    get value() {
      return value;
    },
    set: (given) => resolve(given),
    clear() {
      value = new Promise((done) => resolve = over.aborted ? (done(undefined), done) : done);
    },
  };
}
