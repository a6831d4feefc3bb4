/**
 * How long a record takes from its being sent to its being in S3, where a query finds it.
 * @module
 */
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { gunzipSync } from "node:zlib";
import { setTimeout as sleep } from "node:timers/promises";
import { awsClientOptions } from "../../lib/aws.ts";
import { loadConfig } from "../../lib/config.ts";
import { formatSeconds } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
import { startScript } from "./processes.ts";
import type { BenchStack } from "./stack.ts";

/** Records a second that are sent. */
const RATE = 200;
const POLL_MS = 20;

/** Seconds of sending, and how often the sink writes. */
const WAYS = [
  { what: "as it is by default (--flush-seconds 10)", seconds: 24, flags: [] },
  { what: "--flush-seconds 0.25", seconds: 8, flags: ["--flush-seconds", "0.25"] },
];

/** Sends at a steady rate, and looks when objects appear. */
export const latencyBenchmark: Benchmark = {
  name: "latency",
  shows: "from a record's being sent to its being in S3, where a query finds it",
  run: async (context) => {
    const stack = await context.stack();
    const findings: Finding[] = [];
    for (const [at, way] of WAYS.entries()) {
      context.note(way.what);
      const delays = await measure(stack, context, `latency-${at}`, way.seconds, way.flags);
      const share = (part: number) => delays[Math.floor((delays.length - 1) * part)] ?? NaN;
      findings.push(
        { what: `half of the records, ${way.what}`, figure: formatSeconds(share(0.5)) },
        { what: `99 of 100, ${way.what}`, figure: formatSeconds(share(0.99)) },
      );
    }
    return findings;
  },
};

/** Gives the seconds that each record took, the shortest first. */
async function measure(
  stack: BenchStack,
  { signal }: BenchContext,
  name: string,
  seconds: number,
  flags: string[],
): Promise<number[]> {
  const env = { ...stack.env, KAFKA_TOPIC: name, KAFKA_GROUP_ID: name, S3_DATA_PREFIX: name };
  const count = RATE * seconds;
  await startScript("scripts/topic.ts", ["create", name, "--json"], { env, signal }).result();
  const sinkFlags = ["--count", String(count), "--json", ...flags];
  const sink = startScript("scripts/consume.ts", sinkFlags, { env, signal });
  const send = ["--rate", String(RATE), "--count", String(count), "--json"];
  const producer = startScript("scripts/produce.ts", send, { env, signal });
  const config = loadConfig(env);
  const s3 = new S3Client({ ...awsClientOptions(config), forcePathStyle: true });
  const Bucket = config.s3.dataBucket;
  const seen = new Map<string, number>();
  let running = true;
  const watching = (async () => {
    while (running) {
      const now = Date.now();
      try {
        const list = new ListObjectsV2Command({ Bucket, Prefix: `${name}/` });
        for (const { Key = "" } of (await s3.send(list)).Contents ?? []) {
          if (!seen.has(Key)) seen.set(Key, now);
        }
      } catch (error) {
        // The sink makes the bucket first.
        if (!(error instanceof Error) || error.name !== "NoSuchBucket") throw error;
      }
      await sleep(POLL_MS);
    }
  })();
  await producer.result();
  await sink.result();
  await sleep(POLL_MS * 5);
  running = false;
  await watching;
  const delays: number[] = [];
  for (const [Key, at] of seen) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    const lines = gunzipSync(await Body!.transformToByteArray()).toString().trimEnd().split("\n");
    for (const line of lines) delays.push((at - JSON.parse(line).kafka_timestamp) / 1000);
  }
  s3.destroy();
  return delays.sort((a, b) => a - b);
}
