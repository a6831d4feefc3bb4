/**
 * Athena's SQL against the answers that Trino 435 gave (`tests/conformance/trino/` asks it again).
 * What is refused here must be refused by name; nothing may be answered otherwise than Trino does.
 */
import { assertEquals } from "@std/assert";
import { openEngine } from "../../../lib/local/athena/engine/engine.ts";
import { ask } from "./ask.ts";
import { placeOf, trinoAnswers, withMillis } from "./trino_answers.ts";

/** Statements whose error is told where it is, and not where the query or the operator begins. */
const ELSEWHERE = new Set([
  "SELECT greatest(x) OVER (ORDER BY x) FROM (VALUES 1) t(x)",
  "SELECT array_agg(x ORDER BY x) FROM (VALUES JSON '1') t(x)",
  "SELECT x FROM (VALUES JSON '1') t(x) ORDER BY x",
  "SELECT x + 1, sum(x) FROM (VALUES 1) t(x) GROUP BY x + 2",
  // A semicolon is Athena's, whose grammar Trino's own parser does not share.
  "SELECT 1; SELECT 2",
]);

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
        (ELSEWHERE.has(sql) || placeOf(actual.message) === placeOf(expected.message))
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
