/** Names of tables and partition keys, and where tables are. */
import { assertEquals, assertMatch } from "@std/assert";
import { columnsOf, keysOf, withGlue } from "./glue_fixture.ts";

Deno.test("a table is named after the include path's last folder", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/data/stock_market/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/data/stock_market");
    assertEquals(table().Name, "stock_market");
    assertEquals(table().StorageDescriptor?.Location, "s3://bucket/data/stock_market/");
  }));

Deno.test("TablePrefix stands before the name", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/data/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/data/", { TablePrefix: "raw_" });
    assertEquals(table().Name, "raw_data");
  }));

Deno.test("only alphanumeric characters and underscore are allowed; names are lower case", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/My-Data.v1 (new)/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/My-Data.v1 (new)/");
    assertEquals(table().Name, "my_data_v1__new_");
  }));

Deno.test("a bucket root gives the bucket's name", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://other-bucket/a.json", [{ a: 1 }]);
    await crawl("s3://other-bucket");
    assertEquals(table().Name, "other_bucket");
    assertEquals(table().StorageDescriptor?.Location, "s3://other-bucket/");
  }));

Deno.test("the crawler truncates names to 128 characters", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines(`s3://bucket/${"n".repeat(200)}/a.json`, [{ a: 1 }]);
    await crawl(`s3://bucket/${"n".repeat(200)}/`);
    assertEquals(table().Name, "n".repeat(128));
  }));

Deno.test("a name that is taken gets _ and 32 hex digits, and keeps it from crawl to crawl", () =>
  withGlue(async ({ store, crawl, tables, catalog }) => {
    catalog.putTable({
      Name: "data",
      DatabaseName: "db",
      StorageDescriptor: { Location: "s3://elsewhere/data/" },
    });
    store.lines("s3://bucket/data/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/data/");
    const names = tables().map((table) => table.Name ?? "");
    assertEquals(names[0], "data");
    assertMatch(names[1] ?? "", /^data_[0-9a-f]{32}$/);
    await crawl("s3://bucket/data/");
    assertEquals(tables().map((table) => table.Name), names);
  }));

Deno.test("folders of the same name in one crawl do not share a table", () =>
  withGlue(async ({ store, crawl, tables }) => {
    store.lines("s3://bucket/x/data/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/y/data/a.json", [{ b: 1 }]);
    store.lines("s3://bucket/z/data/a.json", [{ c: 1 }]);
    await crawl(["x", "y", "z"].map((folder) => ({ Path: `s3://bucket/${folder}/data/` })));
    assertEquals(tables().map(columnsOf).flat().toSorted(), ["a int", "b int", "c int"]);
    assertEquals(tables()[0]?.Name, "data");
    for (const { Name = "" } of tables().slice(1)) assertMatch(Name, /^data_[0-9a-f]{32}$/);
  }));

Deno.test("a folder under two include paths is one table, of the first of them", () =>
  withGlue(async ({ store, crawl, table, log }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl([
      { Path: "s3://bucket/t/" },
      { Path: "s3://bucket/t", Exclusions: ["none"] },
    ]);
    assertEquals(table().Parameters?.exclusions, undefined);
    assertEquals(log, []);
  }));

Deno.test("a path that is one object is a table of that object", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/data/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/data/b.json", [{ b: 1 }]);
    await crawl("s3://bucket/data/a.json");
    assertEquals(table().Name, "a_json");
    assertEquals(table().StorageDescriptor?.Location, "s3://bucket/data/a.json");
  }));

Deno.test("a folder's path without a slash does not take in its neighbours", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/data/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/data2/b.json", [{ b: 1 }]);
    await crawl("s3://bucket/data");
    assertEquals(table().Parameters?.objectCount, "1");
  }));

Deno.test("partition keys: Hive-style folders give their name, others partition_0, partition_1", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    store.lines("s3://bucket/t/eu/Year=2024/x/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/t/us/Year=2025/y/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(keysOf(table()), ["partition_0 string", "year string", "partition_2 string"]);
    assertEquals(partitions().map((one) => one.Values), [["eu", "2024", "x"], ["us", "2025", "y"]]);
  }));

Deno.test("partition keys: folders of one level with different keys are values as they stand", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    store.lines("s3://bucket/t/a=1/a.json", [{ x: 1 }]);
    store.lines("s3://bucket/t/b=2/a.json", [{ x: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(keysOf(table()), ["partition_0 string"]);
    assertEquals(partitions().map((one) => one.Values), [["a=1"], ["b=2"]]);
  }));

Deno.test("partition keys: a name that a level above has is no name for another", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    store.lines("s3://bucket/t/k=1/k=2/a.json", [{ x: 1 }]);
    store.lines("s3://bucket/t/k=1/k=3/a.json", [{ x: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(keysOf(table()), ["k string", "partition_1 string"]);
    assertEquals(partitions().map((one) => one.Values), [["1", "k=2"], ["1", "k=3"]]);
  }));

Deno.test("partition keys: folders below one level with and without values are no table of one depth", () =>
  withGlue(async ({ store, crawl, tables }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ x: 1 }]);
    store.lines("s3://bucket/t/dt=2/hour=3/a.json", [{ x: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(tables().map((one) => [one.Name, ...keysOf(one)]), [
      ["dt_1"],
      ["dt_2", "hour string"],
    ]);
  }));

Deno.test("partition values keep their case, and further equals signs", () =>
  withGlue(async ({ store, crawl, partitions }) => {
    store.lines("s3://bucket/t/k=Ab=C/a.json", [{ x: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(partitions().map((one) => one.Values), [["Ab=C"]]);
  }));

Deno.test("a chain of single folders is one table at the include path", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://other-bucket/2024/01/31/10/a.json", [{ a: 1 }]);
    await crawl("s3://other-bucket/");
    assertEquals(table().StorageDescriptor?.Location, "s3://other-bucket/");
    assertEquals(keysOf(table()), [
      "partition_0 string",
      "partition_1 string",
      "partition_2 string",
      "partition_3 string",
    ]);
  }));
