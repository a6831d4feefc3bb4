import { assertEquals } from "@std/assert";
import { jsonTable, type TestAthena, testAthena } from "./harness.ts";

/** Texts of which some are numbers, one of them for each record. */
async function texts(): Promise<TestAthena> {
  const test = await testAthena();
  jsonTable(test, "t", { v: "string", n: "int" }, { partitions: { dt: "string" } });
  test.catalog.putPartitions(
    "db",
    "t",
    ["a", "b"].map((dt) => ({
      Values: [dt],
      StorageDescriptor: {
        ...test.catalog.table("db", "t")?.StorageDescriptor,
        Location: `s3://data/t/dt=${dt}/`,
      },
    })),
  );
  await test.put("t/dt=a/1.json", '{"v":"12","n":1}\n{"v":"x","n":0}\n{"n":2}\n');
  await test.put("t/dt=b/1.json", '{"v":"y","n":0}\n{"v":"3","n":4}\n');
  return test;
}

Deno.test("AND, OR and NULL skip what fails, over tables", async () => {
  await using test = await texts();
  const asked: [string, (string | null)[]][] = [
    ["regexp_like(v, '^\\d+$') AND CAST(v AS integer) > 5", [
      "true",
      "false",
      null,
      "false",
      "false",
    ]],
    ["v IN ('x', 'y') OR CAST(v AS integer) > 5", ["true", "true", null, "true", "false"]],
    ["n <> 0 AND 10 / n > 4", ["true", "false", "true", "false", "false"]],
    ["concat(nullif(v, 'x'), CAST(10 / nullif(n, 2) AS varchar))", []],
    ["nullif(n, 0) + 10 / n", ["11", null, "7", null, "6"]],
  ];
  for (const [sql, values] of asked) {
    const answer = await test.run(`SELECT ${sql} FROM t ORDER BY dt, n = 2, v = 'x' OR v = '3', v`);
    if (values.length === 0) assertEquals(answer.reason, "DIVISION_BY_ZERO: Division by zero", sql);
    else assertEquals(answer.rows.slice(1).map(([value]) => value), values, sql);
  }
  const pruned = await test.run("SELECT n <> 0 AND 10 / n > 4 FROM t WHERE dt = 'b'");
  assertEquals([pruned.state, pruned.bytes], ["SUCCEEDED", 32]);
});

Deno.test("what is written is what is left when nothing fails any more", async () => {
  await using test = await texts();
  await test.run(
    "CREATE TABLE w AS SELECT v, n <> 0 AND 10 / n > 4 AS big FROM t WHERE v <> 'y' OR 1 / n = 0",
  );
  assertEquals((await test.run("SELECT count(*) FROM w")).state, "FAILED");
  await test.run("CREATE TABLE w AS SELECT v, n <> 0 AND 10 / n > 4 AS big FROM t");
  assertEquals(await test.rows("SELECT v, big FROM w ORDER BY v"), [
    ["12", "true"],
    ["3", "false"],
    ["x", "false"],
    ["y", "false"],
    [null, "true"],
  ]);
});

Deno.test("what the engine looks at fails as before, with what it looks at first", async () => {
  await using test = await texts();
  const reasons: [string, string][] = [
    [
      "SELECT CAST(v AS integer) > 5 AND n > 9 FROM t WHERE dt = 'a'",
      "INVALID_CAST_ARGUMENT: Cannot cast 'x' to INT",
    ],
    [
      "SELECT 10 / n > 4 AND CAST(v AS integer) > 5 FROM t WHERE n = 0",
      "DIVISION_BY_ZERO: Division by zero",
    ],
    ["SELECT 10 / n + n FROM t WHERE n = 0", "DIVISION_BY_ZERO: Division by zero"],
  ];
  for (const [sql, reason] of reasons) assertEquals((await test.run(sql)).reason, reason, sql);
});

Deno.test("conditions are looked at in their order, but first those that a table is asked for", async () => {
  await using test = await texts();
  await test.put("t/dt=b/2.json", '{"n":0}\n');
  const division = "DIVISION_BY_ZERO: Division by zero";
  const asked: [string, string | string[]][] = [
    // The engine asks the table for these values before it computes anything.
    ["10 / n > 2 AND n <> 0", ["2", "1"]],
    ["10 / n > 2 AND n BETWEEN 1 AND 9 AND dt IN ('a', 'c')", ["2", "1"]],
    ["10 / n > 2 AND NOT (n = 0 OR n IS NULL)", ["2", "1"]],
    ["10 / n > 2 AND abs(n) > 0", division],
    ["abs(n) > 0 AND 10 / n > 2", ["2", "1"]],
    ["regexp_like(v, '^\\d+$') AND CAST(v AS integer) > 5", ["1"]],
    [
      "dt = 'a' AND CAST(v AS integer) > 5 AND regexp_like(v, '^\\d+$')",
      "INVALID_CAST_ARGUMENT: Cannot cast 'x' to INT",
    ],
    // What is not known to be false is not left out.
    ["v = '12' AND 10 / n > 2", division],
    ["v IS NOT NULL AND v = '12' AND 10 / n > 2", ["1"]],
    ["10 / n > 2 OR n = 0", division],
    ["n = 0 OR 10 / n > 8", ["1", "0", "0", "0"]],
  ];
  for (const [condition, expected] of asked) {
    const answer = await test.run(`SELECT n FROM t WHERE ${condition} ORDER BY n DESC`);
    if (typeof expected === "string") assertEquals(answer.reason, expected, condition);
    else assertEquals(answer.rows.slice(1).map(([value]) => value), expected, condition);
  }
});

