/**
 * Which action answers which request.
 * @module
 */
import * as bucket from "./actions/bucket.ts";
import * as settings from "./actions/bucket_settings.ts";
import { completeMultipartUpload } from "./actions/complete_upload.ts";
import { deleteObject, deleteObjects } from "./actions/delete_object.ts";
import { getObject, getObjectAttributes, headObject } from "./actions/get_object.ts";
import * as list from "./actions/list_objects.ts";
import * as multipart from "./actions/multipart.ts";
import { copyObject, putObject } from "./actions/put_object.ts";
import * as tagging from "./actions/tagging.ts";
import { notImplemented, s3Error } from "./errors.ts";
import type { S3Request } from "./request.ts";
import type { S3Store } from "./store_types.ts";

/** Answers one kind of request. */
export type Action = (request: S3Request, store: S3Store) => Promise<Response> | Response;

interface Route {
  method: string;
  /** What the request is of. */
  of: "service" | "bucket" | "object";
  /** Parameter that must be there, alone or as `name=value`. */
  query?: string;
  /** Header that must be there. */
  header?: string;
  action: Action;
}

/** The first route that fits is taken. */
const ROUTES: readonly Route[] = [
  { method: "GET", of: "service", action: bucket.listBuckets },

  { method: "GET", of: "bucket", query: "location", action: bucket.getBucketLocation },
  { method: "GET", of: "bucket", query: "uploads", action: multipart.listMultipartUploads },
  { method: "GET", of: "bucket", query: "versions", action: list.listObjectVersions },
  { method: "GET", of: "bucket", query: "tagging", action: tagging.getBucketTagging },
  { method: "PUT", of: "bucket", query: "tagging", action: tagging.putBucketTagging },
  { method: "DELETE", of: "bucket", query: "tagging", action: tagging.deleteBucketTagging },
  { method: "GET", of: "bucket", query: "acl", action: settings.getAcl },
  { method: "PUT", of: "bucket", query: "acl", action: settings.putAcl },
  { method: "GET", of: "bucket", query: "encryption", action: settings.getBucketEncryption },
  { method: "PUT", of: "bucket", query: "encryption", action: settings.putBucketEncryption },
  { method: "DELETE", of: "bucket", query: "encryption", action: settings.deleteUnset },
  { method: "GET", of: "bucket", query: "policy", action: settings.getBucketPolicy },
  { method: "PUT", of: "bucket", query: "policy", action: settings.putBucketPolicy },
  { method: "DELETE", of: "bucket", query: "policy", action: settings.deleteBucketPolicy },
  {
    method: "GET",
    of: "bucket",
    query: "ownershipControls",
    action: settings.getOwnershipControls,
  },
  {
    method: "PUT",
    of: "bucket",
    query: "ownershipControls",
    action: settings.putOwnershipControls,
  },
  { method: "DELETE", of: "bucket", query: "ownershipControls", action: settings.deleteUnset },
  {
    method: "GET",
    of: "bucket",
    query: "publicAccessBlock",
    action: settings.publicAccessBlock.get,
  },
  {
    method: "PUT",
    of: "bucket",
    query: "publicAccessBlock",
    action: settings.publicAccessBlock.put,
  },
  {
    method: "DELETE",
    of: "bucket",
    query: "publicAccessBlock",
    action: settings.publicAccessBlock.delete,
  },
  ...settings.UNSET_NAMES.flatMap((query): Route[] => [
    { method: "GET", of: "bucket", query, action: settings.getUnset },
    { method: "PUT", of: "bucket", query, action: settings.putUnset },
    { method: "DELETE", of: "bucket", query, action: settings.deleteUnset },
  ]),
  { method: "POST", of: "bucket", query: "delete", action: deleteObjects },
  { method: "GET", of: "bucket", query: "list-type=2", action: list.listObjectsV2 },
  { method: "GET", of: "bucket", action: list.listObjects },
  { method: "PUT", of: "bucket", action: bucket.createBucket },
  { method: "HEAD", of: "bucket", action: bucket.headBucket },
  { method: "DELETE", of: "bucket", action: bucket.deleteBucket },

  { method: "GET", of: "object", query: "tagging", action: tagging.getObjectTagging },
  { method: "PUT", of: "object", query: "tagging", action: tagging.putObjectTagging },
  { method: "DELETE", of: "object", query: "tagging", action: tagging.deleteObjectTagging },
  { method: "GET", of: "object", query: "acl", action: settings.getAcl },
  { method: "PUT", of: "object", query: "acl", action: settings.putAcl },
  { method: "GET", of: "object", query: "attributes", action: getObjectAttributes },
  { method: "GET", of: "object", query: "uploadId", action: multipart.listParts },
  { method: "POST", of: "object", query: "uploads", action: multipart.createMultipartUpload },
  { method: "POST", of: "object", query: "uploadId", action: completeMultipartUpload },
  { method: "DELETE", of: "object", query: "uploadId", action: multipart.abortMultipartUpload },
  {
    method: "PUT",
    of: "object",
    query: "uploadId",
    header: "x-amz-copy-source",
    action: multipart.uploadPartCopy,
  },
  { method: "PUT", of: "object", query: "uploadId", action: multipart.uploadPart },
  { method: "PUT", of: "object", header: "x-amz-copy-source", action: copyObject },
  { method: "PUT", of: "object", action: putObject },
  { method: "GET", of: "object", action: getObject },
  { method: "HEAD", of: "object", action: headObject },
  { method: "DELETE", of: "object", action: deleteObject },
];

/** Parameters that name a feature: a request with one must not be taken for a plain one. */
const FEATURES = [
  ...settings.UNSET_NAMES,
  "abac",
  "acl",
  "analytics",
  "annotation",
  "append",
  "attributes",
  "delete",
  "encryption",
  "intelligent-tiering",
  "inventory",
  "legal-hold",
  "location",
  "metadataConfiguration",
  "metadataTable",
  "metrics",
  "ownershipControls",
  "policy",
  "publicAccessBlock",
  "renameObject",
  "restore",
  "retention",
  "select",
  "session",
  "tagging",
  "torrent",
  "uploadId",
  "uploads",
  "versions",
];

/**
 * Finds the action that answers a request.
 *
 * @param request The request
 * @returns The action
 * @throws {AwsError} `NotImplemented`, `MethodNotAllowed`
 */
export function findAction(request: S3Request): Action {
  const of = request.bucket === "" ? "service" : request.key === "" ? "bucket" : "object";
  const route = ROUTES.find((route) =>
    route.method === request.method && route.of === of && fits(route, request)
  );
  const feature = FEATURES.find((name) => request.query.has(name));
  if (feature !== undefined && route?.query?.split("=")[0] !== feature) {
    const known = ROUTES.some((route) => route.of === of && route.query === feature);
    throw known ? methodNotAllowed(request) : notImplemented(feature);
  }
  if (route === undefined) throw methodNotAllowed(request);
  return route.action;
}

function fits(route: Route, { query, headers }: S3Request): boolean {
  if (route.header !== undefined && !headers.has(route.header)) return false;
  if (route.query === undefined) return true;
  const [name = "", value] = route.query.split("=");
  return value === undefined ? query.has(name) : query.get(name) === value;
}

function methodNotAllowed(request: S3Request) {
  const type = request.key === "" ? request.bucket === "" ? "SERVICE" : "BUCKET" : "OBJECT";
  return s3Error("MethodNotAllowed", { Method: request.method, ResourceType: type });
}
