/**
 * The sink: a topic's records written to S3, each exactly once.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../config.ts";
import { ensureBucket } from "../ensure_bucket.ts";
import { UsageError } from "../errors.ts";
import { createKafka } from "../kafka_client/client.ts";
import { pause } from "../pause.ts";
import { createMembership } from "./group/membership.ts";
import { partitionCount } from "./group/partitions.ts";
import { openObjectStore } from "./objects/object_store.ts";
import { SinkRun } from "./sink_run.ts";
import { CONSUME_DEFAULTS, type ConsumeOptions, type SinkSummary } from "./types.ts";

/** Milliseconds between two looks at ages, limits and progress. */
const TICK_MS = 100;
/** Milliseconds between two looks for a topic that is not there yet. */
const TOPIC_LOOK_MS = 300;

/**
 * Writes a topic's records to S3, each exactly once, until there is a reason to end: the signal, a
 * number of records, or a time without any. What it holds then is written and committed first. A
 * topic that is not there yet is waited for.
 *
 * @param config Brokers, topic, group, bucket and prefix
 * @param options Format, limits, and when to end
 * @returns What was done
 * @throws {TickertapeError} It cannot go on; nothing is committed past what is stored
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { assertRejects } from "@std/assert";
 *
 * const config = loadConfig({ KAFKA_BROKERS: "127.0.0.1:1", AWS_ENDPOINT_URL: "http://127.0.0.1:1" });
 * await assertRejects(() => consume(config, { untilIdleSeconds: 1 }));
 * ```
 */
export async function consume(config: Config, options: ConsumeOptions = {}): Promise<SinkSummary> {
  requireUsable(options);
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  await ensureBucket(config, config.s3.dataBucket, "S3_DATA_BUCKET");
  const kafka = createKafka(config);
  const admin = kafka.admin();
  await admin.connect();
  const run = new SinkRun(config, options, admin, openObjectStore(config));
  try {
    const known = await partitionCount(config, admin);
    if (known === 0 && !await topicMade(config, admin, run, options)) return run.summary(seconds());
    const membership = await createMembership(kafka, {
      groupId: config.kafka.groupId,
      topic: config.kafka.topic,
      fromBeginning: (options.from ?? CONSUME_DEFAULTS.from) === "earliest",
      sessionTimeoutMs: options.sessionTimeoutMs ?? CONSUME_DEFAULTS.sessionTimeoutMs,
    }, run);
    try {
      run.join(membership, known);
      while (!run.ending.aborted) {
        run.tick();
        await pause(TICK_MS, run.ending);
      }
      await run.drain();
      options.onProgress?.(run.progress());
    } finally {
      await membership.leave();
    }
  } finally {
    run.close();
    await admin.disconnect();
  }
  return run.summary(seconds());
}

/** Waits until the topic is made. */
async function topicMade(
  config: Config,
  admin: Admin,
  run: SinkRun,
  { untilIdleSeconds = Infinity, onProgress }: ConsumeOptions,
): Promise<boolean> {
  const since = performance.now();
  const waitingFor = `the topic '${config.kafka.topic}', which deno task produce makes`;
  while (!run.ending.aborted && performance.now() - since < untilIdleSeconds * 1000) {
    onProgress?.({ ...run.progress(), waitingFor });
    await pause(TOPIC_LOOK_MS, run.ending);
    if (await partitionCount(config, admin) > 0) return true;
  }
  return false;
}

function requireUsable(options: ConsumeOptions): void {
  const positive = [
    "flushRecords",
    "flushBytes",
    "flushSeconds",
    "untilIdleSeconds",
    "count",
    "maxBufferBytes",
    "sessionTimeoutMs",
  ] as const;
  for (const name of positive) {
    const value = options[name];
    if (value !== undefined && !(value > 0)) {
      throw new UsageError(`${name} is ${value}, which is not above 0`, `Leave ${name} out`);
    }
  }
}
