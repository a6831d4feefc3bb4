import { assert, assertEquals } from "@std/assert";
import { type Clock, MAX_BATCH, paced } from "../../lib/stock/mod.ts";

/** A clock that moves when it is slept on, each time somewhat longer than asked, as clocks do. */
function fakeClock(late: number): Clock & { at: number } {
  const clock = {
    at: 1_000,
    now: () => clock.at,
    sleep: (ms: number) => {
      clock.at += ms + late;
      return Promise.resolve();
    },
  };
  return clock;
}

const numbers = function* () {
  for (let n = 0;; n++) yield n;
};

/** Records out after each millisecond, for so long. */
async function run(rate: number, seconds: number, late: number): Promise<[number, number][]> {
  const clock = fakeClock(late);
  const out: [number, number][] = [];
  let sent = 0;
  for await (const batch of paced(numbers(), rate, { clock })) {
    sent += batch.length;
    out.push([clock.at - 1_000, sent]);
    if (clock.at - 1_000 >= seconds * 1_000) break;
  }
  return out;
}

Deno.test("one record a second: at 0 s, 1 s, 2 s, with no drift from late timers", async () => {
  const out = await run(1, 60, 7);
  // A timer that is 7 ms late makes its record 7 ms late, and not the 60th 420 ms.
  assertEquals(out.length, 61);
  for (const [at, sent] of out) assert(at - (sent - 1) * 1_000 <= 7, `record ${sent} at ${at} ms`);
});

for (const rate of [0.5, 50, 1_000, 50_000]) {
  Deno.test(`${rate} records a second stay on time, and are never early`, async () => {
    const seconds = rate < 1 ? 20 : 3;
    for (const [at, sent] of await run(rate, seconds, 3)) {
      const due = at * rate / 1_000 + 1;
      assert(sent <= due, `${sent} records after ${at} ms, due were ${due}`);
      // A batch has 1,000 records at most, so at 50,000/s one tick may take two batches.
      assert(due - sent < 1 + MAX_BATCH, `${sent} records after ${at} ms, due were ${due}`);
    }
    const last = (await run(rate, seconds, 3)).at(-1) ?? [0, 0];
    const reached = last[1] / (last[0] * rate / 1_000);
    assert(Math.abs(reached - 1) < 0.11, `${reached} of the rate`);
  });
}

Deno.test("after a long halt a second's records are caught up, not an hour's", async () => {
  const clock = fakeClock(0);
  let sent = 0;
  for await (const batch of paced(numbers(), 100, { clock })) {
    sent += batch.length;
    if (sent === 10) clock.at += 3_600_000;
    if (clock.at > 3_605_000) break;
  }
  // Some 4 s at 100/s before and after the halt, and 1 s of it.
  assert(sent > 450 && sent < 560, `${sent} records`);
});

Deno.test("after the last record there is no wait for the time of one more", async () => {
  const clock = fakeClock(0);
  assertEquals((await Array.fromAsync(paced([1, 2, 3], 0.01, { clock }))).flat(), [1, 2, 3]);
  assertEquals(clock.at, 1_000 + 200_000);
});

Deno.test("max gives full batches of what is there at once", async () => {
  const sizes = (await Array.fromAsync(paced(numbers().take(2_500), "max"))).map((b) => b.length);
  assertEquals(sizes, [1_000, 1_000, 500]);
});

Deno.test("records of an asynchronous source keep their order, and none is lost", async () => {
  async function* source() {
    for (let n = 0; n < 10_000; n++) {
      if (n % 997 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      yield n;
    }
  }
  const records = (await Array.fromAsync(paced(source(), "max"))).flat();
  assertEquals(records, Array.from({ length: 10_000 }, (_, n) => n));
});

Deno.test("a record is not held back until the next one comes", async () => {
  const second = Promise.withResolvers<void>();
  async function* source() {
    yield 1;
    await second.promise;
    yield 2;
  }
  const batches = paced(source(), "max");
  assertEquals((await batches.next()).value, [1]);
  second.resolve();
  assertEquals((await batches.next()).value, [2]);
  assertEquals((await batches.next()).done, true);
});

Deno.test("what was read before a source fails goes out before its error", async () => {
  async function* source() {
    yield 1;
    throw new Error("line 2 is bad");
  }
  const batches = paced(source(), "max");
  assertEquals((await batches.next()).value, [1]);
  const error = await batches.next().then(() => undefined, (error) => error);
  assertEquals(error?.message, "line 2 is bad");
});

Deno.test("an abort ends the wait for the next record's time", async () => {
  const controller = new AbortController();
  const batches = paced(numbers(), 0.001, { signal: controller.signal });
  assertEquals((await batches.next()).value, [0]);
  const next = batches.next();
  controller.abort();
  assertEquals((await next).done, true);
});

Deno.test("an abort ends the wait for input that never comes", async () => {
  const controller = new AbortController();
  async function* silent(): AsyncGenerator<number> {
    await new Promise(() => {});
    yield 1;
  }
  const next = paced(silent(), "max", { signal: controller.signal }).next();
  controller.abort();
  assertEquals((await next).done, true);
});
