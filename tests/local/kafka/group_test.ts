import { assertEquals } from "@std/assert";
import {
  heartbeatRequest,
  heartbeatResponse,
} from "../../../lib/local/kafka/protocol/messages/heartbeat.ts";
import {
  joinGroupRequest,
  joinGroupResponse,
} from "../../../lib/local/kafka/protocol/messages/join_group.ts";
import {
  leaveGroupRequest,
  leaveGroupResponse,
} from "../../../lib/local/kafka/protocol/messages/leave_group.ts";
import {
  offsetCommitRequest,
  offsetCommitResponse,
} from "../../../lib/local/kafka/protocol/messages/offset_commit.ts";
import {
  syncGroupRequest,
  syncGroupResponse,
} from "../../../lib/local/kafka/protocol/messages/sync_group.ts";
import { connectRaw, createPartitioner, type RawConnection, testBroker } from "./helpers.ts";
import { until } from "../../until.ts";

const UNKNOWN_MEMBER_ID = 25;
const ILLEGAL_GENERATION = 22;
const REBALANCE_IN_PROGRESS = 27;
const INCONSISTENT_GROUP_PROTOCOL = 23;
const INVALID_SESSION_TIMEOUT = 26;
const MEMBER_ID_REQUIRED = 79;
const FENCED_INSTANCE_ID = 82;

interface JoinOptions {
  memberId?: string;
  groupInstanceId?: string | null;
  sessionTimeoutMs?: number;
  rebalanceTimeoutMs?: number;
  protocols?: string[];
  metadata?: string;
}

function joinBody(options: JoinOptions = {}) {
  const { memberId = "", groupInstanceId = null, protocols = ["range"], metadata = "m" } = options;
  return {
    groupId: "g",
    sessionTimeoutMs: options.sessionTimeoutMs ?? 30_000,
    rebalanceTimeoutMs: options.rebalanceTimeoutMs ?? 30_000,
    memberId,
    groupInstanceId,
    protocolType: "consumer",
    protocols: protocols.map((name) => ({ name, metadata: new TextEncoder().encode(metadata) })),
  };
}

/** Joins as a client of version 9: a second time with the id it is given. */
async function startJoin(raw: RawConnection, options: JoinOptions = {}) {
  if (options.memberId || options.groupInstanceId) {
    return await raw.send(joinGroupRequest, joinGroupResponse, 9, joinBody(options));
  }
  const first = await raw.call(joinGroupRequest, joinGroupResponse, 9, joinBody(options));
  assertEquals(first.errorCode, MEMBER_ID_REQUIRED);
  const { memberId } = first;
  return await raw.send(joinGroupRequest, joinGroupResponse, 9, joinBody({ ...options, memberId }));
}

const join = async (raw: RawConnection, options?: JoinOptions) =>
  await (await startJoin(raw, options))();

async function startSync(
  raw: RawConnection,
  who: { memberId: string; generationId: number; groupInstanceId?: string },
  assignments: Record<string, string> = {},
) {
  return await raw.send(syncGroupRequest, syncGroupResponse, 5, {
    groupId: "g",
    protocolType: "consumer",
    protocolName: "range",
    ...who,
    assignments: Object.entries(assignments).map(([memberId, words]) => ({
      memberId,
      assignment: new TextEncoder().encode(words),
    })),
  });
}

const heartbeat = async (
  raw: RawConnection,
  memberId: string,
  generationId: number,
  groupInstanceId: string | null = null,
) =>
  (await raw.call(heartbeatRequest, heartbeatResponse, 4, {
    groupId: "g",
    generationId,
    memberId,
    groupInstanceId,
  })).errorCode;

/** What one connection sent before another may come after it: waits until the broker has it. */
const untilRebalance = (raw: RawConnection, memberId: string) =>
  until(
    async () => await heartbeat(raw, memberId, 1) === REBALANCE_IN_PROGRESS,
    "the broker has the newcomer's request",
  );

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

