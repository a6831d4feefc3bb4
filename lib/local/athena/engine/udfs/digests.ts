/**
 * What digests tell.
 * @module
 */
import { TDigest } from "../sketches/tdigest.ts";
import { badArgument, udf, type Udfs } from "../udf.ts";

interface Numbers {
  items: readonly number[];
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
  t_exact_double: udf("i", "d", (value: bigint) => {
    // Java takes the next double for the greatest number.
    if (value === 2n ** 63n - 1n || BigInt(Number(value)) === value) return Number(value);
    return badArgument(`no exact double representation for long: ${value}`);
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
