/**
 * The tables of S3 in the state file. Keys are kept as their UTF-8 bytes: SQLite compares them byte
 * by byte, which is the order S3 lists in, and no character of a key needs care.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";

/**
 * Makes the tables of S3 where they are missing.
 *
 * @param db State file
 */
export function createTables(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS s3_buckets (
      name TEXT PRIMARY KEY,
      region TEXT NOT NULL,
      created INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS s3_bucket_settings (
      bucket TEXT NOT NULL REFERENCES s3_buckets (name) ON DELETE CASCADE,
      name TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (bucket, name)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS s3_objects (
      bucket TEXT NOT NULL REFERENCES s3_buckets (name),
      key BLOB NOT NULL,
      file TEXT NOT NULL,
      size INTEGER NOT NULL,
      etag TEXT NOT NULL,
      modified INTEGER NOT NULL,
      details TEXT NOT NULL,
      PRIMARY KEY (bucket, key)
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS s3_objects_file ON s3_objects (file);
    CREATE TABLE IF NOT EXISTS s3_uploads (
      id TEXT PRIMARY KEY,
      bucket TEXT NOT NULL REFERENCES s3_buckets (name) ON DELETE CASCADE,
      key BLOB NOT NULL,
      initiated INTEGER NOT NULL,
      details TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS s3_uploads_key ON s3_uploads (bucket, key, id);
    CREATE TABLE IF NOT EXISTS s3_parts (
      upload TEXT NOT NULL REFERENCES s3_uploads (id) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      file TEXT NOT NULL,
      size INTEGER NOT NULL,
      etag TEXT NOT NULL,
      modified INTEGER NOT NULL,
      checksum TEXT,
      PRIMARY KEY (upload, number)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS s3_overtaken_uploads (
      upload TEXT PRIMARY KEY REFERENCES s3_uploads (id) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE TRIGGER IF NOT EXISTS s3_put_overtakes AFTER INSERT ON s3_objects BEGIN
      INSERT OR IGNORE INTO s3_overtaken_uploads
      SELECT id FROM s3_uploads WHERE bucket = new.bucket AND key = new.key;
    END;
    CREATE TRIGGER IF NOT EXISTS s3_delete_overtakes AFTER DELETE ON s3_objects BEGIN
      INSERT OR IGNORE INTO s3_overtaken_uploads
      SELECT id FROM s3_uploads WHERE bucket = old.bucket AND key = old.key;
    END;
    CREATE INDEX IF NOT EXISTS s3_parts_file ON s3_parts (file);
  `);
}

/** A byte-order mark is a character of the key like any other. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Reads a key out of a row.
 *
 * @param bytes The key's UTF-8 bytes
 * @returns The key
 */
export function keyText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
