/**
 * The partitions of a table that a query needs.
 * @module
 */
import type { Partition, Table } from "@aws-sdk/client-glue";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Catalog } from "../../../types.ts";
import type { Scan } from "../../analyze/context.ts";
import { partitionAlias } from "../../analyze/prune.ts";
import { hiveType } from "../../types/names.ts";
import { duckType } from "../../types/types.ts";
import { quote } from "../../values/typed.ts";
import type { Part } from "./part.ts";
import { NULL_PARTITION } from "./path.ts";
import { isProjected, projectedPartitions } from "./projection.ts";
import { checkPartitionValues } from "./values.ts";

/** Chooses the parts of a table that may hold rows for which the scan's conditions hold. */
export async function neededParts(
  scan: Scan,
  catalog: Catalog,
  connection: DuckDBConnection,
): Promise<Part[]> {
  const { table } = scan;
  const storage = table.StorageDescriptor;
  if (!table.PartitionKeys?.length) {
    return [{ values: [], location: storage?.Location ?? "", ...(storage ? { storage } : {}) }];
  }
  const all = isProjected(table)
    ? projectedPartitions(table, scan.conditions)
    : catalogParts(table, catalog.partitions(table.DatabaseName ?? "", table.Name ?? ""));
  return await prunedParts(scan, all, connection);
}

function catalogParts(table: Table, partitions: Iterable<Partition>): Part[] {
  const types = (table.PartitionKeys ?? []).map((key) => hiveType(key.Type ?? "string"));
  return Array.from(partitions, (partition): Part => {
    const storage = partition.StorageDescriptor ?? table.StorageDescriptor;
    const values = (partition.Values ?? []).map((value) => value === NULL_PARTITION ? null : value);
    checkPartitionValues(table, types, values);
    return {
      values,
      location: storage?.Location ?? "",
      ...(storage ? { storage } : {}),
    };
  });
}

async function prunedParts(
  scan: Scan,
  parts: Part[],
  connection: DuckDBConnection,
): Promise<Part[]> {
  if (scan.conditions.length === 0 || parts.length === 0) return parts;
  const keys = scan.columns.filter((column) => column.partition);
  const names = keys.map((key) => partitionAlias(scan, key.name));
  const kept: Part[] = [];
  const batch = 5_000;
  for (let from = 0; from < parts.length; from += batch) {
    const rows = parts.slice(from, from + batch).map((part, i) =>
      `(${
        [from + i, ...part.values.map((value) => value === null ? "NULL" : quote(value))].join(",")
      })`
    );
    const casts = keys.map((key, i) =>
      `CAST(v.${names[i]} AS ${duckType(key.type)}) AS ${names[i]}`
    );
    // A condition that fails on a partition's value tells nothing: that partition is read.
    const result = await connection.runAndReadAll(
      `SELECT p.i FROM (SELECT v.i, ${casts.join(", ")} FROM (VALUES ${rows.join(",")}) v(i, ${
        names.join(", ")
      })) p WHERE ${
        scan.conditions.map((condition) => `coalesce(${condition}, FALSE)`).join(" AND ")
      } ORDER BY p.i`,
    );
    for (const [i] of result.getRows()) kept.push(parts[Number(i)] as Part);
  }
  return kept;
}
