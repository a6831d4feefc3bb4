import { assertEquals, assertStringIncludes } from "@std/assert";
import { jsonTable, testAthena } from "./harness.ts";

Deno.test("JSON: columns have the catalog's types, whatever the text looks like", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { index: "string", day: "string", close: "double", volume: "bigint" });
  await test.put("t/a.jsonl.gz", '{"Index":"HSI","Day":"2024-01-31","Close":1e10,"Volume":12}\n');
  await test.put("t/b.json", '{"INDEX":"NYA","day":"12","close":1,"volume":null}\n');
  const answer = await test.run("SELECT * FROM t ORDER BY index");
  assertEquals(answer.types, ["varchar", "varchar", "double", "bigint"]);
  assertEquals(answer.rows, [
    ["index", "day", "close", "volume"],
    ["HSI", "2024-01-31", "1.0E10", "12"],
    ["NYA", "12", "1.0", null],
  ]);
});

Deno.test("JSON: keys are one column whatever their case, also where the crawler saw only one", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { close: "double" }, { serde: { paths: "Close" } });
  await test.put("t/a.jsonl", '{"Close":1}\n');
  await test.put("t/b.jsonl", '{"close":2}\n{"CLOSE":4}\n{"other":1}\n');
  assertEquals(await test.rows("SELECT sum(close), count(close), count(*) FROM t"), [
    ["7.0", "3", "4"],
  ]);
});

Deno.test("JSON: nested values become rows, arrays and maps", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", {
    r: "struct<a:int,b:array<string>>",
    m: "map<string,double>",
    raw: "string",
    bad: "int",
  });
  await test.put(
    "t/a.jsonl",
    '{"r":{"A":1,"b":["x",null]},"m":{"k":1.5},"raw":{"z": 1.50},"bad":"x"}\n',
  );
  assertEquals(await test.rows("SELECT r, m, raw, r.a, r.b[1], m['k'] FROM t"), [
    ["{a=1, b=[x, null]}", "{k=1.5}", '{"z":1.50}', "1", "x", "1.5"],
  ]);
});

Deno.test("a struct with two fields of one name, whatever their case, is refused", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { r: "array<struct<B:int,b:int>>", a: "int" });
  await test.put("t/a.jsonl", '{"r":[{"B":1,"b":2}],"a":3}\n');
  const failed = await test.run("SELECT r FROM t");
  assertEquals(failed.state, "FAILED");
  assertStringIncludes(
    failed.reason!,
    "the column type 'array<struct<B:int,b:int>>', which has the field 'b' twice, is not supported",
  );
});

Deno.test("JSON: a record that is none fails with HIVE_CURSOR_ERROR, unless it is to be ignored", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" });
  jsonTable(test, "u", { a: "int" }, { serde: { "ignore.malformed.json": "true" } });
  for (const name of ["t", "u"]) await test.put(`${name}/a.jsonl`, '{"a":1}\n{"a":\n');
  const failed = await test.run("SELECT * FROM t");
  assertEquals(failed.state, "FAILED");
  assertStringIncludes(failed.reason!, "HIVE_CURSOR_ERROR: Row is not a valid JSON Object");
  assertEquals(await test.rows("SELECT a FROM u ORDER BY a"), [["1"], [null]]);
});

