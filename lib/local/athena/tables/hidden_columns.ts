/**
 * Columns that every table has beside its own: they tell of the objects that rows come from, and are
 * shown only where a query names them.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import { BIGINT, type Type, VARCHAR } from "../types/types.ts";
import type { DataFile } from "./location.ts";
import { partitionPath } from "./partitions/path.ts";

/** A column of which all rows of an object have one value. */
export interface HiddenColumn {
  name: string;
  type: Type;
  /** The value of an object's rows, as text. */
  value: (file: DataFile) => string;
}

const MODIFIED: Type = { kind: "timestamp with time zone", precision: 3, zone: "UTC" };

/** The hidden columns of a table, in the order in which scans give them. */
export function hiddenColumns(table: Table): HiddenColumn[] {
  const columns: HiddenColumn[] = [
    { name: "$path", type: VARCHAR, value: (file) => `s3://${file.bucket}/${file.key}` },
    { name: "$file_size", type: BIGINT, value: (file) => String(file.size) },
    // S3 lists objects with the second in which they were written.
    {
      name: "$file_modified_time",
      type: MODIFIED,
      value: (file) => `${file.modified.toISOString().slice(0, 19)}Z`,
    },
  ];
  if (table.PartitionKeys?.length) {
    columns.push({
      name: "$partition",
      type: VARCHAR,
      value: (file) => partitionPath(table, file.values),
    });
  }
  return columns;
}
