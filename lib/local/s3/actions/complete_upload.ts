/**
 * CompleteMultipartUpload.
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import {
  type Checksum,
  CHECKSUM_ALGORITHMS,
  type ChecksumAlgorithm,
  checksumElement,
  checksumHeader,
  compositeChecksum,
} from "../checksums.ts";
import { readWriteCondition } from "../conditions.ts";
import { checksumMismatch, s3Error, severalChecksums, wrongChecksum } from "../errors.ts";
import { receiveDocument, storeBytes } from "../receive.ts";
import type { S3Request } from "../request.ts";
import { objectUrl, xmlResponse } from "../respond.ts";
import type { S3Store, StoredObject, Upload, UploadPart } from "../store_types.ts";
import { childText, type XmlNode } from "../xml.ts";
import { requireBucket } from "./bucket.ts";
import { fileBytes } from "./put_object.ts";

/** Fewest bytes of any part but the last. */
const MIN_PART_BYTES = 5 * 1024 * 1024;

/** Most parts of an object. */
const MAX_PARTS = 10_000;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
export async function completeMultipartUpload(
  request: S3Request,
  store: S3Store,
): Promise<Response> {
  requireBucket(request, store);
  const id = request.query.get("uploadId") ?? "";
  const headers = withoutChecksum(request.headers);
  const document = await receiveDocument({ ...request, headers }, "CompleteMultipartUpload");
  // A client that lost the answer asks again: the upload is gone, but its object is there.
  const existing = store.objects.get(request.bucket, request.key);
  if (existing?.uploadId === id) return answer(request, existing);
  const upload = store.uploads.get(request.bucket, request.key, id);
  const condition = readWriteCondition(request.headers);
  if (document?.children.Part === undefined) {
    throw s3Error("InvalidRequest", {}, "You must specify at least one part");
  }
  const parts = chosenParts(document, upload, store);
  const declared = request.headers.get("x-amz-mp-object-size");
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  if (declared !== null && Number(declared) !== size) {
    const words = `The provided 'x-amz-mp-object-size' header value ${declared} does not match ` +
      `what was computed: ${size}`;
    throw s3Error("InvalidRequest", {}, words);
  }
  const claim = objectClaim(request.headers, upload);
  const received = await storeBytes(
    joined(parts, store),
    store.files,
    upload.checksumAlgorithm ?? claim?.algorithm ?? "CRC64NVME",
  );
  try {
    const checksum = objectChecksum(claim, upload, parts, received.checksum);
    const { contentType, contentEncoding, headers, metadata, tags } = upload;
    const object = store.objects.commit(request.bucket, request.key, {
      contentType,
      contentEncoding,
      headers,
      metadata,
      tags,
      file: received.file,
      etag: joinedEtag(parts),
      checksum,
      parts: parts.map(({ number, size, checksum }) => ({
        number,
        size,
        ...(upload.checksumAlgorithm ? { checksum } : {}),
      })),
      uploadId: id,
    }, { ...condition, upload: id });
    store.uploads.end(id);
    return answer(request, object);
  } catch (error) {
    await received.file.discard();
    throw error;
  }
}

/** A checksum in this request's headers is the object's, not that of the document in its body. */
function withoutChecksum(headers: Headers): Headers {
  const rest = new Headers(headers);
  for (const algorithm of CHECKSUM_ALGORITHMS) rest.delete(checksumHeader(algorithm));
  return rest;
}

function answer(request: S3Request, object: StoredObject): Response {
  return xmlResponse("CompleteMultipartUploadResult", {
    Location: objectUrl(request),
    Bucket: request.bucket,
    Key: request.key,
    ETag: `"${object.etag}"`,
    ...(object.checksum
      ? {
        [checksumElement(object.checksum.algorithm)]: object.checksum.value,
        ChecksumType: object.checksum.type,
      }
      : {}),
  }, { "x-amz-server-side-encryption": "AES256" });
}

