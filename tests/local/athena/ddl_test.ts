import { assertEquals, assertStringIncludes } from "@std/assert";
import { type TestAthena, testAthena } from "./harness.ts";

async function done(test: TestAthena, sql: string) {
  const answer = await test.run(sql);
  assertEquals(answer.reason, undefined, sql);
  return answer;
}

const TABLE = `CREATE EXTERNAL TABLE IF NOT EXISTS \`prices\` (
  \`index\` string COMMENT 'symbol', -- a comment
  close double
) PARTITIONED BY (dt string)
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' WITH SERDEPROPERTIES ('paths'='Close,Index')
STORED AS INPUTFORMAT 'org.apache.hadoop.mapred.TextInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION 's3://data/prices' TBLPROPERTIES ('classification'='json');`;

Deno.test("CREATE EXTERNAL TABLE, partitions by hand and by MSCK REPAIR, DROP", async () => {
  await using test = await testAthena();
  await test.put("prices/dt=2024-01-01/a", '{"Index":"HSI","Close":1}\n');
  await test.put("prices/dt=2024-01-02/a", '{"Index":"NYA","Close":2}\n');
  await test.put("elsewhere/a", '{"Index":"N225","Close":3}\n');
  await done(test, TABLE);
  await done(test, TABLE);
  assertEquals(await test.rows("SELECT * FROM prices"), []);
  const repaired = await done(test, "MSCK REPAIR TABLE prices");
  assertEquals(repaired.rows[0], [
    "Partitions not in metastore:\tprices:dt=2024-01-01\tprices:dt=2024-01-02",
  ]);
  assertEquals(repaired.rows[1], ["Repair: Added partition to metastore prices:dt=2024-01-01"]);
  assertEquals((await done(test, "MSCK REPAIR TABLE prices")).rows, []);
  await done(
    test,
    "ALTER TABLE prices ADD IF NOT EXISTS PARTITION (dt='2024-01-02') PARTITION (dt='x') LOCATION 's3://data/elsewhere/'",
  );
  assertEquals(await test.rows("SELECT * FROM prices ORDER BY close"), [
    ["HSI", "1.0", "2024-01-01"],
    ["NYA", "2.0", "2024-01-02"],
    ["N225", "3.0", "x"],
  ]);
  assertEquals((await done(test, "SHOW PARTITIONS prices")).rows, [
    ["dt=2024-01-01"],
    ["dt=2024-01-02"],
    ["dt=x"],
  ]);
  await done(test, "ALTER TABLE prices PARTITION (dt='x') RENAME TO PARTITION (dt='y')");
  await done(
    test,
    "ALTER TABLE prices DROP PARTITION (dt='2024-01-01'), PARTITION (dt='2024-01-02')",
  );
  assertEquals(await test.rows("SELECT dt FROM prices"), [["y"]]);
  await done(test, "DROP TABLE prices");
  assertEquals((await test.run("DROP TABLE prices")).state, "FAILED");
  await done(test, "DROP TABLE IF EXISTS prices");
  // The objects of an external table stay.
  assertEquals(test.store.head("data", "prices/dt=2024-01-01/a")?.size, 26);
});

