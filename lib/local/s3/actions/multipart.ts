/**
 * CreateMultipartUpload, UploadPart, UploadPartCopy, ListParts and AbortMultipartUpload.
 * @module
 */
import { type ChecksumAlgorithm, checksumElement, isChecksumAlgorithm } from "../checksums.ts";
import { checksumMismatch, invalidArgument, s3Error } from "../errors.ts";
import { readObjectHeaders } from "../object_headers.ts";
import { type Received, receiveFile, storeBytes } from "../receive.ts";
import { type S3Request, wholeNumber } from "../request.ts";
import { emptyResponse, INITIATOR, OWNER_ID, xmlResponse } from "../respond.ts";
import type { S3Store, Upload } from "../store_types.ts";
import type { Checksum } from "../checksums.ts";
import { requireBucket } from "./bucket.ts";
import { checksumHeaders, copySource, fileBytes } from "./put_object.ts";

/** Highest part number. */
const MAX_PART = 10_000;

const OWNER = { ID: OWNER_ID };

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html */
export function createMultipartUpload(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const { algorithm, type } = uploadChecksum(request.headers);
  const upload: Upload = {
    ...readObjectHeaders(request.headers),
    id: newUploadId(),
    key: request.key,
    initiated: new Date(),
    checksumAlgorithm: algorithm,
    checksumType: type,
  };
  store.uploads.begin(request.bucket, upload);
  return xmlResponse("InitiateMultipartUploadResult", {
    Bucket: request.bucket,
    Key: request.key,
    UploadId: upload.id,
  }, {
    "x-amz-server-side-encryption": "AES256",
    ...(algorithm && type
      ? { "x-amz-checksum-algorithm": algorithm, "x-amz-checksum-type": type }
      : {}),
  });
}

