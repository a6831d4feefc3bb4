/**
 * Finds the objects a table or a partition is made of.
 * @module
 */
import type { ObjectStore } from "../../types.ts";
import { QueryError } from "../errors.ts";

/** An object with rows in it. */
export interface DataFile {
  bucket: string;
  key: string;
  /** Absolute path of the file with its bytes. */
  path: string;
  size: number;
  modified: Date;
  /** Values of the partition columns, as the catalog has them. */
  values: readonly (string | null)[];
}

/** Bucket and prefix of an `s3://` location; the prefix ends with a slash unless it is empty. */
export function parseLocation(location: string): { bucket: string; prefix: string } {
  const found = /^s3[an]?:\/\/([^/]+)\/?(.*)$/.exec(location);
  if (!found) {
    throw new QueryError("HIVE_METASTORE_ERROR", `The location '${location}' is no S3 URL`);
  }
  const prefix = found[2] as string;
  return {
    bucket: found[1] as string,
    prefix: prefix === "" || prefix.endsWith("/") ? prefix : `${prefix}/`,
  };
}

/**
 * Lists the objects under a location. What is hidden (`_` or `.` before a name) is left out, as
 * are objects without bytes. A location that is an object itself has none under it.
 */
export function* filesAt(
  store: ObjectStore,
  location: string,
  values: readonly (string | null)[],
): Generator<DataFile> {
  const { bucket, prefix } = parseLocation(location);
  if (!store.hasBucket(bucket)) {
    throw new QueryError(
      "HIVE_FILESYSTEM_ERROR",
      `The specified bucket does not exist (Bucket: ${bucket})`,
    );
  }
  for (const object of store.list(bucket, { prefix })) {
    const below = object.key.slice(prefix.length).split("/");
    if (object.size === 0 || below.some((part) => /^[_.]/.test(part))) continue;
    yield {
      bucket,
      key: object.key,
      path: store.filePath(bucket, object.key),
      size: object.size,
      modified: object.lastModified,
      values,
    };
  }
}

/** How an object is compressed: Hive goes by the end of its name. */
export function compressionOf(key: string): "gzip" | "zstd" | "uncompressed" {
  const name = key.toLowerCase();
  if (name.endsWith(".gz")) return "gzip";
  if (name.endsWith(".zst")) return "zstd";
  if (/\.(bz2|snappy|lzo|lz4|deflate|br)$/.test(name)) {
    throw new QueryError("NOT_SUPPORTED", `The compression of '${key}' is not supported`);
  }
  return "uncompressed";
}
