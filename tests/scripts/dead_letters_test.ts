import { assertEquals, assertStringIncludes } from "@std/assert";
import { consume } from "../../lib/sink/mod.ts";
import { services } from "../sink/services.ts";
import { runTask } from "./run_task.ts";

Deno.test("deno task dead-letters shows what a terminal would act on as dots", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send([{ value: "no \u001b[31mjson" }]);
  await consume(test.config, { count: 1 });
  const { stdout } = await runTask("dead-letters", [], { env: test.env });
  assertStringIncludes(stdout, "no ·[31mjson");
});

Deno.test("deno task dead-letters --send-again twice sends once", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send([{ value: "no json" }, { value: "[1]" }]);
  await consume(test.config, { count: 2 });
  const run = (...args: string[]) =>
    runTask("dead-letters", ["--send-again", ...args], { env: test.env });
  assertStringIncludes((await run()).stdout, `Sent 2 records to ${test.config.kafka.topic}.`);
  assertStringIncludes((await run()).stdout, "Left out 2 that it has already");
  const summary = JSON.parse((await run("--json")).stdout);
  assertEquals(summary, { topic: test.config.kafka.topic, sent: 0, sentBefore: 2 });
});
