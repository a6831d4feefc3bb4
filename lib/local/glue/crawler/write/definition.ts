/**
 * Writes what a crawl found as tables and partitions of the Data Catalog.
 * @module
 */
import type { Column, Partition, SerDeInfo, StorageDescriptor, Table } from "@aws-sdk/client-glue";
import { ACCOUNT_ID } from "../../../account.ts";
import { typeName } from "../classify/glue_type.ts";
import type { FoundPartition, FoundTable } from "../group/grouping.ts";
import { partitionKeys, partitionValues } from "../group/naming.ts";
import type { DataSchema } from "../group/schema.ts";

/** What a definition says of the crawler that made it. */
export interface Maker {
  crawler: string;
  /** Id of the crawl. */
  run: string;
  role: string;
  /** Whether partitioned tables are marked as indexed. */
  partitionIndex: boolean;
  /** The target's exclude patterns, with its include path before them. */
  exclusions: readonly string[];
}

/** Parameter of tables: the crawl that made them, or changed them last. */
export const RUN_ID = "CRAWL_RUN_ID";

const TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat";
const TEXT_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
const PARQUET = "org.apache.hadoop.hive.ql.io.parquet";

/**
 * Describes a table.
 *
 * @param found What the crawl found
 * @param name The table's name
 * @param database Database it goes into
 * @param bucket Bucket its data is in
 * @param maker Who found it
 * @returns The table, as the catalog keeps it
 */
export function describeTable(
  found: FoundTable,
  name: string,
  database: string,
  bucket: string,
  maker: Maker,
): Table {
  const keys = partitionKeys(found);
  const parameters: Record<string, string> = {
    ...dataParameters(found.schema),
    UPDATED_BY_CRAWLER: maker.crawler,
    [RUN_ID]: maker.run,
    ...(maker.exclusions.length > 0 ? { exclusions: JSON.stringify(maker.exclusions) } : {}),
    ...(keys.length > 0 && maker.partitionIndex ? { "partition_filtering.enabled": "true" } : {}),
  };
  const now = new Date();
  return {
    Name: name,
    DatabaseName: database,
    Owner: "owner",
    CreateTime: now,
    LastAccessTime: now,
    Retention: 0,
    StorageDescriptor: storage(found.schema, location(bucket, found.prefix), parameters),
    PartitionKeys: keys.map((key) => ({ Name: key, Type: "string" })),
    TableType: "EXTERNAL_TABLE",
    Parameters: parameters,
    CreatedBy: `arn:aws:sts::${ACCOUNT_ID}:assumed-role/${roleName(maker.role)}/AWS-Crawler`,
  };
}

/**
 * Describes a partition, with the schema of its own data.
 *
 * @param found Folder with data
 * @param keys Names of the table's partition keys
 * @param bucket Bucket the data is in
 * @returns The partition, as the catalog keeps it
 */
export function describePartition(
  found: FoundPartition,
  keys: readonly string[],
  bucket: string,
): Partition {
  const parameters = dataParameters(found.schema);
  return {
    Values: partitionValues(keys, found.folders),
    StorageDescriptor: storage(found.schema, location(bucket, found.prefix), parameters),
    Parameters: parameters,
  };
}

/** The S3 URI of a folder or an object. */
export function location(bucket: string, prefix: string): string {
  return `s3://${bucket}/${prefix}`;
}

/** Columns as the catalog writes them. */
function columns(schema: DataSchema): Column[] {
  return Array.from(schema.fields, ([name, { type }]) => ({ Name: name, Type: typeName(type) }));
}

function storage(
  schema: DataSchema,
  location: string,
  parameters: Record<string, string>,
): StorageDescriptor {
  const parquet = schema.classification === "parquet";
  return {
    Columns: columns(schema),
    Location: location,
    InputFormat: parquet ? `${PARQUET}.MapredParquetInputFormat` : TEXT_INPUT,
    OutputFormat: parquet ? `${PARQUET}.MapredParquetOutputFormat` : TEXT_OUTPUT,
    Compressed: schema.compression !== "none",
    NumberOfBuckets: -1,
    SerdeInfo: serde(schema),
    BucketColumns: [],
    SortColumns: [],
    Parameters: parameters,
    StoredAsSubDirectories: false,
  };
}

function serde(schema: DataSchema): SerDeInfo {
  switch (schema.classification) {
    case "json":
      return {
        SerializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
        // UTF-16 order, which is that of ASCII for the keys people use.
        Parameters: { paths: [...schema.paths].sort().join(",") },
      };
    case "parquet":
      return {
        SerializationLibrary: `${PARQUET}.serde.ParquetHiveSerDe`,
        Parameters: { "serialization.format": "1" },
      };
    case "csv":
      return {
        SerializationLibrary: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
        Parameters: { "field.delim": schema.csv?.delimiter ?? "," },
      };
  }
}

function dataParameters(schema: DataSchema): Record<string, string> {
  const { measures, csv } = schema;
  return {
    CrawlerSchemaDeserializerVersion: "1.0",
    CrawlerSchemaSerializerVersion: "1.0",
    averageRecordSize: String(Math.floor(measures.recordSizes / measures.objects)),
    classification: schema.classification,
    compressionType: schema.compression,
    objectCount: String(measures.objects),
    recordCount: String(measures.records),
    sizeKey: String(measures.bytes),
    typeOfData: "file",
    ...(csv === undefined ? {} : {
      areColumnsQuoted: String(csv.quoted),
      columnsOrdered: "true",
      delimiter: csv.delimiter,
      ...(csv.header ? { "skip.header.line.count": "1" } : {}),
    }),
  };
}

function roleName(role: string): string {
  return role.slice(role.lastIndexOf("/") + 1);
}
