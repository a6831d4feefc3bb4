/**
 * Writes the rows of a query as objects.
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { constants, gzipSync, zstdCompressSync } from "node:zlib";
import { notSupported, QueryError } from "../errors.ts";
import type { Runtime } from "../executions/query.ts";
import { parseLocation } from "../tables/location.ts";
import { escapeValue, NULL_PARTITION } from "../tables/partitions/path.ts";
import { printValue } from "../types/print.ts";
import type { Type } from "../types/types.ts";
import { quote } from "../values/typed.ts";
import { exportList } from "./export.ts";

/** How objects are written. */
export interface WriteFormat {
  kind: "parquet" | "json" | "text";
  compression: "none" | "gzip" | "snappy" | "zstd";
  /** How hard ZSTD is to work; of JSON it is always the same. */
  level?: number;
  /** Between the fields of a line of text. */
  delimiter: string;
}

/** What is written, and where. */
export interface WriteRequest {
  /** Columns in the order of the query's `c0`, `c1` …; those of partitions last. */
  columns: readonly { name: string; type: Type }[];
  /** How many of the last columns are of partitions. */
  partitionColumns: number;
  /** Positions of the columns whose values tell the object, and how many objects there are. */
  buckets?: { columns: number[]; count: number };
  location: string;
  format: WriteFormat;
  /** What the engine calls the query: objects are named for it. */
  id: string;
}

/** What was written. */
export interface Written {
  rows: number;
  keys: string[];
  /** Values of the partitions written to, and their folders. */
  partitions: { values: (string | null)[]; folder: string }[];
}

const MAX_PARTITIONS = 100;
const TABLE = "t_written";
const KEYS = "t_written_keys";
const ENDINGS = { none: "", gzip: ".gz", snappy: "", zstd: ".zst" };

/** Runs a query's SQL and writes its rows. */
export async function writeObjects(
  connection: DuckDBConnection,
  sql: string,
  request: WriteRequest,
  runtime: Runtime,
): Promise<Written> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${TABLE} AS ${sql}`);
  try {
    const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${TABLE}`);
    const rows = Number(counted.getRows()[0]?.[0] ?? 0);
    const written: Written = { rows, keys: [], partitions: [] };
    const { bucket, prefix } = parseLocation(request.location);
    if (!runtime.store.hasBucket(bucket)) {
      throw new QueryError(
        "HIVE_FILESYSTEM_ERROR",
        `The specified bucket does not exist (Bucket: ${bucket})`,
      );
    }
    for (const part of await parts(connection, request)) {
      const bytes = await partBytes(connection, part.condition, request, runtime);
      const ending = request.format.kind === "parquet" ? "" : ENDINGS[request.format.compression];
      const name = part.bucket === undefined
        ? crypto.randomUUID()
        : `bucket-${String(part.bucket).padStart(5, "0")}`;
      const key = `${prefix}${part.folder}${request.id}_${name}${ending}`;
      await runtime.store.put(bucket, key, bytes);
      written.keys.push(`s3://${bucket}/${key}`);
      const last = written.partitions.at(-1);
      if (request.partitionColumns > 0 && last?.folder !== part.folder) {
        written.partitions.push({ values: part.values, folder: part.folder });
      }
    }
    return written;
  } finally {
    await connection.run(`DROP TABLE IF EXISTS ${TABLE}`);
    await connection.run(`DROP TABLE IF EXISTS ${KEYS}`);
  }
}

interface Part {
  values: (string | null)[];
  folder: string;
  condition: string;
  bucket?: number;
}

