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