/** Ids of one key are in the order in which its uploads were begun. */
function newUploadId(): string {
  const microseconds = Math.round((performance.timeOrigin + performance.now()) * 1000);
  const random = crypto.getRandomValues(new Uint8Array(36)).toBase64({ alphabet: "base64url" });
  return microseconds.toString(36).padStart(12, "0") + random;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
export async function uploadPart(request: S3Request, store: S3Store): Promise<Response> {
  const { upload, number } = requirePart(request, store);
  const received = await receiveFile(request, store.files, upload.checksumAlgorithm);
  const { algorithm } = received.checksum;
  if (upload.checksumAlgorithm && algorithm !== upload.checksumAlgorithm) {
    await received.file.discard();
    throw checksumMismatch(upload.checksumAlgorithm, algorithm);
  }
  await putPart(store, upload, number, received);
  return emptyResponse(200, {
    etag: `"${received.md5}"`,
    "x-amz-server-side-encryption": "AES256",
    ...checksumHeaders(received),
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
export async function uploadPartCopy(request: S3Request, store: S3Store): Promise<Response> {
  const { upload, number } = requirePart(request, store);
  const { object } = copySource(request, store);
  const range = copyRange(request.headers.get("x-amz-copy-source-range"), object.size);
  const received = await storeBytes(
    fileBytes(store.files.path(object.file), range),
    store.files,
    upload.checksumAlgorithm ?? "CRC64NVME",
  );
  const modified = await putPart(store, upload, number, received);
  return xmlResponse("CopyPartResult", {
    ETag: `"${received.md5}"`,
    LastModified: modified,
    ...(upload.checksumAlgorithm
      ? { [checksumElement(upload.checksumAlgorithm)]: received.checksum.value }
      : {}),
  }, { "x-amz-server-side-encryption": "AES256" });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html */
export function listParts(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const { query } = request;
  const upload = store.uploads.get(request.bucket, request.key, query.get("uploadId") ?? "");
  const limit = wholeNumber(query, "max-parts", 1000, 1000);
  const after = wholeNumber(query, "part-number-marker", 0, MAX_PART);
  const found = store.uploads.parts(upload.id, after, limit + 1);
  const page = found.slice(0, limit);
  const algorithm = upload.checksumAlgorithm;
  return xmlResponse("ListPartsResult", {
    Bucket: request.bucket,
    Key: request.key,
    UploadId: upload.id,
    Initiator: INITIATOR,
    Owner: OWNER,
    StorageClass: upload.headers["x-amz-storage-class"] ?? "STANDARD",
    PartNumberMarker: after,
    NextPartNumberMarker: page.at(-1)?.number ?? 0,
    MaxParts: limit,
    IsTruncated: page.length < found.length,
    ChecksumAlgorithm: algorithm,
    ChecksumType: upload.checksumType,
    Part: page.map((part) => ({
      PartNumber: part.number,
      LastModified: part.lastModified,
      ETag: `"${part.etag}"`,
      Size: part.size,
      ...(algorithm ? { [checksumElement(algorithm)]: part.checksum } : {}),
    })),
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html */
export function abortMultipartUpload(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const id = request.query.get("uploadId") ?? "";
  store.uploads.end(store.uploads.get(request.bucket, request.key, id).id);
  return emptyResponse(204);
}

function requirePart(request: S3Request, store: S3Store): { upload: Upload; number: number } {
  requireBucket(request, store);
  const text = request.query.get("partNumber") ?? "";
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MAX_PART) {
    const words = "Part number must be an integer between 1 and 10000, inclusive";
    throw invalidArgument("partNumber", text, words);
  }
  const id = request.query.get("uploadId") ?? "";
  return { upload: store.uploads.get(request.bucket, request.key, id), number };
}

async function putPart(
  store: S3Store,
  upload: Upload,
  number: number,
  received: Received,
): Promise<Date> {
  const lastModified = new Date();
  try {
    const part = {
      number,
      etag: received.md5,
      lastModified,
      checksum: received.checksum.value,
      algorithm: received.checksum.algorithm,
    };
    store.uploads.putPart(upload.id, part, received.file);
  } catch (error) {
    await received.file.discard();
    throw error;
  }
  return lastModified;
}

/**
 * CRCs are of the whole object or of its parts, SHAs of its parts alone.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
function uploadChecksum(
  headers: Headers,
): { algorithm?: ChecksumAlgorithm; type?: Checksum["type"] } {
  const algorithm = headers.get("x-amz-checksum-algorithm")?.toUpperCase();
  const type = headers.get("x-amz-checksum-type")?.toUpperCase();
  if (algorithm === undefined) {
    if (type === undefined) return {};
    const words = "The x-amz-checksum-type header can only be used with the " +
      "x-amz-checksum-algorithm header.";
    throw s3Error("InvalidRequest", {}, words);
  }
  if (!isChecksumAlgorithm(algorithm)) {
    throw s3Error("InvalidRequest", {}, "Checksum algorithm provided is unsupported.");
  }
  const chosen = type ?? (algorithm === "CRC64NVME" ? "FULL_OBJECT" : "COMPOSITE");
  const wrong = chosen === "COMPOSITE"
    ? algorithm === "CRC64NVME"
    : chosen !== "FULL_OBJECT" || algorithm.startsWith("SHA");
  if (wrong) {
    const words = `The ${chosen} checksum type cannot be used with the ` +
      `${algorithm.toLowerCase()} checksum algorithm.`;
    throw s3Error("InvalidRequest", {}, words);
  }
  return { algorithm, type: chosen as Checksum["type"] };
}

function copyRange(
  header: string | null,
  size: number,
): { start: number; end: number } | undefined {
  if (header === null) return undefined;
  const match = /^bytes=(\d+)-(\d+)$/.exec(header);
  const start = Number(match?.[1]);
  const end = Number(match?.[2]) + 1;
  if (match === null || start >= end) {
    const words = "The x-amz-copy-source-range value must be of the form bytes=first-last where " +
      "first and last are the zero-based offsets of the first and last bytes to copy";
    throw invalidArgument("x-amz-copy-source-range", header, words);
  }
  if (end > size) {
    const words = "The specified copy range is invalid for the source object size";
    throw s3Error("InvalidRequest", {}, words);
  }
  return { start, end };
}