Deno.test("conditions that fail leave partitions out as others do", async () => {
  await using test = await texts();
  const all = await test.run("SELECT count(*) FROM t WHERE n <> 0 AND 10 / n > 4");
  const one = await test.run("SELECT count(*) FROM t WHERE 10 / n > 4 AND dt = 'b' AND n > 0");
  assertEquals([one.state, one.rows[1]], ["SUCCEEDED", ["0"]]);
  assertEquals(one.bytes > 0 && one.bytes < all.bytes, true);
  const twice = await test.run(
    "SELECT count(*) FROM t WHERE 10 / n > 4 AND n <> 0 AND n IN (SELECT n FROM t WHERE n > 0 AND 1 / n = 1)",
  );
  assertEquals([twice.rows[1], twice.bytes], [["1"], 2 * all.bytes]);
});

Deno.test("columns that nobody names fail no query, over tables, joins and named queries", async () => {
  await using test = await texts();
  const asked = [
    "SELECT count(*) FROM (SELECT n, CAST(v AS integer) AS w FROM t)",
    "WITH q AS (SELECT n, 1 / n AS w, CAST(v AS integer) AS x FROM t) SELECT count(a.n) FROM q a JOIN q b ON a.n = b.n AND a.n > 0",
    "SELECT count(n) FROM (SELECT n, CAST(v AS integer) FROM t UNION ALL SELECT n, 1 / n FROM t WHERE n > 0)",
    "SELECT count(n) FROM (SELECT n, sum(CAST(v AS integer)) OVER (ORDER BY n) AS w FROM t)",
    "SELECT count(n) FROM (SELECT n FROM t ORDER BY 1 / n)",
  ];
  const counts = ["5", "3", "8", "5", "5"];
  for (const [i, sql] of asked.entries()) assertEquals(await test.rows(sql), [[counts[i]!]], sql);
  const named = await test.run("SELECT w FROM (SELECT n, CAST(v AS integer) AS w FROM t)");
  assertEquals(named.state, "FAILED");
});

Deno.test("what equalities say of joined tables fails as it does in the engine", async () => {
  await using test = await texts();
  jsonTable(test, "u", { v: "string", m: "int" });
  await test.put("u/1.json", '{"v":"12","m":1}\n{"v":"3","m":0}\n{"m":7}\n');
  const [x, y] = ["x", "y"].map((text) => `INVALID_CAST_ARGUMENT: Cannot cast '${text}' to INT`);
  const division = "DIVISION_BY_ZERO: Division by zero";
  const asked: [string, string | string[]][] = [
    ["t JOIN u ON t.v = u.v WHERE CAST(u.v AS integer) > 5 AND dt = 'a'", x!],
    ["t JOIN u ON t.v = u.v AND CAST(u.v AS integer) > 5 WHERE dt = 'b'", y!],
    ["t JOIN u USING (v) WHERE CAST(v AS integer) > 5 AND dt = 'a'", x!],
    ["t LEFT JOIN u ON t.v = u.v WHERE CAST(u.v AS integer) > 5 AND dt = 'a'", x!],
    ["t RIGHT JOIN u ON t.v = u.v AND CAST(u.v AS integer) > 5 AND dt = 'a' WHERE m = 0", x!],
    ["t RIGHT JOIN u ON t.v = u.v AND 10 / n > 2 AND abs(n) > 0 WHERE u.m = 0", division],
    ["t RIGHT JOIN u ON t.v = u.v AND 10 / n > 2 AND n > 0 WHERE u.m = 0", ["null"]],
    ["u LEFT JOIN t ON t.v = u.v WHERE CAST(u.v AS integer) > 5 AND dt = 'b'", y!],
    ["u FULL JOIN t ON t.v = u.v AND dt = 'b' WHERE CAST(u.v AS integer) > 5", y!],
    // Both tables are asked for these values before anything is computed.
    ["t JOIN u ON t.v = u.v WHERE 1 / m = 1 AND t.v <> '3'", ["1"]],
    ["t JOIN u ON t.v = u.v WHERE 1 / m > 0 AND upper(t.v) <> '3'", division],
    ["t JOIN u ON t.v = u.v WHERE 1 / m > 0 AND u.v = '12'", ["1"]],
    ["t JOIN u ON t.v = u.v AND m > 0 WHERE 1 / m > 0", ["1"]],
    ["t JOIN u ON t.v = u.v AND u.v > '2' WHERE 10 / n > 1", division],
    ["t JOIN u ON t.v = u.v AND u.v = '3' WHERE 10 / n > 1", ["4"]],
    ["t WHERE v IN (SELECT v FROM u) AND CAST(v AS integer) > 5 AND dt = 'a'", x!],
    ["u JOIN (SELECT v AS w, n FROM t WHERE dt = 'a' AND CAST(v AS integer) > 5) ON v = w", x!],
    ["(SELECT v FROM u WHERE CAST(v AS integer) > 5) q JOIN t ON t.v = q.v AND dt = 'a'", x!],
  ];
  for (const [sql, expected] of asked) {
    const answer = await test.run(`SELECT n FROM ${sql}`);
    if (typeof expected === "string") assertEquals(answer.reason, expected, sql);
    else assertEquals(answer.rows.slice(1).map(([value]) => String(value)), expected, sql);
  }
});
