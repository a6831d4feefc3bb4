/** `CRAWL_NEW_FOLDERS_ONLY`: https://docs.aws.amazon.com/glue/latest/dg/incremental-crawls.html */
import { assertEquals } from "@std/assert";
import { columnsOf, ROLE, withGlue } from "./glue_fixture.ts";

const NEW_FOLDERS = { RecrawlPolicy: { RecrawlBehavior: "CRAWL_NEW_FOLDERS_ONLY" } } as const;

Deno.test("the first crawl is a full one; then only the new folder, month=Mar, is crawled", () =>
  withGlue(async ({ store, crawl, partitions }) => {
    store.lines("s3://bucket/sales/month=Jan/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/sales/month=Feb/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/sales/", NEW_FOLDERS);
    assertEquals(partitions().length, 2);
    store.bytesRead.clear();
    store.lines("s3://bucket/sales/month=Mar/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/sales/");
    assertEquals([...store.bytesRead.keys()], ["bucket/sales/month=Mar/a.json"]);
    assertEquals(partitions().map((one) => one.Values), [["Feb"], ["Jan"], ["Mar"]]);
  }));

Deno.test("update and delete behaviour are LOG: nothing that exists is changed", () =>
  withGlue(async ({ store, crawl, table, catalog, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1, b: 1, c: 1, d: 1 }]);
    await crawl("s3://bucket/t/", NEW_FOLDERS);
    store.remove("s3://bucket/t/dt=1/");
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1, b: 1, c: 1, d: 1, e: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int", "b int", "c int", "d int"]);
    assertEquals(catalog.tableVersions("db", "t").length, 1);
    assertEquals(partitions().map((one) => one.Values), [["1"], ["2"]]);
  }));

Deno.test("objects with schemas that are too different are ignored", () =>
  withGlue(async ({ store, crawl, table, partitions, log }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1, b: 1 }]);
    await crawl("s3://bucket/t/", NEW_FOLDERS);
    store.lines("s3://bucket/t/dt=2/a.json", [{ x: 1, y: 1 }]);
    store.gzip("s3://bucket/t/dt=3/a.json", '{"a":1,"b":1}\n');
    store.lines("s3://bucket/t/dt=4/hour=1/a.json", [{ a: 1, b: 1 }]);
    store.lines("s3://bucket/t/dt=5/a.json", [{ a: 1, b: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(partitions().map((one) => one.Values), [["1"], ["5"]]);
    assertEquals(table().Name, "t");
    assertEquals(log.filter((line) => line.includes("does not fit table t")).length, 3);
  }));

Deno.test("a folder with an object that could not be read counts as new", () =>
  withGlue(async ({ store, crawl, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    store.lines("s3://bucket/t/dt=2/a.json", [{ a: 1 }]);
    store.fail("s3://bucket/t/dt=2/a.json");
    await crawl("s3://bucket/t/", NEW_FOLDERS);
    assertEquals(partitions().map((one) => one.Values), [["1"]]);
    store.fail("s3://bucket/t/dt=2/a.json", false);
    await crawl("s3://bucket/t/");
    assertEquals(partitions().map((one) => one.Values), [["1"], ["2"]]);
  }));

Deno.test("with several tables, a new folder goes to the table it is under", () =>
  withGlue(async ({ store, crawl, tables, partitions }) => {
    store.lines("s3://bucket/lake/people/dt=1/a.json", [{ name: "x", age: 1 }]);
    store.lines("s3://bucket/lake/places/dt=1/a.json", [{ city: "x", lat: 1.5 }]);
    await crawl("s3://bucket/lake/", NEW_FOLDERS);
    store.lines("s3://bucket/lake/places/dt=2/a.json", [{ city: "y", lat: 2 }]);
    await crawl("s3://bucket/lake/");
    assertEquals(tables().map((table) => table.Name), ["people", "places"]);
    assertEquals(partitions("people").map((one) => one.Values), [["1"]]);
    assertEquals(partitions("places").map((one) => one.Values), [["1"], ["2"]]);
  }));

Deno.test("a crawler whose first crawls found nothing starts with a full one", () =>
  withGlue(async ({ store, crawl, table }) => {
    await crawl("s3://bucket/t/", NEW_FOLDERS);
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t/");
    assertEquals(table().Name, "t");
  }));

// Recorded messages of AWS.
Deno.test("the SchemaChangePolicy must be LOG", () =>
  withGlue(async ({ fails }) => {
    assertEquals(
      await fails("CreateCrawler", {
        Name: "x",
        Role: ROLE,
        Targets: { S3Targets: [{ Path: "s3://bucket/t/" }] },
        SchemaChangePolicy: { UpdateBehavior: "UPDATE_IN_DATABASE", DeleteBehavior: "LOG" },
        ...NEW_FOLDERS,
      }),
      'InvalidInputException: The SchemaChangePolicy for "Crawl new folders only" Amazon S3 ' +
        "target can have only LOG DeleteBehavior value and LOG UpdateBehavior value.",
    );
  }));

Deno.test("the Amazon S3 target cannot be changed", () =>
  withGlue(async ({ crawl, fails }) => {
    await crawl("s3://bucket/t/", NEW_FOLDERS);
    assertEquals(
      await fails("UpdateCrawler", {
        Name: "c",
        Targets: { S3Targets: [{ Path: "s3://bucket/u/" }] },
      }),
      'InvalidInputException: Amazon S3 target is immutable when "Crawl new folders only" ' +
        "recrawl behavior is selected",
    );
  }));

Deno.test("CRAWL_EVENT_MODE is refused: there are no events", () =>
  withGlue(async ({ fails }) => {
    const message = await fails("CreateCrawler", {
      Name: "x",
      Role: ROLE,
      Targets: { S3Targets: [{ Path: "s3://bucket/t/" }] },
      RecrawlPolicy: { RecrawlBehavior: "CRAWL_EVENT_MODE" },
    });
    assertEquals(
      message.startsWith(
        "InvalidInputException: RecrawlBehavior CRAWL_EVENT_MODE is not supported",
      ),
      true,
    );
  }));
