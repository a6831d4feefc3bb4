/**
 * The rows that matches give, with what measures take of them.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Asked, AskedSet } from "./asked.ts";
import type { Aggregated, Needs, RowPattern } from "./model.ts";
import { navigate, Places } from "./places.ts";
import type { Found } from "./search.ts";

/** Rows of sets, over all that is asked, at most. */
const MOST_ROWS = 20_000_000;

/** Says what rows are shown. */
export class Shown {
  readonly rows: Asked[] = [];
  readonly #pattern: RowPattern;
  #room = MOST_ROWS;

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
    const asked = match.seenFrom(current);
    this.#room -= match.taken;
    match.taken = 0;
    if (this.#room < 0) {
      throw new QueryError(
        "EXCEEDED_LOCAL_MEMORY_LIMIT",
        "Query exhausted resources at this scale factor",
      );
    }
    this.rows.push({ ...asked, shown });
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

const EMPTY: AskedSet = { size: 0, rows: [] };

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
  /** How many rows of sets were listed since this was set to zero. */
  taken = 0;
  readonly #places: Places;
  /** The set that was asked for last, by its place in what is needed. */
  readonly #sets: (AskedSet | undefined)[] = [];

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
    const size = this.#places.count(set, current);
    const known = this.#sets[i];
    if (known?.size === size) return known;
    const rows = set.counted ? [] : this.#places.of(set).slice(0, size).map((index) => ({
      row: this.partition.first + this.start + index,
      label: this.#places.labelAt(index) as number,
    }));
    this.taken += rows.length;
    return this.#sets[i] = { size, rows };
  }
}
