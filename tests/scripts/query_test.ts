import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { awsClientOptions } from "../../lib/aws.ts";
import { loadConfig } from "../../lib/config.ts";
import { type Answers, type ScriptedAws, scriptedAws } from "../scripted_aws.ts";
import { NO_SIGNALS, skippedOnWindows } from "../windows.ts";
import { runTask, startTask } from "./run_task.ts";

const noSignals = skippedOnWindows("Ctrl-C of query", NO_SIGNALS);

const ID = "11111111-2222-3333-4444-555555555555";

interface Answer {
  columns: [name: string, type: string][];
  rows: (string | null)[][];
}

/** An Athena that gives the answers in turn, and the last of them from then on. */
function athena(answers: Answer[], more: Answers = {}): ScriptedAws {
  let queries = 0;
  return scriptedAws({
    "AmazonAthena.StartQueryExecution": () => {
      queries++;
      return { QueryExecutionId: ID };
    },
    "AmazonAthena.GetQueryExecution": () => ({
      QueryExecution: {
        QueryExecutionId: ID,
        StatementType: "DML",
        Status: { State: "SUCCEEDED" },
        Statistics: { DataScannedInBytes: 2 ** 30 },
      },
    }),
    "AmazonAthena.GetQueryResults": () => {
      const { columns, rows } = answers[Math.min(queries, answers.length) - 1]!;
      const ColumnInfo = columns.map(([Name, Type]) => ({ Name, Type }));
      const cells = [columns.map(([name]) => name), ...rows];
      const Rows = cells.map((row) => ({
        Data: row.map((text) => text === null ? {} : { VarCharValue: text }),
      }));
      return { ResultSet: { ResultSetMetadata: { ColumnInfo }, Rows } };
    },
    ...more,
  });
}

const env = (aws: ScriptedAws) => ({ AWS_ENDPOINT_URL: aws.config.aws.endpoint! });

const PRICES: Answer = {
  columns: [["index", "varchar"], ["close", "double"], ["volume", "bigint"]],
  rows: [["HSI", "16566.5", null], ['a "b", c', "NaN", "9007199254740993"]],
};

Deno.test("a table on standard output, what it took on standard error", async () => {
  await using aws = athena([PRICES]);
  const { code, stdout, stderr } = await runTask("query", ["SELECT 1"], { env: env(aws) });
  assertEquals(code, 0);
  assertEquals(stdout.split("\n").map((line) => line.trimEnd().replace(/ +/g, " ")), [
    "index close volume",
    "──────── ─────── ────────────────",
    "HSI 16566.5",
    'a "b", c NaN 9007199254740993',
    "",
  ]);
  // A gigabyte at 5 US dollars a terabyte is a 1024th of 5 dollars.
  assertMatch(stderr, /^2 rows in [\d.]+ s · 1\.0 GB scanned · \$0\.0049\d* on Athena\n$/);
});

Deno.test("--json gives one line with typed rows", async () => {
  await using aws = athena([PRICES]);
  const { code, stdout } = await runTask("query", ["SELECT 1", "--json"], { env: env(aws) });
  assertEquals(code, 0);
  assertEquals(stdout.split("\n").length, 2);
  const { seconds, ...summary } = JSON.parse(stdout);
  assert(seconds > 0);
  assertEquals(summary, {
    queryExecutionId: ID,
    columns: PRICES.columns.map(([name, type]) => ({ name, type })),
    // What JSON has no number for is text.
    rows: [
      { index: "HSI", close: 16566.5, volume: null },
      { index: 'a "b", c', close: "NaN", volume: "9007199254740993" },
    ],
    bytesScanned: 2 ** 30,
    costUsd: 5 / 1024,
  });
});

Deno.test("--csv gives CSV, with NULL empty", async () => {
  await using aws = athena([PRICES]);
  const { stdout } = await runTask("query", ["SELECT 1", "--csv"], { env: env(aws) });
  assertEquals(stdout.trimEnd().split(/\r?\n/), [
    "index,close,volume",
    "HSI,16566.5,",
    '"a ""b"", c",NaN,9007199254740993',
  ]);
});

Deno.test("--csv keeps a row that is NULL alone, at the end too", async () => {
  await using aws = athena([{ columns: [["a", "varchar"]], rows: [["x  "], [null]] }]);
  const { stdout } = await runTask("query", ["SELECT 1", "--csv"], { env: env(aws) });
  assertEquals(stdout.replaceAll("\r", ""), "a\nx  \n\n");
});

Deno.test("--param, --file and standard input reach the service", async () => {
  await using aws = athena([PRICES]);
  const file = await Deno.makeTempFile({ suffix: ".sql" });
  await Deno.writeTextFile(file, "-- Two of them\nSELECT ?, ?;\n");
  const params = ["--param", "O'Hare", "--param", "-2.5"];
  await runTask("query", ["--file", file, ...params], { env: env(aws) });
  await runTask("query", ["-"], { env: env(aws), stdin: "SELECT 2" });
  await Deno.remove(file);
  const starts = aws.calls.filter(({ operation }) => operation.endsWith("StartQueryExecution"));
  assertEquals(starts.map(({ input }) => [input.QueryString, input.ExecutionParameters]), [
    ["-- Two of them\nSELECT ?, ?", ["'O''Hare'", "-2.5E0"]],
    ["SELECT 2", undefined],
  ]);
});

