/**
 * Threads that have no different future: of two at the same instruction that nothing to come tells
 * apart, the less preferred one is given up. That keeps loops of nothing and too many threads away.
 * @module
 */
import { type FollowedSets, labelAt, type Matched } from "./matched.ts";
import type { Aggregated, Condition, Navigation } from "./model.ts";
import type { Instruction } from "./program.ts";

/** What has to be the same for two threads. */
interface Compared {
  /** Rows, by their places. */
  rows: Navigation[];
  /** Rows, by their labels. */
  labels: Navigation[];
  sets: Aggregated[];
}

/** Tells threads apart. */
export class Equivalence {
  readonly #sets: FollowedSets;
  readonly #program: readonly Instruction[];
  readonly #conditions: readonly (Condition | undefined)[];
  /** By instruction. */
  readonly #compared: (Compared | undefined)[] = [];

  constructor(
    program: readonly Instruction[],
    conditions: readonly (Condition | undefined)[],
    sets: FollowedSets,
  ) {
    this.#program = program;
    this.#conditions = conditions;
    this.#sets = sets;
  }

  /** Whether two threads at an instruction, which have matched as many rows, have the same future. */
  same(first: Matched | undefined, second: Matched | undefined, instruction: number): boolean {
    if (first === second || !first || !second) return true;
    const sets = this.#sets;
    const compared = this.#compared[instruction] ??= this.#comparedAt(instruction);
    return compared.rows.every((row) => sets.indexOf(row, first) === sets.indexOf(row, second)) &&
      compared.labels.every((row) => this.#labelAt(row, first) === this.#labelAt(row, second)) &&
      compared.sets.every((set) => this.#sameRows(set, first, second));
  }

  #labelAt(row: Navigation, matched: Matched): number | undefined {
    const index = this.#sets.indexOf(row, matched);
    return index === undefined ? undefined : labelAt(matched, index + row.offset);
  }

  #sameRows(set: Aggregated, first: Matched, second: Matched): boolean {
    let [a, b] = [this.#sets.lastOf(set, first), this.#sets.lastOf(set, second)];
    while (a && b && a !== b) {
      if (a.index !== b.index || (set.labeled && a.label !== b.label)) return false;
      [a, b] = [this.#sets.previousOf(set, a), this.#sets.previousOf(set, b)];
    }
    return a === b;
  }

  /** What conditions look at that may still come. */
  #comparedAt(instruction: number): Compared {
    const needs = [...this.#labelsFrom(instruction)]
      .flatMap((label) => this.#conditions[label]?.needs ?? []);
    return {
      rows: distinct(
        needs.flatMap(({ rows }) => rows).filter(({ labels }) => labels.length > 0)
          .flatMap((row) => asSeenLater({ ...row, offset: 0 })),
      ),
      labels: distinct(needs.flatMap(({ labels }) => labels).flatMap(asSeenLater)),
      sets: distinct(needs.flatMap(({ sets }) => sets)),
    };
  }

  /** The labels that a thread may still give, from an instruction on. */
  #labelsFrom(instruction: number): Set<number> {
    const labels = new Set<number>();
    const seen = new Set<number>();
    const open = [instruction];
    while (open.length > 0) {
      const place = open.pop() as number;
      if (seen.has(place)) continue;
      seen.add(place);
      const step = this.#program[place] as Instruction;
      if (step.kind === "done") continue;
      if (step.kind === "label") labels.add(step.label);
      if (step.kind === "split") open.push(step.first, step.second);
      else open.push(step.kind === "jump" ? step.to : place + 1);
    }
    return labels;
  }
}

/** The rows that a navigation may go to once more rows are matched. */
function asSeenLater(row: Navigation): Navigation[] {
  if (row.from === "first") return [row];
  const passed = Array.from({ length: row.skipped + 1 }, (_, skipped) => ({ ...row, skipped }));
  const between = Array.from({ length: Math.max(-row.offset - 1, 0) }, (_, i) => ({
    ...row,
    skipped: 0,
    offset: -i - 1,
  }));
  return [...passed, ...between];
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
