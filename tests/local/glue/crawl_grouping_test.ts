/**
 * Which folders are tables and which are partitions:
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html and
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html
 */
import { assertEquals } from "@std/assert";
import { columnsOf, type Fixture, keysOf, withGlue } from "./glue_fixture.ts";

const COMBINE = {
  Configuration: JSON.stringify({
    Version: 1.0,
    Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas" },
  }),
};

const level = (TableLevelConfiguration: number) => ({
  Configuration: JSON.stringify({ Version: 1.0, Grouping: { TableLevelConfiguration } }),
});

/** A record with so many columns of the names `<letter>0`, `<letter>1` … */
const record = (counts: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(counts).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, index) => [`${letter}${index}`, index])
    ),
  );

const names = ({ tables }: Fixture) => tables().map((table) => table.Name);
const locations = ({ tables }: Fixture) =>
  tables().map((table) => table.StorageDescriptor?.Location);

// The first example of the AWS page.
Deno.test("folders of the same format and schema are one table with partitions year, month, day", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    for (const month of ["Jan", "Feb"]) {
      for (const day of [1, 2]) {
        for (const file of [1, 2]) {
          store.lines(`s3://bucket/Sales/year=2019/month=${month}/day=${day}/${file}.json`, [
            { a: 1 },
          ]);
        }
      }
    }
    await crawl("s3://bucket/Sales");
    assertEquals(table().Name, "sales");
    assertEquals(keysOf(table()), ["year string", "month string", "day string"]);
    assertEquals(partitions().map((one) => one.Values?.join()), [
      "2019,Feb,1",
      "2019,Feb,2",
      "2019,Jan,1",
      "2019,Jan,2",
    ]);
  }));

// The second example of the AWS page.
Deno.test("similar folders under one include path: a table with two partition key columns", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    for (const path of ["table1/partition1", "table1/partition2", "table2/partition4"]) {
      store.lines(`s3://bucket/folder1/${path}/file.txt`, [{ a: 1 }]);
    }
    await crawl("s3://bucket/folder1/");
    assertEquals(table().Name, "folder1");
    assertEquals(keysOf(table()), ["partition_0 string", "partition_1 string"]);
    assertEquals(partitions().map((one) => one.Values), [
      ["table1", "partition1"],
      ["table1", "partition2"],
      ["table2", "partition4"],
    ]);
  }));

Deno.test("each table's root folder as a separate data store gives separate tables", () =>
  withGlue(async (glue) => {
    for (const path of ["table1/partition1", "table1/partition2", "table2/partition4"]) {
      glue.store.lines(`s3://bucket/folder1/${path}/file.txt`, [{ a: 1 }]);
    }
    await glue.crawl([{ Path: "s3://bucket/folder1/table1/" }, {
      Path: "s3://bucket/folder1/table2",
    }]);
    assertEquals(names(glue), ["table1", "table2"]);
    assertEquals(glue.partitions("table1").map((one) => one.Values), [["partition1"], [
      "partition2",
    ]]);
  }));

// The example of "How to create a single schema for each Amazon S3 include path".
Deno.test("schemas that are not sufficiently similar are two tables, named year_2017 and year_2018", () =>
  withGlue(async (glue) => {
    glue.store.lines("s3://bucket/table1/year=2017/data1.json", [{ A: 1, B: 2 }]);
    glue.store.lines("s3://bucket/table1/year=2018/data2.json", [{ C: 3, D: 4 }]);
    await glue.crawl("s3://bucket/table1/");
    assertEquals(names(glue), ["year_2017", "year_2018"]);
    assertEquals(locations(glue), [
      "s3://bucket/table1/year=2017/",
      "s3://bucket/table1/year=2018/",
    ]);
  }));

Deno.test("CombineCompatibleSchemas: one table with the schema A, B, C, D and the key year", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/table1/year=2017/data1.json", [{ A: 1, B: 2 }]);
    store.lines("s3://bucket/table1/year=2018/data2.json", [{ C: 3, D: 4 }]);
    await crawl("s3://bucket/table1/", COMBINE);
    assertEquals(table().Name, "table1");
    assertEquals(columnsOf(table()), ["a int", "b int", "c int", "d int"]);
    assertEquals(keysOf(table()), ["year string"]);
  }));

Deno.test("sibling folders more than 70% alike are one table; 70% are not enough", async () => {
  await withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/p=1/a.json", [record({ same: 8, left: 2 })]);
    glue.store.lines("s3://bucket/t/p=2/a.json", [record({ same: 8, right: 2 })]);
    await glue.crawl("s3://bucket/t/");
    assertEquals(names(glue), ["t"]);
    assertEquals(glue.table().StorageDescriptor?.Columns?.length, 12);
  });
  await withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/p=1/a.json", [record({ same: 7, left: 3 })]);
    glue.store.lines("s3://bucket/t/p=2/a.json", [record({ same: 7, right: 3 })]);
    await glue.crawl("s3://bucket/t/");
    assertEquals(names(glue), ["p_1", "p_2"]);
  });
});

Deno.test("numbers of another width and nulls do not make schemas differ; other types do", async () => {
  await withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/p=1/a.json", [{ a: 1, b: null }]);
    glue.store.lines("s3://bucket/t/p=2/a.json", [{ a: 1.5, b: "x" }]);
    await glue.crawl("s3://bucket/t/");
    assertEquals(columnsOf(glue.table()), ["a double", "b string"]);
  });
  await withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/p=1/a.json", [{ a: 1, b: 1 }]);
    glue.store.lines("s3://bucket/t/p=2/a.json", [{ a: "x", b: 1 }]);
    await glue.crawl("s3://bucket/t/");
    assertEquals(names(glue), ["p_1", "p_2"]);
  });
});

