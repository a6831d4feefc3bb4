/** Types over tables: what statements without tables, as Trino is asked, cannot show. */
import { assertEquals } from "@std/assert";
import { jsonTable, testAthena } from "./harness.ts";

// As measured on Athena, where Trino as released has decimals; AWS's "Data types" asks for DECIMAL '…'.
Deno.test("a number with a point is a double; a decimal has its type before it", async () => {
  await using test = await testAthena();
  const answer = await test.run(
    "SELECT 0.1 + 0.2, DECIMAL '0.1' + DECIMAL '0.2', 100.0 * 1 / 3, .5, 1_0., typeof(1.5)",
  );
  assertEquals(answer.types, ["double", "decimal", "double", "double", "double", "varchar"]);
  assertEquals(answer.rows![1], [
    "0.30000000000000004",
    "0.3",
    "33.333333333333336",
    "0.5",
    "10.0",
    "double",
  ]);
  assertEquals(await test.rows("SELECT CAST(1.0 AS varchar)"), [["1.0E0"]]);
});

Deno.test("char: columns are padded in every format, and compared without the padding", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { code: "char(4)", codes: "array<char(2)>", n: "int" });
  await test.put(
    "t/a.jsonl",
    '{"code":"IN","codes":["a","bcd"],"n":1}\n{"code":"toolong","codes":null,"n":2}\n{"n":3}\n',
  );
  const expected = [["IN  ", "[a , bc]", "1"], ["tool", null, "2"], [null, null, "3"]];
  const answer = await test.run("SELECT code, codes, n FROM t ORDER BY n");
  assertEquals(answer.types, ["char", "array", "integer"]);
  assertEquals(answer.rows!.slice(1), expected);
  for (const format of ["PARQUET", "JSON"]) {
    const name = `copy_${format.toLowerCase()}`;
    assertEquals(
      (await test.run(`CREATE TABLE ${name} WITH (format = '${format}') AS SELECT * FROM t`)).state,
      "SUCCEEDED",
    );
    assertEquals(await test.rows(`SELECT code, codes, n FROM ${name} ORDER BY n`), expected);
    assertEquals(
      await test.rows(`SELECT n, length(code) FROM ${name} WHERE code = 'IN' AND code <> 'tool'`),
      [["1", "4"]],
    );
  }
  await test.run("INSERT INTO copy_parquet SELECT 'x', ARRAY['y'], 4");
  assertEquals(await test.rows("SELECT code, codes FROM copy_parquet WHERE n = 4"), [
    ["x   ", "[y ]"],
  ]);
});

Deno.test("times of several zones: each is shown in its own, and compared by its instant", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { at: "string", n: "int" });
  await test.put(
    "t/a.jsonl",
    '{"at":"2024-01-01 09:15:00 +05:30","n":1}\n{"at":"2024-01-01 03:45:00 UTC","n":2}\n' +
      '{"at":"2024-01-01 04:00:00 Europe/Berlin","n":4}\n{"n":8}\n',
  );
  const times = "(SELECT CAST(at AS timestamp with time zone) AS x, n FROM t)";
  assertEquals(await test.rows(`SELECT x, hour(x) FROM ${times} ORDER BY x, n`), [
    ["2024-01-01 04:00:00.000 Europe/Berlin", "4"],
    ["2024-01-01 09:15:00.000 +05:30", "9"],
    ["2024-01-01 03:45:00.000 UTC", "3"],
    [null, null],
  ]);
  assertEquals(
    await test.rows(`SELECT sum(n), count(x) FROM ${times} GROUP BY x ORDER BY 1`),
    [["3", "2"], ["4", "1"], ["8", "0"]],
  );
  assertEquals(
    await test.rows(`SELECT min(x), max(x AT TIME ZONE 'Asia/Kolkata') FROM ${times}`),
    [["2024-01-01 04:00:00.000 Europe/Berlin", "2024-01-01 09:15:00.000 Asia/Kolkata"]],
  );
});

Deno.test("SQL/JSON over a table; its failures fail behind TRY too", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { doc: "string", n: "int" });
  await test.put(
    "t/a.jsonl",
    '{"doc":"{\\"items\\":[{\\"p\\":2.5,\\"q\\":2},{\\"p\\":10}]}","n":1}\n{"doc":"bad","n":2}\n{"n":3}\n',
  );
  assertEquals(
    await test.rows(
      "SELECT n, JSON_VALUE(doc, 'lax $.items[0].p' RETURNING double DEFAULT -1 ON ERROR), " +
        "JSON_QUERY(doc, 'lax $.items ? (@.p > 5)' WITH WRAPPER), JSON_EXISTS(doc, 'lax $.items') " +
        "FROM t ORDER BY n",
    ),
    [["1", "2.5", '[{"p":10}]', "true"], ["2", "-1.0", null, "false"], ["3", null, null, null]],
  );
  const failed = await test.run(
    "SELECT TRY(JSON_VALUE(doc, 'strict $.items[0].p' ERROR ON ERROR)) FROM t",
  );
  assertEquals([failed.state, failed.reason], [
    "FAILED",
    "JSON_INPUT_CONVERSION_ERROR: conversion to JSON failed: ",
  ]);
});
