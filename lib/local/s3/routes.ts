/**
 * Which action answers which request.
 * @module
 */
import type { AwsError } from "../aws_error.ts";
import * as access from "./actions/access.ts";
import * as bucket from "./actions/bucket.ts";
import * as settings from "./actions/bucket_settings.ts";
import { completeMultipartUpload } from "./actions/complete_upload.ts";
import { deleteObject, deleteObjects } from "./actions/delete_object.ts";
import { getObject, getObjectAttributes, headObject } from "./actions/get_object.ts";
import * as list from "./actions/list_objects.ts";
import { listMultipartUploads } from "./actions/list_uploads.ts";
import * as multipart from "./actions/multipart.ts";
import { postObject } from "./actions/post_object.ts";
import { preflight } from "./actions/preflight.ts";
import { copyObject, putObject } from "./actions/put_object.ts";
import * as tagging from "./actions/tagging.ts";
import { notImplemented, s3Error } from "./errors.ts";
import type { S3Request } from "./request.ts";
import type { S3Store } from "./store_types.ts";

/** Answers one kind of request. */
export type Action = (request: S3Request, store: S3Store) => Promise<Response> | Response;

/**
 * Operation, what its requests look like, and its action: method, what the request is of, `?` and a
 * parameter it must have, `@` and a header it must have. The first that fits is taken.
 */
const OPERATIONS: readonly (readonly [string, string, Action])[] = [
  ["ListBuckets", "GET service", bucket.listBuckets],

  ["CreateBucket", "PUT bucket", bucket.createBucket],
  ["HeadBucket", "HEAD bucket", bucket.headBucket],
  ["DeleteBucket", "DELETE bucket", bucket.deleteBucket],
  ["GetBucketLocation", "GET bucket ?location", bucket.getBucketLocation],
  ["ListMultipartUploads", "GET bucket ?uploads", listMultipartUploads],
  ["ListObjectVersions", "GET bucket ?versions", list.listObjectVersions],
  ["ListObjectsV2", "GET bucket ?list-type=2", list.listObjectsV2],
  ["ListObjects", "GET bucket", list.listObjects],
  ["PostObject", "POST bucket", postObject],
  ["DeleteObjects", "POST bucket ?delete", deleteObjects],
  ["GetBucketTagging", "GET bucket ?tagging", tagging.getBucketTagging],
  ["PutBucketTagging", "PUT bucket ?tagging", tagging.putBucketTagging],
  ["DeleteBucketTagging", "DELETE bucket ?tagging", tagging.deleteBucketTagging],
  ["GetBucketAcl", "GET bucket ?acl", access.getAcl],
  ["PutBucketAcl", "PUT bucket ?acl", access.putAcl],
  ["GetBucketEncryption", "GET bucket ?encryption", settings.getBucketEncryption],
  ["PutBucketEncryption", "PUT bucket ?encryption", settings.putBucketEncryption],
  ["DeleteBucketEncryption", "DELETE bucket ?encryption", settings.deleteUnset],
  ["GetBucketPolicy", "GET bucket ?policy", access.getBucketPolicy],
  ["GetBucketPolicyStatus", "GET bucket ?policyStatus", access.getBucketPolicyStatus],
  ["PutBucketPolicy", "PUT bucket ?policy", access.putBucketPolicy],
  ["DeleteBucketPolicy", "DELETE bucket ?policy", access.deleteBucketPolicy],
  ["GetBucketOwnershipControls", "GET bucket ?ownershipControls", settings.getOwnershipControls],
  ["PutBucketOwnershipControls", "PUT bucket ?ownershipControls", settings.putOwnershipControls],
  ["DeleteBucketOwnershipControls", "DELETE bucket ?ownershipControls", settings.deleteUnset],
  ["GetPublicAccessBlock", "GET bucket ?publicAccessBlock", access.getPublicAccessBlock],
  ["PutPublicAccessBlock", "PUT bucket ?publicAccessBlock", access.putPublicAccessBlock],
  [
    "DeletePublicAccessBlock",
    "DELETE bucket ?publicAccessBlock",
    access.deletePublicAccessBlock,
  ],

  ["PutObject", "PUT object", putObject],
  ["CopyObject", "PUT object @x-amz-copy-source", copyObject],
  ["GetObject", "GET object", getObject],
  ["HeadObject", "HEAD object", headObject],
  ["DeleteObject", "DELETE object", deleteObject],
  ["GetObjectAttributes", "GET object ?attributes", getObjectAttributes],
  ["GetObjectTagging", "GET object ?tagging", tagging.getObjectTagging],
  ["PutObjectTagging", "PUT object ?tagging", tagging.putObjectTagging],
  ["DeleteObjectTagging", "DELETE object ?tagging", tagging.deleteObjectTagging],
  ["GetObjectAcl", "GET object ?acl", access.getAcl],
  ["PutObjectAcl", "PUT object ?acl", access.putAcl],
  ["CreateMultipartUpload", "POST object ?uploads", multipart.createMultipartUpload],
  ["UploadPart", "PUT object ?uploadId", multipart.uploadPart],
  ["UploadPartCopy", "PUT object ?uploadId @x-amz-copy-source", multipart.uploadPartCopy],
  ["ListParts", "GET object ?uploadId", multipart.listParts],
  ["CompleteMultipartUpload", "POST object ?uploadId", completeMultipartUpload],
  ["AbortMultipartUpload", "DELETE object ?uploadId", multipart.abortMultipartUpload],
];

