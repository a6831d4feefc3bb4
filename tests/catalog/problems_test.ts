import { assertEquals } from "@std/assert";
import { tableProblems } from "../../lib/catalog/problems.ts";
import type { TableDescription } from "../../lib/catalog/mod.ts";

const SOUND: TableDescription = {
  name: "sound",
  columns: [{ name: "index", type: "string" }],
  partitionKeys: [{ name: "dt", type: "string" }],
  partitions: [],
  location: "s3://b/sound/",
  classification: "json",
};

/** Beginnings of what is said of tables, with their names. */
function said(...tables: Partial<TableDescription>[]): string[] {
  return tableProblems(tables.map((table) => ({ ...SOUND, ...table })))
    .map(({ tables, why }) => `${tables.join()}: ${why.split(" ").slice(0, 4).join(" ")}`);
}

Deno.test("a sound table has no problem", () => {
  assertEquals(said({}), []);
  const columns = [{ name: "array", type: "array<int>" }];
  assertEquals(said({ columns, classification: "parquet" }), []);
  assertEquals(said({ columns: [...columns, { name: "b", type: "int" }] }), []);
});

Deno.test("each problem is told once, with the tables that have it", () => {
  const array = [{ name: "array", type: "array<struct<a:int>>" }];
  assertEquals(
    said(
      { name: "a", location: "s3://b/a.json" },
      { name: "b", location: "s3://b/b.csv" },
      { name: "c", columns: array },
      { name: "d", columns: [{ name: "dt", type: "string" }] },
      { name: "e", dataGone: true },
      {},
    ),
    [
      "e: The crawler finds its",
      "a,b: It is one object",
      "c: Its objects are JSON",
      "d: A partition key has",
    ],
  );
});
