/**
 * Buckets, made where they are missing.
 * @module
 */
import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  HeadBucketCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { s3ClientOptions } from "./aws.ts";
import { awsFailure } from "./aws_failure.ts";
import type { Config } from "./config.ts";
import { TickertapeError } from "./errors.ts";
import { pause } from "./pause.ts";

/** How often a bucket is asked for that somebody else is making at this moment. */
const TRIES = 10;
const RETRY_MS = 500;

/**
 * Makes a bucket where it is missing, in the region of the settings.
 *
 * @param config The pipeline's settings
 * @param bucket Its name
 * @param setting The setting that names it, such as `S3_DATA_BUCKET`, for the words of errors
 * @returns Whether it was made now
 * @throws {TickertapeError} It is another account's, or these credentials may not make it
 *
 * @example
 * ```ts
 * import { loadConfig } from "./config.ts";
 * import { startStack } from "./local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ AWS_ENDPOINT_URL: stack.aws });
 *
 * const ensure = () => ensureBucket(config, config.s3.dataBucket, "S3_DATA_BUCKET");
 * assertEquals([await ensure(), await ensure()], [true, false]);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function ensureBucket(
  config: Config,
  bucket: string,
  setting: string,
): Promise<boolean> {
  const client = new S3Client(s3ClientOptions(config));
  try {
    if (await hasBucket(client, config, bucket)) return false;
    return await createBucket(client, config, bucket, setting);
  } finally {
    client.destroy();
  }
}

async function hasBucket(client: S3Client, config: Config, bucket: string): Promise<boolean> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === 404) return false;
    if (status !== 301) throw awsFailure(config, `reach the bucket '${bucket}'`, error);
    throw new TickertapeError({
      code: "AWS_WRONG_REGION",
      message: `Could not reach the bucket '${bucket}' in ${config.aws.region}: ` +
        "it is in another region",
      remedy: "Set AWS_REGION to the region the bucket is in.",
      cause: error,
    });
  }
}

async function createBucket(
  client: S3Client,
  config: Config,
  bucket: string,
  setting: string,
): Promise<boolean> {
  const { region } = config.aws;
  const command = new CreateBucketCommand({
    Bucket: bucket,
    // us-east-1 is the one region that S3 does not take as a constraint.
    ...(region === "us-east-1" ? {} : {
      CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint },
    }),
  });
  for (let tries = 1;; tries++) {
    try {
      await client.send(command);
      return true;
    } catch (error) {
      const name = error instanceof Error ? error.name : "";
      if (name === "BucketAlreadyOwnedByYou") return false;
      // Several processes that start at once make it at once.
      if (name === "OperationAborted" && tries <= TRIES) {
        await pause(RETRY_MS);
        continue;
      }
      if (name !== "BucketAlreadyExists") {
        throw awsFailure(config, `make the bucket '${bucket}'`, error);
      }
      throw new TickertapeError({
        code: "S3_BUCKET_TAKEN",
        message: `Could not make the bucket '${bucket}': another account has one of that name`,
        remedy: `Set ${setting} to a name of your own; all of AWS shares them.`,
        cause: error,
      });
    }
  }
}
