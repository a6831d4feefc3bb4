import { assert, assertEquals, assertRejects } from "@std/assert";
import { ConfigResourceTypes, type Kafka } from "kafkajs";
import { commitOffset, createPartitioner, testBroker } from "./helpers.ts";
import { until } from "../../until.ts";

async function withAdmin<T>(kafka: Kafka, use: (admin: ReturnType<Kafka["admin"]>) => Promise<T>) {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await use(admin);
  } finally {
    await admin.disconnect();
  }
}

async function withProducer<T>(
  kafka: Kafka,
  use: (producer: ReturnType<Kafka["producer"]>) => Promise<T>,
) {
  const producer = kafka.producer({ idempotent: true, createPartitioner });
  await producer.connect();
  try {
    return await use(producer);
  } finally {
    await producer.disconnect();
  }
}

interface Seen {
  partition: number;
  offset: string;
  key: string | null;
  value: string | null;
  headers: Record<string, string>;
  timestamp: string;
}

/** Reads until there are `count` records, and commits what it read. */
async function read(kafka: Kafka, options: {
  topic: string;
  count: number;
  groupId?: string;
  fromBeginning?: boolean;
}): Promise<Seen[]> {
  const { topic, count, groupId = "group", fromBeginning = true } = options;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
  const seen: Seen[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning });
  await consumer.run({
    eachMessage: ({ partition, message }) => {
      const { offset, key, value, headers, timestamp } = message;
      seen.push({
        partition,
        offset,
        key: key?.toString() ?? null,
        value: value?.toString() ?? null,
        headers: Object.fromEntries(
          Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]),
        ),
        timestamp,
      });
      return Promise.resolve();
    },
  });
  await until(() => seen.length >= count, `${count} records came`);
  await consumer.disconnect();
  return seen;
}

Deno.test("records come back with key, value, headers and time, null or not", async () => {
  await using broker = await testBroker();
  const kafka = broker.kafka();
  const messages: Omit<Seen, "partition" | "offset">[] = [
    { key: "k", value: "v", headers: { a: "1", b: "zwei" }, timestamp: "1000" },
    { key: null, value: "no key", headers: {}, timestamp: "2000" },
    { key: "tombstone", value: null, headers: {}, timestamp: "3000" },
    { key: "", value: "", headers: {}, timestamp: "4000" },
  ];
  await withAdmin(
    kafka,
    (admin) => admin.createTopics({ topics: [{ topic: "t", numPartitions: 1 }] }),
  );
  const [sent] = await withProducer(
    kafka,
    (producer) => producer.send({ topic: "t", messages: messages.map((each) => ({ ...each })) }),
  );
  assertEquals([sent!.errorCode, sent!.baseOffset], [0, "0"]);
  const seen = await read(kafka, { topic: "t", count: 4 });
  assertEquals(
    seen,
    messages.map((message, i) => ({ ...message, partition: 0, offset: String(i) })),
  );
});

Deno.test("a group goes on where it committed, also after the broker was restarted", async () => {
  await using broker = await testBroker();
  const topic = "t";
  const send = (values: string[]) =>
    withProducer(
      broker.kafka(),
      (producer) => producer.send({ topic, messages: values.map((value) => ({ value })) }),
    );
  await send(["a", "b"]);
  const values = async (count: number) =>
    (await read(broker.kafka(), { topic, count })).map(({ value }) => value).sort();
  assertEquals(await values(2), ["a", "b"]);
  await send(["c"]);
  assertEquals(await values(1), ["c"]);
  await broker.restart();
  await send(["d"]);
  assertEquals(await values(1), ["d"]);
  const offsets = await withAdmin(
    broker.kafka(),
    (admin) => admin.fetchOffsets({ groupId: "group", topics: [topic] }),
  );
  const total = offsets[0]!.partitions.reduce((sum, { offset }) => sum + Math.max(0, +offset), 0);
  assertEquals(total, 4);
});

