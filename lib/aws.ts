/**
 * What every AWS client of the pipeline is made with.
 * @module
 */
import type { Config } from "./config.ts";

/** Options that each AWS SDK client takes. */
export interface AwsClientOptions {
  region: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
  profile?: string;
  maxAttempts: number;
  requestHandler: typeof REQUEST_LIMITS;
}

/**
 * Milliseconds that connecting may take, and an answer: without limits a server that says nothing
 * would hold a call for ever. No request here waits for work to be done.
 */
export const REQUEST_LIMITS = {
  connectionTimeout: 10_000,
  requestTimeout: 60_000,
  throwOnRequestTimeout: true,
} as const;

/**
 * Gives the options an AWS SDK client is made with: region, endpoint, and whose credentials.
 *
 * @param config The pipeline's settings
 * @returns Options for the client's constructor
 *
 * @example
 * ```ts
 * import { loadConfig } from "./config.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const options = awsClientOptions(loadConfig({ AWS_ENDPOINT_URL: "http://127.0.0.1:4566" }));
 * assertEquals(options.endpoint, "http://127.0.0.1:4566");
 * assertEquals(options.credentials?.accessKeyId, "local");
 * ```
 */
export function awsClientOptions(config: Config): AwsClientOptions {
  return { ...config.aws, maxAttempts: 5, requestHandler: REQUEST_LIMITS };
}

/**
 * Gives the options an S3 client is made with: buckets stand in the path, for a bucket's name is no
 * host of the local stack's.
 *
 * @param config The pipeline's settings
 * @returns Options for the client's constructor
 *
 * @example
 * ```ts
 * import { loadConfig } from "./config.ts";
 * import { S3Client } from "@aws-sdk/client-s3";
 * import { assertEquals } from "@std/assert";
 *
 * const config = loadConfig({ AWS_ENDPOINT_URL: "http://127.0.0.1:4566" });
 * const s3 = new S3Client(s3ClientOptions(config));
 * assertEquals(s3.config.forcePathStyle, true);
 * ```
 */
export function s3ClientOptions(config: Config): AwsClientOptions & { forcePathStyle: true } {
  return { ...awsClientOptions(config), forcePathStyle: true };
}