Deno.test("the leader sees all members and assigns; each member gets its own share", async () => {
  await using broker = await testBroker();
  using a = await connectRaw(broker.port);
  using b = await connectRaw(broker.port);
  const first = await join(a, { metadata: "of a" });
  assertEquals([first.errorCode, first.generationId, first.leader], [0, 1, first.memberId]);
  // A newcomer makes the others join again.
  const joining = await startJoin(b, { metadata: "of b" });
  await untilRebalance(a, first.memberId);
  const [leader, follower] = await Promise.all([
    join(a, { memberId: first.memberId, metadata: "of a" }),
    joining(),
  ]);
  assertEquals([leader.generationId, follower.generationId], [2, 2]);
  assertEquals(leader.members.map(({ metadata }) => text(metadata)).sort(), ["of a", "of b"]);
  assertEquals(follower.members, []);
  const waiting = await startSync(b, follower);
  const shares = { [leader.memberId]: "half", [follower.memberId]: "other half" };
  const leading = await startSync(a, leader, shares);
  assertEquals(text((await leading()).assignment), "half");
  assertEquals(text((await waiting()).assignment), "other half");
  assertEquals(await heartbeat(a, leader.memberId, 2), 0);
  assertEquals(await heartbeat(a, leader.memberId, 1), ILLEGAL_GENERATION);
  assertEquals(await heartbeat(a, "someone", 2), UNKNOWN_MEMBER_ID);
  // One leaves: the other is told to join again.
  const { members } = await b.call(leaveGroupRequest, leaveGroupResponse, 5, {
    groupId: "g",
    members: [
      { memberId: follower.memberId, groupInstanceId: null },
      { memberId: "someone", groupInstanceId: null },
    ],
  });
  assertEquals(members.map(({ errorCode }) => errorCode), [0, UNKNOWN_MEMBER_ID]);
  assertEquals(await heartbeat(a, leader.memberId, 2), REBALANCE_IN_PROGRESS);
});

Deno.test("members must have a protocol in common; the one most of them put first is taken", async () => {
  await using broker = await testBroker();
  using a = await connectRaw(broker.port);
  using b = await connectRaw(broker.port);
  using c = await connectRaw(broker.port);
  const first = await join(a, { protocols: ["range", "sticky"] });
  assertEquals(first.protocolName, "range");
  const refused = await c.call(joinGroupRequest, joinGroupResponse, 9, {
    ...joinBody({ protocols: ["cooperative"] }),
  });
  assertEquals(refused.errorCode, INCONSISTENT_GROUP_PROTOCOL);
  const joining = await startJoin(b, { protocols: ["sticky"] });
  await untilRebalance(a, first.memberId);
  const again = await join(a, { memberId: first.memberId, protocols: ["range", "sticky"] });
  assertEquals([again.protocolName, (await joining()).protocolName], ["sticky", "sticky"]);
});

Deno.test("a session timeout must be within the broker's limits", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  for (const sessionTimeoutMs of [5_999, 1_800_001]) {
    const body = joinBody({ sessionTimeoutMs });
    const { errorCode } = await raw.call(joinGroupRequest, joinGroupResponse, 9, body);
    assertEquals(errorCode, INVALID_SESSION_TIMEOUT);
  }
});

Deno.test("a member that is not heard of is expelled, and the others rebalance", async () => {
  await using broker = await testBroker({ "group.min.session.timeout.ms": 1 });
  using a = await connectRaw(broker.port);
  using b = await connectRaw(broker.port);
  const first = await join(a);
  const joining = await startJoin(b, { sessionTimeoutMs: 200 });
  await untilRebalance(a, first.memberId);
  const leader = await join(a, { memberId: first.memberId });
  const follower = await joining();
  const waiting = await startSync(b, follower);
  await (await startSync(a, leader))();
  await waiting();
  await until(
    async () => await heartbeat(a, leader.memberId, 2) === REBALANCE_IN_PROGRESS,
    "the silent member was expelled",
  );
  const alone = await join(a, { memberId: leader.memberId });
  assertEquals([alone.generationId, alone.members.length], [3, 1]);
});

