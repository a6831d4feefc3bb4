/**
 * The stack's memory while it does the same again and again.
 * @module
 */
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { query } from "../../lib/athena/mod.ts";
import { s3ClientOptions } from "../../lib/aws.ts";
import { crawl } from "../../lib/catalog/mod.ts";
import type { Config } from "../../lib/config.ts";
import { formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark } from "./benchmark.ts";
import { kept, peakMemory, timed, took } from "./findings.ts";
import { configOf, putObjects, sinkObjects } from "./objects.ts";
import type { BenchStack } from "./stack.ts";

const QUERIES = 500;
const PUTS = 20_000;

/** Readings of the memory, after equal parts of the work. */
const PARTS = 3;

/** Requests under way at a time. */
const LANES = 8;

/** Bytes that the memory may differ by: what a garbage collector and an allocator leave. */
const SLACK = 64 * 1024 * 1024;

/** Puts small objects, then asks queries. */
export const loadMemoryBenchmark: Benchmark = {
  name: "load_memory",
  shows: "the stack's memory over 20,000 puts and 500 queries",
  run: async (context) => {
    const stack = await context.stack();
    const config = configOf(stack);
    const puts = await timed(() => putMany(config, stack, context));
    const shape = { objects: 10, records: 1_000, folder: () => "dt=2024-01-31/hour=00" };
    await putObjects(config, sinkObjects(config.s3.dataPrefix, shape), context.signal);
    await crawl(config, { signal: context.signal });
    const queries = await timed(() => askMany(config, stack, context));
    return [
      took(`${formatCount(PUTS)} puts`, puts.seconds),
      kept("memory over the puts", puts.value, SLACK),
      took(`${formatCount(QUERIES)} queries`, queries.seconds),
      kept("memory over the queries", queries.value, SLACK),
      peakMemory(stack),
    ];
  },
};

async function putMany(
  config: Config,
  stack: BenchStack,
  context: BenchContext,
): Promise<number[]> {
  const s3 = new S3Client(s3ClientOptions(config));
  const Body = new Uint8Array(2_000);
  try {
    await s3.send(new CreateBucketCommand({ Bucket: "bench" }));
    return await inParts("puts", PUTS, stack, context, async (index) => {
      await s3.send(new PutObjectCommand({ Bucket: "bench", Key: `objects/${index}`, Body }));
    });
  } finally {
    s3.destroy();
  }
}

async function askMany(
  config: Config,
  stack: BenchStack,
  context: BenchContext,
): Promise<number[]> {
  const sql = `SELECT "index", count(*) AS n, avg(close) AS mean FROM stock_market ` +
    "WHERE kafka_offset >= ? GROUP BY 1 ORDER BY 1";
  return await inParts("queries", QUERIES, stack, context, async (index) => {
    await query(config, sql, { params: [index], signal: context.signal });
  });
}

/** Does something many times, a few at a time, and reads the memory now and then. */
async function inParts(
  what: string,
  count: number,
  stack: BenchStack,
  { signal, note }: BenchContext,
  one: (index: number) => Promise<void>,
): Promise<number[]> {
  const readings: number[] = [];
  let index = 0;
  for (let part = 1; part <= PARTS; part++) {
    note(`${what}, part ${part} of ${PARTS}`);
    const end = Math.floor(count * part / PARTS);
    const lane = async () => {
      while (index < end && !signal.aborted) await one(index++);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    readings.push(await stack.memoryNow() ?? NaN);
  }
  return readings;
}
