/**
 * How many bytes a second go by, over the last seconds, measured as Kafka does: in samples of a
 * second, of which the last ten and the one that is running count.
 * @module
 */

const SAMPLES = 11;
const SAMPLE_MS = 1_000;

interface Sample {
  startMs: number;
  lastMs: number;
  bytes: number;
}

/** Bytes over time. */
export interface Rate {
  /** When something was counted last. */
  readonly lastMs: number;
  count(bytes: number, nowMs: number): void;
  /** How long to wait until the rate is at a limit, in milliseconds: 0 where it is below. */
  excessMs(limit: number, nowMs: number): number;
}

/** Seconds in which bytes may go by at once that a limit would spread over them. */
export const WINDOW_SECONDS = (SAMPLES - 1) * SAMPLE_MS / 1_000;

/** Starts with nothing counted. */
export function createRate(): Rate {
  let samples: Sample[] = [];
  return {
    get lastMs() {
      return samples.at(-1)?.lastMs ?? 0;
    },
    count(bytes, nowMs) {
      let current = samples.at(-1);
      if (current === undefined || nowMs - current.startMs >= SAMPLE_MS) {
        current = { startMs: nowMs, lastMs: nowMs, bytes: 0 };
        samples.push(current);
      }
      current.bytes += bytes;
      current.lastMs = nowMs;
    },
    excessMs(limit, nowMs) {
      samples = samples.filter(({ lastMs }) => nowMs - lastMs < SAMPLES * SAMPLE_MS);
      const bytes = samples.reduce((sum, sample) => sum + sample.bytes, 0);
      const elapsedMs = nowMs - (samples[0]?.startMs ?? nowMs);
      const missing = Math.max(0, SAMPLES - 1 - Math.floor(elapsedMs / SAMPLE_MS));
      const windowMs = elapsedMs + missing * SAMPLE_MS;
      const rate = bytes * 1_000 / windowMs;
      return rate > limit ? Math.round((rate - limit) / limit * windowMs) : 0;
    },
  };
}
