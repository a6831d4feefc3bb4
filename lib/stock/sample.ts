/**
 * The shipped sample, and random draws from any records.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../config.ts";
import { randomBelow, seededRandom } from "./random.ts";
import type { StockRecord } from "./value.ts";

/** Path of the shipped sample of synthetic index prices. */
export const SAMPLE_FILE: string = join(projectDir, "data", "index_prices.csv");

/**
 * Draws records at random, the same one now and again, as the tutorial's producer does.
 *
 * @param records Records to draw from; at least one
 * @param options The seed that makes the draws repeatable; without one they differ from run to run
 * @returns Records without end
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const records = [{ Index: "HSI" }, { Index: "N225" }, { Index: "NYA" }];
 * const draw = () => sampleRecords(records, { seed: 7 }).take(5).toArray();
 * assertEquals(draw(), draw());
 * ```
 */
export function* sampleRecords(
  records: readonly StockRecord[],
  options: { seed?: number } = {},
): Generator<StockRecord, void> {
  const seed = options.seed ?? crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  const random = seededRandom(seed);
  while (records.length > 0) {
    const record = records[randomBelow(random, records.length)];
    if (record) yield record;
  }
}
