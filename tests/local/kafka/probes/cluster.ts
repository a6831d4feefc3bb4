/**
 * Quotas, users, producers, and what a cluster of one broker says of others.
 * @module
 */
import { batchOf } from "../helpers.ts";
import { until } from "../../../until.ts";
import { type Ask, each, type Fields, get, one, type Probe, shape } from "./probe.ts";
import { inOrder, type Question, talk } from "./talk.ts";

type Part = [entityType: string, entityName: string | null];

const entityOf = (parts: Part[]) =>
  parts.map(([entityType, entityName]) => ({ entityType, entityName }));

const limit = (
  parts: Part[],
  limits: Record<string, number | null>,
  validateOnly = false,
): Question => ["AlterClientQuotas", 1, {
  entries: [{
    entity: entityOf(parts),
    ops: Object.entries(limits).map(([key, value]) => ({
      key,
      value: value ?? 0,
      remove: value === null,
    })),
  }],
  validateOnly,
}];

type Filter = [entityType: string, matchType: number, match: string | null];

const limits = (strict: boolean, ...filters: Filter[]): Question => ["DescribeClientQuotas", 1, {
  components: filters.map(([entityType, matchType, match]) => ({ entityType, matchType, match })),
  strict,
}];

/** COORDINATOR_LOAD_IN_PROGRESS, NOT_COORDINATOR. */
const NOT_YET = [14, 16];

const RATE = { producer_byte_rate: 1e9 };

const upsert = (name: string, changes: Fields = {}) => ({
  name,
  mechanism: 1,
  iterations: 4_096,
  salt: new Uint8Array(8),
  saltedPassword: new Uint8Array(32),
  ...changes,
});

const users = (...names: string[]): Question => ["DescribeUserScramCredentials", 0, {
  users: names.map((name) => ({ name })),
}];

const credentials = (upsertions: Fields[], deletions: Fields[] = []): Question => [
  "AlterUserScramCredentials",
  0,
  { upsertions, deletions },
];

const feature = (version: number, name: string, maxVersionLevel: number, changes: Fields = {}) =>
  one("UpdateFeatures", version, {
    timeoutMs: 1_000,
    featureUpdates: [{ feature: name, maxVersionLevel, ...changes }],
  });

