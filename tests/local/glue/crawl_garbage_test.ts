/** Objects of rubbish: no crawl fails over them, and none hangs. */
import { assertEquals } from "@std/assert";
import { gzipSync } from "node:zlib";
import { withGlue } from "./glue_fixture.ts";

/** Numbers that look random and are the same in every run (Park and Miller's generator). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

const encode = (text: string) => new TextEncoder().encode(text);

const SEEDS: Uint8Array[] = [
  encode('{"a": 1, "b": [1.5, null], "c": {"d": "x"}}\n'.repeat(5)),
  encode("[".repeat(300) + '{"a":1}' + "]".repeat(300)),
  encode("Index,Date,Close\nHSI,1986-12-31,2568.3\nHSI,1987-01-02,2540.1\n"),
  encode('name|value\n"a | ""b""\n|1\n"c"|2\n'),
  gzipSync('{"a": 1}\n{"a": 2}\n'),
  encode("PAR1aaaaaaaaaaaaaaaaPAR1"),
  new Uint8Array([0x50, 0x41, 0x52, 0x31, 0xff, 0xff, 0xff, 0x7f, 0x50, 0x41, 0x52, 0x31]),
  new Uint8Array(64),
];

/** Cuts, turns bits of, and overwrites parts of bytes. */
function mangle(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const copy = bytes.slice(0, 1 + random(bytes.length));
  for (let times = random(6); times > 0; times--) {
    const at = random(copy.length);
    copy[at] = random(2) === 0 ? (copy[at] ?? 0) ^ (1 << random(8)) : random(256);
  }
  return copy;
}

Deno.test("2,000 mangled objects: each crawl succeeds", () =>
  withGlue(async ({ store, crawl }) => {
    const random = generator(20241123);
    for (let index = 0; index < 2000; index++) {
      const bytes = mangle(SEEDS[index % SEEDS.length] ?? new Uint8Array(1), random);
      const depth = ["", "dt=1/", `dt=${random(9)}/x/`][random(3)];
      await store.put("bucket", `garbage/${index % 20}/${depth}${index}`, bytes);
    }
    for (let folder = 0; folder < 20; folder++) {
      const { LastCrawl } = await crawl(`s3://bucket/garbage/${folder}/`, { Name: `c${folder}` });
      assertEquals([LastCrawl?.Status, LastCrawl?.ErrorMessage], ["SUCCEEDED", undefined]);
    }
    const { LastCrawl } = await crawl("s3://bucket/garbage/");
    assertEquals([LastCrawl?.Status, LastCrawl?.ErrorMessage], ["SUCCEEDED", undefined]);
  }));

Deno.test("keys of every kind of character are crawled", () =>
  withGlue(async ({ store, crawl, tables }) => {
    const keys = [
      "a//b/x",
      "ü/ä=ö/x",
      "a b/c+d%20=e/x",
      "../../etc/x",
      "=/x",
      "=a/x",
      "a=/x",
      "📈/x",
    ];
    for (const key of keys) store.lines(`s3://bucket/k/${key}`, [{ a: 1 }]);
    const { LastCrawl } = await crawl("s3://bucket/k/");
    assertEquals(LastCrawl?.Status, "SUCCEEDED");
    const objects = tables().reduce((sum, table) => sum + Number(table.Parameters?.objectCount), 0);
    // `../../etc` is hidden, as it begins with a dot.
    assertEquals(objects, keys.length - 1);
  }));
