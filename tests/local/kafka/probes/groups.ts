/**
 * Groups: members, and how far they have come.
 * @module
 */
import { type Ask, each, type Fields, get, one, type Probe, shape, type Topic } from "./probe.ts";

const commitBody = (changes: Fields = {}, partition: Fields = {}) => ({ name }: Topic) => ({
  groupId: "simple",
  generationIdOrMemberEpoch: -1,
  memberId: "",
  groupInstanceId: null,
  topics: [{
    name,
    partitions: [{ partitionIndex: 0, committedOffset: 1n, committedMetadata: "", ...partition }],
  }],
  ...changes,
});

const commit = (changes: Fields = {}, partition: Fields = {}) =>
  one("OffsetCommit", 8, commitBody(changes, partition));

const joinBody = {
  groupId: "joined",
  sessionTimeoutMs: 10_000,
  rebalanceTimeoutMs: 1_000,
  memberId: "",
  groupInstanceId: null,
  protocolType: "consumer",
  protocols: [{ name: "range", metadata: new Uint8Array(2) }],
};

/** Words of a consumer that subscribes to topic `t`. */
const SUBSCRIPTION = Uint8Array.fromHex("0000000000010001740000000000");

const named = (groupId: string, changes: Fields = {}) => ({
  groupId,
  generationId: 1,
  memberId: "m",
  groupInstanceId: null,
  ...changes,
});

/** A member's talk: each step's answer, in order. */
function member(ask: Ask, topic: Topic, groupId: string, groupInstanceId: string | null) {
  const answers: unknown[] = [];
  const keep = async (answer: Promise<Fields>, ...path: (string | number)[]) => {
    answers.push(shape(get(await answer, ...path)));
  };
  return {
    answers,
    async join(changes: Fields = {}, version = 9) {
      const answer = await ask("JoinGroup", version, {
        ...joinBody,
        groupId,
        groupInstanceId,
        protocols: [{ name: "range", metadata: SUBSCRIPTION }],
        ...changes,
      });
      const leads = answer.leader !== "" && answer.leader === answer.memberId;
      answers.push({ ...shape(answer) as Fields, leads });
      return String(answer.memberId);
    },
    sync: (memberId: string, changes: Fields = {}) =>
      keep(ask("SyncGroup", 5, {
        ...named(groupId, { memberId, groupInstanceId }),
        protocolType: "consumer",
        protocolName: "range",
        assignments: [
          { memberId, assignment: new Uint8Array(3) },
          { memberId: "ghost", assignment: new Uint8Array(2) },
        ],
        ...changes,
      })),
    beat: (memberId: string, generationId: number, instance = groupInstanceId) =>
      keep(
        ask("Heartbeat", 4, { groupId, generationId, memberId, groupInstanceId: instance }),
        "errorCode",
      ),
    commit: (memberId: string, generation: number, changes: Fields = {}, partition: Fields = {}) =>
      keep(
        ask(
          "OffsetCommit",
          8,
          commitBody({
            groupId,
            memberId,
            generationIdOrMemberEpoch: generation,
            groupInstanceId,
            ...changes,
          }, partition)(topic),
        ),
        ...["topics", 0, "partitions", 0, "errorCode"],
      ),
    leave: (...members: Fields[]) => keep(ask("LeaveGroup", 4, { groupId, members }), "members"),
    describe: () => keep(ask("DescribeGroups", 5, { groups: [groupId] }), "groups", 0),
    remove: () => keep(ask("DeleteGroups", 2, { groupsNames: [groupId] }), "results"),
    forget: (...topics: string[]) =>
      keep(ask("OffsetDelete", 0, {
        groupId,
        topics: topics.map((name) => ({ name, partitions: [{ partitionIndex: 0 }] })),
      })),
  };
}

