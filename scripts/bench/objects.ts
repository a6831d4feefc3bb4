/**
 * Objects as the sink writes them, for benchmarks: rows of the sample with the three Kafka columns.
 * @module
 */
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { gzipSync } from "node:zlib";
import { s3ClientOptions } from "../../lib/aws.ts";
import { type Config, loadConfig } from "../../lib/config.ts";
import { loadCsv, SAMPLE_FILE, type StockRecord } from "../../lib/stock/mod.ts";
import type { BenchStack } from "./stack.ts";

/** An object to be put. */
export interface BenchObject {
  key: string;
  body: Uint8Array;
}

/** How objects are made. */
export interface ObjectShape {
  objects: number;
  /** Records of each object. */
  records: number;
  /** Folder of an object below the prefix, such as `dt=2024-01-31/hour=09`. */
  folder: (index: number) => string;
}

/** Kafka timestamp of the first record. */
const FIRST_MS = Date.UTC(2024, 0, 31);

/** Requests under way at a time. */
const LANES = 8;

/**
 * Makes gzip JSON-lines objects of one topic partition.
 *
 * @param prefix Prefix of their keys
 * @param shape How many there are, and where
 * @returns The objects, one after the other
 */
export async function* sinkObjects(
  prefix: string,
  shape: ObjectShape,
): AsyncGenerator<BenchObject> {
  const { records: rows } = await loadCsv(SAMPLE_FILE);
  const heads = rows.map((row: StockRecord) => JSON.stringify(row).slice(0, -1));
  for (let index = 0; index < shape.objects; index++) {
    const first = index * shape.records;
    let lines = "";
    for (let offset = first; offset < first + shape.records; offset++) {
      lines += `${heads[offset % heads.length]},"kafka_partition":0,"kafka_offset":${offset},` +
        `"kafka_timestamp":${FIRST_MS + offset}}\n`;
    }
    const name = `kafka-stock-market+0+${String(first).padStart(20, "0")}.jsonl.gz`;
    yield { key: `${prefix}/${shape.folder(index)}/${name}`, body: gzipSync(lines) };
  }
}

/**
 * Tells what leads the library to a stack.
 *
 * @param stack The stack
 * @returns The pipeline's settings
 */
export function configOf(stack: BenchStack): Config {
  return loadConfig(stack.env);
}

/**
 * Puts objects into the data bucket, which is made first.
 *
 * @param config Settings of the stack
 * @param objects What to put
 * @param signal Ends it
 * @returns Bytes put
 */
export async function putObjects(
  config: Config,
  objects: AsyncIterator<BenchObject>,
  signal: AbortSignal,
): Promise<number> {
  const s3 = new S3Client(s3ClientOptions(config));
  const Bucket = config.s3.dataBucket;
  let bytes = 0;
  const lane = async () => {
    while (!signal.aborted) {
      const { value, done } = await objects.next();
      if (done) return;
      await s3.send(new PutObjectCommand({ Bucket, Key: value.key, Body: value.body }));
      bytes += value.body.length;
    }
  };
  try {
    await s3.send(new CreateBucketCommand({ Bucket }));
    await Promise.all(Array.from({ length: LANES }, lane));
  } finally {
    s3.destroy();
  }
  return bytes;
}
