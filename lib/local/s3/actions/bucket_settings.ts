/**
 * Settings of buckets. Those that the embedded S3 can hold to, or that change nothing on one
 * machine, are kept and given back; for the rest a reader is told that none is set, and a writer that
 * the server does not have it.
 * @module
 */
import { notImplemented, s3Error, type S3ErrorCode } from "../errors.ts";
import { receiveDocument } from "../receive.ts";
import type { S3Request } from "../request.ts";
import { emptyResponse, xmlResponse } from "../respond.ts";
import type { S3Store } from "../store_types.ts";
import { childText, type XmlElement } from "../xml.ts";
import { requireBucket } from "./bucket.ts";

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
  const rules = document?.children.Rule ?? [];
  const rule = rules[0]?.children.ApplyServerSideEncryptionByDefault?.[0];
  const algorithm = rule && childText(rule, "SSEAlgorithm");
  if (rules.length !== 1 || algorithm === undefined) throw s3Error("MalformedXML");
  if (algorithm === "AES256" && childText(rule!, "KMSMasterKeyID") !== undefined) {
    const fields = { ArgumentName: "ApplyServerSideEncryptionByDefault" };
    const words = "a KMSMasterKeyID is not applicable if the default sse algorithm is not " +
      "aws:kms or aws:kms:dsse";
    throw s3Error("InvalidArgument", fields, words);
  }
  if (algorithm !== "AES256") throw notImplemented(`SSEAlgorithm ${algorithm}`);
  return emptyResponse(200);
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

function settingName(request: S3Request): string {
  return UNSET_NAMES.find((name) => request.query.has(name)) ?? "";
}
