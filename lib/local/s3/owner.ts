/**
 * Whose buckets they are: one account's, which a client may make sure of.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 * @module
 */
import { ACCOUNT_ID } from "../account.ts";
import { s3Error } from "./errors.ts";
import type { S3Store } from "./store_types.ts";

/** Header with the account that is to own the bucket a request is for. */
export const EXPECTED_OWNER = "x-amz-expected-bucket-owner";

/** Header with the account that is to own the bucket a copy is made from. */
export const EXPECTED_SOURCE_OWNER = "x-amz-source-expected-bucket-owner";

/**
 * Makes sure that a bucket is the account's that the client takes for its owner. Of a bucket that is
 * not there the operation itself tells.
 *
 * @param headers The request's headers
 * @param name {@linkcode EXPECTED_OWNER} or {@linkcode EXPECTED_SOURCE_OWNER}
 * @param bucket Name of the bucket
 * @param store The store
 * @throws {AwsError} `InvalidBucketOwnerAWSAccountID`, `AccessDenied`
 */
export function requireOwner(
  headers: Headers,
  name: string,
  bucket: string,
  store: S3Store,
): void {
  const expected = headers.get(name);
  if (expected === null) return;
  if (!/^\d{12}$/.test(expected)) {
    const words =
      `The value of the expected bucket owner parameter must be an AWS Account ID... [${expected}]`;
    throw s3Error("InvalidBucketOwnerAWSAccountID", {}, words);
  }
  if (expected !== ACCOUNT_ID && store.hasBucket(bucket)) throw s3Error("AccessDenied");
}
