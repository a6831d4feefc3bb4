import { assert, assertEquals, assertRejects } from "@std/assert";
import { TickertapeError } from "../../lib/errors.ts";
import { createKafka, ensureTopic, produce } from "../../lib/kafka/mod.ts";
import { openSender } from "../../lib/kafka/sender.ts";
import { loadCsv, paced, SAMPLE_FILE, type StockRecord } from "../../lib/stock/mod.ts";
import { readTopic, testKafka } from "./test_kafka.ts";

const { records } = await loadCsv(SAMPLE_FILE);

async function* batchesOf(
  rows: readonly StockRecord[],
  size: number,
): AsyncGenerator<StockRecord[]> {
  for (let at = 0; at < rows.length; at += size) {
    yield await Promise.resolve(rows.slice(at, at + size));
  }
}

Deno.test("every record is in the topic once, in order, as JSON, where the summary says", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await ensureTopic(config);
  const rows = records.slice(0, 5_000);
  const summary = await produce(config, batchesOf(rows, 700));
  assertEquals([summary.produced, summary.skipped, summary.topic], [5_000, 0, config.kafka.topic]);
  const seen = await readTopic(kafka, config.kafka.topic);
  assertEquals(seen.length, 5_000);
  for (const { partition, firstOffset, nextOffset } of summary.partitions) {
    const offsets = seen.filter((record) => record.partition === partition).map((r) => r.offset);
    assertEquals(offsets, offsets.map((_, n) => Number(firstOffset) + n));
    assertEquals(nextOffset - firstOffset, BigInt(offsets.length));
  }
  for (const symbol of new Set(rows.map(({ Index }) => Index))) {
    const sent = rows.filter(({ Index }) => Index === symbol).map((row) => JSON.stringify(row));
    const got = seen.filter(({ key }) => key === symbol);
    assertEquals(got.map(({ value }) => value), sent);
    assertEquals(new Set(got.map(({ partition }) => partition)).size, 1);
  }
});

Deno.test("whole numbers of decimal columns keep their decimal point", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await ensureTopic(config, { partitions: 1 });
  const rows = [
    { Index: '"Volume":5', Volume: 5, Day: 5 },
    { Index: "HSI", Volume: 2_153_180_400, Day: 1 },
    { Index: "HSI", Volume: -7, Day: 1 },
    { Index: "HSI", Volume: 0.5, Day: 1 },
    { Index: "HSI", Volume: null, Day: 1 },
    { Index: "HSI", Volume: 1e21, Day: 1 },
  ];
  await produce(config, batchesOf(rows, 10), { decimals: ["Volume"] });
  const seen = (await readTopic(kafka, config.kafka.topic)).map(({ value }) => value);
  assertEquals(
    new Set(seen),
    new Set([
      '{"Index":"\\"Volume\\":5","Volume":5.0,"Day":5}',
      '{"Index":"HSI","Volume":2153180400.0,"Day":1}',
      '{"Index":"HSI","Volume":-7.0,"Day":1}',
      '{"Index":"HSI","Volume":0.5,"Day":1}',
      '{"Index":"HSI","Volume":null,"Day":1}',
      '{"Index":"HSI","Volume":1e+21,"Day":1}',
    ]),
  );
});

Deno.test("a key goes where Java's producer puts it", async () => {
  // murmur2 of these keys, from Apache Kafka's own UtilsTest; the partition is the hash without its
  // sign bit, modulo the partitions.
  const hashes: [key: string, hash: number][] = [
    ["21", -973932308],
    ["foobar", -790332482],
    ["a-little-bit-long-string", -985981536],
    ["a-little-bit-longer-string", -1486304829],
    ["lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971],
    ["abc", 479470107],
  ];
  await using kafka = await testKafka();
  const config = kafka.config();
  await ensureTopic(config, { partitions: 7 });
  await produce(config, batchesOf(hashes.map(([key]) => ({ key, n: 1 })), 2));
  const seen = await readTopic(kafka, config.kafka.topic);
  assertEquals(
    seen.map(({ key, partition }) => [key, partition]).sort(),
    hashes.map(([key, hash]) => [key, (hash & 0x7fffffff) % 7]).sort(),
  );
});

Deno.test("the key is the text of the column asked for; records without one are spread", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await ensureTopic(config);
  const rows: StockRecord[] = [{ a: "x", n: 7 }, { a: "y", n: null }, { a: "z" }];
  await produce(config, batchesOf(rows, 1), { keyColumn: "n" });
  const seen = await readTopic(kafka, config.kafka.topic);
  const byRow = seen.map(({ key, value }) => [JSON.parse(value).a, key]).sort();
  assertEquals(byRow, [["x", "7"], ["y", null], ["z", null]]);
  const keyless = seen.filter(({ key }) => key === null);
  assertEquals(new Set(keyless.map(({ partition }) => partition)).size, 2);
});

