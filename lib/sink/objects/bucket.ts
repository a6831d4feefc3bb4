/**
 * The bucket the sink writes to.
 * @module
 */
import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  HeadBucketCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { awsClientOptions } from "../../aws.ts";
import { awsFailure } from "../../aws_failure.ts";
import type { Config } from "../../config.ts";
import { TickertapeError } from "../../errors.ts";
import { pause } from "../pause.ts";

/**
 * Makes the data bucket where it is missing, in the region of the settings.
 *
 * @param config The pipeline's settings
 * @returns Whether it was made now
 * @throws {TickertapeError} It is another account's, or these credentials may not make it
 */
export async function ensureBucket(config: Config): Promise<boolean> {
  const client = new S3Client({ ...awsClientOptions(config), forcePathStyle: true });
  const Bucket = config.s3.dataBucket;
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return false;
  } catch (error) {
    const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
    if (status === 301) throw wrongRegion(config, error);
    if (status !== 404) throw awsFailure(config, `reach the bucket '${Bucket}'`, error);
    return await createBucket(client, config);
  } finally {
    client.destroy();
  }
}

const TRIES = 10;
const RETRY_MS = 500;

async function createBucket(client: S3Client, config: Config, tries = TRIES): Promise<boolean> {
  const { region } = config.aws;
  const Bucket = config.s3.dataBucket;
  try {
    await client.send(
      new CreateBucketCommand({
        Bucket,
        // us-east-1 is the one region that S3 does not take as a constraint.
        ...(region === "us-east-1" ? {} : {
          CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint },
        }),
      }),
    );
    return true;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "BucketAlreadyOwnedByYou") return false;
    // Several sinks that start at once make it at once.
    if (name === "OperationAborted" && tries > 0) {
      await pause(RETRY_MS);
      return await createBucket(client, config, tries - 1);
    }
    if (name === "BucketAlreadyExists") {
      throw new TickertapeError({
        code: "S3_BUCKET_TAKEN",
        message: `Could not make the bucket '${Bucket}': another account has one of that name`,
        remedy: "Set S3_DATA_BUCKET to a name of your own; all of AWS shares them.",
        cause: error,
      });
    }
    throw awsFailure(config, `make the bucket '${Bucket}'`, error);
  }
}

function wrongRegion(config: Config, cause: unknown): TickertapeError {
  return new TickertapeError({
    code: "AWS_WRONG_REGION",
    message: `Could not reach the bucket '${config.s3.dataBucket}' in ${config.aws.region}: ` +
      "it is in another region",
    remedy: "Set AWS_REGION to the region the bucket is in.",
    cause,
  });
}
