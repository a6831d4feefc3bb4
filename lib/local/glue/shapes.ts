/**
 * Shapes of the Glue API's requests, with the constraints of its reference
 * (https://docs.aws.amazon.com/glue/latest/webapi/).
 * @module
 */
import type { Shape } from "../aws/shape.ts";

/** A pattern, and how AWS writes it: as Java does, with surrogate pairs. */
const LINE = {
  pattern: /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\t]*$/u,
  patternText: String.raw`[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*`,
};
const LINES = {
  pattern: /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\r\n\t]*$/u,
  patternText: String.raw`[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*`,
};

/** Any text. */
export const TEXT: Shape = { type: "string" };
/** Name of a database, table, column, crawler … */
export const NAME: Shape = { type: "string", min: 1, max: 255, ...LINE };
export const BOOLEAN: Shape = { type: "boolean" };
const INTEGER: Shape = { type: "integer" };
const TIMESTAMP: Shape = { type: "timestamp" };
const DESCRIPTION: Shape = { type: "string", min: 0, max: 2048, ...LINES };
const LOCATION: Shape = { type: "string", max: 2056, ...LINES };
const FORMAT: Shape = { type: "string", max: 128, ...LINE };
const URI: Shape = { type: "string", min: 1, max: 1024, ...LINES };
const VIEW_TEXT: Shape = { type: "string", max: 409600 };
const PARAMETERS: Shape = {
  type: "map",
  key: NAME,
  value: { type: "string", max: 512000 },
};
/** Text of `NextToken`. */
export const TOKEN: Shape = TEXT;
/** `MaxResults` of `GetDatabases`, `GetTables` and the like. */
export const CATALOG_PAGE_SIZE: Shape = { type: "integer", min: 1, max: 100 };
/** `MaxResults` of everything else. */
export const PAGE_SIZE: Shape = { type: "integer", min: 1, max: 1000 };
/** Name or pattern in `GetTables`. */
export const FILTER: Shape = { type: "string", min: 0, max: 2048, ...LINE };
/** Filter of `GetPartitions`. */
export const PREDICATE: Shape = { type: "string", min: 0, max: 2048, ...LINES };
export const TAGS: Shape = {
  type: "map",
  key: { type: "string", min: 1, max: 128 },
  value: { type: "string", min: 0, max: 256 },
  max: 50,
};
export const ARN: Shape = {
  type: "string",
  min: 1,
  max: 10240,
  pattern: /^arn:aws(?:-[\w-]+)?:glue:.*$/s,
  patternText: "arn:aws(-(cn|us-gov|iso(-[bef])?))?:glue:.*",
};

/** Makes a list's shape. */
export function listOf(of: Shape, limits: { min?: number; max?: number } = {}): Shape {
  return { type: "list", of, ...limits };
}

/** Makes a structure's shape. */
export function structure(
  members: Record<string, Shape>,
  required: readonly string[] = [],
): Shape {
  return { type: "structure", members, required };
}

/** Values of a partition. */
export const VALUES: Shape = listOf({ type: "string", max: 1024 });
/** Values that name a partition. */
export const BOUNDED_VALUES: Shape = listOf({ type: "string", max: 1024 }, { min: 0, max: 100 });

const COLUMN = structure({
  Name: NAME,
  Type: { type: "string", min: 0, max: 131072, ...LINE },
  Comment: { type: "string", min: 0, max: 255, ...LINE },
  Parameters: PARAMETERS,
}, ["Name"]);

const STORAGE_DESCRIPTOR = structure({
  Columns: listOf(COLUMN),
  Location: LOCATION,
  AdditionalLocations: listOf(LOCATION),
  InputFormat: FORMAT,
  OutputFormat: FORMAT,
  Compressed: BOOLEAN,
  NumberOfBuckets: INTEGER,
  SerdeInfo: structure({ Name: NAME, SerializationLibrary: NAME, Parameters: PARAMETERS }),
  BucketColumns: listOf(NAME),
  SortColumns: listOf(
    structure({ Column: NAME, SortOrder: { type: "integer", min: 0, max: 1 } }, [
      "Column",
      "SortOrder",
    ]),
  ),
  Parameters: PARAMETERS,
  SkewedInfo: { type: "any" },
  StoredAsSubDirectories: BOOLEAN,
  SchemaReference: { type: "any" },
});

