/**
 * Sums of doubles, row by row as the engine adds them, to the last digit; and sums of bits.
 * @module
 */
import { aggregate, type Aggregates } from "../aggregate.ts";

/** Bits of whole numbers taken together. */
class Bits {
  bits: bigint | undefined;

  constructor(readonly together: (a: bigint, b: bigint) => bigint) {}

  add(value: bigint): void {
    this.bits = this.bits === undefined ? value : this.together(this.bits, value);
  }
}

const bitsOf = ({ bits }: Bits) => bits ?? null;

/** A sum that rows are only added to. */
class GrowingSum {
  count = 0;
  sum = 0;

  add(value: number): void {
    this.count++;
    this.sum += value;
  }
}

/** A sum that rows are taken out of too, which leaves what rounding has left, and NaN. */
class Sum extends GrowingSum {
  remove(value: number): void {
    this.count--;
    this.sum -= value;
  }
}

const begin = () => new Sum();

export const SUMS = {
  sum: aggregate("d", "d", begin, ({ count, sum }) => count === 0 ? null : sum),
  avg: aggregate("d", "d", begin, ({ count, sum }) => count === 0 ? null : sum / count),
  sum_real: aggregate(
    "d",
    "d",
    () => new GrowingSum(),
    ({ count, sum }) => count === 0 ? null : sum,
  ),
  /** Of the values' logarithms. */
  geometric_mean: aggregate(
    "d",
    "d",
    () => new GrowingSum(),
    ({ count, sum }) => count === 0 ? null : Math.exp(sum / count),
  ),
  bit_and: aggregate("i", "i", () => new Bits((a, b) => a & b), bitsOf),
  bit_or: aggregate("i", "i", () => new Bits((a, b) => a | b), bitsOf),
} satisfies Aggregates;
