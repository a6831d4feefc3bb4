/**
 * A look at a bucket.
 * @module
 */
import { ListObjectsV2Command, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { doctorClientOptions } from "./client_options.ts";

/** What S3 answers in the name of another region, beside a redirection. */
const OTHER_REGION = ["AuthorizationHeaderMalformed", "IllegalLocationConstraintException"];

/**
 * Tells whether a bucket is there. It lists, for the sake of the reason where S3 refuses: an answer to
 * HEAD has none, and expired keys, another region and a wrong clock would look the same.
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
    const list = new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 1 });
    await client.send(list, { abortSignal });
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException) {
      const { name, $metadata: { httpStatusCode: status } } = error;
      if (status === 404) return false;
      if (status === 301 || OTHER_REGION.includes(name)) throw otherRegion(config, bucket, error);
      if (name === "AccessDenied") throw denied(bucket, error);
    }
    throw awsFailure(config, `look at the bucket '${bucket}'`, error);
  } finally {
    client.destroy();
  }
}

function otherRegion(config: Config, bucket: string, cause: S3ServiceException): TickertapeError {
  const theirs = cause.$response?.headers["x-amz-bucket-region"];
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
