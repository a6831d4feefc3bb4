/**
 * Lines of text and JSON as OpenCSVSerde, LazySimpleSerDe, RegexSerDe and the JSON SerDes of Hive and
 * OpenX read them. The answers of `serde_answers.jsonl` are those of Trino 440's Hive connector,
 * whose readers are made to be compatible with Hive's, over the same lines; of OpenX, those that its
 * SerDe (1.3.9) itself gives too.
 */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { cause, jsonTable, testAthena } from "./harness.ts";

interface SerdeAnswer {
  serde: "csv" | "text" | "json" | "openx" | "regex";
  columns: string;
  /** Properties of the SerDe, and of the table. */
  properties?: string;
  table?: string;
  text: string;
  rows?: (string | null)[][];
  /** Trino does not read the lines. */
  fails?: true;
}

const SERDES = {
  csv: "org.apache.hadoop.hive.serde2.OpenCSVSerde",
  text: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
  json: "org.apache.hive.hcatalog.data.JsonSerDe",
  openx: "org.openx.data.jsonserde.JsonSerDe",
  regex: "org.apache.hadoop.hive.serde2.RegexSerDe",
};

const ANSWERS = fileURLToPath(new URL("./serde_answers.jsonl", import.meta.url));

function answersOf(fails: boolean): SerdeAnswer[] {
  return Deno.readTextFileSync(ANSWERS).trim().split("\n")
    .map((line) => JSON.parse(line) as SerdeAnswer)
    .filter((answer) => (answer.fails ?? false) === fails);
}

function definition(name: string, { serde, columns, properties, table }: SerdeAnswer): string {
  return `CREATE EXTERNAL TABLE ${name} (${columns}) ROW FORMAT SERDE '${SERDES[serde]}'` +
    (properties ? ` WITH SERDEPROPERTIES (${properties})` : "") +
    ` LOCATION 's3://data/${name}/'` + (table ? ` TBLPROPERTIES (${table})` : "");
}

Deno.test("lines are read as Hive's SerDes read them", async () => {
  await using test = await testAthena();
  const groups = Map.groupBy(answersOf(false), (answer) => definition("t", answer));
  for (const [i, answers] of [...groups.values()].entries()) {
    await create(test, definition(`t${i}`, answers[0]!));
    for (const [n, { text }] of answers.entries()) await test.put(`t${i}/${n}.txt`, text);
    const rows = Map.groupBy(await test.rows(`SELECT "$path", * FROM t${i}`), ([path]) => path);
    for (const [n, { text, rows: expected }] of answers.entries()) {
      const found = rows.get(`s3://data/t${i}/${n}.txt`)?.map(([, ...values]) => values);
      assertEquals(found, expected, `${answers[0]!.columns}: ${text}`);
    }
  }
});

Deno.test("lines that Hive's SerDes do not read fail", async () => {
  await using test = await testAthena();
  const wrong: unknown[] = [];
  for (const [i, answer] of answersOf(true).entries()) {
    await create(test, definition(`t${i}`, answer));
    await test.put(`t${i}/a.txt`, answer.text);
    const { reason } = await test.run(`SELECT * FROM t${i}`);
    if (!/^HIVE_(BAD_DATA|CURSOR_ERROR): /.test(reason ?? "")) wrong.push({ ...answer, reason });
  }
  assertEquals(wrong, []);
});

async function create(test: Awaited<ReturnType<typeof testAthena>>, sql: string): Promise<void> {
  assertEquals((await test.run(sql)).reason, undefined);
}

Deno.test("RegexSerDe: an expression that is none, or cannot be followed, fails, and nothing is written", async () => {
  await using test = await testAthena();
  const table = (name: string, properties: string) =>
    create(
      test,
      `CREATE EXTERNAL TABLE ${name} (a string, b string) ROW FORMAT SERDE '${SERDES.regex}'
      WITH SERDEPROPERTIES (${properties}) LOCATION 's3://data/r/'`,
    );
  await test.put("r/a.txt", "x y\n");
  await table("missing", "'serialization.format'='1'");
  await table("broken", "'input.regex'='(.*) ('");
  await table("java", "'input.regex'='(x++) (y)'");
  const reason = async (name: string) => (await test.run(`SELECT * FROM ${name}`)).reason!;
  assertEquals(
    await reason("missing"),
    'HIVE_CURSOR_ERROR: This table does not have serde property "input.regex"!',
  );
  assertStringIncludes(await reason("broken"), "end pattern with unmatched parenthesis");
  assertEquals(
    await reason("java"),
    "NOT_SUPPORTED: the regular expression '(x++) (y)' is not supported",
  );
  assertEquals(
    cause((await test.run("INSERT INTO java VALUES ('a', 'b')")).reason),
    "NOT_SUPPORTED: INSERT INTO a table of RegexSerDe is not supported",
  );
});

Deno.test("delimited text: the clauses of ROW FORMAT part arrays and maps, but not where there are escapes", async () => {
  await using test = await testAthena();
  const table = (name: string, more: string) =>
    create(
      test,
      `CREATE EXTERNAL TABLE ${name} (symbol string, closes array<double>, tags map<string,string>)
      ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' ${more} COLLECTION ITEMS TERMINATED BY '|'
      MAP KEYS TERMINATED BY ':' LOCATION 's3://data/n/'`,
    );
  await test.put("n/a.csv", "HSI,1.5|2|x,ccy:HKD|src:yahoo\n");
  await table("plain", "");
  await table("escaped", "ESCAPED BY '\\\\'");
  assertEquals(await test.rows("SELECT * FROM plain"), [
    ["HSI", "[1.5, 2.0, null]", "{ccy=HKD, src=yahoo}"],
  ]);
  assertEquals(await test.rows("SELECT symbol FROM escaped"), [["HSI"]]);
  assertEquals(
    (await test.run("SELECT closes FROM escaped")).reason,
    "NOT_SUPPORTED: an array, map or struct in text with ESCAPED BY is not supported",
  );
});

