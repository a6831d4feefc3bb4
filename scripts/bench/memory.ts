/**
 * The sink's memory, and the stack's, as the backlog grows.
 * @module
 */
import { formatBytes, formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark } from "./benchmark.ts";
import { fill } from "./fill.ts";
import { atMost, kept } from "./findings.ts";
import { startSink } from "./sink.ts";
import type { BenchStack } from "./stack.ts";

/** Records of the topic at each reading. */
const BACKLOGS = [500_000, 1_000_000];
const FULL = 5_000_000;

const TOPIC = "bench";
const PARTITIONS = 6;

/** Bytes of a record in the log, which is not compressed, and in an object, which is. */
const LOG_BYTES = 250;
const OBJECT_BYTES = 70;

/** Bytes that a reading may be above the first: what a garbage collector and an allocator leave. */
const SLACK = 64 * 1024 * 1024;

/** Most bytes of the sink. */
const MOST = 300 * 1024 * 1024;

/** Has a sink store ever larger backlogs, each from the topic's beginning. */
export const memoryBenchmark: Benchmark = {
  name: "memory",
  shows: "the sink's and the stack's memory over backlogs of 500,000 and 1,000,000 records (and " +
    "5,000,000 with --full)",
  run: async (context) => {
    const stack = await context.stack();
    const backlogs = context.full ? [...BACKLOGS, FULL] : BACKLOGS;
    const sinks: number[] = [];
    const stacks: number[] = [];
    let filled = 0;
    let stored = 0;
    for (const records of backlogs) {
      stored += records;
      const disk = records * LOG_BYTES + stored * OBJECT_BYTES;
      context.note(
        `a backlog of ${formatCount(records)} records: ${
          formatBytes(disk)
        } in the temporary folder`,
      );
      await fill({
        kafka: stack.kafka,
        topic: TOPIC,
        partitions: PARTITIONS,
        records: records - filled,
        signal: context.signal,
      });
      filled = records;
      sinks.push(await peakOf(records, stack, context));
      stacks.push(await stack.memoryNow() ?? NaN);
    }
    const over = `over ${backlogs.map(formatCount).join(", ")} records`;
    return [
      kept(`the sink's memory at most, ${over}`, sinks, SLACK),
      atMost("the sink's memory at most", Math.max(...sinks), MOST),
      kept(`the stack's memory after it, ${over}`, stacks, SLACK),
    ];
  },
};

async function peakOf(
  records: number,
  { env }: BenchStack,
  { signal, note }: BenchContext,
): Promise<number> {
  note(`a sink stores ${formatCount(records)} records`);
  const sink = startSink({ topic: TOPIC, records, env, signal });
  await sink.result();
  return sink.peakBytes() ?? NaN;
}
