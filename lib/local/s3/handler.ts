/**
 * S3 over HTTP: path-style REST. Signatures are not checked.
 * @module
 */
import { AwsError } from "../aws_error.ts";
import { diskFailure, faultText } from "../disk_failure.ts";
import { s3Error } from "./errors.ts";
import { EXPECTED_OWNER, requireOwner } from "./owner.ts";
import { refuseHeaders } from "./refused_headers.ts";
import { parseRequest, type S3Request } from "./request.ts";
import { errorResponse, newRequestIds } from "./respond.ts";
import { findAction } from "./routes.ts";
import type { S3Store } from "./store_types.ts";

/** Bytes of an unread body that are read and thrown away, so that the client sees the answer. */
const MAX_DRAINED_BYTES = 64 * 1024 * 1024;

/** What an S3 handler is made with. */
export interface S3HandlerOptions {
  /** Takes a line about a fault of the server. */
  log: (line: string) => void;
}

/**
 * Makes the handler of S3's requests.
 *
 * @param store Buckets and objects
 * @param options Where faults are told
 * @returns A function that answers requests, and never throws
 *
 * @example
 * ```ts
 * import { openDatabase } from "../database.ts";
 * import { createObjectStore } from "./store.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dir = await Deno.makeTempDir();
 * const store = createObjectStore(openDatabase(":memory:"), dir);
 * const s3 = createS3Handler(store, { log: () => {} });
 * const url = "http://127.0.0.1/prices";
 * assertEquals((await s3(new Request(url, { method: "PUT" }))).status, 200);
 * assertEquals((await s3(new Request(`${url}/none`))).status, 404);
 * await store.close();
 * await Deno.remove(dir, { recursive: true });
 * ```
 */
export function createS3Handler(
  store: S3Store,
  { log }: S3HandlerOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const ids = newRequestIds();
    let response: Response;
    try {
      const parsed = parseRequest(request);
      requireFresh(parsed);
      refuseHeaders(parsed);
      requireOwner(parsed.headers, EXPECTED_OWNER, parsed.bucket, store);
      response = await findAction(parsed)(parsed, store);
    } catch (error) {
      if (!(error instanceof AwsError)) log(`S3 ${request.method}: ${faultText(error)}`);
      const known = error instanceof AwsError ? error : faultError(error);
      response = errorResponse(known, request.method, ids);
    }
    await drain(request);
    response.headers.set("x-amz-request-id", ids.requestId);
    response.headers.set("x-amz-id-2", ids.hostId);
    response.headers.set("server", "AmazonS3");
    return response;
  };
}

/**
 * What a client is told of a fault of the server. Amazon S3 is never full: this is told by HTTP's own
 * status, after which the SDKs do not try again.
 */
function faultError(error: unknown): AwsError {
  const failure = diskFailure(error);
  if (failure === undefined) return s3Error("InternalError");
  return s3Error(failure.isFull ? "InsufficientStorage" : "InternalError", {}, failure.words);
}

/** A presigned URL has its time in it, which is checked although its signature is not. */
function requireFresh({ query }: S3Request): void {
  const lasting = query.get("X-Amz-Expires");
  const expires = query.has("AWSAccessKeyId") && query.has("Signature")
    ? Number(query.get("Expires") ?? NaN) * 1000
    : startOf(query) + Number(lasting ?? NaN) * 1000;
  if (Number.isNaN(new Date(expires).getTime()) || Date.now() <= expires) return;
  throw s3Error("AccessDenied", {
    ...(lasting === null ? {} : { "X-Amz-Expires": lasting }),
    Expires: new Date(expires).toISOString(),
    ServerTime: new Date().toISOString(),
  }, "Request has expired");
}

/** When a URL of signature version 4 was signed; version 2 says when it ends. */
function startOf(query: URLSearchParams): number {
  const date = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(query.get("X-Amz-Date") ?? "");
  if (date === null) return NaN;
  const [year, month, ...rest] = date.slice(1).map(Number) as [number, number, ...number[]];
  return Date.UTC(year, month - 1, ...rest);
}

async function drain(request: Request): Promise<void> {
  if (request.body === null || request.bodyUsed) return;
  try {
    let size = 0;
    for await (const chunk of request.body) {
      size += chunk.length;
      if (size > MAX_DRAINED_BYTES) return;
    }
  } catch {
    // The client went away: there is nobody left to answer.
  }
}