Deno.test("an abort ends the run: what was sent is acknowledged, counted and in the topic", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await ensureTopic(config);
  const controller = new AbortController();
  const { signal } = controller;
  const endless = function* (): Generator<StockRecord> {
    for (let n = 0;; n++) yield { key: `k${n % 5}`, n };
  };
  const summary = await produce(config, paced(endless(), 2_000, { signal }), {
    signal,
    onProgress: ({ produced }) => produced > 200 && controller.abort(),
  });
  assert(summary.produced > 200);
  const seen = await readTopic(kafka, config.kafka.topic);
  const numbers = seen.map(({ value }) => JSON.parse(value).n as number).sort((a, b) => a - b);
  assertEquals(numbers, Array.from({ length: summary.produced }, (_, n) => n));
});

Deno.test("an abort ends the wait for a source that gives nothing", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await ensureTopic(config);
  const controller = new AbortController();
  async function* source(): AsyncGenerator<StockRecord[]> {
    yield [{ key: "a" }];
    setTimeout(() => controller.abort());
    await new Promise(() => {});
  }
  const summary = await produce(config, source(), { signal: controller.signal });
  assertEquals(summary.produced, 1);
});

Deno.test("what was read before the source fails is in the topic", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await ensureTopic(config);
  async function* source(): AsyncGenerator<StockRecord[]> {
    yield await Promise.resolve(records.slice(0, 100));
    throw new Error("line 102 is bad");
  }
  await assertRejects(() => produce(config, source()), Error, "line 102 is bad");
  assertEquals((await readTopic(kafka, config.kafka.topic)).length, 100);
});

Deno.test("large records of one batch go out in requests that the broker takes", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await ensureTopic(config);
  const rows = Array.from({ length: 8 }, (_, n) => ({ key: "same", n, text: "é".repeat(200_000) }));
  assertEquals((await produce(config, batchesOf(rows, 8))).produced, 8);
  const seen = await readTopic(kafka, config.kafka.topic);
  assertEquals(seen.map(({ value }) => JSON.parse(value).n), [0, 1, 2, 3, 4, 5, 6, 7]);
});

Deno.test("a batch that the topic's limit refuses goes out in smaller ones, each record once", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await createLimited(config, 10_000);
  const rows = Array.from({ length: 100 }, (_, n) => ({ key: "same", n, text: "x".repeat(1_000) }));
  const summary = await produce(config, batchesOf(rows, 50));
  assertEquals(summary.partitions.map(({ firstOffset, nextOffset }) => nextOffset - firstOffset), [
    100n,
  ]);
  const seen = await readTopic(kafka, config.kafka.topic);
  assertEquals(seen.map(({ value }) => JSON.parse(value).n), rows.map(({ n }) => n));
});

Deno.test("a record that is too large is an error with its number, key and size", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  await createLimited(config, 10_000);
  const rows = [{ key: "a", text: "" }, { key: "b", text: "x".repeat(20_000) }];
  const error = await assertRejects(() => produce(config, batchesOf(rows, 2)), TickertapeError);
  assertEquals(error.code, "KAFKA_TOO_LARGE");
  // {"key":"b","text":"…"} is 21 characters around the text.
  assertEquals(
    error.message,
    "Could not send record 2 (key b): its 20,021 bytes are more than the broker takes " +
      "(max.message.bytes)",
  );
});

async function createLimited(
  config: Parameters<typeof createKafka>[0],
  bytes: number,
): Promise<void> {
  const admin = createKafka(config).admin();
  await admin.connect();
  await admin.createTopics({
    topics: [{
      topic: config.kafka.topic,
      numPartitions: 1,
      configEntries: [{ name: "max.message.bytes", value: String(bytes) }],
    }],
  });
  await admin.disconnect();
}

Deno.test("a producer that begins a new identity now and then loses and repeats nothing", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const { topic } = config.kafka;
  await ensureTopic(config, { partitions: 1 });
  const sender = await openSender(config, topic, { recordsPerIdentity: 120 });
  for (let row = 1; row <= 500; row += 50) {
    const messages = Array.from({ length: 50 }, (_, n) => ({
      key: null,
      value: String(row + n),
      partition: 0,
      row: row + n,
    }));
    assertEquals((await sender.send({ partition: 0, messages })).nextOffset, BigInt(row + 49));
  }
  await sender.close();
  const values = (await readTopic(kafka, topic)).map(({ value }) => Number(value));
  assertEquals(values, Array.from({ length: 500 }, (_, n) => n + 1));
});

Deno.test("a topic that is not there is an error that says how to make it", async () => {
  await using kafka = await testKafka();
  const config = kafka.config("no-such-topic");
  const error = await assertRejects(
    () => produce(config, batchesOf([{ a: 1 }], 1)),
    TickertapeError,
  );
  assertEquals([error.code, error.remedy], [
    "KAFKA_NO_TOPIC",
    "deno task topic shows which there are.\nMake it with: deno task topic create no-such-topic",
  ]);
});
