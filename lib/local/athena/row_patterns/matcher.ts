/**
 * Finds the preferred match of a pattern that begins at a row.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Equivalence } from "./equivalence.ts";
import type { FollowedSets, Matched } from "./matched.ts";
import type { RowPattern } from "./model.ts";
import type { Pace } from "./pace.ts";
import type { Instruction } from "./program.ts";

/** A way through the pattern. */
interface Thread {
  instruction: number;
  matched: Matched | undefined;
  /** Where excluded parts begin and end. */
  saved: readonly number[];
}

/** What a match is made of. */
export interface Match {
  /** The rows; nothing where it is empty. */
  matched: Matched | undefined;
  /** Indexes in it where excluded parts begin and end, by turns. */
  saved: readonly number[];
}

/** Tells whether the last row may have its label; nothing where that is not known yet. */
export type Test = (matched: Matched) => boolean | undefined;

/** More threads than these at one row are more than memory has room for. */
const MOST_THREADS = 100_000;

const NOTHING: readonly number[] = [];

/** The machine that runs a pattern's program. */
export class Matcher {
  readonly #pattern: RowPattern;
  readonly #program: readonly Instruction[];
  readonly #sets: FollowedSets;
  readonly #equivalence: Equivalence;
  readonly #pace: Pace;

  constructor(
    pattern: RowPattern,
    sets: FollowedSets,
    equivalence: Equivalence,
    pace: Pace,
  ) {
    this.#pattern = pattern;
    this.#program = pattern.program;
    this.#sets = sets;
    this.#equivalence = equivalence;
    this.#pace = pace;
  }

  /**
   * Looks for a match. All threads take a row together, the preferred one first; where one is done, those
   * behind it are given up, and those before it may still find a match that is preferred.
   *
   * @param length How many rows there are from the first on
   * @param atStart Whether the first row is that of its partition
   * @param test Tells whether a row may have its label
   * @returns The match, `null` where there is none, nothing where a test knew nothing
   * @throws {QueryError} `EXCEEDED_LOCAL_MEMORY_LIMIT`
   */
  async find(length: number, atStart: boolean, test: Test): Promise<Match | null | undefined> {
    let found: Match | null = null;
    const beginning: Thread = { instruction: 0, matched: undefined, saved: NOTHING };
    let current = await this.#advanced([beginning], 0, length, atStart);
    for (let index = 0; index < length && current.length > 0; index++) {
      const taken: Thread[] = [];
      for (const thread of current) {
        const rest = this.#pace.step();
        if (rest) await rest;
        const step = this.#program[thread.instruction] as Instruction;
        if (step.kind !== "label") {
          found = thread;
          break;
        }
        const matched = this.#sets.add(thread.matched, step.label);
        const holds = test(matched);
        if (holds === undefined) return undefined;
        if (holds) taken.push({ ...thread, instruction: thread.instruction + 1, matched });
      }
      current = await this.#advanced(taken, index + 1, length, atStart);
    }
    const done = current.find(({ instruction }) => this.#program[instruction]?.kind === "done");
    return done ?? found;
  }

  /** A thread that has looked at a condition has the states of all its aggregates. */
  #requireCopies(): void {
    const { uncopied } = this.#pattern;
    if (uncopied === undefined) return;
    throw new QueryError(
      "NOT_SUPPORTED",
      `aggregate function system.builtin.${uncopied} does not support copying`,
    );
  }

  /** The threads where they come to a label or are done, in their order. */
  async #advanced(
    threads: readonly Thread[],
    index: number,
    length: number,
    atStart: boolean,
  ): Promise<Thread[]> {
    const waiting: Thread[] = [];
    const at = new Map<number, (Matched | undefined)[]>();
    for (const first of threads) {
      const open = [first];
      while (open.length > 0) {
        const thread = open.pop() as Thread;
        const { instruction, matched, saved } = thread;
        const others = at.get(instruction);
        const rest = this.#pace.step(others?.length);
        if (rest) await rest;
        if (others?.some((other) => this.#equivalence.same(other, matched, instruction))) continue;
        if (others) others.push(matched);
        else at.set(instruction, [matched]);
        const step = this.#program[instruction] as Instruction;
        const next = instruction + 1;
        switch (step.kind) {
          case "partition start":
            if (index === 0 && atStart) open.push({ ...thread, instruction: next });
            break;
          case "partition end":
            if (index === length) open.push({ ...thread, instruction: next });
            break;
          case "jump":
            open.push({ ...thread, instruction: step.to });
            break;
          case "split":
            if (matched) this.#requireCopies();
            open.push({ ...thread, instruction: step.second });
            open.push({ ...thread, instruction: step.first });
            break;
          case "save":
            open.push({ instruction: next, matched, saved: [...saved, index] });
            break;
          default:
            waiting.push(thread);
        }
      }
      if (waiting.length > MOST_THREADS) {
        throw new QueryError(
          "EXCEEDED_LOCAL_MEMORY_LIMIT",
          "Query exhausted resources at this scale factor",
        );
      }
    }
    return waiting;
  }
}