Deno.test("topics are made, described, grown and deleted", async () => {
  await using broker = await testBroker();
  await withAdmin(broker.kafka(), async (admin) => {
    const topics = [{ topic: "a", numPartitions: 2 }, { topic: "b" }];
    assertEquals(await admin.createTopics({ topics }), true);
    assertEquals(await admin.createTopics({ topics: [topics[0]!] }), false);
    assertEquals((await admin.listTopics()).sort(), ["a", "b"]);
    await admin.createPartitions({ topicPartitions: [{ topic: "a", count: 5 }] });
    const { topics: [described] } = await admin.fetchTopicMetadata({ topics: ["a"] });
    assertEquals(described!.partitions.map(({ partitionId }) => partitionId).sort(), [
      0,
      1,
      2,
      3,
      4,
    ]);
    await assertRejects(
      () => admin.createPartitions({ topicPartitions: [{ topic: "a", count: 3 }] }),
    );
    await admin.deleteTopics({ topics: ["a"] });
    assertEquals(await admin.listTopics(), ["b"]);
    const error = await assertRejects(
      () => admin.createTopics({ topics: [{ topic: "no/slash" }] }),
    );
    assert(String(JSON.stringify(error)).includes("INVALID_TOPIC_EXCEPTION"), `${error}`);
  });
  assertEquals(
    [...Deno.readDirSync(broker.logs)].map(({ name }) => name).sort(),
    ["b-0", "b-1", "b-2"],
  );
});

Deno.test("a topic's settings are shown, changed, checked and kept", async () => {
  await using broker = await testBroker();
  const describe = () =>
    withAdmin(broker.kafka(), async (admin) => {
      const { resources } = await admin.describeConfigs({
        includeSynonyms: true,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: "t", configNames: ["retention.ms"] }],
      });
      return resources[0]!.configEntries.map((
        { configValue, configSource },
      ) => [configValue, configSource]);
    });
  const alter = (name: string, value: string) =>
    withAdmin(broker.kafka(), (admin) =>
      admin.alterConfigs({
        validateOnly: false,
        resources: [{
          type: ConfigResourceTypes.TOPIC,
          name: "t",
          configEntries: [{ name, value }],
        }],
      }));
  await withAdmin(broker.kafka(), (admin) => admin.createTopics({ topics: [{ topic: "t" }] }));
  const [TOPIC, DEFAULT] = [1, 5];
  assertEquals(await describe(), [["604800000", DEFAULT]]);
  await alter("retention.ms", "1000");
  await broker.restart();
  assertEquals(await describe(), [["1000", TOPIC]]);
  await assertRejects(() => alter("retention.ms", "soon"));
  await assertRejects(() => alter("no.such.setting", "1"));
  assertEquals(await describe(), [["1000", TOPIC]]);
});

Deno.test("offsets are listed by time, reset, and deleted with their records", async () => {
  await using broker = await testBroker();
  const kafka = broker.kafka();
  const topic = "t";
  await withAdmin(kafka, async (admin) => {
    await admin.createTopics({ topics: [{ topic, numPartitions: 1 }] });
    await withProducer(kafka, async (producer) => {
      for (let i = 0; i < 10; i++) {
        await producer.send({ topic, messages: [{ value: `${i}`, timestamp: `${1000 + i}` }] });
      }
    });
    const offsets = async () => {
      const [offsets] = await admin.fetchTopicOffsets(topic);
      return [offsets!.low, offsets!.high];
    };
    assertEquals(await offsets(), ["0", "10"]);
    assertEquals(await admin.fetchTopicOffsetsByTimestamp(topic, 1004), [
      { partition: 0, offset: "4" },
    ]);
    await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: "6" }] });
    assertEquals(await offsets(), ["6", "10"]);
    await admin.setOffsets({ groupId: "g", topic, partitions: [{ partition: 0, offset: "8" }] });
    const seen = await read(kafka, { topic, groupId: "g", count: 2 });
    assertEquals(seen.map(({ value }) => value), ["8", "9"]);
    // An offset that is deleted sends the consumer to the first one there is.
    await commitOffset(broker.port, "g", topic, 1n);
    const again = await read(kafka, { topic, groupId: "g", count: 4 });
    assertEquals(again.map(({ value }) => value), ["6", "7", "8", "9"]);
  });
});

