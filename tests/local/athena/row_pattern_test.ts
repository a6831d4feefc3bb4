/** MATCH_RECOGNIZE over tables; what it gives without any is held by Trino's recorded answers. */
import { assertEquals, assertMatch } from "@std/assert";
import { ended, jsonTable, type TestAthena, testAthena } from "./harness.ts";

/** Falls and rises of two symbols, on two days. */
async function ticks(test: TestAthena): Promise<void> {
  jsonTable(test, "ticks", { sym: "string", at: "int", close: "double", note: "string" }, {
    partitions: { dt: "string" },
  });
  const closes = { "2024-05-01": [9, 8, 6, 7, 9], "2024-05-02": [5, 4, 5, 6, 1] };
  for (const [dt, values] of Object.entries(closes)) {
    const lines = values.flatMap((close, at) => [
      { sym: "A", at, close, note: "x" },
      { sym: "B", at, close: 10 - close, note: "y" },
    ]);
    await test.put(`ticks/dt=${dt}/a`, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
  await test.run("MSCK REPAIR TABLE ticks");
}

const FALLS = `MATCH_RECOGNIZE (PARTITION BY sym ORDER BY dt, at
  MEASURES FIRST(close) AS top, LAST(DOWN.close) AS bottom, LAST(close) AS up
  PATTERN (STRT DOWN+ UP+) DEFINE DOWN AS close < PREV(close), UP AS close > PREV(close))`;

Deno.test("MATCH_RECOGNIZE reads the partitions and columns that it needs", async () => {
  await using test = await testAthena();
  await ticks(test);
  const whole = await test.run(`SELECT * FROM ticks ${FALLS} ORDER BY sym, top`);
  assertEquals(whole.rows.slice(1), [
    ["A", "5.0", "4.0", "6.0"],
    ["A", "9.0", "6.0", "9.0"],
    ["B", "4.0", "1.0", "6.0"],
    ["B", "5.0", "4.0", "9.0"],
  ]);
  const one = await test.run(
    `SELECT * FROM (SELECT * FROM ticks WHERE dt = '2024-05-01') ${FALLS} ORDER BY sym`,
  );
  assertEquals(one.rows.slice(1), [["A", "9.0", "6.0", "9.0"]]);
  assertEquals(one.bytes * 2, whole.bytes);
  const { rows } = await test.run(`EXPLAIN SELECT * FROM ticks ${FALLS}`);
  assertEquals(rows[3], ["    columns: sym, at, close"]);
  const all = FALLS.replace("PATTERN", "ALL ROWS PER MATCH PATTERN");
  const { rows: told } = await test.run(`EXPLAIN SELECT note, top FROM ticks ${all}`);
  assertEquals(told[3], ["    columns: sym, at, close, note"]);
});

Deno.test("MATCH_RECOGNIZE stands in views, in tables that are made, and takes parameters", async () => {
  await using test = await testAthena();
  await ticks(test);
  await test.run(`CREATE VIEW falls AS SELECT * FROM ticks ${FALLS}`);
  assertEquals(await test.rows("SELECT count(*), max(top - bottom) FROM falls"), [["4", "3.0"]]);
  const { reason } = await test.run(
    `CREATE TABLE kept WITH (format = 'PARQUET') AS SELECT sym, up FROM ticks ${FALLS}`,
  );
  assertEquals(reason, undefined);
  assertEquals(await test.rows("SELECT sum(up) FROM kept"), [["30.0"]]);
  const long = await test.run(
    `SELECT count(*) FROM (SELECT * FROM ticks WHERE sym = ?) MATCH_RECOGNIZE (ORDER BY dt, at
      MEASURES 1 AS one PATTERN (A B?? C) DEFINE C AS C.close < ?)`,
    { ExecutionParameters: ["'A'", "5"] },
  );
  assertEquals(long.rows[1], ["2"]);
});

/** Rows of one partition, whose values look like chance. */
const WALK = `(SELECT n, n * n * 7919 % 1009 AS v FROM (SELECT (a - 1) * 100 + b AS n
  FROM UNNEST(sequence(1, 2)) t(a) CROSS JOIN UNNEST(sequence(1, 100)) u(b)))`;

Deno.test("conditions that only the engine computes give what those computed beside it give", async () => {
  await using test = await testAthena();
  const matches = (define: string) =>
    test.rows(`SELECT * FROM ${WALK} MATCH_RECOGNIZE (ORDER BY n
      MEASURES FIRST(n) AS since, count(*) AS size, CLASSIFIER() AS label, sum(C.v) AS total
      PATTERN (A (B | C)+ D?) DEFINE ${define})`);
  const beside = await matches(
    "B AS B.v > A.v AND count(B.*) < 9, C AS C.v < PREV(C.v) AND sum(C.v) < 2000, D AS v > LAST(C.v)",
  );
  assertEquals(beside.length > 20, true);
  assertEquals(
    await matches(
      "B AS greatest(B.v, 0) > A.v AND greatest(count(B.*), 0) < 9, " +
        "C AS least(C.v, 5000) < PREV(C.v) AND abs(sum(C.v)) < 2000, D AS abs(v) > LAST(C.v)",
    ),
    beside,
  );
});

Deno.test("a search for matches that goes on and on can be stopped", async () => {
  await using test = await testAthena();
  const id = await test.start(`SELECT * FROM ${WALK} MATCH_RECOGNIZE (ORDER BY n
    MEASURES 1 AS one PATTERN ((A | B)* C) DEFINE A AS v > LAST(B.v, 2) OR B.v IS NULL OR v > 5,
    C AS sum(A.v) < 0)`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await test.call("StopQueryExecution", { QueryExecutionId: id });
  const { Status } = await ended(test, id);
  assertEquals(Status.State, "CANCELLED");
});

Deno.test("row pattern recognition in a window is refused by name", async () => {
  await using test = await testAthena();
  const { reason } = await test.run(`SELECT sum(x) OVER (ORDER BY x ROWS BETWEEN CURRENT ROW AND
    UNBOUNDED FOLLOWING PATTERN (A+) DEFINE A AS x > 1) FROM (VALUES 1, 2) t(x)`);
  assertMatch(`${reason}`, /NOT_SUPPORTED: .*row pattern recognition in a window/);
});
