/**
 * Many consumers in one group.
 * @module
 */
import type { Benchmark } from "./benchmark.ts";
import { counted, peakMemory, took } from "./findings.ts";
import { startScript } from "./processes.ts";

const CONSUMERS = 50;
const RECORDS = 50_000;

/** What the worker tells. */
interface Told {
  /** Members with a partition each. */
  assigned: number;
  joinSeconds: number;
  /** Records seen, and how many different ones. */
  seen: number;
  distinct: number;
  readSeconds: number;
}

/** Lets them join, then sends what they are to read. */
export const loadConsumersBenchmark: Benchmark = {
  name: "load_consumers",
  shows: "50 consumers in one group, on a topic of 50 partitions",
  run: async ({ stack: start, signal, note }) => {
    const stack = await start();
    note(`${CONSUMERS} consumers join, then read ${RECORDS} records`);
    const args = [stack.kafka, String(CONSUMERS), String(RECORDS)];
    const worker = startScript("scripts/bench/workers/group_load.ts", args, { signal });
    const told = await worker.result() as Told;
    return [
      took("all have joined after", told.joinSeconds),
      counted("consumers with a partition each", told.assigned, CONSUMERS),
      took("all records read after", told.readSeconds),
      counted("records read", told.seen, RECORDS),
      counted("different records", told.distinct, RECORDS),
      peakMemory(stack),
    ];
  },
};
