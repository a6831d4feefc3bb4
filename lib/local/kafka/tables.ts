/**
 * What the broker keeps in SQLite.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";

/** Makes the broker's tables where they are missing. */
export function createTables(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS kafka_meta (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_topics (
      name TEXT PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      folder TEXT NOT NULL UNIQUE,
      configs TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_partitions (
      topic TEXT NOT NULL REFERENCES kafka_topics (name) ON DELETE CASCADE,
      partition INTEGER NOT NULL,
      start_offset INTEGER NOT NULL,
      PRIMARY KEY (topic, partition)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_cleaned (
      topic TEXT NOT NULL REFERENCES kafka_topics (name) ON DELETE CASCADE,
      partition INTEGER NOT NULL,
      clean_offset INTEGER NOT NULL,
      PRIMARY KEY (topic, partition)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_groups (
      group_id TEXT PRIMARY KEY,
      protocol_type TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_offsets (
      group_id TEXT NOT NULL REFERENCES kafka_groups (group_id) ON DELETE CASCADE,
      topic TEXT NOT NULL,
      partition INTEGER NOT NULL,
      committed_offset INTEGER NOT NULL,
      leader_epoch INTEGER NOT NULL,
      metadata TEXT NOT NULL,
      PRIMARY KEY (group_id, topic, partition)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_consumer_groups (
      group_id TEXT PRIMARY KEY REFERENCES kafka_groups (group_id) ON DELETE CASCADE,
      epoch INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_configs (
      type INTEGER NOT NULL,
      name TEXT NOT NULL,
      configs TEXT NOT NULL,
      PRIMARY KEY (type, name)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_quotas (
      entity TEXT PRIMARY KEY,
      limits TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS kafka_scram_users (
      name TEXT NOT NULL,
      mechanism INTEGER NOT NULL,
      iterations INTEGER NOT NULL,
      PRIMARY KEY (name, mechanism)
    ) STRICT;
  `);
}

/**
 * A value that is made once and kept, such as the cluster's id.
 *
 * @param db Database with the tables
 * @param name Name of the value
 * @param make Makes it where there is none
 */
export function keptValue(db: DatabaseSync, name: string, make: () => string): string {
  const found = db.prepare("SELECT value FROM kafka_meta WHERE name = ?").get(name);
  if (found !== undefined) return found.value as string;
  const value = make();
  keepValue(db, name, value);
  return value;
}

/** Sets a kept value. */
export function keepValue(db: DatabaseSync, name: string, value: string): void {
  db.prepare("INSERT OR REPLACE INTO kafka_meta (name, value) VALUES (?, ?)").run(name, value);
}