Deno.test("SHOW and DESCRIBE give Hive's columns of text", async () => {
  await using test = await testAthena();
  await done(test, TABLE);
  const described = await done(test, "DESCRIBE prices");
  const pad = (...texts: string[]) => texts.map((text) => text.padEnd(20)).join("\t");
  // Recorded of the service: a row is one value, and a JSON SerDe tells the columns itself.
  assertEquals(described.rows, [
    [pad("index", "string", "symbol")],
    [pad("close", "double", "from deserializer")],
    [pad("dt", "string", "")],
    ["\t \t "],
    ["# Partition Information\t \t "],
    ["# col_name            \tdata_type           \tcomment             "],
    ["\t \t "],
    [pad("dt", "string", "")],
  ]);
  assertEquals(described.types, ["string", "string", "string"]);
  assertEquals(described.execution.StatementType, "UTILITY");
  assertEquals(
    new TextDecoder().decode(await test.store.read("out", `results/${described.id}.txt`)),
    described.rows.map(([line]) => line).join("\n"),
  );
  assertEquals((await done(test, "SHOW COLUMNS IN prices")).rows.map(([c]) => c!.trim()), [
    "index",
    "close",
    "dt",
  ]);
  assertEquals((await done(test, "SHOW TABLES IN db 'pri*'")).rows, [["prices"]]);
  assertEquals((await done(test, "SHOW DATABASES")).rows, [["db"], ["default"]]);
  for (const [like, names] of [["d.*", ["db", "default"]], ["db*", ["db"]], ["d*", []]] as const) {
    const { rows } = await done(test, `SHOW DATABASES LIKE '${like}'`);
    assertEquals(rows, names.map((name) => [name]));
  }
  assertEquals((await done(test, "SHOW DATABASES LIKE '*'")).rows, [["db"], ["default"]]);
  const wrong = await test.run("SHOW DATABASES LIKE '*b'");
  assertStringIncludes(wrong.reason!, "Dangling meta character '*' near index 0");
  assertEquals(wrong.execution.Status.AthenaError.ErrorType, 1006);
  assertEquals(
    new TextDecoder().decode(await test.store.read("out", `results/${wrong.id}.txt`)),
    wrong.reason,
  );
  assertEquals((await done(test, "SHOW TBLPROPERTIES prices('classification')")).rows, [["json"]]);
  const created = (await done(test, "SHOW CREATE TABLE prices")).rows.map(([line]) => line).join(
    "\n",
  );
  assertStringIncludes(created, "CREATE EXTERNAL TABLE `prices`(");
  assertStringIncludes(created, "`close` double COMMENT 'from deserializer')");
  const qualified = await done(test, "SHOW CREATE TABLE db.prices");
  assertEquals(qualified.rows[0], ["CREATE EXTERNAL TABLE `db.prices`("]);
  assertEquals(qualified.types, ["string"]);
  const properties = await done(test, "SHOW TBLPROPERTIES prices");
  assertEquals(properties.types, ["string", "string"]);
  assertEquals(properties.rows[0], ["EXTERNAL\tTRUE"]);
  assertStringIncludes(created, "LOCATION\n  's3://data/prices'");
  await done(test, "ALTER TABLE prices ADD COLUMNS (volume bigint)");
  await done(test, "ALTER TABLE prices CHANGE COLUMN close close decimal(10,2)");
  assertEquals(
    test.catalog.table("db", "prices")?.StorageDescriptor?.Columns?.[1]?.Type,
    "decimal(10,2)",
  );
  // The reference of ALTER TABLE CHANGE COLUMN: `[FIRST|AFTER column_name]`.
  const order = () =>
    test.catalog.table("db", "prices")?.StorageDescriptor?.Columns?.map((c) => c.Name);
  await done(test, "ALTER TABLE prices CHANGE COLUMN volume traded int AFTER index");
  assertEquals(order(), ["index", "traded", "close"]);
  await done(test, "ALTER TABLE prices CHANGE close close double COMMENT 'last' FIRST");
  assertEquals(order(), ["close", "index", "traded"]);
  for (
    const [sql, told] of [
      ["CHANGE close close double AFTER nope", "Invalid column reference nope"],
      ["CHANGE close index double", "Duplicate column name: index"],
    ]
  ) assertStringIncludes((await test.run(`ALTER TABLE prices ${sql}`)).reason!, told!);
  await done(test, "ALTER TABLE prices SET TBLPROPERTIES ('a'='b')");
  assertEquals(test.catalog.table("db", "prices")?.Parameters?.["a"], "b");
  assertEquals(test.catalog.table("db", "prices")?.StorageDescriptor?.Columns?.length, 3);
});

