/**
 * Reads tables of Parquet objects: columns by name, with the catalog's types.
 * @module
 */
import type { Scan } from "../analyze/context.ts";
import { QueryError } from "../errors.ts";
import { hiveName } from "../types/names.ts";
import { duckType, type Type } from "../types/types.ts";
import { quote } from "../values/typed.ts";
import { hiddenColumns } from "./hidden_columns.ts";
import type { DataFile } from "./location.ts";
import { fit } from "./parquet_fit.ts";
import type { ScanContext } from "./scan_context.ts";

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
  const selects: string[] = [];
  for (const { columns, files: group } of groups.values()) {
    const list: string[] = [];
    for (const [i, column] of scan.columns.entries()) {
      list.push(`${await valueSql(column, i, columns, group)} AS c${i}`);
    }
    const hidden = hiddenColumns(scan.table).map(({ name }, i) =>
      `${constants(name, group)} AS c${scan.columns.length + i}`
    );
    selects.push(
      `SELECT ${[...list, ...hidden].join(", ")} FROM read_parquet([${
        group.map((file) => quote(file.path)).join(",")
      }], hive_partitioning=false)`,
    );
  }
  return selects.join(" UNION ALL ");

  async function valueSql(
    column: Scan["columns"][number],
    index: number,
    columns: FileColumns,
    group: readonly DataFile[],
  ): Promise<string> {
    const { name, type } = column;
    if (column.partition) return constants(name, group);
    const written = scan.used.has(name) ? writtenColumn(columns, name, index, byIndex) : undefined;
    if (!written) return `CAST(NULL AS ${duckType(type)})`;
    const [own, from] = written;
    const sql = fit(`"${own.replaceAll('"', '""')}"`, from, type);
    return sql ?? await incompatible(column, own, group[0] as DataFile, context);
  }
}

/** Fails with the type that the file itself says the column has. */
async function incompatible(
  { name, type }: { name: string; type: Type },
  own: string,
  file: DataFile,
  { connection }: ScanContext,
): Promise<never> {
  const found = await connection.runAndReadAll(
    `SELECT CASE type WHEN 'BYTE_ARRAY' THEN 'BINARY' ELSE coalesce(type, 'group') END ` +
      `FROM parquet_schema([${quote(file.path)}]) ` +
      `WHERE name = ${quote(own)} LIMIT 1`,
  );
  throw new QueryError(
    "HIVE_BAD_DATA",
    `Field ${name}'s type ${
      String(found.getRows()[0]?.[0])
    } in parquet file s3://${file.bucket}/${file.key} is incompatible with type ${
      hiveName(type)
    } defined in table schema`,
  );
}
