/**
 * Our own aggregates, as DuckDB's SQL calls them.
 * @module
 */
import { AGGREGATES } from "../engine/aggregates/mod.ts";
import type { UdfType } from "../engine/udf.ts";

/** The name of one of our own aggregates. */
export type OwnAggregate = keyof typeof AGGREGATES;

const SQL_TYPES: Record<UdfType, string> = {
  s: "VARCHAR",
  i: "BIGINT",
  d: "DOUBLE",
  b: "BOOLEAN",
  x: "BLOB",
  l: "DOUBLE[]",
  q: "BIGINT[]",
  t: "VARCHAR[]",
};

/** A row as one of our aggregates takes it. */
export function rowSql(
  name: OwnAggregate,
  values: readonly string[],
  bounds: readonly string[] = [],
): string {
  const { row } = AGGREGATES[name];
  const fields = values.map((sql, i) => `v${i} := CAST(${sql} AS ${SQL_TYPES[row[i] as UdfType]})`);
  return `struct_pack(${[...bounds, ...fields].join(", ")})`;
}
