/**
 * `deno task produce --rate max` beside a bare kafkajs loop.
 * @module
 */
import { formatCount } from "../cli/format.ts";
import type { Benchmark } from "./benchmark.ts";
import { inTurns } from "./figures.ts";
import { startScript } from "./processes.ts";

const RECORDS = 150_000;
const ROUNDS = 3;

/** Least share of the bare loop's speed. */
const LEAST = 0.9;

/** Sends the same records both ways. */
export const produceBenchmark: Benchmark = {
  name: "produce",
  shows: "produce --rate max, beside a bare kafkajs loop with the same batches and settings",
  run: async ({ stack, signal, note }) => {
    const { env, kafka } = await stack();
    const options = { env, signal };
    const make = ["create", "bench", "--json"];
    await startScript("scripts/topic.ts", make, options).result();
    const { bare, task } = await inTurns(ROUNDS, {
      bare: async () => {
        note(`a bare loop sends ${formatCount(RECORDS)} records`);
        const args = [kafka, "bench", String(RECORDS)];
        const worker = startScript("scripts/bench/workers/bare_producer.ts", args, options);
        return RECORDS / (await worker.result() as { seconds: number }).seconds;
      },
      task: async () => {
        note(`the task sends ${formatCount(RECORDS)} records`);
        const args = [
          "--rate",
          "max",
          "--seed",
          "1",
          "--count",
          String(RECORDS),
          "--topic",
          "bench",
        ];
        const worker = startScript("scripts/produce.ts", [...args, "--json"], options);
        return (await worker.result() as { recordsPerSecond: number }).recordsPerSecond;
      },
    });
    return [
      { what: "bare kafkajs loop", figure: `${formatCount(bare)}/s` },
      { what: "produce --rate max", figure: `${formatCount(task)}/s` },
      {
        what: "produce to bare loop",
        figure: (task / bare).toFixed(2),
        target: `≥ ${LEAST}`,
        met: task / bare >= LEAST,
      },
    ];
  },
};
