/** Consumer groups of the new protocol (KIP-848), over the wire. */
import { assert, assertEquals } from "@std/assert";
import {
  consumerGroupDescribeRequest,
  consumerGroupDescribeResponse,
} from "../../../lib/local/kafka/protocol/messages/consumer_group_describe.ts";
import {
  consumerGroupHeartbeatRequest,
  consumerGroupHeartbeatResponse,
} from "../../../lib/local/kafka/protocol/messages/consumer_group_heartbeat.ts";
import {
  listGroupsRequest,
  listGroupsResponse,
} from "../../../lib/local/kafka/protocol/messages/list_groups.ts";
import {
  heartbeatRequest,
  heartbeatResponse,
} from "../../../lib/local/kafka/protocol/messages/heartbeat.ts";
import {
  joinGroupRequest,
  joinGroupResponse,
} from "../../../lib/local/kafka/protocol/messages/join_group.ts";
import {
  syncGroupRequest,
  syncGroupResponse,
} from "../../../lib/local/kafka/protocol/messages/sync_group.ts";
import type { Write } from "../../../lib/local/kafka/protocol/schema.ts";
import { subscription } from "./probes/words.ts";
import { commitOffset, connectRaw, type TestBroker, testBroker } from "./helpers.ts";
import { until } from "../../until.ts";

const UNKNOWN_MEMBER_ID = 25;
const REBALANCE_IN_PROGRESS = 27;
const GROUP_ID_NOT_FOUND = 69;
const FENCED_MEMBER_EPOCH = 110;
const UNRELEASED_INSTANCE_ID = 111;

type Heartbeat = Partial<Write<typeof consumerGroupHeartbeatRequest>>;

/** A member, and what it has. */
interface Member {
  memberId: string;
  epoch: number;
  partitions: number[];
}

/** Sends one heartbeat of a member, of a group `g` that reads topic `t`. */
async function beat({ port }: TestBroker, memberId: string, changes: Heartbeat = {}) {
  using raw = await connectRaw(port);
  return await raw.call(consumerGroupHeartbeatRequest, consumerGroupHeartbeatResponse, 1, {
    groupId: "g",
    memberId,
    memberEpoch: 0,
    rebalanceTimeoutMs: 60_000,
    subscribedTopicNames: ["t"],
    topicPartitions: [],
    ...changes,
  });
}

const join = async (
  broker: TestBroker,
  memberId: string,
  changes: Heartbeat = {},
): Promise<Member> => {
  const { errorCode, memberEpoch, assignment } = await beat(broker, memberId, changes);
  assertEquals(errorCode, 0);
  return { memberId, epoch: memberEpoch, partitions: partitionsIn(assignment) };
};

const partitionsIn = (assignment: { topicPartitions: { partitions: number[] }[] } | null) =>
  assignment?.topicPartitions.flatMap(({ partitions }) => partitions) ?? [];

/** A heartbeat of a member that tells what it has, and does what it is told. */
async function goOn(broker: TestBroker, member: Member, topicId: string): Promise<void> {
  const { partitions } = member;
  const answer = await beat(broker, member.memberId, {
    memberEpoch: member.epoch,
    topicPartitions: partitions.length === 0 ? [] : [{ topicId, partitions }],
  });
  assertEquals(answer.errorCode, 0);
  member.epoch = answer.memberEpoch;
  member.partitions = partitionsIn(answer.assignment);
}

async function described({ port }: TestBroker) {
  using raw = await connectRaw(port);
  const { groups } = await raw.call(
    consumerGroupDescribeRequest,
    consumerGroupDescribeResponse,
    1,
    { groupIds: ["g"], includeAuthorizedOperations: false },
  );
  return groups[0]!;
}

async function typeOfGroup({ port }: TestBroker): Promise<string | undefined> {
  using raw = await connectRaw(port);
  const { groups } = await raw.call(listGroupsRequest, listGroupsResponse, 5, {
    statesFilter: [],
    typesFilter: [],
  });
  return groups.find(({ groupId }) => groupId === "g")?.groupType;
}

