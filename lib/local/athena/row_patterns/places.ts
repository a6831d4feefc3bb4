/**
 * Where in a match the rows of its labels are.
 * @module
 */
import type { Navigation, RowSet } from "./model.ts";

/** The indexes of a match's rows, by sets of labels. */
export class Places {
  readonly #labels: readonly number[];
  readonly #bySet = new Map<string, number[]>();

  constructor(labels: readonly number[]) {
    this.#labels = labels;
  }

  /** The label of a row; nothing where it is in no match. */
  labelAt(index: number): number | undefined {
    return this.#labels[index];
  }

  /** The indexes of a set's rows. */
  of({ labels }: RowSet): readonly number[] {
    const key = labels.join();
    const known = this.#bySet.get(key);
    if (known) return known;
    const has = new Set(labels);
    const places = [...this.#labels.keys()].filter((index) =>
      labels.length === 0 || has.has(this.#labels[index] as number)
    );
    this.#bySet.set(key, places);
    return places;
  }

  /** How many of a set's rows there are up to a row, where those behind it are left out. */
  count(set: RowSet, current: number): number {
    const places = this.of(set);
    if (!set.running) return places.length;
    let [from, to] = [0, places.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (places[middle] as number <= current) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** The index of the row that a navigation goes from, seen from a row of the match. */
export function navigate(row: Navigation, places: Places, current: number): number | undefined {
  // The first rows are those of the whole match: so it is in the engine.
  if (row.from === "first") return places.of(row)[row.skipped];
  return places.of(row)[places.count(row, current) - 1 - row.skipped];
}
