/**
 * PutObject and CopyObject.
 * @module
 */
import {
  type ChecksumAlgorithm,
  checksumElement,
  checksumHeader,
  isChecksumAlgorithm,
} from "../checksums.ts";
import {
  notAccepted,
  readCopySource,
  readWriteCondition,
  requireReadCondition,
} from "../conditions.ts";
import { invalidArgument, notImplemented, s3Error } from "../errors.ts";
import { readObjectHeaders } from "../object_headers.ts";
import { EXPECTED_SOURCE_OWNER, requireOwner } from "../owner.ts";
import { type Received, receiveFile, storeBytes } from "../receive.ts";
import type { S3Request } from "../request.ts";
import { emptyResponse, xmlResponse } from "../respond.ts";
import type { ObjectDetails, S3Store, StoredObject } from "../store_types.ts";
import { requireBucket } from "./bucket.ts";
import { requireObject } from "./get_object.ts";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export async function putObject(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const details = readObjectHeaders(request.headers);
  const condition = readWriteCondition(request.headers);
  if (condition.ifMatch === "*") throw notAccepted("If-Match");
  const received = await receiveFile(request, store.files);
  const object = await commit(request, store, received, details, condition);
  return emptyResponse(200, {
    etag: `"${object.etag}"`,
    "x-amz-server-side-encryption": "AES256",
    ...checksumHeaders(received),
  });
}

/** Headers that let an object be copied onto itself. */
const CHANGES = [
  "x-amz-server-side-encryption",
  "x-amz-storage-class",
  "x-amz-website-redirect-location",
];

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export async function copyObject(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const { headers } = request;
  const source = copySource(request, store);
  const replaceMetadata = directive(headers, "x-amz-metadata-directive");
  const replaceTags = directive(headers, "x-amz-tagging-directive");
  const given = readObjectHeaders(headers);
  const storageClass = headers.get("x-amz-storage-class") ?? "STANDARD";
  const same = source.bucket === request.bucket && source.object.key === request.key;
  const condition = readWriteCondition(headers);
  // What is named counts as changed, whatever it was.
  if (same && !replaceMetadata && !CHANGES.some((name) => headers.has(name))) {
    const words = "This copy request is illegal because it is trying to copy an object to itself " +
      "without changing the object's metadata, storage class, website redirect location or " +
      "encryption attributes.";
    throw s3Error("InvalidRequest", {}, words);
  }
  const details = replaceMetadata ? given : withStorageClass(source.object, storageClass);
  const received = await storeBytes(
    fileBytes(store.files.path(source.object.file)),
    store.files,
    copyAlgorithm(headers) ?? source.object.checksum?.algorithm ?? "CRC64NVME",
  );
  const tags = replaceTags ? given.tags : source.object.tags;
  const object = await commit(request, store, received, { ...details, tags }, condition);
  return xmlResponse("CopyObjectResult", {
    ETag: `"${object.etag}"`,
    LastModified: object.lastModified,
    ChecksumType: received.checksum.type,
    [checksumElement(received.checksum.algorithm)]: received.checksum.value,
  }, { "x-amz-server-side-encryption": "AES256" });
}

/**
 * Finds the object a copy is made of.
 *
 * @param request The request
 * @param store The store
 * @returns The object and its bucket
 * @throws {AwsError} S3's error where it is not there, or not as the request wants it
 */
export function copySource(
  request: S3Request,
  store: S3Store,
): { bucket: string; object: StoredObject } {
  const { bucket, key } = readCopySource(request.headers);
  requireOwner(request.headers, EXPECTED_SOURCE_OWNER, bucket, store);
  const object = requireObject({ ...request, bucket, key, query: new URLSearchParams() }, store);
  requireReadCondition(request.headers, object, "x-amz-copy-source-");
  return { bucket, object };
}

/**
 * Reads a file, or bytes of it, piece by piece.
 *
 * @param path The file
 * @param range Bytes `start` (inclusive) to `end` (exclusive); all by default
 */
export async function* fileBytes(
  path: string,
  range?: { start: number; end: number },
): AsyncGenerator<Uint8Array> {
  using file = await Deno.open(path);
  if (range) await file.seek(range.start, Deno.SeekMode.Start);
  let left = range ? range.end - range.start : Infinity;
  while (left > 0) {
    const piece = new Uint8Array(Math.min(256 * 1024, left));
    const count = await file.read(piece);
    if (count === null) return;
    left -= count;
    yield piece.subarray(0, count);
  }
}

/**
 * Gives the headers that tell the checksum of what was received.
 *
 * @param received What was received
 */
export function checksumHeaders({ checksum }: Received): Record<string, string> {
  return {
    [checksumHeader(checksum.algorithm)]: checksum.value,
    "x-amz-checksum-type": checksum.type,
  };
}

/**
 * Makes an object of what was received, or throws that away.
 *
 * @param request The request, for bucket and key
 * @param store The store
 * @param received The bytes
 * @param details What describes the object
 * @param condition What has to hold of an object that is there
 * @returns The object
 * @throws {AwsError} S3's error where the condition does not hold
 */
export async function commit(
  request: S3Request,
  store: S3Store,
  received: Received,
  details: ObjectDetails,
  condition: ReturnType<typeof readWriteCondition>,
): Promise<StoredObject> {
  try {
    return store.objects.commit(request.bucket, request.key, {
      ...pickDetails(details),
      file: received.file,
      etag: received.md5,
      checksum: received.checksum,
    }, condition);
  } catch (error) {
    await received.file.discard();
    throw error;
  }
}

function pickDetails(details: ObjectDetails): ObjectDetails {
  const { contentType, contentEncoding, headers, metadata, tags } = details;
  return { contentType, contentEncoding, headers, metadata, tags };
}

function withStorageClass(object: StoredObject, storageClass: string): ObjectDetails {
  const { "x-amz-storage-class": _, ...headers } = object.headers;
  if (storageClass !== "STANDARD") headers["x-amz-storage-class"] = storageClass;
  return { ...object, headers };
}

function directive(headers: Headers, name: string): boolean {
  const value = headers.get(name) ?? "COPY";
  if (value === "COPY") return false;
  if (value === "REPLACE") return true;
  throw invalidArgument(name, value, `Unknown ${name.slice(6).replace("-", " ")}.`);
}

function copyAlgorithm(headers: Headers): ChecksumAlgorithm | undefined {
  const asked = headers.get("x-amz-checksum-algorithm")?.toUpperCase();
  if (asked === undefined || isChecksumAlgorithm(asked)) return asked;
  throw notImplemented(`Checksum algorithm ${asked}`);
}
