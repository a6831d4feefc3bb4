/**
 * DeleteObject and DeleteObjects.
 * @module
 */
import { Buffer } from "node:buffer";
import { AwsError } from "../../aws_error.ts";
import { readWriteCondition } from "../conditions.ts";
import { invalidArgument, notImplemented, s3Error } from "../errors.ts";
import { receiveDocument } from "../receive.ts";
import type { S3Request } from "../request.ts";
import { emptyResponse, xmlResponse } from "../respond.ts";
import type { S3Store } from "../store_types.ts";
import { childText, type XmlElement, type XmlNode } from "../xml.ts";
import { requireBucket } from "./bucket.ts";

/** Most keys of one request. */
const MAX_KEYS = 1000;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html */
export function deleteObject(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const version = request.query.get("versionId");
  if (version !== null && version !== "null") {
    throw invalidArgument("versionId", version, "Invalid version id specified");
  }
  store.objects.delete(request.bucket, [request.key], readWriteCondition(request.headers));
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export async function deleteObjects(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const root = await receiveDocument(request, "Delete");
  if (root === undefined) throw s3Error("MissingRequestBodyError");
  const objects = root.children.Object ?? [];
  if (objects.length === 0 || objects.length > MAX_KEYS) throw s3Error("MalformedXML");
  const quiet = childText(root, "Quiet") === "true";
  const deleted: XmlElement[] = [];
  const failed: XmlElement[] = [];
  const plain: string[] = [];
  for (const object of objects) {
    const key = childText(object, "Key");
    if (key === undefined || key === "") throw s3Error("MalformedXML");
    try {
      if (!isPlain(object, key)) deleteOne(request.bucket, store, object, key);
      else plain.push(key);
      deleted.push({ Key: key, VersionId: childText(object, "VersionId") });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      failed.push({
        Key: key,
        VersionId: childText(object, "VersionId"),
        Code: error.code,
        Message: error.message,
      });
    }
  }
  store.objects.delete(request.bucket, plain);
  return xmlResponse("DeleteResult", { Deleted: quiet ? [] : deleted, Error: failed });
}

/** Whether an entry asks for no more than that its key be deleted: those go in one transaction. */
function isPlain(object: XmlNode, key: string): boolean {
  return Object.keys(object.children).length === 1 && Buffer.byteLength(key) <= 1024;
}

function deleteOne(bucket: string, store: S3Store, object: XmlNode, key: string): void {
  if (Buffer.byteLength(key) > 1024) throw s3Error("KeyTooLongError");
  requireNullVersion(childText(object, "VersionId"));
  for (const name of ["LastModifiedTime", "Size"]) {
    if (object.children[name] !== undefined) throw notImplemented(name);
  }
  const etag = childText(object, "ETag");
  const condition = etag === undefined ? undefined : { ifMatch: etag.replaceAll('"', "") };
  store.objects.delete(bucket, [key], condition);
}

/** Without versioning an object has the one version `null`. */
function requireNullVersion(version: string | undefined): void {
  if (version !== undefined && version !== "null") {
    throw s3Error("NoSuchVersion", { VersionId: version });
  }
}
