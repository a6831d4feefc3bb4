/**
 * The sink beside a bare kafkajs consumer that throws its records away, beside one object a record,
 * and two sinks beside one.
 * @module
 */
import { formatBytes, formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
import { inTurns, median } from "./figures.ts";
import { fill } from "./fill.ts";
import { type Running, startScript } from "./processes.ts";
import { type SinkTold, startSink } from "./sink.ts";
import type { BenchStack } from "./stack.ts";

const BACKLOG = { topic: "bench", partitions: 6, records: 900_000 };
/** Written one to an object, the tutorial's way. */
const SINGLE = { topic: BACKLOG.topic, records: 600, format: "json" } as const;
const ROUNDS = 3;

const LEAST_OF_BARE = 0.75;
const LEAST_TO_SINGLE = 100;
const LEAST_OF_TWO = 1.6;
const MOST_MEMORY = 300 * 1024 * 1024;

/** Kafka to S3 over a backlog. */
export const consumeBenchmark: Benchmark = {
  name: "consume",
  shows: "Kafka to S3 (gzip JSON lines), beside a bare kafkajs consumer and one object a record",
  run: async (context) => {
    const stack = await context.stack();
    context.note(`a backlog of ${formatCount(BACKLOG.records)} records`);
    const { signal } = context;
    await fill({ kafka: stack.kafka, ...BACKLOG, signal });
    let peak: number | undefined;
    const stackSeconds: number[] = [];
    const { bare, sink } = await inTurns(ROUNDS, {
      bare: () => {
        context.note("a bare consumer throws the records away");
        const args = ["read", stack.kafka, BACKLOG.topic, String(BACKLOG.records)];
        return rate(startScript("scripts/bench/workers/broker_load.ts", args, { signal }));
      },
      sink: async () => {
        context.note("the sink stores them");
        const before = await stack.cpuSeconds();
        const worker = startSink({ ...BACKLOG, env: stack.env, signal });
        const perSecond = await rate(worker);
        const after = await stack.cpuSeconds();
        if (before !== undefined && after !== undefined) stackSeconds.push(after - before);
        peak = Math.max(peak ?? 0, worker.peakBytes() ?? 0);
        return perSecond;
      },
    });
    context.note("one object a record");
    const single = await rate(startSink({ ...SINGLE, env: stack.env, signal }));
    const two = await together(stack, context);
    return findings({ bare, sink, single, two, peak, stackSeconds });
  },
};

async function rate(worker: Running): Promise<number> {
  const { records, seconds } = await worker.result() as SinkTold;
  return records / seconds;
}

/** Two sinks of one group, each of which takes its half of the partitions' records. */
async function together({ env }: BenchStack, { note, signal }: BenchContext): Promise<number> {
  note("two sinks store them together");
  const half = { ...BACKLOG, records: BACKLOG.records / 2, group: crypto.randomUUID() };
  const workers = [1, 2].map(() => startSink({ ...half, env, signal }));
  const rates = await Promise.all(workers.map(rate));
  return rates.reduce((sum, one) => sum + one, 0);
}

interface Measured {
  bare: number;
  sink: number;
  single: number;
  two: number;
  peak: number | undefined;
  /** Seconds of a processor that the stack took for each run of the sink. */
  stackSeconds: readonly number[];
}

function findings({ bare, sink, single, two, peak, stackSeconds }: Measured): Finding[] {
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
      what: "sinks that the stack could feed, with a core for each",
      figure: stackSeconds.length > 0
        ? (BACKLOG.records / sink / median(stackSeconds)).toFixed(1)
        : "not told here",
    },
    {
      what: `the sink's memory at most, over ${formatCount(BACKLOG.records)} records`,
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
