/**
 * Random statements, on a real Trino and here: the same answer, or a refusal that names what it
 * refuses; and of each a broken text, refused in the same words. `TRINO_FUZZ_SEED` is the seed of
 * the first statement, `TRINO_FUZZ_COUNT` how many there are.
 * @module
 */
import { assertEquals } from "@std/assert";
import { mismatch } from "../../../lib/local/athena/sql/grammar/expecting.ts";
import { tokenize } from "../../../lib/local/athena/sql/tokens.ts";
import { openEngine } from "../../../lib/local/athena/engine/engine.ts";
import { ask } from "../../local/athena/ask.ts";
import { athenaMessage } from "../../local/athena/trino_answers.ts";
import { broken } from "./fuzz/broken.ts";
import { compare } from "./fuzz/compare.ts";
import { statement } from "./fuzz/statements.ts";
import type { Trino } from "./trino.ts";

/** Seed of the first statement. */
export const FIRST = Number(Deno.env.get("TRINO_FUZZ_SEED") ?? 2001);

/** How many there are. */
export const COUNT = Number(Deno.env.get("TRINO_FUZZ_COUNT") ?? 300);

/** Asks them there and here. */
export async function checkRandomStatements(trino: Trino): Promise<void> {
  const dir = await Deno.makeTempDir();
  const engine = await openEngine({
    allowedDirectories: [dir],
    tempDirectory: dir,
    memoryLimit: "1GB",
  });
  const statements = Array.from({ length: COUNT }, (_, i) => statement(FIRST + i));
  const expected = trino.ask(statements.map(({ sql }) => sql));
  const faults: unknown[] = [];
  let refused = 0;
  for (const [i, { sql, ordered }] of statements.entries()) {
    const actual = await ask(engine, sql);
    const answer = (await expected)[i]!;
    const verdict = compare(actual, answer, ordered);
    if (verdict === "refused") refused++;
    else if (verdict !== "same") faults.push({ seed: FIRST + i, verdict, sql, answer, actual });
  }
  engine.close();
  await Deno.remove(dir, { recursive: true });
  console.info(`${refused} of the statements are refused by name`);
  const texts = Array.from({ length: COUNT }, (_, i) => broken(FIRST + i));
  for (const [i, { message = "" }] of (await trino.ask(texts)).entries()) {
    const sql = texts[i]!;
    const answer = message.includes(": mismatched input ") ? athenaMessage(message) : undefined;
    // Where a query may stand after a function in SQL, which Athena has not, Trino looks further.
    if (/: mismatched input '(\(|SELECT|TABLE|VALUES|WITH)'\./.test(answer ?? "")) continue;
    const actual = mismatch(tokenize(sql))?.detail;
    if (actual !== answer) faults.push({ seed: FIRST + i, sql, answer, actual });
  }
  assertEquals(faults, []);
}
