/**
 * Records sent, read and looked for.
 * @module
 */
import { isIntact, readHeader } from "../../../../lib/local/kafka/log/batch.ts";
import { recordsOf } from "../../../../lib/local/kafka/log/records.ts";
import { batchOf, type BatchOptions } from "../helpers.ts";
import { type Ask, each, type Fields, get, one, type Probe, shape, type Topic } from "./probe.ts";

const produceTo = (name: string, records: Uint8Array, changes: Fields = {}, index = 0) => ({
  transactionalId: null,
  acks: -1,
  timeoutMs: 1_000,
  topicData: [{ name, partitionData: [{ index, records }] }],
  ...changes,
});

const produced = (options: BatchOptions, changes: Fields = {}) =>
  one("Produce", 9, async ({ name }) => produceTo(name, await batchOf(options), changes));

const spoiled = (spoil: (view: DataView<ArrayBufferLike>) => void) =>
  one("Produce", 9, async ({ name }) => {
    const batch = await batchOf({ values: ["a", "b"] });
    spoil(new DataView(batch.buffer));
    return produceTo(name, batch);
  });

/** Makes a topic, waits until it can be written to, and gives its name. */
async function madeTopic(ask: Ask, name: string, configs: Record<string, string> = {}) {
  await ask("CreateTopics", 7, {
    topics: [{
      name,
      numPartitions: 1,
      replicationFactor: 1,
      assignments: [],
      configs: Object.entries(configs).map(([name, value]) => ({ name, value })),
    }],
    timeoutMs: 10_000,
  });
  const body = async () => produceTo(name, await batchOf({ keys: ["k"] }));
  const at = ["responses", 0, "partitionResponses", 0, "errorCode"] as const;
  while (get(await ask("Produce", 9, await body()), ...at) !== 0) await undefined;
  return name;
}

/** Batches as they are kept: their headers but for what a codec's own bytes change, and the records. */
const recompressed = (type: string): Probe => async (ask) => {
  const name = await madeTopic(ask, `kept-as-${type}`, { "compression.type": type });
  const values = Array.from({ length: 300 }, (_, i) => `${i % 7} tickertape ${i}`);
  for (const compression of [0, 1]) {
    await ask("Produce", 9, produceTo(name, await batchOf({ values, timestamp: 5, compression })));
  }
  const answer = await ask("Fetch", 11, {
    maxWaitMs: 0,
    minBytes: 1,
    isolationLevel: 0,
    topics: [{
      topic: name,
      partitions: [{ partition: 0, fetchOffset: 1n, partitionMaxBytes: 1 << 20 }],
    }],
  });
  const bytes = get(answer, "responses", 0, "partitions", 0, "records") as Uint8Array;
  return batchesIn(bytes).slice(1).map((batch) => {
    const header = readHeader(batch);
    const records = recordsOf(batch, header)!;
    const { crc: _crc, size: _size, ...same } = header;
    return {
      ...shape(same) as Fields,
      isIntact: isIntact(batch, header),
      records: records.length,
      first: records[0]!.bytes.toHex(),
      last: records.at(-1)!.bytes.toHex(),
    };
  });
};

function batchesIn(bytes: Uint8Array): Uint8Array[] {
  const batches: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const { size } = readHeader(bytes, at);
    batches.push(bytes.slice(at, at += size));
  }
  return batches;
}

/** An idempotent producer's batches: first sequence, records, epoch. */
const sequence = (...batches: [first: number, count: number, epoch?: number][]): Probe =>
async (
  ask,
) => {
  const name = await madeTopic(ask, `sequence-${batches.join("-").replaceAll(",", "_")}`);
  let producer: Fields;
  do producer = await ask("InitProducerId", 4, {
    transactionalId: null,
    transactionTimeoutMs: 0,
  }); while (producer.errorCode !== 0);
  const answers = [];
  for (const [baseSequence, count, producerEpoch = 0] of batches) {
    const producerId = Number(producer.producerId);
    const values = Array<string>(count).fill("v");
    const batch = await batchOf({ values, producerId, producerEpoch, baseSequence });
    const answer = await ask("Produce", 9, produceTo(name, batch));
    answers.push(shape(get(answer, "responses", 0, "partitionResponses", 0)));
  }
  return answers;
};

const fetched = (version: number, partition: Fields, changes: Fields = {}): Probe =>
  one("Fetch", version, ({ name, id }: Topic) => ({
    maxWaitMs: 0,
    minBytes: 1,
    isolationLevel: 0,
    topics: [{
      topic: name,
      topicId: id,
      partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1 << 20, ...partition }],
    }],
    ...changes,
  }));

const listed = (timestamp: bigint, changes: Fields = {}) => ({ name }: Topic) => ({
  replicaId: -1,
  isolationLevel: 0,
  topics: [{ name, partitions: [{ partitionIndex: 0, timestamp, ...changes }] }],
});

