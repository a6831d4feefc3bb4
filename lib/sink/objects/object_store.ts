/**
 * The requests the sink makes of S3, and what their failures mean for it.
 * @module
 */
import { HeadObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { s3ClientOptions } from "../../aws.ts";
import { awsFailure } from "../../aws_failure.ts";
import type { Config } from "../../config.ts";
import { TickertapeError } from "../../errors.ts";
import { fromMetadata, type RangeMetadata, toMetadata } from "../object_metadata.ts";
import type { Outcome } from "../ranges/writer_types.ts";
import type { ObjectBody } from "./object_body.ts";

/** An outcome, with what was the matter where the request has to be tried again. */
export type StoreOutcome = Outcome & { why?: string };

/** Where objects are put. */
export interface ObjectStore {
  /** Writes an object, under a condition. */
  put(
    key: string,
    body: ObjectBody,
    metadata: RangeMetadata,
    condition: "*" | undefined,
    signal?: AbortSignal,
  ): Promise<StoreOutcome>;
  /** Reads what an object says of itself. */
  head(key: string, signal?: AbortSignal): Promise<StoreOutcome>;
  close(): void;
}

/** Milliseconds after which a request that has no answer is given up, and tried again. */
const REQUEST_TIMEOUT_MS = 60_000;

/**
 * Opens the data bucket for the sink. Failures that may pass come back as the outcome `rejected`.
 *
 * @param config Settings of S3
 * @returns The bucket
 */
export function openObjectStore(config: Config): ObjectStore {
  // The sink tries again itself: it has to know of each try whether it may have been carried out.
  const client = new S3Client({ ...s3ClientOptions(config), maxAttempts: 1 });
  const Bucket = config.s3.dataBucket;
  const limited = (signal?: AbortSignal) => {
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    return { abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout };
  };
  return {
    async put(key, body, metadata, condition, signal) {
      try {
        await client.send(
          new PutObjectCommand({
            Bucket,
            Key: key,
            Body: body.bytes,
            ContentType: body.contentType,
            ContentLength: body.bytes.length,
            Metadata: toMetadata(metadata),
            ...(condition ? { IfNoneMatch: condition } : {}),
          }),
          limited(signal),
        );
        return { type: "stored", bytes: body.bytes.length };
      } catch (error) {
        if (statusOf(error) === 412) return { type: "exists" };
        return rejection(config, `write '${key}' to the bucket '${Bucket}'`, error);
      }
    },
    async head(key, signal) {
      try {
        const found = await client.send(
          new HeadObjectCommand({ Bucket, Key: key }),
          limited(signal),
        );
        return {
          type: "metadata",
          metadata: fromMetadata(found.Metadata ?? {}),
          bytes: found.ContentLength ?? 0,
        };
      } catch (error) {
        if (statusOf(error) === 404 && nameOf(error) !== "NoSuchBucket") return { type: "missing" };
        return rejection(config, `look at '${key}' in the bucket '${Bucket}'`, error);
      }
    },
    close: () => client.destroy(),
  };
}

/** Names of failures of a request, whatever their status, after which it may be tried again. */
const PASSING = [
  "ConditionalRequestConflict",
  "OperationAborted",
  "RequestTimeout",
  "SlowDown",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "BadDigest",
  "IncompleteBody",
];

function rejection(config: Config, doing: string, error: unknown): StoreOutcome {
  const status = statusOf(error);
  const name = nameOf(error);
  if (name === "NoSuchBucket") {
    throw new TickertapeError({
      code: "S3_NO_BUCKET",
      message: `Could not ${doing}: the bucket does not exist`,
      remedy: "Start the sink again: it makes the bucket where it may, and goes on where it was.",
      cause: error,
    });
  }
  if (status === 501) {
    throw new TickertapeError({
      code: "S3_NOT_CONDITIONAL",
      message: `Could not ${doing}: the store does not know If-None-Match`,
      remedy: "Use a store with conditional writes: Amazon S3, or a newer version of this one.",
      cause: error,
    });
  }
  const failure = awsFailure(config, doing, error);
  if (failure instanceof TickertapeError && failure.code === "S3_FULL") throw failure;
  const unanswered = status === undefined && isUnanswered(error);
  const passing = unanswered || PASSING.includes(name) || (status ?? 0) >= 500 || status === 409 ||
    status === 408 || status === 429 ||
    (failure instanceof TickertapeError && failure.retriable);
  if (!passing) throw failure;
  const why = failure instanceof TickertapeError ? failure.message : `Could not ${doing}: ${error}`;
  return { type: "rejected", why };
}

/** Whether the request may have been carried out, but no answer came. */
function isUnanswered(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "AbortError" || error.name === "TimeoutError" || "code" in error ||
    error instanceof TypeError || "$metadata" in error;
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
