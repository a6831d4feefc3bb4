/**
 * The Data Catalog in SQLite: databases, tables with their versions, and partitions.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { Database, Partition, Table } from "@aws-sdk/client-glue";
import { ACCOUNT_ID } from "../account.ts";
import { transaction } from "../database.ts";
import type { Catalog } from "../types.ts";

/** What AWS gives each database whose maker does not say: IAM alone decides who makes tables. */
const IAM_ALONE: Database["CreateTableDefaultPermissions"] = [{
  Principal: { DataLakePrincipalIdentifier: "IAM_ALLOWED_PRINCIPALS" },
  Permissions: ["ALL"],
}];

/** The Data Catalog with what only Glue itself asks of it. */
export interface GlueCatalog extends Catalog {
  /** Versions of a table, newest first; the first is the table as it is. */
  tableVersions(database: string, name: string): Table[];
  /** Deletes an older version; the current one stays. */
  deleteTableVersion(database: string, name: string, versionId: string): boolean;
  /** Replaces a table without keeping the version before. */
  replaceTable(table: Table): void;
  /** Partitions in the order of their keys, those after a key alone. */
  partitionsAfter(
    database: string,
    table: string,
    after?: string,
  ): Iterable<{ key: string; partition: Partition }>;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS glue_databases (
    name TEXT PRIMARY KEY,
    body TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS glue_tables (
    database TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (database, name, version)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS glue_partitions (
    database TEXT NOT NULL,
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (database, table_name, key)
  );
`;

/** Partitions read at a time, so that a caller may change the table while it iterates. */
const PAGE = 500;

/**
 * Opens the Data Catalog in a state file. A new one has the database `default`, as an account has
 * that has used Athena; once deleted, it does not come back.
 *
 * @param db The open state file
 * @returns The catalog
 *
 * @example
 * ```ts
 * import { openDatabase } from "../database.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const db = openDatabase(":memory:");
 * const catalog = createCatalog(db);
 * catalog.putDatabase({ Name: "Stock_Market" });
 * assertEquals(catalog.databases().map(({ Name }) => Name), ["default", "stock_market"]);
 * db.close();
 * ```
 */
export function createCatalog(db: DatabaseSync): GlueCatalog {
  makeTables(db);
  const sql = {
    databases: db.prepare("SELECT body FROM glue_databases ORDER BY name"),
    database: db.prepare("SELECT body FROM glue_databases WHERE name = ?"),
    putDatabase: db.prepare("INSERT OR REPLACE INTO glue_databases VALUES (?, ?)"),
    deleteDatabase: db.prepare("DELETE FROM glue_databases WHERE name = ?"),
    tables: db.prepare(
      `SELECT body, max(version) FROM glue_tables WHERE database = ? GROUP BY name ORDER BY name`,
    ),
    versions: db.prepare(
      "SELECT body FROM glue_tables WHERE database = ? AND name = ? ORDER BY version DESC",
    ),
    table: db.prepare(
      `SELECT version, body FROM glue_tables WHERE database = ? AND name = ?
       ORDER BY version DESC LIMIT 1`,
    ),
    putTable: db.prepare("INSERT OR REPLACE INTO glue_tables VALUES (?, ?, ?, ?)"),
    deleteTable: db.prepare("DELETE FROM glue_tables WHERE database = ? AND name = ?"),
    deleteTables: db.prepare("DELETE FROM glue_tables WHERE database = ?"),
    deleteVersion: db.prepare(
      "DELETE FROM glue_tables WHERE database = ? AND name = ? AND version = ?",
    ),
    partitions: db.prepare(
      `SELECT key, body FROM glue_partitions WHERE database = ? AND table_name = ? AND key > ?
       ORDER BY key LIMIT ${PAGE}`,
    ),
    partition: db.prepare(
      "SELECT body FROM glue_partitions WHERE database = ? AND table_name = ? AND key = ?",
    ),
    putPartition: db.prepare("INSERT OR REPLACE INTO glue_partitions VALUES (?, ?, ?, ?)"),
    deletePartition: db.prepare(
      "DELETE FROM glue_partitions WHERE database = ? AND table_name = ? AND key = ?",
    ),
    deletePartitions: db.prepare(
      "DELETE FROM glue_partitions WHERE database = ? AND table_name = ?",
    ),
    deleteAllPartitions: db.prepare("DELETE FROM glue_partitions WHERE database = ?"),
  };
  const current = (database: string, name: string) => {
    const row = sql.table.get(fold(database), fold(name));
    return row === undefined
      ? undefined
      : { version: Number(row.version), table: decode<Table>(row.body) };
  };
  const writeTable = (table: Table, archive: boolean) => {
    const database = fold(table.DatabaseName ?? "");
    const name = fold(table.Name ?? "");
    const before = current(database, name);
    const version = before === undefined ? 0 : before.version + 1;
    const now = new Date();
    const whole: Table = {
      Retention: 0,
      IsRegisteredWithLakeFormation: false,
      ...table,
      Name: name,
      DatabaseName: database,
      CreateTime: before?.table.CreateTime ?? table.CreateTime ?? now,
      UpdateTime: now,
      CatalogId: ACCOUNT_ID,
      VersionId: String(version),
    };
    transaction(db, () => {
      sql.putTable.run(database, name, version, JSON.stringify(whole));
      if (before !== undefined && !archive) sql.deleteVersion.run(database, name, before.version);
    });
  };
  function* partitionsAfter(database: string, table: string, after = "") {
    let from = after;
    for (;;) {
      const rows = sql.partitions.all(fold(database), fold(table), from);
      for (const row of rows) {
        yield { key: String(row.key), partition: decode<Partition>(row.body) };
      }
      if (rows.length < PAGE) return;
      from = String(rows.at(-1)?.key);
    }
  }
  return {
    databases: () => sql.databases.all().map((row) => decode<Database>(row.body)),
    database(name) {
      const row = sql.database.get(fold(name));
      return row === undefined ? undefined : decode<Database>(row.body);
    },
    putDatabase(database) {
      const whole = wholeDatabase(database);
      sql.putDatabase.run(whole.Name, JSON.stringify(whole));
    },
    deleteDatabase(name) {
      transaction(db, () => {
        sql.deleteAllPartitions.run(fold(name));
        sql.deleteTables.run(fold(name));
        sql.deleteDatabase.run(fold(name));
      });
    },
    tables: (database) => sql.tables.all(fold(database)).map((row) => decode<Table>(row.body)),
    table: (database, name) => current(database, name)?.table,
    putTable: (table) => writeTable(table, true),
    replaceTable: (table) => writeTable(table, false),
    deleteTable(database, name) {
      transaction(db, () => {
        sql.deletePartitions.run(fold(database), fold(name));
        sql.deleteTable.run(fold(database), fold(name));
      });
    },
    tableVersions: (database, name) =>
      sql.versions.all(fold(database), fold(name)).map((row) => decode<Table>(row.body)),
    deleteTableVersion(database, name, versionId) {
      if (current(database, name)?.table.VersionId === versionId) return false;
      if (!/^\d+$/.test(versionId)) return false;
      const result = sql.deleteVersion.run(fold(database), fold(name), Number(versionId));
      return Number(result.changes) > 0;
    },
    *partitions(database, table) {
      for (const { partition } of partitionsAfter(database, table)) yield partition;
    },
    partitionsAfter,
    partition(database, table, values) {
      const row = sql.partition.get(fold(database), fold(table), partitionKey(values));
      return row === undefined ? undefined : decode<Partition>(row.body);
    },
    putPartitions(database, table, partitions) {
      const now = new Date();
      transaction(db, () => {
        for (const partition of partitions) {
          const whole: Partition = {
            CreationTime: now,
            ...partition,
            DatabaseName: fold(database),
            TableName: fold(table),
            CatalogId: ACCOUNT_ID,
          };
          const key = partitionKey(partition.Values ?? []);
          sql.putPartition.run(fold(database), fold(table), key, JSON.stringify(whole));
        }
      });
    },
    deletePartitions(database, table, values) {
      transaction(db, () => {
        for (const one of values) {
          sql.deletePartition.run(fold(database), fold(table), partitionKey(one));
        }
      });
    },
  };
}

/** Makes the tables where they are missing. */
function makeTables(db: DatabaseSync): void {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'glue_databases'").get();
  transaction(db, () => {
    db.exec(SCHEMA);
    if (known === undefined) {
      db.prepare("INSERT INTO glue_databases VALUES ('default', ?)")
        .run(JSON.stringify(wholeDatabase({ Name: "default" })));
    }
  });
}

function wholeDatabase(database: Database): Database & { Name: string } {
  return {
    CatalogId: ACCOUNT_ID,
    CreateTime: new Date(),
    CreateTableDefaultPermissions: IAM_ALONE,
    ...database,
    Name: fold(database.Name ?? ""),
  };
}

/** Gives the text that tells a partition of a table from the others. */
export function partitionKey(values: readonly string[]): string {
  return JSON.stringify(values);
}

/** Names of databases and tables are kept in lower case, for compatibility with Hive. */
function fold(name: string): string {
  return name.toLowerCase();
}

const DATES = ["CreateTime", "UpdateTime", "CreationTime", "LastAccessTime", "LastAnalyzedTime"];

function decode<T extends object>(body: unknown): T {
  const value = JSON.parse(String(body)) as Record<string, unknown>;
  for (const name of DATES) {
    const date = value[name];
    if (typeof date === "string") value[name] = new Date(date);
  }
  return value as T;
}
