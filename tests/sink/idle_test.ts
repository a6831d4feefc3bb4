import { assertEquals } from "@std/assert";
import { pause } from "../../lib/pause.ts";
import { startRun } from "./scripted_run.ts";

Deno.test("the sink is idle once the brokers have said so, and not while they do not answer", async () => {
  const untilIdleSeconds = 0.05;
  const askedBefore = performance.now();
  const { run } = await startRun({ untilIdleSeconds });
  const ends = () => {
    run.tick();
    return run.ending.aborted;
  };
  await pause(untilIdleSeconds * 2_000);
  assertEquals(ends(), false, "no answer has come");
  run.fetched(askedBefore);
  assertEquals(ends(), false, "the answer is to a question of before the partition was read");
  run.fetched(performance.now());
  assertEquals(ends(), true);
  run.close();
});
