/**
 * The benchmarks: to add one, add its file, and a line here.
 * @module
 */
import { athenaScanBenchmark } from "./athena_scan.ts";
import type { Benchmark } from "./benchmark.ts";
import { brokerBenchmark } from "./broker.ts";
import { consumeBenchmark } from "./consume.ts";
import { latencyBenchmark } from "./latency.ts";
import { loadConsumersBenchmark } from "./load_consumers.ts";
import { loadListingBenchmark } from "./load_listing.ts";
import { loadMemoryBenchmark } from "./load_memory.ts";
import { loadPartitionsBenchmark } from "./load_partitions.ts";
import { loadQueriesBenchmark } from "./load_queries.ts";
import { memoryBenchmark } from "./memory.ts";
import { produceBenchmark } from "./produce.ts";
import { demoBenchmark, stackStartBenchmark } from "./start.ts";
import { tutorialBenchmark } from "./tutorial.ts";

/** All benchmarks, in the order they are run. */
export const BENCHMARKS: readonly Benchmark[] = [
  produceBenchmark,
  brokerBenchmark,
  consumeBenchmark,
  memoryBenchmark,
  tutorialBenchmark,
  latencyBenchmark,
  athenaScanBenchmark,
  stackStartBenchmark,
  demoBenchmark,
  loadQueriesBenchmark,
  loadConsumersBenchmark,
  loadPartitionsBenchmark,
  loadListingBenchmark,
  loadMemoryBenchmark,
];
