/**
 * What a crawl changed.
 * @module
 */
import type { TableColumn, TableDescription, TablePartition } from "./tables.ts";

/** What changed in a table that was there before. */
export interface TableChange {
  name: string;
  columnsAdded: TableColumn[];
  columnsRemoved: TableColumn[];
  /** Columns whose type is another one now. */
  columnsChanged: { name: string; from: string; to: string }[];
  partitionsAdded: TablePartition[];
  partitionsRemoved: TablePartition[];
}

/** What changed in a database: names of tables, and changes of those that were there before. */
export interface CatalogChanges {
  created: string[];
  updated: TableChange[];
  unchanged: string[];
  removed: string[];
}

/**
 * Compares the tables before and after.
 *
 * @param before Tables as they were
 * @param after Tables as they are
 * @returns What is new, changed, as it was, and gone
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const table = {
 *   name: "prices",
 *   columns: [{ name: "close", type: "int" }],
 *   partitionKeys: [],
 *   partitions: [],
 *   location: "s3://prices/prices/",
 *   classification: "json",
 * };
 * const changes = catalogChanges([table], [{ ...table, columns: [{ name: "close", type: "double" }] }]);
 * assertEquals(changes.updated[0]?.columnsChanged, [{ name: "close", from: "int", to: "double" }]);
 * ```
 */
export function catalogChanges(
  before: readonly TableDescription[],
  after: readonly TableDescription[],
): CatalogChanges {
  const earlier = new Map(before.map((table) => [table.name, table]));
  const changes: CatalogChanges = { created: [], updated: [], unchanged: [], removed: [] };
  for (const table of after) {
    const old = earlier.get(table.name);
    earlier.delete(table.name);
    if (old === undefined) {
      changes.created.push(table.name);
      continue;
    }
    const change = tableChange(old, table);
    const { name, ...lists } = change;
    if (Object.values(lists).some((list) => list.length > 0)) changes.updated.push(change);
    else changes.unchanged.push(name);
  }
  changes.removed.push(...earlier.keys());
  return changes;
}

function tableChange(old: TableDescription, now: TableDescription): TableChange {
  const columns = (table: TableDescription) => [...table.columns, ...table.partitionKeys];
  const oldTypes = new Map(columns(old).map(({ name, type }) => [name, type]));
  const newTypes = new Map(columns(now).map(({ name, type }) => [name, type]));
  const place = ({ values }: TablePartition) => JSON.stringify(values);
  const oldPlaces = new Set(old.partitions.map(place));
  const newPlaces = new Set(now.partitions.map(place));
  return {
    name: now.name,
    columnsAdded: columns(now).filter(({ name }) => !oldTypes.has(name)),
    columnsRemoved: columns(old).filter(({ name }) => !newTypes.has(name)),
    columnsChanged: [...newTypes].flatMap(([name, to]) => {
      const from = oldTypes.get(name);
      return from === undefined || from === to ? [] : [{ name, from, to }];
    }),
    partitionsAdded: now.partitions.filter((one) => !oldPlaces.has(place(one))),
    partitionsRemoved: old.partitions.filter((one) => !newPlaces.has(place(one))),
  };
}
