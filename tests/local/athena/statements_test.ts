import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { AwsError } from "../../../lib/local/aws_error.ts";
import { cause, jsonTable, testAthena } from "./harness.ts";

Deno.test("parameters are counted before anything else, at the statement's beginning", async () => {
  await using test = await testAthena();
  await test.run("PREPARE two FROM SELECT ?, ? FROM nowhere");
  const told = (expected: number, found: number) =>
    "INVALID_PARAMETER_USAGE: line 1:1: Incorrect number of parameters: " +
    `expected ${expected} but found ${found}`;
  const asked: [string, string[] | undefined, string][] = [
    ["SELECT ?, ? FROM nowhere", ["1"], told(2, 1)],
    ["SELECT ?, '?' -- ?", undefined, told(1, 0)],
    ["SELECT 1", ["1"], told(0, 1)],
    ["CREATE TABLE t AS SELECT ? AS a", undefined, told(1, 0)],
    ["EXECUTE two", undefined, told(2, 0)],
    ["EXECUTE two USING 1, 2, 3", undefined, told(2, 3)],
  ];
  for (const [sql, given, reason] of asked) {
    const answer = await test.run(sql, given ? { ExecutionParameters: given } : {});
    assertEquals(cause(answer.reason), reason, sql);
  }
});

Deno.test("malformed statements say at the start call where they go wrong", async () => {
  await using test = await testAthena();
  const asked: [string, string][] = [
    ["INSERT OVERWRITE t SELECT 1", "line 1:8: mismatched input 'OVERWRITE'. Expecting: 'INTO'"],
    [
      "SHOW CREATE DATABASE d",
      "line 1:13: mismatched input 'DATABASE'. Expecting: 'MATERIALIZED', 'SCHEMA', 'TABLE', 'VIEW'",
    ],
    ["SELECT a FROM t LIMIT 5,10", "line 1:24: mismatched input ','. Expecting: <EOF>"],
    ["SELECT 1; SELECT 2", "Only one sql statement is allowed. Got: SELECT 1; SELECT 2"],
    // Whose grammar of DDL takes keywords for names.
    ["SELECT * FROM", "Queries of this type are not supported"],
    ["SELECT a, FROM t", "Queries of this type are not supported"],
    ["SELECT a.end FROM t", "Queries of this type are not supported"],
    ["INSERT OVERWRITE TABLE t SELECT 1", "Queries of this type are not supported"],
    ['SHOW CREATE TABLE "t"', "Queries of this type are not supported"],
    // As Athena was recorded to say, by others than this project.
    [
      "ALTER TABLE t ADD COLUMN m int",
      "line 1:19: no viable alternative at input 'ALTER TABLE t ADD COLUMN'",
    ],
    ["ALTER TABLE t RENAME COLUMN a TO b", "line 1:22: missing 'TO' at 'COLUMN'"],
    [
      "ALTER TABLE t SET PROPERTIES x = 1",
      "line 1:19: no viable alternative at input 'ALTER TABLE t SET PROPERTIES'",
    ],
    [
      "ALTER TABLE t EXECUTE optimize",
      "line 1:15: no viable alternative at input 'ALTER TABLE t EXECUTE'",
    ],
    [
      "ALTER TABLE t DROP COLUMN IF EXISTS m",
      "line 1:30: mismatched input 'EXISTS' expecting {<EOF>, '.'}",
    ],
    [
      "ALTER TABLE\nIF EXISTS t RENAME TO u",
      "line 2:4: no viable alternative at input 'ALTER TABLE\\nIF EXISTS'",
    ],
    [
      'ALTER TABLE db."t" RENAME TO x',
      `line 1:16: no viable alternative at input 'ALTER TABLE db."t"'`,
    ],
    ['DROP TABLE db."t"', `line 1:15: no viable alternative at input 'db."t"'`],
    ['CREATE TABLE "t" (n int)', `line 1:14: no viable alternative at input 'CREATE TABLE "t"'`],
    [
      "CREATE TABLE t (n int NOT NULL)",
      "line 1:23: no viable alternative at input 'CREATE TABLE t (n int NOT'",
    ],
    [
      "CREATE TABLE t (n int) WITH (format = 'PARQUET')",
      "line 1:29: no viable alternative at input 'CREATE TABLE t (n int) WITH ('",
    ],
    [
      "CREATE TABLE t (n int)",
      "No location was specified for table. An S3 location must be specified",
    ],
    [
      "CREATE TABLE t (n int) LOCATION 's3://b/t/'",
      "External keyword required for table type HIVE",
    ],
  ];
  for (const [sql, message] of asked) {
    const error = await assertRejects(() => test.start(sql), AwsError);
    assertEquals([error.message, error.fields["AthenaErrorCode"]], [message, "MALFORMED_QUERY"]);
  }
});

