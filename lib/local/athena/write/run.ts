/**
 * Runs CTAS and UNLOAD, and hands INSERT on.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import type { Column } from "../analyze/query.ts";
import { CATALOG, tableName } from "../analyze/tables.ts";
import { FORMATS } from "../ddl/create_table.ts";
import { folder } from "../ddl/lookup.ts";
import { QueryError } from "../errors.ts";
import type { Execution } from "../executions/model.ts";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { Statement } from "../sql/statements.ts";
import { parseLocation } from "../tables/location.ts";
import { hiveName } from "../types/names.ts";
import { BIGINT } from "../types/types.ts";
import { insert } from "./insert.ts";
import type { WriteRequest } from "./objects.ts";
import { readProperties, type WriteProperties } from "./properties.ts";
import { outcomeOf, registerPartitions, write } from "./rows.ts";

type Of<K extends Statement["kind"]> = Extract<Statement, { kind: K }>;

/** Runs a statement that writes. */
export async function runWrite(
  statement: Of<"ctas" | "insert" | "unload">,
  execution: Execution,
  context: StatementContext,
): Promise<Outcome> {
  if (statement.kind === "ctas") return await createTableAs(statement, execution, context);
  if (statement.kind === "insert") return await insert(statement, execution, context);
  return await unload(statement, execution, context);
}

function requireEmpty(location: string, what: string, context: StatementContext): void {
  const { bucket, prefix } = parseLocation(location);
  const { store } = context.runtime;
  if (!store.hasBucket(bucket)) {
    throw new QueryError(
      "HIVE_FILESYSTEM_ERROR",
      `The specified bucket does not exist (Bucket: ${bucket})`,
    );
  }
  for (const _ of store.list(bucket, { prefix })) {
    throw new QueryError(
      "HIVE_PATH_ALREADY_EXISTS",
      `Target directory for ${what} already exists: ${location}`,
    );
  }
}

/** Where the engine says that a statement as a whole is wrong. */
const BEGINNING = { line: 1, column: 1 };

function namesOf(columns: readonly Column[]): string[] {
  return columns.map((column, i) => {
    if (column.name !== undefined) return column.name.toLowerCase();
    throw new QueryError(
      "MISSING_COLUMN_NAME",
      `Column name not specified at position ${i + 1}`,
      BEGINNING,
    );
  });
}

async function createTableAs(
  statement: Of<"ctas">,
  execution: Execution,
  context: StatementContext,
): Promise<Outcome> {
  const { catalog } = context.runtime;
  const { database, table: name } = tableName(statement.name, context.database);
  if (catalog.table(database, name)) {
    if (statement.ifNotExists) return { columns: [{ name: "rows", type: BIGINT }], rows: [] };
    throw new QueryError(
      "TABLE_ALREADY_EXISTS",
      `Destination table '${CATALOG}.${database}.${name}' already exists`,
      BEGINNING,
    );
  }
  const properties = readProperties(statement.properties, "PARQUET");
  const output = execution.ResultConfiguration?.OutputLocation ?? "";
  const location = folder(properties.externalLocation ?? output);
  requireEmpty(location, `table '${database}.${name}'`, context);
  const kept: { names: string[]; columns: Column[] } = { names: [], columns: [] };
  const query = statement.withData ? statement.query : {
    ...statement.query,
    limit: { kind: "integer" as const, value: "0", position: statement.query.position },
  };
  const written = await write(query, execution, context, (columns) => {
    kept.names = namesOf(columns);
    kept.columns = columns;
    const twice = kept.names.find((column, i) => kept.names.indexOf(column) !== i);
    if (twice) {
      throw new QueryError(
        "DUPLICATE_COLUMN_NAME",
        `Column name '${twice}' specified more than once`,
      );
    }
    for (const column of columns) hiveName(column.type);
    const { partitionedBy } = properties;
    checkPartitions(partitionedBy, kept.names);
    return {
      columns: columns.map((column, i) => ({ name: kept.names[i] as string, type: column.type })),
      partitionColumns: partitionedBy.length,
      location,
      format: properties.format,
      ...bucketsIn(properties, kept.names),
    };
  });
  const outcome = await outcomeOf(written, execution, context);
  // The rows are written before anybody looks for the database.
  if (!catalog.database(database)) {
    const verdict = { category: 2, type: 1301 };
    const reason = `Database ${database} not found. Please check your query.`;
    throw new QueryError("", reason, undefined, verdict);
  }
  const table = newTable(database, name, location, kept, properties);
  catalog.putTable(table);
  registerPartitions(table, written, context);
  return outcome;
}

