/**
 * Settings that were given at run time to what is no topic: the broker, groups, subscriptions to
 * clients' metrics.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { Overrides } from "./key.ts";

/** The settings by the things they are of. */
export interface DynamicConfigs {
  /** Settings of a thing: none where it has none. */
  of(type: number, name: string): Overrides;
  /** Names of the things of a type that have settings. */
  names(type: number): string[];
  /** Sets all settings of a thing. */
  set(type: number, name: string, overrides: Overrides): void;
}

/**
 * Opens the settings.
 *
 * @param db Database with the broker's tables
 */
export function openDynamicConfigs(db: DatabaseSync): DynamicConfigs {
  const select = db.prepare("SELECT configs FROM kafka_configs WHERE type = ? AND name = ?");
  const list = db.prepare("SELECT name FROM kafka_configs WHERE type = ? ORDER BY name");
  const remove = db.prepare("DELETE FROM kafka_configs WHERE type = ? AND name = ?");
  const insert = db.prepare("INSERT OR REPLACE INTO kafka_configs VALUES (?, ?, ?)");
  return {
    of(type, name) {
      const row = select.get(type, name);
      return row === undefined ? {} : JSON.parse(row.configs as string);
    },
    names: (type) => list.all(type).map(({ name }) => name as string),
    set(type, name, overrides) {
      if (Object.keys(overrides).length === 0) remove.run(type, name);
      else insert.run(type, name, JSON.stringify(overrides));
    },
  };
}
