/**
 * The verifier: every offset that is stored, against the topic's own. It trusts nothing that the
 * sink says of itself, and reads the bytes.
 * @module
 */
import { S3Client } from "@aws-sdk/client-s3";
import type { Admin, Kafka } from "kafkajs";
import { awsClientOptions } from "../../aws.ts";
import { awsFailure } from "../../aws_failure.ts";
import type { Config } from "../../config.ts";
import { createKafka } from "../../kafka_client/client.ts";
import { BatchEncoder } from "../encode_batch.ts";
import { type ListedObject, listObjects } from "../list_objects.ts";
import { checkChain } from "./chain.ts";
import { readObject } from "./read_object.ts";
import { type RecordDigest, recordDigest } from "./record_digest.ts";
import { readSpans } from "./topic.ts";
import type { Problem, ReadObject, VerifiedPartition, VerifyReport } from "./types.ts";

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
 * const config = loadConfig({ AWS_ENDPOINT_URL: "http://127.0.0.1:1" });
 * await assertRejects(() => verifyObjects(config), Error, "nothing answers");
 * ```
 */
export async function verifyObjects(
  config: Config,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const objects = await readAll(config, report, options);
  const byPartition = Map.groupBy(objects, ({ metadata }) => metadata.partition);
  const chains = new Map(
    [...byPartition].sort(([a], [b]) => a - b).map(([partition, mine]) =>
      [partition, { ranges: checkChain(partition, mine, report), objects: mine }] as const
    ),
  );
  const kafka = createKafka(config);
  const admin = kafka.admin();
  await admin.connect();
  try {
    const partitions: VerifiedPartition[] = [];
    const ends = await topicEnds(config, admin);
    for (const [partition, chain] of chains) {
      partitions.push(summaryOf(partition, chain, ends.get(partition)));
    }
    await compareWithTopic(config, kafka, admin, chains, ends, partitions, report, options);
    await checkCommitted(config, admin, partitions, report);
    const sum = (of: (part: VerifiedPartition) => number) =>
      partitions.reduce((total, part) => total + of(part), 0);
    return {
      ok: problems.length === 0,
      objects: objects.length,
      records: sum((part) => part.records),
      deadLetters: sum((part) => part.deadLetters),
      compared: sum((part) => part.compared),
      partitions,
      problems,
    };
  } finally {
    await admin.disconnect();
  }
}

interface Chain {
  /** Objects that ranges are chained by. */
  ranges: ReadObject[];
  /** All objects, with dead letters that lie beside records. */
  objects: ReadObject[];
}

interface Ends {
  low: bigint;
  high: bigint;
}

async function readAll(
  config: Config,
  report: (problem: Problem) => void,
  { signal, onProgress }: VerifyOptions,
): Promise<ReadObject[]> {
  const listed: ListedObject[] = [];
  for (const kind of ["data", "dead"] as const) {
    for await (const object of listObjects(config, kind)) listed.push(object);
  }
  const s3 = new S3Client({ ...awsClientOptions(config), forcePathStyle: true });
  const objects: ReadObject[] = [];
  let at = 0;
  const reader = async () => {
    while (at < listed.length && !signal?.aborted) {
      const next = listed[at++]!;
      const { dataBucket } = config.s3;
      const object = await readObject(s3, dataBucket, config.kafka.topic, next, report);
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

function summaryOf(partition: number, chain: Chain, ends: Ends | undefined): VerifiedPartition {
  const sum = (kinds: string[]) =>
    chain.objects.filter(({ metadata }) => kinds.includes(metadata.kind))
      .reduce((total, { count }) => total + count, 0);
  const firstOffset = chain.ranges[0]?.metadata.firstOffset ?? 0n;
  const nextOffset = chain.ranges.at(-1)?.metadata.nextOffset ?? 0n;
  return {
    partition,
    firstOffset,
    nextOffset,
    records: sum(["data"]),
    deadLetters: sum(["dead", "letters"]),
    objects: chain.objects.length,
    compared: 0,
    before: ends && firstOffset > ends.low ? Number(firstOffset - ends.low) : 0,
    pending: ends && ends.high > nextOffset ? Number(ends.high - nextOffset) : 0,
  };
}

async function compareWithTopic(
  config: Config,
  kafka: Kafka,
  admin: Admin,
  chains: Map<number, Chain>,
  ends: Map<number, Ends>,
  partitions: VerifiedPartition[],
  report: (problem: Problem) => void,
  { signal, onProgress }: VerifyOptions,
): Promise<void> {
  const comparisons = new Map<number, Comparison>();
  const spans = partitions.flatMap((part) => {
    const { partition } = part;
    const end = ends.get(partition);
    if (end === undefined) return [];
    const comparison = new Comparison(part, chains.get(partition)!, end.low, report);
    comparisons.set(partition, comparison);
    const to = part.nextOffset < end.high ? part.nextOffset : end.high;
    return [{ partition, from: comparison.from, to }];
  });
  const objects = partitions.reduce((total, part) => total + part.objects, 0);
  await readSpans(kafka, admin, config.kafka.topic, spans, (partition, records) => {
    comparisons.get(partition)?.add(records);
    const compared = partitions.reduce((total, part) => total + part.compared, 0);
    onProgress?.({ objects, of: objects, compared });
  }, signal);
  for (const comparison of comparisons.values()) comparison.end(signal?.aborted ?? false);
}

type TopicRecords = Parameters<BatchEncoder["encode"]>[0];

/** One partition's objects beside the topic's records, which come in their order. */
class Comparison {
  /** Where to begin to read the topic. */
  readonly from: bigint;
  readonly #part: VerifiedPartition;
  readonly #ranges: ReadObject[];
  readonly #letters: Map<bigint, ReadObject>;
  readonly #report: (problem: Problem) => void;
  readonly #format: "jsonl" | "parquet";
  readonly #encoder: BatchEncoder;
  #at = 0;
  #rows: RecordDigest = recordDigest();
  #dead: RecordDigest = recordDigest();

  constructor(
    part: VerifiedPartition,
    chain: Chain,
    low: bigint,
    report: (problem: Problem) => void,
  ) {
    this.#part = part;
    // What the topic has dropped by its retention cannot be compared.
    this.#ranges = chain.ranges.filter(({ metadata }) => metadata.firstOffset >= low);
    this.#letters = new Map(
      chain.objects.filter(({ metadata }) => metadata.kind === "letters")
        .map((object) => [object.metadata.firstOffset, object]),
    );
    const parquet = chain.objects.some(({ key }) => key.endsWith(".parquet"));
    this.#format = parquet ? "parquet" : "jsonl";
    this.#encoder = new BatchEncoder(part.partition, this.#format);
    this.#report = report;
    this.from = this.#ranges[0]?.metadata.firstOffset ?? part.nextOffset;
  }

  add(records: TopicRecords): void {
    for (const record of records) {
      const offset = BigInt(record.offset);
      while (this.#current && offset >= this.#current.metadata.nextOffset) this.#finish();
      const range = this.#current;
      if (range === undefined) return;
      // An overlap or a gap is told of by the chain.
      if (offset < range.metadata.firstOffset) continue;
      this.#part.compared++;
      this.#addRecord(record, offset);
    }
  }

  /**
   * @param cut Whether the reading was ended before its time
   */
  end(cut: boolean): void {
    while (!cut && this.#current) this.#finish();
  }

  get #current(): ReadObject | undefined {
    return this.#ranges[this.#at];
  }

  #addRecord(record: TopicRecords[number], offset: bigint): void {
    const { lines, dead } = this.#encoder.encode([record]);
    const letter = dead.get(0);
    if (letter) this.#dead.add(offset, letter.value ?? new Uint8Array());
    else this.#rows.add(offset, this.#format === "parquet" ? undefined : lines);
  }

  #finish(): void {
    const { key, metadata, digest } = this.#current!;
    const letters = this.#letters.get(metadata.firstOffset);
    const { partition } = this.#part;
    const rows = this.#rows.end();
    const dead = this.#dead.end();
    const differs = (metadata.kind === "dead" ? dead : rows) !== digest;
    if (differs) {
      const message = "its records are not those that the topic has at these offsets";
      this.#report({ kind: "content", partition, key, message });
    }
    if (letters && dead !== letters.digest) {
      const message = "its dead letters are not those that the topic has at these offsets";
      this.#report({ kind: "content", partition, key: letters.key, message });
    }
    this.#rows = recordDigest();
    this.#dead = recordDigest();
    this.#at++;
  }
}

async function checkCommitted(
  config: Config,
  admin: Admin,
  partitions: readonly VerifiedPartition[],
  report: (problem: Problem) => void,
): Promise<void> {
  const { topic, groupId } = config.kafka;
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  for (const { partition, offset } of committed?.partitions ?? []) {
    const part = partitions.find((candidate) => candidate.partition === partition);
    if (part === undefined || BigInt(offset) <= part.nextOffset) continue;
    const message = `the group '${groupId}' has committed ${offset}, and what is stored ends at ` +
      `${part.nextOffset}`;
    report({ kind: "committed", partition, message });
  }
}
