/**
 * A look into the data bucket.
 * @module
 */
import {
  GetObjectCommand,
  NoSuchBucket,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { gunzipSync } from "node:zlib";
import { s3ClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";

/** An object as a notebook lists it. */
export interface BucketObject {
  key: string;
  bytes: number;
}

/** An object, opened. */
export interface OpenedObject {
  /** Its bytes as text, unzipped where they are gzip. */
  text: string;
  /** What its writer noted beside it, by name. */
  metadata: Record<string, string>;
}

/**
 * Lists the objects of the data bucket that a prefix holds.
 *
 * @param config The pipeline's settings
 * @param options `prefix` of the keys; by default the one the sink writes to
 * @returns Objects in the order of their keys; none where there is no bucket
 * @throws {TickertapeError} S3 does not answer, or refuses
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
 *
 * assertEquals(await listObjects(config), []);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function listObjects(
  config: Config,
  options: { prefix?: string } = {},
): Promise<BucketObject[]> {
  const client = new S3Client(s3ClientOptions(config));
  const found: BucketObject[] = [];
  const input = {
    Bucket: config.s3.dataBucket,
    Prefix: options.prefix ?? `${config.s3.dataPrefix}/`,
  };
  try {
    for await (const page of paginateListObjectsV2({ client }, input)) {
      for (const { Key, Size } of page.Contents ?? []) {
        found.push({ key: Key ?? "", bytes: Size ?? 0 });
      }
    }
  } catch (error) {
    if (error instanceof NoSuchBucket) return [];
    throw awsFailure(config, `list the bucket '${config.s3.dataBucket}'`, error);
  } finally {
    client.destroy();
  }
  return found;
}

/**
 * Opens an object of the data bucket.
 *
 * @param config The pipeline's settings
 * @param key The object's key
 * @returns Its text, unzipped, and its metadata
 * @throws {TickertapeError} There is no such object, or S3 does not answer, or refuses
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { prepare } from "./prepare.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
 *
 * await prepare(config, { records: [{ Index: "HSI", Close: 16788 }], sink: true });
 * const [object] = await listObjects(config);
 * const { text, metadata } = await openObject(config, object?.key ?? "");
 * assertEquals([JSON.parse(text).Close, metadata.records], [16788, "1"]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function openObject(config: Config, key: string): Promise<OpenedObject> {
  const client = new S3Client(s3ClientOptions(config));
  try {
    const answer = await client.send(
      new GetObjectCommand({ Bucket: config.s3.dataBucket, Key: key }),
    );
    const bytes = await answer.Body?.transformToByteArray() ?? new Uint8Array();
    const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return {
      text: new TextDecoder().decode(gzip ? gunzipSync(bytes) : bytes),
      metadata: answer.Metadata ?? {},
    };
  } catch (error) {
    throw awsFailure(config, `open the object '${key}'`, error);
  } finally {
    client.destroy();
  }
}