Deno.test("at most 5 distinct schemas are one table", async () => {
  for (const [count, expected] of [[5, 1], [6, 6]] as const) {
    await withGlue(async (glue) => {
      for (let index = 0; index < count; index++) {
        const own = { [`own${index}`]: 1 };
        glue.store.lines(`s3://bucket/t/p=${index}/a.json`, [{ ...record({ same: 9 }), ...own }]);
      }
      await glue.crawl("s3://bucket/t/");
      assertEquals(glue.tables().length, expected);
    });
  }
});

Deno.test("differing format splits, and CombineCompatibleSchemas does not join it", () =>
  withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/json/a.json", [{ a: 1, b: 2 }]);
    glue.store.text("s3://bucket/t/csv/a.csv", "a,b\n1,2\n3,4\n5,6\n");
    await glue.crawl("s3://bucket/t/", COMBINE);
    assertEquals(names(glue), ["csv", "json"]);
  }));

Deno.test("differing compression splits", () =>
  withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/plain/a.json", [{ a: 1 }]);
    glue.store.gzip("s3://bucket/t/packed/a.json", '{"a":1}\n');
    await glue.crawl("s3://bucket/t/", COMBINE);
    assertEquals(names(glue), ["packed", "plain"]);
  }));

Deno.test("differing partition depth splits", () =>
  withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/shallow/a.json", [{ a: 1 }]);
    glue.store.lines("s3://bucket/t/deep/dt=1/a.json", [{ a: 1 }]);
    await glue.crawl("s3://bucket/t/", COMBINE);
    assertEquals(names(glue), ["deep", "shallow"]);
    assertEquals(glue.tables().map(keysOf), [["dt string"], []]);
  }));

Deno.test("objects beside folders of objects are a table of their own", () =>
  withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    glue.store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    await glue.crawl("s3://bucket/t/");
    assertEquals(names(glue), ["dt_1", "t"]);
  }));

Deno.test("unlike objects in one folder are a table each, named after the object", () =>
  withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/people.json", [{ name: "x", age: 1 }]);
    glue.store.lines("s3://bucket/t/places.json", [{ city: "x", lat: 1.5 }]);
    await glue.crawl("s3://bucket/t/");
    assertEquals(names(glue), ["people_json", "places_json"]);
    assertEquals(locations(glue), ["s3://bucket/t/people.json", "s3://bucket/t/places.json"]);
  }));

Deno.test("unlike folders under one include path are a table each, each with its partitions", () =>
  withGlue(async (glue) => {
    for (const dt of ["2024-01-01", "2024-01-02"]) {
      glue.store.lines(`s3://bucket/lake/people/dt=${dt}/a.json`, [{ name: "x", age: 1 }]);
      glue.store.lines(`s3://bucket/lake/places/dt=${dt}/a.json`, [{ city: "x", lat: 1.5 }]);
    }
    await glue.crawl("s3://bucket/lake/");
    assertEquals(names(glue), ["people", "places"]);
    assertEquals(glue.tables().map(keysOf), [["dt string"], ["dt string"]]);
    assertEquals(glue.partitions("places").length, 2);
  }));

// "for the path mydataset/year/month/day/hour, if the level is set to 3, the table is created at
// location mydataset/year/month": the level for the top level folder, the bucket, is 1.
Deno.test("TableLevelConfiguration: the table is created at that absolute level", () =>
  withGlue(async (glue) => {
    for (const month of ["month=Jan", "month=Mar"]) {
      glue.store.lines(`s3://bucket/year=2019/${month}/day=1/hour=0/a.json`, [{ a: 1 }]);
    }
    await glue.crawl("s3://bucket/", level(3));
    assertEquals(names(glue), ["month_jan", "month_mar"]);
    assertEquals(locations(glue), [
      "s3://bucket/year=2019/month=Jan/",
      "s3://bucket/year=2019/month=Mar/",
    ]);
    assertEquals(glue.tables().map(keysOf), [
      ["day string", "hour string"],
      ["day string", "hour string"],
    ]);
  }));

Deno.test("TableLevelConfiguration: what is below the level is one table, however unlike", () =>
  withGlue(async (glue) => {
    glue.store.lines("s3://bucket/lake/people/dt=1/a.json", [{ a: 1, b: 1 }]);
    glue.store.lines("s3://bucket/lake/people/dt=2/a.json", [{ c: 1, d: 1 }]);
    glue.store.lines("s3://bucket/lake/places/dt=1/a.json", [{ e: 1 }]);
    await glue.crawl("s3://bucket/", level(3));
    assertEquals(names(glue), ["people", "places"]);
    assertEquals(columnsOf(glue.tables()[0]!), ["a int", "b int", "c int", "d int"]);
  }));

Deno.test("TableThreshold: a crawl that finds more tables fails and writes none", () =>
  withGlue(async (glue) => {
    glue.store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    glue.store.lines("s3://bucket/t/b.json", [{ b: 1 }]);
    const { LastCrawl } = await glue.crawl("s3://bucket/t/", {
      Configuration: '{"Version": 1.0, "CrawlerOutput": {"Tables": {"TableThreshold": 1}}}',
    });
    assertEquals(LastCrawl?.Status, "FAILED");
    assertEquals(
      LastCrawl?.ErrorMessage,
      "The number of tables detected by crawler: 2 is greater than table threshold value " +
        "provided: 1. Failing crawler without writing to Data Catalog.",
    );
    assertEquals(glue.tables(), []);
    const enough = await glue.crawl("s3://bucket/t/", {
      Configuration: '{"Version": 1.0, "CrawlerOutput": {"Tables": {"TableThreshold": 2}}}',
    });
    assertEquals(enough.LastCrawl?.Status, "SUCCEEDED");
    assertEquals(glue.tables().length, 2);
  }));
