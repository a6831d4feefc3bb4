import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { jsonTable, testAthena } from "./harness.ts";

Deno.test("objects that are hidden, empty, or the location itself give no rows", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" });
  await test.put("t/_hidden", '{"a":1}\n');
  await test.put("t/.tmp/x", '{"a":1}\n');
  await test.put("t/empty", "");
  await test.put("t/deep/er/x", '{"a":2}\n');
  assertEquals(await test.rows("SELECT a FROM t"), [["2"]]);
  const table = test.catalog.table("db", "t")!;
  test.catalog.putTable({
    ...table,
    StorageDescriptor: { ...table.StorageDescriptor, Location: "s3://data/t/deep/er/x" },
  });
  assertEquals(await test.rows("SELECT a FROM t"), []);
});

Deno.test("partition columns prune, through views and named queries too, and keep their type", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" }, { partitions: { dt: "string", hour: "int" } });
  for (const [dt, hour] of [["2024-01-01", "9"], ["2024-01-01", "10"], ["2024-01-02", "9"]]) {
    const location = `t/dt=${dt}/hour=${hour}/`;
    await test.put(`${location}x.jsonl`, `{"a":${hour}}\n`);
    const { StorageDescriptor } = test.catalog.table("db", "t")!;
    test.catalog.putPartitions("db", "t", [{
      Values: [dt!, hour!],
      StorageDescriptor: { ...StorageDescriptor, Location: `s3://data/${location}` },
    }]);
  }
  const size = '{"a":9}\n'.length;
  const bytes = async (sql: string) => (await test.run(sql)).bytes;
  assertEquals((await test.run("SELECT dt, hour FROM t LIMIT 1")).types, ["varchar", "integer"]);
  assertEquals(await bytes("SELECT * FROM t"), 3 * size + 1);
  assertEquals(await bytes("SELECT * FROM t WHERE dt = '2024-01-02'"), size);
  assertEquals(await bytes("SELECT * FROM t WHERE hour > 9 AND a > 0"), size + 1);
  assertEquals(
    await bytes("SELECT * FROM t WHERE dt LIKE '2024-01-02' OR hour = 10"),
    2 * size + 1,
  );
  // Of alternatives, what they say of the partition columns.
  assertEquals(
    await bytes("SELECT * FROM t WHERE (dt = '2024-01-02' AND a > 0) OR (hour = 10 AND a > 1)"),
    2 * size + 1,
  );
  assertEquals(
    await bytes("SELECT * FROM t WHERE (dt = '2024-01-02' AND a > 0) OR a = 10"),
    3 * size + 1,
  );
  assertEquals(
    await test.rows("SELECT a FROM t WHERE (dt = '2024-01-02' AND a > 9) OR (hour = 10 AND a > 1)"),
    [["10"]],
  );
  assertEquals(
    await bytes("WITH q AS (SELECT a, dt AS d FROM t) SELECT * FROM q WHERE d IN ('2024-01-02')"),
    size,
  );
  await test.run("CREATE VIEW v AS SELECT * FROM t WHERE a > 0");
  assertEquals(await bytes("SELECT count(*) FROM v WHERE dt = '2024-01-02'"), size);
  assertEquals(
    await bytes(
      "SELECT * FROM t x LEFT JOIN t y ON x.a = y.a AND y.dt = '2024-01-02' WHERE x.hour = 10",
    ),
    2 * size + 1,
  );
  // A limit before the condition: every row may count.
  assertEquals(
    await bytes("SELECT * FROM (SELECT * FROM t LIMIT 1) WHERE dt = '2024-01-02'"),
    3 * size + 1,
  );
  assertEquals(await test.rows("SELECT hour + 1, dt FROM t WHERE a = 10"), [["11", "2024-01-01"]]);
  assertEquals(await test.rows(`SELECT DISTINCT "$path" FROM t WHERE dt = '2024-01-02'`), [
    ["s3://data/t/dt=2024-01-02/hour=9/x.jsonl"],
  ]);
});

// Trino's documentation, "Hive connector", "Table special columns".

