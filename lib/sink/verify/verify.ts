/**
 * The verifier: every offset that is stored, against the topic's own. It trusts nothing that the
 * sink says of itself, and reads the bytes.
 * @module
 */
import { S3Client } from "@aws-sdk/client-s3";
import { type Admin, ConfigResourceTypes, type Kafka } from "kafkajs";
import { s3ClientOptions } from "../../aws.ts";
import { awsFailure } from "../../aws_failure.ts";
import type { Config } from "../../config.ts";
import { createKafka } from "../../kafka_client/client.ts";
import { type ListedObject, listObjects } from "../objects/list_objects.ts";
import { checkChain } from "./chain.ts";
import { checkCommitted, type Committed, readCommitted } from "./committed.ts";
import { Comparison } from "./comparison.ts";
import { readObject } from "./read_object.ts";
import { readSpans } from "./topic.ts";
import type { Chain, Problem, ReadObject, VerifiedPartition, VerifyReport } from "./types.ts";

/** How the verifier works. */
export interface VerifyOptions {
  signal?: AbortSignal;
  /** Told how many objects have been read, of how many. */
  onProgress?: (progress: { objects: number; of: number; compared: number }) => void;
}

/** Objects read at a time. */
const READERS = 8;

/**
 * Reads every object of the topic from S3, and checks that each offset is stored exactly once, as
 * the topic has it.
 *
 * @param config Brokers, topic, group, bucket and prefix
 * @param options Signal and progress
 * @returns What was found
 * @throws {TickertapeError} S3 or Kafka cannot be read
 *
 * @example
 * ```ts
 * import { loadConfig } from "../../config.ts";
 * import { assertRejects } from "@std/assert";
 *
 * const config = loadConfig({ KAFKA_BROKERS: "127.0.0.1:1" });
 * await assertRejects(() => verifyObjects(config));
 * ```
 */
export async function verifyObjects(
  config: Config,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const kafka = createKafka(config);
  const admin = kafka.admin();
  await admin.connect();
  try {
    // A sink may be at work: what it had committed before the objects are listed is stored then.
    const committed = await readCommitted(config, admin);
    const problems: Problem[] = [];
    const report = (problem: Problem) => void problems.push(problem);
    const objects = await readAll(config, report, options);
    const { chains, found } = layOut(objects, committed);
    problems.push(...await stillThere(config, objects, committed, found, options));
    const ends = await topicEnds(config, admin);
    const numbers = [...new Set([...chains.keys(), ...ends.keys()])].sort((a, b) => a - b);
    const partitions = numbers.map((partition) =>
      summaryOf(partition, chains.get(partition), ends.get(partition), committed.get(partition))
    );
    const reader = { config, kafka, admin };
    problems.push(...await compareWithTopic(reader, chains, ends, partitions, options));
    checkCommitted(config.kafka.groupId, committed, partitions, report);
    const sum = (of: (part: VerifiedPartition) => number) =>
      partitions.reduce((total, part) => total + of(part), 0);
    const complete = !options.signal?.aborted;
    return {
      // Where the reading was ended before its time, what is missing was not looked at.
      ok: complete && problems.length === 0,
      complete,
      objects: objects.length,
      records: sum((part) => part.records),
      deadLetters: sum((part) => part.deadLetters),
      compared: sum((part) => part.compared),
      partitions,
      problems: complete ? problems : [],
    };
  } finally {
    await admin.disconnect();
  }
}

interface Ends {
  low: bigint;
  high: bigint;
}

function layOut(
  objects: readonly ReadObject[],
  committed: ReadonlyMap<number, Committed>,
): { chains: Map<number, Chain>; found: Problem[] } {
  const found: Problem[] = [];
  const chains = new Map<number, Chain>();
  // They come as they were read: what is found must not depend on it.
  const sorted = [...objects].sort((one, other) => one.key < other.key ? -1 : 1);
  for (const [partition, mine] of Map.groupBy(sorted, ({ metadata }) => metadata.partition)) {
    const ranges = checkChain(partition, mine, committed.get(partition)?.offset, (problem) => {
      found.push(problem);
    });
    chains.set(partition, { ranges, objects: mine });
  }
  return { chains, found };
}

/**
 * Objects that a sink writes while others are listed look like gaps: what is really missing still
 * is when they are listed once more.
 */
async function stillThere(
  config: Config,
  objects: readonly ReadObject[],
  committed: ReadonlyMap<number, Committed>,
  found: readonly Problem[],
  options: VerifyOptions,
): Promise<Problem[]> {
  if (found.length === 0 || options.signal?.aborted) return [...found];
  const known = new Map(objects.map((object) => [object.key, object]));
  // What is wrong with an object itself has been told.
  const again = await readAll(config, () => {}, options, known);
  const same = new Set(layOut(again, committed).found.map((problem) => JSON.stringify(problem)));
  return found.filter((problem) => same.has(JSON.stringify(problem)));
}

