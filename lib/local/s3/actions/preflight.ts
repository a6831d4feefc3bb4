/**
 * What a browser asks before it sends a page's request to another server.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTOPTIONSobject.html
 * @module
 */
import { s3Error } from "../errors.ts";
import type { S3Request } from "../request.ts";
import type { S3Store } from "../store_types.ts";

/** Refuses, as S3 does where a bucket has no CORS configuration: here none can have one. */
export function preflight(request: S3Request, store: S3Store): never {
  if (!request.headers.has("origin")) {
    const words = "Insufficient information. Origin request header needed.";
    throw s3Error("BadRequest", {}, words);
  }
  const why = store.hasBucket(request.bucket)
    ? "CORS is not enabled for this bucket."
    : "Bucket not found";
  throw s3Error("AccessForbidden", {
    Method: request.headers.get("access-control-request-method") ?? "OPTIONS",
    ResourceType: "BUCKET",
  }, `CORSResponse: ${why}`);
}
