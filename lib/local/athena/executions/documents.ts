/**
 * What Athena keeps in the stack's state file.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { Execution } from "./model.ts";

/** Things of one kind, by name, in the order of their names. */
export interface Documents<T> {
  get(id: string): T | undefined;
  put(id: string, document: T): void;
  delete(id: string): boolean;
  list(): T[];
}

/** Makes the tables where they are missing. */
export function createTables(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS athena_documents (
      kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)
    ) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS athena_executions (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, work_group TEXT NOT NULL,
      token TEXT, ended INTEGER NOT NULL, body TEXT NOT NULL
    );
    CREATE UNIQUE INDEX IF NOT EXISTS athena_executions_token
      ON athena_executions (token) WHERE token IS NOT NULL;
    CREATE INDEX IF NOT EXISTS athena_executions_group ON athena_executions (work_group, number);
  `);
}

/** Opens the things of one kind. */
export function openDocuments<T>(db: DatabaseSync, kind: string): Documents<T> {
  const get = db.prepare("SELECT body FROM athena_documents WHERE kind = ? AND id = ?");
  const put = db.prepare(
    "INSERT OR REPLACE INTO athena_documents (kind, id, body) VALUES (?, ?, ?)",
  );
  const remove = db.prepare("DELETE FROM athena_documents WHERE kind = ? AND id = ?");
  const list = db.prepare("SELECT body FROM athena_documents WHERE kind = ? ORDER BY id");
  const parse = (row: Record<string, unknown>) => JSON.parse(String(row["body"])) as T;
  return {
    get: (id) => {
      const row = get.get(kind, id);
      return row && parse(row);
    },
    put: (id, document) => void put.run(kind, id, JSON.stringify(document)),
    delete: (id) => Number(remove.run(kind, id).changes) > 0,
    list: () => list.all(kind).map(parse),
  };
}

/** The history of executions. */
export interface Executions {
  get(id: string): Execution | undefined;
  byToken(token: string): Execution | undefined;
  /** A work group's executions with a result of their own that answers the same, the latest first. */
  withResult(workGroup: string, reuse: string): Execution[];
  add(execution: Execution, token?: string): void;
  update(execution: Execution): void;
  /** Ids of a work group's executions, the latest first; `before` is the number of the last seen. */
  page(workGroup: string, limit: number, before?: number): { id: string; number: number }[];
  /** Executions that had not ended when the process did. */
  unfinished(): Execution[];
}

const ENDED = ["SUCCEEDED", "FAILED", "CANCELLED"];

/** Opens the history. */
export function openExecutions(db: DatabaseSync): Executions {
  const get = db.prepare("SELECT body FROM athena_executions WHERE id = ?");
  const byToken = db.prepare("SELECT body FROM athena_executions WHERE token = ?");
  const withResult = db.prepare(`
    SELECT body FROM athena_executions
    WHERE work_group = ? AND ended = 1 AND body ->> '$.reuse' = ?
      AND body ->> '$.Status.State' = 'SUCCEEDED'
      AND NOT (body ->> '$.Statistics.ResultReuseInformation.ReusedPreviousResult')
    ORDER BY number DESC LIMIT 100`);
  const insert = db.prepare(
    "INSERT INTO athena_executions (id, work_group, token, ended, body) VALUES (?, ?, ?, 0, ?)",
  );
  const update = db.prepare("UPDATE athena_executions SET ended = ?, body = ? WHERE id = ?");
  const page = db.prepare(
    "SELECT id, number FROM athena_executions WHERE work_group = ? AND number < ? ORDER BY number DESC LIMIT ?",
  );
  const unfinished = db.prepare("SELECT body FROM athena_executions WHERE ended = 0");
  const parse = (row: Record<string, unknown> | undefined): Execution | undefined => {
    if (!row) return undefined;
    return JSON.parse(
      String(row["body"]),
      (key, value) =>
        key.endsWith("DateTime") && typeof value === "string" ? new Date(value) : value,
    ) as Execution;
  };
  return {
    get: (id) => parse(get.get(id)),
    byToken: (token) => parse(byToken.get(token)),
    withResult: (workGroup, reuse) =>
      withResult.all(workGroup, reuse).map((row) => parse(row) as Execution),
    add: (execution, token) =>
      void insert.run(
        execution.QueryExecutionId,
        execution.WorkGroup,
        token ?? null,
        JSON.stringify(execution),
      ),
    update: (execution) =>
      void update.run(
        ENDED.includes(execution.Status.State ?? "") ? 1 : 0,
        JSON.stringify(execution),
        execution.QueryExecutionId,
      ),
    page: (workGroup, limit, before = Number.MAX_SAFE_INTEGER) =>
      page.all(workGroup, before, limit).map((row) => ({
        id: String(row["id"]),
        number: Number(row["number"]),
      })),
    unfinished: () => unfinished.all().map((row) => parse(row) as Execution),
  };
}
