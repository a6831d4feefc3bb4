/**
 * Whether a partition's columns fit its table's, as Athena looks before it reads: by their place for
 * text and JSON. Columns of Parquet are told by their names, in each object.
 * https://docs.aws.amazon.com/athena/latest/ug/updates-and-partitions.html
 * @module
 */
import type { StorageDescriptor, Table } from "@aws-sdk/client-glue";
import { QueryError } from "../../errors.ts";
import { hiveType } from "../../types/names.ts";
import { type Type, typeName } from "../../types/types.ts";
import { partitionPath } from "./path.ts";

const WHOLE = ["tinyint", "smallint", "integer", "bigint"];

/**
 * Refuses a partition with a column that cannot become the table's.
 *
 * @param table The table
 * @param storage The partition's own description of its columns
 * @param values The partition's values
 * @throws {QueryError} `HIVE_PARTITION_SCHEMA_MISMATCH`
 */
export function checkPartitionSchema(
  table: Table,
  storage: StorageDescriptor | undefined,
  values: readonly (string | null)[],
): void {
  const columns = table.StorageDescriptor?.Columns ?? [];
  for (const [i, column] of (storage?.Columns ?? []).entries()) {
    const { Name, Type = "" } = columns[i] ?? {};
    if (Name === undefined) return;
    if (column.Type === Type || fits(column.Type ?? "", Type)) continue;
    throw new QueryError(
      "HIVE_PARTITION_SCHEMA_MISMATCH",
      "There is a mismatch between the table and partition schemas. The types are incompatible " +
        `and cannot be coerced. The column '${Name}' in table ` +
        `'${table.DatabaseName}.${table.Name}' is declared as type '${Type}', but partition ` +
        `'${partitionPath(table, values)}' declared column '${column.Name}' as type ` +
        `'${column.Type}'.`,
    );
  }
}

function fits(from: string, to: string): boolean {
  return from.toLowerCase() === to.toLowerCase() || canBecome(hiveType(from), hiveType(to));
}

/** Trino's policy for the columns of Hive's partitions. */
function canBecome(from: Type, to: Type): boolean {
  if (typeName(from) === typeName(to)) return true;
  if (from.kind === "varchar") return ["varchar", "timestamp", ...WHOLE].includes(to.kind);
  if (to.kind === "varchar") return ["timestamp", "decimal", ...WHOLE].includes(from.kind);
  if (WHOLE.includes(from.kind)) return WHOLE.indexOf(from.kind) < WHOLE.indexOf(to.kind);
  switch (from.kind) {
    case "real":
    case "double":
      return ["real", "double", "decimal"].includes(to.kind);
    case "decimal":
      return ["decimal", "real", "double"].includes(to.kind);
    case "array":
      return to.kind === "array" && canBecome(from.element, to.element);
    case "map":
      return to.kind === "map" && canBecome(from.key, to.key) && canBecome(from.value, to.value);
    case "row":
      return to.kind === "row" &&
        from.fields.every((field, i) => {
          const other = to.fields[i];
          return other === undefined ||
            (other.name === field.name && canBecome(field.type, other.type));
        });
    default:
      return false;
  }
}