/** A consumer of kafkajs in the group, and what it reads. */
async function kafkajsMember(broker: TestBroker) {
  const consumer = broker.kafka().consumer({
    groupId: "g",
    heartbeatInterval: 50,
    maxWaitTimeInMs: 50,
  });
  const member = { partitions: [] as number[], stop: () => consumer.disconnect() };
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    member.partitions = payload.memberAssignment.t ?? [];
  });
  await consumer.connect();
  await consumer.subscribe({ topic: "t" });
  await consumer.run({ eachMessage: () => Promise.resolve() });
  return member;
}

/** Makes topic `t`, and gives its id. */
async function topicOf(broker: TestBroker, partitions: number): Promise<string> {
  const admin = broker.kafka().admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: "t", numPartitions: partitions }] });
  await admin.disconnect();
  const probe = await beat(broker, "probe", { groupId: "probe" });
  return probe.assignment!.topicPartitions[0]!.topicId;
}

Deno.test("a partition changes hands only when its reader has said that it gave it up", async () => {
  await using broker = await testBroker();
  const topicId = await topicOf(broker, 4);
  const a = await join(broker, "a");
  assertEquals(a.partitions, [0, 1, 2, 3]);
  const b = await join(broker, "b");
  assertEquals(b.partitions, []);
  assertEquals((await described(broker)).groupState, "Reconciling");
  // It is told to give two up; until it says so it stays where it was, and nobody else has them.
  const before = a.epoch;
  await goOn(broker, a, topicId);
  assertEquals([a.partitions.length, a.epoch], [2, before]);
  await goOn(broker, b, topicId);
  assertEquals(b.partitions, []);
  await goOn(broker, a, topicId);
  await goOn(broker, b, topicId);
  assertEquals([...a.partitions, ...b.partitions].sort(), [0, 1, 2, 3]);
  assertEquals(a.epoch, b.epoch);
  const group = await described(broker);
  assertEquals([group.groupState, group.assignorName], ["Stable", "uniform"]);
  for (const { memberId, assignment, targetAssignment } of group.members) {
    assertEquals(assignment, targetAssignment);
    const own = [a, b].find((member) => member.memberId === memberId)!;
    assertEquals(partitionsIn(assignment), own.partitions);
  }
});

Deno.test("members of other epochs than their own are fenced", async () => {
  await using broker = await testBroker();
  const topicId = await topicOf(broker, 1);
  const a = await join(broker, "a");
  const beatAt = async (memberEpoch: number, partitions = [0]) =>
    (await beat(broker, "a", { memberEpoch, topicPartitions: [{ topicId, partitions }] }))
      .errorCode;
  assertEquals(await beatAt(a.epoch + 1), FENCED_MEMBER_EPOCH);
  assertEquals(await beatAt(a.epoch), 0);
  await join(broker, "b");
  await goOn(broker, a, topicId);
  // The answer may have been lost: one epoch behind is still heard, two are not.
  assertEquals(await beatAt(a.epoch - 1), 0);
  assertEquals(await beatAt(a.epoch - 2), FENCED_MEMBER_EPOCH);
  // But not one that has what it was not given.
  assertEquals(await beatAt(a.epoch - 1, [0, 1]), FENCED_MEMBER_EPOCH);
});

Deno.test("a member that is not heard of any more is taken out", async () => {
  await using broker = await testBroker({ "group.consumer.session.timeout.ms": 400 });
  const topicId = await topicOf(broker, 2);
  const silent = await join(broker, "silent");
  const b = await join(broker, "b");
  assertEquals(b.partitions, []);
  await until(async () => {
    await goOn(broker, b, topicId);
    return b.partitions.length === 2;
  }, "the other has all partitions");
  const { errorCode } = await beat(broker, "silent", { memberEpoch: silent.epoch });
  assertEquals(errorCode, UNKNOWN_MEMBER_ID);
});

