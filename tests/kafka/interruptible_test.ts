import { assertEquals, assertRejects } from "@std/assert";
import { TickertapeError } from "../../lib/errors.ts";
import { interruptible } from "../../lib/kafka/interruptible.ts";

const never = new Promise<never>(() => {});

Deno.test("a wait gives its value, or fails with it", async () => {
  const waits = interruptible(new AbortController().signal, () => "no answer");
  assertEquals(await waits.untilAborted(Promise.resolve(1), never), 1);
  await assertRejects(() => waits.untilAborted(Promise.reject(new Error("a")), never), Error, "a");
  waits.dispose();
});

Deno.test("a wait fails with the work that goes on meanwhile", async () => {
  const waits = interruptible(undefined, () => "no answer");
  await assertRejects(() => waits.untilAborted(never, Promise.reject(new Error("b"))), Error, "b");
  waits.dispose();
});

Deno.test("an abort ends a wait, and one that begins after it", async () => {
  const controller = new AbortController();
  const waits = interruptible(controller.signal, () => "no answer");
  const waiting = waits.untilAborted(never, never);
  controller.abort();
  assertEquals(await waiting, undefined);
  assertEquals(await waits.untilAborted(never, never), undefined);
  waits.dispose();
});

Deno.test("after an abort the last answer is waited for, and then given up", async () => {
  const controller = new AbortController();
  const waits = interruptible(controller.signal, () => "no answer", 50);
  const answer = Promise.withResolvers<number>();
  const waiting = waits.orGiveUp(answer.promise);
  controller.abort();
  answer.resolve(7);
  assertEquals(await waiting, 7);
  const error = await assertRejects(() => waits.orGiveUp(never), TickertapeError);
  assertEquals([error.code, error.message], ["NO_ANSWER", "no answer"]);
  await assertRejects(() => waits.orGiveUp(never), TickertapeError);
  waits.dispose();
});
