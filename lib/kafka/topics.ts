/**
 * Topics: which there are, what is in them, and how far the sink is.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { createKafka } from "./client.ts";

/** Partitions of a topic that is made without saying how many. */
export const DEFAULT_PARTITIONS = 3;

/** A topic and its size. */
export interface TopicInfo {
  topic: string;
  partitions: number;
}

/** One partition of a topic. */
export interface PartitionInfo {
  partition: number;
  /** Offset of the oldest record that is kept. */
  lowOffset: bigint;
  /** Offset the next record will get. */
  highOffset: bigint;
  /** Offset the consumer group goes on at, where it has one. */
  committedOffset?: bigint;
  /** Records the group has not committed yet; where it has no offset, all that are kept. */
  lag: bigint;
}

/**
 * Makes a topic where it is missing.
 *
 * @param config Settings, of which it takes how Kafka is reached and the topic
 * @param options Another topic, and its partitions, 3 by default
 * @returns The topic with the partitions it has, and whether it was made now
 * @throws {TickertapeError} Kafka cannot be reached, or refuses the name
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, KAFKA_TOPIC: "prices" });
 *
 * assertEquals(await ensureTopic(config), { topic: "prices", partitions: 3, created: true });
 * assertEquals((await ensureTopic(config)).created, false);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function ensureTopic(
  config: Config,
  options: { topic?: string; partitions?: number } = {},
): Promise<TopicInfo & { created: boolean }> {
  const topic = options.topic ?? config.kafka.topic;
  return await withAdmin(config, async (admin) => {
    const existing = (await listWith(admin)).find((info) => info.topic === topic);
    if (existing) return { ...existing, created: false };
    const numPartitions = options.partitions ?? DEFAULT_PARTITIONS;
    // Another program may have made it since it was looked for: then nothing is created.
    const created = await admin.createTopics({ topics: [{ topic, numPartitions }] });
    return { topic, partitions: await countWith(admin, topic), created };
  });
}

/**
 * Lists the topics, without those that Kafka keeps for itself.
 *
 * @param config How Kafka is reached
 * @returns Topics by name
 * @throws {TickertapeError} Kafka cannot be reached
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, KAFKA_TOPIC: "prices" });
 *
 * await ensureTopic(config, { topic: "orders", partitions: 2 });
 * assertEquals(await listTopics(config), [{ topic: "orders", partitions: 2 }]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function listTopics(config: Config): Promise<TopicInfo[]> {
  return await withAdmin(config, listWith);
}

/**
 * Deletes a topic with its records.
 *
 * @param config How Kafka is reached
 * @param topic Topic to delete
 * @throws {TickertapeError} `KAFKA_NO_TOPIC`: there is no such topic
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, KAFKA_TOPIC: "prices" });
 *
 * await ensureTopic(config);
 * await deleteTopic(config, "prices");
 * assertEquals(await listTopics(config), []);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function deleteTopic(config: Config, topic: string): Promise<void> {
  await withAdmin(config, async (admin) => {
    await countWith(admin, topic);
    await admin.deleteTopics({ topics: [topic] });
  });
}

/**
 * Says what each partition of a topic holds, and how far the sink's consumer group is.
 *
 * @param config How Kafka is reached, and the group
 * @param topic Topic to look at; the configuration's by default
 * @returns Partitions, in order
 * @throws {TickertapeError} `KAFKA_NO_TOPIC`: there is no such topic
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, KAFKA_TOPIC: "prices" });
 *
 * await ensureTopic(config, { partitions: 1 });
 * assertEquals(await describeTopic(config), [
 *   { partition: 0, lowOffset: 0n, highOffset: 0n, lag: 0n },
 * ]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function describeTopic(
  config: Config,
  topic: string = config.kafka.topic,
): Promise<PartitionInfo[]> {
  return await withAdmin(config, async (admin) => {
    await countWith(admin, topic);
    const kept = await admin.fetchTopicOffsets(topic);
    const { groupId } = config.kafka;
    const [group] = await patiently(() => admin.fetchOffsets({ groupId, topics: [topic] }));
    const committed = new Map(
      group?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]),
    );
    return kept.map(({ partition, low, high }) =>
      partitionInfo(partition, BigInt(low), BigInt(high), committed.get(partition))
    ).sort((a, b) => a.partition - b.partition);
  });
}

/**
 * Counts a topic's partitions.
 *
 * @param config How Kafka is reached
 * @param topic Topic to look at
 * @returns Their number
 * @throws {TickertapeError} `KAFKA_NO_TOPIC`: there is no such topic
 */
export async function partitionCount(config: Config, topic: string): Promise<number> {
  return await withAdmin(config, (admin) => countWith(admin, topic));
}

/**
 * Runs something with a connected admin client.
 *
 * @param config How Kafka is reached
 * @param body What to do
 * @returns What `body` returns
 */
export async function withAdmin<T>(
  config: Config,
  body: (admin: Admin) => Promise<T>,
): Promise<T> {
  const admin = createKafka(config).admin();
  try {
    await admin.connect();
    return await body(admin);
  } finally {
    await admin.disconnect();
  }
}

/** Asks again where a group's coordinator is only just starting, which kafkajs's admin does not. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1;; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof TickertapeError) || !error.retriable || tries === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

function partitionInfo(
  partition: number,
  lowOffset: bigint,
  highOffset: bigint,
  committed = -1n,
): PartitionInfo {
  if (committed < 0n) return { partition, lowOffset, highOffset, lag: highOffset - lowOffset };
  // A group that stopped before the oldest record that is kept goes on at that one.
  const from = committed < lowOffset ? lowOffset : committed;
  const lag = from > highOffset ? 0n : highOffset - from;
  return { partition, lowOffset, highOffset, committedOffset: committed, lag };
}

async function listWith(admin: Admin): Promise<TopicInfo[]> {
  const { topics } = await admin.fetchTopicMetadata();
  return topics.filter(({ name }) => !name.startsWith("__"))
    .map(({ name, partitions }) => ({ topic: name, partitions: partitions.length }))
    .sort((a, b) => a.topic < b.topic ? -1 : 1);
}

async function countWith(admin: Admin, topic: string): Promise<number> {
  // Asked for by name, a broker that makes topics by itself would make it.
  const found = (await listWith(admin)).find((info) => info.topic === topic);
  if (found) return found.partitions;
  throw new TickertapeError({
    code: "KAFKA_NO_TOPIC",
    message: `There is no topic '${topic}'`,
    remedy: `Make it with: deno task topic create ${topic}`,
  });
}
