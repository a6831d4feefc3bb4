/**
 * A request to S3, taken apart.
 * @module
 */
import { Buffer } from "node:buffer";
import { invalidArgument, s3Error } from "./errors.ts";

/** Longest key, in UTF-8 bytes. */
const MAX_KEY_BYTES = 1024;

/** Longest document in a request's body, in bytes: 1,000 keys to delete, escaped. */
const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** A request to S3. */
export interface S3Request {
  method: string;
  /** Name of the bucket; empty for the service itself. */
  bucket: string;
  /** Key of the object; empty for the bucket itself. */
  key: string;
  query: URLSearchParams;
  headers: Headers;
  body: ReadableStream<Uint8Array> | null;
}

/**
 * Takes a request apart. The path is read as it was sent: `URL` would fold `..` and `.`, which are
 * fine as parts of a key.
 *
 * @param request The request
 * @returns Its parts
 * @throws {AwsError} `InvalidURI`, `InvalidBucketName`, `KeyTooLongError`
 */
export function parseRequest(request: Request): S3Request {
  const [, host = "", target = ""] = /^[a-z]+:\/\/([^/?]*)(.*)$/is.exec(request.url) ?? [];
  const mark = target.indexOf("?");
  const path = mark === -1 ? target : target.slice(0, mark);
  // Some clients put the bucket before the host where that is a name: my-bucket.localhost.
  // The service's own names may stand between them: my-bucket.s3.us-east-1.localhost.
  const before = /^(.+?)\.localhost(:\d+)?$/.exec(host)?.[1]
    ?.replace(/(?:^|\.)s3(?:\.[a-z]{2}(?:-[a-z]+)+-\d)?$/, "") || undefined;
  const rest = (before === undefined ? "" : `${before}/`) + path.replace(/^\//, "");
  const slash = rest.indexOf("/");
  const bucket = decodePath(slash === -1 ? rest : rest.slice(0, slash));
  const key = slash === -1 ? "" : decodePath(rest.slice(slash + 1));
  if (bucket === "" && key !== "") throw s3Error("InvalidBucketName", { BucketName: "" });
  requireKeyLength(key);
  return {
    method: request.method,
    bucket,
    key,
    query: new URLSearchParams(mark === -1 ? "" : target.slice(mark + 1)),
    headers: request.headers,
    body: request.body,
  };
}

/**
 * Refuses a key that is too long.
 *
 * @param key The key
 * @throws {AwsError} `KeyTooLongError`
 */
export function requireKeyLength(key: string): void {
  const size = Buffer.byteLength(key);
  if (size <= MAX_KEY_BYTES) return;
  throw s3Error("KeyTooLongError", { MaxSizeAllowed: String(MAX_KEY_BYTES), Size: String(size) });
}

/**
 * Reads a body as text.
 *
 * @param body The body
 * @returns Its text
 * @throws {AwsError} `MaxMessageLengthExceeded`, and `MalformedXML` where it is not UTF-8
 */
export async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_DOCUMENT_BYTES) throw s3Error("MaxMessageLengthExceeded");
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw s3Error("MalformedXML");
  }
}

/**
 * Reads a whole number.
 *
 * @param from The request's parameters, or its headers
 * @param name The number's name
 * @param fallback Its value where it is not given
 * @param most Largest value; larger ones count as it
 * @returns The number
 * @throws {AwsError} `InvalidArgument`
 */
export function wholeNumber(
  from: URLSearchParams | Headers,
  name: string,
  fallback: number,
  most: number,
): number {
  const text = from.get(name);
  if (text === null || text === "") return fallback;
  if (!/^\d+$/.test(text) || Number(text) > 2 ** 31 - 1) {
    throw invalidArgument(
      name,
      text,
      /^-\d+$/.test(text)
        ? `Argument ${name} must be an integer between 0 and 2147483647`
        : `Provided ${name} not an integer or within integer range`,
    );
  }
  return Math.min(Number(text), most);
}

/** Percent-decodes a part of a path; a plus sign stays one. */
function decodePath(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw s3Error("InvalidURI", { URI: part });
  }
}
