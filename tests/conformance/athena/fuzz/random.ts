/**
 * Choices that a seed repeats.
 * @module
 */
import { type Random, randomBelow, seededRandom } from "../../../../lib/stock/random.ts";

/** Draws from what there is. */
export class Dice {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** A whole number from 0 to `below - 1`. */
  below(below: number): number {
    return randomBelow(this.#random, below);
  }

  /** True with the probability given. */
  hits(probability: number): boolean {
    return this.#random() < probability;
  }

  /** One of several. */
  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** Several, each made anew. */
  many<T>(least: number, most: number, make: (i: number) => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, i) => make(i));
  }
}
