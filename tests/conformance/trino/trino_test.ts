/**
 * Asks a real Trino what `tests/local/athena/trino_answers.jsonl` says it answered. Needs `mvn` and
 * Java 17; `TRINO_RECORD=1` writes the answers anew.
 */
import { assertEquals } from "@std/assert";
import { trinoAnswers, trinoStatements } from "../../local/athena/trino_answers.ts";
import { hasJavaAndMaven } from "../tools.ts";
import { openTrino, TRINO_VERSION } from "./trino.ts";

const missing = !await hasJavaAndMaven();
if (missing) console.warn("skipped: the recorded answers on Trino, for java or mvn is not here");

Deno.test({
  name: `Trino ${TRINO_VERSION} answers as was recorded`,
  ignore: missing,
  async fn() {
    await using trino = await openTrino();
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
    assertEquals(trinoAnswers(), answers);
  },
});
