/**
 * A window, as DuckDB's SQL.
 * @module
 */

/** A window, in DuckDB's SQL. */
export interface Window {
  partitionBy: string[];
  orderBy: string[];
  /** What is said of the frame, if anything is. */
  frame?: { unit: "ROWS" | "RANGE" | "GROUPS"; start: string; end: string };
}

/** What stands after OVER. */
export function windowSql({ partitionBy, orderBy, frame }: Window): string {
  const parts: string[] = [];
  if (partitionBy.length > 0) parts.push(`PARTITION BY ${partitionBy.join(", ")}`);
  if (orderBy.length > 0) parts.push(`ORDER BY ${orderBy.join(", ")}`);
  if (frame) parts.push(`${frame.unit} BETWEEN ${frame.start} AND ${frame.end}`);
  return `(${parts.join(" ")})`;
}