async function readAll(
  config: Config,
  report: (problem: Problem) => void,
  { signal, onProgress }: VerifyOptions,
  known: ReadonlyMap<string, ReadObject> = new Map(),
): Promise<ReadObject[]> {
  const listed: ListedObject[] = [];
  try {
    for (const kind of ["data", "dead"] as const) {
      for await (const object of listObjects(config, kind)) listed.push(object);
    }
  } catch (error) {
    // A bucket that is not there holds nothing.
    if (!(error instanceof Error && (error.cause as Error)?.name === "NoSuchBucket")) throw error;
  }
  const s3 = new S3Client(s3ClientOptions(config));
  const objects: ReadObject[] = [];
  let at = 0;
  const reader = async () => {
    while (at < listed.length && !signal?.aborted) {
      const next = listed[at++]!;
      const { dataBucket } = config.s3;
      const object = known.get(next.key) ??
        await readObject(s3, dataBucket, config.kafka.topic, next, report);
      if (object) objects.push(object);
      onProgress?.({ objects: objects.length, of: listed.length, compared: 0 });
    }
  };
  try {
    await Promise.all(Array.from({ length: READERS }, reader));
    return objects;
  } catch (error) {
    throw awsFailure(config, `read the bucket '${config.s3.dataBucket}'`, error);
  } finally {
    s3.destroy();
  }
}

async function topicEnds(config: Config, admin: Admin): Promise<Map<number, Ends>> {
  const { topic } = config.kafka;
  if (!(await admin.listTopics()).includes(topic)) return new Map();
  const ends = await admin.fetchTopicOffsets(topic);
  return new Map(
    ends.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]),
  );
}

function summaryOf(
  partition: number,
  chain: Chain | undefined,
  ends: Ends | undefined,
  committed: Committed | undefined,
): VerifiedPartition {
  const objects = chain?.objects ?? [];
  const sum = (kinds: string[]) =>
    objects.filter(({ metadata }) => kinds.includes(metadata.kind))
      .reduce((total, { count }) => total + count, 0);
  const begin = committed?.offset ?? ends?.low ?? 0n;
  const firstOffset = chain?.ranges[0]?.metadata.firstOffset ?? begin;
  const nextOffset = chain?.ranges.at(-1)?.metadata.nextOffset ?? begin;
  return {
    partition,
    firstOffset,
    nextOffset,
    records: sum(["data"]),
    deadLetters: sum(["dead", "letters"]),
    objects: objects.length,
    compared: 0,
    before: ends && objects.length > 0 && firstOffset > ends.low
      ? Number(firstOffset - ends.low)
      : 0,
    pending: ends && ends.high > nextOffset ? Number(ends.high - nextOffset) : 0,
  };
}

async function compareWithTopic(
  { config, kafka, admin }: { config: Config; kafka: Kafka; admin: Admin },
  chains: ReadonlyMap<number, Chain>,
  ends: ReadonlyMap<number, Ends>,
  partitions: readonly VerifiedPartition[],
  { signal, onProgress }: VerifyOptions,
): Promise<Problem[]> {
  const comparisons = new Map<number, Comparison>();
  const spans = partitions.flatMap((part) => {
    const { partition } = part;
    const end = ends.get(partition);
    const chain = chains.get(partition);
    if (end === undefined || chain === undefined) return [];
    const comparison = new Comparison(part, chain, end.low);
    comparisons.set(partition, comparison);
    const to = part.nextOffset < end.high ? part.nextOffset : end.high;
    return [{ partition, from: comparison.from, to }];
  });
  const objects = partitions.reduce((total, part) => total + part.objects, 0);
  await readSpans(config, kafka, admin, spans, (partition, records) => {
    comparisons.get(partition)?.add(records);
    const compared = partitions.reduce((total, part) => total + part.compared, 0);
    onProgress?.({ objects, of: objects, compared });
  }, signal);
  if (signal?.aborted || comparisons.size === 0) return [];
  const after = await topicEnds(config, admin);
  const compacted = await isCompacted(config, admin);
  return [...comparisons].flatMap(([partition, comparison]) =>
    comparison.end(after.get(partition)?.low ?? 0n, compacted)
  );
}

async function isCompacted(config: Config, admin: Admin): Promise<boolean> {
  const { topic: name } = config.kafka;
  const configNames = ["cleanup.policy"];
  const resources = [{ type: ConfigResourceTypes.TOPIC, name, configNames }];
  // Not every user may look at settings; most topics are not compacted.
  const found = await admin.describeConfigs({ includeSynonyms: false, resources })
    .catch(() => undefined);
  const [policy] = found?.resources[0]?.configEntries ?? [];
  return policy?.configValue.includes("compact") ?? false;
}
