/**
 * The sink's place in its consumer group: which partitions are its own, and until when.
 *
 * kafkajs tells a member that the group is being laid out anew only after the fact, and commits
 * with whatever generation it is in by then. Here an assignment ends at the moment the member joins
 * again (the assigner is asked for its protocol), every partition is paused until its position is
 * known, and each commit carries the generation it belongs to, so that a broker refuses it after.
 * @module
 */
import type { Batch, Broker, Cluster, Consumer, Kafka, PartitionAssigner } from "kafkajs";
import { fetchBatches, recordBatches } from "../../kafka_client/raw_fetch.ts";
import type { RecordBatch } from "../../kafka_client/record_batch.ts";
import { pause } from "../pause.ts";
import { bySubscription } from "./assigner.ts";
import { isFatal } from "./fatal.ts";

/** Partitions that are this member's until the group is laid out anew. */
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
  /** The group has given out partitions; each is paused until it is started. */
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
  /** The client has given up, and begins again. */
  crashed(): void;
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
  /** Joins the group, and joins it again whenever it is laid out anew. */
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
  const { groupId, topic, sessionTimeoutMs } = options;
  let cluster: Cluster | undefined;
  let current: { assignment: Assignment; end: AbortController; member: Latch<Member> } | undefined;
  // Between a crash and its restart the client has no group to pause or to seek in.
  let active = false;
  let leaving = false;
  const pauseAll = () => active && consumer.pause([{ topic }]);
  const endAssignment = () => {
    current?.end.abort();
    current = undefined;
    pauseAll();
  };
  const assigner: PartitionAssigner = (config) => {
    cluster = config.cluster;
    fetchBatches(cluster);
    guardCommits(cluster, (lost) => lost === topic, (partition) => {
      if (active) consumer.pause([{ topic, partitions: [partition] }]);
      handlers.lostPosition(partition);
    });
    const assign = bySubscription(config);
    return {
      ...assign,
      protocol: (subscription) => {
        active = true;
        endAssignment();
        return assign.protocol(subscription);
      },
    };
  };
  const consumer: Consumer = kafka.consumer({
    groupId,
    sessionTimeout: sessionTimeoutMs,
    rebalanceTimeout: Math.max(sessionTimeoutMs, 10_000),
    heartbeatInterval: Math.min(500, Math.floor(sessionTimeoutMs / 4)),
    maxWaitTimeInMs: FETCH_WAIT_MS,
    maxBytesPerPartition: 1024 * 1024,
    maxBytes: 2 * 1024 * 1024,
    partitionAssigners: [assigner],
    allowAutoTopicCreation: false,
    metadataMaxAge: METADATA_AGE_MS,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 4 },
  });
  const { GROUP_JOIN, HEARTBEAT, FETCH, CRASH, STOP } = consumer.events;
  consumer.on(STOP, () => {
    active = false;
    endAssignment();
  });
  consumer.on(GROUP_JOIN, ({ payload }) => {
    const end = new AbortController();
    const partitions = payload.memberAssignment[topic] ?? [];
    const assignment = { partitions, over: end.signal };
    current = { assignment, end, member: latch(end.signal) };
    handlers.contact();
    handlers.assigned(assignment);
  });
  consumer.on(HEARTBEAT, ({ payload }) => {
    handlers.contact();
    current?.member.set(payload);
  });
  consumer.on(FETCH, () => handlers.contact());
  consumer.on(CRASH, async ({ payload }) => {
    endAssignment();
    handlers.crashed();
    if (payload.restart || leaving) return;
    if (isFatal(payload.error)) return handlers.failed(payload.error);
    await pause(RESTART_MS);
    if (!leaving) await join();
  });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: options.fromBeginning });
  let joining: Promise<void> = Promise.resolve();
  const join = () => {
    joining = consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async ({ batch, heartbeat, resolveOffset }) => {
        const assignment = current?.assignment;
        if (!assignment?.partitions.includes(batch.partition)) return;
        const last = await handlers.records(assignment, toFetched(batch), heartbeat);
        if (last !== undefined && !assignment.over.aborted) resolveOffset(String(last));
      },
    });
    return joining;
  };
  return {
    join,
    start(partition, offset) {
      if (!active) return;
      consumer.seek({ topic, partition, offset: String(offset) });
      consumer.resume([{ topic, partitions: [partition] }]);
    },
    pause: () => void pauseAll(),
    async commit(assignment, offsets, metadata) {
      const at = current;
      if (at?.assignment !== assignment || cluster === undefined) return false;
      // The generation is known once the coordinator has confirmed it in a heartbeat.
      const member = await at.member.value;
      if (member === undefined) return false;
      const partitions = [...offsets].map(([partition, offset]) => ({
        partition,
        offset: String(offset),
        metadata: metadata(partition),
      }));
      try {
        const coordinator = await cluster.findGroupCoordinator({ groupId });
        const { groupGenerationId, memberId } = member;
        const topics = [{ topic, partitions }];
        await coordinator.offsetCommit({ groupId, groupGenerationId, memberId, topics });
        handlers.contact();
        return true;
      } catch (error) {
        if (!FENCED.includes((error as { type?: string }).type ?? "")) throw error;
        at.member.clear();
        return false;
      }
    },
    async leave() {
      leaving = true;
      const left = new AbortController();
      const patience = pause(LEAVE_TIMEOUT_MS, left.signal);
      // The group would wait for a member that went away while it joined. That it could not join is
      // told to whoever called for it.
      await Promise.race([joining.catch(() => {}), patience]);
      await Promise.race([consumer.disconnect(), patience]);
      left.abort();
    },
  };
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

/** What a commit carries, as the client makes it. */
type CommitRequest = Parameters<Broker["offsetCommit"]>[0];

/**
 * Keeps the client from committing "begin anew" where the topic no longer has the offset it is at:
 * the group would forget where what is stored ends.
 */
function guardCommits(
  cluster: Cluster,
  isOwn: (topic: string) => boolean,
  onLost: (partition: number) => void,
): void {
  const find = cluster.findGroupCoordinator.bind(cluster);
  const guarded = new WeakSet<Broker>();
  cluster.findGroupCoordinator = async (group) => {
    const broker = await find(group);
    if (guarded.has(broker)) return broker;
    guarded.add(broker);
    const commit = broker.offsetCommit.bind(broker);
    broker.offsetCommit = async (request: CommitRequest) => {
      const lost = request.topics.filter(({ topic }) => isOwn(topic))
        .flatMap(({ partitions }) => partitions.filter(({ offset }) => BigInt(offset) < 0n));
      if (lost.length === 0) return await commit(request);
      for (const { partition } of lost) onLost(partition);
    };
    return broker;
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
