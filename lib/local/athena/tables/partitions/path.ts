/**
 * Folders of partitions, as Hive names them.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";

/** What Hive calls the partition of rows without a value. */
export const NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__";

/** `dt=2024-01-31/hour=10` */
export function partitionPath(table: Table, values: readonly (string | null)[]): string {
  return (table.PartitionKeys ?? []).map((key, i) =>
    `${key.Name}=${escapeValue(values[i] ?? NULL_PARTITION)}`
  ).join("/");
}

/** Escapes what may not stand in a folder's name, as Hive does. */
export function escapeValue(value: string): string {
  return Array.from(value, (char) => {
    const code = char.charCodeAt(0);
    return code < 32 || `"#%'*/:=?\\{[]^\x7f`.includes(char)
      ? `%${code.toString(16).toUpperCase().padStart(2, "0")}`
      : char;
  }).join("");
}
