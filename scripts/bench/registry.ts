/**
 * The benchmarks: to add one, add its file, and a line here.
 * @module
 */
import type { Benchmark } from "./benchmark.ts";
import { brokerBenchmark } from "./broker.ts";
import { produceBenchmark } from "./produce.ts";

/** All benchmarks, in the order they are run. */
export const BENCHMARKS: readonly Benchmark[] = [
  produceBenchmark,
  brokerBenchmark,
];
