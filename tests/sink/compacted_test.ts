/**
 * A topic that is compacted: offsets without a record inside batches, at their ends, and whole batches
 * of them. What is left is told by a plain consumer.
 */
import { assertEquals } from "@std/assert";
import { consume, verifyObjects } from "../../lib/sink/mod.ts";
import { testBroker } from "../local/kafka/helpers.ts";
import { until } from "../until.ts";
import { type Services, services } from "./services.ts";

const SETTINGS = {
  "cleanup.policy": "compact",
  "segment.ms": 1,
  "min.cleanable.dirty.ratio": 0,
  "delete.retention.ms": 0,
};
const FORMATS = ["jsonl", "parquet", "json"] as const;
/** The keys of all records, of each of which one is left in the end: a tombstone, of two of them. */
const KEYS = 8;
/** Records that are stored before the rest is sent: the third batch's first is the last of them. */
const BEFORE = 8;

/** Offsets that the topic has, up to the newest. */
async function offsetsOf({ kafka, config }: Services, newest: number): Promise<number[]> {
  const { topic } = config.kafka;
  const consumer = kafka.consumer({ groupId: crypto.randomUUID(), maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  const offsets: number[] = [];
  await consumer.run({
    eachMessage: ({ message }) => Promise.resolve(void offsets.push(Number(message.offset))),
  });
  await until(() => offsets.at(-1) === newest, "the newest record was read");
  await consumer.disconnect();
  return offsets;
}

/** One past the last offset that a format's objects hold. */
async function storedTo(test: Services, prefix: string): Promise<number> {
  const objects = (await test.objects()).filter(({ key }) => key.startsWith(`${prefix}/`));
  return Math.max(...objects.map(({ metadata }) => Number(metadata["next-offset"])));
}

Deno.test("offsets that were compacted away are no gap, and nothing that is left is missed", async () => {
  await using broker = await testBroker({ "log.cleaner.backoff.ms": 50 });
  await using test = await services({ KAFKA_BROKERS: `127.0.0.1:${broker.port}` });
  const { topic } = test.config.kafka;
  const admin = test.kafka.admin();
  await admin.connect();
  const configEntries = Object.entries(SETTINGS)
    .map(([name, value]) => ({ name, value: String(value) }));
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }] });
  await admin.disconnect();
  const time = Date.now() - 600_000;
  let sent = 0;
  const send = (keys: string, value: string | null = '{"n":1}') =>
    test.send([...keys].map((key) => ({ key, value, timestamp: String(time + 1_000 * sent++) })));

  for (const keys of ["abcd", "abx", "ab", "abcd"]) await send(keys);
  const runs = FORMATS.map((format) => {
    const config = structuredClone(test.config);
    config.kafka.groupId += format;
    config.s3.dataPrefix = format;
    return { config, options: { format, flushRecords: 2 } };
  });
  // It may have been compacted between two of them.
  const stored: number[] = [];
  for (const { config, options } of runs) {
    assertEquals((await consume(config, { ...options, count: BEFORE })).records, BEFORE);
    stored.push(await storedTo(test, options.format));
  }
  // A batch loses its first, its middle, its last, or all of its records.
  for (const keys of ["yaz", "ab", "zzzz", "ab"]) await send(keys);
  await send("dx", null);
  await send("q");
  let left: number[] = [];
  await until(async () => {
    left = await offsetsOf(test, sent - 1);
    return left.length === KEYS;
  }, "it was compacted");

  for (const [at, { config, options }] of runs.entries()) {
    const coming = left.filter((offset) => offset >= stored[at]!).length;
    const summary = await consume(config, { ...options, untilIdleSeconds: 1 });
    assertEquals(await offsetsOf(test, sent - 1), left);
    assertEquals(summary.records + summary.deadLetters, coming, options.format);
    const { problems, partitions } = await verifyObjects(config);
    assertEquals([problems, partitions.map(({ pending }) => pending)], [[], [0]]);
  }
});
