/**
 * Findings that several benchmarks share.
 * @module
 */
import { formatBytes, formatCount, formatSeconds } from "../cli/format.ts";
import type { Finding } from "./benchmark.ts";
import type { BenchStack } from "./stack.ts";

/**
 * Tells how long something took.
 *
 * @param what What it was
 * @param seconds How long it took
 * @param most The longest it may take; none where it is only told
 * @returns The finding
 */
export function took(what: string, seconds: number, most?: number): Finding {
  const finding = { what, figure: formatSeconds(seconds) };
  if (most === undefined) return finding;
  return { ...finding, target: `≤ ${formatSeconds(most)}`, met: seconds <= most };
}

/**
 * Tells a count that has to be a certain one.
 *
 * @param what What was counted
 * @param count How many there were
 * @param wanted How many there have to be
 * @returns The finding
 */
export function counted(what: string, count: number, wanted: number): Finding {
  return {
    what,
    figure: formatCount(count),
    target: formatCount(wanted),
    met: count === wanted,
  };
}

/**
 * Tells how many times one figure is another.
 *
 * @param what What is held against what
 * @param ratio How many times it is
 * @param least What it has to be at least
 * @returns The finding
 */
export function atLeast(what: string, ratio: number, least: number): Finding {
  const figure = ratio < 100 ? ratio.toFixed(2) : formatCount(ratio);
  return { what, figure, target: `≥ ${least}`, met: ratio >= least };
}

/**
 * Tells how much memory something took.
 *
 * @param what What took it
 * @param bytes How much; `NaN` where the system does not tell
 * @param most The most it may take
 * @returns The finding
 */
export function atMost(what: string, bytes: number, most: number): Finding {
  if (Number.isNaN(bytes)) return { what, figure: "not told here" };
  return {
    what,
    figure: formatBytes(bytes),
    target: `≤ ${formatBytes(most)}`,
    met: bytes <= most,
  };
}

/**
 * Tells the most memory a stack has had.
 *
 * @param stack The stack
 * @returns The finding
 */
export function peakMemory(stack: BenchStack): Finding {
  const bytes = stack.peakBytes();
  return {
    what: "the stack's memory at most",
    figure: bytes === undefined ? "not told here" : formatBytes(bytes),
  };
}

/**
 * Tells whether a stack's memory grew while it did the same again and again.
 *
 * @param what What it did
 * @param readings Bytes it had after equal parts of the work
 * @param slack Bytes that the last reading may be above the first
 * @returns The finding
 */
export function kept(what: string, readings: readonly number[], slack: number): Finding {
  const figure = readings.map(formatBytes).join(", ");
  const growth = (readings.at(-1) ?? NaN) - (readings[0] ?? NaN);
  if (Number.isNaN(growth)) return { what, figure: "not told here" };
  return { what, figure, target: `grows ≤ ${formatBytes(slack)}`, met: growth <= slack };
}

/**
 * Measures how long something takes.
 *
 * @param work What to do
 * @returns Its result, and the seconds it took
 */
export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}
