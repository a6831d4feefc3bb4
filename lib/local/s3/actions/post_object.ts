/**
 * PostObject: an upload by a form, as browsers and presigned posts send it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 * @module
 */
import type { AwsError } from "../../aws_error.ts";
import { invalidArgument, s3Error } from "../errors.ts";
import { type Form, readForm } from "../form_data.ts";
import { encodeMetadata, METADATA_PREFIX, readObjectHeaders } from "../object_headers.ts";
import { checkPolicy, type FileSizes } from "../post_policy.ts";
import { bodyOf, takeFile } from "../receive.ts";
import { refuseHeaders } from "../refused_headers.ts";
import { requireKeyLength, type S3Request } from "../request.ts";
import { emptyResponse, objectUrl } from "../respond.ts";
import type { S3Store, StoredObject } from "../store_types.ts";
import { MAX_OBJECT_TAGS, readTags } from "../tags.ts";
import { readXml, writeXml } from "../xml.ts";
import { requireBucket } from "./bucket.ts";
import { checksumHeaders, commit } from "./put_object.ts";

/** Fields that mean what the header of the same name means for PutObject. */
const HEADER_FIELD =
  /^(cache-control|content-(disposition|encoding|language|md5|type)|expires|x-amz-.*)$/;

/** Fields whose names begin as headers', and that are of the form's signature. */
const SIGNATURE_FIELD = /^x-amz-(algorithm|credential|date|security-token|signature)$/;

/** Answers a form. Its signature is not checked; its policy is. */
export async function postObject(request: S3Request, store: S3Store): Promise<Response> {
  requireBucket(request, store);
  const form = await readForm(bodyOf(request), request.headers.get("content-type"));
  const { fields } = form;
  // A field that is no file has no name to give.
  const key = fields.get("key")?.replaceAll("${filename}", form.filename ?? "${filename}");
  if (key === undefined || key === "") throw missingField("key");
  requireKeyLength(key);
  const policy = fields.get("policy");
  if (policy !== undefined && !fields.has("signature") && !fields.has("x-amz-signature")) {
    throw missingField(fields.has("awsaccesskeyid") ? "signature" : "X-Amz-Signature");
  }
  const sizes = policy === undefined
    ? undefined
    : checkPolicy(policy, new Map([...fields, ["key", key], ["bucket", request.bucket]]));
  const headers = headersOf(fields);
  const upload: S3Request = {
    ...request,
    key,
    headers,
    body: ReadableStream.from(withinSizes(form.file, sizes)),
  };
  refuseHeaders(upload);
  const details = readObjectHeaders(headers);
  const tagging = fields.get("tagging");
  if (tagging) details.tags = tagsOf(tagging);
  const received = await takeFile(upload, store.files);
  const object = await commit(upload, store, received, details, {});
  return answer({ ...request, key }, form, object, {
    etag: `"${object.etag}"`,
    "x-amz-server-side-encryption": "AES256",
    ...checksumHeaders(received),
  });
}

function missingField(name: string): AwsError {
  const words = `Bucket POST must contain a field named '${name}'.  ` +
    "If it is specified, please check the order of the fields.";
  return invalidArgument(name, "", words);
}

/** The headers that a put of the same object would have. */
function headersOf(fields: Form["fields"]): Headers {
  const headers = new Headers();
  for (const [field, value] of fields) {
    const name = field === "acl" ? "x-amz-acl" : field;
    if (value === "" || !HEADER_FIELD.test(name) || SIGNATURE_FIELD.test(name)) continue;
    const written = name.startsWith(METADATA_PREFIX) ? encodeMetadata(value) : value;
    try {
      headers.set(name, written);
    } catch {
      throw invalidArgument(field, value, `The value of the field ${field} can be no header's`);
    }
  }
  return headers;
}

function tagsOf(document: string): Record<string, string> {
  const sets = readXml(document, "Tagging").children.TagSet;
  if (sets?.length !== 1) throw s3Error("MalformedXML");
  return readTags(sets[0]!, MAX_OBJECT_TAGS);
}

async function* withinSizes(
  file: AsyncIterable<Uint8Array>,
  sizes: FileSizes | undefined,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const piece of file) {
    size += piece.length;
    if (sizes && size > sizes.most) {
      const MaxSizeAllowed = String(sizes.most);
      throw s3Error("EntityTooLarge", { ProposedSize: String(size), MaxSizeAllowed });
    }
    yield piece;
  }
  if (sizes && size < sizes.least) {
    const MinSizeAllowed = String(sizes.least);
    throw s3Error("EntityTooSmall", { ProposedSize: String(size), MinSizeAllowed });
  }
}

function answer(
  request: S3Request,
  { fields }: Form,
  object: StoredObject,
  headers: Record<string, string>,
): Response {
  const etag = `"${object.etag}"`;
  const redirect = fields.get("success_action_redirect") ?? fields.get("redirect") ?? "";
  // An address that is none is passed over.
  if (URL.canParse(redirect)) {
    const target = new URL(redirect);
    const { bucket, key } = request;
    for (const [name, value] of Object.entries({ bucket, key, etag })) {
      target.searchParams.append(name, value);
    }
    return emptyResponse(303, { ...headers, location: target.href });
  }
  const location = objectUrl(request);
  const status = fields.get("success_action_status");
  if (status === "201") {
    const { bucket: Bucket, key: Key } = request;
    const document = writeXml("PostResponse", { Location: location, Bucket, Key, ETag: etag }, "");
    return new Response(document, {
      status: 201,
      headers: { ...headers, location, "content-type": "application/xml" },
    });
  }
  return emptyResponse(status === "200" ? 200 : 204, { ...headers, location });
}
