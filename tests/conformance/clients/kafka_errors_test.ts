/** The embedded broker refuses what Apache Kafka refuses, with the same errors. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { projectDir } from "../../../lib/config.ts";
import { APIS } from "../../../lib/local/kafka/api/table.ts";
import type { Message } from "../../../lib/local/kafka/protocol/schema.ts";
import { startApacheKafka } from "../../../scripts/apache_kafka/broker.ts";
import { batchOf, connectRaw, testBroker, until } from "../../local/kafka/helpers.ts";
import { hasJavaAndMaven } from "../tools.ts";

const ignore = !(await hasJavaAndMaven());
if (ignore) console.warn("skipped: errors beside Apache Kafka's need java and mvn");

const NO_ID = "0".repeat(32);
const UNKNOWN_ID = "1".repeat(32);

// deno-lint-ignore no-explicit-any -- bodies and answers of all APIs; the codec checks the bodies
type Any = any;
type Probe = (port: number, topic: Topic) => Promise<unknown>;

interface Topic {
  name: string;
  id: string;
}

/** Asks a broker on a connection of its own. */
async function call(port: number, name: string, version: number, body: Any): Promise<Any> {
  const { request, response } = APIS.find((api) => api.name === name)!;
  using raw = await connectRaw(port);
  return await raw.call(request as Message<Any>, response as Message<Any>, version, body);
}

const newTopic = (changes: Any = {}) => ({
  name: "new",
  numPartitions: 1,
  replicationFactor: 1,
  assignments: [],
  configs: [],
  ...changes,
});

const create = (changes: Any): Probe => async (port) =>
  (await call(port, "CreateTopics", 7, { topics: [newTopic(changes)], validateOnly: true }))
    .topics[0].errorCode;

async function produceTo(
  port: number,
  name: string,
  records: Uint8Array,
  { index = 0, acks = -1 } = {},
): Promise<number> {
  const topicData = [{ name, partitionData: [{ index, records }] }];
  const body = { acks, timeoutMs: 1_000, topicData };
  return (await call(port, "Produce", 9, body)).responses[0].partitionResponses[0].errorCode;
}

const changed = (change: (view: DataView) => void): Probe => async (port, topic) => {
  const batch = await batchOf({ values: ["a", "b"] });
  change(new DataView(batch.buffer));
  return await produceTo(port, topic.name, batch);
};

const fetchOf =
  (version: number, partition: Any, changes: Any = {}): Probe => async (port, topic) => {
    const wanted = { partition: 0, fetchOffset: 0n, partitionMaxBytes: 1 << 20, ...partition };
    const answer = await call(port, "Fetch", version, {
      maxWaitMs: 0,
      minBytes: 1,
      isolationLevel: 0,
      topics: [{ topic: topic.name, topicId: topic.id, partitions: [wanted], ...changes.topic }],
      ...changes,
    });
    const read = answer.responses[0]?.partitions[0];
    return [answer.errorCode, read?.errorCode, read?.highWatermark, read?.logStartOffset];
  };

const list =
  (version: number, timestamp: bigint, changes: Any = {}): Probe => async (port, { name }) => {
    const partitions = [{ partitionIndex: 0, timestamp, ...changes }];
    const topics = [{ name, partitions }];
    const answer = await call(port, "ListOffsets", version, {
      replicaId: -1,
      isolationLevel: 0,
      topics,
    });
    const { errorCode, offset, leaderEpoch } = answer.topics[0].partitions[0];
    return [errorCode, offset, leaderEpoch];
  };

const commit =
  (groupId: string, generation: number, memberId: string, changes: Any = {}): Probe =>
  async (port, { name }) => {
    const partition = { partitionIndex: 0, committedOffset: 1n, committedMetadata: "", ...changes };
    const answer = await call(port, "OffsetCommit", 8, {
      groupId,
      generationIdOrMemberEpoch: generation,
      memberId,
      topics: [{ name, partitions: [partition] }],
    });
    return answer.topics[0].partitions[0].errorCode;
  };

const join9 = (changes: Any): Probe => async (port) => {
  const answer = await call(port, "JoinGroup", 9, {
    groupId: "joined",
    sessionTimeoutMs: 10_000,
    rebalanceTimeoutMs: 10_000,
    memberId: "",
    protocolType: "consumer",
    protocols: [{ name: "range", metadata: new Uint8Array(2) }],
    ...changes,
  });
  return [answer.errorCode, answer.generationId, answer.memberId !== ""];
};

