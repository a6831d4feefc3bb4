/**
 * Records as they come: the tutorial's console consumer.
 * @module
 */
import type { Consumer, EachBatchPayload, KafkaMessage } from "kafkajs";
import type { Config } from "../config.ts";
import { createKafka } from "../kafka_client/client.ts";
import { countWith, withAdmin } from "./topics.ts";

/** A record of a topic. */
export interface TailRecord {
  partition: number;
  offset: bigint;
  /** Kafka's time of the record. */
  timestamp: Date;
  key: string | null;
  value: string | null;
  headers: Record<string, string>;
}

/** What is followed. */
export interface TailOptions {
  /** Topic to follow; the configuration's by default. */
  topic?: string;
  /** `latest`, the default, gives what comes from now on; `earliest` what is there before it. */
  from?: "earliest" | "latest";
  signal?: AbortSignal;
  /** Told once it is settled where reading begins: what is sent from then on will be given. */
  onStart?: () => void;
}

/**
 * Follows a topic: gives its records, in the order of each partition, and waits for more. It reads
 * with a consumer group of its own, which commits nothing and is deleted at the end.
 *
 * @param config How Kafka is reached, and the topic
 * @param options Topic, where to begin, and how to stop
 * @returns Records, until the signal is aborted
 * @throws {TickertapeError} `KAFKA_NO_TOPIC`: there is no such topic
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { paced } from "../stock/mod.ts";
 * import { ensureTopic, produce } from "./mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, KAFKA_TOPIC: "prices" });
 *
 * await ensureTopic(config);
 * await produce(config, paced([{ Index: "HSI", Close: 2568.3 }], "max"));
 * for await (const { key, value } of tail(config, { from: "earliest" })) {
 *   assertEquals([key, value], ["HSI", '{"Index":"HSI","Close":2568.3}']);
 *   break;
 * }
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function* tail(
  config: Config,
  options: TailOptions = {},
): AsyncGenerator<TailRecord> {
  const { topic = config.kafka.topic, from = "latest", signal } = options;
  const starts = await withAdmin(config, async (admin) => {
    await countWith(admin, topic);
    return await admin.fetchTopicOffsets(topic);
  });
  options.onStart?.();
  const groupId = `tickertape-tail-${crypto.randomUUID()}`;
  const consumer = createKafka(config).consumer({
    groupId,
    allowAutoTopicCreation: false,
    // The end of the following waits for the fetch that is under way.
    maxWaitTimeInMs: FETCH_WAIT_MS,
  });
  const handed = handover<TailRecord>();
  /** By partition: the offset that comes next. */
  const next = new Map(starts.map(({ partition, low, high }) => [
    partition,
    BigInt(from === "earliest" ? low : high),
  ]));
  let joins = 0;
  const stop = () => handed.end();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: from === "earliest" });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (!payload.restart) handed.fail(payload.error);
    });
    // At each joining, for it may have to join again: the group commits nothing to go on from.
    consumer.on(consumer.events.GROUP_JOIN, () => {
      joins++;
      for (const [partition, offset] of next) {
        consumer.seek({ topic, partition, offset: String(offset) });
      }
    });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => {
        const joined = joins;
        return giveBatch(payload, next, handed, () => joins === joined);
      },
    });
    if (!signal?.aborted) yield* handed.values();
  } finally {
    signal?.removeEventListener("abort", stop);
    handed.end();
    await leave(config, consumer, groupId);
  }
}

async function giveBatch(
  { batch, heartbeat, resolveOffset, isRunning, isStale }: EachBatchPayload,
  next: Map<number, bigint>,
  handed: Handover<TailRecord>,
  isMember: () => boolean,
): Promise<void> {
  // A reader that takes its time is not put out of the group for it.
  const beat = setInterval(() => {
    heartbeat().catch((error) => isOutside(error) || handed.fail(error));
  }, HEARTBEAT_MS);
  try {
    for (const message of batch.messages) {
      if (!isRunning() || isStale() || !isMember()) return;
      const record = tailRecord(batch.partition, message);
      next.set(batch.partition, record.offset + 1n);
      await handed.give(record);
      resolveOffset(message.offset);
    }
  } finally {
    clearInterval(beat);
  }
}

/** Whether an error tells a member to join again, which the client does by itself. */
function isOutside(error: unknown): boolean {
  const { type = "" } = error as { type?: string };
  return ["UNKNOWN_MEMBER_ID", "REBALANCE_IN_PROGRESS", "ILLEGAL_GENERATION"].includes(type);
}

function tailRecord(partition: number, message: KafkaMessage): TailRecord {
  return {
    partition,
    offset: BigInt(message.offset),
    timestamp: new Date(Number(message.timestamp)),
    key: message.key?.toString() ?? null,
    value: message.value?.toString() ?? null,
    headers: Object.fromEntries(
      Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
    ),
  };
}

async function leave(config: Config, consumer: Consumer, groupId: string): Promise<void> {
  await consumer.disconnect();
  await withAdmin(config, async (admin) => {
    const { groups } = await admin.listGroups();
    if (groups.some((group) => group.groupId === groupId)) await admin.deleteGroups([groupId]);
  });
}

const FETCH_WAIT_MS = 500;
const HEARTBEAT_MS = 1_000;

/** Hands values from one side to the other, one at a time. */
interface Handover<T> {
  /** Gives a value; resolved once the other side asks for the next, or no longer wants any. */
  give(value: T): Promise<void>;
  fail(error: unknown): void;
  end(): void;
  values(): AsyncGenerator<T>;
}

function handover<T>(): Handover<T> {
  const waiting: { value: T; taken: () => void }[] = [];
  let ended = false;
  let failure: { error: unknown } | undefined;
  let wake = () => {};
  const finish = () => {
    ended = true;
    for (const { taken } of waiting.splice(0)) taken();
    wake();
  };
  return {
    give: (value) =>
      new Promise((resolve) => {
        if (ended) return resolve();
        waiting.push({ value, taken: resolve });
        wake();
      }),
    fail: (error) => {
      failure ??= { error };
      finish();
    },
    end: finish,
    async *values() {
      while (true) {
        const next = waiting.shift();
        if (next) {
          try {
            yield next.value;
          } finally {
            next.taken();
          }
        } else if (failure) throw failure.error;
        else if (ended) return;
        else await new Promise<void>((resolve) => wake = resolve);
      }
    },
  };
}
