/**
 * Turns a reading of a table into DuckDB's SQL over the objects that the query needs.
 * @module
 */
import type { Scan } from "../analyze/context.ts";
import { QueryError } from "../errors.ts";
import { duckType } from "../types/types.ts";
import { quote } from "../values/typed.ts";
import { checkBuckets } from "./buckets.ts";
import { type Format, formatOf, type JsonFormat, keyOf, READER_RECORD_BYTES } from "./format.ts";
import { hiddenColumns } from "./hidden_columns.ts";
import { oddFiles } from "./json_keys.ts";
import { nativeJson, readsNatively } from "./json_scan.ts";
import { type DataFile, filesAt } from "./location.ts";
import { parquetBytes, parquetScan } from "./parquet_scan.ts";
import { neededParts } from "./partitions/needed.ts";
import { checkPartitionSchema } from "./partitions/schema.ts";
import { markRewritten } from "./rewritten.ts";
import type { PlannedScan, ScanContext } from "./scan_context.ts";
import { transcode } from "./transcode.ts";

/** Finds the objects of a scan. */
export async function planScan(scan: Scan, context: ScanContext): Promise<PlannedScan> {
  const parts = await neededParts(scan, context.catalog, context.connection);
  const groups = new Map<string, { format: Format; files: DataFile[] }>();
  for (const part of parts) {
    if (part.location === "") {
      throw new QueryError("HIVE_INVALID_METADATA", `Table ${scan.table.Name} has no location`);
    }
    const format = formatOf(part.storage, scan.table);
    if (format.kind !== "parquet") checkPartitionSchema(scan.table, part.storage, part.values);
    const key = JSON.stringify(format, (_, value) => value instanceof Map ? [...value] : value);
    const group = groups.get(key) ?? { format, files: [] };
    groups.set(key, group);
    const files = [...filesAt(context.store, part.location, part.values)];
    checkBuckets(scan.table, part.values, files);
    for (const file of files) group.files.push(file);
  }
  const planned: PlannedScan = {
    scan,
    partitions: parts.map((part) => part.values),
    groups: [...groups.values()],
    exact: new Set(),
    bytes: 0,
  };
  for (const { format, files } of planned.groups) {
    planned.bytes += format.kind === "parquet"
      ? await parquetBytes(scan, files, format.byIndex, context)
      : files.reduce((sum, file) => sum + file.size, 0);
  }
  return planned;
}

/** SQL of a scan, to stand in a FROM. */
export async function scanSql(planned: PlannedScan, context: ScanContext): Promise<string> {
  const { scan } = planned;
  const selects: string[] = [];
  for (const { format, files } of planned.groups) {
    if (files.length === 0) continue;
    const constants = (name: string, group: readonly DataFile[]) => constant(scan, name, group);
    if (format.kind === "parquet") {
      selects.push(await parquetScan(scan, files, format.byIndex, constants, context));
      continue;
    }
    if (format.kind !== "json") {
      selects.push(await transcoded(scan, files, format, context));
      continue;
    }
    const nested = scan.columns.some((column) =>
      !column.partition && scan.used.has(column.name) && !readsNatively(column.type)
    );
    const needsExact = nested || format.ignoreMalformed || format.nullForInvalid ||
      format.hive || format.cloudTrail || format.dotsInKeys;
    if (!needsExact) {
      markRewritten(planned, format, files);
      await markOdd(planned, format, files, context);
    }
    const exact = needsExact ? files : files.filter((file) => planned.exact.has(file.path));
    const native = needsExact ? [] : files.filter((file) => !planned.exact.has(file.path));
    if (native.length > 0) selects.push(...nativeJson(scan, native, format, constants));
    if (exact.length > 0) selects.push(await transcoded(scan, exact, format, context));
  }
  if (selects.length === 0) return emptySql(scan);
  return selects.join(" UNION ALL ");
}

/** Has objects read record by record whose keys DuckDB's reader does not take as Athena does. */
async function markOdd(
  planned: PlannedScan,
  format: JsonFormat,
  files: readonly DataFile[],
  context: ScanContext,
): Promise<void> {
  const wanted = new Map(usedColumns(planned.scan).map((c) => [c, keyOf(c, format)]));
  const native = files.filter((file) => !planned.exact.has(file.path));
  for (const path of await oddFiles(native, wanted, format.caseSensitive, context)) {
    planned.exact.add(path);
  }
}

function usedColumns(scan: Scan): string[] {
  return scan.columns.filter((column) => !column.partition && scan.used.has(column.name))
    .map((column) => column.name);
}

function emptySql(scan: Scan): string {
  const list = [...scan.columns, ...hiddenColumns(scan.table)]
    .map((column, i) => `CAST(NULL AS ${duckType(column.type)}) AS c${i}`);
  return `SELECT ${list.join(", ")} WHERE FALSE`;
}

/** A value that is one for each object: a partition column, or what names the object. */
function constant(scan: Scan, name: string, files: readonly DataFile[]): string {
  const { text, type } = constantValues(scan, name, files);
  if (!scan.used.has(name)) return `CAST(NULL AS ${type})`;
  const literals = text.map((value) => value === null ? "NULL" : quote(value));
  if (new Set(text).size === 1) return `CAST(${literals[0]} AS ${type})`;
  return `CAST(CAST([${
    literals.join(",")
  }] AS ${type}[])[CAST(file_index AS BIGINT) + 1] AS ${type})`;
}

function constantValues(
  scan: Scan,
  name: string,
  files: readonly DataFile[],
): { text: (string | null)[]; type: string } {
  const hidden = hiddenColumns(scan.table).find((column) => column.name === name);
  if (hidden) return { text: files.map(hidden.value), type: duckType(hidden.type) };
  const partitions = scan.columns.filter((column) => column.partition);
  const index = partitions.findIndex((column) => column.name === name);
  const column = partitions[index] as Scan["columns"][number];
  return { text: files.map((file) => file.values[index] ?? null), type: duckType(column.type) };
}

async function transcoded(
  scan: Scan,
  files: readonly DataFile[],
  format: Exclude<Format, { kind: "parquet" }>,
  context: ScanContext,
): Promise<string> {
  // A value that nobody asks for is not looked at: it may be none of its column's type.
  const columns = scan.columns.filter((column) => !column.partition).map((column) => ({
    ...column,
    read: scan.used.has(column.name),
  }));
  const paths: string[] = [];
  let longest = READER_RECORD_BYTES;
  for (const file of files) {
    const transcodedFile = await transcode(file, format, columns, context);
    paths.push(transcodedFile.path);
    longest = Math.max(longest, transcodedFile.longest);
  }
  const types = columns.map((column, i) => `'${i}': ${quote(duckType(column.type))}`);
  let index = 0;
  const list = scan.columns.map((column, i) => {
    if (column.partition) return `${constant(scan, column.name, files)} AS c${i}`;
    const own = index++;
    return scan.used.has(column.name)
      ? `"${own}" AS c${i}`
      : `CAST(NULL AS ${duckType(column.type)}) AS c${i}`;
  });
  const hidden = hiddenColumns(scan.table).map(({ name }, i) =>
    `${constant(scan, name, files)} AS c${scan.columns.length + i}`
  );
  return `SELECT ${[...list, ...hidden].join(", ")} FROM read_json([${
    paths.map(quote).join(",")
  }], format='newline_delimited', records=true, columns={${
    types.length ? types.join(", ") : "'_': 'VARCHAR'"
  }}, compression='uncompressed', hive_partitioning=false, maximum_object_size=${longest})`;
}