async function describe(port: number, topics: Any[]): Promise<unknown> {
  const body = { topics, allowAutoTopicCreation: false };
  return (await call(port, "Metadata", 12, body)).topics
    .map(({ errorCode, partitions }: Any) => [errorCode, partitions.length]).sort();
}

const alter = (configs: Any[]): Probe => async (port, { name }) => {
  const resources = [{ resourceType: 2, resourceName: name, configs }];
  const body = { resources, validateOnly: true };
  return (await call(port, "IncrementalAlterConfigs", 1, body)).responses[0].errorCode;
};

const set = (name: string, value: string | null, configOperation = 0) => ({
  name,
  value,
  configOperation,
});

const probes: Record<string, Probe> = {
  "topic with a slash": create({ name: "a/b" }),
  "topic named ..": create({ name: ".." }),
  "topic without a name": create({ name: "" }),
  "topic without partitions": create({ numPartitions: 0 }),
  "three replicas": create({ replicationFactor: 3 }),
  "no replicas": create({ replicationFactor: 0 }),
  "a setting's wrong value": create({ configs: [{ name: "retention.ms", value: "x" }] }),
  "a setting there is not": create({ configs: [{ name: "nope", value: "1" }] }),
  "assignment and number": create({ assignments: [{ partitionIndex: 0, brokerIds: [1] }] }),
  "assignment to no broker": create({
    numPartitions: -1,
    replicationFactor: -1,
    assignments: [{ partitionIndex: 0, brokerIds: [9] }],
  }),
  "a batch with a bit turned": changed((view) => view.setUint8(70, 0xff)),
  "a batch with another checksum": changed((view) => view.setUint32(17, 1)),
  "a batch that is cut": changed((view) => view.setInt32(8, 9_999)),
  "a batch shorter than a header": changed((view) => view.setInt32(8, 10)),
  "a batch of format 1": changed((view) => view.setInt8(16, 1)),
  "a batch of format 9": changed((view) => view.setInt8(16, 9)),
  "no bytes": (port, { name }) => produceTo(port, name, new Uint8Array()),
  "two batches": async (port, { name }) =>
    produceTo(port, name, new Uint8Array([...await batchOf(), ...await batchOf()])),
  "an unknown topic": async (port) => produceTo(port, "nope", await batchOf()),
  "an unknown partition": async (port, { name }) =>
    produceTo(port, name, await batchOf(), { index: 7 }),
  "acks 2": async (port, { name }) => produceTo(port, name, await batchOf(), { acks: 2 }),
  "a batch that is too large": async (port, { name }) =>
    produceTo(port, name, await batchOf({ values: ["x".repeat(1_100_000)] })),
  "a time two hours ahead": async (port, { name }) =>
    produceTo(port, name, await batchOf({ timestamp: Date.now() + 7_200_000 })),
  "a good batch": async (port, { name }) =>
    produceTo(port, name, await batchOf({ timestamp: 1_000 })),
  "fetch": fetchOf(11, {}),
  "fetch beyond the end": fetchOf(11, { fetchOffset: 99n }),
  "fetch of a partition there is not": fetchOf(11, { partition: 5 }),
  "fetch of a topic there is not": fetchOf(11, {}, { topic: { topic: "nope" } }),
  "fetch of an id there is not": fetchOf(13, {}, { topic: { topicId: UNKNOWN_ID } }),
  "fetch with a later epoch": fetchOf(11, { currentLeaderEpoch: 5 }),
  "fetch in no session": fetchOf(11, {}, { sessionId: 77, sessionEpoch: 3 }),
  "latest offset": list(9, -1n),
  "earliest offset": list(9, -2n),
  "offset of the newest time": list(9, -3n),
  "earliest local offset": list(9, -4n),
  "a time with no meaning": list(9, -9n),
  "newest time before its version": list(6, -3n),
  "a time in the future": list(9, 99_999_999_999_999n),
  "a time of old": list(9, 0n),
  "offset with a later epoch": list(7, -1n, { currentLeaderEpoch: 4 }),
  "commit without a group": commit("simple", -1, ""),
  "commit of a generation of no group": commit("none", 0, "m"),
  "commit of a generation of an empty group": commit("simple", 3, "m"),
  "commit in no group": commit("", -1, ""),
  "commit in a partition there is not": commit("simple", -1, "", { partitionIndex: 9 }),
  "commit with much to say": commit("simple", -1, "", { committedMetadata: "x".repeat(4_097) }),
  "offsets of a group": async (port, { name }) => {
    const topics = [{ name, partitionIndexes: [0, 9] }];
    return (await call(port, "OffsetFetch", 8, { groups: [{ groupId: "simple", topics }] }))
      .groups[0]
      .topics[0].partitions;
  },
  "heartbeat in no group": async (port) =>
    await call(port, "Heartbeat", 4, {
      groupId: "",
      generationId: 1,
      memberId: "m",
    }),
  "heartbeat of no member": async (port) =>
    await call(port, "Heartbeat", 4, {
      groupId: "simple",
      generationId: 1,
      memberId: "m",
    }),
  "join without an id": join9({}),
  "join without a group": join9({ groupId: "" }),
  "join with a short session": join9({ sessionTimeoutMs: 10 }),
  "join as someone else": join9({ memberId: "someone" }),
  "join without protocols": join9({ protocols: [] }),
  "join without a type": join9({ protocolType: "" }),
  "sync without a protocol": async (port) =>
    (await call(port, "SyncGroup", 5, {
      groupId: "simple",
      generationId: 1,
      memberId: "m",
      assignments: [],
    })).errorCode,
  "leave of no member": async (port) =>
    (await call(port, "LeaveGroup", 4, {
      groupId: "simple",
      members: [{ memberId: "m", groupInstanceId: null }, { memberId: "", groupInstanceId: "i" }],
    })).members.map(({ errorCode }: Any) => errorCode),
  "as many partitions as there are": async (port, { name }) =>
    (await call(port, "CreatePartitions", 3, {
      topics: [{ name, count: 1, assignments: null }],
      timeoutMs: 1_000,
      validateOnly: false,
    })).results[0].errorCode,
  "a setting's wrong new value": alter([set("retention.ms", "x")]),
  "a new setting there is not": alter([set("nope", "1")]),
  "a setting set to nothing": alter([set("retention.ms", null)]),
  "a number appended to": alter([set("retention.ms", "1", 2)]),
  "a setting twice": alter([set("retention.ms", "1"), set("retention.ms", "2")]),
  "a list appended to": alter([set("cleanup.policy", "compact", 2)]),
  "records beyond the end deleted": async (port, { name }) =>
    (await call(port, "DeleteRecords", 2, {
      topics: [{ name, partitions: [{ partitionIndex: 0, offset: 99n }] }],
      timeoutMs: 1_000,
    })).topics[0].partitions[0],
  "topics by name": (port) => describe(port, [{ name: "nope" }, { name: "a/b" }]),
  "topics by id": (port, { id }) =>
    describe(port, [UNKNOWN_ID, id].map((topicId) => ({ topicId, name: null }))),
  "groups there are not, deleted": async (port) =>
    (await call(port, "DeleteGroups", 2, { groupsNames: ["nope"] })).results[0].errorCode,
  "topics there are not, deleted": async (port) =>
    (await call(port, "DeleteTopics", 6, {
      topics: [{ name: null, topicId: UNKNOWN_ID }],
      timeoutMs: 1_000,
    })).responses[0].errorCode,
};