Deno.test("statements that Athena does not take are refused by their names", async () => {
  await using test = await testAthena();
  const asked: [string, string][] = [
    ["EXECUTE IMMEDIATE 'SELECT 1'", "line 1:1: EXECUTE IMMEDIATE"],
    ["show functions LIKE 'a%'", "line 1:1: SHOW FUNCTIONS"],
    ["ALTER TABLE t PARTITION (p = 1) SET FILEFORMAT ORC", "line 1:33: ALTER TABLE SET FILEFORMAT"],
    ["CREATE TABLE u LIKE t", "line 1:16: CREATE TABLE LIKE"],
    ["SET SESSION a = 1", "line 1:1: SET SESSION"],
    ["USE db", "line 1:1: USE"],
    ["EXPLAIN CALL a.b()", "line 1:9: CALL"],
    ["USING EXTERNAL FUNCTION f(x int) SELECT 1", "line 1:1: USING EXTERNAL FUNCTION"],
  ];
  for (const [sql, what] of asked) {
    assertEquals((await test.run(sql)).reason, `NOT_SUPPORTED: ${what} is not supported`, sql);
  }
});

// Athena's user guide, "Execute prepared statements using the AWS CLI".
Deno.test("EXECUTE takes its values from the request as well", async () => {
  await using test = await testAthena();
  await test.run("PREPARE two FROM SELECT ? AS a, ? AS b");
  const answer = await test.run("Execute two", { ExecutionParameters: ["1", "'x'"] });
  assertEquals(answer.rows, [["a", "b"], ["1", "x"]]);
  const given = { ExecutionParameters: ["1"] };
  assertEquals(
    (await test.run("EXECUTE two", given)).reason,
    "INVALID_PARAMETER_USAGE: line 1:1: Incorrect number of parameters: expected 2 but found 1",
  );
});

Deno.test("tokens that no page gave, and names that the API's reference does not allow, are refused", async () => {
  await using test = await testAthena();
  const { id } = await test.run("SELECT 1");
  for (const NextToken of ["bogus", "MQ", "LTE=", "x y"]) {
    const error = await assertRejects(
      () => test.call("GetQueryResults", { QueryExecutionId: id, NextToken }),
      AwsError,
    );
    assertEquals([error.code, error.message], [
      "InvalidRequestException",
      `Malformed nextPageToken ${NextToken}`,
    ]);
  }
  for (const StatementName of ["a-b", "1a", "a"]) {
    const input = { StatementName, WorkGroup: "primary", QueryStatement: "SELECT 1" };
    const error = await assertRejects(() => test.call("CreatePreparedStatement", input), AwsError);
    assertEquals(
      error.message,
      "1 validation error detected: Value at 'statementName' failed to satisfy " +
        "constraint: Member must satisfy regular expression pattern: [a-zA-Z_][a-zA-Z0-9_@:]{1,256}",
    );
  }
});