function chosenParts(document: XmlNode, upload: Upload, store: S3Store): UploadPart[] {
  const nodes = document.children.Part ?? [];
  if (nodes.length > MAX_PARTS) throw s3Error("MalformedXML");
  const uploaded = new Map(
    store.uploads.parts(upload.id, 0, MAX_PARTS).map((part) => [part.number, part]),
  );
  const numbers = nodes.map((node) => Number(childText(node, "PartNumber") ?? NaN));
  if (!numbers.every(Number.isInteger)) throw s3Error("MalformedXML");
  if (numbers.some((number, index) => index > 0 && number <= numbers[index - 1]!)) {
    throw s3Error("InvalidPartOrder", { UploadId: upload.id });
  }
  return nodes.map((node, index) => {
    const number = numbers[index]!;
    const part = uploaded.get(number);
    const etag = (childText(node, "ETag") ?? "").trim().replaceAll('"', "");
    const algorithm = upload.checksumAlgorithm;
    const digest = algorithm && childText(node, checksumElement(algorithm));
    if (algorithm && digest === undefined && upload.checksumType === "COMPOSITE") {
      const words = `The upload was created using a ${algorithm.toLowerCase()} checksum. The ` +
        "complete request must include the checksum for each part. It was missing for part " +
        `${number} in the request.`;
      throw s3Error("InvalidRequest", {}, words);
    }
    const other = digest !== undefined && digest !== part?.checksum;
    if (part === undefined || part.etag !== etag || other) {
      throw s3Error("InvalidPart", {
        UploadId: upload.id,
        PartNumber: String(number),
        ETag: etag,
      });
    }
    if (part.size < MIN_PART_BYTES && index < nodes.length - 1) {
      throw s3Error("EntityTooSmall", {
        ETag: etag,
        MinSizeAllowed: String(MIN_PART_BYTES),
        ProposedSize: String(part.size),
        PartNumber: String(number),
      });
    }
    return part;
  });
}

/** What a client says the object's checksum is. */
interface Claim {
  algorithm: ChecksumAlgorithm;
  value: string;
}

/** Reads the checksum that the object is to have; it has to be of the upload's kind. */
function objectClaim(headers: Headers, upload: Upload): Claim | undefined {
  const type = headers.get("x-amz-checksum-type")?.toUpperCase();
  const mode = upload.checksumType ?? "FULL_OBJECT";
  if (type !== undefined && type !== mode) {
    const words = `The upload was created using the ${mode} checksum mode. The complete request ` +
      "must use the same checksum mode.";
    throw s3Error("InvalidRequest", {}, words);
  }
  const [algorithm, second] = CHECKSUM_ALGORITHMS.filter((name) =>
    headers.has(checksumHeader(name))
  );
  if (algorithm === undefined) return undefined;
  if (second !== undefined) throw severalChecksums();
  const expected = upload.checksumAlgorithm;
  // No SHA is of a whole object in parts.
  if (expected === undefined ? algorithm.startsWith("SHA") : algorithm !== expected) {
    throw checksumMismatch(expected ?? "CRC64NVME", algorithm);
  }
  return { algorithm, value: headers.get(checksumHeader(algorithm)) ?? "" };
}

function objectChecksum(
  claim: Claim | undefined,
  upload: Upload,
  parts: readonly UploadPart[],
  full: Checksum,
): Checksum {
  const { checksumAlgorithm: algorithm, checksumType: type } = upload;
  const checksum: Checksum = algorithm !== undefined && type === "COMPOSITE"
    ? {
      algorithm,
      type,
      value: compositeChecksum(algorithm, parts.map((part) => part.checksum ?? "")),
    }
    : full;
  // A checksum of the parts' checksums may come without their number, as MinIO's clients send it.
  const known = [checksum.value, checksum.value.replace(/-\d+$/, "")];
  if (claim !== undefined && !known.includes(claim.value)) throw wrongChecksum(claim.algorithm);
  return checksum;
}

/** The MD5 of the parts' MD5s, and how many there are. */
function joinedEtag(parts: readonly UploadPart[]): string {
  const hash = createHash("md5");
  for (const part of parts) hash.update(Buffer.from(part.etag, "hex"));
  return `${hash.digest("hex")}-${parts.length}`;
}

async function* joined(parts: readonly UploadPart[], store: S3Store): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield* fileBytes(store.files.path(part.file));
}