Deno.test("groups are listed, described and deleted", async () => {
  await using broker = await testBroker();
  const kafka = broker.kafka();
  await withProducer(
    kafka,
    (producer) => producer.send({ topic: "t", messages: [{ value: "v" }] }),
  );
  const consumer = kafka.consumer({ groupId: "g", maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic: "t" });
  await consumer.run({ eachMessage: () => Promise.resolve() });
  await withAdmin(kafka, async (admin) => {
    const state = async () => (await admin.describeGroups(["g"])).groups[0]!;
    await until(async () => (await state()).state === "Stable", "the group is stable");
    const { members, protocol, protocolType } = await state();
    assertEquals([members.length, protocol, protocolType], [1, "RoundRobinAssigner", "consumer"]);
    assertEquals([members[0]!.clientId, members[0]!.clientHost], ["test", "/127.0.0.1"]);
    await assertRejects(() => admin.deleteGroups(["g"]));
    await consumer.disconnect();
    assertEquals((await state()).state, "Empty");
    assertEquals((await admin.listGroups()).groups, [{ groupId: "g", protocolType: "consumer" }]);
    await admin.deleteGroups(["g"]);
    assertEquals((await admin.listGroups()).groups, []);
    assertEquals((await state()).state, "Dead");
  });
});

Deno.test("a batch of 10 MB is taken where max.message.bytes allows it, and refused where not", async () => {
  await using broker = await testBroker();
  const kafka = broker.kafka();
  const value = "x".repeat(10 * 1024 * 1024);
  await withAdmin(kafka, (admin) =>
    admin.createTopics({
      topics: [
        { topic: "small", numPartitions: 1 },
        {
          topic: "large",
          numPartitions: 1,
          configEntries: [{ name: "max.message.bytes", value: "11000000" }],
        },
      ],
    }));
  await withProducer(kafka, async (producer) => {
    const error = await assertRejects(() =>
      producer.send({ topic: "small", messages: [{ value }] })
    );
    assert(String(error).includes("larger than the max message size"), `${error}`);
    await producer.send({ topic: "large", messages: [{ value }] });
    await producer.send({ topic: "small", messages: [{ value: "fits" }] });
  });
  const seen = await read(kafka, { topic: "large", count: 1 });
  assertEquals(seen[0]!.value?.length, value.length);
});

Deno.test("a topic can be deleted while it is read and written, and made again empty", async () => {
  await using broker = await testBroker();
  const kafka = broker.kafka();
  const topic = "t";
  await withAdmin(kafka, async (admin) => {
    await withProducer(kafka, async (producer) => {
      await producer.send({ topic, messages: [{ value: "old" }] });
      const consumer = kafka.consumer({ groupId: "g", maxWaitTimeInMs: 2_000 });
      let count = 0;
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await consumer.run({ eachMessage: () => Promise.resolve(void count++) });
      await until(() => count === 1, "the record came");
      await admin.deleteTopics({ topics: [topic] });
      await consumer.disconnect();
      await admin.createTopics({ topics: [{ topic, numPartitions: 1 }] });
    });
    await withProducer(
      kafka,
      (producer) => producer.send({ topic, messages: [{ value: "new" }] }),
    );
    const seen = await read(kafka, { topic, groupId: "g", count: 1 });
    assertEquals(seen.map(({ value, offset }) => [value, offset]), [["new", "0"]]);
  });
  assertEquals(broker.errors, []);
});

Deno.test("kafkajs's transactional producer stops with the reason", async () => {
  await using broker = await testBroker();
  const producer = broker.kafka().producer({
    transactionalId: "tx",
    maxInFlightRequests: 1,
    idempotent: true,
    createPartitioner,
  });
  await producer.connect();
  await assertRejects(() => producer.transaction(), Error, "Transactional Id authorization failed");
  await producer.disconnect();
});
