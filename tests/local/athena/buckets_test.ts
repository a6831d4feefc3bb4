/** Tables that CREATE EXTERNAL TABLE … CLUSTERED BY makes: what is shown of them, and when they are read. */
import { assertEquals, assertMatch } from "@std/assert";
import { type TestAthena, testAthena } from "./harness.ts";

const create = (name: string, clustered: string, folder = name) =>
  `CREATE EXTERNAL TABLE ${name} (k int, v string) ${clustered} ROW FORMAT SERDE
    'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://data/${folder}/'`;

async function made(test: TestAthena, sql: string): Promise<void> {
  assertEquals((await test.run(sql)).reason, undefined, sql);
}

Deno.test("CLUSTERED BY is kept in the catalog, and shown as Hive shows it", async () => {
  await using test = await testAthena();
  await made(test, create("t", "CLUSTERED BY (k, V) INTO 4 BUCKETS"));
  const storage = test.catalog.table("db", "t")!.StorageDescriptor!;
  assertEquals([storage.NumberOfBuckets, storage.BucketColumns], [4, ["k", "v"]]);
  const shown = (await test.run("SHOW CREATE TABLE t")).rows.map(([line]) => line);
  const at = shown.indexOf("CLUSTERED BY ( ");
  assertEquals(shown.slice(at, at + 4), ["CLUSTERED BY ( ", "  k, ", "  v) ", "INTO 4 BUCKETS"]);
  assertEquals(
    (await test.run(create("u", "CLUSTERED BY (z) INTO 4 BUCKETS"))).reason,
    "FAILED: SemanticException [Error 10002]: Invalid column reference",
  );
  assertMatch(
    (await test.run(create("u", "CLUSTERED BY (k) SORTED BY (k ASC) INTO 4 BUCKETS"))).reason!,
    /^NOT_SUPPORTED: line 1:60: SORTED BY is not supported/,
  );
  assertMatch(
    (await test.run("INSERT INTO t VALUES (1, 'x')")).reason!,
    /^NOT_SUPPORTED: line 1:13: INSERT INTO a bucketed table is not supported/,
  );
});

// The engine's own rule, of Trino's Hive connector.
Deno.test("a bucketed table is read where its objects may be those of its buckets", async () => {
  await using test = await testAthena();
  const row = '{"k":1,"v":"x"}\n';
  for (
    const key of [
      "plain/a",
      "plain/b",
      "named/000000_0",
      "named/000003_0_copy_1",
      "engine/20240131_100000_00001_abcde_bucket-00004",
    ]
  ) await test.put(key, row);
  const clustered = (count: number) => `CLUSTERED BY (k) INTO ${count} BUCKETS`;
  await made(test, create("two", clustered(2), "plain"));
  await made(test, create("three", clustered(3), "plain"));
  await made(test, create("named", clustered(4)));
  await made(test, create("engine", clustered(4)));
  assertEquals(await test.rows("SELECT count(*) FROM two"), [["2"]]);
  assertEquals(await test.rows("SELECT count(*) FROM named"), [["2"]]);
  assertEquals(
    (await test.run("SELECT * FROM three")).reason,
    "HIVE_INVALID_BUCKET_FILES: Hive table 'db.three' is corrupt. File 'a' does not match the " +
      "standard naming pattern, and the number of files in the directory (2) does not match the " +
      "declared bucket count (3) for partition: <UNPARTITIONED>",
  );
  assertEquals(
    (await test.run("SELECT * FROM engine")).reason,
    "HIVE_INVALID_BUCKET_FILES: Hive table 'db.engine' is corrupt. The highest bucket number in " +
      "the directory (4) exceeds the bucket number range defined by the declared bucket count (4) " +
      "for partition: <UNPARTITIONED>",
  );
});

// As Athena was recorded to leave a table of its DDL in the Data Catalog.
Deno.test("what CREATE EXTERNAL TABLE leaves in the catalog", async () => {
  await using test = await testAthena();
  await made(test, create("t", ""));
  const table = test.catalog.table("db", "t")!;
  const { Location, SkewedInfo, SortColumns, BucketColumns, NumberOfBuckets } = table
    .StorageDescriptor!;
  assertEquals([table.Owner, table.Retention, table.LastAccessTime], ["hadoop", 0, new Date(0)]);
  assertEquals([Location, NumberOfBuckets, BucketColumns, SortColumns], [
    "s3://data/t",
    -1,
    [],
    [],
  ]);
  assertEquals(SkewedInfo, {
    SkewedColumnNames: [],
    SkewedColumnValues: [],
    SkewedColumnValueLocationMaps: {},
  });
});

// As Athena was recorded to say.
Deno.test("CTAS: a table that is there, a database that is not, a column without a name", async () => {
  await using test = await testAthena();
  await made(test, "CREATE TABLE t AS SELECT 1 AS n");
  const failures: [string, string, number][] = [
    [
      "CREATE TABLE t AS SELECT 1 AS n",
      "TABLE_ALREADY_EXISTS: line 1:1: Destination table 'awsdatacatalog.db.t' already exists",
      1110,
    ],
    [
      "CREATE TABLE Nope.t AS SELECT 1 AS n",
      "Database nope not found. Please check your query",
      1301,
    ],
    [
      "CREATE TABLE u AS VALUES 1",
      "MISSING_COLUMN_NAME: line 1:1: Column name not specified at position 1",
      1100,
    ],
  ];
  for (const [sql, told, type] of failures) {
    const { id, reason, execution } = await test.run(sql);
    assertEquals(
      reason,
      `${told}. You may need to manually clean the data at location ` +
        `'s3://out/results/tables/${id}' before retrying. Athena will not delete data in your account.`,
    );
    const { ErrorType, ErrorCategory, ErrorMessage } = execution.Status.AthenaError;
    assertEquals([ErrorType, ErrorCategory, ErrorMessage], [type, 2, reason]);
  }
});
