import { assertEquals, assertRejects } from "@std/assert";
import { queryableAt, repeat } from "../../../scripts/bench/latency/watch.ts";

Deno.test("a record can be queried from the first answer that reaches its offset", () => {
  const answer = (at: number, last: [number, number][]) => ({
    at,
    seconds: 1,
    last: new Map(last),
  });
  const answers = [
    answer(10, []),
    answer(20, [[0, 4]]),
    answer(30, [[0, 4], [1, 0]]),
    answer(40, [[0, 9], [1, 7]]),
  ];
  const at = (partition: number, offset: number) => queryableAt({ partition, offset }, answers);
  assertEquals([at(0, 0), at(0, 4), at(0, 5), at(1, 0), at(1, 7)], [20, 20, 40, 30, 40]);
  assertEquals([at(0, 10), at(2, 0)], [NaN, NaN]);
});

Deno.test("what is repeated goes on until it is stopped, and stopping tells what failed", async () => {
  let looks = 0;
  const third = Promise.withResolvers<void>();
  const stop = repeat(1, () => {
    if (++looks === 3) third.resolve();
    return Promise.resolve();
  });
  await third.promise;
  await stop();
  const then = looks;
  await new Promise((resolve) => setTimeout(resolve, 20));
  assertEquals(looks, then);

  const failed = repeat(1, () => Promise.reject(new Error("no S3")));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await assertRejects(failed, Error, "no S3");
});
