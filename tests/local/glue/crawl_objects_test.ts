/** Which objects are crawled: exclusions, samples, and what is no data. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { compileGlob } from "../../../lib/local/glue/crawler/group/glob.ts";
import { withGlue } from "./glue_fixture.ts";

// The table of patterns of https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html
const PATTERNS: [pattern: string, matches: string[], others: string[]][] = [
  ["*.csv", ["a.csv", ".csv"], ["f/a.csv", "a.csv.gz", "acsv"]],
  ["*.*", ["a.b", ".hidden"], ["ab", "f/a.b"]],
  ["*.{csv,avro}", ["a.csv", "a.avro"], ["a.json", "a.csvavro"]],
  ["foo.?", ["foo.a"], ["foo.", "foo.ab", "foo./"]],
  ["myfolder/*", ["myfolder/mysource"], ["myfolder/a/b", "myfolder"]],
  ["myfolder/*/*", ["myfolder/mysource/data"], ["myfolder/mysource"]],
  ["myfolder/**", ["myfolder/mysource/mydata", "myfolder/mysource"], ["myfolder2/a"]],
  ["myfolder**", ["myfolder", "myfolder/mydata.txt"], ["amyfolder"]],
  ["departments/market*", ["departments/market-us.json"], ["departments/finance.json"]],
  ["**.csv", ["employees/john.csv", "a.csv"], ["employees/juan.txt"]],
  ["[abc].x", ["a.x", "c.x"], ["d.x", "ab.x"]],
  ["[a-z]1", ["a1", "z1"], ["A1", "-1"]],
  ["[abce-g]", ["a", "b", "c", "e", "f", "g"], ["d", "h"]],
  ["[!a-c]", ["d", "-"], ["a", "/"]],
  ["[-a]", ["-", "a"], ["b"]],
  ["[!-a]", ["b"], ["-", "a"]],
  ["[*?\\]", ["*", "?", "\\"], ["a"]],
  ["\\*.x", ["*.x"], ["a.x"]],
  ["\\\\", ["\\"], ["a"]],
  ["\\{a", ["{a"], ["a"]],
  ["a+(b).c", ["a+(b).c"], ["aab.c"]],
  ["*", [".hidden"], ["a/b"]],
];

for (const [pattern, matches, others] of PATTERNS) {
  Deno.test(`exclude pattern ${pattern}`, () => {
    const glob = compileGlob(pattern);
    assertEquals(matches.filter((key) => !glob.test(key)), []);
    assertEquals(others.filter((key) => glob.test(key)), []);
  });
}

// "Example of excluding a subset of Amazon S3 partitions".
Deno.test("exclude patterns: all partitions but the first week of January", () => {
  const globs = ["2015/01/{[!0],0[8-9]}**", "2015/0[2-9]/**", "2015/1[0-2]/**"].map(compileGlob);
  const excluded = (key: string) => globs.some((glob) => glob.test(key));
  for (let day = 1; day <= 31; day++) {
    const key = `2015/01/${String(day).padStart(2, "0")}/data.json`;
    assertEquals(excluded(key), day > 7, key);
  }
  assertEquals(excluded("2015/02/01/data.json"), true);
  assertEquals(excluded("2015/12/01/data.json"), true);
});

Deno.test("excluded objects are not read", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    store.text("s3://bucket/t/dt=1/a.csv", "a,b\n1,2\n3,4\n");
    store.lines("s3://bucket/t/tmp/x/a.json", [{ z: 1 }]);
    await crawl([{ Path: "s3://bucket/t/", Exclusions: ["**.csv", "tmp/**"] }]);
    assertEquals(table().Parameters?.objectCount, "1");
    assertEquals([...store.bytesRead.keys()], ["bucket/t/dt=1/a.json"]);
  }));

Deno.test("_SUCCESS, hidden objects, folder markers and empty objects are ignored", () =>
  withGlue(async ({ store, crawl, table, partitions }) => {
    store.lines("s3://bucket/t/dt=1/a.json", [{ a: 1 }]);
    store.text("s3://bucket/t/_SUCCESS", "done");
    store.lines("s3://bucket/t/_temporary/0/a.json", [{ b: 1 }]);
    store.lines("s3://bucket/t/dt=1/.a.json.crc", [{ c: 1 }]);
    store.text("s3://bucket/t/dt=2_$folder$", "x");
    store.text("s3://bucket/t/dt=3/", "");
    store.text("s3://bucket/t/dt=4/a.json", "");
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.objectCount, "1");
    assertEquals(partitions().map((one) => one.Values), [["1"]]);
    assertEquals([...store.bytesRead.keys()], ["bucket/t/dt=1/a.json"]);
  }));