/** What a broker says to each probe. */
async function answersOf(port: number): Promise<Record<string, unknown>> {
  const topics = [newTopic({ name: "errors" })];
  const { topics: [made] } = await call(port, "CreateTopics", 7, { topics, timeoutMs: 10_000 });
  assertEquals(made.errorCode, 0);
  const topic = { name: "errors", id: made.topicId ?? NO_ID };
  const answers: Record<string, unknown> = {};
  // Apache Kafka makes the topic that keeps the groups when it is first asked for a coordinator.
  await until(async () => {
    await call(port, "FindCoordinator", 3, { key: "warm", keyType: 0 });
    return await commit("warm", -1, "")(port, topic) === 0;
  }, "groups are kept");
  for (const [name, probe] of Object.entries(probes)) answers[name] = await probe(port, topic);
  return answers;
}

Deno.test({
  name: "the embedded broker and Apache Kafka refuse the same with the same errors",
  ignore,
  async fn() {
    const dir = await Deno.makeTempDir({ prefix: "tickertape-apache-" });
    const cacheDir = join(projectDir, ".local", "apache-kafka");
    const apache = await startApacheKafka({ cacheDir, dir, port: 0 });
    try {
      const expected = await answersOf(Number(apache.broker.split(":")[1]));
      await using broker = await testBroker({ "group.min.session.timeout.ms": 1_000 });
      assertEquals(await answersOf(broker.port), expected);
      assertEquals(broker.errors, []);
    } finally {
      await apache.close();
      await Deno.remove(dir, { recursive: true });
    }
  },
});
