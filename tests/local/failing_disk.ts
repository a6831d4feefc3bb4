/**
 * A disk that fails for a stack in this process, until it is undone.
 * @module
 */
import { DatabaseSync } from "node:sqlite";

/** What writes to files fail with, by the system's name. */
const SYSTEM_WORDS = {
  ENOSPC: "No space left on device (os error 28)",
  EROFS: "Read-only file system (os error 30)",
};

/**
 * Has every write to an open file fail.
 *
 * @param code The system's name of the failure
 * @returns What ends it
 */
export function failWrites(code: keyof typeof SYSTEM_WORDS): Disposable {
  const { write, writeSync } = Deno.FsFile.prototype;
  const fail = () => {
    throw Object.assign(new Error(SYSTEM_WORDS[code]), { code });
  };
  Deno.FsFile.prototype.write = () => Promise.resolve().then(fail);
  Deno.FsFile.prototype.writeSync = fail;
  return {
    [Symbol.dispose]: () => void Object.assign(Deno.FsFile.prototype, { write, writeSync }),
  };
}

/**
 * Has SQLite refuse rows of a table as it does on a disk that is full.
 *
 * @param path The database's file
 * @param table The table
 * @returns What ends it
 */
export function failRows(path: string, table: string): Disposable {
  const run = (sql: string) => {
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
  };
  run(`CREATE TRIGGER full_${table} BEFORE INSERT ON ${table} BEGIN
    SELECT RAISE(ROLLBACK, 'database or disk is full'); END`);
  return { [Symbol.dispose]: () => run(`DROP TRIGGER full_${table}`) };
}