Deno.test("a member that the broker could not hear, for it stood still, is not taken out", async () => {
  await using broker = await testBroker({ "group.consumer.session.timeout.ms": 400 });
  await topicOf(broker, 2);
  const { epoch } = await join(broker, "a");
  using raw = await connectRaw(broker.port);
  const asked = raw.call(consumerGroupHeartbeatRequest, consumerGroupHeartbeatResponse, 1, {
    ...{ groupId: "g", memberId: "a", memberEpoch: epoch, rebalanceTimeoutMs: -1 },
    ...{ subscribedTopicNames: null, topicPartitions: null },
  });
  // Broker and member are in this thread.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
  assertEquals((await asked).errorCode, 0);
});

Deno.test("a member that does not give up what it is to is taken out, though it is heard of", async () => {
  await using broker = await testBroker();
  const topicId = await topicOf(broker, 2);
  const keeper = await join(broker, "keeper", { rebalanceTimeoutMs: 300 });
  const b = await join(broker, "b");
  const says = async () =>
    (await beat(broker, "keeper", {
      memberEpoch: keeper.epoch,
      topicPartitions: null,
      rebalanceTimeoutMs: -1,
      subscribedTopicNames: null,
    })).errorCode;
  assertEquals(await says(), 0);
  assertEquals(await says(), 0);
  await goOn(broker, b, topicId);
  assertEquals(b.partitions, []);
  await until(async () => await says() === UNKNOWN_MEMBER_ID, "it is taken out");
  await goOn(broker, b, topicId);
  assertEquals(b.partitions, [0, 1]);
});

Deno.test("a static member keeps what it has while it is away, unless it stays away", async () => {
  await using broker = await testBroker({ "group.consumer.session.timeout.ms": 600 });
  const topicId = await topicOf(broker, 2);
  const instance = { instanceId: "i" };
  const a = await join(broker, "a", instance);
  assertEquals((await beat(broker, "other", instance)).errorCode, UNRELEASED_INSTANCE_ID);
  assertEquals((await beat(broker, "a", { ...instance, memberEpoch: -2 })).memberEpoch, -2);
  const again = await join(broker, "again", instance);
  assertEquals([again.partitions, again.epoch], [a.partitions, a.epoch]);
  // It may come again as the one that it was.
  await beat(broker, "again", { ...instance, memberEpoch: -2 });
  assertEquals(await join(broker, "again", instance), again);
  await beat(broker, "again", { ...instance, memberEpoch: -2 });
  const b = await join(broker, "b");
  await goOn(broker, b, topicId);
  assertEquals(b.partitions, []);
  await until(async () => {
    await goOn(broker, b, topicId);
    return b.partitions.length === 2;
  }, "its session has ended");
});

Deno.test("epochs and offsets outlive the broker; its members come anew", async () => {
  await using broker = await testBroker();
  await topicOf(broker, 1);
  const { epoch } = await join(broker, "a");
  await broker.restart();
  assertEquals(await typeOfGroup(broker), "consumer");
  assertEquals((await beat(broker, "a", { memberEpoch: epoch })).errorCode, UNKNOWN_MEMBER_ID);
  assert((await join(broker, "a")).epoch > epoch);
});

Deno.test("a group nobody is in becomes what its next member speaks", async () => {
  await using broker = await testBroker();
  await topicOf(broker, 1);
  await commitOffset(broker.port, "g", "t", 0n);
  assertEquals(await typeOfGroup(broker), "classic");
  await join(broker, "a");
  assertEquals(await typeOfGroup(broker), "consumer");
  const offsets = async () => {
    const admin = broker.kafka().admin();
    await admin.connect();
    const [topic] = await admin.fetchOffsets({ groupId: "g", topics: ["t"] });
    await admin.disconnect();
    return topic!.partitions.map(({ offset }) => offset);
  };
  assertEquals(await offsets(), ["0"]);
  await beat(broker, "a", { memberEpoch: -1 });
  const consumer = await kafkajsMember(broker);
  await until(() => consumer.partitions.length > 0, "the classic member reads");
  assertEquals(await typeOfGroup(broker), "classic");
  await consumer.stop();
  assertEquals(await offsets(), ["0"]);
  assertEquals(broker.errors, []);
});