/** The columns of partitions come last, in their order, and are not all there are. */
function checkPartitions(partitionedBy: readonly string[], names: readonly string[]): void {
  const list = `[${partitionedBy.join(", ")}]`;
  const missing = partitionedBy.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new QueryError(
      "INVALID_TABLE_PROPERTY",
      `Partition columns [${missing.join(", ")}] not present in schema`,
    );
  }
  if (partitionedBy.length === names.length) {
    throw new QueryError("INVALID_TABLE_PROPERTY", "Table contains only partition columns");
  }
  if (names.slice(names.length - partitionedBy.length).join() === partitionedBy.join()) return;
  throw new QueryError(
    "HIVE_COLUMN_ORDER_MISMATCH",
    `Partition keys must be the last columns in the table and in the same order as the table properties: ${list}`,
  );
}

/** The columns of buckets by their positions. */
function bucketsIn(
  { buckets, partitionedBy }: WriteProperties,
  names: readonly string[],
): Pick<WriteRequest, "buckets"> {
  if (!buckets) return {};
  const columns = buckets.columns.map((name) => {
    const at = names.indexOf(name);
    if (at >= 0 && !partitionedBy.includes(name)) return at;
    throw new QueryError(
      "INVALID_TABLE_PROPERTY",
      `Bucketing columns [${name}] not present in schema`,
    );
  });
  return { buckets: { columns, count: buckets.count } };
}

function newTable(
  database: string,
  name: string,
  location: string,
  kept: { names: string[]; columns: Column[] },
  properties: WriteProperties,
): Table {
  const columns = kept.columns.map((column, i) => ({
    Name: kept.names[i] as string,
    Type: hiveName(column.type),
  }));
  const first = columns.length - properties.partitionedBy.length;
  const format = FORMATS[properties.storedAs];
  const { delimiter } = properties.format;
  return {
    Name: name,
    DatabaseName: database,
    CreateTime: new Date(),
    UpdateTime: new Date(),
    TableType: "EXTERNAL_TABLE",
    Parameters: { EXTERNAL: "TRUE", has_encrypted_data: "false" },
    PartitionKeys: columns.slice(first),
    StorageDescriptor: {
      Columns: columns.slice(0, first),
      Location: location,
      InputFormat: format?.input,
      OutputFormat: format?.output,
      Compressed: false,
      NumberOfBuckets: properties.buckets?.count ?? -1,
      ...(properties.buckets ? { BucketColumns: properties.buckets.columns } : {}),
      SerdeInfo: {
        SerializationLibrary: format?.serde,
        Parameters: {
          "serialization.format": "1",
          ...(properties.storedAs === "TEXTFILE" ? { "field.delim": delimiter } : {}),
        },
      },
    },
  };
}

async function unload(
  statement: Of<"unload">,
  execution: Execution,
  context: StatementContext,
): Promise<Outcome> {
  const properties = readProperties(statement.properties, undefined);
  if (properties.storedAs === "TEXTFILE" && properties.format.delimiter === "\u0001") {
    properties.format.delimiter = ",";
  }
  const location = folder(statement.location);
  requireEmpty(location, "UNLOAD", context);
  const written = await write(statement.query, execution, context, (given) => {
    const columns = given.map((column, i) => ({
      name: column.name?.toLowerCase() ?? `_col${i}`,
      type: column.type,
    }));
    checkPartitions(properties.partitionedBy, columns.map((column) => column.name));
    return {
      columns,
      partitionColumns: properties.partitionedBy.length,
      location,
      format: properties.format,
    };
  });
  return await outcomeOf(written, execution, context);
}
