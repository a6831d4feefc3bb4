/**
 * What Athena's operations work with.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type {
  NamedQuery,
  PreparedStatement,
  QueryExecution,
  Tag,
  WorkGroup,
} from "@aws-sdk/client-athena";
import type { Catalog, ObjectStore } from "../types.ts";
import type { Documents, Executions } from "./executions/documents.ts";
import type { Runner } from "./executions/runner.ts";
import type { AthenaSettings } from "./settings.ts";

/** How Athena is made. */
export interface AthenaOptions {
  /** State file that all services share. */
  db: DatabaseSync;
  catalog: Catalog;
  store: ObjectStore;
  /** Folder with the stack's state: its objects are in `objects`, the engine's own files in `athena`. */
  dataDir: string;
  settings?: AthenaSettings;
}

/** A prepared statement as it is kept. */
export type StoredStatement = PreparedStatement & { StatementName: string; WorkGroupName: string };

/** Everything operations need. */
export interface AthenaContext {
  catalog: Catalog;
  store: ObjectStore;
  executions: Executions;
  runner: Runner;
  workGroups: Documents<WorkGroup & { Name: string }>;
  namedQueries: Documents<NamedQuery & { NamedQueryId: string }>;
  statements: Documents<StoredStatement>;
  tags: Documents<Tag[]>;
}

/** Input of an operation, not checked yet. */
export type Input = Record<string, unknown>;

/** One operation. */
export type Operation = (context: AthenaContext, input: Input) => unknown;

/** An execution without what the API does not show. */
export type ShownExecution = QueryExecution;
