/**
 * The rows that have a text which no row before them has, by their places.
 * @module
 */
import { aggregate, type Aggregates } from "../aggregate.ts";

class Firsts {
  readonly places: bigint[] = [];
  readonly #texts = new Set<string>();

  add({ items }: { items: readonly string[] }, place: number): void {
    const before = this.#texts.size;
    for (const text of items) this.#texts.add(text);
    if (this.#texts.size > before) this.places.push(BigInt(place + 1));
  }
}

export const FIRSTS = {
  firsts: aggregate("t", "q", () => new Firsts(), ({ places }) => places.slice()),
} satisfies Aggregates;
