/**
 * Dead letters: records that could not be rows, as they lie in the bucket.
 * @module
 */
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { Buffer } from "node:buffer";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { s3ClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";
import { listObjects } from "./objects/list_objects.ts";
import type { DeadLetterReason } from "./types.ts";

/** A dead letter in the bucket. */
export interface StoredDeadLetter {
  /** Object it is in. */
  objectKey: string;
  topic: string;
  partition: number;
  offset: bigint;
  /** Kafka timestamp, in epoch milliseconds. */
  timestamp: number;
  reason: DeadLetterReason;
  /** What exactly is wrong, in words. */
  detail: string;
  key: Uint8Array | null;
  value: Uint8Array | null;
}

const expand = promisify(gunzip);

/**
 * Lists the dead letters of the configured topic.
 *
 * @param config Bucket, prefix and topic
 * @returns Each dead letter, by the hour it came and by offset
 * @throws {TickertapeError} The bucket cannot be read
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { assertRejects } from "@std/assert";
 *
 * const config = loadConfig({ AWS_ENDPOINT_URL: "http://127.0.0.1:1" });
 * await assertRejects(() => Array.fromAsync(listDeadLetters(config)), Error, "nothing answers");
 * ```
 */
export async function* listDeadLetters(config: Config): AsyncIterable<StoredDeadLetter> {
  const s3 = new S3Client(s3ClientOptions(config));
  const Bucket = config.s3.dataBucket;
  try {
    for await (const { key: Key } of listObjects(config, "dead")) {
      const response = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const lines = await expand(await response.Body!.transformToByteArray());
      for (const line of lines.toString().trimEnd().split("\n")) yield parseLetter(Key, line);
    }
  } catch (error) {
    throw awsFailure(config, `read the bucket '${Bucket}'`, error);
  } finally {
    s3.destroy();
  }
}

function parseLetter(objectKey: string, line: string): StoredDeadLetter {
  const { offset, key, value, ...rest } = JSON.parse(line);
  const bytes = (text: string | null) => text === null ? null : Buffer.from(text, "base64");
  return { objectKey, ...rest, offset: BigInt(offset), key: bytes(key), value: bytes(value) };
}