Deno.test("databases: made, altered, dropped with what is in them", async () => {
  await using test = await testAthena();
  await done(test, "CREATE SCHEMA IF NOT EXISTS other COMMENT 'x' LOCATION 's3://data/other/'");
  await done(test, "ALTER DATABASE other SET DBPROPERTIES ('k'='v')");
  assertEquals(test.catalog.database("other")?.Parameters, { k: "v" });
  await done(test, TABLE.replace("`prices`", "other.prices"));
  assertStringIncludes((await test.run("DROP DATABASE other")).reason!, "is not empty");
  await done(test, "DROP DATABASE other CASCADE");
  assertEquals(test.catalog.database("other"), undefined);
});

Deno.test("views are kept as Athena keeps them, and columns have their declared types", async () => {
  await using test = await testAthena();
  await done(test, "CREATE VIEW v AS SELECT 1 AS a, 'x' AS B");
  assertEquals((await test.run("CREATE VIEW v AS SELECT 2 AS a")).state, "FAILED");
  const table = test.catalog.table("db", "v")!;
  assertEquals(table.TableType, "VIRTUAL_VIEW");
  const text = table.ViewOriginalText!;
  const view = JSON.parse(atob(text.slice("/* Presto View: ".length, -" */".length)));
  assertEquals(view.originalSql, "SELECT 1 AS a, 'x' AS B");
  assertEquals(view.columns, [{ name: "a", type: "integer" }, { name: "b", type: "varchar" }]);
  assertEquals(await test.rows("SELECT b, a + 1 FROM db.v"), [["x", "2"]]);
  await done(test, "CREATE OR REPLACE VIEW v AS SELECT 2 AS a");
  assertEquals((await done(test, "SHOW CREATE VIEW v")).rows, [["CREATE VIEW db.v AS"], [
    "SELECT 2 AS a",
  ]]);
  assertEquals((await done(test, "SHOW VIEWS")).rows, [["v"]]);
  assertEquals((await done(test, "DESCRIBE v")).rows, [["a\tinteger"]]);
  await done(test, "DROP VIEW v");
  assertStringIncludes((await test.run("SELECT * FROM v")).reason!, "TABLE_NOT_FOUND");
});

Deno.test("CTAS, INSERT INTO and UNLOAD write objects that are read back as they were", async () => {
  await using test = await testAthena();
  const select = `SELECT 1 AS a, 1.5e0 AS d, 'x,"y' AS s, DATE '2024-01-31' AS day,
    TIMESTAMP '2024-01-31 10:00:00.123' AS ts, DECIMAL '1.50' AS dec, true AS b, 'p1' AS part`;
  const row = ["1", "1.5", 'x,"y', "2024-01-31", "2024-01-31 10:00:00.123", "1.50", "true", "p1"];
  for (const format of ["PARQUET", "JSON", "TEXTFILE"]) {
    const name = format.toLowerCase();
    const made = await done(
      test,
      `CREATE TABLE ${name} WITH (format='${format}', partitioned_by=ARRAY['part']) AS ${select}`,
    );
    assertEquals(made.execution.StatementType, "DDL");
    assertEquals(await test.rows(`SELECT * FROM ${name}`), [row]);
    const inserted = await done(
      test,
      `INSERT INTO ${name} ${select.replace("'p1'", "'p2'")} UNION ALL ${select}`,
    );
    const results = await test.call("GetQueryResults", { QueryExecutionId: inserted.id });
    assertEquals(results.UpdateCount, 2);
    assertEquals(results.ResultSet.Rows, []);
    assertEquals(results.ResultSet.ResultSetMetadata.ColumnInfo[0].Name, "rows");
    const location = (answer: typeof made) =>
      answer.execution.ResultConfiguration.OutputLocation.slice("s3://out/results/".length);
    assertEquals(location(made), `tables/${made.id}`);
    assertEquals(location(inserted), inserted.id);
    assertEquals(await test.rows(`SELECT count(*), max(part), sum(dec) FROM ${name}`), [[
      "3",
      "p2",
      "4.50",
    ]]);
    assertEquals((await done(test, `SHOW PARTITIONS ${name}`)).rows, [["part=p1"], ["part=p2"]]);
  }
  const exists = await test.run("CREATE TABLE json AS SELECT 1 AS a");
  assertStringIncludes(exists.reason!, "already exists");
  const mismatch = await test.run(
    "INSERT INTO json VALUES ('x', 1e0, 's', DATE '2024-01-01', TIMESTAMP '2024-01-01 00:00:00', 1.50, true, 'p')",
  );
  assertStringIncludes(mismatch.reason!, "TYPE_MISMATCH: Insert query has mismatched column types");
  await done(
    test,
    "UNLOAD (SELECT a, s FROM json) TO 's3://data/unloaded/' WITH (format='JSON', compression='NONE')",
  );
  const [object] = [...test.store.list("data", { prefix: "unloaded/" })];
  const text = new TextDecoder().decode(await test.store.read("data", object!.key));
  assertEquals(text.split("\n")[0], '{"a":1,"s":"x,\\"y"}');
  assertStringIncludes(
    (await test.run("UNLOAD (SELECT 1 AS a) TO 's3://data/unloaded/' WITH (format='JSON')"))
      .reason!,
    "HIVE_PATH_ALREADY_EXISTS",
  );
  assertStringIncludes(
    (await test.run("DELETE FROM json WHERE a = 1")).reason!,
    "NOT_SUPPORTED: Modifying Hive table rows",
  );
});

