/** Buckets in memory, for tests of what reads objects. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { ObjectInfo, ObjectStore } from "../../../lib/local/types.ts";

/** Buckets in memory, with a count of what was read of them. */
export interface MemoryStore extends ObjectStore {
  /** Bytes read of each object, by `bucket/key`. */
  readonly bytesRead: Map<string, number>;
  /** Puts text as it is. */
  text(uri: string, text: string): void;
  /** Puts text compressed. */
  gzip(uri: string, text: string): void;
  /** Puts records as JSON, one a line. */
  lines(uri: string, records: readonly unknown[]): void;
  /** Deletes what begins with a URI. */
  remove(uri: string): void;
  /** Deletes a bucket with all it holds. */
  dropBucket(bucket: string): void;
  /** Makes reads of an object fail, or not any more. */
  fail(uri: string, fails?: boolean): void;
}

/** Makes a store with empty buckets. */
export function memoryStore(...buckets: string[]): MemoryStore {
  const objects = new Map(buckets.map((bucket) => [bucket, new Map<string, Uint8Array>()]));
  const bytesRead = new Map<string, number>();
  const failing = new Set<string>();
  const split = (uri: string) => {
    const [, bucket = "", key = ""] = /^s3:\/\/([^/]+)\/(.*)$/s.exec(uri) ?? [];
    return { bucket, key };
  };
  const info = (key: string, bytes: Uint8Array): ObjectInfo => ({
    key,
    size: bytes.length,
    etag: createHash("md5").update(bytes).digest("hex"),
    lastModified: new Date(0),
    metadata: {},
  });
  const put = (uri: string, bytes: Uint8Array) => {
    const { bucket, key } = split(uri);
    objects.get(bucket)?.set(key, bytes);
  };
  return {
    bytesRead,
    text: (uri, text) => put(uri, new TextEncoder().encode(text)),
    gzip: (uri, text) => put(uri, gzipSync(text)),
    lines(uri, records) {
      this.text(uri, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    },
    remove(uri) {
      const { bucket, key } = split(uri);
      const keys = objects.get(bucket);
      for (const one of keys?.keys() ?? []) if (one.startsWith(key)) keys?.delete(one);
    },
    dropBucket: (bucket) => void objects.delete(bucket),
    fail: (uri, fails = true) => void (fails ? failing.add(uri) : failing.delete(uri)),
    hasBucket: (bucket) => objects.has(bucket),
    *list(bucket, { prefix = "", startAfter = "" } = {}) {
      const keys = Array.from(objects.get(bucket)?.keys() ?? [])
        .filter((key) => key.startsWith(prefix) && key > startAfter)
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      for (const key of keys) yield info(key, objects.get(bucket)?.get(key) ?? new Uint8Array());
    },
    head(bucket, key) {
      const bytes = objects.get(bucket)?.get(key);
      return bytes === undefined ? undefined : info(key, bytes);
    },
    filePath: () => {
      throw new Error("Objects in memory have no files");
    },
    read(bucket, key, range) {
      const bytes = objects.get(bucket)?.get(key);
      if (bytes === undefined || failing.has(`s3://${bucket}/${key}`)) {
        return Promise.reject(new Error(`Could not read ${key}`));
      }
      const part = bytes.subarray(range?.start ?? 0, range?.end ?? bytes.length);
      const id = `${bucket}/${key}`;
      bytesRead.set(id, (bytesRead.get(id) ?? 0) + part.length);
      return Promise.resolve(part);
    },
    put(bucket, key, bytes) {
      objects.get(bucket)?.set(key, bytes);
      return Promise.resolve(info(key, bytes));
    },
    delete(bucket, key) {
      objects.get(bucket)?.delete(key);
      return Promise.resolve();
    },
  };
}
