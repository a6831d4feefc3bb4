/**
 * Reads tables of Parquet objects: columns by name, with the catalog's types.
 * @module
 */
import { quote, type Scan } from "../analyze/context.ts";
import { QueryError } from "../errors.ts";
import { duckType, type Type } from "../types/types.ts";
import { hiveName } from "../types/names.ts";
import type { DataFile } from "./location.ts";
import type { ScanContext } from "./scan.ts";

interface FileColumns {
  /** DuckDB's type by column, by the name as written. */
  types: Map<string, string>;
  /** Bytes of a column's chunks by its top-level name. */
  bytes: Map<string, number>;
  footer: number;
}

const known = new Map<string, FileColumns>();

async function columnsOf(file: DataFile, context: ScanContext): Promise<FileColumns> {
  const found = known.get(file.path);
  if (found) return found;
  const path = quote(file.path);
  try {
    const described = await context.connection.runAndReadAll(
      `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet([${path}], hive_partitioning=false))`,
    );
    const chunks = await context.connection.runAndReadAll(
      `SELECT path_in_schema, sum(total_compressed_size) FROM parquet_metadata([${path}]) GROUP BY 1`,
    );
    const columns: FileColumns = {
      types: new Map(described.getRows().map(([name, type]) => [String(name), String(type)])),
      bytes: new Map(),
      footer: 0,
    };
    for (const [name, size] of chunks.getRows()) {
      const top = String(name).split(/[,.]/)[0] as string;
      const key = top.trim().toLowerCase();
      columns.bytes.set(key, (columns.bytes.get(key) ?? 0) + Number(size));
    }
    if (known.size > 50_000) known.clear();
    known.set(file.path, columns);
    return columns;
  } catch (error) {
    const reason = error instanceof Error
      ? (error.message.split("\n")[0] as string)
      : String(error);
    throw new QueryError(
      "HIVE_CANNOT_OPEN_SPLIT",
      `Error opening Hive split s3://${file.bucket}/${file.key} (offset=0, length=${file.size}): Not valid Parquet file: ${
        reason.replaceAll(file.path, "")
      }`,
    );
  }
}

/** Bytes of the column chunks that the query reads. */
export async function parquetBytes(
  scan: Scan,
  files: readonly DataFile[],
  byIndex: boolean,
  context: ScanContext,
): Promise<number> {
  let total = 0;
  for (const file of files) {
    const columns = await columnsOf(file, context);
    for (const [i, column] of scan.columns.entries()) {
      if (column.partition || !scan.used.has(column.name)) continue;
      const written = writtenColumn(columns, column.name, i, byIndex);
      total += written ? columns.bytes.get(written[0].toLowerCase()) ?? 0 : 0;
    }
  }
  return total;
}

/** The file's column that a table's column is read from: the one of its name, or of its place. */
function writtenColumn(
  { types }: FileColumns,
  name: string,
  index: number,
  byIndex: boolean,
): [name: string, type: string] | undefined {
  const all = [...types];
  return byIndex ? all[index] : all.find(([column]) => column.toLowerCase() === name);
}

/** SELECT over Parquet objects. Objects with the same columns are read together. */
export async function parquetScan(
  scan: Scan,
  files: readonly DataFile[],
  byIndex: boolean,
  constants: (name: string, files: readonly DataFile[]) => string,
  context: ScanContext,
): Promise<string> {
  const groups = new Map<string, { columns: FileColumns; files: DataFile[] }>();
  for (const file of files) {
    const columns = await columnsOf(file, context);
    const key = JSON.stringify([...columns.types]);
    const group = groups.get(key) ?? { columns, files: [] };
    groups.set(key, group);
    group.files.push(file);
  }
  return [...groups.values()].map(({ columns, files: group }) => {
    const list = scan.columns.map((column, i) => {
      if (column.partition) return `${constants(column.name, group)} AS c${i}`;
      if (!scan.used.has(column.name)) return `CAST(NULL AS ${duckType(column.type)}) AS c${i}`;
      const written = writtenColumn(columns, column.name, i, byIndex);
      return `${columnSql(column, written, group[0] as DataFile)} AS c${i}`;
    });
    const hidden = ["$path", "$file_size"].map((name, i) =>
      `${constants(name, group)} AS c${scan.columns.length + i}`
    );
    return `SELECT ${[...list, ...hidden].join(", ")} FROM read_parquet([${
      group.map((file) => quote(file.path)).join(",")
    }], hive_partitioning=false)`;
  }).join(" UNION ALL ");
}

