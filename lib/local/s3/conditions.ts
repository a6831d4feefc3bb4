/**
 * What a request asks to hold before it is done: conditional headers, and ranges.
 * @module
 */
import { AwsError } from "../aws_error.ts";
import { invalidArgument, s3Error } from "./errors.ts";
import type { StoredObject, WriteCondition } from "./store_types.ts";

/**
 * Checks the conditions of a read, in the order of RFC 9110, section 13.2.2.
 *
 * @param headers The request's headers
 * @param object The object to be read
 * @param prefix What stands before the names: empty, or `x-amz-copy-source-`
 * @throws {AwsError} `PreconditionFailed`, or status 304 where the reader has the object already
 */
export function requireReadCondition(
  headers: Headers,
  object: StoredObject,
  prefix: "" | "x-amz-copy-source-" = "",
): void {
  const failed = (name: string) => s3Error("PreconditionFailed", { Condition: prefix + name });
  const has = { ETag: `"${object.etag}"`, "Last-Modified": object.lastModified.toUTCString() };
  const notModified = (name: string) =>
    prefix === "" ? new AwsError("NotModified", "Not Modified", 304, has) : failed(name);
  const ifMatch = headers.get(`${prefix}if-match`);
  const unmodifiedSince = dateHeader(headers, `${prefix}if-unmodified-since`);
  if (ifMatch !== null) {
    if (!matches(ifMatch, object.etag)) throw failed("If-Match");
  } else if (unmodifiedSince !== undefined && seconds(object.lastModified) > unmodifiedSince) {
    throw failed("If-Unmodified-Since");
  }
  const ifNoneMatch = headers.get(`${prefix}if-none-match`);
  const modifiedSince = dateHeader(headers, `${prefix}if-modified-since`);
  if (ifNoneMatch !== null) {
    if (matches(ifNoneMatch, object.etag)) throw notModified("If-None-Match");
  } else if (modifiedSince !== undefined && seconds(object.lastModified) <= modifiedSince) {
    // S3 passes over a time that is still to come.
    if (modifiedSince * 1000 > Date.now()) return;
    throw notModified("If-Modified-Since");
  }
}

/**
 * Reads the condition of a write.
 *
 * @param headers The request's headers
 * @returns The condition
 * @throws {AwsError} S3's error for a condition it does not take
 */
export function readWriteCondition(headers: Headers): WriteCondition {
  const ifNoneMatch = headers.get("if-none-match");
  const ifMatch = headers.get("if-match");
  if (ifNoneMatch !== null && ifMatch !== null) {
    throw notAccepted(
      "If-Match,If-None-Match",
      "Multiple conditional request headers present in the request",
    );
  }
  if (ifNoneMatch !== null && ifNoneMatch !== "*") throw notAccepted("If-None-Match");
  return {
    ...(ifNoneMatch === null ? {} : { ifNoneMatch: true }),
    ...(ifMatch === null ? {} : { ifMatch: unquoted(ifMatch) }),
  };
}

/** The error of a condition that S3 has no meaning for. */
export function notAccepted(
  header: string,
  additionalMessage = `We don't accept the provided value of ${header} header for this API`,
): AwsError {
  return s3Error("NotImplemented", { Header: header, additionalMessage });
}

/** Bytes `start` (inclusive) to `end` (exclusive). */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a range.
 *
 * @param header The header `Range`
 * @param size Bytes there are
 * @returns The range, or `undefined` where S3 passes over the header and gives all
 * @throws {AwsError} `InvalidRange`
 */
export function parseRange(header: string | null, size: number): ByteRange | undefined {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? "");
  if (match === null || (match[1] === "" && match[2] === "")) return undefined;
  const [first, last] = [match[1]!, match[2]!];
  if (first !== "" && last !== "" && Number(last) < Number(first)) return undefined;
  const start = first === "" ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === "" || last === "" ? size : Math.min(Number(last) + 1, size);
  if (start >= size || start >= end) {
    throw s3Error("InvalidRange", {
      RangeRequested: header ?? "",
      ActualObjectSize: String(size),
    });
  }
  return { start, end };
}

/**
 * Reads the source of a copy.
 *
 * @param headers The request's headers
 * @returns Bucket and key
 * @throws {AwsError} `InvalidArgument`
 */
export function readCopySource(headers: Headers): { bucket: string; key: string } {
  const header = headers.get("x-amz-copy-source") ?? "";
  const [path = "", version] = header.split("?versionId=");
  if (version !== undefined && version !== "null") throw s3Error("NoSuchVersion");
  const wrong = () =>
    invalidArgument(
      "x-amz-copy-source",
      header,
      "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
    );
  let decoded: string;
  try {
    decoded = decodeURIComponent(path).replace(/^\//, "");
  } catch {
    throw wrong();
  }
  const slash = decoded.indexOf("/");
  if (slash === -1) {
    const words = "Invalid copy source object key";
    throw invalidArgument("x-amz-copy-source", "x-amz-copy-source", words);
  }
  if (slash < 1 || slash === decoded.length - 1) throw wrong();
  return { bucket: decoded.slice(0, slash), key: decoded.slice(slash + 1) };
}

function matches(header: string, etag: string): boolean {
  return header.split(",").some((part) => {
    const tag = part.trim();
    return tag === "*" || unquoted(tag.replace(/^W\//, "")) === etag;
  });
}

function unquoted(tag: string): string {
  return tag.trim().replace(/^"(.*)"$/, "$1");
}

/** Epoch seconds; a header that is not a date is passed over, as RFC 9110 says. */
function dateHeader(headers: Headers, name: string): number | undefined {
  const time = Date.parse(headers.get(name) ?? "");
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