Deno.test("an empty object that marks a folder is not taken for what the path means", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t", "");
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    await crawl("s3://bucket/t");
    assertEquals(table().StorageDescriptor?.Location, "s3://bucket/t/");
  }));

Deno.test("objects that are no data have the classification UNKNOWN and are no table", () =>
  withGlue(async ({ store, crawl, table, log }) => {
    store.lines("s3://bucket/t/a.json", [{ a: 1 }]);
    store.text("s3://bucket/t/README.md", "# Read me\n\nThis is no data.\n");
    const { LastCrawl } = await crawl("s3://bucket/t/");
    assertEquals(LastCrawl?.Status, "SUCCEEDED");
    assertEquals(table().Parameters?.objectCount, "1");
    assertEquals(log, ["Classification of s3://bucket/t/README.md is UNKNOWN"]);
  }));

Deno.test("a crawl survives objects that cannot be read, and damaged ones", () =>
  withGlue(async ({ store, crawl, table, log }) => {
    for (let index = 0; index < 40; index++) {
      store.lines(`s3://bucket/t/${index}.json`, [{ a: 1 }]);
    }
    store.fail("s3://bucket/t/7.json");
    store.text("s3://bucket/t/bad.parquet", "PAR1 and then nothing of the sort PAR1");
    await store.put("bucket", "t/bad.gz", new Uint8Array([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7]));
    const { LastCrawl } = await crawl("s3://bucket/t/");
    assertEquals(LastCrawl?.Status, "SUCCEEDED");
    assertEquals(table().Parameters?.objectCount, "39");
    assertEquals(log.length, 3);
    assertStringIncludes(log.join(), "Could not read s3://bucket/t/7.json");
  }));

Deno.test("SampleSize: so many objects of each leaf folder are read, and all are counted", () =>
  withGlue(async ({ store, crawl, table }) => {
    for (const dt of [1, 2]) {
      for (let index = 0; index < 10; index++) {
        store.text(`s3://bucket/t/dt=${dt}/${index}.json`, '{"a":1}\n');
      }
    }
    await crawl([{ Path: "s3://bucket/t/", SampleSize: 3 }]);
    assertEquals(store.bytesRead.size, 6);
    assertEquals(table().Parameters?.objectCount, "20");
    assertEquals(table().Parameters?.sizeKey, "160");
    assertEquals(table().Parameters?.recordCount, "20");
  }));

Deno.test("10,000 small objects in 1,000 partitions are one crawl, each read once", () =>
  withGlue(async ({ store, crawl, table, call }) => {
    for (let index = 0; index < 10_000; index++) {
      store.text(`s3://bucket/t/p=${index % 1000}/${index}.json`, `{"a":${index}}\n`);
    }
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.objectCount, "10000");
    const pages: number[] = [];
    let token: string | undefined;
    do {
      const page = await call("GetPartitions", {
        DatabaseName: "db",
        TableName: "t",
        MaxResults: 300,
        NextToken: token,
      });
      pages.push(page.Partitions.length);
      token = page.NextToken;
    } while (token !== undefined);
    assertEquals(pages, [300, 300, 300, 100]);
  }));

// Formats and compressions of https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html
const NOT_READ: [begin: string, words: string][] = [
  ["Obj\x01", "Apache Avro"],
  ["ORC\x00", "Apache ORC"],
  ['<?xml version="1.0"?><a/>', "XML"],
  ["\xe0\x01\x00\xea", "Amazon Ion"],
  ["PK\x03\x04", "compressed with ZIP"],
  ["BZh9", "compressed with bzip2"],
  ["\x04\x22\x4d\x18", "compressed with LZ4"],
  ["\xff\x06\x00\x00sNaPpY", "compressed with Snappy"],
];

Deno.test("what AWS reads and the embedded crawler does not is named in the log", () =>
  withGlue(async ({ store, crawl, tables, log }) => {
    for (const [at, [begin]] of NOT_READ.entries()) {
      await store.put("bucket", `t/${at}`, Uint8Array.from(begin, (char) => char.charCodeAt(0)));
    }
    await crawl("s3://bucket/t/");
    assertEquals(tables(), []);
    assertEquals(
      log.toSorted(),
      NOT_READ.map(([, words], at) =>
        `Could not read s3://bucket/t/${at}: it is ${words}, which the embedded crawler does not read`
      ),
    );
  }));

Deno.test("a table of text that begins as one of those does is a table", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t/a.csv", "ORC,BZh\n1,2\n3,4\n");
    await crawl("s3://bucket/t/");
    assertEquals(table().Parameters?.classification, "csv");
  }));
