/** The embedded Glue against boto3, the AWS command line, and moto's Glue as a second opinion. */
import {
  BatchCreatePartitionCommand,
  CreateDatabaseCommand,
  CreatePartitionCommand,
  CreateTableCommand,
  DeletePartitionCommand,
  DeleteTableCommand,
  GetDatabaseCommand,
  GetPartitionCommand,
  GetPartitionsCommand,
  GetTableCommand,
  GetTableVersionCommand,
  GlueClient,
  UpdateTableCommand,
} from "@aws-sdk/client-glue";
import { assertEquals } from "@std/assert";
import { ownStack } from "../../own_stack.ts";
import { hasPython, startMoto } from "../tools.ts";
import { pythonAt, scriptPath } from "./python.ts";

const ignore = !(await hasPython());
if (ignore) {
  console.warn("skipped: Glue with boto3, the AWS CLI and moto, which need python3 with pip");
}

Deno.test({ name: "boto3: crawl, tables, partitions, paginators, errors", ignore }, async () => {
  await using stack = await ownStack();
  const script = scriptPath("glue_boto3.py");
  const { code, out, err } = await pythonAt(stack.env.AWS_ENDPOINT_URL ?? "", [script]);
  assertEquals([code, err], [0, ""]);
  assertEquals(JSON.parse(out), {
    status: "SUCCEEDED",
    startTimeIsDatetime: true,
    columns: [["index", "string"], ["close", "double"], ["volume", "int"]],
    keys: [["dt", "string"], ["hour", "string"]],
    partitions: [["2024-01-31", "09"], ["2024-01-31", "10"]],
    matching: ["stock"],
    errors: [],
    errorsAgain: ["AlreadyExistsException", "AlreadyExistsException", "AlreadyExistsException"],
    filtered: [["2024-01-02"], ["2024-01-03"]],
    databases: ["default", "market"],
    statistics: true,
    noStatistics: ["b"],
    indexes: [["by_day", "ACTIVE"]],
    functions: ["f"],
    missing: ["EntityNotFoundException", "Table x not found."],
    stop: "CrawlerNotRunningException",
  });
});

Deno.test({ name: "aws glue: database, crawler, table, and an error", ignore }, async () => {
  await using stack = await ownStack();
  await stack.put({ "stock_market/dt=2024-01-31/a.json": '{"a": 1}\n' });
  const aws = async (...args: string[]) => {
    const run = await pythonAt(stack.env.AWS_ENDPOINT_URL ?? "", ["-m", "awscli", "glue", ...args]);
    return { ...run, json: run.out === "" ? undefined : JSON.parse(run.out) };
  };
  await aws("create-database", "--database-input", "Name=market");
  const made = await aws(
    ...["create-crawler", "--name", "c", "--database-name", "market"],
    ...["--role", "arn:aws:iam::000000000000:role/crawler"],
    ...["--targets", "S3Targets=[{Path=s3://kafka-stock-market/stock_market/}]"],
  );
  assertEquals([made.code, made.err], [0, ""]);
  await aws("start-crawler", "--name", "c");
  while ((await aws("get-crawler", "--name", "c")).json.Crawler.State !== "READY");
  const { json } = await aws("get-tables", "--database-name", "market");
  assertEquals(json.TableList[0].Name, "stock_market");
  const again = await aws("create-database", "--database-input", "Name=market");
  assertEquals(
    again.err.trim().split("\n").at(-1)?.replace(/^aws: \[ERROR\]: /, ""),
    "An error occurred (AlreadyExistsException) when calling the CreateDatabase operation: " +
      "Database already exists.",
  );
});

const T = { DatabaseName: "db", TableName: "t" };
const PARTITION_KEYS = [{ Name: "dt", Type: "string" }, { Name: "hour", Type: "int" }];
const TABLE = { DatabaseName: "db", TableInput: { Name: "t", PartitionKeys: PARTITION_KEYS } };
const partition = (...Values: string[]) => ({ ...T, PartitionInput: { Values } });

/** Calls that both answer alike where both follow AWS. */
const CALLS = [
  new GetDatabaseCommand({ Name: "x" }),
  new CreateDatabaseCommand({ DatabaseInput: { Name: "db" } }),
  new CreateDatabaseCommand({ DatabaseInput: { Name: "db" } }),
  new GetTableCommand({ DatabaseName: "db", Name: "x" }),
  new CreateTableCommand(TABLE),
  new CreateTableCommand(TABLE),
  new UpdateTableCommand(TABLE),
  new GetTableVersionCommand({ ...T, VersionId: "9" }),
  new CreatePartitionCommand(partition("2024-01-01", "9")),
  new CreatePartitionCommand(partition("2024-01-01", "9")),
  new BatchCreatePartitionCommand({
    ...T,
    PartitionInputList: [["2024-01-02", "10"], ["2024-02-01", "11"]].map((Values) => ({ Values })),
  }),
  new GetPartitionCommand({ ...T, PartitionValues: ["x", "1"] }),
  new DeletePartitionCommand({ ...T, PartitionValues: ["x", "1"] }),
  ...[
    "dt = '2024-01-01'",
    "dt <> '2024-01-01'",
    "dt > '2024-01-01' AND hour < 11",
    "hour >= 10",
    "hour = 9 OR hour = 11",
    "hour = 9 OR hour = 10 AND dt = 'x'",
    "(hour = 9 OR hour = 10) AND dt = 'x'",
    "dt LIKE '2024-01-%'",
    "dt NOT LIKE '2024-01-__'",
    "dt IN ('2024-01-01', 'x')",
    "hour NOT IN (9, 10)",
    "hour BETWEEN 10 AND 11",
    "hour NOT BETWEEN 10 AND 11",
    "dt IS NULL",
    "dt IS NOT NULL",
    "hour = 'x'",
    "hour LIKE '1'",
    "nothing = 1",
    "dt = ",
    "dt ~ 'x'",
  ].map((Expression) => new GetPartitionsCommand({ ...T, Expression })),
  new DeleteTableCommand({ DatabaseName: "db", Name: "x" }),
];

/** What answers have in common: the error, or the values of partitions. */
async function outcome(client: GlueClient, command: unknown): Promise<unknown> {
  try {
    const { Partitions } = await client.send(command as GetPartitionsCommand);
    return Partitions?.map(({ Values }) => Values?.join()).sort() ?? "done";
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : error;
  }
}

Deno.test({ name: "moto's Glue answers the same calls alike", ignore }, async () => {
  const moto = await startMoto();
  await using stack = await ownStack();
  const client = (endpoint: string) =>
    new GlueClient({
      endpoint,
      region: "us-east-1",
      credentials: { accessKeyId: "x", secretAccessKey: "x" },
      maxAttempts: 1,
    });
  const [theirs, ours] = [client(moto.url), client(stack.env.AWS_ENDPOINT_URL ?? "")];
  try {
    for (const command of CALLS) {
      const label = JSON.stringify([command.constructor.name, command.input]);
      assertEquals([label, await outcome(ours, command)], [label, await outcome(theirs, command)]);
    }
  } finally {
    theirs.destroy();
    ours.destroy();
    await moto.close();
  }
});
