/**
 * Objects in the state file: what is known of each beside its bytes.
 * @module
 */
import { Buffer } from "node:buffer";
import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../database.ts";
import { s3Error } from "./errors.ts";
import type { FileArea } from "./files.ts";
import { keyText } from "./schema.ts";
import type { NewObject, ObjectTable, StoredObject, WriteCondition } from "./store_types.ts";

interface Row {
  key: Uint8Array;
  file: string;
  size: number;
  etag: string;
  modified: number;
  details: string;
}

/** What the column `details` holds, as JSON. */
type Details = Omit<StoredObject, "key" | "file" | "size" | "etag" | "lastModified">;

const COLUMNS = "key, file, size, etag, modified, details";

/**
 * Opens the objects of the state file.
 *
 * @param db State file, with the tables of S3
 * @param files Where the bytes are
 * @returns The objects
 */
export function openObjectTable(db: DatabaseSync, files: FileArea): ObjectTable {
  const overtaken = db.prepare("SELECT 1 FROM s3_overtaken_uploads WHERE upload = ?");
  const bucketExists = db.prepare("SELECT 1 FROM s3_buckets WHERE name = ?");
  const one = db.prepare(`SELECT ${COLUMNS} FROM s3_objects WHERE bucket = ? AND key = ?`);
  const after = db.prepare(
    `SELECT ${COLUMNS} FROM s3_objects WHERE bucket = ? AND key > ? AND key < ?
     ORDER BY key LIMIT ?`,
  );
  const from = db.prepare(
    `SELECT ${COLUMNS} FROM s3_objects WHERE bucket = ? AND key >= ? AND key < ?
     ORDER BY key LIMIT ?`,
  );
  const write = db.prepare(
    `INSERT OR REPLACE INTO s3_objects (bucket, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const setDetails = db.prepare("UPDATE s3_objects SET details = ? WHERE bucket = ? AND key = ?");
  const remove = db.prepare("DELETE FROM s3_objects WHERE bucket = ? AND key = ?");

  const get = (bucket: string, key: string): StoredObject | undefined => {
    const row = one.get(bucket, Buffer.from(key)) as Row | undefined;
    return row && toObject(row);
  };

  /** A conditional upload loses to what was put or deleted after it was begun. */
  const requireFirst = (key: string, upload: string, condition: WriteCondition) => {
    const name = condition.ifNoneMatch ? "If-None-Match" : condition.ifMatch && "If-Match";
    if (name === undefined || overtaken.get(upload) === undefined) return;
    throw s3Error("ConditionalRequestConflict", { Condition: name, Key: key });
  };
  return {
    get,
    page(bucket, { prefix, from: start, exclusive, limit }) {
      const rows = (exclusive ? after : from).all(bucket, start, following(prefix), limit);
      return (rows as unknown as Row[]).map(toObject);
    },
    commit(bucket, key, object, condition = {}) {
      const row = newRow(key, object);
      const replaced = transaction(db, () => {
        if (bucketExists.get(bucket) === undefined) {
          throw s3Error("NoSuchBucket", { BucketName: bucket });
        }
        const existing = get(bucket, key);
        requireCondition(key, existing, condition);
        if (condition.upload !== undefined) requireFirst(key, condition.upload, condition);
        write.run(bucket, row.key, row.file, row.size, row.etag, row.modified, row.details);
        return existing;
      });
      object.file.keep();
      if (replaced) files.retire([replaced.file]);
      return toObject(row);
    },
    setTags(bucket, key, tags) {
      transaction(db, () => {
        const object = get(bucket, key);
        if (object === undefined) throw s3Error("NoSuchKey", { Key: key });
        setDetails.run(detailsOf({ ...object, tags }), bucket, Buffer.from(key));
      });
    },
    delete(bucket, keys, condition) {
      const gone = transaction(db, () => {
        const found: StoredObject[] = [];
        for (const key of keys) {
          const object = get(bucket, key);
          if (object === undefined) continue;
          if (condition) requireCondition(key, object, condition);
          remove.run(bucket, Buffer.from(key));
          found.push(object);
        }
        return found;
      });
      files.retire(gone.map((object) => object.file));
    },
  };
}

/**
 * Gives the least bytes after all keys with a prefix.
 *
 * @param prefix The prefix; the empty one is every key's
 * @returns Bytes that are no key: UTF-8 never has a byte 255
 */
export function following(prefix: string): Buffer {
  if (prefix === "") return Buffer.of(255);
  const bytes = Buffer.from(prefix);
  bytes[bytes.length - 1]! += 1;
  return bytes;
}

function requireCondition(
  key: string,
  existing: StoredObject | undefined,
  condition: WriteCondition,
): void {
  if (condition.ifNoneMatch && existing !== undefined) {
    throw s3Error("PreconditionFailed", { Condition: "If-None-Match" });
  }
  if (condition.ifMatch === undefined) return;
  if (existing === undefined) throw s3Error("NoSuchKey", { Key: key });
  if (condition.ifMatch !== "*" && condition.ifMatch !== existing.etag) {
    throw s3Error("PreconditionFailed", { Condition: "If-Match" });
  }
}

function newRow(key: string, object: NewObject): Row {
  return {
    key: Buffer.from(key),
    file: object.file.id,
    size: object.file.size,
    etag: object.etag,
    modified: Date.now(),
    details: detailsOf(object),
  };
}

function detailsOf(object: Details): string {
  const { contentType, contentEncoding, headers, metadata, tags, checksum, parts, uploadId } =
    object;
  return JSON.stringify({
    contentType,
    contentEncoding,
    headers,
    metadata,
    tags,
    checksum,
    parts,
    uploadId,
  });
}

function toObject(row: Row): StoredObject {
  const details = JSON.parse(row.details) as Details;
  return {
    ...details,
    key: keyText(row.key),
    file: row.file,
    size: row.size,
    etag: row.etag,
    lastModified: new Date(row.modified),
  };
}