Deno.test("members that do not join again in time are left behind", async () => {
  await using broker = await testBroker();
  using a = await connectRaw(broker.port);
  using b = await connectRaw(broker.port);
  const first = await join(a, { rebalanceTimeoutMs: 200 });
  await (await startSync(a, first))();
  // The first member never joins again.
  const second = await join(b, { rebalanceTimeoutMs: 200 });
  assertEquals([second.generationId, second.leader], [2, second.memberId]);
  assertEquals(await heartbeat(a, first.memberId, 2), UNKNOWN_MEMBER_ID);
});

Deno.test("a static member that comes back takes over its share without a rebalance", async () => {
  await using broker = await testBroker();
  using a = await connectRaw(broker.port);
  using again = await connectRaw(broker.port);
  const groupInstanceId = "instance";
  const first = await join(a, { groupInstanceId });
  const who = { memberId: first.memberId, generationId: 1, groupInstanceId };
  await (await startSync(a, who, { [first.memberId]: "all" }))();
  const back = await join(again, { groupInstanceId });
  // KIP-814: it still leads, but must not assign anew.
  assertEquals([back.generationId, back.leader, back.skipAssignment], [1, back.memberId, true]);
  const synced = await startSync(again, { ...who, memberId: back.memberId });
  assertEquals(text((await synced()).assignment), "all");
  assertEquals(await heartbeat(a, first.memberId, 1, groupInstanceId), FENCED_INSTANCE_ID);
  assertEquals(await heartbeat(again, back.memberId, 1, groupInstanceId), 0);
});

Deno.test("offsets are committed by members of this generation, or by anyone in an empty group", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  const producer = broker.kafka().producer({ createPartitioner });
  await producer.connect();
  await producer.send({ topic: "t", messages: [{ value: "v" }] });
  await producer.disconnect();
  const commit = async (memberId: string, generation: number, partitionIndex = 0, words = "") => {
    const { topics } = await raw.call(offsetCommitRequest, offsetCommitResponse, 8, {
      groupId: "g",
      generationIdOrMemberEpoch: generation,
      memberId,
      topics: [{
        name: "t",
        partitions: [{ partitionIndex, committedOffset: 1n, committedMetadata: words }],
      }],
    });
    return topics[0]!.partitions[0]!.errorCode;
  };
  assertEquals(await commit("", -1), 0);
  assertEquals(await commit("", -1, 99), 3); // UNKNOWN_TOPIC_OR_PARTITION
  assertEquals(await commit("", -1, 0, "x".repeat(4_097)), 12); // OFFSET_METADATA_TOO_LARGE
  const { memberId } = await join(raw);
  assertEquals(await commit(memberId, 1), REBALANCE_IN_PROGRESS);
  await (await startSync(raw, { memberId, generationId: 1 }))();
  assertEquals(await commit(memberId, 1), 0);
  assertEquals(await commit(memberId, 0), ILLEGAL_GENERATION);
  assertEquals(await commit("", -1), UNKNOWN_MEMBER_ID);
});

Deno.test("members of kafkajs share the partitions, and take over from one that goes", async () => {
  await using broker = await testBroker();
  const kafka = broker.kafka();
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: "t", numPartitions: 6 }] });
  const shares = new Map<number, number[]>();
  const start = async (number: number) => {
    const consumer = kafka.consumer({ groupId: "g", heartbeatInterval: 50, maxWaitTimeInMs: 100 });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      shares.set(number, payload.memberAssignment.t ?? []);
    });
    await consumer.connect();
    await consumer.subscribe({ topic: "t" });
    await consumer.run({ eachMessage: () => Promise.resolve() });
    return consumer;
  };
  const isShared = (sizes: number[]) => () =>
    [...shares.values()].map(({ length }) => length).sort().join() === sizes.join() &&
    [...shares.values()].flat().sort().join() === "0,1,2,3,4,5";
  const consumers = await Promise.all([start(0), start(1), start(2)]);
  await until(isShared([2, 2, 2]), "three members have two partitions each");
  await consumers[0]!.disconnect();
  shares.delete(0);
  await until(isShared([3, 3]), "two members have three partitions each");
  await Promise.all([consumers[1]!.disconnect(), consumers[2]!.disconnect()]);
  await admin.disconnect();
});
