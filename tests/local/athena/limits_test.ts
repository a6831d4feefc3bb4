import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { jsonTable, testAthena } from "./harness.ts";

Deno.test("a query without enough memory fails, and the next one runs", async () => {
  await using test = await testAthena({ memoryLimit: "60MB" });
  const rows = "UNNEST(sequence(1, 1500)) a(x) CROSS JOIN UNNEST(sequence(1, 1000)) b(y)";
  const sql = `SELECT cardinality(array_agg(lpad(CAST(x * y AS varchar), 100, '0'))) FROM ${rows}`;
  const { state, reason, execution } = await test.run(sql);
  assertEquals(state, "FAILED");
  assertStringIncludes(reason!, "EXCEEDED_LOCAL_MEMORY_LIMIT");
  assertEquals(execution.Status.AthenaError.ErrorCategory, 1);
  assertEquals(await test.rows("SELECT 1 + 1"), [["2"]]);
});

Deno.test("a result that is too large fails by name, and the next query runs", async () => {
  await using test = await testAthena({ resultBytes: 1000 });
  const { state, reason } = await test.run("SELECT x FROM UNNEST(sequence(1, 1000)) t(x)");
  assertEquals(state, "FAILED");
  assertStringIncludes(
    reason!,
    "EXCEEDED_LOCAL_MEMORY_LIMIT: The result is larger than the 1000 bytes",
  );
  assertEquals((await test.rows("SELECT x FROM UNNEST(sequence(1, 100)) t(x)")).length, 100);
});

Deno.test("objects transcoded for reading stay within their bound, the last read being kept", async () => {
  await using test = await testAthena({ scratchBytes: 100 });
  const kept = () => [...Deno.readDirSync(join(test.dir, "athena"))].filter((f) => f.isFile).length;
  for (const name of ["t", "u", "v"]) {
    jsonTable(test, name, { a: "array<int>" });
    await test.put(`${name}/a.jsonl`, '{"a":[1,2,3,4,5,6,7,8,9]}\n'.repeat(3));
  }
  for (const name of ["t", "u", "v", "t"]) {
    assertEquals(await test.rows(`SELECT sum(cardinality(a)) FROM ${name}`), [["27"]]);
    assertEquals(kept(), 1);
  }
  // One query reads all three, whatever the bound.
  const all = "SELECT count(*) FROM (TABLE t UNION ALL TABLE u UNION ALL TABLE v)";
  assertEquals(await test.rows(all), [["9"]]);
  assertEquals(kept(), 1);
});

Deno.test("readers' buffers go by the records, not by the tables of a query", async () => {
  await using test = await testAthena({ memoryLimit: "400MB" });
  const tables = ["t", "u", "v", "w", "x", "y"];
  for (const name of tables) {
    jsonTable(test, name, { a: "array<int>", b: "int" });
    for (const i of [1, 2]) await test.put(`${name}/${i}.jsonl`, '{"a":[1,2],"b":3}\n'.repeat(4));
  }
  for (const [value, sum] of [["cardinality(a)", "96"], ["b", "144"]]) {
    const all = tables.map((name) => `SELECT ${value} AS n FROM ${name}`).join(" UNION ALL ");
    assertEquals(await test.rows(`SELECT sum(n) FROM (${all})`), [[sum as string]]);
  }
});

Deno.test("a record longer than the readers' buffers is read, from whatever object", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "string", b: "int", c: "array<int>" });
  const length = 36_000_000;
  const records = `{"a":"x","b":1,"c":[1]}\n{"a":"${"y".repeat(length)}","b":2,"c":[2,3]}\n`;
  for (const key of ["t/1.jsonl", "t/2.jsonl.gz"]) await test.put(key, records);
  for (
    const [value, sum] of [["length(a)", 2 * length + 2], ["b", 6], ["cardinality(c)", 6]]
  ) {
    assertEquals(await test.rows(`SELECT sum(${value}) FROM t`), [[String(sum)]]);
  }
  assertEquals(await test.rows("SELECT b FROM t ORDER BY length(a) DESC LIMIT 1"), [["2"]]);
  assertEquals(await test.rows("SELECT length(a) FROM t WHERE b = 1 LIMIT 1"), [["1"]]);
});

Deno.test("what is refused is refused inside of try too", async () => {
  await using test = await testAthena();
  const twice = `json_extract_scalar(x, '$.a')`;
  const from = `FROM (VALUES '{"a":1,"a":2}') t(x)`;
  for (const expression of [twice, `try(${twice})`]) {
    const { state, reason } = await test.run(`SELECT ${expression} ${from}`);
    assertEquals([state, reason], [
      "FAILED",
      "NOT_SUPPORTED: JSON with the key 'a' twice is not supported",
    ]);
  }
  assertEquals(await test.rows("SELECT try(x / 0) FROM (VALUES 1) t(x)"), [[null]]);
});
