/** Block comments in statements that Athena hands to Hive as they stand, as recorded. */
import { assertEquals } from "@std/assert";
import { jsonTable, testAthena } from "./harness.ts";

const IN_NAME = "cannot recognize input near '/' '*' 'c' in table name";
const FAILURES: [sql: string, told: string, category: number, type: number][] = [
  ["/* c */ SHOW CREATE TABLE t", "line 1:0 cannot recognize input near '/' '*' 'c'", 1, 1003],
  ["/**/ DESCRIBE t", "line 1:0 cannot recognize input near '/' '*' '*'", 1, 1003],
  ["/* 1.5 */ MSCK REPAIR TABLE t", "line 1:0 cannot recognize input near '/' '*' '1.5'", 1, 1003],
  ["/* <= */ DESCRIBE t", "line 1:0 cannot recognize input near '/' '*' '<='", 1, 1003],
  ["-- x\n/* 'a */ DESCRIBE t", "line 2:0 cannot recognize input near '/' '*' 'a'", 1, 1003],
  [
    "show  /* c */ CREATE TABLE t",
    "line 1:5 cannot recognize input near 'show' '/' '*' in ddl statement",
    1,
    1003,
  ],
  [
    "SHOW CREATE\n/* c */ TABLE t",
    "line 2:0 mismatched input '/' expecting TABLE near 'CREATE' in show statement",
    1,
    1003,
  ],
  ["SHOW CREATE TABLE /* c */ t", `line 1:18 ${IN_NAME}`, 1, 1003],
  ["MSCK REPAIR /* c */ TABLE t", "line 1:12 missing EOF at '/' near 'REPAIR'", 1, 1003],
  ["MSCK REPAIR TABLE /* c */ t", `line 1:18 ${IN_NAME}`, 1, 1003],
  [
    "DESC /* c */ t",
    "line 1:0 cannot recognize input near 'DESC' '/' '*' in describe statement",
    1,
    1003,
  ],
  [
    "ALTER /* c */ TABLE t ADD COLUMNS (m int)",
    "line 1:0 cannot recognize input near 'ALTER' '/' '*' in alter statement",
    1,
    1003,
  ],
  ["ALTER TABLE /* c */ t ADD COLUMNS (m int)", `line 1:12 ${IN_NAME}`, 1, 1003],
  [
    "ALTER /* c */ TABLE t REPLACE COLUMNS (m int)",
    "line 1:0 cannot recognize input near 'ALTER' '/' '*' in alter statement",
    2,
    1006,
  ],
];

Deno.test("Hive does not read block comments", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { n: "int" });
  for (const [sql, told, category, type] of FAILURES) {
    const { reason, execution } = await test.run(sql);
    const { ErrorCategory, ErrorType } = execution.Status.AthenaError;
    assertEquals(
      [reason, ErrorCategory, ErrorType],
      [`FAILED: ParseException ${told}`, category, type],
      sql,
    );
  }
});

Deno.test("comments of one line, and statements that others read, are none of Hive's business", async () => {
  await using test = await testAthena();
  jsonTable(test, "t", { n: "int" });
  for (
    const sql of [
      "-- c\nSHOW CREATE TABLE t",
      "DESCRIBE -- c\nt",
      "/* c */ SHOW TABLES",
      "SHOW TBLPROPERTIES /* c */ t",
      "SHOW COLUMNS FROM /* c */ t",
      "ALTER /* c */ TABLE t SET TBLPROPERTIES ('a' = 'b')",
      "/* c */ CREATE VIEW v AS SELECT 1 AS n",
      "DESCRIBE /* c */ v",
      "SHOW CREATE /* c */ VIEW v",
    ]
  ) assertEquals((await test.run(sql)).reason, undefined, sql);
});
