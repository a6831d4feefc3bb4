/**
 * The rows with the greatest or the least keys, by their places: of keys that are the same those that
 * the engine's heap keeps, in the order that it gives them.
 * @module
 */
import { type Aggregate, aggregate, type Aggregates } from "../aggregate.ts";
import { quickSort } from "../sketches/quick_sort.ts";
import { byBytes } from "../text/utf8.ts";

type Compare<K> = (a: K, b: K) => number;

/** A heap of so many rows, the first to leave at its top. */
class Heap<K> {
  readonly #entries: { key: K; place: number }[] = [];

  constructor(readonly capacity: number, readonly compare: Compare<K>) {}

  add(key: K, place: number): void {
    const entries = this.#entries;
    if (entries.length < this.capacity) {
      entries.push({ key, place });
      this.#siftUp();
    } else if (this.compare((entries[0] as { key: K }).key, key) > 0) {
      entries[0] = { key, place };
      this.#siftDown();
    }
  }

  /** The same rows, as another machine takes them. */
  sent(): Heap<K> {
    const heap = new Heap(this.capacity, this.compare);
    for (const { key, place } of this.#entries) heap.add(key, place);
    return heap;
  }

  /** The places of the rows in the order of their keys. */
  places(): number[] {
    const entries = this.#entries;
    const order = Int32Array.from(entries.keys());
    const ranks = new Float64Array(entries.length);
    const sorted = order.toSorted((a, b) => this.#compareAt(a, b));
    let rank = 0;
    for (const [i, at] of sorted.entries()) {
      if (i > 0 && this.#compareAt(sorted[i - 1] as number, at) !== 0) rank++;
      ranks[at] = rank;
    }
    quickSort(order, ranks, 0, order.length, true);
    return Array.from(order, (at) => (entries[at] as { place: number }).place);
  }

  #compareAt(i: number, j: number): number {
    const entries = this.#entries as { key: K }[];
    return this.compare((entries[i] as { key: K }).key, (entries[j] as { key: K }).key);
  }

  #swap(i: number, j: number): void {
    const entries = this.#entries as { key: K; place: number }[];
    [entries[i], entries[j]] = [entries[j] as typeof entries[0], entries[i] as typeof entries[0]];
  }

  #siftUp(): void {
    for (let at = this.#entries.length - 1; at > 0;) {
      const parent = (at - 1) >> 1;
      if (this.#compareAt(at, parent) < 0) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #siftDown(): void {
    const { length } = this.#entries;
    for (let at = 0;;) {
      const left = 2 * at + 1;
      if (left >= length) break;
      const right = left + 1;
      const child = right < length && this.#compareAt(left, right) < 0 ? right : left;
      if (this.#compareAt(child, at) < 0) break;
      this.#swap(at, child);
      at = child;
    }
  }
}

/** The rows so far, of which as many are kept as each of them says. */
class Top<K> {
  heap: Heap<K> | undefined;

  constructor(readonly compare: Compare<K>) {}

  add(key: K, count: bigint, least: boolean, place: number): void {
    const { compare } = this;
    const order: Compare<K> = least ? compare : (a, b) => compare(b, a);
    // NaN is the last to be taken.
    this.heap ??= new Heap(
      Number(count),
      (a, b) => Number(Number.isNaN(a)) - Number(Number.isNaN(b)) || order(a, b),
    );
    this.heap.add(key, place);
  }
}

function top<K>(letter: string, compare: Compare<K>): Aggregate {
  return aggregate(`${letter}ib`, "q", () => new Top(compare), ({ heap }, windowed) => {
    const places = (windowed ? heap : heap?.sent())?.places();
    return places?.map((place) => BigInt(place + 1)) ?? null;
  });
}

const ofBigints = (a: bigint, b: bigint) => a < b ? -1 : a > b ? 1 : 0;
const ofDoubles = (a: number, b: number) => a < b ? -1 : a > b ? 1 : 0;

export const TOPS = {
  top_i: top("i", ofBigints),
  top_d: top("d", ofDoubles),
  top_s: top("s", byBytes),
} satisfies Aggregates;
