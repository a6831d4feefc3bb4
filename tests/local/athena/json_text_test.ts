/**
 * What is no string in a column of text. Trino's OpenX JSON reader gives a value as it is written
 * (`JsonHiveStringDecoder` and `OpenXJsonDeserializer`: the text of a number, an object without spaces).
 */
import { assertEquals } from "@std/assert";
import { jsonTable, testAthena } from "./harness.ts";

const WRITTEN = [
  "1.10",
  "1e10",
  "-0",
  "123456789012345678901234567890",
  "0.1e-7",
  "100.0",
  "1E400",
];

Deno.test("JSON: a number in a column of text stays as it is written", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { s: "string", n: "bigint" }, { serde: { paths: "n,s" } });
  const lines = WRITTEN.map((text, n) => `{"s":${text},"n":${n}}\n`);
  await test.put("t/numbers.jsonl", lines.join(""));
  await test.put("t/strings.jsonl.gz", '{"s":"1.10","n":100}\n{"s":"0","n":101}\n{"s":"2024.5"}\n');
  const expected = [...WRITTEN.map((text, n) => [text, String(n)]), ["1.10", "100"], ["0", "101"], [
    "2024.5",
    null,
  ]];
  // What is known from the first reading of the objects gives the same again.
  for (let i = 0; i < 2; i++) {
    assertEquals(await test.rows("SELECT s, n FROM t ORDER BY n"), expected);
    assertEquals(await test.rows("SELECT n FROM t WHERE s = '1.10' ORDER BY n"), [["0"], ["100"]]);
  }
});

Deno.test("JSON: objects and lists in a column of text keep their numbers", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { s: "string", other: "string" });
  await test.put("t/a.jsonl", '{"s":{"a": 1.50},"other":"x"}\n{"s":[1e3, "b"],"other":2.0}\n');
  assertEquals(await test.rows("SELECT s, other FROM t ORDER BY other DESC"), [
    ['{"a":1.50}', "x"],
    ['[1e3,"b"]', "2.0"],
  ]);
  assertEquals(await test.rows("SELECT count(*) FROM t WHERE s LIKE '%1.50%'"), [["1"]]);
});
