/**
 * What is told of many values in few: histograms, the most frequent ones.
 * @module
 */
import { aggregate, type Aggregates } from "../aggregate.ts";
import { Histogram } from "../sketches/histogram.ts";
import { StreamSummary } from "../sketches/stream_summary.ts";
import { badArgument, fail } from "../udf.ts";

function requireInt(value: number): void {
  if (Math.abs(value) > 2147483647) fail("GENERIC_INTERNAL_ERROR", "integer overflow");
}

/** A histogram of as many buckets as the first row says. */
class Histogrammed {
  histogram: Histogram | undefined;

  add(size: number, value: number, weight: number): void {
    this.histogram ??= new Histogram(checkedSize(size));
    this.histogram.add(value, weight);
  }
}

function checkedSize(size: number): number {
  if (size < 2) badArgument("numeric_histogram bucket count must be greater than one");
  requireInt(size);
  return size;
}

function bucketsOf({ histogram }: Histogrammed): string | null {
  if (!histogram) return null;
  const buckets = histogram.buckets().filter(({ value }, i, all) =>
    !Number.isNaN(value) || i === all.length - 1
  );
  return `{${buckets.map(({ value, weight }) => `${shown(value)}=${weight}`).join(", ")}}`;
}

const shown = (value: number) => Object.is(value, -0) ? "-0.0" : String(value);

/** The most frequent values: how many are asked for and how many are counted, the first row says. */
class Counted {
  summary: StreamSummary | undefined;
  size = 0;

  add(size: bigint, capacity: bigint, value: string): void {
    if (!this.summary) {
      this.size = Number(size);
      this.summary = new StreamSummary(checkedCapacity(this.size, Number(capacity)));
    }
    this.summary.offer(value);
  }
}

function checkedCapacity(size: number, capacity: number): number {
  if (size < 2) badArgument("approx_most_frequent bucket count must be greater than one");
  requireInt(size);
  requireInt(capacity);
  if (capacity < 1) {
    fail(
      "GENERIC_INTERNAL_ERROR",
      'Cannot read field "counterList" because "min" is null',
    );
  }
  return capacity;
}

function mostFrequentOf({ summary, size }: Counted): string | null {
  if (!summary) return null;
  const entries = summary.top(size).map(([value, count]) => `${JSON.stringify(value)}:${count}`);
  return `{${entries.join(",")}}`;
}

export const SUMMARIES = {
  numeric_histogram: aggregate("ddd", "s", () => new Histogrammed(), bucketsOf),
  most_frequent: aggregate("iis", "s", () => new Counted(), mostFrequentOf),
} satisfies Aggregates;
