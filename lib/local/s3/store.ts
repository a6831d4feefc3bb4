/**
 * The store of S3: buckets and objects, over the state file and a folder of files.
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { ObjectInfo } from "../types.ts";
import { openBucketStore } from "./bucket_store.ts";
import { createChecksum } from "./checksums.ts";
import { s3Error } from "./errors.ts";
import { openFiles } from "./files.ts";
import { openObjectTable } from "./object_table.ts";
import { createTables } from "./schema.ts";
import type { S3Store, StoredObject } from "./store_types.ts";
import { openUploadStore } from "./upload_store.ts";

/** Objects read from the state file at a time, in a listing. */
const PAGE = 1_000;

/**
 * Opens the store of S3.
 *
 * @param db State file; its tables are made where they are missing
 * @param dir Folder for the objects' bytes
 * @returns The store
 *
 * @example
 * ```ts
 * import { openDatabase } from "../database.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dir = await Deno.makeTempDir();
 * const store = createObjectStore(openDatabase(":memory:"), dir);
 * store.buckets.create("prices", "us-east-1");
 * await store.put("prices", "2024/a.csv", new TextEncoder().encode("HSI,1"));
 * assertEquals([...store.list("prices")].map(({ key, size }) => [key, size]), [["2024/a.csv", 5]]);
 * await store.close();
 * await Deno.remove(dir, { recursive: true });
 * ```
 */
export function createObjectStore(db: DatabaseSync, dir: string): S3Store {
  createTables(db);
  const files = openFiles(dir);
  const buckets = openBucketStore(db, files);
  const objects = openObjectTable(db, files);
  const uploads = openUploadStore(db, files);
  const inUse = db.prepare(
    "SELECT 1 FROM s3_objects WHERE file = ? UNION ALL SELECT 1 FROM s3_parts WHERE file = ?",
  );
  // What a sweep that fails leaves behind costs room on the disk alone, until the next start's.
  const swept = files.sweep((id) => inUse.get(id, id) !== undefined).catch(() => {});
  const existing = (bucket: string, key: string): StoredObject => {
    const object = objects.get(bucket, key);
    if (object === undefined) throw s3Error("NoSuchKey", { Key: key });
    return object;
  };

  return {
    buckets,
    objects,
    uploads,
    files,
    swept,
    close: async () => {
      await files.close();
      await swept;
    },
    hasBucket: (bucket) => buckets.get(bucket) !== undefined,
    *list(bucket, { prefix = "", startAfter = "" } = {}) {
      const first = Buffer.from(prefix);
      const start = Buffer.from(startAfter);
      let from = Buffer.compare(start, first) < 0 ? first : start;
      let exclusive = startAfter !== "" && from === start;
      while (true) {
        const page = objects.page(bucket, { prefix, from, exclusive, limit: PAGE });
        for (const object of page) yield object as ObjectInfo;
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) return;
        from = Buffer.from(last.key);
        exclusive = true;
      }
    },
    head: (bucket, key) => objects.get(bucket, key),
    filePath: (bucket, key) => files.path(existing(bucket, key).file),
    async read(bucket, key, range) {
      const object = existing(bucket, key);
      const path = files.path(object.file);
      if (range === undefined) return await Deno.readFile(path);
      using file = await Deno.open(path);
      await file.seek(range.start, Deno.SeekMode.Start);
      const bytes = new Uint8Array(Math.max(Math.min(range.end, object.size) - range.start, 0));
      let filled = 0;
      while (filled < bytes.length) {
        const count = await file.read(bytes.subarray(filled));
        if (count === null) break;
        filled += count;
      }
      return bytes.subarray(0, filled);
    },
    async put(bucket, key, bytes, options = {}) {
      const checksum = createChecksum("CRC32");
      checksum.update(bytes);
      const file = await files.stage((async function* () {
        yield bytes;
      })());
      try {
        return objects.commit(bucket, key, {
          file,
          etag: createHash("md5").update(bytes).digest("hex"),
          checksum: { algorithm: "CRC32", value: checksum.digest(), type: "FULL_OBJECT" },
          contentType: options.contentType,
          headers: {},
          metadata: options.metadata ?? {},
          tags: {},
        });
      } catch (error) {
        await file.discard();
        throw error;
      }
    },
    delete(bucket, key) {
      objects.delete(bucket, [key]);
      return Promise.resolve();
    },
  };
}
