/**
 * Multipart uploads in the state file, and their parts.
 * @module
 */
import { Buffer } from "node:buffer";
import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../database.ts";
import { s3Error } from "./errors.ts";
import type { FileArea } from "./files.ts";
import { keyText } from "./schema.ts";
import type { Upload, UploadPart, UploadStore } from "./store_types.ts";

interface UploadRow {
  id: string;
  key: Uint8Array;
  initiated: number;
  details: string;
}

interface PartRow {
  number: number;
  file: string;
  size: number;
  etag: string;
  modified: number;
  checksum: string | null;
}

/**
 * Opens the multipart uploads of the state file.
 *
 * @param db State file, with the tables of S3
 * @param files Where the parts' bytes are
 * @returns The uploads
 */
export function openUploadStore(db: DatabaseSync, files: FileArea): UploadStore {
  const insert = db.prepare(
    "INSERT INTO s3_uploads (id, bucket, key, initiated, details) VALUES (?, ?, ?, ?, ?)",
  );
  const one = db.prepare(
    "SELECT id, key, initiated, details FROM s3_uploads WHERE id = ? AND bucket = ? AND key = ?",
  );
  const page = db.prepare(
    `SELECT id, key, initiated, details FROM s3_uploads
     WHERE bucket = ? AND (key, id) > (?, ?) ORDER BY key, id LIMIT ?`,
  );
  const keyOf = db.prepare("SELECT key FROM s3_uploads WHERE id = ? AND bucket = ?");
  const exists = db.prepare("SELECT 1 FROM s3_uploads WHERE id = ?");
  const remove = db.prepare("DELETE FROM s3_uploads WHERE id = ?");
  const partFile = db.prepare("SELECT file FROM s3_parts WHERE upload = ? AND number = ?");
  const partFiles = db.prepare("SELECT file FROM s3_parts WHERE upload = ?");
  const insertPart = db.prepare(
    `INSERT OR REPLACE INTO s3_parts (upload, number, file, size, etag, modified, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const parts = db.prepare(
    `SELECT number, file, size, etag, modified, checksum FROM s3_parts
     WHERE upload = ? AND number > ? ORDER BY number LIMIT ?`,
  );

  return {
    begin(bucket, { id, key, initiated, ...details }) {
      insert.run(id, bucket, Buffer.from(key), initiated.getTime(), JSON.stringify(details));
    },
    get(bucket, key, id) {
      const row = one.get(id, bucket, Buffer.from(key)) as UploadRow | undefined;
      if (row === undefined) throw s3Error("NoSuchUpload", { UploadId: id });
      return toUpload(row);
    },
    keyOf(bucket, id) {
      const row = keyOf.get(id, bucket) as { key: Uint8Array } | undefined;
      return row && keyText(row.key);
    },
    page: (bucket, afterKey, afterId, limit) =>
      (page.all(bucket, Buffer.from(afterKey), afterId, limit) as unknown as UploadRow[])
        .map(toUpload),
    putPart(id, part, file) {
      const replaced = transaction(db, () => {
        if (exists.get(id) === undefined) throw s3Error("NoSuchUpload", { UploadId: id });
        const existing = partFile.get(id, part.number) as { file: string } | undefined;
        insertPart.run(
          id,
          part.number,
          file.id,
          file.size,
          part.etag,
          part.lastModified.getTime(),
          part.checksum ?? null,
        );
        return existing;
      });
      file.keep();
      if (replaced) files.retire([replaced.file]);
    },
    parts: (id, after, limit) => (parts.all(id, after, limit) as unknown as PartRow[]).map(toPart),
    end(id) {
      const gone = transaction(db, () => {
        const rows = partFiles.all(id) as unknown as { file: string }[];
        remove.run(id);
        return rows;
      });
      files.retire(gone.map((row) => row.file));
    },
  };
}

function toUpload(row: UploadRow): Upload {
  return {
    ...JSON.parse(row.details) as Omit<Upload, "id" | "key" | "initiated">,
    id: row.id,
    key: keyText(row.key),
    initiated: new Date(row.initiated),
  };
}

function toPart(row: PartRow): UploadPart {
  return {
    number: row.number,
    file: row.file,
    size: row.size,
    etag: row.etag,
    lastModified: new Date(row.modified),
    ...(row.checksum === null ? {} : { checksum: row.checksum }),
  };
}
