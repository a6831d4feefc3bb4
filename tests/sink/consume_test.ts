import { assert, assertEquals, assertRejects } from "@std/assert";
import { Buffer } from "node:buffer";
import { TickertapeError } from "../../lib/errors.ts";
import { consume, listDeadLetters, resendDeadLetters, verifyObjects } from "../../lib/sink/mod.ts";
import { linesIn, prices, services } from "./services.ts";

const FOLDER = "stock_market/dt=2024-05-06/hour=07";

Deno.test("records become gzip JSON lines with their offsets, named by where they start", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(5));
  const summary = await consume(test.config, { count: 5, flushRecords: 2 });
  assertEquals([summary.records, summary.objects, summary.deadLetters], [5, 3, 0]);
  const objects = await test.objects();
  const { topic } = test.config.kafka;
  assertEquals(
    objects.map(({ key }) => key),
    [0, 2, 4].map((first) => `${FOLDER}/${topic}+0+${String(first).padStart(20, "0")}.jsonl.gz`),
  );
  assertEquals(linesIn(objects[1]!), [
    '{"Index":"HSI","Close":2.25,"kafka_partition":0,"kafka_offset":2,"kafka_timestamp":1714978800002}',
    '{"Index":"HSI","Close":3.25,"kafka_partition":0,"kafka_offset":3,"kafka_timestamp":1714978800003}',
  ]);
  assertEquals(objects[1]!.metadata["first-offset"], "2");
  assertEquals(objects[1]!.metadata["next-offset"], "4");
});

Deno.test("a second run goes on where the first ended", async () => {
  await using test = await services();
  await test.createTopic(2);
  await test.send([...prices(4), ...prices(3, 0, 1)]);
  assertEquals((await consume(test.config, { count: 7 })).records, 7);
  await test.send(prices(2, 4));
  const second = await consume(test.config, { untilIdleSeconds: 0.5 });
  assertEquals(second.records, 2);
  assertEquals(second.partitions.map((part) => [part.firstOffset, part.nextOffset]), [[4n, 6n]]);
  const report = await verifyObjects(test.config);
  assertEquals([report.ok, report.records, report.compared], [true, 9, 9]);
});

Deno.test("the signal ends the sink with what it holds written and committed", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(10));
  const stop = new AbortController();
  const summary = await consume(test.config, {
    signal: stop.signal,
    flushSeconds: 3600,
    onProgress: ({ bufferedBytes }) => bufferedBytes > 0 && stop.abort(),
  });
  assertEquals(summary.records, 10);
  const admin = test.kafka.admin();
  await admin.connect();
  const { groupId, topic } = test.config.kafka;
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  await admin.disconnect();
  assertEquals(committed?.partitions[0]?.offset, "10");
});

Deno.test("an object holds records of one hour, and old ones stay with their neighbours", async () => {
  await using test = await services();
  await test.createTopic(1);
  const at = (text: string) => ({ value: "{}", timestamp: String(Date.parse(text)) });
  await test.send([
    at("2024-05-06T07:59:59.999Z"),
    at("2024-05-06T08:00:00.000Z"),
    at("2024-05-06T07:30:00.000Z"),
    at("2024-05-07T00:00:00.000Z"),
  ]);
  await consume(test.config, { count: 4 });
  const objects = await test.objects();
  assertEquals(
    objects.map(({ key, metadata }) => [key.split("/").slice(1, 3).join("/"), metadata["records"]]),
    [["dt=2024-05-06/hour=07", "1"], ["dt=2024-05-06/hour=08", "2"], [
      "dt=2024-05-07/hour=00",
      "1",
    ]],
  );
});

Deno.test("idle partitions are flushed by age", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(3));
  const stop = new AbortController();
  await consume(test.config, {
    flushSeconds: 0.3,
    signal: stop.signal,
    onProgress: ({ records }) => records === 3 && stop.abort(),
  });
  assertEquals((await test.objects()).length, 1);
});

Deno.test("json: one object a record, named by partition and offset", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(3));
  const summary = await consume(test.config, { count: 3, format: "json" });
  assertEquals(summary.objects, 3);
  const objects = await test.objects();
  assertEquals(objects.map(({ key }) => key.split("/").at(-1)), [
    "stock_market_0_0.json",
    "stock_market_0_1.json",
    "stock_market_0_2.json",
  ]);
  assertEquals(
    new TextDecoder().decode(objects[2]!.bytes),
    '{"Index":"HSI","Close":2.25,"kafka_partition":0,"kafka_offset":2,"kafka_timestamp":1714978800002}',
  );
  assert((await verifyObjects(test.config)).ok);
});