// Trino's documentation, "Date and time functions and operators", "Mathematical functions".
Deno.test("parts of intervals and zones, times with an offset, random numbers between two", async () => {
  await using test = await testAthena();
  const asked: [string, string][] = [
    ["hour(INTERVAL '49' HOUR)", "1"],
    ["day(INTERVAL '49' HOUR)", "2"],
    ["day(TIMESTAMP '2024-01-04 12:00' - TIMESTAMP '2024-01-01 00:00')", "3"],
    ["hour(TIMESTAMP '2024-01-01 00:00' - TIMESTAMP '2024-01-02 12:00')", "-12"],
    ["minute(INTERVAL '90' MINUTE)", "30"],
    ["second(INTERVAL '61' SECOND)", "1"],
    ["millisecond(INTERVAL '1.5' SECOND)", "500"],
    ["year(INTERVAL '25' MONTH)", "2"],
    ["month(INTERVAL '25' MONTH)", "1"],
    ["extract(DAY FROM INTERVAL '3' DAY)", "3"],
    ["from_unixtime(1700000000, 5, 30)", "2023-11-15 03:43:20.000 +05:30"],
    ["from_unixtime(1700000000, -3, 0)", "2023-11-14 19:13:20.000 -03:00"],
    ["timezone_hour(from_unixtime(0, 5, 30))", "5"],
    ["timezone_minute(from_unixtime(0, -5, -30))", "-30"],
    ["timezone_hour(TIMESTAMP '2024-07-01 00:00 America/New_York')", "-4"],
    ["hour(TIME '10:20:30.456')", "10"],
    ["second(TIME '10:20:30.456')", "30"],
    ["millisecond(TIME '10:20:30.456')", "456"],
    ["random(7, 8)", "7"],
    ["typeof(random(5))", "integer"],
    ["random(1)", "0"],
  ];
  for (const [sql, value] of asked) assertEquals(await test.rows(`SELECT ${sql}`), [[value]], sql);
  const refused: [string, string][] = [
    ["random(0)", "INVALID_FUNCTION_ARGUMENT: bound must be positive"],
    ["random(3, 3)", "INVALID_FUNCTION_ARGUMENT: start value must be less than stop value"],
    [
      "from_iso8601_timestamp('2024-01-01 09:00:00')",
      'INVALID_FUNCTION_ARGUMENT: Invalid format: "2024-01-01 09:00:00" is malformed at " 09:00:00"',
    ],
  ];
  for (const [sql, reason] of refused) {
    assertEquals((await test.run(`SELECT ${sql}`)).reason, reason, sql);
  }
});

// As Athena was recorded to say, by others than this project.
Deno.test("what is described must be there, and a table's name is not in double quotes", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { n: "int" });
  await test.run("CREATE VIEW v AS SELECT n FROM t");
  const said = (sql: string) => assertRejects(() => test.start(sql), AwsError);
  for (const sql of ["DESCRIBE nope", 'DESC "nope"', "SHOW COLUMNS FROM nope", "DESCRIBE no.t"]) {
    const error = await said(sql);
    assertEquals(error.fields["AthenaErrorCode"], "INVALID_INPUT", sql);
    assertMatch(
      error.message,
      /^Entity Not Found \(Service: AmazonDataCatalog; Status Code: 400; /,
    );
  }
  for (
    const [sql, message] of [
      ['DESCRIBE "t"', `line 1:10: no viable alternative at input 'DESCRIBE "t"'`],
      ['DESCRIBE db."t"', `line 1:13: no viable alternative at input 'db."t"'`],
      ['SHOW COLUMNS IN db."t"', `line 1:20: no viable alternative at input 'db."t"'`],
    ] as const
  ) assertEquals((await said(sql)).message, message);
  const listed = (await said('SHOW COLUMNS IN "t"')).message;
  assertMatch(
    listed,
    /^line 1:17: mismatched input '"t"' expecting \{'SELECT', 'FROM', 'ADD', .*, NOT, /,
  );
  assertEquals((await test.run('DESCRIBE "v"')).rows, [["n\tinteger"]]);
  assertEquals(
    (await test.run("ALTER TABLE t DROP COLUMN n")).reason,
    "FAILED: ParseException line 1:19 mismatched input 'COLUMN' expecting PARTITION near 'DROP' " +
      "in drop partition statement",
  );
});
