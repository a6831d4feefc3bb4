/**
 * Consumer groups of the new protocol (KIP-848).
 * @module
 */
import { type Ask, type Fields, get, one, type Probe, shape, type Topic } from "./probe.ts";

const NOBODY_KNOWN = { groupId: "no-consumers" };

const first = (topic: Topic, changes: Fields = {}): Fields => ({
  groupId: "consumers",
  memberId: "m",
  memberEpoch: 0,
  instanceId: null,
  rackId: null,
  rebalanceTimeoutMs: 60_000,
  subscribedTopicNames: [topic.name],
  subscribedTopicRegex: null,
  serverAssignor: null,
  topicPartitions: [],
  ...changes,
});

/** What a member sends that has nothing new to say. */
const again = (memberEpoch: number, changes: Fields = {}): Fields => ({
  groupId: "consumers",
  memberId: "m",
  memberEpoch,
  instanceId: null,
  rackId: null,
  rebalanceTimeoutMs: -1,
  subscribedTopicNames: null,
  subscribedTopicRegex: null,
  serverAssignor: null,
  topicPartitions: null,
  ...changes,
});

const beat = (changes: Fields, version = 1): Probe => (ask, topic) =>
  one("ConsumerGroupHeartbeat", version, first(topic, changes))(ask, topic);

/** A talk of a member with its group. */
async function talk(
  ask: Ask,
  body: (
    say: (fields: Fields) => Promise<Fields>,
    tell: (answer: unknown) => void,
  ) => Promise<void>,
): Promise<unknown[]> {
  const answers: unknown[] = [];
  await body(
    async (fields) => {
      const answer = await ask("ConsumerGroupHeartbeat", 1, fields);
      answers.push(hidden(shape(answer)));
      return answer;
    },
    (answer) => void answers.push(hidden(shape(answer))),
  );
  return answers;
}

/** Topics' ids are each broker's own. */
function hidden(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, field) => key === "topicId" ? "id" : field);
}

const described = (ask: Ask, ...groupIds: string[]) =>
  ask("ConsumerGroupDescribe", 1, { groupIds });

const commit = (ask: Ask, { name }: Topic, fields: Fields) =>
  ask("OffsetCommit", 9, {
    groupId: "consumers",
    memberId: "m",
    generationIdOrMemberEpoch: 2,
    groupInstanceId: null,
    topics: [{
      name,
      partitions: [{ partitionIndex: 0, committedOffset: 1n, committedMetadata: "" }],
    }],
    ...fields,
  });

const committed = (ask: Ask, fields: Fields) =>
  ask("OffsetFetch", 9, { groups: [{ groupId: "consumers", topics: null, ...fields }] });

const life: Probe = (ask, topic) =>
  talk(ask, async (say, tell) => {
    const mine = [{ topicId: topic.id, partitions: [0] }];
    await say(first(topic));
    await say(again(2));
    await say(again(2, { topicPartitions: mine }));
    await say(again(2, {
      topicPartitions: mine,
      rebalanceTimeoutMs: 60_000,
      subscribedTopicNames: [topic.name],
    }));
    await say(first(topic));
    await say(again(7));
    await say(again(0));
    await say(again(2, { memberId: "other" }));
    await say(again(2, { instanceId: "i" }));
    tell(await described(ask, "consumers"));
    tell(await commit(ask, topic, {}));
    tell(await commit(ask, topic, { generationIdOrMemberEpoch: 0 }));
    tell(await commit(ask, topic, { generationIdOrMemberEpoch: 7 }));
    tell(await commit(ask, topic, { memberId: "other" }));
    tell(await commit(ask, topic, { memberId: "", generationIdOrMemberEpoch: -1 }));
    tell(await committed(ask, { memberId: "m", memberEpoch: 2 }));
    tell(await committed(ask, { memberId: "m", memberEpoch: 7 }));
    tell(await committed(ask, { memberId: "other", memberEpoch: 2 }));
    tell(await committed(ask, { memberId: null, memberEpoch: -1 }));
    tell(await ask("DeleteGroups", 2, { groupsNames: ["consumers"] }));
    tell(
      await ask("Heartbeat", 4, {
        groupId: "consumers",
        memberId: "m",
        generationId: 2,
        groupInstanceId: null,
      }),
    );
    tell(await ask("DescribeGroups", 6, { groups: ["consumers"] }));
    tell(
      await ask("OffsetDelete", 0, {
        groupId: "consumers",
        topics: [{ name: topic.name, partitions: [{ partitionIndex: 0 }] }],
      }),
    );
    tell(await listed(ask));
    await say(again(-2));
    await say(again(-1));
    await say(again(-1));
    await say(again(2));
    tell(await described(ask, "consumers"));
    tell(await commit(ask, topic, { memberId: "", generationIdOrMemberEpoch: -1 }));
    tell(await listed(ask));
    tell(await ask("DeleteGroups", 2, { groupsNames: ["consumers"] }));
    await say(again(-1));
    tell(await described(ask, "consumers"));
  });

