import { assertEquals, assertRejects } from "@std/assert";
import type { TickertapeError } from "../../lib/errors.ts";
import { consume, type SinkProgress, verifyObjects } from "../../lib/sink/mod.ts";
import { frontOf, prices, type Services, services } from "./services.ts";
import { until } from "../until.ts";

async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await assertRejects(() => work) as TickertapeError).code;
}

async function withAdmin(
  test: Services,
  work: (admin: ReturnType<Services["kafka"]["admin"]>) => Promise<unknown>,
): Promise<void> {
  const admin = test.kafka.admin();
  await admin.connect();
  await work(admin);
  await admin.disconnect();
}

Deno.test("a topic that is not there yet is waited for, and read from its first record", async () => {
  await using test = await services();
  const stop = new AbortController();
  const waits: string[] = [];
  const run = consume(test.config, {
    from: "latest",
    flushSeconds: 0.2,
    signal: stop.signal,
    onProgress: ({ records, waitingFor }) => {
      if (waitingFor) waits.push(waitingFor);
      if (records === 3) stop.abort();
    },
  });
  await until(() => waits.length > 0);
  assertEquals(waits[0], `the topic '${test.config.kafka.topic}', which deno task produce makes`);
  await test.createTopic(1);
  await test.send(prices(3));
  assertEquals((await run).records, 3);
});

Deno.test("the wait for a topic ends when it is idle for long, and with the signal", async () => {
  await using test = await services();
  assertEquals((await consume(test.config, { untilIdleSeconds: 0.1 })).records, 0);
  const stop = new AbortController();
  const run = consume(test.config, { signal: stop.signal, onProgress: () => stop.abort() });
  assertEquals((await run).records, 0);
});

Deno.test("a topic that is deleted while it is read ends the sink with what is the matter", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(3));
  let at: SinkProgress | undefined;
  const run = consume(test.config, { flushSeconds: 0.1, onProgress: (now) => at = now });
  const code = codeOf(run);
  await until(() => at?.records === 3);
  await test.deleteTopic();
  assertEquals(await code, "KAFKA_NO_TOPIC");
});

Deno.test("records dropped ahead of a slow sink: what it holds is written, and the group keeps its place", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(6));
  const stalled = Promise.withResolvers<undefined>();
  await using s3 = frontOf(test, () => stalled.promise);
  let at: SinkProgress | undefined;
  const code = codeOf(consume(s3.config, {
    flushRecords: 3,
    maxBufferBytes: 300,
    flushSeconds: 0.2,
    onProgress: (now) => at = now,
  }));
  await until(() => (at?.bufferedBytes ?? 0) > 300);
  for (let i = 0; i < 3; i++) await test.send(prices(10, 6 + 10 * i));
  await withAdmin(test, async (admin) => {
    const { topic } = test.config.kafka;
    await admin.fetchTopicMetadata({ topics: [topic] });
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: "30" }] });
  });
  stalled.resolve(undefined);
  assertEquals(await code, "RECORDS_GONE");
  assertEquals((await test.objects()).map(({ metadata }) => metadata["next-offset"]), ["3", "6"]);
  assertEquals(await codeOf(consume(test.config, { untilIdleSeconds: 1 })), "RECORDS_GONE");
  const summary = await consume(test.config, { skipLost: true, untilIdleSeconds: 0.5 });
  assertEquals(summary.partitions.map((part) => [part.firstOffset, part.nextOffset]), [[30n, 36n]]);
  const { problems } = await verifyObjects(test.config);
  assertEquals(problems.map(({ message }) => message), ["offsets 6 to 29 are in no object"]);
});

Deno.test("sinks of one group that read two topics get all of both", async () => {
  await using test = await services();
  const other = structuredClone(test.config);
  other.kafka.topic += "-other";
  await test.createTopic(2);
  await withAdmin(test, (admin) =>
    admin.createTopics({
      topics: [{ topic: other.kafka.topic, numPartitions: 2 }],
      waitForLeaders: true,
    }));
  const producer = test.kafka.producer();
  await producer.connect();
  const stop = new AbortController();
  const stored = [0, 0];
  const runs = [test.config, other].map((config, which) =>
    consume(config, {
      flushSeconds: 0.1,
      signal: stop.signal,
      onProgress: ({ records }) => stored[which] = records,
    })
  );
  for (const { kafka: { topic } } of [test.config, other]) {
    await producer.send({ topic, messages: [...prices(4), ...prices(4, 0, 1)] });
  }
  await until(() => stored.every((count) => count === 8));
  stop.abort();
  await Promise.all(runs);
  await producer.disconnect();
});

Deno.test("two topics in the files of the format json do not take each other's objects for theirs", async () => {
  await using test = await services();
  const other = structuredClone(test.config);
  other.kafka.topic += "-other";
  other.kafka.groupId += "-other";
  await test.createTopic(1);
  await withAdmin(test, (admin) =>
    admin.createTopics({
      topics: [{ topic: other.kafka.topic, numPartitions: 1 }],
      waitForLeaders: true,
    }));
  await test.send(prices(2));
  const producer = test.kafka.producer();
  await producer.connect();
  await producer.send({ topic: other.kafka.topic, messages: prices(2) });
  await producer.disconnect();
  await consume(test.config, { format: "json", untilIdleSeconds: 0.5 });
  const run = consume(other, { format: "json", untilIdleSeconds: 0.5 });
  assertEquals(await codeOf(run), "OBJECT_IN_THE_WAY");
});

Deno.test("another format is no other life of the topic", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(2));
  await consume(test.config, { count: 2 });
  const other = structuredClone(test.config);
  other.kafka.groupId += "-other";
  const run = consume(other, { format: "parquet", untilIdleSeconds: 0.5 });
  assertEquals(await codeOf(run), "OBJECTS_OF_ANOTHER_FORMAT");
});
