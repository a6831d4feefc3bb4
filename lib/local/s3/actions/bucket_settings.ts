/**
 * Settings of buckets. Those that the embedded S3 can hold to, or that change nothing on one
 * machine, are kept and given back; for the rest a reader is told that none is set, and a writer that
 * the server does not have it.
 * @module
 */
import { notImplemented, s3Error, type S3ErrorCode } from "../errors.ts";
import { receiveDocument, receiveText } from "../receive.ts";
import type { S3Request } from "../request.ts";
import { emptyResponse, OWNER_ID, xmlResponse } from "../respond.ts";
import type { S3Store } from "../store_types.ts";
import { childText, type XmlElement } from "../xml.ts";
import { requireBucket } from "./bucket.ts";
import { requireObject } from "./get_object.ts";

/** What a reader of a setting is answered where there is nothing to keep. */
type Unset = { root: string; children: XmlElement } | S3ErrorCode;

/** Settings that are never set, by the parameter that names them. */
const UNSET: Record<string, Unset> = {
  accelerate: { root: "AccelerateConfiguration", children: {} },
  cors: "NoSuchCORSConfiguration",
  lifecycle: "NoSuchLifecycleConfiguration",
  logging: { root: "BucketLoggingStatus", children: {} },
  notification: { root: "NotificationConfiguration", children: {} },
  "object-lock": "ObjectLockConfigurationNotFoundError",
  policyStatus: { root: "PolicyStatus", children: { IsPublic: false } },
  replication: "ReplicationConfigurationNotFoundError",
  requestPayment: { root: "RequestPaymentConfiguration", children: { Payer: "BucketOwner" } },
  versioning: { root: "VersioningConfiguration", children: {} },
  website: "NoSuchWebsiteConfiguration",
};

/** Names of the settings that are never set. */
export const UNSET_NAMES: readonly string[] = Object.keys(UNSET);

/** Answers what a setting is that is never set. */
export function getUnset(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const name = settingName(request);
  const unset = UNSET[name]!;
  if (typeof unset === "string") throw s3Error(unset, { BucketName: request.bucket });
  return xmlResponse(unset.root, unset.children);
}

/** Refuses to set a setting that the server does not have. */
export function putUnset(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  throw notImplemented(settingName(request));
}

/** Takes away a setting that is never set. */
export function deleteUnset(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html */
export function getBucketEncryption(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  return xmlResponse("ServerSideEncryptionConfiguration", {
    Rule: {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" },
      BucketKeyEnabled: false,
    },
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html */
export async function putBucketEncryption(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const document = await receiveDocument(request, "ServerSideEncryptionConfiguration");
  const rule = document?.children.Rule?.[0]?.children.ApplyServerSideEncryptionByDefault?.[0];
  const algorithm = rule && childText(rule, "SSEAlgorithm");
  if (algorithm === undefined) throw s3Error("MalformedXML");
  if (algorithm !== "AES256") throw notImplemented(`SSEAlgorithm ${algorithm}`);
  return emptyResponse(200);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html */
export const publicAccessBlock = keptDocument(
  "publicAccessBlock",
  "PublicAccessBlockConfiguration",
  ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"],
  (settings) => settings.map((value) => value ?? "false"),
  // New buckets have all of it on since April 2023.
  "true",
);

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export function getBucketPolicy(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  const policy = store.buckets.setting(request.bucket, "policy");
  if (policy === undefined) throw s3Error("NoSuchBucketPolicy", { BucketName: request.bucket });
  return new Response(policy, { headers: { "content-type": "application/json" } });
}

/** Keeps a policy; nothing is allowed or denied by it. */
export async function putBucketPolicy(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const policy = await receiveText(request);
  let parsed: unknown;
  try {
    parsed = JSON.parse(policy);
  } catch {
    throw s3Error("MalformedPolicy");
  }
  if (typeof parsed !== "object" || parsed === null || !policy.startsWith("{")) {
    throw s3Error("MalformedPolicy");
  }
  store.buckets.setSetting(request.bucket, "policy", policy);
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html */
export function deleteBucketPolicy(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  store.buckets.setSetting(request.bucket, "policy", undefined);
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html */
export function getOwnershipControls(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  return xmlResponse("OwnershipControls", { Rule: { ObjectOwnership: "BucketOwnerEnforced" } });
}

/** Takes the one ownership the server has: all objects are the bucket owner's. */
export async function putOwnershipControls(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const document = await receiveDocument(request, "OwnershipControls");
  const rule = document?.children.Rule?.[0];
  const ownership = rule && childText(rule, "ObjectOwnership");
  if (ownership === undefined) throw s3Error("MalformedXML");
  if (ownership !== "BucketOwnerEnforced") throw notImplemented(`ObjectOwnership ${ownership}`);
  return emptyResponse(200);
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
export function putAcl(request: S3Request, store: S3Store): Response {
  if (request.key === "") requireBucket(request, store);
  else requireObject(request, store);
  const acl = request.headers.get("x-amz-acl");
  if (acl === "private" || acl === "bucket-owner-full-control") return emptyResponse(200);
  throw s3Error("AccessControlListNotSupported");
}

function settingName(request: S3Request): string {
  return UNSET_NAMES.find((name) => request.query.has(name)) ?? "";
}

/** A setting that is a flat document: there from the start, kept, given back, taken away. */
function keptDocument(
  name: string,
  root: string,
  elements: readonly string[],
  complete: (values: (string | undefined)[]) => string[],
  initial: string,
) {
  const keep = (request: S3Request, store: S3Store, values: string[] | null) =>
    store.buckets.setSetting(
      request.bucket,
      name,
      JSON.stringify(values && Object.fromEntries(elements.map((one, i) => [one, values[i]]))),
    );
  return {
    get(request: S3Request, store: S3Store): Response {
      requireBucket(request, store);
      const stored = store.buckets.setting(request.bucket, name);
      const setting = stored === undefined
        ? Object.fromEntries(elements.map((element) => [element, initial]))
        : JSON.parse(stored) as XmlElement | null;
      if (setting === null) {
        throw s3Error("NoSuchPublicAccessBlockConfiguration", { BucketName: request.bucket });
      }
      return xmlResponse(root, setting);
    },
    async put(request: S3Request, store: S3Store): Promise<Response> {
      requireBucket(request, store);
      const document = await receiveDocument(request, root);
      if (document === undefined) throw s3Error("MalformedXML");
      keep(request, store, complete(elements.map((element) => childText(document, element))));
      return emptyResponse(200);
    },
    delete(request: S3Request, store: S3Store): Response {
      requireBucket(request, store);
      keep(request, store, null);
      return emptyResponse(204);
    },
  };
}
