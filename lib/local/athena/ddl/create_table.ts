/**
 * CREATE EXTERNAL TABLE.
 * @module
 */
import type { SerDeInfo, StorageDescriptor } from "@aws-sdk/client-glue";
import { notSupported, QueryError } from "../errors.ts";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { CreateTable } from "../sql/hive_ast.ts";
import { requireInputFormat } from "../tables/format.ts";
import { parseLocation } from "../tables/location.ts";
import { databaseOf, failed, glueColumns, taskFailed } from "./lookup.ts";

const TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat";
const TEXT_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
const PARQUET_SERDE = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe";

/** Formats by their name in DDL. */
export const FORMATS: Record<string, { serde: string; input: string; output: string }> = {
  TEXTFILE: {
    serde: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
    input: TEXT_INPUT,
    output: TEXT_OUTPUT,
  },
  PARQUET: {
    serde: PARQUET_SERDE,
    input: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
    output: "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
  },
  JSON: {
    serde: "org.openx.data.jsonserde.JsonSerDe",
    input: TEXT_INPUT,
    output: TEXT_OUTPUT,
  },
};

const SERDES = [
  "org.openx.data.jsonserde.JsonSerDe",
  "org.apache.hive.hcatalog.data.JsonSerDe",
  "com.amazon.emr.hive.serde.CloudTrailSerde",
  "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
  "org.apache.hadoop.hive.serde2.OpenCSVSerde",
  "org.apache.hadoop.hive.serde2.RegexSerDe",
  PARQUET_SERDE,
];

export function createTable(statement: CreateTable, context: StatementContext): Outcome {
  const { catalog } = context.runtime;
  const database = databaseOf(statement.name, context);
  const name = statement.name.table;
  if (!statement.external) {
    throw notSupported("CREATE TABLE of an Iceberg table", statement.name.position);
  }
  requireInputFormat(statement.inputFormat);
  const kind = statement.properties["table_type"];
  if (kind !== undefined) throw notSupported(`the table_type ${kind}`, statement.name.position);
  const { location: given = "" } = statement;
  parseLocation(given);
  if (catalog.table(database, name)) {
    if (statement.ifNotExists) return { columns: [], rows: [] };
    throw taskFailed(`AlreadyExistsException(message:Table ${name} already exist)`, {
      category: 2,
      type: 1006,
      message: `Table ${name} already exists.`,
    });
  }
  const names = statement.columns.map((column) => column.name);
  const twice = names.find((column, i) => names.indexOf(column) !== i);
  if (twice !== undefined) throw failed(`[Error 10036]: Duplicate column name: ${twice}`);
  if (statement.partitionedBy.some((column) => names.includes(column.name))) {
    throw failed("[Error 10035]: Column repeated in partitioning columns");
  }
  const buckets = statement.buckets?.columns ?? [];
  if (buckets.some((column) => !names.includes(column))) {
    throw failed("[Error 10002]: Invalid column reference");
  }
  catalog.putTable({
    Name: name,
    DatabaseName: database,
    Owner: "hadoop",
    Retention: 0,
    LastAccessTime: new Date(0),
    ...(statement.comment === undefined ? {} : { Description: statement.comment }),
    CreateTime: new Date(),
    UpdateTime: new Date(),
    TableType: "EXTERNAL_TABLE",
    Parameters: {
      EXTERNAL: "TRUE",
      transient_lastDdlTime: String(Math.floor(context.startTime / 1000)),
      ...statement.properties,
    },
    PartitionKeys: glueColumns(statement.partitionedBy),
    // Hive keeps no slash at the end.
    StorageDescriptor: { ...storage(statement), Location: given.replace(/\/+$/, "") },
  });
  return { columns: [], rows: [] };
}

function storage(statement: CreateTable): StorageDescriptor {
  const format = FORMATS[statement.storedAs ?? "TEXTFILE"];
  if (!format) throw notSupported(`STORED AS ${statement.storedAs}`);
  const { rowFormat } = statement;
  let serde: SerDeInfo;
  if (!rowFormat) {
    serde = {
      SerializationLibrary: format.serde,
      Parameters: { "serialization.format": "1" },
    };
  } else if ("delimited" in rowFormat) {
    serde = {
      SerializationLibrary: FORMATS["TEXTFILE"]?.serde as string,
      Parameters: { "serialization.format": "\u0001", ...rowFormat.delimited },
    };
  } else {
    if (!SERDES.includes(rowFormat.serde)) {
      throw new QueryError("NOT_SUPPORTED", `The SerDe '${rowFormat.serde}' is not supported`);
    }
    serde = {
      SerializationLibrary: rowFormat.serde,
      Parameters: { "serialization.format": "1", ...rowFormat.properties },
    };
  }
  return {
    Columns: glueColumns(statement.columns),
    InputFormat: statement.inputFormat ?? format.input,
    OutputFormat: statement.outputFormat ?? format.output,
    Compressed: false,
    NumberOfBuckets: statement.buckets?.count ?? -1,
    SerdeInfo: serde,
    BucketColumns: statement.buckets?.columns ?? [],
    SortColumns: [],
    Parameters: {},
    SkewedInfo: {
      SkewedColumnNames: [],
      SkewedColumnValues: [],
      SkewedColumnValueLocationMaps: {},
    },
    StoredAsSubDirectories: false,
  };
}
