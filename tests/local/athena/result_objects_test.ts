/** The objects that statements leave: names, types of content and descriptions, as recorded of Athena. */
import { assertEquals } from "@std/assert";
import { type TestAthena, testAthena } from "./harness.ts";

const text = new TextEncoder();

/** The bytes of the description of a result, without the id it begins with. */
async function description(test: TestAthena, sql: string): Promise<[string, string, number]> {
  const { execution, reason, id } = await test.run(sql);
  assertEquals(reason, undefined, sql);
  const key = execution.ResultConfiguration.OutputLocation.slice("s3://out/".length) + ".metadata";
  const bytes = await test.store.read("out", key);
  const own = new TextDecoder().decode(bytes.subarray(2, 2 + bytes[1]!));
  assertEquals(bytes[0], 0x0a);
  const kind = own === id ? "execution" : /^\d{8}_\d{6}_\d{5}_\w{5}$/.test(own) ? "engine" : own;
  return [kind, bytes.subarray(2 + bytes[1]!).toHex(), bytes.length];
}

/** A message within another: a field, and the length of what follows. */
const field = (number: number, value: string) => {
  const bytes = text.encode(value);
  return Uint8Array.of(number << 3 | 2, bytes.length, ...bytes).toHex();
};
const column = (name: string, type: string, rest: string) => {
  const inner = field(1, "hive") + field(4, name) + field(5, name) + field(6, type) + rest;
  return `22${(inner.length / 2).toString(16).padStart(2, "0")}${inner}`;
};
const sized = (precision: string, caseSensitive = "00") =>
  `38${precision}40004803` + `50${caseSensitive}`;

Deno.test("what describes a result: by whose id, and how its columns are told of", async () => {
  await using test = await testAthena();
  await test.run("CREATE EXTERNAL TABLE t (n int) LOCATION 's3://data/t/'");
  const rows = column("rows", "bigint", sized("13"));
  const cases: [string, string, string, number][] = [
    // Literals are answered without the engine: an update of no kind.
    [
      "SELECT 1 AS n",
      "execution",
      `12001800${column("n", "integer", sized("0a"))}`,
      73,
    ],
    ["SELECT n FROM t", "engine", column("n", "integer", sized("0a")), 60],
    ["INSERT INTO t SELECT 1", "engine", `${field(2, "INSERT")}1801${rows}`, 75],
    ["CREATE TABLE u AS SELECT 1 AS n", "engine", `${field(2, "CREATE TABLE")}1801${rows}`, 81],
    ["SHOW CREATE TABLE t", "execution", column("createtab_stmt", "string", "4803"), 88],
    [
      "DESCRIBE t",
      "execution",
      ["col_name", "data_type", "comment"].map((name) => column(name, "string", "4803")).join(""),
      152,
    ],
    ["EXPLAIN (TYPE VALIDATE) SELECT 1", "engine", column("Valid", "boolean", "48035000"), 64],
    ["MSCK REPAIR TABLE t", "execution", "", 38],
  ];
  for (const [sql, id, bytes, length] of cases) {
    assertEquals(await description(test, sql), [id, bytes, length], sql);
  }
});

Deno.test("statements have their kinds, names of results and types of content", async () => {
  await using test = await testAthena();
  const cases: [string, string, string, string, string | undefined][] = [
    [
      "CREATE EXTERNAL TABLE t (n int) PARTITIONED BY (p string) LOCATION 's3://data/t/'",
      "DDL",
      "CREATE_TABLE",
      ".txt",
      "binary/octet-stream",
    ],
    ["SELECT 1", "DML", "SELECT", ".csv", "binary/octet-stream"],
    ["SELECT n FROM t", "DML", "SELECT", ".csv", "application/octet-stream"],
    ["SHOW TABLES", "UTILITY", "SHOW_TABLES", ".txt", "binary/octet-stream"],
    ["SHOW CREATE TABLE t", "UTILITY", "SHOW_CREATE_TABLE", ".txt", "application/octet-stream"],
    ["DESCRIBE t", "UTILITY", "DESCRIBE_TABLE", ".txt", "application/octet-stream"],
    ["EXPLAIN SELECT 1", "DML", "EXPLAIN", ".txt", "application/octet-stream"],
    ["MSCK REPAIR TABLE t", "DDL", "MSCK_REPAIR", ".txt", "application/octet-stream"],
    [
      "ALTER TABLE t ADD PARTITION (p='x')",
      "DDL",
      "ALTER_TABLE_ADD_PARTITION",
      ".txt",
      "binary/octet-stream",
    ],
    ["INSERT INTO t SELECT 1, 'x'", "DML", "INSERT", "", undefined],
    ["CREATE VIEW v AS SELECT 1 AS n", "DDL", "CREATE_VIEW", ".txt", "binary/octet-stream"],
    ["DROP VIEW v", "DDL", "DROP_VIEW", ".txt", "binary/octet-stream"],
    ["DROP TABLE t", "DDL", "DROP_TABLE", ".txt", "binary/octet-stream"],
  ];
  for (const [sql, type, kind, ending, contentType] of cases) {
    const { execution, id, reason } = await test.run(sql);
    const { StatementType, SubstatementType, ResultConfiguration } = execution;
    assertEquals(
      [reason, StatementType, SubstatementType, ResultConfiguration.OutputLocation],
      [undefined, type, kind, `s3://out/results/${id}${ending}`],
      sql,
    );
    const found = test.store.head("out", `results/${id}${ending}`);
    assertEquals(found?.contentType, contentType, sql);
  }
});

Deno.test("a failure of Hive's is left as the result, the engine's is not", async () => {
  await using test = await testAthena();
  const hive = await test.run("SHOW PARTITIONS nope");
  const left = await test.store.read("out", `results/${hive.id}.txt`);
  assertEquals(new TextDecoder().decode(left), hive.reason);
  assertEquals(test.store.head("out", `results/${hive.id}.txt.metadata`), undefined);
  const { ResultSet } = await test.call("GetQueryResults", { QueryExecutionId: hive.id });
  assertEquals(ResultSet.Rows ?? [], []);
  const engine = await test.run("SELECT * FROM nope");
  assertEquals(test.store.head("out", `results/${engine.id}.csv`), undefined);
});

Deno.test("MSCK REPAIR TABLE lists what is on one side alone, as Hive does", async () => {
  await using test = await testAthena();
  await test.run(
    "CREATE EXTERNAL TABLE t (n int) PARTITIONED BY (p string) LOCATION 's3://data/t/'",
  );
  const told = async (sql: string) => (await test.run(sql)).rows.map(([line]) => line);
  assertEquals(await told("MSCK REPAIR TABLE t"), ["Tables missing on filesystem:\tt"]);
  assertEquals(await told("MSCK REPAIR TABLE nope"), ["Tables not in metastore:\tnope"]);
  await test.put("t/p=a/x", "1\n");
  await test.run("ALTER TABLE t ADD PARTITION (p='b')");
  assertEquals(await told("MSCK REPAIR TABLE t"), [
    "Partitions not in metastore:\tt:p=a",
    "Partitions missing from filesystem:\tt:p=b",
    "Repair: Added partition to metastore t:p=a",
  ]);
});
