import { assertEquals, assertStringIncludes } from "@std/assert";
import { inTurns, median, quantile } from "../../scripts/bench/figures.ts";
import { atLeast, atMost, counted, kept, took } from "../../scripts/bench/findings.ts";
import { runTask } from "./run_task.ts";

Deno.test("the median is the middle, or the mean of the two there", () => {
  assertEquals(median([5, 1, 9]), 5);
  assertEquals(median([4, 1, 9, 2]), 3);
});

Deno.test("a quantile is the smallest figure that so many are not above", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  assertEquals([0.5, 0.99, 1].map((share) => quantile(hundred, share)), [50, 99, 100]);
  assertEquals([0, 0.5, 0.99].map((share) => quantile([7], share)), [7, 7, 7]);
  assertEquals(quantile([1, 2, 3], 0.5), 2);
});

Deno.test("ways are measured in turns, in either order, and the median of each counts", async () => {
  const order: string[] = [];
  const way = (name: string, figures: number[]) => () => {
    order.push(name);
    return Promise.resolve(figures.shift() ?? NaN);
  };
  const found = await inTurns(3, { a: way("a", [1, 30, 2]), b: way("b", [7, 8, 9]) });
  assertEquals(found, { a: 2, b: 8 });
  assertEquals(order.join(""), "abbaab");
});

Deno.test("a finding is met where the figure keeps to its target", () => {
  assertEquals([counted("a", 2, 2).met, counted("a", 1, 2).met], [true, false]);
  assertEquals([took("a", 1, 1).met, took("a", 1.1, 1).met, took("a", 9).met], [
    true,
    false,
    undefined,
  ]);
  assertEquals(atLeast("a", 1.6, 1.6), { what: "a", figure: "1.60", target: "≥ 1.6", met: true });
  assertEquals([atLeast("a", 99.9, 100).met, atLeast("a", NaN, 1).met], [false, false]);
  assertEquals([atMost("a", 300, 300).met, atMost("a", 301, 300).met], [true, false]);
  // What counts is the end beside the first reading, not a peak between.
  assertEquals([kept("a", [100, 900, 150], 50).met, kept("a", [100, 100, 151], 50).met], [
    true,
    false,
  ]);
  // A system that does not tell has neither kept nor missed a target.
  assertEquals(kept("a", [NaN, NaN, NaN], 50), { what: "a", figure: "not told here" });
  assertEquals(atMost("a", NaN, 50), { what: "a", figure: "not told here" });
});

Deno.test("bench --list names the benchmarks; a name it does not know is wrong usage", async () => {
  const { code, stdout } = await runTask("bench", ["--list", "--json"]);
  assertEquals(code, 0);
  const names = JSON.parse(stdout).benchmarks.map(({ name }: { name: string }) => name);
  assertEquals(names.slice(0, 2), ["produce", "broker"]);
  const unknown = await runTask("bench", ["speed"]);
  assertEquals(unknown.code, 2);
  assertStringIncludes(unknown.stderr, "There is no benchmark 'speed'");
});
