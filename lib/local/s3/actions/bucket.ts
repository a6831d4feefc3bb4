/**
 * CreateBucket, HeadBucket, DeleteBucket, ListBuckets and GetBucketLocation.
 * @module
 */
import { Buffer } from "node:buffer";
import { notImplemented, s3Error } from "../errors.ts";
import { requireOwnerAcl } from "../object_headers.ts";
import { receiveDocument } from "../receive.ts";
import { type S3Request, wholeNumber } from "../request.ts";
import { emptyResponse, OWNER_ID, xmlResponse } from "../respond.ts";
import type { Bucket, S3Store } from "../store_types.ts";
import { BUCKET_TAGS, MAX_BUCKET_TAGS, readTags, RESERVED_WHEN_MADE } from "../tags.ts";
import { childText, type XmlNode } from "../xml.ts";

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;

/** The name that Ireland had before regions had theirs; a bucket that was made with it keeps it. */
const OLD_IRELAND = "EU";

/** Setting that keeps it. */
const OLD_NAME = "location";

/** Beginnings and ends of names that S3 keeps for itself. */
const RESERVED = /^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
export async function createBucket(request: S3Request, store: S3Store): Promise<Response> {
  requireBucketName(request.bucket);
  requireOwnerAcl(request.headers);
  const document = await receiveDocument(request, "CreateBucketConfiguration");
  const constraint = document && childText(document, "LocationConstraint");
  const region = bucketRegion(request, constraint);
  const existing = store.buckets.get(request.bucket);
  const tags = document && bucketTags(document);
  // To make a bucket again is an error everywhere but in us-east-1, where it is not without tags.
  if (existing && (existing.region !== "us-east-1" || tags !== undefined)) {
    throw s3Error("BucketAlreadyOwnedByYou", { BucketName: request.bucket });
  }
  if (existing === undefined) {
    store.buckets.create(request.bucket, region);
    if (constraint === OLD_IRELAND) store.buckets.setSetting(request.bucket, OLD_NAME, constraint);
    if (tags) store.buckets.setSetting(request.bucket, BUCKET_TAGS, JSON.stringify(tags));
  }
  return emptyResponse(200, {
    location: constraint ? `http://${request.bucket}.s3.amazonaws.com/` : `/${request.bucket}`,
    "x-amz-bucket-arn": `arn:aws:s3:::${request.bucket}`,
  });
}

/** Reads the tags of a bucket that is made; kinds of buckets that are not there are refused. */
function bucketTags(document: XmlNode): Record<string, string> | undefined {
  for (const kind of ["Location", "Bucket"]) {
    if (document.children[kind] !== undefined) {
      throw notImplemented(`${kind} of a directory bucket`);
    }
  }
  const [tags] = document.children.Tags ?? [];
  const read = tags && readTags(tags, MAX_BUCKET_TAGS, RESERVED_WHEN_MADE);
  return read && Object.keys(read).length > 0 ? read : undefined;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export function headBucket(request: S3Request, store: S3Store): Response {
  const bucket = requireBucket(request, store);
  return emptyResponse(200, {
    "content-type": "application/xml",
    "x-amz-bucket-region": bucket.region,
    "x-amz-bucket-arn": `arn:aws:s3:::${bucket.name}`,
    "x-amz-access-point-alias": "false",
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html */
export function deleteBucket(request: S3Request, store: S3Store): Response {
  requireBucket(request, store);
  store.buckets.delete(request.bucket);
  return emptyResponse(204);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
export function listBuckets(request: S3Request, store: S3Store): Response {
  const { query } = request;
  const limit = wholeNumber(query, "max-buckets", 10_000, 10_000);
  const prefix = query.get("prefix") ?? "";
  const after = Buffer.from(query.get("continuation-token") ?? "", "base64url").toString();
  const region = query.get("bucket-region");
  const found = store.buckets.all().filter((bucket) =>
    bucket.name.startsWith(prefix) && bucket.name > after &&
    (region === null || bucket.region === region)
  );
  const page = found.slice(0, limit);
  return xmlResponse("ListAllMyBucketsResult", {
    Owner: { ID: OWNER_ID },
    Buckets: {
      Bucket: page.map(({ name, created, region }) => ({
        Name: name,
        CreationDate: created,
        BucketRegion: region,
        BucketArn: `arn:aws:s3:::${name}`,
      })),
    },
    Prefix: prefix || undefined,
    ContinuationToken: page.length < found.length
      ? Buffer.from(page.at(-1)?.name ?? "").toString("base64url")
      : undefined,
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html */
export function getBucketLocation(request: S3Request, store: S3Store): Response {
  const { region } = requireBucket(request, store);
  const name = store.buckets.setting(request.bucket, OLD_NAME) ?? region;
  return xmlResponse("LocationConstraint", { "#text": name === "us-east-1" ? "" : name });
}

/**
 * Finds the bucket a request names.
 *
 * @param request The request
 * @param store The store
 * @returns The bucket
 * @throws {AwsError} `InvalidBucketName`, `NoSuchBucket`
 */
export function requireBucket(request: S3Request, store: S3Store): Bucket {
  const bucket = store.buckets.get(request.bucket);
  if (bucket === undefined) {
    requireBucketName(request.bucket);
    throw s3Error("NoSuchBucket", { BucketName: request.bucket });
  }
  return bucket;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function requireBucketName(name: string): void {
  const allowed = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) && !name.includes("..") &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name) && !RESERVED.test(name);
  if (!allowed) throw s3Error("InvalidBucketName", { BucketName: name });
}

/** The region a client signs for is the one whose endpoint it means. */
function bucketRegion(request: S3Request, constraint: string | undefined): string {
  const scope = /Credential=[^/]+\/\d{8}\/([^/]+)\//.exec(
    request.headers.get("authorization") ?? "",
  );
  const endpoint = scope?.[1] && REGION.test(scope[1]) ? scope[1] : "us-east-1";
  if (constraint === undefined || constraint === "") {
    if (endpoint === "us-east-1") return endpoint;
    throw s3Error("IllegalLocationConstraintException");
  }
  const region = constraint === OLD_IRELAND ? "eu-west-1" : constraint;
  if (endpoint === "us-east-1" && (region === "us-east-1" || !REGION.test(region))) {
    throw s3Error("InvalidLocationConstraint", { LocationConstraint: constraint });
  }
  if (endpoint !== "us-east-1" && endpoint !== region) {
    const words = `The ${constraint} location constraint is incompatible for the region specific ` +
      "endpoint this request was sent to.";
    throw s3Error("IllegalLocationConstraintException", {}, words);
  }
  return region;
}