Deno.test("what is no row is a dead letter, with its bytes and the reason; it can be sent again", async () => {
  await using test = await services();
  await test.createTopic(1);
  const values: (string | Uint8Array | null)[] = [
    null,
    "not json",
    '{"ok":1}',
    new Uint8Array([0x7b, 0xff, 0x7d]),
    "[1]",
    '{"a":1,"A":2}',
    '{"ok":9007199254740993}',
    "",
    `{"deep":${"[".repeat(1000)}${"]".repeat(1000)}}`,
    '{"kafka_offset":1}',
    "42",
  ];
  await test.send(values.map((value) => ({
    key: "k",
    timestamp: String(Date.UTC(2024, 4, 6, 7)),
    value: typeof value === "string" ? value : value && Buffer.from(value),
  })));
  const summary = await consume(test.config, { count: values.length });
  assertEquals([summary.records, summary.deadLetters], [2, 9]);
  const letters = await Array.fromAsync(listDeadLetters(test.config));
  assertEquals(letters.map(({ offset, reason }) => [Number(offset), reason]), [
    [0, "empty"],
    [1, "not JSON"],
    [3, "not UTF-8"],
    [4, "not a JSON object"],
    [5, "duplicate column"],
    [7, "empty"],
    [8, "nested too deep"],
    [9, "reserved column"],
    [10, "not a JSON object"],
  ]);
  assertEquals(letters[2]!.value, Buffer.from([0x7b, 0xff, 0x7d]));
  assertEquals(letters[2]!.key, Buffer.from("k"));
  const data = (await test.objects()).filter(({ key }) => key.startsWith("stock_market/"));
  assertEquals(data.length, 1);
  assert(linesIn(data[0]!)[1]!.startsWith('{"ok":9007199254740993,"kafka_partition":0,'));
  assertEquals((await verifyObjects(test.config)).problems, []);

  const sent = await resendDeadLetters(test.config, { only: (one) => one.reason === "not JSON" });
  assertEquals(sent, { topic: test.config.kafka.topic, sent: 1, sentBefore: 0 });
  assertEquals((await consume(test.config, { count: 1 })).deadLetters, 1);
  assertEquals((await verifyObjects(test.config)).problems, []);
});

Deno.test("a value of 10 MB is stored", async () => {
  await using test = await services();
  const { topic } = test.config.kafka;
  const admin = test.kafka.admin();
  await admin.connect();
  const configEntries = [{ name: "max.message.bytes", value: String(12 << 20) }];
  await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }] });
  await admin.disconnect();
  const text = "x".repeat(10 << 20);
  await test.send([{ value: JSON.stringify({ text }) }]);
  assertEquals((await consume(test.config, { count: 1 })).records, 1);
  assertEquals(JSON.parse(linesIn((await test.objects())[0]!)[0]!).text.length, text.length);
});

Deno.test("latest begins at the end, and a group goes on from there", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(3));
  assertEquals((await consume(test.config, { from: "latest", untilIdleSeconds: 0.3 })).records, 0);
  await test.send(prices(2, 3));
  const summary = await consume(test.config, { from: "latest", untilIdleSeconds: 0.5 });
  assertEquals(summary.partitions.map((part) => part.firstOffset), [3n]);
});

Deno.test("a new group finds what is stored, and repeats none of it", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(6));
  await consume(test.config, { count: 6, flushRecords: 4 });
  await test.send(prices(2, 6));
  const other = structuredClone(test.config);
  other.kafka.groupId += "-other";
  const summary = await consume(other, { untilIdleSeconds: 0.5 });
  assertEquals(summary.records, 2);
  assertEquals((await verifyObjects(other)).problems, []);
});

async function assertStops(work: Promise<unknown>, code: string): Promise<void> {
  const error = await assertRejects(() => work, TickertapeError);
  assertEquals(error.code, code, error.message);
}

Deno.test("a group that writes elsewhere is refused", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(2));
  await consume(test.config, { count: 2 });
  const elsewhere = structuredClone(test.config);
  elsewhere.s3.dataPrefix = "other";
  await assertStops(consume(elsewhere, { untilIdleSeconds: 5 }), "GROUP_WRITES_ELSEWHERE");
  await assertStops(consume(test.config, { format: "json" }), "GROUP_WRITES_ELSEWHERE");
});

Deno.test("a topic made again is noticed, whether it is shorter or longer", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(4));
  await consume(test.config, { count: 4, flushRecords: 2 });
  await test.deleteTopic();
  await test.createTopic(1);
  await test.send(prices(1, 100));
  await assertStops(consume(test.config, { untilIdleSeconds: 5 }), "TOPIC_MADE_AGAIN");
  await test.send(prices(20, 101));
  const other = structuredClone(test.config);
  other.kafka.groupId += "-other";
  await assertStops(consume(other, { flushSeconds: 0.2 }), "TOPIC_MADE_AGAIN");
});

Deno.test("records that the topic dropped before they were stored stop the sink, or are skipped aloud", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(2));
  await consume(test.config, { count: 2 });
  await test.send(prices(6, 2));
  const admin = test.kafka.admin();
  await admin.connect();
  const { topic } = test.config.kafka;
  await admin.fetchTopicMetadata({ topics: [topic] });
  await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: "5" }] });
  await admin.disconnect();
  await assertStops(consume(test.config, { untilIdleSeconds: 5 }), "RECORDS_GONE");
  const summary = await consume(test.config, { skipLost: true, untilIdleSeconds: 0.5 });
  assertEquals(summary.partitions.map((part) => [part.firstOffset, part.nextOffset]), [[5n, 8n]]);
  const { problems } = await verifyObjects(test.config);
  assertEquals(problems.map(({ kind, message }) => [kind, message]), [
    ["gap", "offsets 2 to 4 are in no object"],
  ]);
});

Deno.test("an object in the way that is not the sink's stops it, and nothing is committed past", async () => {
  await using test = await services();
  await test.createTopic(1);
  const { topic } = test.config.kafka;
  await test.putObject(`${FOLDER}/${topic}+0+${"0".repeat(19)}2.jsonl.gz`, "somebody's");
  await test.send(prices(4));
  await assertStops(consume(test.config, { flushSeconds: 0.2 }), "OBJECT_IN_THE_WAY");
});
