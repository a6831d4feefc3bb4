/**
 * Headers that ask any operation for what the embedded S3 does not do: passed over, they would change
 * what is stored or answered without a word.
 * @module
 */
import { CHECKSUM_ALGORITHMS, checksumHeader } from "./checksums.ts";
import { notImplemented, s3Error } from "./errors.ts";
import type { S3Request } from "./request.ts";

/** Features that S3 has, and conditions that it has for directory buckets alone. */
const REFUSED = new Set([
  "x-amz-copy-source-server-side-encryption-customer-algorithm",
  "x-amz-if-match-initiated-time",
  "x-amz-if-match-last-modified-time",
  "x-amz-if-match-size",
  "x-amz-server-side-encryption-aws-kms-key-id",
  "x-amz-write-offset-bytes",
]);

/** Features that are there unless the header says something else. */
const DEFAULTS: Record<string, string> = {
  "x-amz-bucket-namespace": "global",
  "x-amz-bucket-object-lock-enabled": "false",
  "x-amz-object-ownership": "BucketOwnerEnforced",
};

const CUSTOMER_KEY = "x-amz-server-side-encryption-customer-";
const CHECKSUM = "x-amz-checksum-";

/** Headers that begin as a checksum's, and hold none. */
const ABOUT_CHECKSUMS = [`${CHECKSUM}algorithm`, `${CHECKSUM}mode`, `${CHECKSUM}type`];

const KNOWN_CHECKSUMS = new Set([...CHECKSUM_ALGORITHMS.map(checksumHeader), ...ABOUT_CHECKSUMS]);

/**
 * Refuses a request that has such a header.
 *
 * @param request The request
 * @throws {AwsError} `NotImplemented`, or S3's own error for a key where nothing was encrypted with one
 */
export function refuseHeaders({ method, headers }: S3Request): void {
  for (const [name, value] of headers) {
    const fallback = DEFAULTS[name];
    if (fallback !== undefined && value !== fallback) throw notImplemented(`${name}: ${value}`);
    if (name.startsWith(CHECKSUM) && !KNOWN_CHECKSUMS.has(name)) throw notImplemented(name);
    if (REFUSED.has(name)) throw notImplemented(name);
    if (!name.startsWith(CUSTOMER_KEY)) continue;
    if (method !== "GET" && method !== "HEAD") throw notImplemented(name);
    const words = "The encryption parameters are not applicable to this object.";
    throw s3Error("InvalidRequest", {}, words);
  }
}
