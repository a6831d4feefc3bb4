import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { gunzipSync, gzipSync } from "node:zlib";
import { s3ClientOptions } from "../../lib/aws.ts";
import { consume, verifyObjects } from "../../lib/sink/mod.ts";
import { prices, type Services, services } from "./services.ts";
import { until } from "../until.ts";

const HOUR = String(Date.UTC(2024, 4, 6, 7));

/** Ten records, one of them a dead letter, in objects of four. */
async function stored(test: Services): Promise<string[]> {
  await test.createTopic(1);
  const messages = prices(10);
  messages[5]!.value = "no json";
  await test.send(messages);
  await consume(test.config, { count: 10, flushRecords: 4 });
  assertEquals((await verifyObjects(test.config)).problems, []);
  return (await test.objects()).map(({ key }) => key);
}

function bucketOf(test: Services) {
  const s3 = new S3Client(s3ClientOptions(test.config));
  return { s3, Bucket: test.config.s3.dataBucket };
}

async function kinds(test: Services): Promise<string[]> {
  return (await verifyObjects(test.config)).problems.map(({ kind }) => kind).sort();
}

Deno.test("an object that is gone is a gap", async () => {
  await using test = await services();
  const keys = await stored(test);
  const { s3, Bucket } = bucketOf(test);
  const data = keys.filter((key) => key.startsWith("stock_market/"));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: data[1]! }));
  const { problems } = await verifyObjects(test.config);
  assertEquals(problems.map(({ kind }) => kind).sort(), ["dead letters", "gap"]);
  assertEquals(
    problems.find(({ kind }) => kind === "gap")?.message,
    "offsets 4 to 7 are in no object",
  );
  await s3.send(new DeleteObjectCommand({ Bucket, Key: data[0]! }));
  assertEquals((await verifyObjects(test.config)).partitions[0]?.before, 8);
  s3.destroy();
});

