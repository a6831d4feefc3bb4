/**
 * Where Athena writes its results.
 * @module
 */
import { CreateBucketCommand, HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { awsClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";

/**
 * Tells where Athena writes its results.
 *
 * @param config The pipeline's settings
 * @returns An S3 URL that ends in `/`
 */
export function resultsLocation(config: Config): string {
  return `s3://${config.athena.resultsBucket}/`;
}

/**
 * Makes the results bucket where it is missing.
 *
 * @param config The pipeline's settings
 * @throws {TickertapeError} S3 does not answer, or refuses
 */
export async function makeResultsBucket(config: Config): Promise<void> {
  const bucket = { Bucket: config.athena.resultsBucket };
  const client = new S3Client({ ...awsClientOptions(config), forcePathStyle: true });
  try {
    await client.send(new HeadBucketCommand(bucket)).catch(async (error: unknown) => {
      if (!(error instanceof Error) || error.name !== "NotFound") throw error;
      await client.send(new CreateBucketCommand(bucket)).catch(ignoreIfThere);
    });
  } catch (error) {
    throw awsFailure(config, `make the results bucket '${bucket.Bucket}'`, error);
  } finally {
    client.destroy();
  }
}

/** Two queries may make it at once; one of them is told that it is there. */
function ignoreIfThere(error: unknown): void {
  if (error instanceof Error && error.name === "BucketAlreadyOwnedByYou") return;
  throw error;
}
