/**
 * Topics and settings.
 * @module
 */
import { each, type Fields, one, type Probe } from "./probe.ts";

const NO_ID = "0".repeat(32);
const UNKNOWN_ID = "1".repeat(32);

const newTopic = (changes: Fields) => ({
  name: "new",
  numPartitions: 1,
  replicationFactor: 1,
  assignments: [],
  configs: [],
  ...changes,
});

/** The topic is not made: only what Kafka says of it is asked. */
const create = (...topics: Fields[]) =>
  one("CreateTopics", 4, { topics: topics.map(newTopic), timeoutMs: 1_000, validateOnly: true });

const assigned = (...assignments: Fields[]) =>
  create({ numPartitions: -1, replicationFactor: -1, assignments });

const withConfig = (name: string, value: string | null) => create({ configs: [{ name, value }] });

const grow = (...changes: Fields[]) =>
  one("CreatePartitions", 3, ({ name }) => ({
    topics: changes.map((change) => ({ name, count: 2, assignments: null, ...change })),
    timeoutMs: 1_000,
    validateOnly: true,
  }));

const remove = (...topics: Fields[]) =>
  one("DeleteTopics", 6, {
    topics: topics.map((topic) => ({ name: null, topicId: NO_ID, ...topic })),
    timeoutMs: 1_000,
  });

const cut = (partition: Fields) =>
  one("DeleteRecords", 2, ({ name }) => ({
    topics: [{ name, partitions: [{ partitionIndex: 0, offset: 0n, ...partition }] }],
    timeoutMs: 1_000,
  }));

const alter = (configs: Fields[], changes: Fields = {}) =>
  one("IncrementalAlterConfigs", 1, ({ name }) => ({
    resources: [{ resourceType: 2, resourceName: name, configs, ...changes }],
    validateOnly: true,
  }));

const set = (name: string, value: string | null, configOperation = 0) => ({
  name,
  value,
  configOperation,
});

const describe = (changes: Fields) =>
  one("DescribeConfigs", 4, ({ name }) => ({
    resources: [{ resourceType: 2, resourceName: name, configurationKeys: [], ...changes }],
    includeSynonyms: true,
    includeDocumentation: false,
  }));

const ANY_RIGHT = {
  resourceTypeFilter: 1,
  resourceNameFilter: null,
  patternTypeFilter: 1,
  principalFilter: null,
  hostFilter: null,
  operation: 1,
  permissionType: 1,
};

const RIGHT = {
  resourceType: 2,
  resourceName: "nope",
  resourcePatternType: 3,
  principal: "User:a",
  host: "*",
  operation: 3,
  permissionType: 3,
};

const moved = (replicas: number[] | null) =>
  one("AlterPartitionReassignments", 0, ({ name }) => ({
    topics: [{ name, partitions: [0, 9].map((partitionIndex) => ({ partitionIndex, replicas })) }],
    timeoutMs: 1_000,
  }));

const tell = (topics: Fields[]) => ({ topics, allowAutoTopicCreation: false });

