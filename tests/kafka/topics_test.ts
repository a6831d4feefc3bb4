import { assert, assertEquals, assertRejects } from "@std/assert";
import { TickertapeError } from "../../lib/errors.ts";
import {
  deleteTopic,
  describeTopic,
  ensureTopic,
  listTopics,
  tail,
  type TailRecord,
} from "../../lib/kafka/mod.ts";
import {
  leaveGroupRequest,
  leaveGroupResponse,
} from "../../lib/local/kafka/protocol/messages/leave_group.ts";
import { connectRaw } from "../local/kafka/helpers.ts";
import { until } from "../until.ts";
import { readTopic, type TestKafka, testKafka } from "./test_kafka.ts";

/** Sends values to one partition with kafkajs's own producer. */
async function send(kafka: TestKafka, topic: string, partition: number, values: string[]) {
  const producer = kafka.client().producer();
  await producer.connect();
  const headers = { source: "test" };
  await producer.send({
    topic,
    messages: values.map((value) => ({
      key: "k",
      value,
      partition,
      headers,
      timestamp: "1700000000000",
    })),
  });
  await producer.disconnect();
}

/** Commits an offset of partition 0 as a member of a group. */
async function commit(kafka: TestKafka, groupId: string, topic: string, offset: string) {
  const consumer = kafka.client().consumer({ groupId, maxWaitTimeInMs: 50 });
  const joined = Promise.withResolvers<void>();
  consumer.on(consumer.events.GROUP_JOIN, () => joined.resolve());
  await consumer.connect();
  await consumer.subscribe({ topics: [topic] });
  await consumer.run({ autoCommit: false, eachMessage: () => Promise.resolve() });
  await joined.promise;
  await consumer.commitOffsets([{ topic, partition: 0, offset }]);
  await consumer.disconnect();
}

Deno.test("a topic is made where it is missing, once", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const { topic } = config.kafka;
  assertEquals(await ensureTopic(config), { topic, partitions: 3, created: true });
  assertEquals(await ensureTopic(config, { partitions: 9 }), {
    topic,
    partitions: 3,
    created: false,
  });
  assertEquals((await listTopics(config)).filter((each) => each.topic === topic), [
    { topic, partitions: 3 },
  ]);
});

Deno.test("a topic is deleted; one that is not there cannot be", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const { topic } = config.kafka;
  await ensureTopic(config, { partitions: 1 });
  await deleteTopic(config, topic);
  assertEquals((await listTopics(config)).some((each) => each.topic === topic), false);
  const error = await assertRejects(() => deleteTopic(config, topic), TickertapeError);
  assertEquals(error.code, "KAFKA_NO_TOPIC");
});

Deno.test("a name that Kafka does not allow is an error that says what is", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const make = () => ensureTopic(config, { topic: "no spaces" });
  const error = await assertRejects(make, TickertapeError);
  assertEquals(error.code, "KAFKA_TOPIC_NAME");
});

Deno.test("partitions are described with their offsets and the group's lag", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const { topic } = config.kafka;
  config.kafka.groupId = `group-of-${topic}`;
  await ensureTopic(config);
  await send(kafka, topic, 0, ["a", "b", "c", "d"]);
  await send(kafka, topic, 1, ["e"]);
  await commit(kafka, config.kafka.groupId, topic, "3");
  const admin = kafka.client().admin();
  await admin.connect();
  // kafkajs deletes records only of topics that it has been asked about.
  await admin.fetchTopicOffsets(topic);
  await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: "1" }] });
  await admin.disconnect();
  assertEquals(await describeTopic(config), [
    { partition: 0, lowOffset: 1n, highOffset: 4n, committedOffset: 3n, lag: 1n },
    { partition: 1, lowOffset: 0n, highOffset: 1n, lag: 1n },
    { partition: 2, lowOffset: 0n, highOffset: 0n, lag: 0n },
  ]);
});

