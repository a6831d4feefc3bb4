import { assertEquals, assertRejects } from "@std/assert";
import { TickertapeError } from "../../lib/errors.ts";
import { patiently } from "../../lib/kafka/patience.ts";

const failure = (code: string, retriable = true) =>
  new TickertapeError({ code, message: code, remedy: "", retriable });

const limits = { patienceMs: 60_000, answeredMs: 0 };

Deno.test("what passes is done again, and its failures are told", async () => {
  const told: string[] = [];
  let tries = 0;
  const result = await patiently(
    () => ++tries === 1 ? Promise.reject(failure("KAFKA_UNREACHABLE")) : Promise.resolve(tries),
    { signal: new AbortController().signal, onFailure: ({ code }) => told.push(code), limits },
  );
  assertEquals([result, told], [2, ["KAFKA_UNREACHABLE"]]);
});

Deno.test("what brokers answer is given up sooner than that none answers", async () => {
  const { signal } = new AbortController();
  const fails = () => patiently(() => Promise.reject(failure("KAFKA_STORAGE")), { signal, limits });
  assertEquals((await assertRejects(fails, TickertapeError)).code, "KAFKA_STORAGE");
});

Deno.test("what is final is given up at once, and so is everything once it is to end", async () => {
  const ended = new AbortController();
  const told: string[] = [];
  const options = {
    signal: ended.signal,
    onFailure({ code }: TickertapeError) {
      told.push(code);
      ended.abort();
    },
    limits,
  };
  await assertRejects(() =>
    patiently(() => Promise.reject(failure("KAFKA_DENIED", false)), options)
  );
  assertEquals(told, []);
  let hasWaited = false;
  const timer = setTimeout(() => hasWaited = true);
  await assertRejects(() => patiently(() => Promise.reject(failure("KAFKA_UNREACHABLE")), options));
  clearTimeout(timer);
  assertEquals([told, hasWaited], [["KAFKA_UNREACHABLE"], false]);
});
