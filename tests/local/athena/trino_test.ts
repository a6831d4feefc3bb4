/**
 * Athena's SQL against the answers that Trino 435 gave (`tests/conformance/athena/` asks it again).
 * What is refused here must be refused by name; nothing may be answered otherwise than Trino does.
 */
import { assertEquals } from "@std/assert";
import { mismatch } from "../../../lib/local/athena/sql/grammar/expecting.ts";
import { tokenize } from "../../../lib/local/athena/sql/tokens.ts";
import { openEngine } from "../../../lib/local/athena/engine/engine.ts";
import { ask } from "./ask.ts";
import { athenaMessage, placeOf, trinoAnswers, withMillis } from "./trino_answers.ts";

/** Statements whose message differs, each with the reason. */
const OTHERWISE = new Map([
  // A semicolon is Athena's, whose grammar Trino's own parser does not share.
  ["SELECT 1; SELECT 2", "Only one sql statement is allowed. Got: SELECT 1; SELECT 2"],
]);

/**
 * What DuckDB, which computes the values, does not tell of one that fails; Java's own faults; the
 * engine's overloads of a function where several fit, of which not all are kept here; and what is
 * said beside the place of a fault in a JSON path, whose grammar is another one.
 */
const UNTOLD: readonly RegExp[] = [
  /Could not choose a best candidate operator\./,
  /^Cannot (?:invoke|read field) "/,
  /^Duplicate map keys \(.*\) are not allowed$/s,
  /^map key cannot be indeterminate: /,
  /expecting (?:\{|<EOF>$)/,
  /: missing \{.*\} at /,
  /: no viable alternative at input /,
  /: cannot perform JSON path \w+\(\) method with /,
  /^Cannot cast DECIMAL\(\d+, \d+\) /,
];

/** Whether Athena's message is Trino's, but for what is told to differ. */
function sameMessage(sql: string, trino = "", given = ""): boolean {
  // So Athena says where its grammar of DDL takes the text, of which Trino has none.
  const actual = given === "Queries of this type are not supported"
    ? mismatch(tokenize(sql))?.detail
    : given;
  const expected = OTHERWISE.get(sql) ??
    athenaMessage(trino);
  return actual === expected ||
    (UNTOLD.some((untold) => untold.test(expected)) && placeOf(actual) === placeOf(expected));
}

Deno.test("SQL is answered as Trino answers it, or refused by name", async () => {
  const dir = await Deno.makeTempDir();
  const engine = await openEngine({
    allowedDirectories: [dir],
    tempDirectory: dir,
    memoryLimit: "1GB",
  });
  const wrong: unknown[] = [];
  let refused = 0;
  for (const expected of trinoAnswers()) {
    const { sql } = expected;
    const actual = await ask(engine, sql);
    if (actual.error === "NOT_SUPPORTED") {
      if (expected.error !== "NOT_SUPPORTED") refused++;
      continue;
    }
    const same = expected.error
      ? actual.error === expected.error &&
        sameMessage(sql, expected.message, actual.message)
      : JSON.stringify([actual.types, actual.names, actual.rows]) ===
        JSON.stringify([expected.types, expected.names, withMillis(expected)]);
    if (!same) wrong.push({ sql, expected, actual });
  }
  engine.close();
  await Deno.remove(dir, { recursive: true });
  assertEquals(wrong, []);
  // A refusal is honest, but each is a gap: this many are known.
  assertEquals(refused <= 8, true, `${refused} of the statements are refused`);
});
