/**
 * What later crawls change, by `SchemaChangePolicy` and `Configuration`:
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html
 */
import type { CreateCrawlerRequest } from "@aws-sdk/client-glue";
import { assert, assertEquals, assertMatch } from "@std/assert";
import { columnsOf, keysOf, withGlue } from "./glue_fixture.ts";

const policy = (
  UpdateBehavior: "LOG" | "UPDATE_IN_DATABASE",
  DeleteBehavior: "LOG" | "DELETE_FROM_DATABASE" | "DEPRECATE_IN_DATABASE" = "LOG",
): Partial<CreateCrawlerRequest> => ({ SchemaChangePolicy: { UpdateBehavior, DeleteBehavior } });

const output = (partitions?: "InheritFromTable", tables?: "MergeNewColumns") => ({
  Configuration: JSON.stringify({
    Version: 1.0,
    CrawlerOutput: {
      ...(partitions ? { Partitions: { AddOrUpdateBehavior: partitions } } : {}),
      ...(tables ? { Tables: { AddOrUpdateBehavior: tables } } : {}),
    },
  }),
});

Deno.test("drift: a new column and a new partition; int becomes double; a conflict becomes string", () =>
  withGlue(async ({ store, crawl, table, partitions, catalog }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1, b: 1, c: 1, d: 1, e: 1 }]);
    await crawl("s3://bucket/t/");
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1.5, b: "x", c: 1, d: 1, e: 1, f: true }]);
    await crawl("s3://bucket/t/", {
      Configuration:
        '{"Version":1.0,"Grouping":{"TableGroupingPolicy":"CombineCompatibleSchemas"}}',
    });
    assertEquals(columnsOf(table()), [
      "a double",
      "b string",
      "c int",
      "d int",
      "e int",
      "f boolean",
    ]);
    assertEquals(catalog.tableVersions("db", "t").length, 2);
    // Partitions keep the schema of their own data.
    assertEquals(partitions().map(columnsOf), [
      ["a int", "b int", "c int", "d int", "e int"],
      ["a double", "b string", "c int", "d int", "e int", "f boolean"],
    ]);
  }));

Deno.test("UPDATE_IN_DATABASE: add new columns, remove missing columns, modify definitions", () =>
  withGlue(async ({ store, crawl, table, catalog }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1, gone: 1 }]);
    await crawl("s3://bucket/t/", policy("UPDATE_IN_DATABASE"));
    const before = table();
    store.lines("s3://bucket/t/a.json", [{ a: "x", fresh: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a string", "fresh int"]);
    assertEquals(table().VersionId, "1");
    assertEquals(catalog.tableVersions("db", "t").map(columnsOf), [
      ["a string", "fresh int"],
      ["a int", "gone int"],
    ]);
    assertEquals(table().CreateTime, before.CreateTime);
  }));

Deno.test("UPDATE_IN_DATABASE: remove any metadata that is not set by the crawler", () =>
  withGlue(async ({ store, crawl, table, catalog }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    catalog.putTable({ ...table(), Parameters: { ...table().Parameters, mine: "1" } });
    store.lines("s3://bucket/t/b.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.mine, undefined);
    assertEquals(table().Parameters?.objectCount, "2");
  }));

Deno.test("CRAWL_RUN_ID: the crawl that made the table or changed it last", () =>
  withGlue(async ({ store, crawl, call, table }) => {
    const latest = async () => (await call("ListCrawls", { CrawlerName: "c" })).Crawls[0].CrawlId;
    store.lines("s3://bucket/t/a.json", [{ a: 1, b: 1, c: 1 }]);
    await crawl("s3://bucket/t/");
    const first = await latest();
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.CRAWL_RUN_ID, first);
    store.lines("s3://bucket/t/b.json", [{ a: 1, b: 1, c: 1, d: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.CRAWL_RUN_ID, await latest());
    assertEquals(table().StorageDescriptor?.Parameters, table().Parameters);
  }));

Deno.test("LOG: ignore the changes, and don't update the table; new partitions are still created", () =>
  withGlue(async ({ store, crawl, table, partitions, catalog }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1, b: 1, c: 1, d: 1 }]);
    await crawl("s3://bucket/t/", policy("LOG"));
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1, b: 1, c: 1, d: 1, e: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int", "b int", "c int", "d int"]);
    assertEquals(catalog.tableVersions("db", "t").length, 1);
    assertEquals(partitions().map((one) => one.Values), [["1"], ["2"]]);
  }));

