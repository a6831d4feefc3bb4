/**
 * Buckets in the state file, and their settings.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../database.ts";
import { s3Error } from "./errors.ts";
import type { FileArea } from "./files.ts";
import type { Bucket, BucketStore } from "./store_types.ts";

interface Row {
  name: string;
  region: string;
  created: number;
}

/**
 * Opens the buckets of the state file.
 *
 * @param db State file, with the tables of S3
 * @param files Where the bytes are
 * @returns The buckets
 */
export function openBucketStore(db: DatabaseSync, files: FileArea): BucketStore {
  const insert = db.prepare("INSERT INTO s3_buckets (name, region, created) VALUES (?, ?, ?)");
  const one = db.prepare("SELECT name, region, created FROM s3_buckets WHERE name = ?");
  const all = db.prepare("SELECT name, region, created FROM s3_buckets ORDER BY name");
  const remove = db.prepare("DELETE FROM s3_buckets WHERE name = ?");
  const anyObject = db.prepare("SELECT 1 FROM s3_objects WHERE bucket = ? LIMIT 1");
  const partFiles = db.prepare(
    "SELECT p.file FROM s3_parts p JOIN s3_uploads u ON p.upload = u.id WHERE u.bucket = ?",
  );
  const setting = db.prepare("SELECT body FROM s3_bucket_settings WHERE bucket = ? AND name = ?");
  const setSetting = db.prepare(
    "INSERT OR REPLACE INTO s3_bucket_settings (bucket, name, body) VALUES (?, ?, ?)",
  );
  const removeSetting = db.prepare("DELETE FROM s3_bucket_settings WHERE bucket = ? AND name = ?");

  return {
    create(name, region) {
      const created = Date.now();
      insert.run(name, region, created);
      return { name, region, created: new Date(created) };
    },
    get(name) {
      const row = one.get(name) as Row | undefined;
      return row && toBucket(row);
    },
    all: () => (all.all() as unknown as Row[]).map(toBucket),
    delete(name) {
      const gone = transaction(db, () => {
        if (anyObject.get(name) !== undefined) {
          throw s3Error("BucketNotEmpty", { BucketName: name });
        }
        const parts = partFiles.all(name) as unknown as { file: string }[];
        remove.run(name);
        return parts;
      });
      files.retire(gone.map((part) => part.file));
    },
    setting: (bucket, name) => (setting.get(bucket, name) as { body: string } | undefined)?.body,
    setSetting(bucket, name, body) {
      if (body === undefined) removeSetting.run(bucket, name);
      else setSetting.run(bucket, name, body);
    },
  };
}

function toBucket(row: Row): Bucket {
  return { name: row.name, region: row.region, created: new Date(row.created) };
}