const epochs = (currentLeaderEpoch: number, leaderEpoch: number) =>
  one("OffsetForLeaderEpoch", 3, ({ name }) => ({
    replicaId: -2,
    topics: [{ topic: name, partitions: [{ partition: 0, currentLeaderEpoch, leaderEpoch }] }],
  }));

const LIST_VERSIONS = [1, 2, 4, 5, 6, 7, 8, 9, 10];

/** The probes, by what they ask. */
export const recordProbes: Record<string, Probe> = {
  "a batch with a bit turned": spoiled((view) => view.setUint8(70, 0xff)),
  "a batch with another checksum": spoiled((view) => view.setUint32(17, 1)),
  "a batch that is cut": spoiled((view) => view.setInt32(8, 9_999)),
  "a batch shorter than a header": spoiled((view) => view.setInt32(8, 10)),
  "a batch of format 1": spoiled((view) => view.setInt8(16, 1)),
  "a batch of format 9": spoiled((view) => view.setInt8(16, 9)),
  "no bytes": one("Produce", 9, ({ name }) => produceTo(name, new Uint8Array())),
  "two batches": one(
    "Produce",
    9,
    async ({ name }) => produceTo(name, new Uint8Array([...await batchOf(), ...await batchOf()])),
  ),
  "an unknown topic": one("Produce", 9, async () => produceTo("nope", await batchOf())),
  "an unknown partition": one(
    "Produce",
    9,
    async ({ name }) => produceTo(name, await batchOf(), {}, 7),
  ),
  "acks 2": produced({}, { acks: 2 }),
  "a batch that is too large": produced({ values: ["x".repeat(1_100_000)] }),
  "a time two hours ahead": produced({ timestamp: Date.now() + 7_200_000 }),
  "no key for a compacted topic": async (ask) => {
    const name = await madeTopic(ask, "compacted", { "cleanup.policy": "compact" });
    const values = ["a", "b", "c"];
    const batch = await batchOf({ values, keys: ["k", null, null] });
    const packed = await batchOf({ values, compression: 1 });
    return [
      shape(await ask("Produce", 9, produceTo(name, batch))),
      shape(await ask("Produce", 9, produceTo(name, packed))),
      shape(await ask("Produce", 7, produceTo(name, packed))),
    ];
  },
  "records of a compacted topic deleted": async (ask) => {
    const name = await madeTopic(ask, "kept", { "cleanup.policy": "compact" });
    const topics = [{ name, partitions: [{ partitionIndex: 0, offset: 0n }] }];
    return shape(await ask("DeleteRecords", 2, { topics, timeoutMs: 1_000 }));
  },
  ...Object.fromEntries(
    ["uncompressed", "gzip", "snappy", "lz4", "zstd", "producer"].map((type) => [
      `records of a topic that is compressed as ${type}`,
      recompressed(type),
    ]),
  ),
  "records that are too large once they are not compressed": async (ask) => {
    const configs = { "compression.type": "uncompressed", "max.message.bytes": "5000" };
    const name = await madeTopic(ask, "unpacked", configs);
    const batch = await batchOf({ values: ["x".repeat(10_000)], compression: 1 });
    return shape(await ask("Produce", 9, produceTo(name, batch)));
  },
  "records that are too large for a segment": async (ask) => {
    const name = await madeTopic(ask, "short", { "segment.bytes": "1048576" });
    await ask("IncrementalAlterConfigs", 1, {
      resources: [{
        resourceType: 2,
        resourceName: name,
        configs: [{ name: "max.message.bytes", value: "3000000", configOperation: 0 }],
      }],
    });
    const batch = await batchOf({ values: ["x".repeat(1_500_000)] });
    return shape(await ask("Produce", 9, produceTo(name, batch)));
  },
  "sequences that begin anywhere": sequence([5, 2], [7, 2], [5, 2]),
  "sequences that repeat": sequence(
    ...[0, 2, 4, 6, 8, 10].map((first) => [first, 2] as [number, number]),
    ...[[0, 2], [2, 2], [10, 2], [12, 2]] as [number, number][],
  ),
  "sequences with a gap": sequence([0, 2], [3, 2], [2, 2]),
  "sequences that overlap": sequence([0, 5], [3, 4], [0, 3], [5, 1]),
  "epochs": sequence([0, 2], [0, 2, 1], [2, 2, 0], [2, 2, 1], [5, 1, 2], [0, 1, 2]),
  "an epoch that begins anywhere": sequence([3, 1, 5], [4, 1, 5], [0, 1, 4]),
  "sequences that wrap": sequence([2_147_483_646, 2], [0, 1], [1, 1]),
  "half a producer": one("InitProducerId", 4, {
    transactionalId: null,
    transactionTimeoutMs: 0,
    producerId: 5n,
    producerEpoch: -1,
  }),
  "an empty transactional id": one("InitProducerId", 4, {
    transactionalId: "",
    transactionTimeoutMs: 1,
  }),
  ...Object.fromEntries(
    [4, 5, 7, 9, 11, 12, 13, 15, 16, 17].map((v) => [`fetch, version ${v}`, fetched(v, {})]),
  ),
  "fetch at the end": fetched(11, { fetchOffset: 5n }),
  "fetch beyond the end": fetched(11, { fetchOffset: 99n }),
  "fetch before the start": fetched(11, { fetchOffset: -1n }),
  "fetch of what is committed": fetched(11, {}, { isolationLevel: 1 }),
  "fetch of no bytes": fetched(11, { partitionMaxBytes: 0 }),
  "fetch of no bytes in all": fetched(11, {}, { maxBytes: 0 }),
  "fetch of one byte": fetched(11, { partitionMaxBytes: 1 }, { maxBytes: 1 }),
  "fetch of nothing": fetched(11, {}, { topics: [] }),
  "fetch of a partition there is not": fetched(11, { partition: 5 }),
  "fetch of an id there is not": fetched(13, {}, {
    topics: [{
      topicId: "1".repeat(32),
      partitions: [{ partition: 0, fetchOffset: 0n, partitionMaxBytes: 1 }],
    }],
  }),
  "fetch with this epoch": fetched(11, { currentLeaderEpoch: 0 }),
  "fetch with a later epoch": fetched(11, { currentLeaderEpoch: 5 }),
  "fetch with an epoch before any": fetched(11, { currentLeaderEpoch: -5 }),
  ...Object.assign(
    {},
    ...Object.entries<Fields>({
      "at an offset": { fetchOffset: 3n },
      "at the end": { fetchOffset: 5n },
      "beyond the end": { fetchOffset: 6n },
      "before the start": { fetchOffset: -1n },
    }).flatMap(([where, partition]) =>
      [-2, -1, 0, 4].map((lastFetchedEpoch) => ({
        [`fetch ${where}, last of epoch ${lastFetchedEpoch}`]: fetched(12, {
          ...partition,
          lastFetchedEpoch,
        }),
      }))
    ),
  ),
  "fetch in a later epoch, last of a later one": fetched(12, {
    currentLeaderEpoch: 5,
    lastFetchedEpoch: 5,
  }),
  "fetch that waits, last of another log": fetched(12, { fetchOffset: 9n, lastFetchedEpoch: 0 }, {
    maxWaitMs: 60_000,
  }),
  "fetch in no partition, last of an epoch": fetched(12, { partition: 5, lastFetchedEpoch: 0 }),
  "fetch in no session": fetched(11, {}, { sessionId: 77, sessionEpoch: 3 }),
  "fetch in session 0": fetched(11, {}, { sessionId: 0, sessionEpoch: 1 }),
  "fetch that ends a session": fetched(11, {}, { sessionId: 5, sessionEpoch: -1 }),
  "fetch that begins a session": fetched(11, {}, { sessionId: 5, sessionEpoch: 0 }),
  ...each("latest offset", "ListOffsets", LIST_VERSIONS, listed(-1n)),
  ...each("earliest offset", "ListOffsets", LIST_VERSIONS, listed(-2n)),
  ...each("offset of the newest time", "ListOffsets", LIST_VERSIONS, listed(-3n)),
  ...each("earliest local offset", "ListOffsets", LIST_VERSIONS, listed(-4n)),
  ...each("latest tiered offset", "ListOffsets", LIST_VERSIONS, listed(-5n)),
  ...each("a time with no meaning", "ListOffsets", LIST_VERSIONS, listed(-9n)),
  ...Object.assign(
    {},
    ...[0n, 1_000n, 1_001n, 2_000n, 2_001n, 2_002n, 99_999_999_999_999n].map((time) =>
      each(`offset at ${time}`, "ListOffsets", [7], listed(time))
    ),
  ),
  "offset with an epoch before any": one("ListOffsets", 7, listed(-1n, { currentLeaderEpoch: -4 })),
  "offset with a later epoch": one("ListOffsets", 7, listed(-1n, { currentLeaderEpoch: 4 })),
  "offset in no partition": one("ListOffsets", 7, listed(-1n, { partitionIndex: 8 })),
  "end of this epoch": epochs(-1, 0),
  "end of a later epoch": epochs(-1, 1),
  "end of no epoch": epochs(-1, -1),
  "end of an epoch, in a later one": epochs(5, 0),
  "end of an epoch, in one before any": epochs(-5, 0),
  "end of an epoch before any": epochs(-1, -5),
};
