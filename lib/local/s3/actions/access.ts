/**
 * Who may reach a bucket: Block Public Access, the bucket's policy, and ACLs. They are kept, given
 * back, and refused where S3 refuses them; requests are not held against them.
 * @module
 */
import { s3Error } from "../errors.ts";
import { blockedByPublicAccess, isPublicAcl, isPublicPolicy } from "../public_access.ts";
import { receiveDocument, receiveText } from "../receive.ts";
import type { S3Request } from "../request.ts";
import { emptyResponse, OWNER_ID, xmlResponse } from "../respond.ts";
import type { S3Store } from "../store_types.ts";
import { childText } from "../xml.ts";
import { requireBucket } from "./bucket.ts";
import { requireObject } from "./get_object.ts";

const BLOCK = "publicAccessBlock";
const BLOCK_ROOT = "PublicAccessBlockConfiguration";
const BLOCK_SETTINGS = [
  "BlockPublicAcls",
  "IgnorePublicAcls",
  "BlockPublicPolicy",
  "RestrictPublicBuckets",
] as const;

type Block = Record<(typeof BLOCK_SETTINGS)[number], string>;

/** Gives a bucket's Block Public Access; new buckets have all of it on since April 2023. */
function blockOf(bucket: string, store: S3Store): Block | null {
  const stored = store.buckets.setting(bucket, BLOCK);
  return stored === undefined ? blockWith(() => "true") : JSON.parse(stored) as Block | null;
}

function blockWith(valueOf: (name: string) => string): Block {
  return Object.fromEntries(BLOCK_SETTINGS.map((name) => [name, valueOf(name)])) as Block;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html */
export function getPublicAccessBlock(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const block = blockOf(request.bucket, store);
  if (block === null) {
    throw s3Error("NoSuchPublicAccessBlockConfiguration", { BucketName: request.bucket });
  }
  return xmlResponse(BLOCK_ROOT, block);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html */
export async function putPublicAccessBlock(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const document = await receiveDocument(request, BLOCK_ROOT);
  if (document === undefined) throw s3Error("MalformedXML");
  const block = blockWith((name) => childText(document, name) ?? "false");
  store.buckets.setSetting(request.bucket, BLOCK, JSON.stringify(block));
  return emptyResponse(200);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html */
export function deletePublicAccessBlock(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  store.buckets.setSetting(request.bucket, BLOCK, "null");
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export function getBucketPolicy(request: S3Request, store: S3Store): Response {
  return new Response(requirePolicy(request, store), {
    headers: { "content-type": "application/json" },
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicyStatus.html */
export function getBucketPolicyStatus(request: S3Request, store: S3Store): Response {
  const policy = requirePolicy(request, store);
  return xmlResponse("PolicyStatus", { IsPublic: isPublicPolicy(JSON.parse(policy)) });
}

function requirePolicy(request: S3Request, store: S3Store): string {
  requireBucket(request, store);
  const policy = store.buckets.setting(request.bucket, "policy");
  if (policy === undefined) throw s3Error("NoSuchBucketPolicy", { BucketName: request.bucket });
  return policy;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html */
export async function putBucketPolicy(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const policy = await receiveText(request);
  const parsed = parsePolicy(policy);
  if (blockOf(request.bucket, store)?.BlockPublicPolicy === "true" && isPublicPolicy(parsed)) {
    throw blockedByPublicAccess("s3:PutBucketPolicy", request.bucket, "BlockPublicPolicy");
  }
  store.buckets.setSetting(request.bucket, "policy", policy);
  return emptyResponse(204);
}

function parsePolicy(policy: string): { Statement?: unknown } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(policy);
  } catch {
    throw s3Error("MalformedPolicy");
  }
  if (typeof parsed !== "object" || parsed === null || !policy.startsWith("{")) {
    throw s3Error("MalformedPolicy");
  }
  if (!("Statement" in parsed)) {
    throw s3Error("MalformedPolicy", {}, "Missing required field Statement");
  }
  return parsed;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html */
export function deleteBucketPolicy(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  store.buckets.setSetting(request.bucket, "policy", undefined);
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html */
export function getAcl(request: S3Request, store: S3Store): Response {
  if (request.key === "") requireBucket(request, store);
  else requireObject(request, store);
  return xmlResponse("AccessControlPolicy", {
    Owner: { ID: OWNER_ID },
    AccessControlList: {
      Grant: {
        Grantee: {
          "@xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
          "@xsi:type": "CanonicalUser",
          ID: OWNER_ID,
        },
        Permission: "FULL_CONTROL",
      },
    },
  });
}

/** Refuses an ACL, as S3 does where the bucket's owner owns all objects. */
export async function putAcl(request: S3Request, store: S3Store): Promise<Response> {
  if (request.key === "") requireBucket(request, store);
  else requireObject(request, store);
  const blocked = blockOf(request.bucket, store)?.BlockPublicAcls === "true";
  if (blocked && isPublicAcl(request.headers, await receiveText(request))) {
    const action = request.key === "" ? "s3:PutBucketAcl" : "s3:PutObjectAcl";
    const resource = [request.bucket, request.key].filter((part) => part !== "").join("/");
    throw blockedByPublicAccess(action, resource, "BlockPublicAcls");
  }
  const acl = request.headers.get("x-amz-acl");
  if (acl === "private" || acl === "bucket-owner-full-control") return emptyResponse(200);
  throw s3Error("AccessControlListNotSupported");
}