Deno.test("CTAS into buckets: an object for each, none of them empty, and no INSERT after it", async () => {
  await using test = await testAthena();
  const made = await done(
    test,
    `CREATE TABLE b WITH (format='PARQUET', external_location='s3://data/b/', partitioned_by=ARRAY['p'],
      bucketed_by=ARRAY['k'], bucket_count=4) AS
      SELECT k, k % 2 AS p FROM UNNEST(sequence(1, 100)) AS t(k)`,
  );
  const keys = [...test.store.list("data", { prefix: "b/" })].map((object) => object.key);
  const buckets = keys.map((key) =>
    /^b\/p=([01])\/.*_bucket-0000([0-3])$/.exec(key)?.slice(1).join()
  );
  assertEquals(new Set(buckets).size, keys.length);
  assertEquals(buckets.every((bucket) => bucket !== undefined), true);
  assertEquals(await test.rows("SELECT count(DISTINCT k), sum(k) FROM b"), [["100", "5050"]]);
  // A value is in one bucket alone.
  assertEquals(
    await test.rows('SELECT count(*) FROM b GROUP BY k HAVING count(DISTINCT "$path") > 1'),
    [],
  );
  const descriptor = test.catalog.table("db", "b")?.StorageDescriptor;
  assertEquals([descriptor?.NumberOfBuckets, descriptor?.BucketColumns], [4, ["k"]]);
  const manifest = made.execution.Statistics.DataManifestLocation;
  assertEquals(manifest, `s3://out/results/tables/${made.id}-manifest.csv`);
  const listed = await test.store.read("out", manifest.slice("s3://out/".length));
  assertEquals(new TextDecoder().decode(listed).trim().split("\n").length, keys.length);
  assertStringIncludes((await test.run("INSERT INTO b VALUES (1, 1)")).reason!, "a bucketed table");
  assertStringIncludes(
    (await test.run(
      "CREATE TABLE c WITH (bucketed_by=ARRAY['x'], bucket_count=2) AS SELECT 1 AS k",
    ))
      .reason!,
    "Bucketing columns [x] not present in schema",
  );
});

// https://docs.aws.amazon.com/athena/latest/ug/alter-table-set-tblproperties.html
Deno.test("SET TBLPROPERTIES: a whole number needs no quotes", async () => {
  await using test = await testAthena();
  await test.run("CREATE EXTERNAL TABLE t (a int) STORED AS PARQUET LOCATION 's3://data/t/'");
  const { reason } = await test.run(
    "ALTER TABLE t SET TBLPROPERTIES ('parquet.compression' = 'ZSTD', 'compression_level' = 4)",
  );
  assertEquals(reason, undefined);
  const { rows } = await test.run("SHOW TBLPROPERTIES t('compression_level')");
  assertEquals(rows, [["4"]]);
});
