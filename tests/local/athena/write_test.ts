/** What CTAS, INSERT INTO and UNLOAD write, and what they refuse. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { cause, jsonTable, testAthena } from "./harness.ts";

Deno.test("partitions by times, decimals, doubles and NULL: no row is lost", async () => {
  await using test = await testAthena();
  const keys = {
    timestamp: ["TIMESTAMP '2024-01-01 10:00:00'", "x=2024-01-01 10%3A00%3A00.000"],
    decimal: ["DECIMAL '1.50'", "x=1.5"],
    hundred: ["DECIMAL '100'", "x=100"],
    double: ["1e10", "x=1.0E10"],
    date: ["DATE '2024-01-31'", "x=2024-01-31"],
    boolean: ["true", "x=true"],
    text: ["'a/b %=é'", "x=a%2Fb %25%3Dé"],
    empty: ["CAST(NULL AS bigint)", "x=__HIVE_DEFAULT_PARTITION__"],
  };
  for (const [name, [key, folder]] of Object.entries(keys)) {
    const made = await test.run(
      `CREATE TABLE ${name} WITH (partitioned_by=ARRAY['x']) AS SELECT 1 AS a, ${key} AS x`,
    );
    assertEquals(made.reason, undefined);
    assertEquals((await test.run(`SHOW PARTITIONS ${name}`)).rows, [[folder!]], name);
    assertEquals(await test.rows(`SELECT * FROM ${name}`), await test.rows(`SELECT 1, ${key}`));
  }
});

Deno.test("JSON: NaN and Infinity are read back, inside arrays and rows too", async () => {
  await using test = await testAthena();
  const select = "SELECT nan() a, ARRAY[infinity(), 1.5e0, NULL] b, CAST(ROW(-infinity(), 1) AS " +
    "ROW(x double, y integer)) c, CAST(NULL AS real) d, -0e0 e";
  const made = await test.run(`CREATE TABLE t WITH (format='JSON') AS ${select}`);
  assertEquals(made.reason, undefined);
  assertEquals(await test.rows("SELECT * FROM t"), [[
    "NaN",
    "[Infinity, 1.5, null]",
    "{x=-Infinity, y=1}",
    null,
    "-0.0",
  ]]);
});

Deno.test("CTAS and UNLOAD: properties that cannot be followed", async () => {
  await using test = await testAthena();
  const failures = {
    "CREATE TABLE t WITH (partitioned_by=ARRAY['a']) AS SELECT 1 a":
      "INVALID_TABLE_PROPERTY: Table contains only partition columns",
    "CREATE TABLE t WITH (partitioned_by=ARRAY['z']) AS SELECT 1 a, 2 b":
      "INVALID_TABLE_PROPERTY: Partition columns [z] not present in schema",
    "CREATE TABLE t WITH (partitioned_by=ARRAY['a']) AS SELECT 1 a, 2 b":
      "HIVE_COLUMN_ORDER_MISMATCH: Partition keys must be the last columns in the table and in the " +
      "same order as the table properties: [a]",
    "CREATE TABLE t WITH (format='TEXTFILE', field_delimiter='||') AS SELECT 1 a, 2 b":
      "INVALID_TABLE_PROPERTY: The property field_delimiter must be a single character: '||'",
    "UNLOAD (SELECT 1 a) TO 's3://out/u/' WITH (format='JSON', bucketed_by=ARRAY['a'])":
      "NOT_SUPPORTED: the property bucketed_by is not supported",
    "UNLOAD (SELECT 1 a) TO 's3://out/u/' WITH (format='JSON', partitioned_by=ARRAY['a'])":
      "INVALID_TABLE_PROPERTY: Table contains only partition columns",
    "UNLOAD (SELECT 1 a) TO 's3://out/u/' WITH (format='JSON', compression_level=4)":
      "NOT_SUPPORTED: compression_level of gzip is not supported",
    "UNLOAD (SELECT 1 a) TO 's3://out/u/' WITH (format='JSON', compression='ZSTD', compression_level='x')":
      "INVALID_TABLE_PROPERTY: The property compression_level must be a whole number from 1 to 22: 'x'",
    "CREATE TABLE t WITH (table_type='ICEBERG', location='s3://out/i/', is_external=false) AS SELECT 1 a":
      "NOT_SUPPORTED: the table_type ICEBERG is not supported",
  };
  for (const [sql, reason] of Object.entries(failures)) {
    assertEquals(cause((await test.run(sql)).reason), reason);
  }
});

// https://docs.aws.amazon.com/athena/latest/ug/compression-support-zstd-levels.html
Deno.test("compression_level: ZSTD works as hard as it is told to", async () => {
  await using test = await testAthena();
  const size = async (format: string, level: number | string) => {
    const name = `${format}_${Number(`${level}`.replaceAll("'", ""))}`.toLowerCase();
    const { reason } = await test.run(
      `CREATE TABLE ${name} WITH (format='${format}', write_compression='ZSTD',
        compression_level=${level}, external_location='s3://data/${name}/')
      AS SELECT x, x * x % 1009 AS y, to_hex(md5(to_utf8(CAST(x % 97 AS varchar)))) AS z
      FROM UNNEST(sequence(1, 5000)) t(x)`,
    );
    assertEquals(reason, undefined);
    assertEquals(await test.rows(`SELECT count(*), sum(x) FROM ${name}`), [["5000", "12502500"]]);
    return [...test.store.list("data", { prefix: `${name}/` })].reduce((sum, o) => sum + o.size, 0);
  };
  for (const format of ["PARQUET", "TEXTFILE"]) {
    assertEquals(await size(format, "'19'") < await size(format, 1), true, format);
  }
});

// Which types a column takes was asked of Trino 440 with a table of varchar(3), integer and double.
Deno.test("INSERT INTO takes types that have one in common with the column's, and cuts no text", async () => {
  await using test = await testAthena();
  await test.run("CREATE TABLE t WITH (format='JSON') AS SELECT 'abc' v, 1 i, 1.5e0 d");
  for (
    const values of ["'de ', BIGINT '2', DECIMAL '2.5'", "'fg   ', NULL, NULL", "NULL, 3, REAL '1'"]
  ) {
    assertEquals((await test.run(`INSERT INTO t SELECT ${values}`)).reason, undefined);
  }
  assertEquals(await test.rows("SELECT * FROM t ORDER BY i NULLS LAST"), [
    ["abc", "1", "1.5"],
    ["de ", "2", "2.5"],
    [null, "3", "1.0"],
    ["fg ", null, null],
  ]);
  const failures = {
    "(v) SELECT 'abcd'":
      "INVALID_CAST_ARGUMENT: Cannot truncate non-space characters when casting from varchar(4) " +
      "to varchar(3) on INSERT",
    "(v) SELECT CAST('abcd' AS varchar)":
      "INVALID_CAST_ARGUMENT: Cannot truncate non-space characters when casting from varchar to " +
      "varchar(3) on INSERT",
    "(v) SELECT 1":
      "TYPE_MISMATCH: line 1:1: Insert query has mismatched column types: Table: [varchar(3)], " +
      "Query: [integer]",
    "SELECT 'a'":
      "TYPE_MISMATCH: line 1:1: Insert query has mismatched column types: Table: [varchar(3), " +
      "integer, double], Query: [varchar(1)]",
    "(i, I) SELECT 1, 2":
      "DUPLICATE_COLUMN_NAME: line 1:1: Insert column name is specified more than once: i",
  };
  for (const [rest, reason] of Object.entries(failures)) {
    const got = cause((await test.run(`INSERT INTO t ${rest}`)).reason) ?? "";
    assertEquals(got.replace(/line \d+:\d+: /, ""), reason.replace(/line \d+:\d+: /, ""));
  }
  assertStringIncludes(
    (await test.run("INSERT INTO t (i) SELECT 3000000000")).reason!,
    "Out of range for integer",
  );
});

Deno.test("INSERT INTO a table whose location template would not read the rows is refused", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "int" }, {
    partitions: { k: "string" },
    properties: {
      "projection.enabled": "true",
      "projection.k.type": "enum",
      "projection.k.values": "x",
      "storage.location.template": "s3://data/t/${k}/",
    },
  });
  assertEquals(
    cause((await test.run("INSERT INTO t VALUES (1, 'x')")).reason),
    "NOT_SUPPORTED: INSERT INTO a table with storage.location.template is not supported",
  );
});
