import { assertEquals } from "@std/assert";
import { testAthena } from "./harness.ts";

// What would be a partition of a table, a pattern, or the end of a text in DuckDB's SQL.
for (const prefix of ["close=9 ", "[a]{b}'c' ähm "]) {
  Deno.test(`rows are the objects' own in a folder that is called ${prefix}…`, async () => {
    await using test = await testAthena({}, prefix);
    await test.put("prices/a.json", '{"close": 5, "day": "x"}\n');
    await test.rows(`CREATE EXTERNAL TABLE prices (close int, day string)
      ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://data/prices/'`);
    assertEquals(await test.rows("SELECT close, day FROM prices"), [["5", "x"]]);
    await test.rows(
      `CREATE TABLE copy WITH (format = 'PARQUET', external_location = 's3://data/copy/')
      AS SELECT close, day FROM prices`,
    );
    assertEquals(await test.rows("SELECT close, day FROM copy"), [["5", "x"]]);
  });
}
