/**
 * Shapes of the requests of Athena's API, with the constraints of its reference
 * (https://docs.aws.amazon.com/athena/latest/APIReference/).
 * @module
 */
import type { Shape } from "../../aws/shape.ts";

type Members = Record<string, Shape>;

const text = (min?: number, max?: number): Shape => ({
  type: "string",
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
const matching = (pattern: string, min?: number, max?: number): Shape => ({
  ...text(min, max) as Shape & { type: "string" },
  pattern: new RegExp(`^(?:${pattern})$`, "u"),
  patternText: pattern,
});
const oneOf = (...values: string[]): Shape => ({ type: "string", values });
const number = (min?: number, max?: number): Shape => ({
  type: "integer",
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
const listOf = (of: Shape, min?: number, max?: number): Shape => ({
  type: "list",
  of,
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
/** Members whose names end in a star are required. */
const structure = (members: Members): Shape => ({
  type: "structure",
  members: Object.fromEntries(
    Object.entries(members).map(([name, shape]) => [name.replace("*", ""), shape]),
  ),
  required: Object.keys(members).filter((name) => name.endsWith("*"))
    .map((name) => name.slice(0, -1)),
});

const FLAG: Shape = { type: "boolean" };
const ANY: Shape = { type: "any" };
const ID = matching(String.raw`\S+`, 1, 128);
const NAME = text(1, 128);
const TOKEN = text(1, 1024);
const SQL = text(1, 262_144);
const GROUP = matching("[a-zA-Z0-9._-]{1,128}");
const STATEMENT = matching("[a-zA-Z_][a-zA-Z0-9_@:]{1,256}", 1, 256);
const CATALOG: Shape = {
  type: "string",
  min: 1,
  max: 256,
  pattern: /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\t]*$/u,
  patternText: String.raw`[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*`,
};
const ARN = text(1, 1011);
const TAG = structure({ Key: text(1, 128), Value: text(0, 256) });
const REQUEST_TOKEN = text(32, 128);
const GROUP_DESCRIPTION = text(0, 1024);

const ENCRYPTION = structure({
  "EncryptionOption*": oneOf("SSE_S3", "SSE_KMS", "CSE_KMS"),
  KmsKey: text(),
});
const RESULTS: Members = {
  OutputLocation: text(),
  EncryptionConfiguration: ENCRYPTION,
  ExpectedBucketOwner: matching("^[0-9]+$", 12, 12),
  AclConfiguration: structure({ "S3AclOption*": oneOf("BUCKET_OWNER_FULL_CONTROL") }),
};
const CONFIGURATION: Members = {
  EnforceWorkGroupConfiguration: FLAG,
  PublishCloudWatchMetricsEnabled: FLAG,
  BytesScannedCutoffPerQuery: { type: "long", min: 10_000_000 },
  RequesterPaysEnabled: FLAG,
  EngineVersion: structure({ SelectedEngineVersion: NAME, EffectiveEngineVersion: NAME }),
  AdditionalConfiguration: NAME,
  ExecutionRole: text(20, 2048),
  CustomerContentEncryptionConfiguration: ANY,
  EnableMinimumEncryptionConfiguration: FLAG,
  // Refused by name, whatever is in them.
  ManagedQueryResultsConfiguration: ANY,
  ManagedQueryResultsConfigurationUpdates: ANY,
  IdentityCenterConfiguration: ANY,
  MonitoringConfiguration: ANY,
  EngineConfiguration: ANY,
  QueryResultsS3AccessGrantsConfiguration: ANY,
};
const CATALOG_NAME = { "CatalogName*": CATALOG };
const DATABASE = { ...CATALOG_NAME, "DatabaseName*": NAME };
const pages = (least: number, most?: number): Members => ({
  NextToken: TOKEN,
  MaxResults: number(least, most),
});
const STATEMENT_OF_GROUP = { "StatementName*": STATEMENT, "WorkGroup*": GROUP };

const REQUESTS: Record<string, Members> = {
  BatchGetNamedQuery: { "NamedQueryIds*": listOf(ID, 1, 50) },
  BatchGetPreparedStatement: { "PreparedStatementNames*": listOf(STATEMENT), "WorkGroup*": GROUP },
  BatchGetQueryExecution: { "QueryExecutionIds*": listOf(ID, 1, 50) },
  CreateNamedQuery: {
    "Name*": NAME,
    Description: text(1, 1024),
    "Database*": text(1, 255),
    "QueryString*": SQL,
    ClientRequestToken: REQUEST_TOKEN,
    WorkGroup: GROUP,
  },
  CreatePreparedStatement: {
    ...STATEMENT_OF_GROUP,
    "QueryStatement*": SQL,
    Description: text(1, 1024),
  },
  CreateWorkGroup: {
    "Name*": GROUP,
    Configuration: structure({ ResultConfiguration: structure(RESULTS), ...CONFIGURATION }),
    Description: GROUP_DESCRIPTION,
    Tags: listOf(TAG),
  },
  DeleteNamedQuery: { "NamedQueryId*": ID },
  DeletePreparedStatement: STATEMENT_OF_GROUP,
  DeleteWorkGroup: { "WorkGroup*": GROUP, RecursiveDeleteOption: FLAG },
  GetDataCatalog: { "Name*": CATALOG, WorkGroup: GROUP },
  GetDatabase: { ...DATABASE, WorkGroup: GROUP },
  GetNamedQuery: { "NamedQueryId*": ID },
  GetPreparedStatement: STATEMENT_OF_GROUP,
  GetQueryExecution: { "QueryExecutionId*": ID },
  // The service's own bound of a page, 1,000 rows, is looked at after the execution.
  GetQueryResults: {
    "QueryExecutionId*": ID,
    ...pages(1, 100_000),
    QueryResultType: oneOf("DATA_MANIFEST", "DATA_ROWS"),
  },
  GetQueryRuntimeStatistics: { "QueryExecutionId*": ID },
  GetTableMetadata: { ...DATABASE, "TableName*": NAME, WorkGroup: GROUP },
  GetWorkGroup: { "WorkGroup*": GROUP },
  ListDataCatalogs: { ...pages(2, 50), WorkGroup: GROUP },
  ListDatabases: { ...CATALOG_NAME, ...pages(1, 50), WorkGroup: GROUP },
  ListEngineVersions: pages(1, 10),
  ListNamedQueries: { ...pages(0, 50), WorkGroup: GROUP },
  ListPreparedStatements: { "WorkGroup*": GROUP, ...pages(1, 50) },
  ListQueryExecutions: { ...pages(0, 50), WorkGroup: GROUP },
  ListTableMetadata: {
    ...DATABASE,
    Expression: text(0, 256),
    ...pages(1, 50),
    WorkGroup: GROUP,
  },
  ListTagsForResource: { "ResourceARN*": ARN, ...pages(75) },
  ListWorkGroups: pages(1, 50),
  StartQueryExecution: {
    "QueryString*": SQL,
    ClientRequestToken: REQUEST_TOKEN,
    QueryExecutionContext: structure({ Database: text(1, 255), Catalog: CATALOG }),
    ResultConfiguration: structure(RESULTS),
    WorkGroup: GROUP,
    ExecutionParameters: listOf(text(1, 1024), 1),
    ResultReuseConfiguration: structure({
      ResultReuseByAgeConfiguration: structure({
        "Enabled*": FLAG,
        MaxAgeInMinutes: number(0, 10_080),
      }),
    }),
    EngineConfiguration: ANY,
  },
  StopQueryExecution: { "QueryExecutionId*": ID },
  TagResource: { "ResourceARN*": ARN, "Tags*": listOf(TAG) },
  UntagResource: { "ResourceARN*": ARN, "TagKeys*": listOf(text(1, 128)) },
  UpdateNamedQuery: {
    "NamedQueryId*": ID,
    "Name*": NAME,
    Description: text(0, 1024),
    "QueryString*": SQL,
  },
  UpdatePreparedStatement: {
    ...STATEMENT_OF_GROUP,
    "QueryStatement*": SQL,
    Description: text(1, 1024),
  },
  UpdateWorkGroup: {
    "WorkGroup*": GROUP,
    Description: GROUP_DESCRIPTION,
    ConfigurationUpdates: structure({
      ...CONFIGURATION,
      ResultConfigurationUpdates: structure({
        ...RESULTS,
        RemoveOutputLocation: FLAG,
        RemoveEncryptionConfiguration: FLAG,
        RemoveExpectedBucketOwner: FLAG,
        RemoveAclConfiguration: FLAG,
      }),
      RemoveBytesScannedCutoffPerQuery: FLAG,
      RemoveCustomerContentEncryptionConfiguration: FLAG,
    }),
    State: oneOf("ENABLED", "DISABLED"),
  },
};

/** Shapes of requests by the names of their operations. */
export const SHAPES: Readonly<Record<string, Shape>> = Object.fromEntries(
  Object.entries(REQUESTS).map(([operation, members]) => [operation, structure(members)]),
);
