/**
 * Sums, row by row as the engine adds them: of doubles to the last digit, of whole numbers to the row
 * that goes beyond the greatest one; and sums of bits.
 * @module
 */
import { decimalText, unscaled } from "../../types/numbers.ts";
import { aggregate, type Aggregates } from "../aggregate.ts";
import { fail } from "../udf.ts";

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

/** A sum that no number of bits bounds. */
class EndlessSum {
  count = 0;
  sum = 0n;

  add(value: bigint): void {
    this.count++;
    this.sum += value;
  }

  remove(value: bigint): void {
    this.count--;
    this.sum -= value;
  }
}

/** A sum of bigints, which is one itself whatever row is added or taken out. */
class BigintSum extends EndlessSum {
  override add(value: bigint): void {
    const { sum } = this;
    super.add(value);
    this.#require("addition", sum, "+", value);
  }

  override remove(value: bigint): void {
    const { sum } = this;
    super.remove(value);
    this.#require("subtraction", sum, "-", value);
  }

  #require(name: string, sum: bigint, operator: string, value: bigint): void {
    if (BigInt.asIntN(64, this.sum) === this.sum) return;
    fail(
      "NUMERIC_VALUE_OUT_OF_RANGE",
      `bigint ${name} overflow: ${sum} ${operator} ${value}`,
    );
  }
}

/** Of values that come again only the first is added. */
class DistinctSum {
  readonly values = new Set<bigint>();
  readonly total = new BigintSum();

  add(value: bigint): void {
    if (this.values.has(value)) return;
    this.values.add(value);
    this.total.add(value);
  }
}

/** A sum of decimals of one scale, which come as text. */
class DecimalSum {
  readonly total = new EndlessSum();
  scale = 0;

  add(text: string): void {
    const { value, scale } = unscaled(text);
    this.scale = scale;
    this.total.add(value);
  }

  remove(text: string): void {
    this.total.remove(unscaled(text).value);
  }
}

const begin = () => new Sum();

const told = ({ count, sum }: EndlessSum) => count === 0 ? null : sum;

export const SUMS = {
  sum_bigint: aggregate("i", "i", () => new BigintSum(), told),
  sum_distinct_bigint: aggregate("i", "i", () => new DistinctSum(), ({ total }) => told(total)),
  sum_decimal: aggregate("s", "s", () => new DecimalSum(), ({ total, scale }) => {
    const sum = told(total);
    return sum === null ? null : decimalText(sum, scale);
  }),
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
