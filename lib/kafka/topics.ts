/**
 * Topics: which there are, what is in them, and how far the sink is.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { createKafka } from "../kafka_client/client.ts";

/** Partitions of a topic that is made without saying how many. */
export const DEFAULT_PARTITIONS = 3;

/** A topic and its size. */
export interface TopicInfo {
  topic: string;
  partitions: number;
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

/**
 * Lists the topics with a connected admin client.
 *
 * @param admin The client
 * @returns Topics by name, without Kafka's own
 */
export async function listWith(admin: Admin): Promise<TopicInfo[]> {
  const { topics } = await admin.fetchTopicMetadata();
  return topics.filter(({ name }) => !name.startsWith("__"))
    .map(({ name, partitions }) => ({ topic: name, partitions: partitions.length }))
    .sort((a, b) => a.topic < b.topic ? -1 : 1);
}

/**
 * Counts a topic's partitions with a connected admin client.
 *
 * @param admin The client
 * @param topic Topic to look at
 * @returns Their number
 * @throws {TickertapeError} `KAFKA_NO_TOPIC`: there is no such topic
 */
export async function countWith(admin: Admin, topic: string): Promise<number> {
  // Asked for by name, a broker that makes topics by itself would make it.
  const found = (await listWith(admin)).find((info) => info.topic === topic);
  if (found) return found.partitions;
  throw new TickertapeError({
    code: "KAFKA_NO_TOPIC",
    message: `There is no topic '${topic}'`,
    remedy: "deno task topic shows which there are.\n" +
      `Make it with: deno task topic create ${topic}`,
  });
}
