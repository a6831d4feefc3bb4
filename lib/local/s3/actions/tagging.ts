/**
 * Tags of objects and of buckets.
 * @module
 */
import { s3Error } from "../errors.ts";
import { receiveDocument } from "../receive.ts";
import type { S3Request } from "../request.ts";
import { emptyResponse, xmlResponse } from "../respond.ts";
import type { S3Store } from "../store_types.ts";
import {
  BUCKET_TAGS,
  MAX_BUCKET_TAGS,
  MAX_OBJECT_TAGS,
  readTags,
  RESERVED_FOR_BUCKETS,
} from "../tags.ts";
import { requireBucket } from "./bucket.ts";
import { requireObject } from "./get_object.ts";

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTagging.html */
export function getObjectTagging(request: S3Request, store: S3Store): Response {
  return taggingResponse(requireObject(request, store).tags);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html */
export async function putObjectTagging(request: S3Request, store: S3Store): Promise<Response> {
  requireObject(request, store);
  const tags = await receiveTags(request, MAX_OBJECT_TAGS);
  store.objects.setTags(request.bucket, request.key, tags);
  return emptyResponse(200);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html */
export function deleteObjectTagging(request: S3Request, store: S3Store): Response {
  requireObject(request, store);
  store.objects.setTags(request.bucket, request.key, {});
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html */
export function getBucketTagging(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const stored = store.buckets.setting(request.bucket, BUCKET_TAGS);
  if (stored === undefined) throw s3Error("NoSuchTagSet", { BucketName: request.bucket });
  return taggingResponse(JSON.parse(stored) as Record<string, string>);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html */
export async function putBucketTagging(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const tags = await receiveTags(request, MAX_BUCKET_TAGS, RESERVED_FOR_BUCKETS);
  const stored = Object.keys(tags).length === 0 ? undefined : JSON.stringify(tags);
  store.buckets.setSetting(request.bucket, BUCKET_TAGS, stored);
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html */
export function deleteBucketTagging(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  store.buckets.setSetting(request.bucket, BUCKET_TAGS, undefined);
  return emptyResponse(204);
}

async function receiveTags(
  request: S3Request,
  most: number,
  reserved?: string,
): Promise<Record<string, string>> {
  const document = await receiveDocument(request, "Tagging");
  if (document === undefined) throw s3Error("MalformedXML");
  const [set, second] = document.children.TagSet ?? [];
  if (second !== undefined) throw s3Error("MalformedXML");
  return set === undefined ? {} : readTags(set, most, reserved);
}

function taggingResponse(tags: Record<string, string>): Response {
  return xmlResponse("Tagging", {
    TagSet: { Tag: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
  });
}