Deno.test("LOG: existing partitions are left as they are", () =>
  withGlue(async ({ store, crawl, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", policy("LOG"));
    store.lines("s3://bucket/t/dt=1/b.json", [{ a: 1.5 }]);
    await crawl("s3://bucket/t/");
    assertEquals(partitions().map(columnsOf), [["a int"]]);
    assertEquals(partitions()[0]?.Parameters?.objectCount, "1");
  }));

Deno.test("existing partitions are updated if they have changed", () =>
  withGlue(async ({ store, crawl, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    const [before] = partitions();
    store.lines("s3://bucket/t/dt=1/b.json", [{ a: 1.5 }]);
    await crawl("s3://bucket/t/");
    assertEquals(partitions().map(columnsOf), [["a double"]]);
    assertEquals(partitions()[0]?.Parameters?.objectCount, "2");
    assertEquals(partitions()[0]?.CreationTime, before?.CreationTime);
  }));

Deno.test("DEPRECATE_IN_DATABASE: a partition whose data is gone is marked, its table is not", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    store.remove("s3://bucket/t/dt=1/");
    await crawl("s3://bucket/t/");
    assertEquals(
      partitions().map((one) => one.Parameters?.DEPRECATED_BY_CRAWLER !== undefined),
      [true, false],
    );
    assertEquals(table().Parameters?.DEPRECATED_BY_CRAWLER, undefined);
  }));

Deno.test("LOG: new tables are always created", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", policy("LOG", "LOG"));
    assertEquals(table().Name, "t");
  }));

Deno.test("MergeNewColumns: add new columns, but don't remove or change the type of existing ones", () =>
  withGlue(async ({ store, crawl, table, catalog }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1, b: { x: 1 }, c: [{ k: 1 }], gone: 1 }]);
    await crawl("s3://bucket/t/", output(undefined, "MergeNewColumns"));
    catalog.putTable({ ...table(), Parameters: { ...table().Parameters, mine: "1" } });
    store.lines("s3://bucket/t/a.json", [{ a: "x", b: { y: 2, x: "z" }, c: [{ l: 1 }], fresh: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), [
      "a int",
      "b struct<x:int,y:int>",
      "c array<struct<k:int,l:int>>",
      "gone int",
      "fresh int",
    ]);
    assertEquals(table().Parameters?.mine, "1");
    assertEquals(table().StorageDescriptor?.SerdeInfo?.Parameters?.paths, "a,b,c,fresh");
  }));

Deno.test("MergeNewColumns: a table whose data is back is no longer deprecated", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", output(undefined, "MergeNewColumns"));
    store.remove("s3://bucket/t/");
    await crawl("s3://bucket/t/");
    assert(table().Parameters?.DEPRECATED_BY_CRAWLER);
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.DEPRECATED_BY_CRAWLER, undefined);
    assertEquals(table().StorageDescriptor?.Parameters?.DEPRECATED_BY_CRAWLER, undefined);
  }));

Deno.test("MergeNewColumns: if a fundamental attribute changes, mark the table as deprecated", () =>
  withGlue(async ({ store, crawl, table, log }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", output(undefined, "MergeNewColumns"));
    store.gzip("s3://bucket/t/a.json", '{"b":1}\n');
    await crawl("s3://bucket/t/");
    // AWS: "log a warning that an incompatible attribute needs to be resolved".
    assertEquals(log, ["Table t is deprecated: the format of its data has changed"]);
    assertEquals(columnsOf(table()), ["a int"]);
    assertMatch(table().Parameters?.DEPRECATED_BY_CRAWLER ?? "", /^\d{13}$/);
  }));