/** The probes, by what they ask. */
export const clusterProbes: Record<string, Probe> = {
  "quotas": talk(
    ...[
      limit([["client-id", "c"]], RATE),
      limit([["client-id", null]], { consumer_byte_rate: 2e9 }),
      limit([["user", "u"]], { ...RATE, consumer_byte_rate: 3e9 }),
      limit([["user", null]], RATE),
      limit([["user", "u"], ["client-id", "c"]], RATE),
      limit([["client-id", "c"], ["user", null]], RATE),
    ].map((change) => ({ change, seenBy: limits(false) })),
    limits(true),
    limits(false, ["client-id", 0, "c"]),
    limits(true, ["client-id", 0, "c"]),
    limits(true, ["client-id", 1, null]),
    limits(true, ["client-id", 2, null]),
    limits(false, ["client-id", 2, null]),
    limits(true, ["user", 2, null], ["client-id", 2, null]),
    limits(false, ["user", 0, "u"]),
    limits(false, ["user", 1, null]),
    limits(false, ["ip", 2, null]),
    limits(false, ["user", 0, "nobody"]),
    limit([["client-id", "c"]], { producer_byte_rate: null }, true),
    ...[
      limit([["client-id", "c"]], { producer_byte_rate: null }),
      limit([["client-id", null]], { consumer_byte_rate: null, producer_byte_rate: null }),
      limit([["user", "u"]], { consumer_byte_rate: null }),
      limit([["user", "u"]], { producer_byte_rate: null }),
      limit([["user", null]], { producer_byte_rate: null }),
      limit([["user", "u"], ["client-id", "c"]], { producer_byte_rate: null }),
      limit([["user", null], ["client-id", "c"]], { producer_byte_rate: null }),
    ].map((change) => ({ change, seenBy: limits(false) })),
  ),
  ...Object.fromEntries(
    ([
      [[["client-id", "c"]], { producer_byte_rate: -1 }],
      [[["client-id", "c"]], { producer_byte_rate: 0 }],
      [[["client-id", "c"]], { producer_byte_rate: 1.5 }],
      [[["client-id", "c"]], { nope: 1 }],
      [[["client-id", "c"]], { nope: null }],
      [[["client-id", "c"]], { connection_creation_rate: 1 }],
      [[["client-id", ""]], RATE],
      [[["nope", "c"]], RATE],
      [[["", "c"]], RATE],
      [[], RATE],
      [[["user", "u"], ["user", "v"]], RATE],
    ] as [Part[], Record<string, number | null>][]).map(([parts, values]) => [
      `quotas ${JSON.stringify(values)} of ${JSON.stringify(parts)}`,
      talk(limit(parts, values, true)),
    ]),
  ),
  ...Object.fromEntries(
    ([
      [["nope", 0, "c"]],
      [["", 0, "c"]],
      [["user", 0, null]],
      [["user", 1, "c"]],
      [["user", 2, "c"]],
      [["user", 7, null]],
      [["user", 0, "u"], ["user", 0, "v"]],
      [["user", 0, "u"], ["ip", 0, "127.0.0.1"]],
    ] as Filter[][]).map((filters) => [
      `quotas by ${JSON.stringify(filters)}`,
      talk(limits(false, ...filters)),
    ]),
  ),

  "users": talk(
    users(),
    users("nobody", "nobody"),
    ...[
      credentials([upsert("alice"), upsert("bob", { mechanism: 2, iterations: 8_192 })]),
      credentials([upsert("alice", { iterations: 5_000 })]),
      credentials([upsert("alice", { mechanism: 2 })]),
      credentials([], [{ name: "alice", mechanism: 1 }, { name: "bob", mechanism: 1 }]),
    ].map((change) => ({ change, seenBy: users() })),
    users("alice", "nobody"),
    credentials([upsert("alice")], [{ name: "alice", mechanism: 1 }]),
    credentials([upsert("carol", { iterations: 1 }), upsert("bob", { iterations: 16_385 })]),
    credentials([upsert(""), upsert("dave", { mechanism: 7 })], [{ name: "erin", mechanism: 7 }]),
    credentials([upsert("alice"), upsert("alice", { mechanism: 2 })]),
    credentials([upsert("alice")], [{ name: "alice", mechanism: 2 }]),
    credentials([], [{ name: "alice", mechanism: 2 }, { name: "alice", mechanism: 1 }]),
    credentials([], []),
    ["DescribeUserScramCredentials", 0, { users: null }],
  ),

  "producers": async (ask, { name }) => {
    await sendIdempotently(ask, name);
    return shape(
      await ask("DescribeProducers", 0, { topics: [{ name, partitionIndexes: [0, 9] }] }),
    );
  },
  "producers of no topic": one("DescribeProducers", 0, {
    topics: [{ name: "nope", partitionIndexes: [0] }, { name: "a/b", partitionIndexes: [0] }],
  }),
  "transactions": one("ListTransactions", 0, {}),
  "transactions in some states": one("ListTransactions", 2, {
    stateFilters: ["Ongoing", "Odd", "ongoing"],
    producerIdFilters: [1n],
    durationFilter: 1_000n,
    transactionalIdPattern: "a.*",
  }),
  "transactions there are not": async (ask) => {
    // Apache Kafka makes the topic that keeps transactions when it is first asked for a coordinator.
    let answer: Fields = {};
    await until(async () => {
      await ask("FindCoordinator", 3, { key: "a", keyType: 1 });
      answer = await ask("DescribeTransactions", 0, { transactionalIds: ["a", ""] });
      return !NOT_YET.includes(Number(get(answer, "transactionStates", 0, "errorCode")));
    }, "transactions are kept");
    return shape(answer);
  },

  ...each("a move to a folder there is not", "AlterReplicaLogDirs", [1, 2], ({ name }) => ({
    dirs: [{ path: "/nope", topics: [{ name, partitions: [0, 9] }] }],
  })),
  "moves to the folder": async (ask, { name }) => {
    const dirs = await ask("DescribeLogDirs", 4, { topics: [] });
    const path = (dirs.results as Fields[])[0]!.logDir;
    return inOrder(
      await ask("AlterReplicaLogDirs", 2, {
        dirs: [{
          path,
          topics: [{ name, partitions: [0, 9] }, { name: "nope", partitions: [0] }],
        }],
      }),
    );
  },

  ...each("a token", "CreateDelegationToken", [1, 3], { renewers: [], maxLifetimeMs: -1n }),
  ...each("a token's life", "RenewDelegationToken", [1, 2], {
    hmac: new Uint8Array(4),
    renewPeriodMs: 1n,
  }),
  ...each("a token's end", "ExpireDelegationToken", [1, 2], {
    hmac: new Uint8Array(4),
    expiryTimePeriodMs: 1n,
  }),
  ...each("tokens", "DescribeDelegationToken", [1, 3], { owners: null }),

  ...Object.fromEntries([0, 1, 2].flatMap((version) => [
    [`feature there is not, version ${version}`, feature(version, "nope", 1)],
    [`feature at its level, version ${version}`, feature(version, "group.version", 1)],
    [`feature beyond its levels, version ${version}`, feature(version, "group.version", 99)],
  ])),
  "no features": one("UpdateFeatures", 1, { timeoutMs: 1_000, featureUpdates: [] }),
  "a broker there is not": one("UnregisterBroker", 0, { brokerId: 7 }),
};

async function sendIdempotently(ask: Ask, name: string): Promise<void> {
  let producerId: unknown;
  await until(async () => {
    ({ producerId } = await ask("InitProducerId", 4, {
      transactionalId: null,
      transactionTimeoutMs: 1_000,
      producerId: -1n,
      producerEpoch: -1,
    }));
    return Number(producerId) >= 0;
  }, "a producer is given its id");
  const records = await batchOf({
    timestamp: Date.now(),
    values: ["a", "b", "c"],
    producerId: Number(producerId),
    producerEpoch: 0,
    baseSequence: 0,
  });
  const topicData = [{ name, partitionData: [{ index: 0, records }] }];
  await ask("Produce", 9, { acks: -1, timeoutMs: 1_000, topicData });
}
