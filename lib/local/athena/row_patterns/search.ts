/**
 * Looks for the matches of one partition, one after another.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Conditions } from "./conditions.ts";
import { labelsOf } from "./matched.ts";
import type { Match, Matcher, Test } from "./matcher.ts";
import type { RowPattern } from "./model.ts";
import { navigate, Places } from "./places.ts";

/** What was found where a match was looked for: a match, or that there is none. */
export interface Found {
  /** Place of the row in its partition. */
  start: number;
  /** The number of the match; nothing where there is none. */
  number: number | undefined;
  labels: readonly number[];
  /** Indexes in it where excluded parts begin and end, by turns. */
  saved: readonly number[];
}

/** Starts that are looked at ahead of what is settled, at most. */
const MOST_AHEAD = 1000;

/** How many guesses rest on each other, at first. */
const FEWEST_GUESSES = 16;

/** The search through one partition. */
export class PartitionSearch {
  readonly found: Found[] = [];
  readonly #pattern: RowPattern;
  readonly #matcher: Matcher;
  readonly #conditions: Conditions;
  readonly #first: number;
  readonly #length: number;
  #position = 0;
  /** The last place that is skipped, and the last that is in a match. */
  #skipped = -1;
  #matched = -1;
  #number = 1;
  #guesses = FEWEST_GUESSES;

  constructor(
    pattern: RowPattern,
    matcher: Matcher,
    conditions: Conditions,
    first: number,
    length: number,
  ) {
    this.#pattern = pattern;
    this.#matcher = matcher;
    this.#conditions = conditions;
    this.#first = first;
    this.#length = length;
  }

  /** Goes on as far as answers are known; `true` where the partition is done. */
  async advance(): Promise<boolean> {
    for (; this.#position < this.#length; this.#position++) {
      if (this.#position <= this.#skipped) continue;
      const { match, guessed } = await this.#find(this.#position, true);
      if (guessed || match === undefined) {
        await this.#lookAhead();
        this.#guesses *= 2;
        return false;
      }
      const length = match?.matched ? match.matched.index + 1 : 0;
      this.#guesses = Math.max(FEWEST_GUESSES, 2 * length);
      this.#take(match);
    }
    return true;
  }

  /** Asks what matches that begin later may want to know. */
  async #lookAhead(): Promise<void> {
    const end = Math.min(this.#length, this.#position + MOST_AHEAD);
    for (let start = this.#position + 1; start < end && this.#conditions.room > 0; start++) {
      await this.#find(start, false);
    }
  }

  async #find(
    start: number,
    certain: boolean,
  ): Promise<{ match: Match | null | undefined; guessed: boolean }> {
    const search = {
      first: this.#first,
      length: this.#length,
      start,
      number: this.#number,
    };
    let guesses = 0;
    const test: Test = (matched) => {
      if (guesses > this.#guesses) return undefined;
      const answer = this.#conditions.test(matched, search, certain && guesses === 0);
      if (answer?.guessed) guesses++;
      return answer?.holds;
    };
    try {
      const match = await this.#matcher.find(this.#length - start, start === 0, test);
      return { match, guessed: guesses > 0 };
    } catch (error) {
      // What fails where only guesses lead does not fail.
      if (!(error instanceof QueryError) || (certain && guesses === 0)) throw error;
      return { match: undefined, guessed: true };
    }
  }

  /** Notes what was found at the position, and where the search goes on. */
  #take(match: Match | null): void {
    const start = this.#position;
    const labels = labelsOf(match?.matched);
    if (!match) {
      if (start > this.#matched) this.#note(undefined, labels, []);
      this.#skipped = start;
      return;
    }
    this.#note(this.#number++, labels, match.saved);
    if (labels.length === 0) {
      this.#skipped = start;
      return;
    }
    this.#matched = Math.max(this.#matched, start + labels.length - 1);
    this.#skipped = this.#skippedAfter(labels);
  }

  #note(number: number | undefined, labels: readonly number[], saved: readonly number[]): void {
    this.found.push({ start: this.#position, number, labels, saved });
  }

  #skippedAfter(labels: readonly number[]): number {
    const { skip } = this.#pattern;
    const start = this.#position;
    if (skip.to === "next row") return start;
    if (skip.to === "past last row") return start + labels.length - 1;
    const index = navigate(skip.row, new Places(labels), labels.length - 1);
    if (index === undefined) throw failed("pattern variable is not present in match");
    if (index === 0) throw failed("cannot skip to first row of match");
    return start + index - 1;
  }
}

function failed(why: string): QueryError {
  return new QueryError("GENERIC_USER_ERROR", `AFTER MATCH SKIP failed: ${why}`);
}
