import { assertEquals, assertThrows } from "@std/assert";
import { QueryError } from "../../../lib/local/athena/errors.ts";
import { mismatch } from "../../../lib/local/athena/sql/grammar/expecting.ts";
import { parseStatement } from "../../../lib/local/athena/sql/statements.ts";
import { tokenize } from "../../../lib/local/athena/sql/tokens.ts";

/** What Athena itself was recorded to say, by others than this project. */
const RECORDED: readonly [sql: string, message: string][] = [
  [
    "SELEC 1",
    "line 1:1: mismatched input 'SELEC'. Expecting: 'ALTER', 'ANALYZE', 'CALL', 'COMMENT', " +
    "'COMMIT', 'CREATE', 'DEALLOCATE', 'DELETE', 'DENY', 'DESC', 'DESCRIBE', 'DROP', 'EXECUTE', " +
    "'EXPLAIN', 'GRANT', 'INSERT', 'MERGE', 'PREPARE', 'REFRESH', 'RESET', 'REVOKE', 'ROLLBACK', " +
    "'SET', 'SHOW', 'START', 'TRUNCATE', 'UNLOAD', 'UPDATE', 'USE', <query>",
  ],
  ["SELECT", "line 1:7: mismatched input '<EOF>'. Expecting: '*', 'ALL', 'DISTINCT', <expression>"],
  [
    "CREATE OR REPLACE TABLE t AS SELECT 1",
    "line 1:19: mismatched input 'TABLE'. Expecting: 'MATERIALIZED', 'MULTI', 'PROTECTED', 'VIEW'",
  ],
  [
    "CREATE OR REPLACE VIEW abc-d AS SELECT 1",
    "line 1:27: mismatched input '-'. Expecting: 'AS', 'COMMENT', 'SECURITY', 'WITH'",
  ],
  [
    "ALTER TABLE t ALTER COLUMN m SET DATA TYPE bigint",
    "line 1:15: mismatched input 'ALTER'. Expecting: '.', 'ADD', 'DROP', 'EXECUTE', 'RENAME', 'SET'",
  ],
  [
    "ALTER TABLE IF EXISTS t ALTER COLUMN m SET DATA TYPE bigint",
    "line 1:25: mismatched input 'ALTER'. Expecting: '.', 'ADD', 'DROP', 'RENAME'",
  ],
  [
    "ALTER TABLE IF EXISTS t ADD COLUMNS (m int)",
    "line 1:29: mismatched input 'COLUMNS'. Expecting: '.', 'ADD'",
  ],
  [
    "ALTER TABLE t DROP COLUMNS (a)",
    "line 1:20: mismatched input 'COLUMNS'. Expecting: '.', 'DROP'",
  ],
  ['DESCRIBE EXTENDED "t"', "line 1:19: mismatched input '\"t\"'. Expecting: '.', <EOF>"],
  ['CREATE TABLE t (n struct<"f":int>)', "line 1:25: mismatched input '<'. Expecting: ')', ','"],
];

Deno.test("a text that is no SQL is refused in the words that Athena was recorded to use", () => {
  for (const [sql, message] of RECORDED) assertEquals(mismatch(tokenize(sql))?.detail, message);
});

Deno.test("what is refused because the text is none is what the grammar refuses", () => {
  for (const [sql, message] of RECORDED.slice(0, 2)) {
    assertEquals(assertThrows(() => parseStatement(sql), QueryError).detail, message);
    assertEquals(assertThrows(() => parseStatement(`${sql};`), QueryError).detail, message);
  }
});

Deno.test("a long list that does not close is refused in time", () => {
  const list = Array.from({ length: 20_000 }, (_, i) => `'${i}'`).join(", ");
  const started = performance.now();
  assertThrows(
    () => parseStatement(`SELECT * FROM t WHERE x IN (${list} ORDER BY y`),
    QueryError,
    "line 1:25: mismatched input 'IN'. Expecting: 'AND', 'EXCEPT'",
  );
  assertEquals(performance.now() - started < 20_000, true);
});

Deno.test("several statements at once are none", () => {
  const { detail } = assertThrows(() => parseStatement("SELECT 1; SELECT 2;"), QueryError);
  assertEquals(detail, "Only one sql statement is allowed. Got: SELECT 1; SELECT 2;");
});
