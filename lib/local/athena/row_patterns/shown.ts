/**
 * The rows that matches give, with what measures take of them.
 * @module
 */
import type { Asked, AskedSet, SetRow } from "./asked.ts";
import type { Aggregated, Needs, RowPattern } from "./model.ts";
import { navigate, Places } from "./places.ts";
import type { Found } from "./search.ts";

/** Says what rows are shown. */
export class Shown {
  readonly rows: Asked[] = [];
  readonly #pattern: RowPattern;

  constructor(pattern: RowPattern) {
    this.#pattern = pattern;
  }

  /** Adds what was found in a partition. */
  add(found: readonly Found[], first: number, length: number): void {
    for (const one of found) this.#add(one, first, length);
  }

  #add({ start, number, labels, saved }: Found, first: number, length: number): void {
    const { output, measures } = this.#pattern;
    const partition = { first, length };
    if (number === undefined) {
      if (output === "all and unmatched rows") this.rows.push(unmatched(first + start, measures));
      return;
    }
    const match = new MatchView(labels, start, number, partition, measures);
    if (labels.length === 0) {
      if (output !== "all but empty matches") this.#show(match, -1, first + start);
    } else if (output === "one row") this.#show(match, labels.length - 1, first + start);
    else {
      for (const index of included(labels.length, saved)) {
        this.#show(match, index, first + start + index);
      }
    }
  }

  #show(match: MatchView, current: number, shown: number): void {
    this.rows.push({ ...match.seenFrom(current), shown });
  }
}

/** The indexes of a match's rows that no exclusion leaves out. */
function* included(length: number, saved: readonly number[]): Generator<number> {
  let index = 0;
  for (let i = 0; i < saved.length; i += 2) {
    for (const end = saved[i] as number; index < end; index++) yield index;
    index = saved[i + 1] as number;
  }
  for (; index < length; index++) yield index;
}

const NONE: readonly SetRow[] = [];
const EMPTY: AskedSet = { size: 0, of: NONE };

function unmatched(shown: number, { rows, labels, sets }: Needs): Asked {
  return {
    number: undefined,
    shown,
    rows: rows.map(() => undefined),
    labels: labels.map(() => undefined),
    sets: sets.map(() => EMPTY),
  };
}

/** A match, as measures see it from its rows. */
class MatchView {
  readonly #places: Places;
  /** Sets by their places in what is needed. */
  readonly #sets: (readonly SetRow[])[] = [];

  constructor(
    labels: readonly number[],
    private readonly start: number,
    private readonly number: number,
    private readonly partition: { first: number; length: number },
    private readonly needs: Needs,
  ) {
    this.#places = new Places(labels);
  }

  seenFrom(current: number): Asked {
    const { first, length } = this.partition;
    const { rows, labels, sets } = this.needs;
    return {
      number: this.number,
      rows: rows.map((row) => {
        const index = navigate(row, this.#places, current);
        const place = index === undefined ? -1 : this.start + index + row.offset;
        return place < 0 || place >= length ? undefined : first + place;
      }),
      labels: labels.map((row) => {
        const index = navigate(row, this.#places, current);
        return index === undefined ? undefined : this.#places.labelAt(index + row.offset);
      }),
      sets: sets.map((set, i) => this.#setOf(set, i, current)),
    };
  }

  #setOf(set: Aggregated, i: number, current: number): AskedSet {
    const of = this.#sets[i] ??= set.counted ? NONE : this.#places.of(set).map((index) => ({
      row: this.partition.first + this.start + index,
      label: this.#places.labelAt(index) as number,
    }));
    return { size: this.#places.count(set, current), of };
  }
}