Deno.test("tail gives what is there and what comes, and leaves no group behind", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const { topic } = config.kafka;
  await ensureTopic(config, { partitions: 1 });
  await send(kafka, topic, 0, ["one", "two"]);
  const seen: TailRecord[] = [];
  for await (const record of tail(config, { from: "earliest" })) {
    seen.push(record);
    if (seen.length === 2) await send(kafka, topic, 0, ["three"]);
    if (seen.length === 3) break;
  }
  assertEquals(seen.map(({ value }) => value), ["one", "two", "three"]);
  assertEquals(seen[2], {
    partition: 0,
    offset: 2n,
    timestamp: new Date(1_700_000_000_000),
    key: "k",
    value: "three",
    headers: { source: "test" },
  });
  const admin = kafka.client().admin();
  await admin.connect();
  const { groups } = await admin.listGroups();
  await admin.disconnect();
  assertEquals(groups.filter(({ groupId }) => groupId.startsWith("tickertape-tail")), []);
});

Deno.test("tail goes on at its place after its group has lost it, as on a machine that slept", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const { topic } = config.kafka;
  await ensureTopic(config, { partitions: 1 });
  await send(kafka, topic, 0, ["old"]);
  for (const from of ["earliest", "latest"] as const) {
    const controller = new AbortController();
    const seen: string[] = [];
    const following = (async () => {
      for await (const { value } of tail(config, { from, signal: controller.signal })) {
        seen.push(`${value}`);
      }
    })();
    let sent = 0;
    while (seen.length < 5) await send(kafka, topic, 0, [`${from} ${sent++}`]);
    const isMemberAgain = await expelMember(kafka, "tickertape-tail");
    while (!(await isMemberAgain())) await send(kafka, topic, 0, [`${from} ${sent++}`]);
    const last = `${from} ${sent}`;
    await send(kafka, topic, 0, [last]);
    await until(() => seen.includes(last), "what was sent last has come");
    controller.abort();
    await following;
    const all = (await readTopic(kafka, topic)).map(({ value }) => value);
    assertEquals(seen, all.slice(all.indexOf(seen[0]!)));
  }
});

/** Takes the only member out of the group whose name begins so; gives how to see whether it is back. */
async function expelMember(kafka: TestKafka, prefix: string): Promise<() => Promise<boolean>> {
  const membersOf = async () => {
    const admin = kafka.client().admin();
    await admin.connect();
    const { groups } = await admin.listGroups();
    const groupId = groups.find((group) => group.groupId.startsWith(prefix))!.groupId;
    const [group] = (await admin.describeGroups([groupId])).groups;
    await admin.disconnect();
    return { groupId, members: group!.members.map(({ memberId }) => ({ memberId })) };
  };
  const before = await membersOf();
  assertEquals(before.members.length, 1);
  using raw = await connectRaw(Number(kafka.broker.split(":")[1]));
  const { errorCode } = await raw.call(leaveGroupRequest, leaveGroupResponse, 5, before);
  assertEquals(errorCode, 0);
  return async () => (await membersOf()).members.length === 1;
}

Deno.test("tail from the latest record gives only what comes, until it is aborted", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const { topic } = config.kafka;
  await ensureTopic(config, { partitions: 1 });
  await send(kafka, topic, 0, ["old"]);
  const controller = new AbortController();
  const first = Promise.withResolvers<void>();
  const following = (async () => {
    const values: (string | null)[] = [];
    for await (const { value } of tail(config, { signal: controller.signal })) {
      values.push(value);
      first.resolve();
    }
    return values;
  })();
  // Records are sent until the first arrives: from then on the tail is at its place.
  let sent = 0;
  let arrived = false;
  void first.promise.then(() => arrived = true);
  while (!arrived) await send(kafka, topic, 0, [`new ${sent++}`]);
  controller.abort();
  const values = await following;
  assert(values.length > 0 && !values.includes("old"), values.join());
  assertEquals((await readTopic(kafka, topic)).length, sent + 1);
});

Deno.test("tail of a topic that is not there is an error", async () => {
  await using kafka = await testKafka();
  const error = await assertRejects(() => tail(kafka.config("none")).next(), TickertapeError);
  assertEquals(error.code, "KAFKA_NO_TOPIC");
});
