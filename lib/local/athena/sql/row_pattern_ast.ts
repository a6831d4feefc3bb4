/**
 * The parsed form of MATCH_RECOGNIZE.
 * @module
 */
import type { Position } from "../errors.ts";
import type { Expression, Identifier, SortItem } from "./ast.ts";

/** A pattern of rows. */
export type RowPattern =
  | { kind: "variable"; name: Identifier }
  | { kind: "empty" }
  | { kind: "partition start" | "partition end"; position: Position }
  | { kind: "exclusion"; pattern: RowPattern; position: Position }
  | { kind: "sequence" | "alternation" | "permutation"; patterns: RowPattern[] }
  | { kind: "quantified"; pattern: RowPattern; quantifier: Quantifier };

/** How often a pattern stands one after another; without an upper bound, as often as it will. */
export interface Quantifier {
  least: bigint;
  most?: bigint;
  /** Whether more is preferred to less. */
  greedy: boolean;
  position: Position;
}

/** Which rows a match gives. */
export type RowsPerMatch = "ONE" | "SHOW EMPTY" | "OMIT EMPTY" | "WITH UNMATCHED";

/** Where the search goes on after a match. */
export type SkipTo =
  | { to: "PAST LAST ROW" | "NEXT ROW" }
  | { to: "FIRST" | "LAST"; variable: Identifier };

/** What stands in the parentheses of MATCH_RECOGNIZE. */
export interface RowPatternClauses {
  partitionBy: Expression[];
  orderBy: SortItem[];
  measures: { value: Expression; name: Identifier }[];
  rowsPerMatch: RowsPerMatch;
  skip: SkipTo;
  search?: { mode: "INITIAL" | "SEEK"; position: Position };
  pattern: RowPattern;
  subsets: { name: Identifier; variables: Identifier[] }[];
  definitions: { name: Identifier; condition: Expression }[];
}
