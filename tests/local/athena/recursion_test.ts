/** WITH RECURSIVE over tables; what it gives without any is held by Trino's recorded answers. */
import { assertEquals } from "@std/assert";
import { jsonTable, testAthena } from "./harness.ts";

Deno.test("WITH RECURSIVE reads its tables at every step, and from a view", async () => {
  await using test = await testAthena();
  jsonTable(test, "staff", { id: "int", boss: "int", name: "string" });
  const staff = [[1, null, "a"], [2, 1, "b"], [3, 1, "c"], [4, 2, "d"], [5, 4, "e"]];
  await test.put(
    "staff/a.json",
    staff.map(([id, boss, name]) => `${JSON.stringify({ id, boss, name })}\n`).join(""),
  );
  const sql = `WITH RECURSIVE chain (id, path, depth) AS (
      SELECT id, name, 0 FROM staff WHERE boss IS NULL
      UNION ALL
      SELECT staff.id, path || '/' || name, depth + 1 FROM staff JOIN chain ON boss = chain.id
    ) SELECT path, depth FROM chain`;
  const rows = [["a", "0"], ["a/b", "1"], ["a/b/d", "2"], ["a/b/d/e", "3"], ["a/c", "1"]];
  assertEquals(await test.rows(`${sql} ORDER BY path`), rows);
  assertEquals((await test.run(`CREATE VIEW chains AS ${sql}`)).reason, undefined);
  assertEquals(await test.rows("SELECT * FROM chains ORDER BY path"), rows);
  assertEquals(
    (await test.run(
      "CREATE TABLE made AS WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t",
    )).reason,
    undefined,
  );
  assertEquals(await test.rows("SELECT sum(n) FROM made"), [["6"]]);
  await test.put("staff/b.json", '{"id":1,"boss":5,"name":"f"}\n');
  assertEquals(
    (await test.run(sql)).reason,
    "NOT_SUPPORTED: Recursion depth limit exceeded (10). Use 'max_recursion_depth' session " +
      "property to modify the limit.",
  );
});
