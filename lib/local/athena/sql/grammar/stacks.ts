/**
 * Stacks of rules in use, where those that lead to one place are merged.
 * @module
 */
import type { State } from "./reader.ts";

/** Where the rules in use go on; of equal stacks there is one. */
export interface Stack {
  readonly id: number;
  readonly returns: readonly (readonly [State, Stack])[];
  /** Whether nothing may be in use any more. */
  readonly empty: boolean;
}

/** The stacks of one reading. */
export class Stacks {
  readonly #known = new Map<string, Stack>();
  /** Nothing is in use, or nothing is known to be. */
  readonly nothing: Stack = this.of([], true);

  /** The stack with these ways to go on. */
  of(returns: readonly (readonly [State, Stack])[], empty = false): Stack {
    const key = `${empty}${returns.map(([state, rest]) => `${state.id}:${rest.id}`).sort()}`;
    let found = this.#known.get(key);
    if (!found) {
      found = { id: this.#known.size, returns, empty };
      this.#known.set(key, found);
    }
    return found;
  }

  /** Both; `anywhere` says that where nothing is known to be in use, anything may be. */
  merge(left: Stack, right: Stack, anywhere: boolean): Stack {
    if (left === right) return left;
    if (anywhere && (left.empty || right.empty)) return this.nothing;
    const returns = new Map(left.returns);
    for (const [state, rest] of right.returns) {
      const known = returns.get(state);
      returns.set(state, known ? this.merge(known, rest, anywhere) : rest);
    }
    return this.of([...returns], left.empty || right.empty);
  }
}