Deno.test("JSON: OpenX's SerDe takes no record with a key twice, Hive's the last value", async () => {
  await using test = await testAthena();
  const records = {
    twice: '{"a":1,"a":2}\n',
    folded: '{"a":1,"other":1}\n{"A":1,"a":2}\n',
    inside: '{"a":{"k":1,"K":2}}\n',
  };
  for (const [name, text] of Object.entries(records)) {
    jsonTable(test, name, { a: name === "inside" ? "struct<k:int>" : "int" });
    await test.put(`${name}/a.json`, text);
    const { reason } = await test.run(`SELECT a FROM ${name}`);
    assertEquals(
      reason,
      "HIVE_CURSOR_ERROR: Row is not a valid JSON Object - JSONException: " +
        `Duplicate key "${name === "inside" ? "k" : "a"}"`,
    );
  }
  // The crawler lists the keys; of a key that no query reads, the SerDe takes no two either.
  jsonTable(test, "listed", { a: "int", b: "int" }, { serde: { paths: "a,b" } });
  await test.put("listed/a.json", '{"a":1,"b":1,"B":2}\n');
  for (const sql of ["SELECT a FROM listed", "SELECT count(*) FROM listed"]) {
    assertStringIncludes((await test.run(sql)).reason!, 'Duplicate key "b"');
  }
  jsonTable(test, "deep", { a: "int", s: "struct<l:array<struct<k:int>>>" });
  await test.put("deep/a.json", '{"a":1,"s":{"l":[{"k":1}]},"t":"{k"}\n'.repeat(3));
  assertEquals(await test.rows("SELECT sum(a) FROM deep"), [["3"]]);
  await test.put("deep/b.json", '{"a":1}\n{"a":1,"s":{"l":[{"k":1,"k":2}]}}\n');
  for (const sql of ["SELECT sum(a) FROM deep", "SELECT count(*) FROM deep"]) {
    assertStringIncludes((await test.run(sql)).reason!, 'Duplicate key "k"');
  }
  jsonTable(test, "told_apart", { a: "int", b: "int" }, {
    serde: { "case.insensitive": "FALSE", "mapping.b": "A" },
  });
  await test.put("told_apart/a.json", '{"A":1,"a":2}\n{"a":3}\n');
  assertEquals(await test.rows("SELECT a, b FROM told_apart ORDER BY a"), [["2", "1"], [
    "3",
    null,
  ]]);
  jsonTable(test, "dots", { a_b: "int" }, { serde: { "dots.in.keys": "TRUE" } });
  await test.put("dots/a.json", '{"a.b":7}\n');
  assertEquals(await test.rows("SELECT a_b FROM dots"), [["7"]]);
});

Deno.test("JSON: an array, or an object over several lines, is no record", async () => {
  await using test = await testAthena();
  for (const [name, text] of [["t", '[{"a":1}]\n'], ["u", '{\n"a":1\n}\n']] as const) {
    jsonTable(test, name, { a: "int" });
    await test.put(`${name}/a.json`, text);
    const { reason } = await test.run(`SELECT a FROM ${name}`);
    assertStringIncludes(reason!, "HIVE_CURSOR_ERROR");
  }
});

Deno.test("JSON: of several objects on a line, the first is the record", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" });
  await test.put("t/a.json", '{"a":1}{"a":2}{"a":3}\n');
  await test.put("t/b.json", '{"A":4}\n');
  assertEquals(await test.rows("SELECT a FROM t ORDER BY a"), [["1"], ["4"]]);
  assertEquals(await test.rows("SELECT count(*) FROM t"), [["2"]]);
});

Deno.test("JSON: a value that is not of its column's type fails with HIVE_BAD_DATA", async () => {
  await using test = await testAthena();
  const values = ["1.5", '"x"', "true", "3000000000", "{}", '"1e3"', '"1_000"', '" 1"'];
  for (const [i, value] of values.entries()) {
    jsonTable(test, `t${i}`, { a: "int" });
    await test.put(`t${i}/a.jsonl`, `{"a":${value}}\n`);
    const { reason } = await test.run(`SELECT a FROM t${i}`);
    assertStringIncludes(reason!, "HIVE_BAD_DATA");
  }
});

Deno.test("JSON: a blank line is a row of NULLs", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" });
  await test.put("t/a.jsonl.gz", '{"a":1}\n\n{"a":2}\n  \n');
  await test.put("t/b.jsonl", '{"a":3}\r\n{"a":4}');
  assertEquals(await test.rows("SELECT count(*), count(a), sum(a) FROM t"), [["6", "4", "10"]]);
});

Deno.test("JSON: numbers in quotes are numbers where Java takes them as such", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int", d: "double" });
  await test.put("t/a.jsonl", '{"a":"12","d":"1.5"}\n{"a":"+7","d":" 2 "}\n{"a":-1,"d":"NaN"}\n');
  assertEquals(await test.rows("SELECT a, d FROM t"), [["12", "1.5"], ["7", "2.0"], ["-1", "NaN"]]);
  jsonTable(test, "u", { d: "double" });
  await test.put("u/a.jsonl", '{"d":"inf"}\n');
  assertStringIncludes((await test.run("SELECT d FROM u")).reason!, "HIVE_BAD_DATA");
});
