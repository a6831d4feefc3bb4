/**
 * The rows that a thread has matched so far, with their labels.
 *
 * Threads share the rows they have in common: a thread that becomes two copies nothing.
 * @module
 */
import type { Navigation, RowSet } from "./model.ts";

/** The last row matched, and by way of it those before. */
export interface Matched {
  /** How many rows there are before this one in the match. */
  readonly index: number;
  readonly label: number;
  readonly before: Matched | undefined;
  /** For each set that is followed how many rows it has. */
  readonly size: readonly number[];
  /** For each set that is followed its last row. */
  readonly last: readonly (Matched | undefined)[];
  /** For each set that is followed the indexes of its first rows, as many as are asked for. */
  readonly first: readonly (readonly number[])[];
}

/** Sets of labels whose first and last rows are followed. */
export class FollowedSets {
  readonly #keys: string[] = [];
  readonly #has: Set<number>[] = [];
  readonly #first: number[] = [];

  /** Follows the set of a navigation, or of rows that are aggregated. */
  follow({ labels, ...of }: RowSet | Navigation): void {
    if (labels.length === 0) return;
    let place = this.#placeOf(labels);
    if (place < 0) {
      place = this.#keys.push(keyOf(labels)) - 1;
      this.#has.push(new Set(labels));
      this.#first.push(0);
    }
    if ("from" in of && of.from === "first") {
      this.#first[place] = Math.max(this.#first[place] as number, of.skipped + 1);
    }
  }

  #placeOf(labels: readonly number[]): number {
    return this.#keys.indexOf(keyOf(labels));
  }

  /** Adds a row. */
  add(before: Matched | undefined, label: number): Matched {
    const index = before === undefined ? 0 : before.index + 1;
    const count = this.#has.length;
    const size = new Array<number>(count);
    const last = new Array<Matched | undefined>(count);
    const first = new Array<readonly number[]>(count);
    const row: Matched = { index, label, before, size, last, first };
    for (let i = 0; i < count; i++) {
      const known = before?.first[i] ?? NONE;
      if ((this.#has[i] as Set<number>).has(label)) {
        last[i] = row;
        size[i] = (before?.size[i] ?? 0) + 1;
        first[i] = known.length < (this.#first[i] as number) ? [...known, index] : known;
      } else {
        last[i] = before?.last[i];
        size[i] = before?.size[i] ?? 0;
        first[i] = known;
      }
    }
    return row;
  }

  /** The index of the row that a navigation goes from, and which it counts the offset from. */
  indexOf({ labels, from, skipped }: Navigation, matched: Matched): number | undefined {
    if (labels.length === 0) {
      const index = from === "first" ? skipped : matched.index - skipped;
      return index < 0 || index > matched.index ? undefined : index;
    }
    const place = this.#placeOf(labels);
    if (from === "first") return matched.first[place]?.[skipped];
    let row = matched.last[place];
    for (let i = 0; i < skipped; i++) row = row?.before?.last[place];
    return row?.index;
  }

  /** The last row of a set. */
  lastOf({ labels }: RowSet, matched: Matched): Matched | undefined {
    return labels.length === 0 ? matched : matched.last[this.#placeOf(labels)];
  }

  /** How many rows of a set there are. */
  sizeOf({ labels }: RowSet, matched: Matched): number {
    return labels.length === 0 ? matched.index + 1 : matched.size[this.#placeOf(labels)] ?? 0;
  }

  /** The row of a set before one of its rows. */
  previousOf(set: RowSet, row: Matched): Matched | undefined {
    return row.before && this.lastOf(set, row.before);
  }

  /** The rows of a set, in their order. */
  rowsOf(set: RowSet, matched: Matched): Matched[] {
    const rows: Matched[] = [];
    for (let row = this.lastOf(set, matched); row; row = this.previousOf(set, row)) rows.push(row);
    return rows.reverse();
  }
}

const NONE: readonly number[] = [];

function keyOf(labels: readonly number[]): string {
  return labels.join();
}

/** The label of the row with an index; nothing where it is none of those up to one. */
export function labelAt(matched: Matched, index: number): number | undefined {
  let row: Matched | undefined = index < 0 || index > matched.index ? undefined : matched;
  while (row && row.index > index) row = row.before;
  return row?.label;
}

/** The labels of all rows up to one. */
export function labelsOf(matched: Matched | undefined): number[] {
  const labels = new Array<number>(matched ? matched.index + 1 : 0);
  for (let row = matched; row; row = row.before) labels[row.index] = row.label;
  return labels;
}