const life: Probe = async (ask, topic) => {
  const talk = member(ask, topic, "life", null);
  const id = await talk.join();
  for (const generation of [1, 0, -1]) await talk.beat(id, generation);
  await talk.commit("", -1);
  await talk.commit(id, 1);
  await talk.join({ memberId: id });
  for (const generation of [1, 2, 0]) await talk.beat(id, generation);
  await talk.beat("someone", 1);
  await talk.commit(id, 1);
  await talk.commit("", -1);
  await talk.commit(id, -1);
  await talk.commit(id, 1, {}, { partitionIndex: 9 });
  await talk.describe();
  await talk.sync(id, { generationId: 7 });
  await talk.sync(id, { protocolName: "other" });
  await talk.sync(id, { protocolType: "other" });
  await talk.sync(id);
  await talk.sync(id);
  for (const generation of [1, 2]) await talk.beat(id, generation);
  for (const generation of [1, 0, -1]) await talk.commit(id, generation);
  await talk.commit("", -1);
  await talk.commit(id, 1, {}, { committedMetadata: "x".repeat(4_097) });
  await talk.describe();
  await talk.remove();
  await talk.forget("t");
  await talk.forget(topic.name);
  await talk.join({ memberId: id });
  await talk.join({ memberId: id, protocols: [] });
  await talk.join({ memberId: id, protocolType: "other" });
  await talk.join({ memberId: id, protocols: [{ name: "other", metadata: SUBSCRIPTION }] });
  await talk.join({ protocolType: "other" });
  await talk.join({ protocols: [{ name: "other", metadata: SUBSCRIPTION }] });
  await talk.leave({ memberId: id, groupInstanceId: "i" });
  await talk.leave({ memberId: id, groupInstanceId: null });
  await talk.leave({ memberId: id, groupInstanceId: null });
  await talk.beat(id, 1);
  await talk.commit("", -1);
  await talk.describe();
  await talk.remove();
  await talk.describe();
  return talk.answers;
};

const staticLife: Probe = async (ask, topic) => {
  const talk = member(ask, topic, "static", "i");
  const first = await talk.join();
  await talk.sync(first);
  const second = await talk.join();
  const third = await talk.join({}, 5);
  await talk.beat(first, 1);
  await talk.beat(first, 1, null);
  await talk.beat(third, 1);
  await talk.beat(third, 1, null);
  await talk.beat(third, 1, "other");
  await talk.join({ memberId: second });
  await talk.commit(first, 1);
  await talk.commit(third, 1);
  await talk.commit(third, 1, { groupInstanceId: "other" });
  // Other words for the same protocol.
  await talk.join({ protocols: [{ name: "range", metadata: new Uint8Array(9) }] });
  await talk.leave({ memberId: "", groupInstanceId: "other" });
  await talk.leave({ memberId: "wrong", groupInstanceId: "i" });
  await talk.leave({ memberId: "", groupInstanceId: "i" });
  await talk.describe();
  return talk.answers;
};

