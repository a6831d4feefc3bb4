/**
 * ListMultipartUploads.
 * @module
 */
import { Buffer } from "node:buffer";
import { invalidArgument } from "../errors.ts";
import { type S3Request, wholeNumber } from "../request.ts";
import { INITIATOR, OWNER_ID, xmlResponse } from "../respond.ts";
import type { S3Store, Upload } from "../store_types.ts";
import { requireBucket } from "./bucket.ts";
import { commonPrefix, listParameters } from "./list_objects.ts";

/** Most uploads and common prefixes of a page. */
const MAX_UPLOADS = 1000;

const OWNER = { ID: OWNER_ID };

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html */
export function listMultipartUploads(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const { query } = request;
  const { prefix, delimiter, encode, encodingType } = listParameters(query);
  const limit = wholeNumber(query, "max-uploads", MAX_UPLOADS, MAX_UPLOADS);
  const key = query.get("key-marker") ?? "";
  // Without a key there is nothing that an id could follow.
  const id = key === "" ? "" : query.get("upload-id-marker") ?? "";
  if (id !== "" && (store.uploads.keyOf(request.bucket, id) ?? key) !== key) {
    throw invalidArgument("upload-id-marker", id, "Invalid uploadId marker");
  }
  const page = uploadPage(store, request.bucket, { prefix, delimiter, after: { key, id }, limit });
  return xmlResponse("ListMultipartUploadsResult", {
    Bucket: request.bucket,
    KeyMarker: encode(key),
    UploadIdMarker: id,
    NextKeyMarker: encode(page.last?.key ?? ""),
    NextUploadIdMarker: page.last?.id ?? "",
    Prefix: prefix === "" ? undefined : encode(prefix),
    Delimiter: delimiter === "" ? undefined : encode(delimiter),
    MaxUploads: limit,
    EncodingType: encodingType,
    IsTruncated: page.more,
    Upload: page.uploads.map((upload) => ({
      Key: encode(upload.key),
      UploadId: upload.id,
      Initiator: INITIATOR,
      Owner: OWNER,
      StorageClass: upload.headers["x-amz-storage-class"] ?? "STANDARD",
      Initiated: upload.initiated,
      ChecksumAlgorithm: upload.checksumAlgorithm,
      ChecksumType: upload.checksumType,
    })),
    CommonPrefixes: page.prefixes.map((common) => ({ Prefix: encode(common) })),
  });
}

/** Where a page begins: behind an upload, or behind all of a key. */
interface Marker {
  key: string;
  id: string;
}

interface UploadPage {
  uploads: Upload[];
  prefixes: string[];
  /** The upload that ends the page. A common prefix that ends it is no marker, as on S3. */
  last: Upload | undefined;
  more: boolean;
}

function uploadPage(
  store: S3Store,
  bucket: string,
  query: { prefix: string; delimiter: string; after: Marker; limit: number },
): UploadPage {
  const { prefix, delimiter, after, limit } = query;
  const page: UploadPage = { uploads: [], prefixes: [], last: undefined, more: false };
  if (limit === 0) return page;
  let from = startOf(prefix, after);
  // Uploads of a common prefix that this page has, or the page before ended with.
  let rolledUp = after.key.startsWith(prefix)
    ? commonPrefix(after.key, prefix, delimiter)
    : undefined;
  while (true) {
    const found = store.uploads.page(bucket, from.key, from.id, limit + 1);
    for (const upload of found) {
      if (!upload.key.startsWith(prefix)) return page;
      const common = commonPrefix(upload.key, prefix, delimiter);
      if (common !== undefined && common === rolledUp) continue;
      if (page.uploads.length + page.prefixes.length === limit) return { ...page, more: true };
      if (common === undefined) page.uploads.push(upload);
      else page.prefixes.push(common);
      rolledUp = common;
      page.last = common === undefined ? upload : undefined;
    }
    if (found.length <= limit) return page;
    from = found.at(-1) ?? from;
  }
}

/** Without an upload id the marker stands for all uploads of its key; no id sorts after `~`. */
function startOf(prefix: string, { key, id }: Marker): Marker {
  return Buffer.compare(Buffer.from(key), Buffer.from(prefix)) > 0
    ? { key, id: id || "~" }
    : { key: prefix, id: "" };
}
