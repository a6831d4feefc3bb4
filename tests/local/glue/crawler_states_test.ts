/** States of a crawler and of its crawls. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { openDatabase } from "../../../lib/local/database.ts";
import { createCrawlerStore } from "../../../lib/local/glue/crawler/store.ts";
import { ROLE, withGlue } from "./glue_fixture.ts";

const CRAWLER = {
  Name: "c",
  Role: ROLE,
  DatabaseName: "db",
  Targets: { S3Targets: [{ Path: "s3://bucket/t/" }] },
};

Deno.test("a crawler that has never run is READY and has no LastCrawl", () =>
  withGlue(async ({ call }) => {
    await call("CreateCrawler", CRAWLER);
    const { Crawler } = await call("GetCrawler", { Name: "c" });
    assertEquals([Crawler.State, Crawler.CrawlElapsedTime, Crawler.LastCrawl], [
      "READY",
      0,
      undefined,
    ]);
  }));

Deno.test("LastCrawl: Status, StartTime, LogGroup, LogStream, MessagePrefix, and no end time", () =>
  withGlue(async ({ call, crawl, store }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    const before = Date.now() / 1000;
    await crawl("s3://bucket/t/");
    const { Crawler } = await call("GetCrawler", { Name: "c" });
    const { StartTime, MessagePrefix, ...last } = Crawler.LastCrawl;
    assertEquals(last, { Status: "SUCCEEDED", LogGroup: "/aws-glue/crawlers", LogStream: "c" });
    assertMatch(MessagePrefix, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert(StartTime >= before && StartTime <= Date.now() / 1000);
  }));

Deno.test("RUNNING, then STOPPING, then READY, each for as long as a setting says", () =>
  withGlue(async ({ call, store }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await call("CreateCrawler", CRAWLER);
    await call("StartCrawler", { Name: "c" });
    const states = new Set<string>();
    for (;;) {
      const { Crawler } = await call("GetCrawler", { Name: "c" });
      states.add(Crawler.State);
      if (Crawler.State === "READY") break;
      await new Promise((done) => setTimeout(done, 1));
    }
    assertEquals([...states], ["RUNNING", "STOPPING", "READY"]);
  }, { crawlerStateMs: 40 }));

Deno.test("a second StartCrawler while running: CrawlerRunningException", () =>
  withGlue(async ({ call, fails, ready }) => {
    await call("CreateCrawler", CRAWLER);
    await call("StartCrawler", { Name: "c" });
    assertEquals(
      await fails("StartCrawler", { Name: "c" }),
      "CrawlerRunningException: Crawler with name c has already started",
    );
    for (const [operation, input] of [["UpdateCrawler", CRAWLER], ["DeleteCrawler", CRAWLER]]) {
      assertMatch(await fails(operation as string, input), /^CrawlerRunningException: /);
    }
    const { Crawler } = await call("GetCrawler", { Name: "c" });
    assert(Crawler.CrawlElapsedTime >= 0);
    await ready("c");
  }, { crawlerStateMs: 20 }));

Deno.test("StopCrawler ends the crawl: LastCrawl is CANCELLED, and nothing was written", () =>
  withGlue(async ({ call, fails, ready, store, tables }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await call("CreateCrawler", CRAWLER);
    await call("StartCrawler", { Name: "c" });
    await call("StopCrawler", { Name: "c" });
    assertMatch(await fails("StopCrawler", { Name: "c" }), /^CrawlerStoppingException: /);
    const crawler = await ready("c");
    assertEquals(crawler.LastCrawl?.Status, "CANCELLED");
    assertEquals(tables(), []);
    const { Crawls } = await call("ListCrawls", { CrawlerName: "c" });
    assertEquals(Crawls[0].State, "STOPPED");
  }, { crawlerStateMs: 30 }));

Deno.test("StopCrawler of one that does not run: CrawlerNotRunningException", () =>
  withGlue(async ({ call, fails }) => {
    await call("CreateCrawler", CRAWLER);
    assertMatch(await fails("StopCrawler", { Name: "c" }), /^CrawlerNotRunningException: /);
  }));

Deno.test("a crawl over a bucket that is gone fails, and says so", () =>
  withGlue(async ({ call, ready, store, tables }) => {
    await call("CreateCrawler", CRAWLER);
    store.dropBucket("bucket");
    await call("StartCrawler", { Name: "c" });
    const { LastCrawl } = await ready("c");
    assertEquals(LastCrawl?.Status, "FAILED");
    assertEquals(
      LastCrawl?.ErrorMessage,
      "The specified bucket does not exist: bucket (Service: Amazon S3; " +
        "Status Code: 404; Error Code: NoSuchBucket)",
    );
    assertEquals(tables(), []);
  }));

Deno.test("a crawl into a missing database fails; without a database it goes into default", () =>
  withGlue(async ({ crawl, store, catalog }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    const { LastCrawl } = await crawl("s3://bucket/t/", { DatabaseName: "nowhere" });
    assertEquals(LastCrawl?.Status, "FAILED");
    assertMatch(LastCrawl?.ErrorMessage ?? "", /^Database nowhere not found\./);
    await crawl("s3://bucket/t/", { Name: "d", DatabaseName: undefined });
    assertEquals(catalog.table("default", "t")?.Name, "t");
  }));

Deno.test("a crawl that finds nothing succeeds without a table", () =>
  withGlue(async ({ crawl, tables, log }) => {
    const { LastCrawl } = await crawl("s3://bucket/nothing/");
    assertEquals(LastCrawl?.Status, "SUCCEEDED");
    assertEquals(tables(), []);
    assertEquals(log, ["No objects to crawl under s3://bucket/nothing/"]);
  }));

Deno.test("a crawl that was running when the process ended is FAILED after a restart", async () => {
  const db = openDatabase(":memory:");
  await withGlue(async ({ call }) => void await call("CreateCrawler", CRAWLER), { db });
  createCrawlerStore(db).putCrawl({
    Crawler: "c",
    CrawlId: "6a7d0a3e-0000-4000-8000-000000000000",
    State: "RUNNING",
    StartTime: new Date(1_732_368_000_000),
  });
  await withGlue(async ({ call }) => {
    const { Crawler } = await call("GetCrawler", { Name: "c" });
    assertEquals(Crawler.State, "READY");
    assertEquals(Crawler.LastCrawl.Status, "FAILED");
    assertEquals(Crawler.LastCrawl.StartTime, 1_732_368_000);
    await call("StartCrawler", { Name: "c" });
  }, { db });
  db.close();
});

Deno.test("closing ends a crawl that runs, as a failed one", async () => {
  const db = openDatabase(":memory:");
  await withGlue(async ({ call }) => {
    await call("CreateCrawler", CRAWLER);
    await call("StartCrawler", { Name: "c" });
  }, { db, crawlerStateMs: 60_000 });
  assertEquals(createCrawlerStore(db).get("c")?.LastCrawl?.Status, "FAILED");
  db.close();
});

Deno.test("a crawl whose end cannot be written down does no more harm than that", () =>
  withGlue(async ({ call, db, log, ready, store }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await call("CreateCrawler", CRAWLER);
    await call("StartCrawler", { Name: "c" });
    db.exec(
      "CREATE TRIGGER broken BEFORE INSERT ON glue_crawls BEGIN SELECT RAISE(ABORT, 'no'); END",
    );
    await ready("c");
    assertEquals(log, ["Could not end the crawl: no"]);
    db.exec("DROP TRIGGER broken");
    await call("StartCrawler", { Name: "c" });
    assertEquals((await ready("c")).LastCrawl?.Status, "SUCCEEDED");
  }));

Deno.test("several crawlers run at once, and other requests are answered meanwhile", () =>
  withGlue(async ({ call, ready, store, tables }) => {
    for (const name of ["one", "two", "three"]) {
      for (let index = 0; index < 50; index++) {
        store.lines(`s3://bucket/${name}/p=${index}/a.json`, [{ a: index }]);
      }
      await call("CreateCrawler", {
        ...CRAWLER,
        Name: name,
        Targets: { S3Targets: [{ Path: `s3://bucket/${name}/` }] },
      });
      await call("StartCrawler", { Name: name });
    }
    const { Crawlers } = await call("GetCrawlers");
    assertEquals(Crawlers.filter((one: { State: string }) => one.State === "RUNNING").length, 3);
    await Promise.all(["one", "two", "three"].map(ready));
    assertEquals(tables().map((table) => table.Name), ["one", "three", "two"]);
  }));
