/**
 * Digests of many values, and the percentiles that they tell.
 * @module
 */
import { doubleText } from "../../types/numbers.ts";
import { aggregate, type Aggregates } from "../aggregate.ts";
import { TDigest } from "../sketches/tdigest.ts";
import { badArgument } from "../udf.ts";

interface Numbers {
  items: readonly number[];
}

/** A digest as it comes from one machine to the next; within a window it stays where it is. */
const sent = (digest: TDigest, windowed: boolean) =>
  windowed ? digest : TDigest.deserialize(digest.serialize());

/** Values with their weights. */
class Digested {
  digest: TDigest | undefined;

  add(value: number, weight: number): void {
    if (!(weight >= 1)) badArgument(`weight must be >= 1, was ${doubleText(weight)}`);
    this.digest ??= new TDigest();
    this.digest.add(value, weight);
  }
}

/** Values of which one percentile is asked, that of the last row. */
class WithPercentile extends Digested {
  percentile = 0;

  override add(value: number, weight: number, percentile = 0): void {
    super.add(value, weight);
    this.percentile = percentile;
  }
}

/** Values of which several percentiles are asked, those of the first row. */
class WithPercentiles extends Digested {
  percentiles: readonly number[] | undefined;

  override add(value: number, weight: number, percentiles: Numbers = { items: [] }): void {
    this.percentiles ??= checked(percentiles.items);
    super.add(value, weight);
  }
}

function requirePercentile(percentile: number): void {
  if (!(percentile >= 0 && percentile <= 1)) badArgument("Percentile must be between 0 and 1");
}

function checked(percentiles: readonly (number | null)[]): number[] {
  return percentiles.map((percentile) => {
    if (percentile === null) return badArgument("Percentile cannot be null");
    requirePercentile(percentile);
    return percentile;
  });
}

function percentileOf({ digest, percentile }: WithPercentile, windowed: boolean): number | null {
  if (!digest) return null;
  requirePercentile(percentile);
  return sent(digest, windowed).valuesAt([percentile])[0] as number;
}

function percentilesOf(
  { digest, percentiles = [] }: WithPercentiles,
  windowed: boolean,
): string | null {
  if (!digest) return null;
  const sorted = [...percentiles.entries()].sort(([, a], [, b]) => a - b);
  const values = sent(digest, windowed).valuesAt(sorted.map(([, quantile]) => quantile));
  const result = new Array<number>(percentiles.length);
  for (const [i, [place]] of sorted.entries()) result[place] = values[i] as number;
  return JSON.stringify(result);
}

/** Digests taken together. */
class Merged {
  digest: TDigest | undefined;

  add({ bytes }: { bytes: Uint8Array }): void {
    const other = TDigest.deserialize(bytes);
    if (this.digest) this.digest.mergeWith(other);
    else this.digest = other;
  }
}

function bytesOf({ digest }: Digested | Merged, windowed: boolean): Uint8Array | null {
  return digest ? sent(digest, windowed).serialize() : null;
}

export const DIGESTS = {
  percentile: aggregate("ddd", "d", () => new WithPercentile(), percentileOf),
  percentiles: aggregate("ddl", "s", () => new WithPercentiles(), percentilesOf),
  tdigest: aggregate("dd", "x", () => new Digested(), bytesOf),
  merge_tdigests: aggregate("x", "x", () => new Merged(), bytesOf),
} satisfies Aggregates;