/** `DatabaseInput`. */
export const DATABASE_INPUT: Shape = structure({
  Name: NAME,
  Description: DESCRIPTION,
  LocationUri: URI,
  Parameters: PARAMETERS,
  CreateTableDefaultPermissions: { type: "any" },
  TargetDatabase: { type: "any" },
}, ["Name"]);

/** `TableInput`. */
export const TABLE_INPUT: Shape = structure({
  Name: NAME,
  Description: DESCRIPTION,
  Owner: NAME,
  LastAccessTime: TIMESTAMP,
  LastAnalyzedTime: TIMESTAMP,
  Retention: { type: "integer", min: 0 },
  StorageDescriptor: STORAGE_DESCRIPTOR,
  PartitionKeys: listOf(COLUMN),
  ViewOriginalText: VIEW_TEXT,
  ViewExpandedText: VIEW_TEXT,
  TableType: { type: "string", max: 255 },
  Parameters: PARAMETERS,
  TargetTable: { type: "any" },
}, ["Name"]);

/** `PartitionInput`. */
export const PARTITION_INPUT: Shape = structure({
  Values: VALUES,
  LastAccessTime: TIMESTAMP,
  StorageDescriptor: STORAGE_DESCRIPTOR,
  Parameters: PARAMETERS,
  LastAnalyzedTime: TIMESTAMP,
});

/** `PartitionIndex`. */
export const PARTITION_INDEX: Shape = structure({
  Keys: listOf(NAME, { min: 1 }),
  IndexName: NAME,
}, ["Keys", "IndexName"]);

/** `FunctionType`. */
export const FUNCTION_TYPE: Shape = {
  type: "string",
  values: ["REGULAR_FUNCTION", "AGGREGATE_FUNCTION", "STORED_PROCEDURE"],
};

/** `FunctionInput`. */
export const FUNCTION_INPUT: Shape = structure({
  FunctionName: NAME,
  ClassName: NAME,
  OwnerName: NAME,
  FunctionType: FUNCTION_TYPE,
  OwnerType: { type: "string", values: ["USER", "ROLE", "GROUP"] },
  ResourceUris: listOf(
    structure({
      ResourceType: { type: "string", values: ["JAR", "FILE", "ARCHIVE"] },
      Uri: URI,
    }),
    { min: 0, max: 1000 },
  ),
});

const S3_TARGET = structure({
  Path: TEXT,
  Exclusions: listOf(TEXT),
  ConnectionName: TEXT,
  SampleSize: INTEGER,
  EventQueueArn: TEXT,
  DlqEventQueueArn: TEXT,
});

const OTHER_TARGETS = [
  "JdbcTargets",
  "MongoDBTargets",
  "DynamoDBTargets",
  "CatalogTargets",
  "DeltaTargets",
  "IcebergTargets",
  "HudiTargets",
];

/** Members that `CreateCrawler` and `UpdateCrawler` share. */
export const CRAWLER_MEMBERS: Record<string, Shape> = {
  Name: NAME,
  Role: TEXT,
  DatabaseName: TEXT,
  Description: DESCRIPTION,
  Targets: structure({
    S3Targets: listOf(S3_TARGET),
    ...Object.fromEntries(OTHER_TARGETS.map((name) => [name, listOf({ type: "any" })])),
  }),
  Schedule: TEXT,
  Classifiers: listOf(NAME),
  TablePrefix: { type: "string", min: 0, max: 128 },
  SchemaChangePolicy: structure({
    UpdateBehavior: { type: "string", values: ["UPDATE_IN_DATABASE", "LOG"] },
    DeleteBehavior: {
      type: "string",
      values: ["LOG", "DELETE_FROM_DATABASE", "DEPRECATE_IN_DATABASE"],
    },
  }),
  RecrawlPolicy: structure({
    RecrawlBehavior: {
      type: "string",
      values: ["CRAWL_EVERYTHING", "CRAWL_NEW_FOLDERS_ONLY", "CRAWL_EVENT_MODE"],
    },
  }),
  LineageConfiguration: structure({
    CrawlerLineageSettings: { type: "string", values: ["ENABLE", "DISABLE"] },
  }),
  LakeFormationConfiguration: structure({
    UseLakeFormationCredentials: BOOLEAN,
    AccountId: { type: "string", min: 0, max: 12 },
  }),
  Configuration: TEXT,
  CrawlerSecurityConfiguration: { type: "string", min: 0, max: 128 },
};