/** Names of the operations that are supported, in alphabetical order. */
export const s3Operations: readonly string[] = OPERATIONS.map(([name]) => name).sort();

interface Route {
  method: string;
  of: string;
  /** Parameter that must be there. */
  parameter?: string;
  /** Value it must have, where that matters. */
  value?: string;
  /** Header that must be there. */
  header?: string;
  action: Action;
}

/** All routes; one that asks for more of a request stands before one that asks for less. */
const ROUTES: readonly Route[] = [
  ...OPERATIONS.map(([, shape, action]) => toRoute(shape, action)),
  ...settings.UNSET_NAMES.flatMap((name) => [
    toRoute(`GET bucket ?${name}`, settings.getUnset),
    toRoute(`PUT bucket ?${name}`, settings.putUnset),
    toRoute(`DELETE bucket ?${name}`, settings.deleteUnset),
  ]),
].sort((a, b) => demands(b) - demands(a));

/** Parameters that name a feature: a request with one must not be taken for a plain one. */
const FEATURES = new Set([
  ...ROUTES.flatMap(({ parameter }) => parameter && parameter !== "list-type" ? [parameter] : []),
  ...["abac", "analytics", "annotation", "append", "intelligent-tiering", "inventory"],
  ...[
    "legal-hold",
    "metadataConfiguration",
    "metadataInventoryTable",
    "metadataJournalTable",
    "metadataTable",
    "metrics",
    "renameObject",
  ],
  ...["restore", "retention", "select", "session", "torrent"],
]);

/**
 * Finds the action that answers a request.
 *
 * @param request The request
 * @returns The action
 * @throws {AwsError} `NotImplemented`, `MethodNotAllowed`
 */
export function findAction(request: S3Request): Action {
  if (request.method === "OPTIONS" && request.bucket !== "") return preflight;
  const of = request.bucket === "" ? "service" : request.key === "" ? "bucket" : "object";
  const route = ROUTES.find((route) =>
    route.method === request.method && route.of === of && fits(route, request)
  );
  const feature = [...request.query.keys()].find((name) => FEATURES.has(name));
  if (feature !== undefined && route?.parameter !== feature) {
    const known = ROUTES.some((route) => route.of === of && route.parameter === feature);
    throw known ? methodNotAllowed(request) : notImplemented(feature);
  }
  if (route === undefined) throw methodNotAllowed(request);
  return route.action;
}

function toRoute(shape: string, action: Action): Route {
  const [method = "", of = "", ...more] = shape.split(" ");
  const [parameter, value] = more.find((part) => part.startsWith("?"))?.slice(1).split("=") ?? [];
  const header = more.find((part) => part.startsWith("@"))?.slice(1);
  return { method, of, parameter, value, header, action };
}

function demands({ parameter, header }: Route): number {
  return (parameter === undefined ? 0 : 2) + (header === undefined ? 0 : 1);
}

function fits({ parameter, value, header }: Route, { query, headers }: S3Request): boolean {
  if (header !== undefined && !headers.has(header)) return false;
  if (parameter === undefined) return true;
  return value === undefined ? query.has(parameter) : query.get(parameter) === value;
}

function methodNotAllowed(request: S3Request): AwsError {
  const type = request.key === "" ? request.bucket === "" ? "SERVICE" : "BUCKET" : "OBJECT";
  return s3Error("MethodNotAllowed", { Method: request.method, ResourceType: type });
}
