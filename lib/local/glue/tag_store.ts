/**
 * Tags of Glue's resources, in SQLite.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";

/** Tags by what they are on, such as `crawler/prices`. */
export interface TagStore {
  get(resource: string): Record<string, string>;
  set(resource: string, tags: Record<string, string>): void;
}

/**
 * Opens the tags in a state file.
 *
 * @param db The open state file
 * @returns The tags
 */
export function createTagStore(db: DatabaseSync): TagStore {
  db.exec(
    `CREATE TABLE IF NOT EXISTS glue_resource_tags (resource TEXT PRIMARY KEY, body TEXT)
     WITHOUT ROWID`,
  );
  const get = db.prepare("SELECT body FROM glue_resource_tags WHERE resource = ?");
  const put = db.prepare("INSERT OR REPLACE INTO glue_resource_tags VALUES (?, ?)");
  return {
    get(resource) {
      const row = get.get(resource);
      return row === undefined ? {} : JSON.parse(String(row.body)) as Record<string, string>;
    },
    set: (resource, tags) => void put.run(resource, JSON.stringify(tags)),
  };
}
