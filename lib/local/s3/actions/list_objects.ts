/**
 * ListObjectsV2, ListObjects and ListObjectVersions.
 * @module
 */
import { Buffer } from "node:buffer";
import { invalidArgument, s3Error } from "../errors.ts";
import { following } from "../object_table.ts";
import { type S3Request, wholeNumber } from "../request.ts";
import { OWNER_ID, xmlResponse } from "../respond.ts";
import type { S3Store, StoredObject } from "../store_types.ts";
import type { XmlElement } from "../xml.ts";
import { requireBucket } from "./bucket.ts";

/** Most objects and common prefixes of a page. */
const MAX_KEYS = 1000;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjectsV2(request: S3Request, store: S3Store): Response {
  const bucket = requireBucket(request, store);
  const { query } = request;
  const { prefix, delimiter, maxKeys, encode, encodingType } = listParameters(query);
  const token = query.get("continuation-token");
  const startAfter = query.get("start-after") ?? "";
  const after = token === null ? startAfter : decodeToken(token);
  const page = listPage(store, request.bucket, { prefix, delimiter, after, limit: maxKeys });
  const owner = query.get("fetch-owner") === "true";
  return xmlResponse("ListBucketResult", {
    Name: request.bucket,
    Prefix: encode(prefix),
    Delimiter: delimiter === "" ? undefined : encode(delimiter),
    StartAfter: startAfter === "" || token !== null ? undefined : encode(startAfter),
    ContinuationToken: token ?? undefined,
    NextContinuationToken: page.next === undefined ? undefined : encodeToken(page.next),
    KeyCount: page.objects.length + page.prefixes.length,
    MaxKeys: maxKeys,
    EncodingType: encodingType,
    IsTruncated: page.next !== undefined,
    Contents: page.objects.map((object) => contents(object, encode, owner)),
    CommonPrefixes: page.prefixes.map((common) => ({ Prefix: encode(common) })),
  }, { "x-amz-bucket-region": bucket.region });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html */
export function listObjects(request: S3Request, store: S3Store): Response {
  const bucket = requireBucket(request, store);
  const type = request.query.get("list-type");
  if (type !== null) {
    throw invalidArgument("list-type", type, "Incorrect List Type specified in Request");
  }
  const { prefix, delimiter, maxKeys, encode, encodingType } = listParameters(request.query);
  const marker = request.query.get("marker") ?? "";
  const page = listPage(store, request.bucket, {
    prefix,
    delimiter,
    after: wholePrefix(marker, prefix, delimiter),
    limit: maxKeys,
  });
  return xmlResponse("ListBucketResult", {
    Name: request.bucket,
    Prefix: encode(prefix),
    Marker: encode(marker),
    NextMarker: page.next !== undefined && delimiter !== "" ? encode(page.next) : undefined,
    Delimiter: delimiter === "" ? undefined : encode(delimiter),
    MaxKeys: maxKeys,
    EncodingType: encodingType,
    IsTruncated: page.next !== undefined,
    Contents: page.objects.map((object) => contents(object, encode, true)),
    CommonPrefixes: page.prefixes.map((common) => ({ Prefix: encode(common) })),
  }, { "x-amz-bucket-region": bucket.region });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export function listObjectVersions(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const { prefix, delimiter, maxKeys, encode, encodingType } = listParameters(request.query);
  const marker = request.query.get("key-marker") ?? "";
  const page = listPage(store, request.bucket, {
    prefix,
    delimiter,
    after: wholePrefix(marker, prefix, delimiter),
    limit: maxKeys,
  });
  return xmlResponse("ListVersionsResult", {
    Name: request.bucket,
    Prefix: encode(prefix),
    KeyMarker: encode(marker),
    VersionIdMarker: request.query.get("version-id-marker") ?? "",
    NextKeyMarker: page.next === undefined ? undefined : encode(page.next),
    NextVersionIdMarker: page.next === undefined ? undefined : "null",
    Delimiter: delimiter === "" ? undefined : encode(delimiter),
    MaxKeys: maxKeys,
    EncodingType: encodingType,
    IsTruncated: page.next !== undefined,
    Version: page.objects.map((object) => ({
      ...contents(object, encode, true),
      VersionId: "null",
      IsLatest: true,
    })),
    CommonPrefixes: page.prefixes.map((common) => ({ Prefix: encode(common) })),
  });
}

/** A marker within a common prefix stands for the whole of it. */
function wholePrefix(marker: string, prefix: string, delimiter: string): string {
  return marker.startsWith(prefix) ? commonPrefix(marker, prefix, delimiter) ?? marker : marker;
}

/** What listings ask for. */
interface ListQuery {
  prefix: string;
  delimiter: string;
  /** Key or common prefix the page before ended with; empty for the first page. */
  after: string;
  limit: number;
}

interface ListPage {
  objects: StoredObject[];
  prefixes: string[];
  /** Last key or common prefix of this page, where there are more. */
  next: string | undefined;
}

/**
 * Lists a page. A common prefix is stepped over as a whole, so the work is that of the page, not of
 * the keys under its prefixes.
 */
function listPage(store: S3Store, bucket: string, query: ListQuery): ListPage {
  const { prefix, delimiter, after, limit } = query;
  const page: ListPage = { objects: [], prefixes: [], next: undefined };
  if (limit === 0) return page;
  let last = after;
  let { from, exclusive } = startOf(query);
  // Where keys are rolled up, those after the first of a prefix would be read for nothing.
  let batch = delimiter === "" ? limit + 1 : 2;
  while (true) {
    const found = store.objects.page(bucket, { prefix, from, exclusive, limit: batch });
    const atEnd = found.length < batch;
    let skipped = false;
    for (const object of found) {
      const common = commonPrefix(object.key, prefix, delimiter);
      if (page.objects.length + page.prefixes.length === limit) return { ...page, next: last };
      last = common ?? object.key;
      from = Buffer.from(last);
      exclusive = true;
      if (common === undefined) {
        page.objects.push(object);
      } else {
        page.prefixes.push(common);
        from = following(common);
        exclusive = false;
        skipped = true;
        break;
      }
    }
    if (!skipped && atEnd) return page;
    batch = skipped ? 2 : Math.min(batch * 4, limit + 1);
  }
}

function startOf({ prefix, delimiter, after }: ListQuery): { from: Buffer; exclusive: boolean } {
  const first = Buffer.from(prefix);
  const start = Buffer.from(after);
  if (after === "" || Buffer.compare(start, first) < 0) return { from: first, exclusive: false };
  const common = after.startsWith(prefix) ? commonPrefix(after, prefix, delimiter) : undefined;
  if (common === after) return { from: following(common), exclusive: false };
  return { from: start, exclusive: true };
}

/**
 * Gives what a key is rolled up to.
 *
 * @param key The key
 * @param prefix Beginning of all keys that are listed
 * @param delimiter Text up to which keys are rolled up; none where empty
 * @returns The common prefix, or `undefined` for a key that is listed itself
 */
export function commonPrefix(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === "") return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end === -1 ? undefined : key.slice(0, end + delimiter.length);
}

/**
 * Reads what all listings can be asked for.
 *
 * @param query The request's parameters
 * @returns The parameters, and how keys are written in the answer
 * @throws {AwsError} `InvalidArgument`
 */
export function listParameters(query: URLSearchParams): {
  prefix: string;
  delimiter: string;
  maxKeys: number;
  encodingType: "url" | undefined;
  encode: (text: string) => string;
} {
  const encodingType = query.get("encoding-type") ?? undefined;
  if (encodingType !== undefined && encodingType !== "url") {
    const words = "Invalid Encoding Method specified in Request";
    throw invalidArgument("encoding-type", encodingType, words);
  }
  return {
    prefix: query.get("prefix") ?? "",
    delimiter: query.get("delimiter") ?? "",
    maxKeys: wholeNumber(query, "max-keys", MAX_KEYS, MAX_KEYS),
    encodingType,
    encode: encodingType === "url" ? encodeUrl : (text) => text,
  };
}

function contents(
  object: StoredObject,
  encode: (text: string) => string,
  owner: boolean,
): XmlElement {
  return {
    Key: encode(object.key),
    LastModified: object.lastModified,
    ETag: `"${object.etag}"`,
    ChecksumAlgorithm: object.checksum?.algorithm,
    ChecksumType: object.checksum?.type,
    Size: object.size,
    Owner: owner ? { ID: OWNER_ID } : undefined,
    StorageClass: object.headers["x-amz-storage-class"] ?? "STANDARD",
  };
}

/** The encoding of forms, but for the slash: so S3 sends keys with `encoding-type=url`. */
function encodeUrl(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+")
    .replaceAll("%2F", "/");
}

/** A token is the last key or common prefix, told apart from any other text by its first byte. */
function encodeToken(last: string): string {
  return Buffer.from(`1${last}`).toString("base64");
}

function decodeToken(token: string): string {
  const bytes = Buffer.from(token, "base64");
  if (bytes[0] !== 0x31 || bytes.toString("base64") !== token) {
    const words = "The continuation token provided is incorrect";
    throw s3Error("InvalidArgument", { ArgumentName: "continuation-token" }, words);
  }
  return bytes.subarray(1).toString();
}
