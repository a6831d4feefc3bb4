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

/** Setting that keeps a bucket's tags. */
export const BUCKET_TAGS = "tagging";

/**
 * Checks an object's or a bucket's tags.
 *
 * @param tags Names and values, in order
 * @param most Most tags there may be
 * @returns The tags by name
 * @throws {AwsError} `InvalidTag`, `BadRequest`
 */
export function checkedTags(
  tags: readonly (readonly [string, string])[],
  most: number,
): Record<string, string> {
  if (tags.length > most) {
    throw s3Error("BadRequest", {}, `Object tags cannot be greater than ${most}`);
  }
  for (const [name, value] of tags) {
    if (name === "" || name.length > 128) {
      throw s3Error("InvalidTag", { TagKey: name }, "The TagKey you have provided is invalid");
    }
    if (value.length > 256) {
      throw s3Error("InvalidTag", { TagKey: name }, "The TagValue you have provided is invalid");
    }
  }
  if (new Set(tags.map(([name]) => name)).size < tags.length) {
    throw s3Error("InvalidTag", {}, "Cannot provide multiple Tags with the same key");
  }
  return Object.fromEntries(tags);
}

/**
 * Reads the tags in a document.
 *
 * @param set The element that holds them
 * @param most Most tags there may be
 * @returns The tags by name
 * @throws {AwsError} `MalformedXML`, `InvalidTag`, `BadRequest`
 */
export function readTags(set: XmlNode, most: number): Record<string, string> {
  const tags = (set.children.Tag ?? []).map((tag) => {
    const name = childText(tag, "Key");
    const value = childText(tag, "Value");
    if (name === undefined || value === undefined) throw s3Error("MalformedXML");
    return [name, value] as const;
  });
  return checkedTags(tags, most);
}
