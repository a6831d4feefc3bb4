/** Definitions in the catalog that Athena makes no table of. */
import { assertEquals } from "@std/assert";
import { jsonTable, testAthena } from "./harness.ts";

Deno.test("a partition key of a column's name: duplicate columns", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int", dt: "string" }, { partitions: { DT: "string" } });
  assertEquals(
    (await test.run("SELECT a FROM t")).reason,
    "HIVE_INVALID_METADATA: Hive metadata for table t is invalid: " +
      "Table descriptor contains duplicate columns",
  );
});