/** The probes, by what they ask. */
export const groupProbes: Record<string, Probe> = {
  ...each("commit without a group", "OffsetCommit", [2, 3, 5, 6, 7, 8, 9], commitBody()),
  "commit of a generation of no group": commit({
    groupId: "none",
    generationIdOrMemberEpoch: 0,
    memberId: "m",
  }),
  "commit of a generation of an empty group": commit({
    generationIdOrMemberEpoch: 3,
    memberId: "m",
  }),
  "commit of someone in an empty group": commit({ memberId: "m" }),
  "commit of an instance in an empty group": commit({ groupInstanceId: "i" }),
  "commit in no group": commit({ groupId: "" }),
  "commit in a partition there is not": commit({}, { partitionIndex: 9 }),
  "commit with much to say": commit({}, { committedMetadata: "x".repeat(4_097) }),
  "commit with nothing to say": commit({}, { committedMetadata: null }),
  "commit of an offset there is not": commit({}, { committedOffset: -7n }),
  ...each(
    "offsets of a group",
    "OffsetFetch",
    [1, 2, 3, 5, 6, 7],
    ({ name }) => ({ groupId: "simple", topics: [{ name, partitionIndexes: [0, 5] }] }),
  ),
  ...each("all offsets of a group", "OffsetFetch", [2, 5, 7], { groupId: "simple", topics: null }),
  ...each("offsets of nobody", "OffsetFetch", [2, 5, 7], { groupId: "nobody", topics: null }),
  ...each("offsets of groups", "OffsetFetch", [8, 9], {
    groups: [{ groupId: "simple", topics: null }, { groupId: "nobody", topics: null }],
  }),
  ...each("a group", "DescribeGroups", [0, 3, 5], { groups: ["simple"] }),
  ...each("no group", "DescribeGroups", [0, 3, 5, 6], { groups: ["nobody"] }),
  ...Object.assign(
    {},
    ...["simple", "nobody"].map((group) =>
      each(`group ${group} and what may be done`, "DescribeGroups", [3, 5, 6], {
        groups: [group],
        includeAuthorizedOperations: true,
      })
    ),
  ),
  "groups of other states and types": one("ListGroups", 5, {
    statesFilter: ["Odd"],
    typesFilter: ["odd"],
  }),
  "no offsets deleted of nobody": one("OffsetDelete", 0, { groupId: "nobody", topics: [] }),
  "no offsets deleted of no group": one("OffsetDelete", 0, { groupId: "", topics: [] }),
  "offsets deleted in no topic": one("OffsetDelete", 0, {
    groupId: "simple",
    topics: [{ name: "nope", partitions: [{ partitionIndex: 0 }] }],
  }),
  ...each("coordinator", "FindCoordinator", [0, 2, 3], { key: "simple", keyType: 0 }),
  ...each("coordinators", "FindCoordinator", [4, 5, 6], {
    keyType: 0,
    coordinatorKeys: ["simple", ""],
  }),
  "coordinator of another type": one("FindCoordinator", 3, { key: "simple", keyType: 9 }),
  "heartbeat in no group": one("Heartbeat", 4, named("")),
  "heartbeat of nobody": one("Heartbeat", 4, named("nobody")),
  "heartbeat of no member": one("Heartbeat", 4, named("simple")),
  ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((version) => [
    `join, version ${version}`,
    one("JoinGroup", version, { ...joinBody, groupId: `joined-${version}` }),
  ])),
  "join without a group": one("JoinGroup", 9, { ...joinBody, groupId: "" }),
  "join with a short session": one("JoinGroup", 9, { ...joinBody, sessionTimeoutMs: 10 }),
  "join with a long session": one("JoinGroup", 9, { ...joinBody, sessionTimeoutMs: 1_800_001 }),
  "join as someone else": one("JoinGroup", 9, { ...joinBody, memberId: "someone" }),
  "join without protocols": one("JoinGroup", 9, { ...joinBody, protocols: [] }),
  "join without a type": one("JoinGroup", 9, { ...joinBody, protocolType: "" }),
  "sync without a protocol": one("SyncGroup", 5, { ...named("simple"), assignments: [] }),
  "sync of nobody": one("SyncGroup", 3, { ...named("nobody"), assignments: [] }),
  "sync in no group": one("SyncGroup", 3, { ...named(""), assignments: [] }),
  ...each("leave of nobody", "LeaveGroup", [0, 1, 2, 3, 4, 5], {
    groupId: "nobody",
    memberId: "m",
    members: [{ memberId: "m", groupInstanceId: null }],
  }),
  "leave of no member": one("LeaveGroup", 4, {
    groupId: "simple",
    members: [{ memberId: "m", groupInstanceId: null }, { memberId: "", groupInstanceId: "i" }],
  }),
  "no group deleted": one("DeleteGroups", 2, { groupsNames: ["nobody", "nobody"] }),
  "an instance is taken out by its name": async (ask) => {
    const groupId = "instances";
    await ask("JoinGroup", 9, { ...joinBody, groupId, groupInstanceId: "i" });
    const { members } = await ask("LeaveGroup", 5, {
      groupId,
      members: [{ memberId: "", groupInstanceId: "i" }, { memberId: "", groupInstanceId: "j" }],
    });
    return (members as Fields[]).map(({ memberId, errorCode }) => [memberId, errorCode]);
  },
  "life of a member": life,
  "life of a static member": staticLife,
};
