/**
 * The engine's histogram of so many buckets: it merges two that are beside each other for the least
 * penalty, whenever there are a hundred values more than buckets.
 * @module
 */

/** A bucket: the mean of its values, and their weight. */
export interface Bucket {
  value: number;
  weight: number;
}

/** Values that are kept beside the buckets until they are merged. */
const BUFFER = 100;

const order = (a: number, b: number) =>
  a < b
    ? -1
    : a > b
    ? 1
    : Object.is(a, b)
    ? 0
    : Number.isNaN(a)
    ? 1
    : Number.isNaN(b)
    ? -1
    : Object.is(a, -0)
    ? -1
    : 1;

/** A histogram. */
export class Histogram {
  readonly #size: number;
  #buckets: Bucket[] = [];

  /** @param size How many buckets there may be */
  constructor(size: number) {
    this.#size = size;
  }

  /** Adds a value. */
  add(value: number, weight: number): void {
    if (this.#buckets.length === this.#size + BUFFER) this.buckets();
    this.#buckets.push({ value, weight });
  }

  /**
   * The buckets, by their values.
   *
   * @throws {Error} `GENERIC_INTERNAL_ERROR`, where a penalty is no number
   */
  buckets(): readonly Bucket[] {
    this.#buckets = compact(this.#buckets, this.#size);
    return this.#buckets;
  }
}

function compact(buckets: Bucket[], size: number): Bucket[] {
  buckets.sort((a, b) => order(a.value, b.value));
  const distinct: Bucket[] = [];
  for (const bucket of buckets) {
    const last = distinct.at(-1);
    if (last && last.value === bucket.value) last.weight += bucket.weight;
    else distinct.push(bucket);
  }
  merge(distinct, size);
  return distinct.sort((a, b) => order(a.value, b.value));
}

/** Merges the two buckets beside each other that have the least penalty, until there are few enough. */
function merge(buckets: Bucket[], size: number): void {
  const costs = buckets.map((bucket, i) => penalty(bucket, buckets[i + 1]));
  while (buckets.length > size) {
    let at = 0;
    for (let i = 1; i < costs.length; i++) {
      const [cost, least] = [costs[i] as number, costs[at] as number];
      if (cost < least || (Number.isNaN(least) && !Number.isNaN(cost))) at = i;
    }
    const [left, right] = [buckets[at] as Bucket, buckets[at + 1]];
    if (!right) throw new Error("GENERIC_INTERNAL_ERROR: Expected right to be != null");
    const weight = left.weight + right.weight;
    const value = (left.value * left.weight + right.value * right.weight) / weight;
    buckets.splice(at, 2, { value, weight });
    costs.splice(at, 1);
    costs[at] = penalty(buckets[at] as Bucket, buckets[at + 1]);
    if (at > 0) costs[at - 1] = penalty(buckets[at - 1] as Bucket, buckets[at]);
  }
}

/** The engine takes the left bucket's weight for the right one's value, and the other way round. */
function penalty(left: Bucket, right: Bucket | undefined): number {
  if (!right) return Infinity;
  const [value1, value2, weight1, weight2] = [left.value, left.weight, right.value, right.weight];
  const weight = value2 + weight2;
  const share = (value2 * weight2) / ((value2 + weight2) * (value2 + weight2));
  return weight * ((value1 - weight1) * (value1 - weight1)) * share;
}
