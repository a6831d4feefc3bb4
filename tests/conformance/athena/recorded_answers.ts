/**
 * What `tests/local/athena/trino_answers.jsonl` says that Trino answered; `TRINO_RECORD=1` writes it
 * anew.
 * @module
 */
import { assertEquals } from "@std/assert";
import {
  type TrinoAnswer,
  trinoAnswers,
  trinoStatements,
} from "../../local/athena/trino_answers.ts";
import type { Trino } from "./trino.ts";

/** Asks Trino all of it again. */
export async function checkRecordedAnswers(trino: Trino): Promise<void> {
  const statements = trinoStatements();
  const given = await trino.ask(statements);
  const answers = given.map(({ types, names, rows, error, message }, i) => ({
    sql: statements[i]!,
    ...(error === undefined ? { types, names, rows } : { error, message }),
  }));
  if (Deno.env.get("TRINO_RECORD") === "1") {
    await Deno.writeTextFile(
      new URL("../../local/athena/trino_answers.jsonl", import.meta.url),
      answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""),
    );
  }
  assertEquals(trinoAnswers().map(inOneOrder), answers.map(inOneOrder));
}

/** Overloads that a call may mean are listed in another order each time that Trino starts. */
function inOneOrder(answer: TrinoAnswer): TrinoAnswer {
  const { message } = answer;
  if (!message?.includes("Candidates are:")) return answer;
  return { ...answer, message: message.split("\n").sort().join("\n") };
}
