import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { AwsError } from "../../../lib/local/aws_error.ts";
import { ended, jsonTable, testAthena } from "./harness.ts";

async function refused(promise: Promise<unknown>): Promise<[string, string, unknown]> {
  const error = await assertRejects(() => promise, AwsError);
  return [error.code, error.message, error.fields["AthenaErrorCode"]];
}

Deno.test("a query goes from QUEUED over RUNNING to SUCCEEDED, and its result is in the bucket", async () => {
  await using test = await testAthena({ queuedMs: 30, runningMs: 30 });
  const id = await test.start("SELECT 1 AS a, 'x\"y' AS b, NULL AS c, '' AS d");
  const seen = new Set<string>();
  for (;;) {
    const { QueryExecution } = await test.call("GetQueryExecution", { QueryExecutionId: id });
    seen.add(QueryExecution.Status.State);
    if (QueryExecution.Status.State === "SUCCEEDED") break;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  assertEquals([...seen], ["QUEUED", "RUNNING", "SUCCEEDED"]);
  const execution = await ended(test, id);
  assertEquals(execution.ResultConfiguration.OutputLocation, `s3://out/results/${id}.csv`);
  assertEquals(execution.StatementType, "DML");
  const csv = new TextDecoder().decode(await test.store.read("out", `results/${id}.csv`));
  // Athena's documentation, "Working with query results": every value quoted, NULL bare-empty.
  assertEquals(csv, '"a","b","c","d"\n"1","x""y",,""\n');
  assertEquals(test.store.head("out", `results/${id}.csv.metadata`) !== undefined, true);
  const { ResultSet } = await test.call("GetQueryResults", { QueryExecutionId: id });
  assertEquals(ResultSet.Rows[1].Data, [
    { VarCharValue: "1" },
    { VarCharValue: 'x"y' },
    {},
    { VarCharValue: "" },
  ]);
  const [first] = ResultSet.ResultSetMetadata.ColumnInfo;
  assertEquals([first.Name, first.Type, first.Precision, first.CatalogName, first.Nullable], [
    "a",
    "integer",
    10,
    "hive",
    "UNKNOWN",
  ]);
});

Deno.test("the header is the first row of the first page alone, and counts", async () => {
  await using test = await testAthena();
  const { id } = await test.run("SELECT x FROM UNNEST(sequence(1, 2500)) t(x) ORDER BY x");
  const pages: string[][] = [];
  let token: string | undefined;
  do {
    const page = await test.call("GetQueryResults", {
      QueryExecutionId: id,
      ...(token ? { NextToken: token } : {}),
    });
    pages.push(
      page.ResultSet.Rows.map((row: { Data: { VarCharValue: string }[] }) =>
        row.Data[0]!.VarCharValue
      ),
    );
    token = page.NextToken;
  } while (token);
  assertEquals(pages.map((page) => page.length), [1000, 1000, 501]);
  assertEquals([pages[0]![0], pages[0]![1], pages[1]![0], pages[2]!.at(-1)], [
    "x",
    "1",
    "1000",
    "2500",
  ]);
  const small = await test.call("GetQueryResults", { QueryExecutionId: id, MaxResults: 2 });
  assertEquals(small.ResultSet.Rows.length, 2);
  assertEquals(
    (await refused(test.call("GetQueryResults", { QueryExecutionId: id, MaxResults: 1001 })))[0],
    "InvalidRequestException",
  );
});

Deno.test("what the grammar does not know fails at the start call, all else when it runs", async () => {
  await using test = await testAthena();
  assertEquals(await refused(test.start("SELECT 1 FROM (")), [
    "InvalidRequestException",
    "line 1:16: mismatched input '<EOF>'. Expecting: " +
    "'(', 'JSON_TABLE', 'LATERAL', 'TABLE', 'UNNEST', <identifier>, <query>",
    "MALFORMED_QUERY",
  ]);
  const failed = await test.run("SELECT * FROM nope");
  assertEquals([failed.state, failed.reason], [
    "FAILED",
    "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.db.nope' does not exist",
  ]);
  assertEquals(failed.execution.Status.AthenaError, {
    ErrorCategory: 2,
    ErrorType: 1301,
    Retryable: false,
    ErrorMessage: failed.reason,
  });
  assertEquals(await refused(test.call("GetQueryResults", { QueryExecutionId: failed.id })), [
    "InvalidRequestException",
    "Query did not finish successfully. Final query state: FAILED",
    "INVALID_QUERY_EXECUTION_STATE",
  ]);
  assertEquals((await test.run("SELECT 1/0")).reason, "DIVISION_BY_ZERO: Division by zero");
  assertEquals(
    (await test.run("SELECT x FROM (VALUES 1) t(x) WHERE y = 1")).reason,
    "COLUMN_NOT_FOUND: line 1:37: Column 'y' cannot be resolved or requester is not authorized to access requested resources",
  );
});

Deno.test("failures have the numbers of Athena's error catalog", async () => {
  await using test = await testAthena();
  const recorded: [string, number][] = [
    ["SELECT 1/0", 1001],
    ["SELECT 1 = 'a'", 1002],
    ["SELECT nope", 1006],
    ["SELECT CAST('x' AS integer)", 1100],
    ["SELECT 2147483647 + 1", 1100],
    ["SELECT ARRAY[1][2]", 1106],
    ["SELECT st_point(1, 2)", 1200],
    ["SELECT * FROM nope.t", 1301],
    ["SELECT nope(1)", 1303],
  ];
  for (const [sql, type] of recorded) {
    const { ErrorType, ErrorCategory, Retryable } =
      (await test.run(sql)).execution.Status.AthenaError;
    assertEquals([sql, ErrorType, ErrorCategory, Retryable], [sql, type, 2, false]);
  }
});

Deno.test("no output location, a bucket that is not there, an unknown work group", async () => {
  await using test = await testAthena();
  const none = await refused(test.start("SELECT 1", { ResultConfiguration: {} }));
  assertEquals(none[1].startsWith("No output location provided."), true);
  const bucket = { ResultConfiguration: { OutputLocation: "s3://nope/" } };
  assertEquals((await refused(test.start("SELECT 1", bucket)))[2], "INVALID_OUTPUT_LOCATION");
  assertEquals(
    (await refused(test.start("SELECT 1", { WorkGroup: "nope" })))[1],
    "WorkGroup is not found.",
  );
  const long = `SELECT '${"x".repeat(262_144)}'`;
  assertEquals((await refused(test.start(long)))[0], "InvalidRequestException");
});

Deno.test("a ClientRequestToken makes the start idempotent", async () => {
  await using test = await testAthena();
  const token = { ClientRequestToken: "t".repeat(32) };
  const id = await test.start("SELECT 1", token);
  assertEquals(await test.start("SELECT 1", token), id);
  assertEquals(
    (await refused(test.start("SELECT 2", token)))[1],
    "Idempotent parameters do not match",
  );
  assertEquals(
    (await refused(test.start("SELECT 1", { ClientRequestToken: "short" })))[0],
    "InvalidRequestException",
  );
});

Deno.test("StopQueryExecution interrupts a query that runs", async () => {
  await using test = await testAthena();
  await test.run("SELECT 1");
  const id = await test.start(
    "SELECT count(*) FROM UNNEST(sequence(1, 10000)) a(x), UNNEST(sequence(1, 10000)) b(y), UNNEST(sequence(1, 10000)) c(z) WHERE x * y % 7 = z",
  );
  for (;;) {
    const { QueryExecution } = await test.call("GetQueryExecution", { QueryExecutionId: id });
    if (QueryExecution.Status.State === "RUNNING") break;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await test.call("StopQueryExecution", { QueryExecutionId: id });
  const execution = await ended(test, id);
  assertEquals(execution.Status.State, "CANCELLED");
  assertEquals((await test.run("SELECT 2")).rows, [["_col0"], ["2"]]);
});

Deno.test("a hundred queries at once are all answered", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" });
  await test.put("t/x", Array.from({ length: 50 }, (_, i) => `{"a":${i}}\n`).join(""));
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) => test.run(`SELECT ${i}, sum(a) FROM t WHERE a < ${i}`)),
  );
  for (const [i, answer] of answers.entries()) {
    const n = Math.min(i, 50);
    assertEquals(answer.rows[1], [String(i), n === 0 ? null : String(n * (n - 1) / 2)]);
  }
});