Deno.test("hidden columns tell of the objects that rows come from", async () => {
  await using test = await testAthena();
  const before = Math.floor(Date.now() / 1000) * 1000;
  jsonTable(test, "t", { a: "int" }, { partitions: { dt: "string", city: "string" } });
  await test.put("t/dt=2024-01-31/city=a%3Ab/x.json", '{"a":1}\n{"a":2}\n');
  await test.put("t/dt=2024-02-01/city=c/y.json.gz", '{"a":3}\n');
  await test.run("MSCK REPAIR TABLE t");
  const sql =
    `SELECT a, "$partition", "$path", "$file_size", "$file_modified_time" FROM t ORDER BY a`;
  const { rows: [names, ...rows], types } = await test.run(sql);
  assertEquals(names, ["a", "$partition", "$path", "$file_size", "$file_modified_time"]);
  assertEquals(types, ["integer", "varchar", "varchar", "bigint", "timestamp with time zone"]);
  const size = String(test.store.head("data", "t/dt=2024-02-01/city=c/y.json.gz")!.size);
  const first = ["dt=2024-01-31/city=a%3Ab", "s3://data/t/dt=2024-01-31/city=a%3Ab/x.json", "16"];
  assertEquals(rows.map((row) => row.slice(0, 4)), [
    ["1", ...first],
    ["2", ...first],
    ["3", "dt=2024-02-01/city=c", "s3://data/t/dt=2024-02-01/city=c/y.json.gz", size],
  ]);
  for (const [, , , , modified] of rows) {
    assertMatch(modified!, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.000 UTC$/);
    const time = Date.parse(modified!.replace(" UTC", "Z"));
    assertEquals(time >= before && time <= Date.now(), true, modified!);
  }
  assertEquals(
    await test.rows(
      `SELECT count(*) FROM t WHERE "$file_modified_time" > now() - INTERVAL '1' HOUR`,
    ),
    [["3"]],
  );
  // A table without partitions has no column that names them.
  jsonTable(test, "u", { a: "int" });
  const { reason } = await test.run('SELECT "$partition" FROM u');
  assertStringIncludes(
    reason!,
    "COLUMN_NOT_FOUND: line 1:8: Column '$partition' cannot be resolved",
  );
  assertEquals(await test.rows('SELECT "$path" FROM u'), []);
});

Deno.test("partition projection: enum, integer, date and injected", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" }, {
    partitions: { dt: "string", hour: "string", region: "string" },
    properties: {
      "projection.enabled": "true",
      "projection.dt.type": "date",
      "projection.dt.range": "2024-01-01,2024-01-03",
      "projection.dt.format": "yyyy-MM-dd",
      "projection.hour.type": "integer",
      "projection.hour.range": "0,23",
      "projection.hour.digits": "2",
      "projection.region.type": "enum",
      "projection.region.values": "eu,us",
      "storage.location.template": "s3://data/t/${region}/${dt}/${hour}/",
    },
  });
  await test.put("t/eu/2024-01-02/07/x", '{"a":1}\n');
  await test.put("t/us/2024-01-03/23/x", '{"a":2}\n');
  await test.put("t/us/2024-02-01/23/x", '{"a":3}\n');
  assertEquals(await test.rows("SELECT * FROM t ORDER BY a"), [
    ["1", "2024-01-02", "07", "eu"],
    ["2", "2024-01-03", "23", "us"],
  ]);
  assertEquals((await test.run("SELECT a FROM t WHERE region = 'us'")).bytes, 8);
  jsonTable(test, "i", { a: "int" }, {
    partitions: { id: "string" },
    properties: { "projection.enabled": "true", "projection.id.type": "injected" },
  });
  await test.put("i/id=k1/x", '{"a":1}\n');
  assertEquals(await test.rows("SELECT a, id FROM i WHERE id = 'k1'"), [["1", "k1"]]);
  assertStringIncludes((await test.run("SELECT a FROM i")).reason!, "CONSTRAINT_VIOLATION");
});

Deno.test("delimited text: missing fields and what is no number are NULL, headers are skipped", async () => {
  await using test = await testAthena();
  await test.put("t/a.csv", 'name,n,x\r\n"q",1,1.5\nb,two,\\N\nc\n\n');
  await test.run(
    `CREATE EXTERNAL TABLE t (name string, n int, x double) ROW FORMAT DELIMITED
    FIELDS TERMINATED BY ',' LOCATION 's3://data/t' TBLPROPERTIES ('skip.header.line.count'='1')`,
  );
  assertEquals(await test.rows("SELECT * FROM t"), [
    ['"q"', "1", "1.5"],
    ["b", null, null],
    ["c", null, null],
    ["", null, null],
  ]);
});