function columnSql(
  { name, type }: { name: string; type: Type },
  written: [name: string, type: string] | undefined,
  file: DataFile,
): string {
  if (!written) return `CAST(NULL AS ${duckType(type)})`;
  const [column, from] = written;
  const sql = `"${column.replaceAll('"', '""')}"`;
  const converted = fit(sql, from, type);
  if (converted !== undefined) return converted;
  throw new QueryError(
    "HIVE_BAD_DATA",
    `Field ${name}'s type ${from} in parquet file s3://${file.bucket}/${file.key} is incompatible with type ${
      hiveName(type)
    } defined in table schema`,
  );
}

const WIDER: Record<string, readonly string[]> = {
  BOOLEAN: ["boolean"],
  TINYINT: ["tinyint", "smallint", "integer", "bigint"],
  SMALLINT: ["smallint", "integer", "bigint"],
  INTEGER: ["integer", "bigint"],
  BIGINT: ["bigint"],
  UINTEGER: ["bigint"],
  FLOAT: ["real", "double"],
  DOUBLE: ["double"],
  VARCHAR: ["varchar"],
  DATE: ["date"],
  TIMESTAMP: ["timestamp"],
  TIMESTAMP_NS: ["timestamp"],
  TIMESTAMP_MS: ["timestamp"],
  "TIMESTAMP WITH TIME ZONE": ["timestamp"],
  BLOB: ["varbinary"],
};

/** A value of a file's type as the catalog's type; nothing where Athena has no such reading. */
function fit(sql: string, from: string, type: Type): string | undefined {
  if (WIDER[from]?.includes(type.kind)) {
    return from === "TIMESTAMP WITH TIME ZONE"
      ? `(${sql} AT TIME ZONE 'UTC')`
      : `CAST(${sql} AS ${duckType(type)})`;
  }
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(from);
  if (decimal) {
    return type.kind === "decimal" && Number(decimal[2]) <= type.scale &&
        Number(decimal[1]) - Number(decimal[2]) <= type.precision - type.scale
      ? `CAST(${sql} AS ${duckType(type)})`
      : undefined;
  }
  const list = /^(.*)\[\]$/s.exec(from);
  if (list && type.kind === "array") {
    const inner = fit("e", list[1] as string, type.element);
    return inner && `list_transform(${sql}, lambda e: ${inner})`;
  }
  const map = /^MAP\((.*)\)$/s.exec(from);
  if (map && type.kind === "map") {
    const [key, value] = splitTypes(map[1] as string);
    const k = fit("e.key", key ?? "", type.key);
    const v = fit("e.value", value ?? "", type.value);
    return k && v &&
      `map_from_entries(list_transform(map_entries(${sql}), lambda e: struct_pack(k := ${k}, v := ${v})))`;
  }
  const struct = /^STRUCT\((.*)\)$/s.exec(from);
  if (struct && type.kind === "row") {
    const fields = splitTypes(struct[1] as string).map((field) => {
      const found = /^("(?:[^"]|"")*"|\S+) (.*)$/s.exec(field) as RegExpExecArray;
      const name = (found[1] as string).replace(/^"|"$/g, "").replaceAll('""', '"');
      return { name, type: found[2] as string };
    });
    const parts = type.fields.map((field, i) => {
      const own = fields.find((candidate) => candidate.name.toLowerCase() === field.name);
      if (!own) return `_${i} := CAST(NULL AS ${duckType(field.type)})`;
      const inner = fit(`struct_extract(${sql}, ${quote(own.name)})`, own.type, field.type);
      return inner && `_${i} := ${inner}`;
    });
    if (parts.includes(undefined)) return undefined;
    return `CASE WHEN ${sql} IS NULL THEN NULL ELSE struct_pack(${parts.join(", ")}) END`;
  }
  return undefined;
}

function splitTypes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let part = "";
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    if (!quoted && char === "(") depth++;
    if (!quoted && char === ")") depth--;
    if (!quoted && char === "," && depth === 0) {
      parts.push(part.trim());
      part = "";
    } else part += char;
  }
  return [...parts, part.trim()];
}
