/**
 * Tags of objects and of buckets: names and values.
 * @module
 */
import { s3Error } from "./errors.ts";
import { childText, type XmlNode } from "./xml.ts";

/** Most tags of a bucket. */
export const MAX_BUCKET_TAGS = 50;

/** Most tags of an object. */
export const MAX_OBJECT_TAGS = 10;

/** What S3 says of an object's tag whose name is kept for AWS. */
const RESERVED_FOR_OBJECTS = "Your TagKey cannot be prefixed with aws:";

/** What S3 says of a bucket's. */
export const RESERVED_FOR_BUCKETS = "System tags cannot be added/updated by requester";

/** What S3 says of the tags of a bucket that is made. */
export const RESERVED_WHEN_MADE =
  'User-defined tag keys can\'t start with "aws:". This prefix is reserved for system tags. ' +
  'Remove "aws:" from your tag keys and try again.';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Setting that keeps a bucket's tags. */
export const BUCKET_TAGS = "tagging";

/**
 * Checks an object's or a bucket's tags.
 *
 * @param tags Names and values, in order
 * @param most Most tags there may be
 * @param reserved Words about a name that is kept for AWS
 * @returns The tags by name
 * @throws {AwsError} `InvalidTag`, `BadRequest`
 */
export function checkedTags(
  tags: readonly (readonly [string, string])[],
  most: number,
  reserved = RESERVED_FOR_OBJECTS,
): Record<string, string> {
  if (tags.length > most) {
    throw s3Error("BadRequest", {}, `Object tags cannot be greater than ${most}`);
  }
  for (const [name, value] of tags) {
    if (name === "" || name.length > 128 || !ALLOWED.test(name)) {
      throw s3Error("InvalidTag", { TagKey: name }, "The TagKey you have provided is invalid");
    }
    if (value.length > 256 || !ALLOWED.test(value)) {
      const fields = { TagKey: name, TagValue: value };
      throw s3Error("InvalidTag", fields, "The TagValue you have provided is invalid");
    }
    if (name.startsWith("aws:")) {
      throw s3Error(
        "InvalidTag",
        reserved === RESERVED_WHEN_MADE ? {} : { TagKey: name },
        reserved,
      );
    }
  }
  const twice = tags.find(([name], at) => tags.findIndex(([other]) => other === name) < at);
  if (twice !== undefined) {
    const words = "Cannot provide multiple Tags with the same key";
    throw s3Error("InvalidTag", { TagKey: twice[0] }, words);
  }
  return Object.fromEntries(tags);
}

/**
 * Reads the tags in a document.
 *
 * @param set The element that holds them
 * @param most Most tags there may be
 * @param reserved Words about a name that is kept for AWS
 * @returns The tags by name
 * @throws {AwsError} `MalformedXML`, `InvalidTag`, `BadRequest`
 */
export function readTags(
  set: XmlNode,
  most: number,
  reserved?: string,
): Record<string, string> {
  const tags = (set.children.Tag ?? []).map((tag) => {
    const name = childText(tag, "Key");
    const value = childText(tag, "Value");
    if (name === undefined || value === undefined) throw s3Error("MalformedXML");
    return [name, value] as const;
  });
  return checkedTags(tags, most, reserved);
}
