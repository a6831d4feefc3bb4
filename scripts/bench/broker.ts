/**
 * The embedded broker's speed, and its memory beside its log's size.
 * @module
 */
import { formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
import { median } from "./figures.ts";
import { kept } from "./findings.ts";
import { startScript } from "./processes.ts";
import type { BenchStack } from "./stack.ts";

/** Records of each of the steps in which the log grows. */
const RECORDS = 300_000;
const STEPS = 3;

/** Producers that send at the same time: one spends a core on encoding, and the broker waits for it. */
const PRODUCERS = 2;

/** Records a second that the broker has to take, and to give. */
const LEAST = 150_000;

/** Bytes that the broker's memory may differ by between the steps: what a garbage collector leaves. */
const SLACK = 64 * 1024 * 1024;

/** What a worker tells. */
interface Told {
  /** When it began and ended, in epoch milliseconds. */
  startedAt: number;
  endedAt: number;
}

/** Sends and reads through kafkajs, in processes of their own. */
export const brokerBenchmark: Benchmark = {
  name: "broker",
  shows:
    "what the embedded broker takes and gives through kafkajs, and its memory as its log grows",
  run: async (context) => {
    const stack = await context.stack();
    const make = ["create", "bench", "--json"];
    await startScript("scripts/topic.ts", make, { env: stack.env }).result();
    const taken: number[] = [];
    const given: number[] = [];
    const memory: number[] = [];
    for (let step = 1; step <= STEPS; step++) {
      context.note(`the broker takes records, ${step} of ${STEPS}`);
      taken.push(await load("send", PRODUCERS, RECORDS / PRODUCERS, stack, context));
      context.note(`the broker gives the records, ${step} of ${STEPS}`);
      given.push(await load("read", 1, RECORDS * step, stack, context));
      memory.push(await stack.memoryNow() ?? NaN);
    }
    const speed = (what: string, perSecond: number): Finding => ({
      what,
      figure: `${formatCount(perSecond)}/s`,
      target: `≥ ${formatCount(LEAST)}/s`,
      met: perSecond >= LEAST,
    });
    const logs = taken.map((_, index) => formatCount(RECORDS * (index + 1))).join(", ");
    return [
      speed(`takes of ${PRODUCERS} producers`, median(taken)),
      speed("gives a consumer", median(given)),
      kept(`broker's memory after ${logs} records`, memory, SLACK),
    ];
  },
};

/** Records a second of all workers together, from the first one's beginning to the last one's end. */
async function load(
  way: "send" | "read",
  workers: number,
  records: number,
  { kafka }: BenchStack,
  { signal }: BenchContext,
): Promise<number> {
  const args = [way, kafka, "bench", String(records)];
  const running = Array.from(
    { length: workers },
    () => startScript("scripts/bench/workers/broker_load.ts", args, { signal }).result(),
  );
  const told = await Promise.all(running) as Told[];
  const start = Math.min(...told.map(({ startedAt }) => startedAt));
  const end = Math.max(...told.map(({ endedAt }) => endedAt));
  return 1000 * workers * records / (end - start);
}
