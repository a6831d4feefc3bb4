/**
 * Members of both group protocols in one group: a group changes its protocol while it is at work.
 * @module
 */
import { until } from "../../../until.ts";
import { type Ask, type Fields, get, type Probe, shape } from "./probe.ts";
import { assigned, assignment, subscription } from "./words.ts";

const TOPIC = "migrated";
const PARTITIONS = [0, 1, 2, 3, 4, 5];

/** A talk of members of both protocols with one group; each answer is kept. */
function members(ask: Ask, groupId: string, topicId: string) {
  const answers: unknown[] = [];
  const keep = (name: string, answer: Fields) => {
    answers.push([name, hidden(shape(answer))]);
    return answer;
  };
  const words = (owned: readonly number[]) => ({
    name: "range",
    metadata: subscription([TOPIC], owned.length === 0 ? {} : { [TOPIC]: owned }),
  });
  return {
    answers,
    keep,
    /** A classic member joins, with what it has. */
    async join(memberId: string, owned: readonly number[], changes: Fields = {}) {
      return keep(
        "join",
        await ask("JoinGroup", 9, {
          groupId,
          sessionTimeoutMs: 30_000,
          rebalanceTimeoutMs: 30_000,
          memberId,
          groupInstanceId: null,
          protocolType: "consumer",
          protocols: [words(owned)],
          ...changes,
        }),
      );
    },
    /** The same until it is beyond a generation: Kafka may take its time to share partitions. */
    async joinAnew(memberId: string, owned: readonly number[], generation: number) {
      await until(async () => {
        const answer = await this.join(memberId, owned);
        const isDone = Number(answer.generationId) > generation || answer.errorCode !== 0;
        if (!isDone) answers.pop();
        return isDone;
      }, `member ${memberId} is beyond generation ${generation}`);
    },
    async sync(memberId: string, generationId: number, changes: Fields = {}) {
      const answer = await ask("SyncGroup", 5, {
        groupId,
        generationId,
        memberId,
        groupInstanceId: null,
        protocolType: "consumer",
        protocolName: "range",
        assignments: [],
        ...changes,
      });
      const share = assigned(answer.assignment as Uint8Array)[TOPIC] ?? [];
      keep("sync", { ...answer, assignment: undefined, partitions: share.length });
      return share;
    },
    beat: async (memberId: string, generationId: number, groupInstanceId: string | null = null) =>
      keep("beat", await ask("Heartbeat", 4, { groupId, generationId, memberId, groupInstanceId })),
    /** A member of the new protocol. */
    async say(memberId: string, memberEpoch: number, changes: Fields = {}) {
      const answer = await ask("ConsumerGroupHeartbeat", 1, {
        groupId,
        memberId,
        memberEpoch,
        instanceId: null,
        rackId: null,
        rebalanceTimeoutMs: memberEpoch === 0 ? 30_000 : -1,
        subscribedTopicNames: memberEpoch === 0 ? [TOPIC] : null,
        subscribedTopicRegex: null,
        serverAssignor: null,
        topicPartitions: memberEpoch === 0 ? [] : null,
        ...changes,
      });
      const share = answer.assignment === null ? undefined : partitionsIn(answer.assignment);
      keep("say", { ...answer, assignment: undefined, partitions: share?.length });
      return { answer, share };
    },
    async commit(memberId: string, generation: number, partitionIndex: number, version = 9) {
      const answer = await ask("OffsetCommit", version, {
        groupId,
        memberId,
        generationIdOrMemberEpoch: generation,
        groupInstanceId: null,
        topics: [{
          name: TOPIC,
          partitions: [{ partitionIndex, committedOffset: 0n, committedMetadata: "" }],
        }],
      });
      answers.push(["commit", get(answer, "topics", 0, "partitions", 0, "errorCode")]);
    },
    leave: async (...who: Fields[]) =>
      keep("leave", await ask("LeaveGroup", 5, { groupId, members: who })),
    async describe() {
      const { groups } = await ask("ListGroups", 5, { statesFilter: [], typesFilter: [] });
      const listed = (groups as Fields[]).filter((group) => group.groupId === groupId);
      keep("listed", { listed });
      const classic = get(
        await ask("DescribeGroups", 6, { groups: [groupId] }),
        "groups",
        0,
      ) as Fields;
      keep("classic", {
        ...classic,
        members: undefined,
        count: (classic.members as unknown[]).length,
      });
      const consumer = get(
        await ask("ConsumerGroupDescribe", 1, { groupIds: [groupId] }),
        "groups",
        0,
      );
      keep("consumer", {
        ...consumer as Fields,
        members: (get(consumer, "members") as Fields[]).map((member) => ({
          ...member,
          memberId: undefined,
          assignment: partitionsIn(member.assignment).length,
          targetAssignment: partitionsIn(member.targetAssignment).length,
        })).map((member) => JSON.stringify(shape(member))).sort(),
      });
    },
    owned: (partitions: readonly number[]) => ({ topicPartitions: [{ topicId, partitions }] }),
  };
}

const partitionsIn = (assignment: unknown) =>
  (get(assignment, "topicPartitions") as Fields[]).flatMap(({ partitions }) =>
    partitions as number[]
  );

function hidden(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, field) => key === "topicId" ? "id" : field);
}

