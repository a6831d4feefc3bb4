import { assert, assertEquals } from "@std/assert";
import { testBroker } from "./helpers.ts";
import { answersOf, PROBED_SETTINGS, recordedAnswers } from "./probes/mod.ts";

Deno.test("the broker answers as Apache Kafka answered", async () => {
  await using broker = await testBroker(PROBED_SETTINGS);
  const recorded = recordedAnswers();
  assert(Object.keys(recorded).length > 200);
  assertEquals(await answersOf(broker.port), recorded);
  assertEquals(broker.errors, []);
});
