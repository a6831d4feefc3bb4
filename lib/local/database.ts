/**
 * The SQLite file with all of the embedded stack's state but logs and objects.
 * @module
 */
import { DatabaseSync } from "node:sqlite";

/**
 * Opens the state file, and makes it where it is missing. A commit is in the file when the call
 * returns, so a process that is killed loses none.
 *
 * @param path File to open, or `:memory:`
 * @returns The open database
 */
export function openDatabase(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  try {
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;");
    return db;
  } catch (error) {
    // While it is open, Windows would not let anybody delete a file that is no database.
    db.close();
    throw error;
  }
}

/**
 * Runs a function in one transaction: all of its changes are kept, or none.
 *
 * @param db Database to change
 * @param body What to do; it must not await
 * @returns What `body` returns
 */
export function transaction<T>(db: DatabaseSync, body: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = body();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    // SQLite has rolled back by itself where the disk is full: then a rollback is a failure.
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