/** The id of the topic, which is made first, and which groups know of. */
async function topicId(ask: Ask): Promise<string> {
  const topic = {
    name: TOPIC,
    numPartitions: PARTITIONS.length,
    replicationFactor: 1,
    assignments: [],
    configs: [],
  };
  await ask("CreateTopics", 7, { topics: [topic], timeoutMs: 10_000 });
  let id: string | undefined;
  // Apache Kafka's groups hear of a topic after it is made.
  await until(async () => {
    const { answer } = await members(ask, `knows-${crypto.randomUUID()}`, "").say("m", 0);
    const topics = get(answer, "assignment", "topicPartitions") as Fields[];
    id = topics[0] && String(topics[0].topicId);
    return id !== undefined;
  }, "groups know of the topic");
  return id!;
}

/** A classic member that has joined, synced, and leads with all partitions. */
async function leading(
  group: ReturnType<typeof members>,
  assignmentOf = (partitions: readonly number[]) => assignment(TOPIC, partitions),
): Promise<string> {
  const { memberId } = await group.join("", []);
  const id = String(memberId);
  await group.join(id, []);
  await group.sync(id, 1, {
    assignments: [{ memberId: id, assignment: assignmentOf(PARTITIONS) }],
  });
  return id;
}

const thereAndBack: Probe = async (ask) => {
  const group = members(ask, "there-and-back", await topicId(ask));
  const c = await leading(group);
  await group.beat(c, 1);
  await group.say("m", 0);
  await group.beat(c, 1);
  await group.commit(c, 1, 0);
  await group.sync(c, 1);
  await group.describe();
  await group.join(c, PARTITIONS);
  const kept = await group.sync(c, 1);
  await group.beat(c, 1);
  await group.join(c, kept);
  await group.sync(c, 2);
  for (const generation of [2, 1]) await group.beat(c, generation);
  const { share = [] } = await group.say("m", 2, group.owned([]));
  await group.say("m", 2, group.owned(share));
  await group.describe();
  for (const generation of [0, 1, 2, 3, -1]) await group.commit(c, generation, kept[0]!);
  await group.commit(c, 1, share[0]!);
  for (const epoch of [1, 2, 3]) await group.commit("m", epoch, share[0]!);
  await group.commit("m", 2, share[0]!, 8);
  await group.commit("", -1, 0);
  await group.beat("m", 2);
  await group.sync("m", 2);
  await group.sync(c, 2, { protocolName: "other" });
  await group.sync(c, 2, { protocolType: "other" });
  for (const generation of [1, 3]) await group.sync(c, generation);
  await group.join("", [], { protocolType: "other" });
  await group.join("", [], { protocols: [{ name: "other", metadata: subscription([TOPIC]) }] });
  await group.join("", [], { protocols: [] });
  const d = String((await group.join("", [])).memberId);
  await group.joinAnew(d, [], 2);
  await group.sync(d, 3);
  await group.beat(d, 3);
  await group.beat(c, 2);
  await group.joinAnew(c, [], 2);
  await group.sync(c, 3);
  await group.beat(c, 3);
  await group.leave({ memberId: "m", groupInstanceId: null }, {
    memberId: "x",
    groupInstanceId: null,
  });
  await group.describe();
  await group.beat(c, 3);
  await group.beat(d, 3);
  await group.commit(c, 3, 0);
  await group.sync(c, 3);
  await group.leave({ memberId: c, groupInstanceId: null });
  await group.join(d, []);
  await group.beat(d, 4);
  await group.leave({ memberId: d, groupInstanceId: null });
  return group.answers;
};

const instance = { groupInstanceId: "i" };

const instances: Probe = async (ask) => {
  const group = members(ask, "instances-there-and-back", await topicId(ask));
  const c = String((await group.join("", [], instance)).memberId);
  await group.sync(c, 1, {
    ...instance,
    assignments: [{ memberId: c, assignment: assignment(TOPIC, PARTITIONS) }],
  });
  const { share = [] } = await group.say("m", 0, { instanceId: "i" });
  await group.say("m", 1, { instanceId: "i", ...group.owned(share) });
  await group.beat(c, 1, "i");
  await group.describe();
  const again = String((await group.join("", [], instance)).memberId);
  await group.describe();
  await group.sync(again, 1, instance);
  await group.beat(again, 1, "i");
  await group.say("m", 1, { instanceId: "i", ...group.owned(share) });
  await group.leave({ memberId: "", groupInstanceId: "i" });
  return group.answers;
};

/** A member of the new protocol comes to a group of classic members, and goes. */
const comesTo =
  (prepare: (group: ReturnType<typeof members>) => Promise<unknown>): Probe => async (ask) => {
    const group = members(ask, `comes-${crypto.randomUUID()}`, await topicId(ask));
    await prepare(group);
    await group.say("m", 0);
    return group.answers;
  };

const other = { protocolType: "other" };

/** The probes, by what they ask. */
export const migrationProbes: Record<string, Probe> = {
  "a group gets members of the new protocol, and loses them": thereAndBack,
  "an instance comes with the new protocol, and with the classic one again": instances,
  "a consumer comes to a group that waits for its leader": comesTo(async (group) => {
    const { memberId } = await group.join("", []);
    await group.join(String(memberId), []);
  }),
  "a consumer comes to a group whose member has yet to come": comesTo((group) =>
    group.join("", [])
  ),
  "a consumer comes to a group of another kind": comesTo(async (group) => {
    const { memberId } = await group.join("", [], other);
    await group.join(String(memberId), [], other);
  }),
  "a consumer comes to a group whose words nobody knows": comesTo(async (group) => {
    const protocols = [{ name: "range", metadata: new Uint8Array(1) }];
    const { memberId } = await group.join("", [], { protocols });
    await group.join(String(memberId), [], { protocols });
  }),
  "a consumer comes to a group of an assignor of its own": comesTo((group) =>
    leading(group, (partitions) => assignment(TOPIC, partitions, "more"))
  ),
};
