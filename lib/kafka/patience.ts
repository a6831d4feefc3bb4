/**
 * Trying again what Kafka could not do at the moment.
 * @module
 */
import { TickertapeError } from "../errors.ts";
import { pause } from "../pause.ts";

/** Milliseconds without success after which a batch is given up: Kafka's `delivery.timeout.ms`. */
const PATIENCE_MS = 120_000;

/**
 * Milliseconds after which what brokers answer is given up, rather than that none answers. Another
 * broker takes over from one whose disk fails within seconds, and a topic that is gone stays so.
 */
const ANSWERED_MS = 30_000;
const ANSWERS = ["KAFKA_STORAGE", "KAFKA_NO_TOPIC"];

/** Milliseconds between two tries. */
const RETRY_MS = 1_000;

/** How long something is tried. */
export interface PatienceOptions {
  /** Told of each failure after which it is tried again. */
  onFailure?: (error: TickertapeError) => void;
  /** Ends the trying. */
  signal: AbortSignal;
  /** Milliseconds that everything and that what brokers answer may take; for tests. */
  limits?: { patienceMs: number; answeredMs: number };
}

/**
 * Does something until it succeeds, fails for good, or has failed for too long.
 *
 * @param body What is done
 * @param options Who is told, and what ends it
 * @returns The body's result
 * @throws What the body failed with last
 */
export async function patiently<T>(
  body: () => Promise<T>,
  { onFailure, signal, limits }: PatienceOptions,
): Promise<T> {
  const { patienceMs, answeredMs } = limits ?? { patienceMs: PATIENCE_MS, answeredMs: ANSWERED_MS };
  const since = performance.now();
  while (true) {
    try {
      return await body();
    } catch (error) {
      if (!(error instanceof TickertapeError) || !error.retriable || signal.aborted) throw error;
      const mostMs = ANSWERS.includes(error.code) ? answeredMs : patienceMs;
      if (performance.now() - since > mostMs) throw error;
      onFailure?.(error);
      await pause(RETRY_MS, signal);
      if (signal.aborted) throw error;
    }
  }
}