Deno.test("--name asks the table of the prefix that is set", async () => {
  await using aws = athena([PRICES]);
  const settings = { ...env(aws), S3_DATA_PREFIX: "raw/Index-Prices" };
  await runTask("query", ["--name", "exactly_once"], { env: settings });
  const start = aws.calls.find(({ operation }) => operation.endsWith("StartQueryExecution"));
  assertStringIncludes(String(start?.input.QueryString), 'FROM "index_prices"');
});

Deno.test("more rows than are shown are counted", async () => {
  const rows = Array.from({ length: 5 }, (_, index) => [String(index)]);
  await using aws = athena([{ columns: [["n", "integer"]], rows }]);
  const args = ["SELECT 1", "--max-rows", "2"];
  const { stdout, stderr } = await runTask("query", args, { env: env(aws) });
  assertEquals(stdout.trimEnd().split("\n").length, 4);
  assertStringIncludes(stderr, "… and 3 rows more");
});

Deno.test("--watch shows what changed, until Ctrl-C", { ignore: noSignals }, async () => {
  const answer = (count: string): Answer => ({ columns: [["records", "bigint"]], rows: [[count]] });
  await using aws = athena([answer("1000"), answer("1000"), answer("2500")]);
  const args = ["SELECT 1", "--watch", "0.01", "--json"];
  const child = startTask("query", args, { env: env(aws) });
  while (aws.calls.filter(({ operation }) => operation.endsWith("GetQueryResults")).length < 4) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill("SIGINT");
  const { code, stdout, stderr } = await child.output();
  assertEquals(code, 0);
  const text = new TextDecoder().decode(stderr);
  assertStringIncludes(text, "no change");
  assertMatch(text, /Ran it \d+ times\.\n$/);
  const summary = JSON.parse(new TextDecoder().decode(stdout));
  assertEquals(summary.rows, [{ records: 2500 }]);
  assert(summary.runs >= 3);
});

/** How often the clients try a request. */
const ATTEMPTS = awsClientOptions(loadConfig({})).maxAttempts;

Deno.test("--watch outlives a service that is away", { ignore: noSignals }, async () => {
  let starts = 0;
  const ColumnInfo = [{ Name: "records", Type: "bigint" }];
  await using aws = athena([], {
    // The second query fails: each of the client's tries does.
    "AmazonAthena.StartQueryExecution": () => {
      starts++;
      if (starts === 1 || starts > 1 + ATTEMPTS) return { QueryExecutionId: ID };
      return Response.json({ __type: "InternalServerException" }, { status: 500 });
    },
    "AmazonAthena.GetQueryResults": () => {
      const Rows = ["records", String(starts)].map((VarCharValue) => ({
        Data: [{ VarCharValue }],
      }));
      return { ResultSet: { ResultSetMetadata: { ColumnInfo }, Rows } };
    },
  });
  const child = startTask("query", ["SELECT 1", "--watch", "0.01", "--json"], { env: env(aws) });
  while (aws.calls.filter(({ operation }) => operation.endsWith("GetQueryResults")).length < 3) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill("SIGINT");
  const { code, stdout, stderr } = await child.output();
  const text = new TextDecoder().decode(stderr);
  assertEquals(code, 0, text);
  assertMatch(
    text,
    /^\d\d:\d\d:\d\d {2}Could not .*InternalServerException.*; it is asked again$/m,
  );
  assert(JSON.parse(new TextDecoder().decode(stdout)).rows[0].records > 1 + ATTEMPTS);
});

Deno.test("Ctrl-C cancels the query at the service", { ignore: noSignals }, async () => {
  await using aws: ScriptedAws = athena([PRICES], {
    "AmazonAthena.GetQueryExecution": () => {
      const stopped = aws.calls.some(({ operation }) => operation.endsWith("StopQueryExecution"));
      const State = stopped ? "CANCELLED" : "RUNNING";
      return { QueryExecution: { QueryExecutionId: ID, Status: { State } } };
    },
  });
  const child = startTask("query", ["SELECT 1"], { env: env(aws) });
  while (!aws.calls.some(({ operation }) => operation.endsWith("GetQueryExecution"))) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill("SIGINT");
  const { code, stderr } = await child.output();
  assertEquals(code, 1);
  assertStringIncludes(new TextDecoder().decode(stderr), `error: The query ${ID} was cancelled\n`);
  const stop = aws.calls.find(({ operation }) => operation.endsWith("StopQueryExecution"));
  assertEquals(stop?.input, { QueryExecutionId: ID });
});
