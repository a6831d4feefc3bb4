/**
 * A topic's backlog, as benchmarks make it.
 * @module
 */
import { startScript } from "./processes.ts";

/** What a topic is filled with. */
export interface Backlog {
  /** Broker, `host:port`. */
  kafka: string;
  topic: string;
  partitions: number;
  records: number;
  signal: AbortSignal;
}

/** Producers that send at the same time: one spends a core on encoding, and the broker waits for it. */
const PRODUCERS = 2;

/**
 * Adds rows of the sample to a topic, evenly; makes the topic where it is missing.
 *
 * @param backlog Where, and how many
 */
export async function fill(backlog: Backlog): Promise<void> {
  const { kafka, topic, partitions, records, signal } = backlog;
  const send = (share: number) => {
    const args = [kafka, topic, String(partitions), String(share)];
    return startScript("scripts/bench/workers/fill.ts", args, { signal }).result();
  };
  // The topic is there before two of them would make it.
  await send(0);
  if (records === 0) return;
  await Promise.all(Array.from({ length: PRODUCERS }, () => send(records / PRODUCERS)));
}