Deno.test("OpenCSVSerde: quotes, and an error for what is no number", async () => {
  await using test = await testAthena();
  await test.put("t/a.csv", '"a, ""b""",1\nplain,2\n');
  await test.run(
    `CREATE EXTERNAL TABLE t (name string, n int) ROW FORMAT SERDE
    'org.apache.hadoop.hive.serde2.OpenCSVSerde' LOCATION 's3://data/t/'`,
  );
  assertEquals(await test.rows("SELECT name, n FROM t"), [['a, "b"', "1"], ["plain", "2"]]);
  // The example of AWS's documentation of OpenCSVSerde; Hive's strings have escapes.
  for (const [i, q] of ["'", '"'].entries()) {
    const made = await test.run(
      `CREATE EXTERNAL TABLE u${i} (name string, n int) ROW FORMAT SERDE
      'org.apache.hadoop.hive.serde2.OpenCSVSerde' WITH SERDEPROPERTIES (${q}separatorChar${q} = ${q},${q},
      ${q}quoteChar${q} = ${q}\\"${q}, ${q}escapeChar${q} = ${q}\\\\${q}) LOCATION 's3://data/t/'`,
    );
    assertEquals(made.reason, undefined);
    assertEquals(await test.rows(`SELECT name, n FROM u${i}`), [['a, "b"', "1"], ["plain", "2"]]);
    assertEquals(test.catalog.table("db", `u${i}`)?.StorageDescriptor?.SerdeInfo?.Parameters, {
      "serialization.format": "1",
      separatorChar: ",",
      quoteChar: '"',
      escapeChar: "\\",
    });
  }
  await test.put("tabs/a.tsv", "it's a\t1\n");
  const tabs = await test.run(
    String.raw`CREATE EXTERNAL TABLE tabs (name string COMMENT 'it\'s', n int) ROW FORMAT SERDE
    'org.apache.hadoop.hive.serde2.OpenCSVSerde' WITH SERDEPROPERTIES ('separatorChar'='\t',
    'quoteChar'='\u0060') LOCATION 's3://data/tabs/'`,
  );
  assertEquals(tabs.reason, undefined);
  assertEquals(await test.rows("SELECT name, n FROM tabs"), [["it's a", "1"]]);
  await test.put("t/b.csv", "x,\n");
  assertStringIncludes((await test.run("SELECT n FROM t")).reason!, "HIVE_BAD_DATA");
  // Only the columns that a query reads are parsed.
  assertEquals(await test.rows("SELECT name FROM t ORDER BY name"), [
    ['a, "b"'],
    ["plain"],
    ["x"],
  ]);
  assertEquals(await test.rows("SELECT count(*) FROM t"), [["3"]]);
});

Deno.test("Parquet: columns by name, only those read are counted, other types are refused", async () => {
  await using test = await testAthena();
  const made = await test.run(
    `CREATE TABLE p WITH (format='PARQUET', external_location='s3://data/p/') AS
    SELECT x AS a, CAST(x AS varchar) || 'abcdefghijklmnop' AS b FROM UNNEST(sequence(1, 5000)) t(x)`,
  );
  assertEquals(made.reason, undefined);
  assertEquals(await test.rows("SELECT sum(a), max(b) FROM p"), [[
    "12502500",
    "9abcdefghijklmnop",
  ]]);
  const one = (await test.run("SELECT sum(a) FROM p")).bytes;
  const both = (await test.run("SELECT sum(a), max(b) FROM p")).bytes;
  assertEquals(one > 0 && one < both, true);
  const table = test.catalog.table("db", "p")!;
  const columns = [{ Name: "b", Type: "int" }, { Name: "nope", Type: "int" }];
  test.catalog.putTable({
    ...table,
    StorageDescriptor: { ...table.StorageDescriptor, Columns: columns },
  });
  assertEquals(await test.rows("SELECT max(nope) FROM p"), [[null]]);
  assertStringIncludes(
    (await test.run("SELECT b FROM p")).reason!,
    "HIVE_BAD_DATA: Field b's type",
  );
});

Deno.test("information_schema describes the catalog", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" }, { partitions: { dt: "string" } });
  assertEquals(
    await test.rows(
      "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'db' ORDER BY ordinal_position",
    ),
    [["a", "integer"], ["dt", "varchar"]],
  );
  assertEquals(await test.rows("SELECT table_name, table_type FROM information_schema.tables"), [
    ["t", "BASE TABLE"],
  ]);
});