async function parts(connection: DuckDBConnection, request: WriteRequest): Promise<Part[]> {
  const { columns, partitionColumns, buckets } = request;
  if (partitionColumns === 0 && !buckets) return [{ values: [], folder: "", condition: "TRUE" }];
  const first = columns.length - partitionColumns;
  const keys = columns.slice(first);
  const bucket = buckets
    ? `CAST(hash(${buckets.columns.map((i) => `c${i}`).join(", ")}) % ${buckets.count} AS INTEGER)`
    : undefined;
  const list = keys.map((_, i) => `c${first + i} AS k${i}`).concat(bucket ?? []).join(", ");
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${KEYS} AS SELECT row_number() OVER () AS n, * ` +
      `FROM (SELECT DISTINCT ${list} FROM ${TABLE} ORDER BY ALL)`,
  );
  const result = await connection.runAndReadAll(`SELECT * FROM ${KEYS} ORDER BY n`);
  const rows = result.getRows();
  if (rows.length > MAX_PARTITIONS) {
    throw new QueryError(
      "HIVE_TOO_MANY_OPEN_PARTITIONS",
      `Exceeded limit of ${MAX_PARTITIONS} open writers for partitions/buckets`,
    );
  }
  return rows.map(([n, ...row]) => {
    const values = keys.map((key, i) => partitionText(row[i], key.type));
    const own = bucket === undefined ? undefined : Number(row[keys.length]);
    return {
      values,
      folder: keys.map((key, i) => `${key.name}=${escapeValue(values[i] ?? NULL_PARTITION)}/`)
        .join(""),
      condition: keys.map((_, i) =>
        `c${first + i} IS NOT DISTINCT FROM (SELECT k${i} FROM ${KEYS} WHERE n = ${n})`
      ).concat(bucket ? `${bucket} = ${own}` : []).join(" AND "),
      ...(own === undefined ? {} : { bucket: own }),
    };
  });
}

/** A value in a folder's name; Hive writes decimals without zeros at their end. */
function partitionText(value: unknown, type: Type): string | null {
  const text = printValue(value, type);
  return type.kind === "decimal" && text?.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

async function partBytes(
  connection: DuckDBConnection,
  condition: string,
  request: WriteRequest,
  runtime: Runtime,
): Promise<Uint8Array> {
  const { format } = request;
  const columns = request.columns.slice(0, request.columns.length - request.partitionColumns);
  if (format.kind === "text") return await textBytes(connection, condition, columns, format);
  if (format.kind === "json" && format.compression === "snappy") {
    throw notSupported("SNAPPY compression of JSON");
  }
  const path = join(runtime.scratch, `${crypto.randomUUID()}.out`);
  const list = exportList(
    columns.map((column, i) => ({ ...column, sql: `c${i}` })),
    format.kind,
  );
  const options = format.kind === "parquet"
    ? `FORMAT parquet, COMPRESSION ${
      format.compression === "none" ? "uncompressed" : format.compression
    }${format.level === undefined ? "" : `, COMPRESSION_LEVEL ${format.level}`}`
    : `FORMAT json, COMPRESSION ${format.compression}, TIMESTAMPFORMAT '%Y-%m-%d %H:%M:%S.%g'`;
  try {
    await connection.run(
      `COPY (SELECT ${list} FROM ${TABLE} WHERE ${condition}) TO ${quote(path)} (${options})`,
    );
    return await readFile(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function textBytes(
  connection: DuckDBConnection,
  condition: string,
  columns: readonly { name: string; type: Type }[],
  format: WriteFormat,
): Promise<Uint8Array> {
  for (const { type } of columns) {
    if (["array", "map", "row", "varbinary"].includes(type.kind)) {
      throw notSupported(`a column of type ${type.kind} in a text file`);
    }
  }
  const list = columns.map((_, i) => `c${i}`).join(", ");
  const result = await connection.stream(`SELECT ${list} FROM ${TABLE} WHERE ${condition}`);
  let text = "";
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const row of chunk.getRows()) {
      text += columns.map((column, i) => printValue(row[i], column.type) ?? "\\N").join(
        format.delimiter,
      );
      text += "\n";
    }
  }
  const bytes = new TextEncoder().encode(text);
  if (format.compression === "none") return bytes;
  if (format.compression === "snappy") throw notSupported("SNAPPY compression of text");
  if (format.compression === "gzip") return gzipSync(bytes);
  const { ZSTD_c_compressionLevel } = constants;
  return zstdCompressSync(bytes, { params: { [ZSTD_c_compressionLevel]: format.level ?? 3 } });
}
