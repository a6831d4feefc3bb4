/**
 * Reads tables of JSON lines with DuckDB's own reader, as fast as that goes, where it gives what
 * Athena gives; objects for which it does not are transcoded first.
 * @module
 */
import type { Scan } from "../analyze/context.ts";
import { duckType, type Type } from "../types/types.ts";
import { quote } from "../values/typed.ts";
import { type JsonFormat, keyOf, READER_RECORD_BYTES } from "./format.ts";
import { hiddenColumns } from "./hidden_columns.ts";
import { compressionOf, type DataFile } from "./location.ts";
import { mayBeRewritten, unknownText } from "./rewritten.ts";

/** Whether DuckDB's reader gives a column of this type as Athena does. */
export function readsNatively(type: Type): boolean {
  return ["boolean", "tinyint", "smallint", "integer", "bigint", "real", "double", "varchar"]
    .includes(type.kind);
}

/**
 * SQL that turns a value, which DuckDB reads as text, into the column's type. What is not plainly
 * of the type fails, and its object is read again record by record.
 */
function convert(text: string, type: Type): string {
  switch (type.kind) {
    case "boolean":
      return `CASE ${text} WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE ` +
        `ELSE CASE WHEN ${text} IS NOT NULL THEN CAST(t_fail('JSON_VALUE: boolean') AS BOOLEAN) END END`;
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
      // Only what is written as the number is: DuckDB would take '1e3' and '1_000' as well.
      return `CASE WHEN CAST(TRY_CAST(${text} AS ${type.kind}) AS VARCHAR) = ${text} ` +
        `THEN CAST(${text} AS ${type.kind}) WHEN ${text} IS NULL THEN NULL ` +
        `ELSE CAST(t_fail('JSON_VALUE: whole number') AS ${type.kind}) END`;
    case "real":
    case "double":
      return `CASE WHEN ascii(right(${text}, 1)) BETWEEN 48 AND 57 AND NOT contains(${text}, '_') ` +
        `THEN CAST(${text} AS ${duckType(type)}) WHEN ${text} IS NULL THEN NULL ` +
        `ELSE CAST(t_fail('JSON_VALUE: number') AS ${duckType(type)}) END`;
    case "varchar":
      return type.length === undefined ? text : `left(${text}, ${type.length})`;
    default:
      return `CAST(${text} AS ${duckType(type)})`;
  }
}

/** SELECT over the objects with DuckDB's reader; columns that are not used are NULL. */
export function nativeJson(
  scan: Scan,
  files: readonly DataFile[],
  format: JsonFormat,
  constants: (name: string, files: readonly DataFile[]) => string,
): string[] {
  const groups = new Map<string, DataFile[]>();
  for (const file of files) {
    const compression = compressionOf(file.key);
    groups.set(compression, [...groups.get(compression) ?? [], file]);
  }
  const used = scan.columns.filter((column) => !column.partition && scan.used.has(column.name));
  const first = scan.columns.find((column) => !column.partition);
  const read = used.length > 0 ? used : first ? [first] : [];
  const keys = read.map((column) => `${quote(keyOf(column.name, format))}: 'VARCHAR'`);
  return [...groups].map(([compression, group]) => {
    const list = scan.columns.map((column, i) => {
      const name = `c${i}`;
      if (column.partition) return `${constants(column.name, group)} AS ${name}`;
      if (!used.includes(column)) return `CAST(NULL AS ${duckType(column.type)}) AS ${name}`;
      const key = keyOf(column.name, format);
      const value = `"${key.replaceAll('"', '""')}"`;
      const looked = column.type.kind !== "varchar" || !unknownText(group, key);
      return `${
        looked
          ? convert(value, column.type)
          : `CASE WHEN ${mayBeRewritten(value)} THEN coalesce(t_rewritten(${quote(scan.marker)}), ${
            convert(value, column.type)
          }) ELSE ${convert(value, column.type)} END`
      } AS ${name}`;
    });
    const hidden = hiddenColumns(scan.table).map(({ name }, i) =>
      `${constants(name, group)} AS c${scan.columns.length + i}`
    );
    return `SELECT ${[...list, ...hidden].join(", ")} FROM read_json([${
      group.map((file) => quote(file.path)).join(",")
    }], format='newline_delimited', records=true, columns={${
      keys.length ? keys.join(", ") : "'_': 'VARCHAR'"
    }}, compression='${compression}', hive_partitioning=false, maximum_object_size=${READER_RECORD_BYTES})`;
  });
}