Deno.test("an object that is there twice is an overlap", async () => {
  await using test = await services();
  const keys = await stored(test);
  const { s3, Bucket } = bucketOf(test);
  const data = keys.filter((key) => key.startsWith("stock_market/"));
  const Key = data[1]!.replace("hour=07", "hour=08");
  await s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/${data[1]}` }));
  assertEquals((await kinds(test)).includes("overlap"), true);
  s3.destroy();
});

Deno.test("dead letters that are gone are missed", async () => {
  await using test = await services();
  const keys = await stored(test);
  const { s3, Bucket } = bucketOf(test);
  const Key = keys.find((key) => key.startsWith("dead_letter/"))!;
  await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  assertEquals(await kinds(test), ["dead letters"]);
  s3.destroy();
});

Deno.test("a dead letter has its record's key, value and time", async () => {
  await using test = await services();
  const keys = await stored(test);
  const { s3, Bucket } = bucketOf(test);
  const Key = keys.find((key) => key.startsWith("dead_letter/"))!;
  const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  const text = gunzipSync(await Body!.transformToByteArray()).toString();
  const letter = JSON.parse(text);
  const changes = [
    { key: btoa("another") },
    { value: null },
    { value: btoa("other") },
    { timestamp: letter.timestamp + 1 },
  ];
  for (const change of changes) {
    const line = `${JSON.stringify({ ...letter, ...change })}\n`;
    await s3.send(new PutObjectCommand({ Bucket, Key, Metadata, Body: gzipSync(line) }));
    assertEquals(await kinds(test), ["content"], JSON.stringify(change));
  }
  await s3.send(new PutObjectCommand({ Bucket, Key, Metadata, Body: gzipSync(text) }));
  assertEquals(await kinds(test), []);
  s3.destroy();
});

Deno.test("an object of another topic's life is not what the topic has", async () => {
  await using test = await services();
  await stored(test);
  await test.deleteTopic();
  await test.createTopic(1);
  await test.send(prices(12, 50));
  const found = await kinds(test);
  assertEquals(found.filter((kind) => kind === "content").length >= 3, true, found.join());
});

Deno.test("a partition of which nothing is left, or not the beginning, is missed", async () => {
  await using test = await services();
  await test.createTopic(2);
  await test.send([...prices(6), ...prices(6, 0, 1)]);
  await consume(test.config, { count: 12, flushRecords: 3 });
  const { s3, Bucket } = bucketOf(test);
  const keys = (await test.objects()).map(({ key }) => key);
  const gone = ["+1+", `+0+${"0".repeat(20)}`];
  for (const Key of keys.filter((key) => gone.some((part) => key.includes(part)))) {
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  }
  const { topic, groupId } = test.config.kafka;
  assertEquals(keys.filter((key) => key.includes(`${topic}+1+`)).length, 2);
  const { problems } = await verifyObjects(test.config);
  assertEquals(problems.map(({ partition, message }) => [partition, message]).sort(), [
    [0, `offsets 0 to 2 are in no object, and the group '${groupId}' began at 0`],
    [1, `offsets 0 to 5 are in no object, and the group '${groupId}' has committed 6`],
  ]);
  s3.destroy();
});

Deno.test("a group that began at the end, or has not begun, misses nothing", async () => {
  await using test = await services();
  await test.createTopic(2);
  await test.send([...prices(5), ...prices(2, 0, 1)]);
  const before = await verifyObjects(test.config);
  assertEquals([before.ok, before.objects], [true, 0]);
  assertEquals(before.partitions.map(({ pending }) => pending), [5, 2]);
  await consume(test.config, { from: "latest", untilIdleSeconds: 0.3 });
  const begun = await verifyObjects(test.config);
  assertEquals([begun.ok, begun.partitions.map(({ pending }) => pending)], [true, [0, 0]]);
  await test.send(prices(1, 5));
  await consume(test.config, { count: 1 });
  const after = await verifyObjects(test.config);
  assertEquals([after.ok, after.partitions[0]?.before], [true, 5]);
});

Deno.test("a sink at work is no problem", async () => {
  await using test = await services();
  await test.createTopic(1);
  const stop = new AbortController();
  let records = 0;
  const run = consume(test.config, {
    signal: stop.signal,
    flushRecords: 10,
    flushSeconds: 0.1,
    onProgress: (now) => records = now.records,
  });
  let sent = 0;
  const sending = (async () => {
    while (!stop.signal.aborted) {
      const messages = prices(20, sent);
      messages[7]!.value = "no json";
      messages[19]!.value = "no json";
      await test.send(messages);
      sent += 20;
    }
  })();
  await until(() => records > 50);
  for (let i = 0; i < 3; i++) {
    assertEquals((await verifyObjects(test.config)).problems, []);
  }
  stop.abort();
  await Promise.all([run, sending]);
});

Deno.test("values of a Parquet object are compared with the topic's", async () => {
  await using test = await services();
  await test.createTopic(1);
  const more = [
    '{"Close":-0,"n":{"a":[1.10]}}',
    '{"Close":"text","k":true}',
    "{}",
    '{"Close":1e3}',
  ];
  await test.send([...prices(3), ...more.map((value) => ({ value, timestamp: HOUR }))]);
  await consume(test.config, { count: 7, format: "parquet", flushRecords: 4 });
  const whole = await verifyObjects(test.config);
  assertEquals([whole.problems, whole.compared], [[], 7]);
  const [first] = await test.objects();
  const other = structuredClone(test.config);
  other.kafka.topic += "-other";
  const admin = test.kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: other.kafka.topic, numPartitions: 1 }] });
  await admin.disconnect();
  const producer = test.kafka.producer();
  await producer.connect();
  const changed = prices(4).map((message) => ({ ...message, value: '{"Index":"HSI","Close":9}' }));
  await producer.send({ topic: other.kafka.topic, messages: changed });
  await producer.disconnect();
  other.s3.dataPrefix = "other";
  other.kafka.groupId += "-other";
  await consume(other, { count: 4, format: "parquet" });
  const { bytes } = (await test.objects()).find(({ key }) => key.startsWith("other/"))!;
  const { s3, Bucket } = bucketOf(test);
  const { key: Key, metadata: Metadata } = first!;
  await s3.send(new PutObjectCommand({ Bucket, Key, Metadata, Body: bytes }));
  assertEquals(await kinds(test), ["content"]);
  s3.destroy();
});

Deno.test("what was ended before its time is not called well", async () => {
  await using test = await services();
  await stored(test);
  const report = await verifyObjects(test.config, { signal: AbortSignal.abort() });
  assertEquals([report.ok, report.complete, report.problems], [false, false, []]);
});

Deno.test("objects of a topic that is gone are checked against each other", async () => {
  await using test = await services();
  await stored(test);
  await test.deleteTopic();
  const report = await verifyObjects(test.config);
  assertEquals([report.problems, report.records, report.compared], [[], 9, 0]);
});