Deno.test("a group at work changes to the new protocol with its first member that speaks it, and back", async () => {
  await using broker = await testBroker();
  const topicId = await topicOf(broker, 4);
  const [first, second] = [await kafkajsMember(broker), await kafkajsMember(broker)];
  const share = (...members: { partitions: number[] }[]) =>
    members.flatMap(({ partitions }) => partitions).sort().join();
  await until(
    () => first.partitions.length === 2 && share(first, second) === "0,1,2,3",
    "two classic members share the topic",
  );
  const newcomer = await join(broker, "a");
  assertEquals(await typeOfGroup(broker), "consumer");
  await until(async () => {
    await goOn(broker, newcomer, topicId);
    return newcomer.partitions.length > 0 &&
      share(first, second, newcomer) === "0,1,2,3";
  }, "the three share the topic");
  const { members } = await described(broker);
  assertEquals(members.map(({ memberType }) => memberType).sort(), [0, 0, 1]);
  await beat(broker, "a", { memberEpoch: -1 });
  assertEquals(await typeOfGroup(broker), "classic");
  await until(
    () => share(first, second) === "0,1,2,3",
    "the classic members share the topic again",
  );
  await first.stop();
  await until(() => share(second) === "0,1,2,3", "the last one reads all");
  await second.stop();
  assertEquals(broker.errors, []);
});

// As Apache Kafka 4.3.1 did with each policy.
Deno.test("a group with members changes its protocol in the directions that its policy allows", async () => {
  for (const policy of ["disabled", "downgrade", "upgrade"]) {
    await using broker = await testBroker({ "group.consumer.migration.policy": policy });
    await topicOf(broker, 2);
    let classic = await kafkajsMember(broker);
    await until(() => classic.partitions.length === 2, "the classic member has the topic");
    const { errorCode } = await beat(broker, "a");
    assertEquals(errorCode, policy === "upgrade" ? 0 : GROUP_ID_NOT_FOUND);
    if (policy !== "upgrade") {
      await classic.stop();
      await join(broker, "a");
      classic = await kafkajsMember(broker);
    }
    await beat(broker, "a", { memberEpoch: -1 });
    await until(() => classic.partitions.length === 2, "the classic member has the topic again");
    assertEquals(await typeOfGroup(broker), policy === "downgrade" ? "classic" : "consumer");
    await classic.stop();
  }
});

Deno.test("a classic member that is called and does not come, or does not sync, is taken out", async () => {
  await using broker = await testBroker();
  await topicOf(broker, 2);
  await join(broker, "a");
  using raw = await connectRaw(broker.port);
  const joins = async () =>
    await raw.call(joinGroupRequest, joinGroupResponse, 3, {
      groupId: "g",
      sessionTimeoutMs: 30_000,
      rebalanceTimeoutMs: 300,
      memberId: "",
      protocolType: "consumer",
      protocols: [{ name: "range", metadata: subscription(["t"]) }],
    });
  const says = async ({ memberId, generationId }: { memberId: string; generationId: number }) =>
    (await raw.call(heartbeatRequest, heartbeatResponse, 3, {
      groupId: "g",
      memberId,
      generationId,
    }))
      .errorCode;
  const unsynced = await joins();
  assertEquals(await says(unsynced), 0);
  await until(async () => await says(unsynced) === UNKNOWN_MEMBER_ID, "it has to sync");
  const synced = await joins();
  await raw.call(syncGroupRequest, syncGroupResponse, 3, {
    groupId: "g",
    ...synced,
    assignments: [],
  });
  await join(broker, "b");
  assertEquals(await says(synced), REBALANCE_IN_PROGRESS);
  await until(async () => await says(synced) === UNKNOWN_MEMBER_ID, "it has to join");
  assertEquals((await described(broker)).members.map(({ memberId }) => memberId), ["a", "b"]);
});
