/**
 * Digests of many values, and the percentiles that they tell.
 * @module
 */
import { Buffer } from "node:buffer";
import { doubleText } from "../../types/numbers.ts";
import { TDigest } from "../sketches/tdigest.ts";
import { badArgument, udf, type Udfs } from "../udf.ts";

interface Numbers {
  items: readonly number[];
}

/** Digests a list with values and their weights by turns; nothing where it has none. */
function digested({ items }: Numbers): TDigest | undefined {
  if (items.length === 0) return undefined;
  const digest = new TDigest();
  for (let i = 0; i < items.length; i += 2) {
    const weight = items[i + 1] as number;
    if (!(weight >= 1)) badArgument(`weight must be >= 1, was ${doubleText(weight)}`);
    digest.add(items[i] as number, weight);
  }
  return digest;
}

/** A digest as it comes from one machine to the next. */
const sent = (digest: TDigest) => TDigest.deserialize(digest.serialize());

function requirePercentile(percentile: number): void {
  if (!(percentile >= 0 && percentile <= 1)) badArgument("Percentile must be between 0 and 1");
}

function percentiles(list: Numbers, { items: asked }: Numbers, alone: boolean): string | null {
  if (list.items.length > 0) {
    for (const percentile of asked as readonly (number | null)[]) {
      if (percentile === null) badArgument("Percentile cannot be null");
      else requirePercentile(percentile);
    }
  }
  const digest = digested(list);
  if (!digest) return null;
  const sorted = [...asked.entries()].sort(([, a], [, b]) => a - b);
  const values = (alone ? digest : sent(digest)).valuesAt(sorted.map(([, quantile]) => quantile));
  const result = new Array<number>(asked.length);
  for (const [i, [place]] of sorted.entries()) result[place] = values[i] as number;
  return JSON.stringify(result);
}

/** A quantile of a digest's values, whose range the engine asserts. */
function valuesAt({ bytes }: { bytes: Uint8Array }, quantiles: readonly number[]): number[] {
  for (const [i, quantile] of quantiles.entries()) {
    if (i > 0 && quantile < (quantiles[i - 1] as number)) {
      badArgument("percentiles must be sorted in increasing order");
    }
  }
  if (quantiles.some((quantile) => quantile < 0 || quantile > 1)) {
    throw new Error("GENERIC_INTERNAL_ERROR: quantiles should be in [0, 1] range");
  }
  return TDigest.deserialize(bytes).valuesAt(quantiles);
}

export const DIGEST_UDFS: Udfs = {
  t_percentile: udf("ldb", "d", (list: Numbers, percentile: number, alone: boolean) => {
    const digest = digested(list);
    if (!digest) return null;
    requirePercentile(percentile);
    return (alone ? digest : sent(digest)).valuesAt([percentile])[0] as number;
  }),
  t_percentiles: udf("llb", "s", percentiles),
  t_exact_double: udf("i", "d", (value: bigint) => {
    // Java takes the next double for the greatest number.
    if (value === 2n ** 63n - 1n || BigInt(Number(value)) === value) return Number(value);
    return badArgument(`no exact double representation for long: ${value}`);
  }),
  t_tdigest: udf("lb", "x", (list: Numbers, alone: boolean) => {
    const digest = digested(list);
    if (!digest) return null;
    return (alone ? digest : sent(digest)).serialize();
  }),
  t_merge_tdigests: udf("tb", "x", ({ items }: { items: string[] }, alone: boolean) => {
    const [first, ...others] = items.map((hex) => TDigest.deserialize(Buffer.from(hex, "hex")));
    if (!first) return null;
    for (const other of others) first.mergeWith(other);
    return (alone ? first : sent(first)).serialize();
  }),
  t_value_at: udf(
    "xd",
    "d",
    (digest: { bytes: Uint8Array }, quantile: number) => valuesAt(digest, [quantile])[0] as number,
  ),
  t_values_at: udf(
    "xl",
    "s",
    (digest: { bytes: Uint8Array }, { items }: Numbers) => JSON.stringify(valuesAt(digest, items)),
  ),
};
