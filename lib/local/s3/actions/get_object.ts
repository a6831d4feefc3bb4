/**
 * GetObject, HeadObject and GetObjectAttributes.
 * @module
 */
import { checksumElement, checksumHeader } from "../checksums.ts";
import { type ByteRange, parseRange, requireReadCondition } from "../conditions.ts";
import { invalidArgument, s3Error } from "../errors.ts";
import { objectHeaders } from "../object_headers.ts";
import type { S3Request } from "../request.ts";
import { wholeNumber } from "../request.ts";
import { emptyResponse, xmlResponse } from "../respond.ts";
import type { ObjectPart, S3Store, StoredObject } from "../store_types.ts";
import type { XmlElement } from "../xml.ts";

/** Objects up to this size are answered in one piece. */
const WHOLE_BYTES = 1024 * 1024;

/** Bytes of a larger object read at a time. */
const PIECE_BYTES = 256 * 1024;

/** Headers of the answer that a reader may set by parameter. */
const OVERRIDES = [
  "content-type",
  "content-language",
  "expires",
  "cache-control",
  "content-disposition",
  "content-encoding",
];

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export async function getObject(request: S3Request, store: S3Store): Promise<Response> {
  const { status, headers, object, range } = describe(request, store);
  const path = store.files.path(object.file);
  const { start, end } = range ?? { start: 0, end: object.size };
  if (end - start <= WHOLE_BYTES) {
    const bytes = await store.read(request.bucket, request.key, { start, end });
    return new Response(bytes as BodyInit, { status, headers });
  }
  return new Response(await fileStream(path, { start, end }), { status, headers });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html */
export function headObject(request: S3Request, store: S3Store): Response {
  const { status, headers } = describe(request, store);
  return emptyResponse(status, headers);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html */
export function getObjectAttributes(request: S3Request, store: S3Store): Response {
  const object = requireObject(request, store);
  requireReadCondition(request.headers, object);
  const header = request.headers.get("x-amz-object-attributes") ?? "";
  const asked = header.split(",").map((name) => name.trim());
  const known = ["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"];
  if (asked.some((name) => !known.includes(name))) {
    throw invalidArgument("x-amz-object-attributes", header, "Invalid attribute name specified.");
  }
  const { checksum, parts } = object;
  return xmlResponse("GetObjectAttributesResponse", {
    ETag: asked.includes("ETag") ? object.etag : undefined,
    Checksum: asked.includes("Checksum") && checksum
      ? {
        // Without the number of parts that it is of.
        [checksumElement(checksum.algorithm)]: checksum.value.replace(/-\d+$/, ""),
        ChecksumType: checksum.type,
      }
      : undefined,
    ObjectParts: asked.includes("ObjectParts") && parts
      ? partsElement(request, object, parts)
      : undefined,
    StorageClass: asked.includes("StorageClass")
      ? object.headers["x-amz-storage-class"] ?? "STANDARD"
      : undefined,
    ObjectSize: asked.includes("ObjectSize") ? object.size : undefined,
  }, { "last-modified": object.lastModified.toUTCString() });
}

/**
 * Finds the object a request names.
 *
 * @param request The request
 * @param store The store
 * @returns The object
 * @throws {AwsError} `NoSuchBucket`, `NoSuchKey`, `NoSuchVersion`
 */
export function requireObject(request: S3Request, store: S3Store): StoredObject {
  const object = store.objects.get(request.bucket, request.key);
  if (object === undefined) {
    if (!store.hasBucket(request.bucket)) {
      throw s3Error("NoSuchBucket", { BucketName: request.bucket });
    }
    throw s3Error("NoSuchKey", { Key: request.key });
  }
  const version = request.query.get("versionId");
  if (version !== null && version !== "null") {
    throw s3Error("NoSuchVersion", { Key: request.key, VersionId: version });
  }
  return object;
}

function describe(request: S3Request, store: S3Store): {
  status: number;
  headers: Record<string, string>;
  object: StoredObject;
  range: ByteRange | undefined;
} {
  const object = requireObject(request, store);
  requireReadCondition(request.headers, object);
  const part = requestedPart(request, object);
  const range = part?.range ?? parseRange(request.headers.get("range"), object.size);
  const headers = objectHeaders(object);
  for (const name of OVERRIDES) {
    const value = request.query.get(`response-${name}`);
    if (value !== null) headers[name] = requireHeaderValue(`response-${name}`, value);
  }
  const checksum = object.checksum;
  if (checksum && request.headers.get("x-amz-checksum-mode")?.toUpperCase() === "ENABLED") {
    // A reader of a range could check no checksum: it is of the whole object, or of a part.
    const isWhole = range === undefined || range.end - range.start === object.size;
    const value = part ? part.checksum : isWhole ? checksum.value : undefined;
    if (value !== undefined) {
      headers[checksumHeader(checksum.algorithm)] = value;
      headers["x-amz-checksum-type"] = checksum.type;
    }
  }
  if (part && object.parts) headers["x-amz-mp-parts-count"] = String(object.parts.length);
  if (range === undefined) {
    headers["content-length"] = String(object.size);
    return { status: 200, headers, object, range };
  }
  headers["content-length"] = String(range.end - range.start);
  headers["content-range"] = `bytes ${range.start}-${range.end - 1}/${object.size}`;
  return { status: 206, headers, object, range };
}

function requireHeaderValue(name: string, value: string): string {
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return value;
  throw invalidArgument(name, value, "Header value cannot be represented using ISO-8859-1.");
}

/** A part that a reader asks for; an object that was put whole is its one part. */
interface RequestedPart {
  /** Its bytes; none where the object has no bytes. */
  range: ByteRange | undefined;
  checksum: string | undefined;
}

function requestedPart(request: S3Request, object: StoredObject): RequestedPart | undefined {
  const text = request.query.get("partNumber");
  if (text === null) return undefined;
  if (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > 10_000) {
    const words = "Part number must be an integer between 1 and 10000, inclusive";
    throw invalidArgument("partNumber", text, words);
  }
  if (request.headers.has("range")) {
    const words = "Cannot specify both Range header and partNumber query parameter";
    throw s3Error("InvalidRequest", {}, words);
  }
  const index = Number(text) - 1;
  const whole = { number: 1, size: object.size, checksum: object.checksum?.value };
  const parts: readonly ObjectPart[] = object.parts ?? [whole];
  const part = parts[index];
  if (part === undefined) {
    const ActualPartCount = String(parts.length);
    throw s3Error("InvalidPartNumber", { PartNumberRequested: text, ActualPartCount });
  }
  const start = parts.slice(0, index).reduce((sum, { size }) => sum + size, 0);
  const range = object.size === 0 ? undefined : { start, end: start + part.size };
  return { range, checksum: part.checksum };
}

function partsElement(
  { headers }: S3Request,
  object: StoredObject,
  parts: readonly ObjectPart[],
): XmlElement {
  // Parts are told of by their checksums.
  if (!parts.some((part) => part.checksum !== undefined)) return { PartsCount: parts.length };
  const limit = wholeNumber(headers, "x-amz-max-parts", 1000, 1000);
  const after = wholeNumber(headers, "x-amz-part-number-marker", 0, 10_000);
  const following = parts.filter((_, index) => index + 1 > after);
  const page = following.slice(0, limit);
  const algorithm = object.checksum?.algorithm;
  return {
    PartsCount: parts.length,
    PartNumberMarker: after,
    NextPartNumberMarker: page.length === 0 ? 0 : after + page.length,
    MaxParts: limit,
    IsTruncated: page.length < following.length,
    Part: page.map((part, index) => ({
      PartNumber: after + index + 1,
      Size: part.size,
      ...(algorithm && part.checksum ? { [checksumElement(algorithm)]: part.checksum } : {}),
    })),
  };
}

async function fileStream(path: string, range: ByteRange): Promise<ReadableStream<Uint8Array>> {
  const file = await Deno.open(path);
  await file.seek(range.start, Deno.SeekMode.Start);
  let left = range.end - range.start;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const piece = new Uint8Array(Math.min(PIECE_BYTES, left));
        const count = await file.read(piece);
        if (count === null) throw new Error("The object's file is shorter than the object");
        left -= count;
        controller.enqueue(piece.subarray(0, count));
        if (left > 0) return;
        file.close();
        controller.close();
      } catch (error) {
        file.close();
        throw error;
      }
    },
    cancel: () => file.close(),
  }, { highWaterMark: 0 });
}
