/**
 * User-defined functions in SQLite: Hive, Spark and Trino keep theirs in the Data Catalog. Athena
 * does not call them.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { UserDefinedFunction } from "@aws-sdk/client-glue";
import { ACCOUNT_ID } from "../account.ts";

/** Functions by database and name, in lower case. They end with their database. */
export interface FunctionStore {
  /** Functions of a database, or of all of them, by database and name. */
  list(database?: string): UserDefinedFunction[];
  get(database: string, name: string): UserDefinedFunction | undefined;
  put(database: string, definition: UserDefinedFunction): void;
  delete(database: string, name: string): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS glue_functions (
    database TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (database, name)
  ) WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS glue_functions_of_database AFTER DELETE ON glue_databases BEGIN
    DELETE FROM glue_functions WHERE database = old.name;
  END;
`;

/**
 * Opens the functions in a state file that has a Data Catalog.
 *
 * @param db The open state file
 * @returns The functions
 */
export function createFunctionStore(db: DatabaseSync): FunctionStore {
  db.exec(SCHEMA);
  const all = db.prepare(
    "SELECT body FROM glue_functions WHERE ? IN ('', database) ORDER BY database, name",
  );
  const get = db.prepare("SELECT body FROM glue_functions WHERE database = ? AND name = ?");
  const put = db.prepare("INSERT OR REPLACE INTO glue_functions VALUES (?, ?, ?)");
  const remove = db.prepare("DELETE FROM glue_functions WHERE database = ? AND name = ?");
  return {
    list: (database = "") => all.all(database.toLowerCase()).map(({ body }) => decode(body)),
    get(database, name) {
      const row = get.get(database.toLowerCase(), name.toLowerCase());
      return row === undefined ? undefined : decode(row.body);
    },
    put(database, definition) {
      const name = (definition.FunctionName ?? "").toLowerCase();
      const whole: UserDefinedFunction = {
        CreateTime: new Date(),
        ...definition,
        FunctionName: name,
        DatabaseName: database.toLowerCase(),
        CatalogId: ACCOUNT_ID,
      };
      put.run(database.toLowerCase(), name, JSON.stringify(whole));
    },
    delete: (database, name) => void remove.run(database.toLowerCase(), name.toLowerCase()),
  };
}

function decode(body: unknown): UserDefinedFunction {
  const definition = JSON.parse(String(body)) as UserDefinedFunction;
  return { ...definition, CreateTime: new Date(definition.CreateTime ?? 0) };
}