Deno.test("InheritFromTable: partitions inherit schema, formats and SerDe from their table", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1, b: 1, c: 1, d: 1 }]);
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1.5, b: 1, c: 1, d: 1, e: 1 }]);
    await crawl("s3://bucket/t/", output("InheritFromTable"));
    const columns = ["a double", "b int", "c int", "d int", "e int"];
    assertEquals(columnsOf(table()), columns);
    assertEquals(partitions().map(columnsOf), [columns, columns]);
    assertEquals(partitions()[0]?.StorageDescriptor?.Location, "s3://bucket/t/dt=1/");
    assertEquals(
      partitions()[0]?.StorageDescriptor?.SerdeInfo,
      table().StorageDescriptor?.SerdeInfo,
    );
    assertEquals(partitions()[0]?.Parameters?.objectCount, "1");
  }));

Deno.test("InheritFromTable: set on an existing crawler, existing partitions are updated", () =>
  withGlue(async ({ store, crawl, partitions, call }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1, b: 1, c: 1, d: 1 }]);
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1.5, b: 1, c: 1, d: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(partitions().map((one) => columnsOf(one)[0]), ["a int", "a double"]);
    await crawl("s3://bucket/t/", { ...policy("LOG"), ...output("InheritFromTable") });
    assertEquals(partitions().map((one) => columnsOf(one)[0]), ["a double", "a double"]);
    const { Crawls } = await call("ListCrawls", { CrawlerName: "c" });
    assertEquals(
      Crawls[0].Summary,
      '{"TABLE":{},"PARTITION":{"UPDATE":{"Details":{"names":["t: 1"]},"Count":1}}}',
    );
  }));

Deno.test("LOG with InheritFromTable: a renamed column stays, in the table and in new partitions", () =>
  withGlue(async ({ store, crawl, table, partitions, catalog }) => {
    store.text("s3://bucket/t/dt=1/a.csv", "x,1\ny,2\n");
    await crawl("s3://bucket/t/", { ...policy("LOG"), ...output("InheritFromTable") });
    catalog.putTable({
      ...table(),
      StorageDescriptor: {
        ...table().StorageDescriptor,
        Columns: [{ Name: "name", Type: "string" }, { Name: "value", Type: "bigint" }],
      },
    });
    store.text("s3://bucket/t/dt=2/a.csv", "z,1\nw,2\n");
    await crawl("s3://bucket/t/");
    const columns = ["name string", "value bigint"];
    assertEquals(columnsOf(table()), columns);
    assertEquals(partitions().map(columnsOf), [columns, columns]);
  }));

Deno.test("DEPRECATE_IN_DATABASE, the default: a table whose data is gone is marked", () =>
  withGlue(async ({ store, crawl, table, catalog }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    store.remove("s3://bucket/t/");
    const before = Date.now();
    await crawl("s3://bucket/t/");
    const marked = Number(table().Parameters?.DEPRECATED_BY_CRAWLER);
    assert(marked >= before && marked <= Date.now());
    assertEquals(
      table().StorageDescriptor?.Parameters?.DEPRECATED_BY_CRAWLER,
      String(marked),
    );
    // The mark keeps its time, and goes when the data is back.
    await crawl("s3://bucket/t/");
    assertEquals(catalog.tableVersions("db", "t").length, 2);
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.DEPRECATED_BY_CRAWLER, undefined);
  }));

Deno.test("DELETE_FROM_DATABASE: delete tables and partitions from the Data Catalog", () =>
  withGlue(async ({ store, crawl, tables, partitions, call }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", policy("UPDATE_IN_DATABASE", "DELETE_FROM_DATABASE"));
    store.remove("s3://bucket/t/dt=1/");
    await crawl("s3://bucket/t/");
    assertEquals(partitions().map((one) => one.Values), [["2"]]);
    store.remove("s3://bucket/t/");
    await crawl("s3://bucket/t/");
    assertEquals(tables(), []);
    const { CrawlerMetricsList } = await call("GetCrawlerMetrics", { CrawlerNameList: ["c"] });
    assertEquals(CrawlerMetricsList[0].TablesDeleted, 1);
  }));

