/** DESCRIBE of a column and of a partition, and DESCRIBE FORMATTED, as recorded of Athena. */
import { assertEquals, assertMatch } from "@std/assert";
import { type TestAthena, testAthena } from "./harness.ts";

async function trades(test: TestAthena): Promise<void> {
  for (
    const sql of [
      `CREATE EXTERNAL TABLE trades (Id int COMMENT 'a\tb', note string) PARTITIONED BY (dt string)
      LOCATION 's3://data/trades/' TBLPROPERTIES ('said'='"é')`,
      "ALTER TABLE trades ADD PARTITION (dt='x') LOCATION 's3://data/elsewhere/'",
    ]
  ) assertEquals((await test.run(sql)).reason, undefined);
}

const pad = (...texts: string[]) => texts.map((text) => text.padEnd(20)).join("\t");
const HEADER = `# ${pad("col_name", "data_type", "comment")}`;
const BLANK = "\t \t ";
const COLUMNS = [
  HEADER,
  BLANK,
  `${pad("id", "int")}\ta`,
  pad("note", "string", ""),
  BLANK,
  `# Partition Information${BLANK}`,
  HEADER,
  BLANK,
  pad("dt", "string", ""),
  BLANK,
];
const STORAGE = [
  BLANK,
  `# Storage Information${BLANK}`,
  `${pad("SerDe Library:")}\torg.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe\t `,
  `${pad("InputFormat:")}\torg.apache.hadoop.mapred.TextInputFormat\t `,
  `${pad("OutputFormat:")}\torg.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat\t `,
  `${pad("Compressed:", "No")}\t `,
  `${pad("Num Buckets:", "-1")}\t `,
  `${pad("Bucket Columns:", "[]")}\t `,
  `${pad("Sort Columns:", "[]")}\t `,
  `Storage Desc Params:${BLANK}`,
  `\t${pad("serialization.format", "1")}`,
];
const TIME = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d UTC \d{4}$/;

/** Lines of a result; times of creation, whose form is checked, are left out. */
async function linesOf(test: TestAthena, sql: string): Promise<string[]> {
  const { reason, rows, execution } = await test.run(sql);
  assertEquals([reason, execution.SubstatementType], [undefined, "DESCRIBE_TABLE"]);
  return rows.map(([line]) => {
    const [name, value = ""] = line!.split("\t");
    if (name!.trim() !== "CreateTime:") return line!;
    assertMatch(value, TIME);
    return name!;
  });
}

Deno.test("DESCRIBE FORMATTED: all that the catalog has of a table", async () => {
  await using test = await testAthena();
  await trades(test);
  const ddlTime = test.catalog.table("db", "trades")!.Parameters!["transient_lastDdlTime"]!;
  assertEquals(await linesOf(test, "DESCRIBE FORMATTED db.trades"), [
    ...COLUMNS,
    `# Detailed Table Information${BLANK}`,
    `${pad("Database:", "db")}\t `,
    `${pad("Owner:", "hadoop")}\t `,
    pad("CreateTime:"),
    `${pad("LastAccessTime:", "UNKNOWN")}\t `,
    `${pad("Protect Mode:", "None")}\t `,
    `${pad("Retention:", "0")}\t `,
    `${pad("Location:", "s3://data/trades")}\t `,
    `${pad("Table Type:", "EXTERNAL_TABLE")}\t `,
    `Table Parameters:${BLANK}`,
    `\t${pad("EXTERNAL", "TRUE")}`,
    `\t${pad("said", '\\"\\u00E9')}`,
    `\t${pad("transient_lastDdlTime", ddlTime)}`,
    ...STORAGE,
  ]);
});

Deno.test("DESCRIBE FORMATTED: all that the catalog has of a partition", async () => {
  await using test = await testAthena();
  await trades(test);
  assertEquals(await linesOf(test, "DESCRIBE FORMATTED trades PARTITION (dt='x')"), [
    ...COLUMNS,
    `# Detailed Partition Information${BLANK}`,
    `${pad("Partition Value:", "[x]")}\t `,
    `${pad("Database:", "db")}\t `,
    `${pad("Table:", "trades")}\t `,
    pad("CreateTime:"),
    `${pad("LastAccessTime:", "UNKNOWN")}\t `,
    `${pad("Protect Mode:", "None")}\t `,
    `${pad("Location:", "s3://data/elsewhere/")}\t `,
    ...STORAGE,
  ]);
});

Deno.test("DESCRIBE of a column has the SerDe's word for its comment", async () => {
  await using test = await testAthena();
  await trades(test);
  assertEquals(await linesOf(test, "DESCRIBE trades ID"), [pad("id", "int", "from deserializer")]);
});

Deno.test("DESCRIBE: what is not there, and what is not shown", async () => {
  await using test = await testAthena();
  await trades(test);
  await test.run("CREATE VIEW v AS SELECT 1 AS n");
  const failures: [string, string, number, number][] = [
    [
      "DESCRIBE trades nope",
      "FAILED: Execution Error, return code 1 from org.apache.hadoop.hive.ql.exec.DDLTask. " +
      "cannot find field nope from [0:id, 1:note]",
      1,
      1003,
    ],
    [
      "DESCRIBE FORMATTED db.nope",
      "FAILED: SemanticException [Error 10001]: Table not found nope",
      2,
      1006,
    ],
    [
      "DESCRIBE FORMATTED v",
      "NOT_SUPPORTED: DESCRIBE FORMATTED of a view is not supported",
      2,
      1200,
    ],
    [
      "DESCRIBE FORMATTED trades id",
      "NOT_SUPPORTED: line 1:27: DESCRIBE FORMATTED of a column is not supported",
      2,
      1200,
    ],
    [
      "DESCRIBE EXTENDED trades",
      "NOT_SUPPORTED: line 1:10: DESCRIBE EXTENDED is not supported",
      2,
      1200,
    ],
  ];
  for (const [sql, told, category, type] of failures) {
    const { reason, execution } = await test.run(sql);
    const { ErrorCategory, ErrorType } = execution.Status.AthenaError;
    assertEquals([reason, ErrorCategory, ErrorType], [told, category, type]);
  }
});

// As recorded: what is reported of the statement leaves the database out, which is the context's.
Deno.test("DESCRIBE is reported without the table's database", async () => {
  await using test = await testAthena();
  await trades(test);
  for (const sql of ["DESCRIBE FORMATTED db.trades", "DESC awsdatacatalog . db.trades;"]) {
    const context = { QueryExecutionContext: { Catalog: "AwsDataCatalog" } };
    const { execution } = await test.run(sql, context);
    assertEquals(
      execution.Query,
      sql.startsWith("DESC ") ? "DESC trades" : "DESCRIBE FORMATTED trades",
    );
    assertEquals(execution.QueryExecutionContext, { Catalog: "awsdatacatalog", Database: "db" });
  }
});
