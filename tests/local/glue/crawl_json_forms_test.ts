/** The forms JSON comes in, and how much of an object is read. */
import { assert, assertEquals } from "@std/assert";
import { columnsOf, withGlue } from "./glue_fixture.ts";

const MEGABYTE = 1024 * 1024;

Deno.test("json: objects one a line, with blank lines, CRLF and a byte-order mark", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t/a.json", '\uFEFF{"a": 1}\r\n\r\n{"b": "x"}\r\n');
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int", "b string"]);
  }));

Deno.test("json: one object over several lines", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t/a.json", JSON.stringify({ a: 1, b: { c: [1] } }, null, 2));
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int", "b struct<c:array<int>>"]);
    assertEquals(table().Parameters?.recordCount, "1");
  }));

Deno.test("json: objects after each other without a line between them", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t/a.json", '{"a":1}{"b":"}{"}{"c":true}');
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int", "b string", "c boolean"]);
  }));

// https://docs.aws.amazon.com/glue/latest/dg/custom-classifier.html: "the crawler treats the data as
// one object, that is, just an array".
Deno.test("json: a file that is an array is one record with one array column", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t/a.json", '[{"type": "c", "id": 1}, {"type": "d", "name": "Alaska"}]');
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["array array<struct<type:string,id:int,name:string>>"]);
    assertEquals(table().Parameters?.recordCount, "1");
  }));

Deno.test("json: a broken line among good ones is left out", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t/a.json", '{"a":1}\n{"b":oops}\n{"c":3}\n');
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int", "c int"]);
  }));

Deno.test("json: strings with escapes, quotes and braces in them", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t/a.json", String.raw`{"a\u0042\"":"\\","c":"{\"x\":1}"}`);
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ['ab" string', "c string"]);
  }));

Deno.test("json: a key without characters is no column", () =>
  withGlue(async ({ store, crawl, table, tables }) => {
    store.text("s3://bucket/t/a.json", '{"":1,"a":2}\n');
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int"]);
    assertEquals(table().StorageDescriptor?.SerdeInfo?.Parameters, { paths: "a" });
    store.text("s3://other-bucket/t/a.json", '{"":1}\n');
    await crawl("s3://other-bucket/t/");
    assertEquals(tables().length, 1);
  }));

Deno.test("not json: numbers, texts, and what is nested past reason", () =>
  withGlue(async ({ store, crawl, tables }) => {
    store.text("s3://bucket/t/a.json", "1\n2\n3\n");
    store.text("s3://bucket/t/b.json", '"x"\n"y"\n');
    store.text("s3://bucket/t/c.json", "[".repeat(100_000));
    store.text("s3://bucket/t/d.json", "{}\n{}\n");
    store.text("s3://bucket/t/e.json", '{"a": nul}');
    const { LastCrawl } = await crawl("s3://bucket/t/");
    assertEquals(LastCrawl?.Status, "SUCCEEDED");
    assertEquals(tables(), []);
  }));

Deno.test("the first 1 MB of each object is read", () =>
  withGlue(async ({ store, crawl, table }) => {
    const line = `${JSON.stringify({ a: 1, filler: "x".repeat(1000) })}\n`;
    store.text("s3://bucket/t/a.json", line.repeat(5000) + '{"late": 1}\n');
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int", "filler string"]);
    assertEquals(store.bytesRead.get("bucket/t/a.json"), MEGABYTE);
  }));

Deno.test("the crawler goes on in 1 MB steps where no record was found", () =>
  withGlue(async ({ store, crawl, table }) => {
    const record = JSON.stringify({ a: "x".repeat(2.5 * MEGABYTE), b: 1 });
    store.text("s3://bucket/t/a.json", `${record}\n`.repeat(3));
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a string", "b int"]);
    assertEquals(store.bytesRead.get("bucket/t/a.json"), 3 * MEGABYTE);
  }));

Deno.test("the crawler gives up on an object after 10 MB without a record", () =>
  withGlue(async ({ store, crawl, tables }) => {
    store.text("s3://bucket/t/a.json", JSON.stringify({ a: "x".repeat(11 * MEGABYTE) }));
    await crawl("s3://bucket/t/");
    assertEquals(tables(), []);
    assertEquals(store.bytesRead.get("bucket/t/a.json"), 10 * MEGABYTE);
  }));

Deno.test("a large gzip object is unpacked as far as its first megabyte reaches", () =>
  withGlue(async ({ store, crawl, table }) => {
    let seed = 1;
    const noise = () => (seed = (seed * 48271) % 2147483647).toString(36);
    const lines = Array.from({ length: 150_000 }, (_, n) => `{"n":${n},"v":"${noise()}"}\n`);
    store.gzip("s3://bucket/t/a.json.gz", lines.join("") + '{"late":1}\n');
    const size = store.head("bucket", "t/a.json.gz")?.size ?? 0;
    assert(size > MEGABYTE, `${size} bytes are not large`);
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["n int", "v string"]);
    assertEquals(store.bytesRead.get("bucket/t/a.json.gz"), MEGABYTE);
    assertEquals(table().Parameters?.compressionType, "gzip");
  }));

Deno.test("gzip is told by its first bytes, not by the key's ending", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.gzip("s3://bucket/t/a.json", '{"a":1}\n');
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.compressionType, "gzip");
    assertEquals(table().StorageDescriptor?.Compressed, true);
  }));

Deno.test("a small gzip object that unpacks to much more does no harm", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.gzip("s3://bucket/t/a.json", '{"a":1}\n'.repeat(4 * MEGABYTE));
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a int"]);
  }));
