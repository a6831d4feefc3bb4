/**
 * What MATCH_RECOGNIZE looks for, and what it tells of what it finds.
 *
 * Pattern variables are numbers, their places in the list of names. A row of a match has one of them as
 * its label.
 * @module
 */
import type { Formula, NumberColumns } from "./formula.ts";
import type { Instruction } from "./program.ts";

/** Rows of a match that have one of some labels; all rows where no labels are named. */
export interface RowSet {
  labels: readonly number[];
  /** Whether rows behind the current one are left out. */
  running: boolean;
}

/** A row, as seen from a row of a match: the first or last of a set, and so many rows from there. */
export interface Navigation extends RowSet {
  from: "first" | "last";
  /** How many rows of the set are passed over. */
  skipped: number;
  /** How many rows of the partition it is away from there; before it where that is negative. */
  offset: number;
}

/** Rows that are aggregated. */
export interface Aggregated extends RowSet {
  /** Whether it matters which label each row has. */
  labeled: boolean;
  /** Whether only their number is asked for. */
  counted: boolean;
}

/** What an expression takes of a match: rows, labels of rows, and sets of rows to aggregate. */
export interface Needs {
  rows: Navigation[];
  labels: Navigation[];
  sets: Aggregated[];
  /** Whether it takes the number of the match. */
  number: boolean;
}

/** What holds of a row with a label. */
export interface Condition {
  needs: Needs;
  /** SELECT of `id` and whether it holds, over the table with this name. */
  sql(asked: string): string;
  /** What says the same, where it can be computed here. */
  formula?: Formula | undefined;
}

/** Which rows a match gives. */
export type Output = "one row" | "all rows" | "all but empty matches" | "all and unmatched rows";

/** Where the search goes on after a match. */
export type Skip = { to: "past last row" } | { to: "next row" } | { to: "row"; row: Navigation };

/** A MATCH_RECOGNIZE, translated. */
export interface RowPattern {
  /** What its tables' names begin with. */
  name: string;
  /**
   * SELECT of the rows: `part` tells partitions apart, `place` is a row's place in its own, and the
   * columns are `c0`, `c1` ….
   */
  input: string;
  labels: readonly string[];
  /** The columns that formulas take. */
  numbers: NumberColumns;
  program: readonly Instruction[];
  /** By label; nothing where every row may have it. */
  conditions: readonly (Condition | undefined)[];
  /** An aggregate in the conditions whose state threads cannot share: none may become two with it. */
  uncopied?: string | undefined;
  measures: Needs;
  output: Output;
  skip: Skip;
}
