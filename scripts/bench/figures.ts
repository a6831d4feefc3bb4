/**
 * Figures of benchmarks.
 * @module
 */

/**
 * Gives the middle one of some measurements.
 *
 * @param values Measurements; at least one
 * @returns The one in the middle, or the mean of the two there
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/**
 * Gives the measurement that a share of all is not above.
 *
 * @param sorted Measurements, the smallest first; at least one
 * @param share Such as 0.99
 * @returns The smallest of them that so many are not above
 */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(Math.ceil(sorted.length * share) - 1, 0)] ?? NaN;
}

/**
 * Measures some ways in turns, so that a busy moment of the machine is not one way's alone.
 *
 * @param rounds How often each is measured
 * @param ways What to measure, each giving a figure
 * @returns The median of each
 */
export async function inTurns<Name extends string>(
  rounds: number,
  ways: Record<Name, () => Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Every second round goes the other way around.
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      measured.get(name)?.push(await ways[name]());
    }
  }
  const medians = names.map((name) => [name, median(measured.get(name) ?? [])]);
  return Object.fromEntries(medians) as Record<Name, number>;
}
