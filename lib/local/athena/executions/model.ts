/**
 * A query execution as it is kept, and what it runs.
 * @module
 */
import type { ColumnInfo, QueryExecution } from "@aws-sdk/client-athena";
import type { Expression } from "../sql/ast.ts";
import type { Statement } from "../sql/statements.ts";

/** What an execution is kept as: the shape of the API, and what the API does not show. */
export interface Execution extends QueryExecution {
  QueryExecutionId: string;
  Query: string;
  WorkGroup: string;
  Status: NonNullable<QueryExecution["Status"]>;
  Statistics: NonNullable<QueryExecution["Statistics"]>;
  /** Result columns, once it succeeded. */
  columns?: ColumnInfo[];
  /** Number of rows in the result object, the header among them. */
  rows?: number;
  /** Bytes at which every thousandth row of the result object begins. */
  offsets?: number[];
  updateCount?: number;
  /** What the start call asked for, to know the same call again. */
  asked?: string;
  /** What an execution has in common with those that its result answers. */
  reuse?: string;
}

/** Rows between two entries of `offsets`. */
export const OFFSET_STEP = 1000;

/** What an execution runs. */
export interface Work {
  statement: Statement;
  parameters: readonly Expression[];
  database?: string | undefined;
  cutoff?: number | undefined;
  /** The execution whose result this one gives. */
  previous?: Execution | undefined;
}
