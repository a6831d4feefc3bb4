import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { AwsError } from "../../../lib/local/aws_error.ts";
import { jsonTable, type TestAthena, testAthena } from "./harness.ts";

/** A table of three partitions, with a row in each. */
async function prices(test: TestAthena): Promise<void> {
  jsonTable(test, "prices", { index: "string", close: "double" }, { partitions: { dt: "string" } });
  for (const day of [1, 2, 3]) {
    await test.put(`prices/dt=2024-01-0${day}/a`, `{"index":"HSI","close":${day}}\n`);
  }
  await test.run("MSCK REPAIR TABLE prices");
}

const QUERY = "SELECT max(close) FROM prices WHERE dt > '2024-01-01'";
const READ = [
  "Tables read:",
  "- db.prices",
  "    columns: close",
  "    partitions: 2 of 3 (dt=2024-01-02, dt=2024-01-03)",
  "    objects: 2 (52 bytes to read)",
  "Plan of the embedded engine, whose steps are not those of Athena:",
];

Deno.test("EXPLAIN tells what is read and how, in the service's shape, and reads nothing", async () => {
  await using test = await testAthena();
  await prices(test);
  const { execution, types, rows, bytes, id } = await test.run(`EXPLAIN ${QUERY}`);
  assertEquals([execution.StatementType, execution.SubstatementType], ["DML", "EXPLAIN"]);
  assertEquals([types, bytes], [["varchar"], 0]);
  const lines = rows.map(([line]) => line!);
  assertEquals(lines.slice(0, 7), ["Query Plan", ...READ]);
  assertMatch(lines[8]!, /^ {4}- UNGROUPED_AGGREGATE \[Aggregates: max\(/);
  assertEquals(lines.slice(-4).map((line) => line === ""), [false, true, true, true]);
  const text = new TextDecoder().decode(await test.store.read("out", `results/${id}.txt`));
  assertEquals(text, lines.join("\n"));
  const { ResultSet } = await test.call("GetQueryResults", { QueryExecutionId: id });
  const [{ Name, Precision, CaseSensitive }] = ResultSet.ResultSetMetadata.ColumnInfo;
  const plan = lines.slice(1, -1).join("\n");
  assertEquals([Name, Precision, CaseSensitive], ["Query Plan", plan.length, true]);
});

Deno.test("EXPLAIN ANALYZE runs the query: its bytes count, and its rows are told", async () => {
  await using test = await testAthena();
  await prices(test);
  const { rows, bytes, id } = await test.run(`EXPLAIN ANALYZE ${QUERY}`);
  const lines = rows.map(([line]) => line!);
  assertEquals([lines.slice(0, 7), bytes], [["Query Plan", ...READ], 52]);
  assertMatch(lines[8]!, /^ {4}- UNGROUPED_AGGREGATE \[.*Rows: 1; Time: [0-9.]+ms\]$/);
  assertMatch(lines.at(-4)!, /READ_JSON \[.*Rows: 2; /);
  assertEquals(lines.some((line) => line.includes(test.dir)), false);
  const { ResultSet } = await test.call("GetQueryResults", { QueryExecutionId: id });
  assertEquals(ResultSet.ResultSetMetadata.ColumnInfo[0].Precision, 2147483647);
  assertEquals(
    (await test.run("EXPLAIN ANALYZE SELECT 1/0")).reason,
    "DIVISION_BY_ZERO: Division by zero",
  );
});

Deno.test("EXPLAIN (TYPE VALIDATE) is a boolean; a query that is none fails", async () => {
  await using test = await testAthena();
  const valid = await test.run("EXPLAIN (TYPE VALIDATE, FORMAT JSON) SELECT 1/0");
  assertEquals([valid.types, valid.rows], [["boolean"], [["Valid"], ["true"], [""]]]);
  const failed = await test.run("EXPLAIN (TYPE VALIDATE) SELECT nope");
  assertMatch(failed.reason!, /^COLUMN_NOT_FOUND: line 1:32: /);
  assertEquals(test.store.head("out", `results/${failed.id}.txt`), undefined);
});

Deno.test("EXPLAIN: what cannot be told as Athena tells it is refused by name", async () => {
  await using test = await testAthena();
  const refused = {
    "EXPLAIN (TYPE IO, FORMAT JSON) SELECT 1": "EXPLAIN (TYPE IO)",
    "EXPLAIN (FORMAT GRAPHVIZ) SELECT 1": "EXPLAIN (FORMAT GRAPHVIZ)",
    "EXPLAIN ANALYZE (FORMAT JSON) SELECT 1": "EXPLAIN ANALYZE (FORMAT JSON)",
    "EXPLAIN ANALYZE (TYPE LOGICAL) SELECT 1": "EXPLAIN ANALYZE (TYPE LOGICAL)",
    "EXPLAIN ANALYZE VERBOSE SELECT 1": "EXPLAIN ANALYZE VERBOSE",
    "EXPLAIN CREATE TABLE t AS SELECT 1 a": "EXPLAIN of a statement that is no query",
  };
  for (const [sql, what] of Object.entries(refused)) {
    assertEquals((await test.run(sql)).reason, `NOT_SUPPORTED: ${what} is not supported`);
  }
  // Asked of Trino 435.
  const mistaken = {
    "EXPLAIN (TYPE FOO) SELECT 1":
      "line 1:15: mismatched input 'FOO'. Expecting: 'DISTRIBUTED', 'IO', 'LOGICAL', 'VALIDATE'",
    "EXPLAIN (FORMAT FOO) SELECT 1":
      "line 1:17: mismatched input 'FOO'. Expecting: 'GRAPHVIZ', 'JSON', 'TEXT'",
  };
  for (const [sql, message] of Object.entries(mistaken)) {
    assertEquals((await assertRejects(() => test.start(sql), AwsError)).message, message);
  }
});
