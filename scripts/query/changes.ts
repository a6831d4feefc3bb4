/**
 * What changed between two answers to one query.
 * @module
 */
import type { AthenaRow, AthenaValue, QueryResult } from "../../lib/athena/mod.ts";
import { formatCount } from "../cli/format.ts";

/** An answer beside the one before it. */
export interface Comparison {
  /** Whether any cell, row or column differs. */
  changed: boolean;
  /** Cells by row and column: `old → new` where they differ. */
  cells: unknown[][];
  /** Rows that were not there before. */
  added: number;
  /** Rows that are there no more. */
  removed: number;
}

/**
 * Compares two answers. Rows go together by their first column where its values tell them apart,
 * and by their place otherwise.
 *
 * @param before The earlier answer
 * @param after The later answer
 * @returns The later answer with its changes marked
 */
export function compareResults(before: QueryResult, after: QueryResult): Comparison {
  const key = rowKeys(before, after);
  const earlier = new Map(before.rows.map((row, index) => [key(row, index), row]));
  let changed = before.columns.length !== after.columns.length;
  let added = 0;
  const cells = after.rows.map((row, index) => {
    const old = earlier.get(key(row, index));
    earlier.delete(key(row, index));
    if (old === undefined) added++;
    return after.columns.map(({ name }) => {
      const value = row[name] ?? null;
      if (old === undefined || (old[name] ?? null) === value) return value;
      if (Number.isNaN(old[name]) && Number.isNaN(value)) return value;
      changed = true;
      return changeText(old[name] ?? null, value);
    });
  });
  return {
    changed: changed || added > 0 || earlier.size > 0,
    cells,
    added,
    removed: earlier.size,
  };
}

function rowKeys(
  before: QueryResult,
  after: QueryResult,
): (row: AthenaRow, index: number) => unknown {
  const name = after.columns[0]?.name;
  const tellsApart = (rows: readonly AthenaRow[]) =>
    new Set(rows.map((row) => row[name!])).size === rows.length;
  // One row is one answer that changes, not one that goes while another comes.
  const single = before.rows.length <= 1 && after.rows.length <= 1;
  const byValue = name !== undefined && !single && tellsApart(before.rows) &&
    tellsApart(after.rows);
  return byValue ? (row) => row[name] : (_row, index) => index;
}

function changeText(old: AthenaValue, now: AthenaValue): string {
  if (typeof old === "number" && typeof now === "number") {
    const difference = now - old;
    const amount = Number.isInteger(difference)
      ? formatCount(Math.abs(difference))
      : String(Number(Math.abs(difference).toPrecision(6)));
    return `${old} → ${now} (${difference < 0 ? "-" : "+"}${amount})`;
  }
  return `${old ?? "NULL"} → ${now ?? "NULL"}`;
}
