/**
 * What a real Trino answers. It is started once for all of these, and needs `mvn` and Java 17. It
 * takes longest of all that is asked here, and so stands in the folder that Deno runs first.
 */
import { hasJavaAndMaven } from "../tools.ts";
import { checkAnswersOfNamedQueries, checkParameters } from "./named_queries.ts";
import { checkRandomStatements, COUNT, FIRST } from "./random_statements.ts";
import { checkRecordedAnswers } from "./recorded_answers.ts";
import { openTrino, type Trino, TRINO_VERSION } from "./trino.ts";

const ignore = !await hasJavaAndMaven();
if (ignore) console.warn("skipped: what Trino answers, for java or mvn is not here");

let trino: Trino;
const running = new AsyncDisposableStack();
if (!ignore) {
  Deno.test.beforeAll(async () => {
    trino = running.use(await openTrino());
  });
}
Deno.test.afterAll(() => running.disposeAsync());

Deno.test({
  name: `Trino ${TRINO_VERSION} answers as was recorded`,
  ignore,
  fn: () => checkRecordedAnswers(trino),
});

Deno.test({
  name: "Trino answers the named queries as the records say",
  ignore,
  fn: (test) => checkAnswersOfNamedQueries(trino, test),
});

Deno.test({
  name: "Trino reads the parameters' literals as the values they are written for",
  ignore,
  fn: () => checkParameters(trino),
});

Deno.test({
  name: `Trino answers ${COUNT} random statements from seed ${FIRST} on as is answered here`,
  ignore,
  fn: () => checkRandomStatements(trino),
});
