/**
 * A broker for tests: the embedded one on a free port, or the one that `TEST_KAFKA_BROKERS` names,
 * so that the same tests run against Apache Kafka.
 * @module
 */
import { join } from "node:path";
import type { Kafka } from "kafkajs";
import { Kafka as Client, logLevel } from "kafkajs";
import { type Config, loadConfig } from "../../lib/config.ts";
import { openDatabase } from "../../lib/local/database.ts";
import { startKafka } from "../../lib/local/kafka/mod.ts";

/** A broker, and what a test needs of it. */
export interface TestKafka extends AsyncDisposable {
  /** `host:port`. */
  broker: string;
  /** Settings with this broker and a topic of the test's own. */
  config(topic?: string): Config;
  /** kafkajs as its users make it. */
  client(): Kafka;
}

/** Record as kafkajs's own consumer sees it. */
export interface SeenRecord {
  partition: number;
  offset: number;
  key: string | null;
  value: string;
}

/**
 * Starts a broker, or finds the one to use.
 *
 * @param broker Where the tests shall connect; by default to the broker itself
 * @returns The broker
 */
export async function testKafka(): Promise<TestKafka> {
  const named = Deno.env.get("TEST_KAFKA_BROKERS");
  if (named) return existing(named);
  const dir = await Deno.makeTempDir();
  const db = openDatabase(join(dir, "state.db"));
  const server = await startKafka({ port: 0, dir: join(dir, "kafka"), db });
  return {
    ...using(`${server.host}:${server.port}`),
    [Symbol.asyncDispose]: async () => {
      await server.close();
      db.close();
      await Deno.remove(dir, { recursive: true });
    },
  };
}

/** A broker that stays: the topics that a test made are deleted. */
function existing(broker: string): TestKafka {
  const kafka = using(broker);
  const topics = new Set<string>();
  return {
    ...kafka,
    config: (topic) => {
      const config = kafka.config(topic);
      topics.add(config.kafka.topic);
      return config;
    },
    [Symbol.asyncDispose]: async () => {
      const admin = kafka.client().admin();
      await admin.connect();
      const there = await admin.listTopics();
      await admin.deleteTopics({ topics: there.filter((topic) => topics.has(topic)) });
      await admin.disconnect();
    },
  };
}

function using(broker: string): Omit<TestKafka, typeof Symbol.asyncDispose> {
  return {
    broker,
    config: (topic = `test-${crypto.randomUUID()}`) => configFor(broker, topic),
    client: () => clientFor(broker),
  };
}

/**
 * Makes settings for a broker and a topic.
 *
 * @param broker `host:port`
 * @param topic Topic
 * @returns Settings
 */
export function configFor(broker: string, topic: string): Config {
  return loadConfig({ KAFKA_BROKERS: broker, KAFKA_TOPIC: topic });
}

function clientFor(broker: string): Kafka {
  return new Client({ clientId: "test", brokers: [broker], logLevel: logLevel.NOTHING });
}

/**
 * Reads a topic from its beginning with kafkajs's own consumer.
 *
 * @param kafka Broker
 * @param topic Topic
 * @returns All of its records, in the order of each partition
 */
export async function readTopic(kafka: TestKafka, topic: string): Promise<SeenRecord[]> {
  const admin = kafka.client().admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const missing = new Map(
    ends.map(({ partition, low, high }) => [partition, Number(high) - Number(low)] as const).filter(
      ([, count]) => count > 0,
    ),
  );
  const seen: SeenRecord[] = [];
  if (missing.size === 0) return seen;
  const consumer = kafka.client().consumer({ groupId: `test-${crypto.randomUUID()}` });
  const all = Promise.withResolvers<void>();
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ partition, message }) => {
      seen.push({
        partition,
        offset: Number(message.offset),
        key: message.key?.toString() ?? null,
        value: message.value?.toString() ?? "",
      });
      const left = (missing.get(partition) ?? 0) - 1;
      if (left > 0) missing.set(partition, left);
      else missing.delete(partition);
      if (missing.size === 0) all.resolve();
      return Promise.resolve();
    },
  });
  await all.promise;
  await consumer.disconnect();
  return seen;
}
