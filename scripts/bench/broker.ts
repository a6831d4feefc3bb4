/**
 * The embedded broker's speed, and its memory beside its log's size.
 * @module
 */
import { formatBytes, formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
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
    const memory: number[] = [];
    for (let step = 1; step <= STEPS; step++) {
      context.note(`the broker takes records, ${step} of ${STEPS}`);
      const share = RECORDS / PRODUCERS;
      const producers = Array.from(
        { length: PRODUCERS },
        () => load("send", share, stack, context),
      );
      taken.push(PRODUCERS * Math.min(...await Promise.all(producers)));
      memory.push(await stack.memoryNow() ?? NaN);
    }
    context.note("the broker gives the records");
    const given = await load("read", RECORDS * STEPS, stack, context);
    memory.push(await stack.memoryNow() ?? NaN);
    return findings(taken, given, memory);
  },
};

async function load(
  way: "send" | "read",
  records: number,
  { kafka }: BenchStack,
  { signal }: BenchContext,
): Promise<number> {
  const args = [way, kafka, "bench", String(records)];
  const worker = startScript("scripts/bench/workers/broker_load.ts", args, { signal });
  return records / (await worker.result() as { seconds: number }).seconds;
}

function findings(taken: number[], given: number, memory: number[]): Finding[] {
  const takes = Math.max(...taken);
  const speed = (what: string, figure: number): Finding => ({
    what,
    figure: `${formatCount(figure)}/s`,
    target: `≥ ${formatCount(LEAST)}/s`,
    met: figure >= LEAST,
  });
  const [first = NaN] = memory;
  const growth = Math.max(...memory) - first;
  const afterwards: Finding = {
    what: `broker's memory after ${formatCount(RECORDS)} and ${
      formatCount(RECORDS * STEPS)
    } records`,
    figure: Number.isNaN(growth) ? "not told here" : memory.map(formatBytes).join(", "),
  };
  if (Number.isNaN(growth)) {
    return [speed(`takes of ${PRODUCERS} producers`, takes), speed("gives", given), afterwards];
  }
  const kept = { target: `grows ≤ ${formatBytes(SLACK)}`, met: growth <= SLACK };
  return [
    speed(`takes of ${PRODUCERS} producers`, takes),
    speed("gives", given),
    { ...afterwards, ...kept },
  ];
}
