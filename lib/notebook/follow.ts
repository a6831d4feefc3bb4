/**
 * The records of a topic, gathered for a cell to look at.
 * @module
 */
import type { Config } from "../config.ts";
import { describeTopic, tail, type TailRecord } from "../kafka/mod.ts";
import { background, type Job } from "./background.ts";

/** Records as they come. */
export interface Feed {
  /** What has come so far, in the order of each partition. */
  readonly records: readonly TailRecord[];
  /** The reading itself. */
  readonly job: Job<void, unknown>;
}

/**
 * Gathers what is sent to a topic from now on, in the background, until its job is stopped.
 *
 * @param config How Kafka is reached, and the topic
 * @returns The records, once it is settled where reading begins
 * @throws {TickertapeError} There is no such topic, or Kafka cannot be reached
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { ensureTopic, produce } from "../kafka/mod.ts";
 * import { paced } from "../stock/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
 *
 * await ensureTopic(config);
 * const feed = await follow(config);
 * await produce(config, paced([{ Index: "HSI", Close: 16788 }], "max"));
 * while (feed.records.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
 * await feed.job.stop();
 * assertEquals(feed.records[0]?.key, "HSI");
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function follow(config: Config): Promise<Feed> {
  const records: TailRecord[] = [];
  const started = Promise.withResolvers<void>();
  const job = background("following the topic", async (signal) => {
    for await (const record of tail(config, { signal, onStart: started.resolve })) {
      records.push(record);
    }
  });
  await Promise.race([started.promise, job.finished]);
  return { records, job };
}

/**
 * Reads what a topic holds now, from its beginning.
 *
 * @param config How Kafka is reached, and the topic
 * @param options Ends the reading early
 * @returns Records by partition and offset
 * @throws {TickertapeError} There is no such topic, or Kafka cannot be reached
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { ensureTopic, produce } from "../kafka/mod.ts";
 * import { paced } from "../stock/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
 *
 * await ensureTopic(config);
 * await produce(config, paced([{ Index: "HSI" }, { Index: "HSI" }], "max"));
 * assertEquals((await readRecords(config)).map(({ offset }) => offset), [0n, 1n]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function readRecords(
  config: Config,
  options: { signal?: AbortSignal } = {},
): Promise<TailRecord[]> {
  const partitions = await describeTopic(config);
  const missing = new Set(
    partitions.filter((each) => each.highOffset > each.lowOffset).map((each) => each.partition),
  );
  const last = new Map(partitions.map((each) => [each.partition, each.highOffset - 1n]));
  const records: TailRecord[] = [];
  if (missing.size === 0) return records;
  for await (const record of tail(config, { ...options, from: "earliest" })) {
    const end = last.get(record.partition) ?? -1n;
    if (record.offset <= end) records.push(record);
    if (record.offset >= end) missing.delete(record.partition);
    if (missing.size === 0) break;
  }
  return records.sort((a, b) => a.partition - b.partition || Number(a.offset - b.offset));
}