Deno.test("history survives a restart, and what ran then has failed", async () => {
  await using test = await testAthena({ runningMs: 60_000 });
  const id = await test.start("SELECT 1");
  for (;;) {
    const { QueryExecution } = await test.call("GetQueryExecution", { QueryExecutionId: id });
    if (QueryExecution.Status.State === "RUNNING") break;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await test.restart();
  assertEquals((await ended(test, id)).Status.State, "FAILED");
  const done = await test.run("SELECT 5");
  await test.restart();
  const { ResultSet } = await test.call("GetQueryResults", { QueryExecutionId: done.id });
  assertEquals(ResultSet.Rows[1].Data[0].VarCharValue, "5");
  const { QueryExecutionIds } = await test.call("ListQueryExecutions", {});
  assertEquals(QueryExecutionIds, [done.id, id]);
  const { QueryExecution } = await test.call("GetQueryExecution", { QueryExecutionId: done.id });
  assertEquals(QueryExecution.Status.CompletionDateTime instanceof Date, true);
});

Deno.test("work groups: output location, enforcement, cutoff, state", async () => {
  await using test = await testAthena();
  await test.call("CreateWorkGroup", {
    Name: "team",
    Configuration: {
      ResultConfiguration: { OutputLocation: "s3://out/team" },
      BytesScannedCutoffPerQuery: 10_000_000,
    },
  });
  const { execution } = await test.run("SELECT 1", { WorkGroup: "team" });
  assertEquals(execution.ResultConfiguration.OutputLocation.startsWith("s3://out/team/"), true);
  assertEquals(execution.WorkGroup, "team");
  jsonTable(test, "t", { a: "string" });
  await test.put("t/x", `{"a":"${"x".repeat(10_000_001)}"}\n`);
  const cut = await test.run("SELECT count(*) FROM t", { WorkGroup: "team" });
  // "If any query that runs in the workgroup exceeds the limit, it is canceled."
  assertEquals([cut.state, cut.reason], ["CANCELLED", "Bytes scanned limit was exceeded"]);
  assertEquals(cut.execution.Status.AthenaError, undefined);
  await test.call("UpdateWorkGroup", { WorkGroup: "team", State: "DISABLED" });
  assertEquals(
    (await refused(test.start("SELECT 1", { WorkGroup: "team" })))[1],
    "WorkGroup team is disabled.",
  );
  const { WorkGroups } = await test.call("ListWorkGroups", {});
  assertEquals(WorkGroups.map((group: { Name: string }) => group.Name), ["primary", "team"]);
  await test.call("DeleteWorkGroup", { WorkGroup: "team" });
  assertEquals(
    (await refused(test.call("GetWorkGroup", { WorkGroup: "team" })))[0],
    "InvalidRequestException",
  );
});

Deno.test("named queries, prepared statements and parameters", async () => {
  await using test = await testAthena();
  const { NamedQueryId } = await test.call("CreateNamedQuery", {
    Name: "one",
    Database: "db",
    QueryString: "SELECT 1",
  });
  const { NamedQuery } = await test.call("GetNamedQuery", { NamedQueryId });
  assertEquals([NamedQuery.Name, NamedQuery.WorkGroup], ["one", "primary"]);
  await test.call("CreatePreparedStatement", {
    StatementName: "plus",
    WorkGroup: "primary",
    QueryStatement: "SELECT ? + 1, ?",
  });
  assertEquals((await test.run("EXECUTE plus USING 2, 'x'")).rows[1], ["3", "x"]);
  const given = await test.run("SELECT ?, ? || 'b'", { ExecutionParameters: ["7", "'a'"] });
  assertEquals(given.rows[1], ["7", "ab"]);
  await test.run("PREPARE q FROM SELECT ?");
  assertEquals((await test.run("EXECUTE q USING 1.5")).rows[1], ["1.5"]);
  await test.run("DEALLOCATE PREPARE q");
  assertEquals((await test.run("EXECUTE q USING 1")).state, "FAILED");
});

Deno.test("data catalogs, databases and tables as Athena's API shows them", async () => {
  await using test = await testAthena();
  jsonTable(test, "prices", { close: "double" }, { partitions: { dt: "string" } });
  const catalog = { CatalogName: "AwsDataCatalog", DatabaseName: "db" };
  const { DatabaseList } = await test.call("ListDatabases", { CatalogName: "AwsDataCatalog" });
  // AWS's page of list-databases shows `default` so, without parameters.
  assertEquals(DatabaseList, [{ Name: "db" }, { Name: "default" }]);
  const { TableMetadata } = await test.call("GetTableMetadata", {
    ...catalog,
    TableName: "prices",
  });
  assertEquals(TableMetadata.Columns, [{ Name: "close", Type: "double" }]);
  assertEquals(TableMetadata.PartitionKeys, [{ Name: "dt", Type: "string" }]);
  // PyAthena takes the name of Glue's error out of these words, to tell that a table is not there.
  const words =
    /\(Service: AmazonDataCatalog; Status Code: 400; Error Code: EntityNotFoundException;[^()]*\)$/;
  for (
    const [operation, input] of [
      ["GetTableMetadata", { ...catalog, TableName: "x" }],
      ["ListTableMetadata", { ...catalog, DatabaseName: "x" }],
    ] as const
  ) {
    const [name, message = ""] = await refused(test.call(operation, input));
    assertEquals(name, "MetadataException");
    assertMatch(message, words);
  }
  assertEquals((await refused(test.call("Nonsense", {})))[0], "UnknownOperationException");
});

Deno.test("SQL reaches nothing of the host", async () => {
  await using test = await testAthena();
  const statements = [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM '/etc/passwd'",
    'SELECT * FROM "/etc/passwd"',
    "SELECT read_text('/etc/passwd')",
    "SELECT getenv('HOME')",
    "COPY (SELECT 1) TO '/tmp/x'",
    "ATTACH '/tmp/x.db'",
    "PRAGMA database_list",
    "SET memory_limit = '1TB'",
    "INSTALL httpfs",
    "SELECT * FROM duckdb_settings()",
    "SELECT * FROM information_schema.duckdb_settings",
    "CALL pragma_version()",
    "SELECT * FROM t_written",
    "SELECT t_fail('x')",
  ];
  for (const sql of statements) {
    const answer = await test.run(sql).catch((error) => {
      assertEquals([error.code, error.fields.AthenaErrorCode], [
        "InvalidRequestException",
        "MALFORMED_QUERY",
      ]);
      return { state: "FAILED", reason: "MALFORMED" };
    });
    assertEquals(answer.state, "FAILED", sql);
  }
});
