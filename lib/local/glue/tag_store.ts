/**
 * Tags of Glue's resources, in SQLite.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";

/** Tags by the ARN of what they are on. */
export interface TagStore {
  get(arn: string): Record<string, string>;
  set(arn: string, tags: Record<string, string>): void;
}

/**
 * Opens the tags in a state file.
 *
 * @param db The open state file
 * @returns The tags
 */
export function createTagStore(db: DatabaseSync): TagStore {
  db.exec("CREATE TABLE IF NOT EXISTS glue_tags (arn TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID");
  const get = db.prepare("SELECT body FROM glue_tags WHERE arn = ?");
  const put = db.prepare("INSERT OR REPLACE INTO glue_tags VALUES (?, ?)");
  return {
    get(arn) {
      const row = get.get(arn);
      return row === undefined ? {} : JSON.parse(String(row.body)) as Record<string, string>;
    },
    set: (arn, tags) => void put.run(arn, JSON.stringify(tags)),
  };
}
