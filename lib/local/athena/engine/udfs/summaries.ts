/**
 * What is told of many values in few: histograms, the most frequent ones.
 * @module
 */
import { type Bucket, histogram } from "../sketches/histogram.ts";
import { StreamSummary } from "../sketches/stream_summary.ts";
import { badArgument, fail, udf, type Udfs } from "../udf.ts";

function requireInt(value: number): void {
  if (Math.abs(value) > 2147483647) fail("GENERIC_INTERNAL_ERROR", "integer overflow");
}

/** A histogram of a list with, by turns, the number of buckets, a value and its weight. */
function numericHistogram({ items }: { items: readonly number[] }): string | null {
  const [size] = items;
  if (size === undefined) return null;
  if (size < 2) badArgument("numeric_histogram bucket count must be greater than one");
  requireInt(size);
  const values: Bucket[] = [];
  for (let i = 0; i < items.length; i += 3) {
    values.push({ value: items[i + 1] as number, weight: items[i + 2] as number });
  }
  const buckets = histogram(values, size).filter(({ value }, i, all) =>
    !Number.isNaN(value) || i === all.length - 1
  );
  return `{${buckets.map(({ value, weight }) => `${shown(value)}=${weight}`).join(", ")}}`;
}

const shown = (value: number) => Object.is(value, -0) ? "-0.0" : String(value);

/** The most frequent of a list with, by turns, how many are asked for, how many are counted, a value. */
function mostFrequent({ items }: { items: readonly string[] }): string | null {
  const [size, capacity] = items.slice(0, 2).map(Number);
  if (size === undefined || capacity === undefined) return null;
  if (size < 2) badArgument("approx_most_frequent bucket count must be greater than one");
  requireInt(size);
  requireInt(capacity);
  if (capacity < 1) {
    fail(
      "GENERIC_INTERNAL_ERROR",
      'Cannot read field "counterList" because "min" is null',
    );
  }
  const summary = new StreamSummary(capacity);
  for (let i = 2; i < items.length; i += 3) summary.offer(items[i] as string);
  const entries = summary.top(size).map(([value, count]) => `${JSON.stringify(value)}:${count}`);
  return `{${entries.join(",")}}`;
}

export const SUMMARY_UDFS: Udfs = {
  t_numeric_histogram: udf("l", "s", numericHistogram),
  t_most_frequent: udf("t", "s", mostFrequent),
};
