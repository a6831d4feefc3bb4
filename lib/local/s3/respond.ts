/**
 * Answers of S3.
 * @module
 */
import { CALLER_ARN } from "../account.ts";
import type { AwsError } from "../aws_error.ts";
import type { S3Request } from "./request.ts";
import { writeXml, type XmlElement } from "./xml.ts";

/** Who begins uploads, as listings of them tell it. */
export const INITIATOR = { ID: CALLER_ARN, DisplayName: "local" };

/** Canonical id of the owner of every bucket and object. */
export const OWNER_ID = "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a";

/**
 * Answers with a document.
 *
 * @param root Name of the root element
 * @param children What it holds
 * @param headers Further headers
 * @returns The answer
 */
export function xmlResponse(
  root: string,
  children: XmlElement,
  headers: Record<string, string> = {},
): Response {
  return new Response(writeXml(root, children), {
    headers: { "content-type": "application/xml", ...headers },
  });
}

/**
 * Answers without a body.
 *
 * @param status HTTP status
 * @param headers Headers by name
 * @returns The answer
 */
export function emptyResponse(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

/**
 * Answers with an error. The answer to HEAD has no body, so it says the code in its status alone.
 *
 * @param error The error
 * @param method The request's method
 * @param ids Ids of the request, which the document repeats
 * @returns The answer
 */
export function errorResponse(
  error: AwsError,
  method: string,
  ids: RequestIds,
): Response {
  if (method === "HEAD" || error.status === 304) {
    return emptyResponse(error.status, headerFields(error));
  }
  const document = writeXml("Error", {
    Code: error.code,
    Message: error.message,
    ...(error.fields as XmlElement),
    RequestId: ids.requestId,
    HostId: ids.hostId,
  }, "");
  return new Response(document, {
    status: error.status,
    headers: { "content-type": "application/xml", ...headerFields(error) },
  });
}

/**
 * Gives the address of an object, as answers to uploads tell it.
 *
 * @param request A request for the object
 * @returns The address at the server that the request was sent to
 */
export function objectUrl({ headers, bucket, key }: S3Request): string {
  const host = headers.get("host") ?? "127.0.0.1";
  const path = host.startsWith(`${bucket}.`) ? "" : `${bucket}/`;
  return `http://${host}/${path}${encodeURIComponent(key)}`;
}

/** The two ids S3 gives each request. */
export interface RequestIds {
  requestId: string;
  hostId: string;
}

/**
 * Makes the ids of a request.
 *
 * @returns New ids
 */
export function newRequestIds(): RequestIds {
  const bytes = crypto.getRandomValues(new Uint8Array(56));
  return {
    requestId: bytes.subarray(0, 8).toHex().toUpperCase(),
    hostId: bytes.subarray(8).toBase64(),
  };
}

/** What some errors tell in headers too: the object's size, or what the reader has of it already. */
function headerFields({ code, fields }: AwsError): Record<string, string> {
  if (code === "NotModified") return fields as Record<string, string>;
  if (code !== "InvalidRange") return {};
  return { "content-range": `bytes */${fields.ActualObjectSize}` };
}
