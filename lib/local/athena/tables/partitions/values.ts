/**
 * Whether the values of a partition are of its columns' types: the catalog keeps text.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import { parseTimestamp } from "../../engine/times/times.ts";
import { QueryError } from "../../errors.ts";
import { type Type, typeName } from "../../types/types.ts";
import { isDecimal, wholeJson } from "../records/scalars.ts";
import { partitionPath } from "./path.ts";

/**
 * Refuses a value that is none of its column's type.
 *
 * @param table The table
 * @param types The types of its partition columns
 * @param values The partition's values
 * @throws {QueryError} `HIVE_INVALID_PARTITION_VALUE`
 */
export function checkPartitionValues(
  table: Table,
  types: readonly Type[],
  values: readonly (string | null)[],
): void {
  for (const [i, value] of values.entries()) {
    const type = types[i];
    if (value === null || !type || isValue(value, type)) continue;
    throw new QueryError(
      "HIVE_INVALID_PARTITION_VALUE",
      `Invalid partition value '${value}' for ${typeName(type).toUpperCase()} partition key: ${
        partitionPath(table, values)
      }`,
    );
  }
}

function isValue(text: string, type: Type): boolean {
  switch (type.kind) {
    case "boolean":
      return /^(true|false)$/i.test(text);
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
      return /^[+-]?\d+$/.test(text) && wholeJson(text, type.kind) !== undefined;
    case "real":
    case "double":
      return !Number.isNaN(Number(text)) || text === "NaN";
    case "decimal":
      return isDecimal(text);
    case "date":
    case "timestamp":
      return parseTimestamp(text, 0) !== undefined;
    default:
      return true;
  }
}
