/** The crawl of what the sink writes: gzip JSON lines in `dt=` and `hour=` folders. */
import { assertEquals } from "@std/assert";
import { columnsOf, keysOf, withGlue } from "./glue_fixture.ts";

const record = (offset: number) => ({
  Index: "HSI",
  Date: "1986-12-31",
  Open: 2568.300049,
  High: 2568.300049,
  Low: 2568.300049,
  Close: 2568.300049,
  "Adj Close": 2568.300049,
  Volume: offset === 1 ? null : 0,
  CloseUSD: 333.87900637,
  kafka_partition: 0,
  kafka_offset: offset,
  kafka_timestamp: 1732368000000 + offset,
});

const lines = (...offsets: number[]) =>
  offsets.map((offset) => JSON.stringify(record(offset)) + "\n").join("");

Deno.test("the sink's folders are one table with partitions dt and hour", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    store.gzip("s3://bucket/stock_market/dt=2024-11-23/hour=13/t+0+00.jsonl.gz", lines(0, 1));
    store.gzip("s3://bucket/stock_market/dt=2024-11-23/hour=13/t+1+00.jsonl.gz", lines(0));
    store.gzip("s3://bucket/stock_market/dt=2024-11-23/hour=14/t+0+02.jsonl.gz", lines(2));
    const crawler = await crawl("s3://bucket/stock_market/");
    assertEquals(crawler.LastCrawl?.Status, "SUCCEEDED");
    assertEquals(table().Name, "stock_market");
    assertEquals(keysOf(table()), ["dt string", "hour string"]);
    assertEquals(columnsOf(table()), [
      "index string",
      "date string",
      "open double",
      "high double",
      "low double",
      "close double",
      "adj close double",
      "volume int",
      "closeusd double",
      "kafka_partition int",
      "kafka_offset int",
      "kafka_timestamp bigint",
    ]);
    assertEquals(table().StorageDescriptor?.Location, "s3://bucket/stock_market/");
    assertEquals(table().Parameters?.classification, "json");
    assertEquals(table().Parameters?.compressionType, "gzip");
    assertEquals(table().Parameters?.objectCount, "3");
    assertEquals(partitions().map((one) => one.Values), [["2024-11-23", "13"], [
      "2024-11-23",
      "14",
    ]]);
    assertEquals(
      partitions()[1]?.StorageDescriptor?.Location,
      "s3://bucket/stock_market/dt=2024-11-23/hour=14/",
    );
  }));

Deno.test("a second crawl without new data changes nothing", () =>
  withGlue(async ({ store, crawl, catalog, call }) => {
    store.gzip("s3://bucket/stock_market/dt=2024-11-23/hour=13/t+0+00.jsonl.gz", lines(0, 1));
    await crawl("s3://bucket/stock_market/");
    await crawl("s3://bucket/stock_market/");
    assertEquals(catalog.tableVersions("db", "stock_market").length, 1);
    const { Crawls } = await call("ListCrawls", { CrawlerName: "c" });
    assertEquals(Crawls[0].Summary, '{"TABLE":{},"PARTITION":{}}');
  }));