Deno.test("LOG: don't update the Data Catalog for deleted objects", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", policy("UPDATE_IN_DATABASE", "LOG"));
    store.remove("s3://bucket/t/");
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.DEPRECATED_BY_CRAWLER, undefined);
    assertEquals(partitions().length, 1);
  }));

Deno.test("data that cannot be read is not taken for deleted", () =>
  withGlue(async ({ store, crawl, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", policy("UPDATE_IN_DATABASE", "DELETE_FROM_DATABASE"));
    store.fail("s3://bucket/t/dt=1/a.json");
    await crawl("s3://bucket/t/");
    assertEquals(partitions().map((one) => one.Values), [["1"], ["2"]]);
  }));

Deno.test("tables of other crawlers, and tables outside the targets, are left alone", () =>
  withGlue(async ({ store, crawl, tables, catalog }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    for (const [Name, crawler, location] of [["x", "other", "t/x"], ["y", "c", "y"]]) {
      catalog.putTable({
        Name,
        DatabaseName: "db",
        Parameters: { UPDATED_BY_CRAWLER: crawler ?? "" },
        StorageDescriptor: { Location: `s3://bucket/${location}/` },
      });
    }
    await crawl("s3://bucket/t/", policy("UPDATE_IN_DATABASE", "DELETE_FROM_DATABASE"));
    assertEquals(tables().map((table) => table.Name), ["t", "x", "y"]);
  }));

Deno.test("a table whose data has moved: a new table, and the old one is deprecated", () =>
  withGlue(async ({ store, crawl, tables }) => {
    store.lines("s3://bucket/x/prices/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/z/a.json", [{ other: 1 }]);
    await crawl("s3://bucket/");
    store.remove("s3://bucket/x/");
    store.lines("s3://bucket/y/prices/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/");
    const deprecated = (name: string) =>
      tables().find((table) => table.Name === name)?.Parameters?.DEPRECATED_BY_CRAWLER;
    assert(deprecated("x") !== undefined);
    assertEquals(deprecated("y"), undefined);
    assertEquals(tables().map((table) => table.Name), ["x", "y", "z"]);
  }));

Deno.test("a table that another program made at the place is updated, not doubled", () =>
  withGlue(async ({ store, crawl, table, catalog }) => {
    catalog.putTable({
      Name: "mine",
      DatabaseName: "db",
      StorageDescriptor: { Location: "s3://bucket/t" },
    });
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(table().Name, "mine");
    assertEquals(columnsOf(table()), ["a int"]);
  }));

Deno.test("a table at a place without a slash at its end is not taken for gone", () =>
  withGlue(async ({ store, crawl, table, catalog }) => {
    catalog.putTable({
      Name: "t",
      DatabaseName: "db",
      StorageDescriptor: { Location: "s3://bucket/t", Columns: [{ Name: "a", Type: "int" }] },
    });
    store.lines("s3://bucket/t/a.json", [{ a: 1, b: 2 }]);
    for (let times = 0; times < 2; times++) {
      await crawl("s3://bucket/t", output(undefined, "MergeNewColumns"));
      assertEquals(columnsOf(table()), ["a int", "b int"]);
      assertEquals(table().Parameters?.DEPRECATED_BY_CRAWLER, undefined);
    }
  }));

Deno.test("a table whose partition keys have changed takes the new ones", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    const settings = policy("UPDATE_IN_DATABASE", "DELETE_FROM_DATABASE");
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/", settings);
    store.remove("s3://bucket/t/");
    store.lines("s3://bucket/t/dt=1/hour=2/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(keysOf(table()), ["dt string", "hour string"]);
    assertEquals(partitions().map((one) => one.Values), [["1", "2"]]);
  }));
