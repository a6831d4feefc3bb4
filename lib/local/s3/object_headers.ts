/**
 * The headers that describe an object: content type and its like, user metadata, tags.
 * @module
 */
import { AwsError } from "../aws_error.ts";
import { Buffer } from "node:buffer";
import { invalidArgument, notImplemented, s3Error } from "./errors.ts";
import type { ObjectDetails, StoredObject } from "./store_types.ts";
import { checkedTags, MAX_OBJECT_TAGS } from "./tags.ts";

/** Most bytes of user metadata, names and values together. */
const MAX_METADATA_BYTES = 2048;

/** Beginning of the headers with user metadata. */
export const METADATA_PREFIX = "x-amz-meta-";

/** Headers kept with an object and given back as they came. */
const KEPT_HEADERS = [
  "cache-control",
  "content-disposition",
  "content-language",
  "expires",
  "x-amz-website-redirect-location",
  "x-amz-storage-class",
];

const STORAGE_CLASSES = [
  "STANDARD",
  "REDUCED_REDUNDANCY",
  "STANDARD_IA",
  "ONEZONE_IA",
  "INTELLIGENT_TIERING",
  "GLACIER_IR",
];

/** Storage classes whose objects must be restored before they are read. */
const ARCHIVE_CLASSES = ["GLACIER", "DEEP_ARCHIVE"];

/** Canned ACLs that mean the same as none where the bucket's owner owns all objects. */
const OWNER_ACLS = ["private", "bucket-owner-full-control", "bucket-owner-read"];

/**
 * Reads what an object is to be made with from a request's headers.
 *
 * @param headers The request's headers
 * @returns The object's details
 * @throws {AwsError} S3's error for a header that cannot be used
 */
export function readObjectHeaders(headers: Headers): ObjectDetails {
  requireSupported(headers);
  const encoding = headers.get("content-encoding")?.split(",")
    .filter((part) => part.trim().toLowerCase() !== "aws-chunked").join(",").trim();
  const kept: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = headers.get(name);
    if (value !== null && value !== "STANDARD") kept[name] = value;
  }
  return {
    contentType: headers.get("content-type") ?? undefined,
    contentEncoding: encoding || undefined,
    headers: kept,
    metadata: readMetadata(headers),
    tags: parseTagHeader(headers.get("x-amz-tagging")),
  };
}

/**
 * Gives the headers that describe an object.
 *
 * @param object The object
 * @returns Headers by name
 */
export function objectHeaders(object: StoredObject): Record<string, string> {
  const headers: Record<string, string> = {
    "last-modified": object.lastModified.toUTCString(),
    etag: `"${object.etag}"`,
    "accept-ranges": "bytes",
    "content-type": object.contentType ?? "binary/octet-stream",
    "x-amz-server-side-encryption": "AES256",
    ...object.headers,
  };
  if (object.contentEncoding) headers["content-encoding"] = object.contentEncoding;
  for (const [name, value] of Object.entries(object.metadata)) {
    headers[METADATA_PREFIX + name] = encodeMetadata(value);
  }
  const tags = Object.keys(object.tags).length;
  if (tags > 0) headers["x-amz-tagging-count"] = String(tags);
  return headers;
}

/**
 * Refuses headers that ask for something this server does not do, in S3's words.
 *
 * @param headers The request's headers
 * @throws {AwsError} S3's error
 */
function requireSupported(headers: Headers): void {
  const encryption = headers.get("x-amz-server-side-encryption");
  if (encryption !== null && encryption !== "AES256") {
    throw notImplemented(`x-amz-server-side-encryption: ${encryption}`);
  }
  if ([...headers.keys()].some((name) => name.startsWith("x-amz-object-lock-"))) {
    throw s3Error("InvalidRequest", {}, "Bucket is missing Object Lock Configuration");
  }
  const storage = headers.get("x-amz-storage-class");
  if (storage !== null && ARCHIVE_CLASSES.includes(storage)) {
    throw notImplemented(`x-amz-storage-class: ${storage}`);
  }
  if (storage !== null && !STORAGE_CLASSES.includes(storage)) {
    throw s3Error("InvalidStorageClass", { StorageClassRequested: storage });
  }
  requireOwnerAcl(headers);
}

/**
 * Refuses access control lists, which S3 disables for new buckets.
 *
 * @param headers The request's headers
 * @throws {AwsError} `AccessControlListNotSupported`
 */
export function requireOwnerAcl(headers: Headers): void {
  const acl = headers.get("x-amz-acl");
  const grants = [...headers.keys()].some((name) => name.startsWith("x-amz-grant-"));
  if (grants || (acl !== null && !OWNER_ACLS.includes(acl))) {
    throw s3Error("AccessControlListNotSupported");
  }
}

function parseTagHeader(header: string | null): Record<string, string> {
  if (header === null || header === "") return {};
  try {
    return checkedTags([...new URLSearchParams(header)], MAX_OBJECT_TAGS);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const words =
      "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query " +
      "parameters without tag name duplicates.";
    throw invalidArgument("x-amz-tagging", header, words);
  }
}

function readMetadata(headers: Headers): Record<string, string> {
  const metadata: [string, string][] = [];
  let size = 0;
  for (const [name, value] of headers) {
    if (!name.startsWith(METADATA_PREFIX)) continue;
    const short = name.slice(METADATA_PREFIX.length);
    const decoded = decodeMetadata(value);
    size += Buffer.byteLength(short) + Buffer.byteLength(decoded);
    metadata.push([short, decoded]);
  }
  if (size > MAX_METADATA_BYTES) {
    throw s3Error("MetadataTooLarge", {
      MaxSizeAllowed: String(MAX_METADATA_BYTES),
      Size: String(size),
    });
  }
  return Object.fromEntries(metadata);
}

/**
 * Decodes a metadata value by RFC 2047, as S3 does before it stores one.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
 */
function decodeMetadata(value: string): string {
  return value.replace(
    /=\?utf-8\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi,
    (_, encoding: string, text: string) => {
      if (encoding.toLowerCase() === "b") return Buffer.from(text, "base64").toString("utf8");
      const bytes = text.replaceAll("_", " ")
        .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
      return Buffer.from(bytes, "latin1").toString("utf8");
    },
  );
}

/**
 * Encodes a metadata value that is more than printable ASCII by RFC 2047: letter by letter where most
 * of it is ASCII, as a whole where most is not.
 *
 * @param value The value
 * @returns What a header can hold
 */
export function encodeMetadata(value: string): string {
  if (/^[\x20-\x7e]*$/.test(value)) return value;
  const plain = value.replace(/[^\t\n\r\x20-\x7e]/gu, "").length;
  if (plain <= Array.from(value).length - plain) {
    return `=?UTF-8?B?${Buffer.from(value).toString("base64")}?=`;
  }
  const letters = Array.from(Buffer.from(value), (byte) => {
    if (byte === 0x20) return "_";
    const char = String.fromCharCode(byte);
    return /[=_?]|[^\x20-\x7e]/.test(char)
      ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
      : char;
  });
  return `=?UTF-8?Q?${letters.join("")}?=`;
}
