/**
 * T-digests: many values as few centroids, small ones at the ends, which tell quantiles nearly. The
 * same centroids and the same bytes as the engine's, of values that come in the same order.
 * @module
 */
import { log } from "../arithmetic/twofold.ts";
import { fail } from "../udf.ts";
import { quickSort } from "./quick_sort.ts";

const COMPRESSION = 100;
const HEADER = 37;

/** A digest. */
export class TDigest {
  #means = new Float64Array(1);
  #weights = new Float64Array(1);
  #count = 0;
  #total = 0;
  #min = Infinity;
  #max = -Infinity;
  #backwards = false;
  #unmerged = false;

  constructor(readonly compression = COMPRESSION) {}

  /** The sum of the values' weights. */
  get total(): number {
    return this.#total;
  }

  /**
   * Adds a value.
   *
   * @throws {Error} `GENERIC_INTERNAL_ERROR`, where it is not finite
   */
  add(value: number, weight: number): void {
    for (const [name, given] of [["value", value], ["weight", weight]] as const) {
      if (Number.isNaN(given)) fail("GENERIC_INTERNAL_ERROR", `${name} is NaN`);
      if (!Number.isFinite(given)) fail("GENERIC_INTERNAL_ERROR", `${name} must be finite`);
    }
    const most = Math.trunc(6 * (2 * this.compression + 10));
    if (this.#count === this.#means.length) {
      if (this.#count < most) this.#grow(Math.min(this.#count * 2, most));
      else this.#merge(2 * this.compression);
    }
    this.#means[this.#count] = value;
    this.#weights[this.#count] = weight;
    this.#count++;
    this.#total += weight;
    this.#min = Math.min(value, this.#min);
    this.#max = Math.max(value, this.#max);
    this.#unmerged = true;
  }

  /** Adds what is in another digest. */
  mergeWith(other: TDigest): void {
    if (this.#count + other.#count > this.#means.length) {
      this.#merge(2 * this.compression);
      other.#merge(2 * this.compression);
      this.#grow(this.#count + other.#count);
    }
    this.#means.set(other.#means.subarray(0, other.#count), this.#count);
    this.#weights.set(other.#weights.subarray(0, other.#count), this.#count);
    this.#count += other.#count;
    this.#total += other.#total;
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
    this.#unmerged = true;
  }

  /** The digest's bytes; its centroids are merged before. */
  serialize(): Uint8Array {
    this.#merge(this.compression);
    const bytes = new Uint8Array(HEADER + 16 * this.#count);
    const view = new DataView(bytes.buffer);
    const header = [this.#min, this.#max, this.compression, this.#total];
    for (const [i, value] of header.entries()) view.setFloat64(1 + 8 * i, value, true);
    view.setInt32(33, this.#count, true);
    for (let i = 0; i < this.#count; i++) {
      view.setFloat64(HEADER + 8 * i, this.#means[i] as number, true);
      view.setFloat64(HEADER + 8 * (this.#count + i), this.#weights[i] as number, true);
    }
    return bytes;
  }

  /** Reads a digest's bytes. */
  static deserialize(bytes: Uint8Array): TDigest {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    if (bytes.length < HEADER || bytes[0] !== 0) fail("GENERIC_INTERNAL_ERROR", "Invalid format");
    const digest = new TDigest(view.getFloat64(17, true));
    digest.#min = view.getFloat64(1, true);
    digest.#max = view.getFloat64(9, true);
    digest.#total = view.getFloat64(25, true);
    digest.#count = view.getInt32(33, true);
    if (bytes.length < HEADER + 16 * digest.#count) {
      fail("GENERIC_INTERNAL_ERROR", "Invalid format");
    }
    const read = (at: number) =>
      Float64Array.from({ length: digest.#count }, (_, i) => view.getFloat64(at + 8 * i, true));
    digest.#means = read(HEADER);
    digest.#weights = read(HEADER + 8 * digest.#count);
    return digest;
  }

  #grow(size: number): void {
    if (this.#means.length >= size) return;
    for (const name of ["means", "weights"] as const) {
      const larger = new Float64Array(size);
      larger.set(name === "means" ? this.#means : this.#weights);
      if (name === "means") this.#means = larger;
      else this.#weights = larger;
    }
  }

  /** Takes centroids that are beside each other together, as far as the compression lets them. */
  #merge(compression: number): void {
    const count = this.#count;
    if (count === 0) return;
    const places = new Int32Array(count);
    for (let i = 0; i < count; i++) places[i] = i;
    quickSort(places, this.#means, 0, count);
    if (this.#backwards) places.reverse();
    const total = this.#total;
    const normalizer = compression / (4 * log(total / compression) + 24);
    const largest = (quantile: number) => quantile * (1 - quantile) / normalizer;
    const means: number[] = [];
    const weights: number[] = [];
    let mean = this.#means[places[0] as number] as number;
    let weight = this.#weights[places[0] as number] as number;
    let before = 0;
    let limit = largest(0);
    for (let i = 1; i < count; i++) {
      const place = places[i] as number;
      const [nextMean, nextWeight] = [this.#means[place] as number, this.#weights[place] as number];
      const tentative = weight + nextWeight;
      const quantile = Math.min((before + tentative) / total, 1);
      if (tentative <= total * Math.min(limit, largest(quantile))) {
        mean = mean + (nextMean - mean) * nextWeight / tentative;
        weight = tentative;
        continue;
      }
      means.push(mean);
      weights.push(weight);
      before += weight;
      limit = largest(before / total);
      [mean, weight] = [nextMean, nextWeight];
    }
    means.push(mean);
    weights.push(weight);
    if (this.#backwards) {
      means.reverse();
      weights.reverse();
    }
    this.#backwards = !this.#backwards;
    this.#means.set(means);
    this.#weights.set(weights);
    this.#count = means.length;
  }

  /**
   * Values at quantiles.
   *
   * @param quantiles From 0 to 1, the least first
   */
  valuesAt(quantiles: readonly number[]): number[] {
    if (this.#count === 0) return quantiles.map(() => NaN);
    if (this.#unmerged) this.#merge(2 * this.compression);
    if (this.#count === 1) return quantiles.map(() => this.#means[0] as number);
    const walk = { at: 0, before: (this.#weights[0] as number) / 2 };
    return quantiles.map((quantile) => this.#valueAt(quantile * this.#total, walk));
  }

  #valueAt(offset: number, walk: { at: number; before: number }): number {
    const [means, weights, last] = [this.#means, this.#weights, this.#count - 1];
    const total = this.#total;
    const weight = (i: number) => weights[i] as number;
    const mean = (i: number) => means[i] as number;
    if (offset < 1) return this.#min;
    if (offset < weight(0) / 2) {
      return this.#min + interpolate(offset, 1, this.#min, weight(0) / 2, mean(0));
    }
    if (
      offset <= total - 1 && total - offset <= weight(last) / 2 && weight(last) / 2 > 1
    ) return this.#max + interpolate(total - offset, 1, this.#max, weight(last) / 2, mean(last));
    if (offset >= total - 1) return this.#max;
    let delta = (weight(walk.at) + weight(walk.at + 1)) / 2;
    while (walk.at < last && walk.before + delta <= offset) {
      walk.before += delta;
      walk.at++;
      if (walk.at < last) delta = (weight(walk.at) + weight(walk.at + 1)) / 2;
    }
    if (walk.at === last) {
      if (offset > total - 1 || weight(last) / 2 <= 1) return this.#max;
      return this.#max + interpolate(total - offset, 1, this.#max, weight(last) / 2, mean(last));
    }
    const [here, next] = [walk.at, walk.at + 1];
    const past = offset - walk.before;
    if (weight(here) === 1 && past < weight(here) / 2) return mean(here);
    if (weight(next) === 1 && past >= weight(here) / 2) return mean(next);
    const single = weight(here) === 1;
    const start = single ? past - weight(here) / 2 : past;
    const length = single ? weight(next) / 2 : weight(next) === 1 ? weight(here) / 2 : delta;
    return mean(here) + interpolate(start, 0, mean(here), length, mean(next));
  }
}

function interpolate(x: number, x0: number, y0: number, x1: number, y1: number): number {
  return (x - x0) / (x1 - x0) * (y1 - y0);
}
