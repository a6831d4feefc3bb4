import { assertEquals, assertRejects } from "@std/assert";
import { TickertapeError } from "../../lib/errors.ts";
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

Deno.test("the time in which the sink itself stood still is no silence of the brokers", async () => {
  const { run } = await startRun({});
  const { now } = performance;
  let ahead = 0;
  performance.now = () => now.call(performance) + ahead;
  try {
    const lookAfter = (ms: number) => {
      ahead += ms;
      run.tick();
      return run.ending.aborted;
    };
    // As a program that was stopped, or a machine that slept.
    assertEquals(lookAfter(3_600_000), false);
    for (let silent = 0; silent < 119_000; silent += 500) assertEquals(lookAfter(500), false);
    for (let silent = 0; silent < 2_000; silent += 500) lookAfter(500);
    assertEquals(run.ending.aborted, true);
    const error = await assertRejects(() => run.drain(), TickertapeError);
    assertEquals(error.code, "KAFKA_UNREACHABLE");
  } finally {
    performance.now = now;
    run.close();
  }
});
