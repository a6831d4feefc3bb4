/**
 * A look at a bucket.
 * @module
 */
import { HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { doctorClientOptions } from "./client_options.ts";

/**
 * Tells whether a bucket is there.
 *
 * @param config The pipeline's settings
 * @param bucket Its name
 * @param abortSignal Ends the look
 * @returns Whether it is there and these credentials may see it
 * @throws {TickertapeError} It is in another region, it is another's, or S3 does not answer
 */
export async function hasBucket(
  config: Config,
  bucket: string,
  abortSignal: AbortSignal,
): Promise<boolean> {
  const client = new S3Client({ ...doctorClientOptions(config), forcePathStyle: true });
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }), { abortSignal });
    return true;
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) return false;
    // HEAD has no body, so S3 cannot say more than the status.
    if (status === 301 || status === 400) throw otherRegion(config, bucket, error);
    if (status === 403) throw denied(bucket, error);
    throw awsFailure(config, `look at the bucket '${bucket}'`, error);
  } finally {
    client.destroy();
  }
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("$metadata" in error)) return undefined;
  return (error.$metadata as { httpStatusCode?: number }).httpStatusCode;
}

function otherRegion(config: Config, bucket: string, cause: unknown): TickertapeError {
  const theirs = (cause as { $response?: { headers?: Record<string, string> } })
    .$response?.headers?.["x-amz-bucket-region"];
  return new TickertapeError({
    code: "AWS_WRONG_REGION",
    message: `The bucket '${bucket}' is in ${theirs ?? "another region"}, not ${config.aws.region}`,
    remedy: `Set AWS_REGION to ${theirs ?? "the bucket's region"}: Glue and Athena have to run ` +
      "there too.",
    cause,
  });
}

function denied(bucket: string, cause: unknown): TickertapeError {
  return new TickertapeError({
    code: "AWS_ACCESS_DENIED",
    message: `These credentials may not use the bucket '${bucket}', or it belongs to someone else`,
    remedy: "Bucket names are shared by all of AWS: choose one of your own, or give these " +
      "credentials s3:ListBucket,\ns3:GetObject and s3:PutObject on it.",
    cause,
  });
}
