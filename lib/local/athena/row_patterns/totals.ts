/**
 * Totals of the numbers in sets of matched rows: those up to a row are those up to the row of the set
 * before it, and one number more.
 * @module
 */
import type { Totals } from "./formula.ts";
import type { FollowedSets, Matched } from "./matched.ts";
import type { RowSet } from "./model.ts";

const NOTHING: Totals = { count: 0, sum: 0, least: Infinity, most: -Infinity };

/** The totals of one set's numbers in one column. */
export class SetTotals {
  readonly #sets: FollowedSets;
  readonly #set: RowSet;
  readonly #values: readonly (number | undefined)[];
  readonly #bound: number;
  readonly #known = new WeakMap<Matched, Totals>();

  /**
   * @param sets What follows the set
   * @param set The set
   * @param values The column, by rows
   * @param bound Sums beyond it are not told
   */
  constructor(
    sets: FollowedSets,
    set: RowSet,
    values: readonly (number | undefined)[],
    bound: number,
  ) {
    this.#sets = sets;
    this.#set = set;
    this.#values = values;
    this.#bound = bound;
  }

  /** The totals up to a row; `first` is the row that the match begins with. */
  upTo(matched: Matched, first: number): Totals {
    const open: Matched[] = [];
    let row = this.#sets.lastOf(this.#set, matched);
    while (row && !this.#known.has(row)) {
      open.push(row);
      row = this.#sets.previousOf(this.#set, row);
    }
    let totals = row ? this.#known.get(row) as Totals : NOTHING;
    for (const next of open.reverse()) {
      totals = this.#with(totals, this.#values[first + next.index]);
      this.#known.set(next, totals);
    }
    return totals;
  }

  #with(totals: Totals, value: number | undefined): Totals {
    if (value === undefined) return totals;
    const sum = totals.sum + value;
    return {
      count: totals.count + 1,
      sum: Math.abs(sum) > this.#bound ? NaN : sum,
      least: Math.min(totals.least, value),
      most: Math.max(totals.most, value),
    };
  }
}