const listed = async (ask: Ask) => {
  const { groups } = await ask("ListGroups", 5, { statesFilter: [], typesFilter: ["consumer"] });
  return (groups as Fields[]).filter(({ groupId }) => groupId === "consumers");
};

const staticLife: Probe = (ask, topic) =>
  talk(ask, async (say, tell) => {
    const groupId = "static-consumers";
    const instance = { groupId, instanceId: "i" };
    await say(first(topic, instance));
    await say(first(topic, { ...instance, memberId: "second" }));
    await say(again(2, { groupId, memberId: "second", instanceId: "i" }));
    await say(again(2, { groupId }));
    await say(again(-2, instance));
    tell(await described(ask, groupId));
    await say(again(2, instance));
    await say(first(topic, { ...instance, memberId: "second" }));
    await say(again(2, { ...instance, memberId: "second" }));
    tell(await described(ask, groupId));
    await say(again(-1, { ...instance, memberId: "second" }));
  });

const subscriptions: Record<string, Fields> = {
  "by a pattern": { subscribedTopicNames: null, subscribedTopicRegex: "pro_b.s" },
  "by a pattern of a part of the name": { subscribedTopicNames: null, subscribedTopicRegex: "pro" },
  "by no pattern": { subscribedTopicNames: null, subscribedTopicRegex: "pro[" },
  "by a pattern that looks ahead": { subscribedTopicNames: null, subscribedTopicRegex: "a(?=b)" },
  "by a pattern that looks back": { subscribedTopicNames: null, subscribedTopicRegex: "(a)\\1" },
  "of no topic": { subscribedTopicNames: ["nope"] },
  "of no names": { subscribedTopicNames: [] },
  "of nothing": { subscribedTopicNames: null },
  "of an empty pattern": { subscribedTopicNames: null, subscribedTopicRegex: "" },
};

/** The probes, by what they ask. */
export const consumersProbes: Record<string, Probe> = {
  "consumer in no group": beat({ groupId: "" }),
  "consumer without an id": beat({ groupId: "nameless", memberId: "" }),
  "consumer without an id, later": beat({ groupId: "nameless", memberId: "", memberEpoch: 1 }, 0),
  "consumer of an empty instance": beat({ ...NOBODY_KNOWN, instanceId: "" }),
  "consumer in an empty rack": beat({ ...NOBODY_KNOWN, rackId: "" }),
  "consumer without a rebalance timeout": beat({ ...NOBODY_KNOWN, rebalanceTimeoutMs: -1 }),
  "consumer that has not said what it has": beat({ ...NOBODY_KNOWN, topicPartitions: null }),
  "consumer that has something already": (ask, topic) =>
    beat({ ...NOBODY_KNOWN, topicPartitions: [{ topicId: topic.id, partitions: [0] }] })(
      ask,
      topic,
    ),
  "consumer that goes without an instance": beat({ ...NOBODY_KNOWN, memberEpoch: -2 }),
  "consumer of an odd epoch": beat({ ...NOBODY_KNOWN, memberEpoch: -3 }),
  "consumer of no assignor": beat({ ...NOBODY_KNOWN, serverAssignor: "nope" }),
  "consumer of a group there is not": beat({ ...NOBODY_KNOWN, memberEpoch: 1 }),
  "consumer that leaves a group there is not": beat({ ...NOBODY_KNOWN, memberEpoch: -1 }),
  "consumer of a classic group": beat({ groupId: "simple", memberEpoch: 1 }),
  ...Object.fromEntries(
    Object.entries(subscriptions).map(([name, changes]): [string, Probe] => [
      `consumer ${name}`,
      async (ask, topic) => {
        const groupId = `consumers ${name}`;
        const answer = await ask(
          "ConsumerGroupHeartbeat",
          1,
          first(topic, { groupId, ...changes }),
        );
        if (get(answer, "errorCode") === 0) {
          await ask("ConsumerGroupHeartbeat", 1, again(-1, { groupId }));
        }
        // Apache Kafka looks for the topics that a pattern fits later: then the next epoch begins.
        const { assignment: _, memberEpoch: __, ...rest } = shape(answer) as Fields;
        return rest;
      },
    ]),
  ),
  "life of a consumer": life,
  "life of a static consumer": staticLife,
  ...Object.fromEntries(["simple", "nobody", ""].map((groupId) => [
    `consumers of group '${groupId}'`,
    one("ConsumerGroupDescribe", 1, { groupIds: [groupId] }),
  ])),
};
