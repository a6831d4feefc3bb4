/**
 * How long the stack takes to start, and the whole pipeline to run.
 * @module
 */
import type { Benchmark } from "./benchmark.ts";
import { median } from "./figures.ts";
import { counted, timed, took } from "./findings.ts";
import { startScript } from "./processes.ts";
import { startBenchStack } from "./stack.ts";

const STARTS = 5;

/** Seconds that a start, and the demo, may take. */
const START = 1;
const DEMO = 15;

/** Starts the stack a few times, one after the other. */
export const stackStartBenchmark: Benchmark = {
  name: "stack_start",
  shows: "from the start of the process to the line that tells where the stack answers",
  run: async ({ signal, note }) => {
    const starts: number[] = [];
    for (let start = 1; start <= STARTS && !signal.aborted; start++) {
      note(`start ${start} of ${STARTS}`);
      const stack = await startBenchStack(signal);
      starts.push(stack.startSeconds);
      await stack.stop();
    }
    return [
      took("the stack answers after", median(starts), START),
      took("the slowest of the starts", Math.max(...starts)),
    ];
  },
};

/** Runs `deno task demo` once. */
export const demoBenchmark: Benchmark = {
  name: "demo",
  shows: "the whole pipeline in one go, packages cached",
  run: async ({ signal }) => {
    const demo = () => startScript("scripts/demo.ts", ["--json"], { permissions: "local", signal });
    const { value, seconds } = await timed(() => demo().result());
    const { produced, rows } = value as { produced: number; rows: number };
    return [took("demo", seconds, DEMO), counted("rows in Athena", rows, produced)];
  },
};
