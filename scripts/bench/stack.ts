/**
 * An embedded stack for a benchmark alone.
 * @module
 */
import type { StackInfo } from "../../lib/config.ts";
import { cpuSecondsOf, memoryOf, startScript } from "./processes.ts";

/** A stack in a process and a temporary folder of its own. */
export interface BenchStack extends StackInfo {
  /** Settings that lead the tasks to it. */
  env: Record<string, string>;
  /** Seconds from the start of the process until it answered. */
  startSeconds: number;
  /** Bytes of memory its process has now; `undefined` where the system does not tell. */
  memoryNow(): Promise<number | undefined>;
  /** Seconds that its process has kept cores busy; `undefined` where the system does not tell. */
  cpuSeconds(): Promise<number | undefined>;
  /** Most bytes of memory its process has had. */
  peakBytes(): number | undefined;
  stop(): Promise<void>;
}

/** How a stack for a benchmark is started. */
export interface BenchStackOptions {
  /** Folder with a state that is there already; by default a temporary one, deleted at the end. */
  dataDir?: string;
}

/**
 * Starts a stack on free ports.
 *
 * @param signal Stops it
 * @param options Where its state is
 * @returns The stack
 */
export async function startBenchStack(
  signal: AbortSignal,
  { dataDir }: BenchStackOptions = {},
): Promise<BenchStack> {
  const start = performance.now();
  const state = dataDir === undefined ? ["--ephemeral"] : ["--data-dir", dataDir];
  const args = [...state, "--kafka-port", "0", "--aws-port", "0", "--json"];
  const process = startScript("scripts/local.ts", args, { permissions: "local", signal });
  const info = await process.firstLine() as StackInfo;
  return {
    ...info,
    env: {
      PIPELINE_TARGET: "local",
      KAFKA_BROKERS: info.kafka,
      AWS_ENDPOINT_URL: info.aws,
      TICKERTAPE_DATA_DIR: info.dataDir,
    },
    startSeconds: (performance.now() - start) / 1000,
    memoryNow: () => memoryOf(process.pid, "now"),
    cpuSeconds: () => cpuSecondsOf(process.pid),
    peakBytes: process.peakBytes,
    stop: process.stop,
  };
}
