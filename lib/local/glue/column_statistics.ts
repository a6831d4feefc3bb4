/**
 * Statistics of columns, of tables and of their partitions, in SQLite.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { ColumnStatistics, GetColumnStatisticsForTableResponse } from "@aws-sdk/client-glue";
import { parseWire, stringifyWire } from "../aws/wire_json.ts";
import { partitionKey } from "./catalog.ts";

/** What statistics are of. */
export interface StatisticsOwner {
  database: string;
  table: string;
  /** Values of a partition; without them, the statistics are the table's. */
  partition?: readonly string[];
}

/** Statistics by what they are of, and the column's name. They end with their table or partition. */
export interface StatisticsStore {
  /** Statistics of columns, and an error for each column that has none. */
  get(owner: StatisticsOwner, columns: readonly string[]): GetColumnStatisticsForTableResponse;
  put(owner: StatisticsOwner, statistics: readonly ColumnStatistics[]): void;
  delete(owner: StatisticsOwner, column: string): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS glue_column_statistics (
    database TEXT NOT NULL,
    table_name TEXT NOT NULL,
    partition TEXT NOT NULL,
    column_name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (database, table_name, partition, column_name)
  ) WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS glue_statistics_of_partition AFTER DELETE ON glue_partitions BEGIN
    DELETE FROM glue_column_statistics
    WHERE database = old.database AND table_name = old.table_name AND partition = old.key;
  END;
  CREATE TRIGGER IF NOT EXISTS glue_statistics_of_table AFTER DELETE ON glue_tables
  WHEN NOT EXISTS (SELECT 1 FROM glue_tables WHERE database = old.database AND name = old.name)
  BEGIN
    DELETE FROM glue_column_statistics
    WHERE database = old.database AND table_name = old.name AND partition = '';
  END;
`;

/**
 * Opens the statistics in a state file that has a Data Catalog.
 *
 * @param db The open state file
 * @returns The statistics
 */
export function createStatisticsStore(db: DatabaseSync): StatisticsStore {
  db.exec(SCHEMA);
  const where = "WHERE database = ? AND table_name = ? AND partition = ? AND column_name = ?";
  const get = db.prepare(`SELECT body FROM glue_column_statistics ${where}`);
  const put = db.prepare("INSERT OR REPLACE INTO glue_column_statistics VALUES (?, ?, ?, ?, ?)");
  const remove = db.prepare(`DELETE FROM glue_column_statistics ${where}`);
  return {
    get(owner, columns) {
      const rows = columns.map((name) => ({ name, body: get.get(...place(owner), name)?.body }));
      return {
        ColumnStatisticsList: rows.filter(({ body }) => body !== undefined)
          .map(({ body }) => parseWire(String(body)) as ColumnStatistics),
        Errors: rows.filter(({ body }) => body === undefined).map(({ name }) => ({
          ColumnName: name,
          Error: {
            ErrorCode: "EntityNotFoundException",
            ErrorMessage: "Statistics do not exist for this column",
          },
        })),
      };
    },
    put(owner, statistics) {
      for (const one of statistics) {
        put.run(...place(owner), one.ColumnName ?? "", stringifyWire(one));
      }
    },
    delete: (owner, column) => void remove.run(...place(owner), column),
  };
}

function place({ database, table, partition }: StatisticsOwner): [string, string, string] {
  const key = partition === undefined ? "" : partitionKey(partition);
  return [database.toLowerCase(), table.toLowerCase(), key];
}
