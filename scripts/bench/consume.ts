/**
 * The sink beside a bare kafkajs consumer that throws its records away, beside one object a record,
 * and two sinks beside one.
 * @module
 */
import { formatBytes, formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
import { inTurns } from "./figures.ts";
import { type Running, startScript } from "./processes.ts";
import type { BenchStack } from "./stack.ts";

/** Records of the backlog. */
const RECORDS = 900_000;
/** Records written one to an object, the tutorial's way. */
const SINGLE_RECORDS = 600;
const PARTITIONS = 6;
const ROUNDS = 3;

const LEAST_OF_BARE = 0.75;
const LEAST_TO_SINGLE = 100;
const LEAST_OF_TWO = 1.6;
const MOST_MEMORY = 300 * 1024 * 1024;

interface Timed {
  records: number;
  seconds: number;
}

/** Kafka to S3 over a backlog. */
export const consumeBenchmark: Benchmark = {
  name: "consume",
  shows: "Kafka to S3 (gzip JSON lines), beside a bare kafkajs consumer and one object a record",
  run: async (context) => {
    const stack = await context.stack();
    context.note(`a backlog of ${formatCount(RECORDS)} records`);
    const fill = [stack.kafka, "bench", String(PARTITIONS), String(RECORDS)];
    await startScript("scripts/bench/workers/fill.ts", fill, options(context)).result();
    let peak: number | undefined;
    const { bare, sink } = await inTurns(ROUNDS, {
      bare: () => {
        context.note("a bare consumer throws the records away");
        const args = ["read", stack.kafka, "bench", String(RECORDS)];
        return rate(startScript("scripts/bench/workers/broker_load.ts", args, options(context)));
      },
      sink: async () => {
        context.note("the sink stores them");
        const worker = startSink(stack, context, crypto.randomUUID(), "jsonl", RECORDS);
        const perSecond = await rate(worker);
        peak = Math.max(peak ?? 0, worker.peakBytes() ?? 0);
        return perSecond;
      },
    });
    context.note("one object a record");
    const group = crypto.randomUUID();
    const single = await rate(startSink(stack, context, group, "json", SINGLE_RECORDS));
    const two = await together(stack, context);
    return findings({ bare, sink, single, two, peak });
  },
};

function options({ signal }: BenchContext, env: Record<string, string> = {}) {
  return { env, signal };
}

function startSink(
  stack: BenchStack,
  context: BenchContext,
  group: string,
  format: string,
  count: number,
): Running {
  const env = {
    ...stack.env,
    KAFKA_TOPIC: "bench",
    KAFKA_GROUP_ID: group,
    S3_DATA_PREFIX: group,
    // As the task has it: the engine frees memory sooner.
    DENO_V8_FLAGS: "--max-semi-space-size=2",
  };
  const args = [format, String(count)];
  return startScript("scripts/bench/workers/sink.ts", args, options(context, env));
}

async function rate(worker: Running): Promise<number> {
  const { records, seconds } = await worker.result() as Timed;
  return records / seconds;
}

/** Two sinks of one group, each of which takes its half of the partitions' records. */
async function together(stack: BenchStack, context: BenchContext): Promise<number> {
  context.note("two sinks store them together");
  const group = crypto.randomUUID();
  const workers = [1, 2].map(() => startSink(stack, context, group, "jsonl", RECORDS / 2));
  const rates = await Promise.all(workers.map(rate));
  return rates.reduce((sum, one) => sum + one, 0);
}

interface Measured {
  bare: number;
  sink: number;
  single: number;
  two: number;
  peak: number | undefined;
}

function findings({ bare, sink, single, two, peak }: Measured): Finding[] {
  const ratio = (what: string, value: number, least: number): Finding => ({
    what,
    figure: value.toFixed(2),
    target: `≥ ${least}`,
    met: value >= least,
  });
  const cores = navigator.hardwareConcurrency;
  return [
    { what: "bare kafkajs consumer", figure: `${formatCount(bare)}/s` },
    { what: "the sink, gzip JSON lines", figure: `${formatCount(sink)}/s` },
    ratio("the sink to the bare consumer", sink / bare, LEAST_OF_BARE),
    { what: "the sink, one object a record", figure: `${formatCount(single)}/s` },
    ratio("gzip JSON lines to one object a record", sink / single, LEAST_TO_SINGLE),
    // The broker and S3 take a core of their own: two sinks need three at least.
    cores > 2
      ? ratio("two sinks to one", two / sink, LEAST_OF_TWO)
      : { what: `two sinks to one, on ${cores} cores`, figure: (two / sink).toFixed(2) },
    {
      what: `the sink's memory at most, over ${formatCount(RECORDS)} records`,
      ...(peak
        ? {
          figure: formatBytes(peak),
          target: `≤ ${formatBytes(MOST_MEMORY)}`,
          met: peak <= MOST_MEMORY,
        }
        : { figure: "not told here" }),
    },
  ];
}