Deno.test("use.null.for.invalid.data: what is none of its column's type is NULL", async () => {
  await using test = await testAthena();
  await test.put("c/a.csv", "x,1,18276\ny,z,\n");
  await create(
    test,
    `CREATE EXTERNAL TABLE c (a string, b int, d date) ROW FORMAT SERDE '${SERDES.csv}'
    LOCATION 's3://data/c/' TBLPROPERTIES ('use.null.for.invalid.data'='true')`,
  );
  assertEquals(await test.rows("SELECT * FROM c"), [["x", "1", "2020-01-15"], ["y", null, null]]);
  jsonTable(test, "j", { a: "int", b: "array<int>" }, {
    serde: { "use.null.for.invalid.data": "TRUE" },
  });
  await test.put("j/a.json", '{"a":"x","b":[1,"y"]}\n{"a":2,"b":[3]}\n');
  assertEquals(await test.rows("SELECT * FROM j"), [[null, null], ["2", "[3]"]]);
});

Deno.test("serialization.last.column.takes.rest: the last column has what is left", async () => {
  await using test = await testAthena();
  await test.put("t/a.txt", "a b c d\n");
  await create(
    test,
    `CREATE EXTERNAL TABLE t (x string, y string) ROW FORMAT SERDE '${SERDES.text}'
    WITH SERDEPROPERTIES ('field.delim'=' ', 'serialization.last.column.takes.rest'='true')
    LOCATION 's3://data/t/'`,
  );
  assertEquals(await test.rows("SELECT * FROM t"), [["a", "b c d"]]);
});

Deno.test("properties that are not followed are refused by their names", async () => {
  await using test = await testAthena();
  for (
    const [property, value] of [
      ["serialization.encoding", "ISO-8859-1"],
      ["skip.footer.line.count", "1"],
      ["timestamp.formats", "yyyy"],
    ]
  ) {
    jsonTable(test, "t", { a: "int" }, { serde: { [property!]: value! } });
    const { reason } = await test.run("SELECT a FROM t");
    assertStringIncludes(reason!, `NOT_SUPPORTED: `);
    assertStringIncludes(reason!, property!);
  }
});

Deno.test("a decimal or a time that its column cannot hold fails as any other value", async () => {
  await using test = await testAthena();
  jsonTable(test, "d", { a: "decimal(5,2)", t: "timestamp" });
  await test.put("d/a.json", '{"a":1.555,"t":"2024-01-31 10:11:12"}\n');
  assertEquals(await test.rows("SELECT * FROM d"), [["1.56", "2024-01-31 10:11:12.000"]]);
  for (const [i, record] of ['{"a":123456}', '{"t":"2024-01-31"}'].entries()) {
    jsonTable(test, `d${i}`, { a: "decimal(5,2)", t: "timestamp" });
    await test.put(`d${i}/a.json`, `${record}\n`);
    assertStringIncludes((await test.run(`SELECT * FROM d${i}`)).reason!, "HIVE_BAD_DATA: ");
  }
});

Deno.test("Parquet by index: columns by their place, where parquet.column.index.access says so", async () => {
  await using test = await testAthena();
  await test.run(
    "CREATE TABLE p WITH (external_location='s3://data/p/') AS SELECT 1 a, 'x' b, 2.5e0 c",
  );
  const made = await test.run(
    `CREATE EXTERNAL TABLE q (c int, a string) ROW FORMAT SERDE
    'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
    WITH SERDEPROPERTIES ('parquet.column.index.access'='true') STORED AS PARQUET
    LOCATION 's3://data/p/'`,
  );
  assertEquals(made.reason, undefined);
  assertEquals(await test.rows("SELECT a, c FROM q"), [["x", "1"]]);
});

// https://docs.aws.amazon.com/athena/latest/ug/updates-and-partitions.html
Deno.test("a partition whose columns do not fit the table's is HIVE_PARTITION_SCHEMA_MISMATCH", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { a: "string", b: "bigint" }, { partitions: { dt: "string" } });
  for (const day of [1, 2]) await test.put(`t/dt=${day}/a.json`, '{"a":1.5,"b":1}\n');
  await test.run("MSCK REPAIR TABLE t");
  const narrow = (a: string, b: string) => {
    const [, second] = [...test.catalog.partitions("db", "t")];
    test.catalog.putPartitions("db", "t", [{
      ...second!,
      StorageDescriptor: {
        ...second!.StorageDescriptor,
        Columns: [{ Name: "x", Type: a }, { Name: "b", Type: b }],
      },
    }]);
  };
  narrow("string", "int");
  assertEquals(await test.rows("SELECT sum(b) FROM t"), [["2"]]);
  narrow("double", "bigint");
  assertEquals(
    (await test.run("SELECT b FROM t")).reason,
    "HIVE_PARTITION_SCHEMA_MISMATCH: There is a mismatch between the table and partition schemas. " +
      "The types are incompatible and cannot be coerced. The column 'a' in table 'db.t' is " +
      "declared as type 'string', but partition 'dt=2' declared column 'x' as type 'double'.",
  );
  assertEquals(await test.rows("SELECT b FROM t WHERE dt = '1'"), [["1"]]);
});
