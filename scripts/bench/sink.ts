/**
 * The sink, as benchmarks run it.
 * @module
 */
import { type Running, startScript } from "./processes.ts";

/** What the sink does. */
export interface SinkRun {
  topic: string;
  /** Records after which it ends. */
  records: number;
  /** `jsonl` by default. */
  format?: "jsonl" | "json";
  /** Settings that lead it to the services. */
  env: Record<string, string>;
  /** Sinks of one group share its partitions; by default it has all of them. */
  group?: string;
  signal: AbortSignal;
}

/** What it tells at its end. */
export interface SinkTold {
  records: number;
  objects: number;
  seconds: number;
}

/**
 * Starts a sink that reads the topic from its beginning and writes below a prefix of its own.
 *
 * @param run What it does
 * @returns The running sink; its result is {@linkcode SinkTold}
 */
export function startSink(
  { topic, records, format = "jsonl", env, group = crypto.randomUUID(), signal }: SinkRun,
): Running {
  const settings = {
    ...env,
    KAFKA_TOPIC: topic,
    KAFKA_GROUP_ID: group,
    S3_DATA_PREFIX: group,
    // As the task has it: the engine frees memory sooner.
    DENO_V8_FLAGS: "--max-semi-space-size=2",
  };
  const args = [format, String(records)];
  return startScript("scripts/bench/workers/sink.ts", args, { env: settings, signal });
}