/** The probes, by what they ask. */
export const adminProbes: Record<string, Probe> = {
  "a topic": create({}),
  "a topic that is there": one("CreateTopics", 4, ({ name }) => ({
    topics: [newTopic({ name })],
    timeoutMs: 1_000,
    validateOnly: true,
  })),
  "a topic twice": create({}, {}),
  ...Object.fromEntries(
    ["a/b", "..", ".", "", "a b", "é", "x".repeat(249), "x".repeat(250), "pro.bes"].map((name) => [
      `a topic named '${name}'`,
      create({ name }),
    ]),
  ),
  "a topic without partitions": create({ numPartitions: 0 }),
  "a topic of fewer than no partitions": create({ numPartitions: -5 }),
  "a topic as the broker likes": create({ numPartitions: -1, replicationFactor: -1 }),
  "three replicas": create({ replicationFactor: 3 }),
  "no replicas": create({ replicationFactor: 0 }),
  "a setting's wrong value": withConfig("retention.ms", "x"),
  "a setting's value that is too small": withConfig("retention.ms", "-2"),
  "a setting's value that is too large": withConfig("retention.ms", "99999999999999999999"),
  "a setting's value that is no ratio": withConfig("min.cleanable.dirty.ratio", "1.5"),
  "a setting's value that is no choice": withConfig("message.timestamp.type", "x"),
  "a setting's value that is no yes or no": withConfig("preallocate", "yes"),
  "a setting without a value": withConfig("retention.ms", null),
  "a setting there is not": withConfig("nope", "1"),
  ...Object.fromEntries(
    ["uncompressed", "gzip", "snappy", "lz4", "zstd", "producer", "none", "GZIP", ""].map((
      type,
    ) => [
      `compression type '${type}'`,
      withConfig("compression.type", type),
    ]),
  ),
  ...Object.fromEntries(
    [
      ...[["gzip", "-1"], ["gzip", "0"], ["gzip", "1"], ["gzip", "9"], ["gzip", "10"]],
      ...[["lz4", "0"], ["lz4", "17"], ["lz4", "18"], ["zstd", "-131073"], ["zstd", "22"]],
    ].map(([codec, level]) => [
      `${codec} level ${level}`,
      withConfig(`compression.${codec}.level`, level!),
    ]),
  ),
  ...Object.fromEntries(
    ["", "compact", "compact,delete", " delete , compact", "Compact"].map((policy) => [
      `cleanup policy '${policy}'`,
      withConfig("cleanup.policy", policy),
    ]),
  ),
  "lags that contradict": create({
    configs: [
      { name: "min.compaction.lag.ms", value: "10" },
      { name: "max.compaction.lag.ms", value: "5" },
    ],
  }),
  "assignment and number": create({ assignments: [{ partitionIndex: 0, brokerIds: [1] }] }),
  "assignment": assigned({ partitionIndex: 0, brokerIds: [1] }),
  "assignment to no broker": assigned({ partitionIndex: 0, brokerIds: [9] }),
  "assignment to nobody": assigned({ partitionIndex: 0, brokerIds: [] }),
  "assignment with a gap": assigned(
    { partitionIndex: 0, brokerIds: [1] },
    { partitionIndex: 2, brokerIds: [1] },
  ),
  "one partition more": grow({}),
  "one partition more, twice": grow({}, {}),
  "as many partitions as there are": grow({ count: 1 }),
  "fewer partitions": grow({ count: 0 }),
  "partitions of no topic": grow({ name: "nope" }),
  "a new partition on this broker": grow({ assignments: [{ brokerIds: [1] }] }),
  "a new partition on no broker": grow({ assignments: [{ brokerIds: [9] }] }),
  "more new partitions than asked": grow({ assignments: [{ brokerIds: [1] }, { brokerIds: [1] }] }),
  ...each("no topic deleted", "DeleteTopics", [1, 3, 5], {
    topicNames: ["nope"],
    timeoutMs: 1_000,
  }),
  "no topic deleted": remove({ name: "nope" }),
  "no topic deleted twice": remove({ name: "nope" }, { name: "nope" }),
  "no topic deleted by id": remove({ topicId: UNKNOWN_ID }),
  "a topic deleted by name and id": remove({ name: "nope", topicId: UNKNOWN_ID }),
  "nothing deleted": remove({}),
  "no records deleted": cut({}),
  "records beyond the end deleted": cut({ offset: 99n }),
  "records before the start deleted": cut({ offset: -2n }),
  "records of no partition deleted": cut({ partitionIndex: 9 }),
  "settings of no topic": describe({ resourceName: "nope" }),
  "settings of a wrong name": describe({ resourceName: "a/b" }),
  "settings without a name": describe({ resourceName: "" }),
  "settings of another broker": describe({ resourceType: 4, resourceName: "9" }),
  "settings of no kind": describe({ resourceType: 99 }),
  "settings there are not": describe({ configurationKeys: ["nope"] }),
  ...Object.fromEntries(
    [
      ...["cleanup.policy", "delete.retention.ms", "index.interval.bytes", "max.message.bytes"],
      ...["message.timestamp.type", "min.cleanable.dirty.ratio", "min.compaction.lag.ms"],
      ...["max.compaction.lag.ms", "retention.bytes", "compression.type", "compression.gzip.level"],
      ...["compression.lz4.level", "compression.zstd.level"],
    ].map((name) => [`setting ${name}`, describe({ configurationKeys: [name] })]),
  ),
  "a setting": alter([set("retention.ms", "5")]),
  "no setting": alter([]),
  "a setting's wrong new value": alter([set("retention.ms", "x")]),
  "a new setting there is not": alter([set("nope", "1")]),
  "a setting there is not, deleted": alter([set("nope", null, 1)]),
  "a setting set to nothing": alter([set("retention.ms", null)]),
  "a number appended to": alter([set("retention.ms", "1", 2)]),
  "a setting twice": alter([set("retention.ms", "1"), set("retention.ms", "2")]),
  "a list appended to": alter([set("cleanup.policy", "compact", 2)]),
  "a list subtracted from": alter([set("cleanup.policy", "delete", 3)]),
  "a new setting of no topic": alter([], { resourceName: "nope" }),
  "a new setting of a wrong name": alter([], { resourceName: "a/b" }),
  "a new setting without a name": alter([], { resourceName: "" }),
  "a new setting of no kind": alter([], { resourceType: 99 }),
  "a setting set to nothing, the old way": one("AlterConfigs", 2, ({ name }) => ({
    resources: [{
      resourceType: 2,
      resourceName: name,
      configs: [{ name: "retention.ms", value: null }],
    }],
    validateOnly: true,
  })),
  ...each(
    "the topic",
    "Metadata",
    [0, 1, 4, 5, 7, 8, 9, 10, 11, 12],
    ({ name }) => tell([{ name, topicId: NO_ID }]),
  ),
  ...each("no topic", "Metadata", [4, 9, 12], tell([{ name: "nope", topicId: NO_ID }])),
  ...each("a wrong name", "Metadata", [0, 9, 12], tell([{ name: "a/b", topicId: NO_ID }])),
  "the topic by id": one("Metadata", 12, ({ id }) => tell([{ name: null, topicId: id }])),
  "no topic by id": one("Metadata", 12, tell([{ name: null, topicId: UNKNOWN_ID }])),
  "no topics": one("Metadata", 9, tell([])),
  ...each("partitions", "DescribeTopicPartitions", [0], ({ name }) => ({
    topics: [{ name }],
    responsePartitionLimit: 10,
    cursor: null,
  })),
  ...Object.fromEntries(["nope", "a/b"].map((name) => [
    `partitions of '${name}'`,
    one("DescribeTopicPartitions", 0, {
      topics: [{ name }],
      responsePartitionLimit: 10,
      cursor: null,
    }),
  ])),
  ...each("brokers", "DescribeCluster", [0, 1], { endpointType: 1 }),
  ...each("brokers and what may be done", "DescribeCluster", [0, 1, 2], {
    endpointType: 1,
    includeClusterAuthorizedOperations: true,
    includeFencedBrokers: true,
  }),
  ...each("topics and what may be done", "Metadata", [8, 10, 11, 12], ({ name }) => ({
    ...tell([{ name, topicId: NO_ID }, { name: "nope", topicId: NO_ID }]),
    includeTopicAuthorizedOperations: true,
    includeClusterAuthorizedOperations: true,
  })),
  ...each("elections", "ElectLeaders", [0, 1, 2], ({ name }) => ({
    electionType: 0,
    topicPartitions: [{ topic: name, partitions: [0, 9] }, { topic: "nope", partitions: [0] }],
    timeoutMs: 1_000,
  })),
  "unclean elections": one("ElectLeaders", 2, ({ name }) => ({
    electionType: 1,
    topicPartitions: [{ topic: name, partitions: [0] }],
    timeoutMs: 1_000,
  })),
  ...Object.fromEntries(
    Object.entries({ "here": [1], "away": [9], "twice": [1, 1], "nowhere": [], "not at all": null })
      .map(([where, replicas]) => [`partitions moved ${where}`, moved(replicas)]),
  ),
  ...each("partitions moved", "AlterPartitionReassignments", [0, 1], {
    topics: [{ name: "nope", partitions: [{ partitionIndex: 0, replicas: [1] }] }],
    timeoutMs: 1_000,
    allowReplicationFactorChange: true,
  }),
  ...each("rights", "DescribeAcls", [1, 2, 3], ANY_RIGHT),
  ...each("rights given", "CreateAcls", [1, 2, 3], ({ name }) => ({
    creations: [RIGHT, { ...RIGHT, resourceName: name }],
  })),
  ...each("no rights given", "CreateAcls", [3], { creations: [] }),
  ...each("rights taken", "DeleteAcls", [1, 2, 3], { filters: [ANY_RIGHT, ANY_RIGHT] }),
  "controllers": one("DescribeCluster", 1, { endpointType: 2 }),
  "a cluster of no kind": one("DescribeCluster", 1, { endpointType: 9 }),
  "reassignments": one("ListPartitionReassignments", 0, { timeoutMs: 1_000, topics: null }),
  ...each("folders", "DescribeLogDirs", [1, 3, 4], ({ name }) => ({
    topics: [{ topic: name, partitions: [0, 4] }],
  })),
  "signing in": one("SaslHandshake", 1, { mechanism: "PLAIN" }),
};
