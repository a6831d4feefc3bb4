/**
 * What topics hold, and how far the sink is with them.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { countWith, listWith, withAdmin } from "./topics.ts";

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
 * import { ensureTopic } from "./mod.ts";
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
    return await describeWith(admin, topic, config.kafka.groupId);
  });
}

/**
 * Says what each partition of every topic holds, and how far the sink's consumer group is.
 *
 * @param config How Kafka is reached, and the group
 * @returns Topics by name, without Kafka's own
 * @throws {TickertapeError} Kafka cannot be reached
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 * import { ensureTopic } from "./mod.ts";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, KAFKA_TOPIC: "prices" });
 *
 * await ensureTopic(config, { partitions: 1 });
 * assertEquals((await describeTopics(config)).map(({ topic }) => topic), ["prices"]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function describeTopics(
  config: Config,
): Promise<{ topic: string; partitions: PartitionInfo[] }[]> {
  return await withAdmin(config, async (admin) => {
    const described: { topic: string; partitions: PartitionInfo[] }[] = [];
    for (const { topic } of await listWith(admin)) {
      described.push({ topic, partitions: await describeWith(admin, topic, config.kafka.groupId) });
    }
    return described;
  });
}

async function describeWith(
  admin: Admin,
  topic: string,
  groupId: string,
): Promise<PartitionInfo[]> {
  const [group] = await patiently(() => admin.fetchOffsets({ groupId, topics: [topic] }));
  // Asked afterwards: what the group commits meanwhile may lie beyond ends that are older.
  const kept = await admin.fetchTopicOffsets(topic);
  const committed = new Map(
    group?.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]),
  );
  return kept.map(({ partition, low, high }) =>
    partitionInfo(partition, BigInt(low), BigInt(high), committed.get(partition))
  ).sort((a, b) => a.partition - b.partition);
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
