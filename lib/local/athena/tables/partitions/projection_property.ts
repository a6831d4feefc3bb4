/**
 * What the types of projected columns share.
 * @module
 */
import { QueryError } from "../../errors.ts";

/** Partitions of a table, and values of a column, at most. */
export const MAX_PARTITIONS = 1_000_000;

/** A value of a partition's column. */
export interface Projected {
  value: string;
  /** The value as it stands in the location. */
  text: string;
}

/** The error of a property that projects nothing. */
export function invalid(message: string): QueryError {
  return new QueryError("INVALID_TABLE_PROPERTY", message);
}

/** Takes a range apart, `from,to`. */
export function rangeOf(key: string, range: string | undefined): [string, string] {
  const parts = range?.split(",");
  if (parts?.length !== 2) {
    throw invalid(`The property projection.${key}.range is not 'from,to': ${range}`);
  }
  return parts as [string, string];
}
