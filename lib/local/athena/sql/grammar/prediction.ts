/**
 * Chooses a way by looking ahead, as the engine's parser does (ANTLR's adaptive LL(*)): first as if
 * the rule could stand anywhere, and where two ways stay alike, by the rules that it stands in.
 * @module
 */
import type { Token } from "../tokens.ts";
import { isOneOf } from "./look.ts";
import type { Branch, State } from "./reader.ts";

/** Where rules in use go on, all the ways that lead to a state merged. */
class Stack {
  static #known = new Map<string, Stack>();
  static readonly NOTHING = Stack.of([], true);

  private constructor(
    readonly id: number,
    readonly returns: [State, Stack][],
    /** Whether nothing may be in use any more. */
    readonly empty: boolean,
  ) {}

  static of(returns: [State, Stack][], empty = false): Stack {
    const key = `${empty}${returns.map(([state, rest]) => `${state.id}:${rest.id}`).sort()}`;
    let found = Stack.#known.get(key);
    if (!found) {
      found = new Stack(Stack.#known.size, returns, empty);
      Stack.#known.set(key, found);
    }
    return found;
  }

  /** Both; where nothing is known to be in use, anything may be. */
  merge(other: Stack, anywhere: boolean): Stack {
    if (this === other) return this;
    if (anywhere && (this.empty || other.empty)) return Stack.NOTHING;
    const returns = new Map(this.returns);
    for (const [state, rest] of other.returns) {
      const known = returns.get(state);
      returns.set(state, known ? known.merge(rest, anywhere) : rest);
    }
    return Stack.of([...returns], this.empty || other.empty);
  }
}

/** A rule in use: where it goes on when it has ended. */
export interface Frame {
  next: State;
  outer: Frame | undefined;
}

interface Config {
  state: State;
  way: number;
  stack: Stack;
  /** Whether the rule of the choice has ended on the way here. */
  outside: boolean;
}

/** A choice, or where none was possible any more. */
export type Prediction = { way: number } | { stopsAt: number };

/** Chooses among the ways of a branch; `seen` is told of every token looked at. */
export function predict(
  branch: Branch,
  tokens: readonly Token[],
  start: number,
  frame: Frame | undefined,
  seen: (at: number) => void,
): Prediction {
  const first = look(true, Stack.NOTHING);
  return first === "alike" ? look(false, stackOf(frame)) as Prediction : first;

  function look(anywhere: boolean, stack: Stack): Prediction | "alike" {
    let configs = closure(
      branch.next.map((state, way) => ({ state, way, stack, outside: false })),
      anywhere,
    );
    for (let at = start;; at++) {
      seen(Math.min(at, tokens.length - 1));
      const token = tokens[at];
      const next = token
        ? configs.flatMap((config) =>
          config.state.kind === "token" && isOneOf(token, config.state.tokens)
            ? [{ ...config, state: config.state.next }]
            : []
        )
        : [];
      if (next.length === 0) {
        const outside = configs.filter((config) => config.outside).map(({ way }) => way);
        return outside.length > 0
          ? { way: Math.min(...outside) }
          : { stopsAt: Math.min(at, tokens.length - 1) };
      }
      configs = closure(next, anywhere);
      const ways = new Set(configs.map(({ way }) => way));
      if (ways.size === 1) return { way: [...ways][0] as number };
      const sharing = groups(configs, ({ state, stack }) => `${state.id}:${stack.id}`);
      if (anywhere) {
        const states = groups(configs, ({ state }) => `${state.id}`);
        if (
          configs.every(({ state }) => state.kind === "end") ||
          (sharing.some((group) => group.size > 1) && states.every((group) => group.size > 1))
        ) return "alike";
      } else {
        const least = new Set(sharing.map((group) => Math.min(...group)));
        if (least.size === 1) return { way: [...least][0] as number };
      }
    }
  }
}

function stackOf(frame: Frame | undefined): Stack {
  return frame ? Stack.of([[frame.next, stackOf(frame.outer)]]) : Stack.NOTHING;
}

function groups(configs: Config[], key: (config: Config) => string): Set<number>[] {
  const found = new Map<string, Set<number>>();
  for (const config of configs) {
    const name = key(config);
    found.set(name, (found.get(name) ?? new Set()).add(config.way));
  }
  return [...found.values()];
}

/** All the places that can be reached without a token, of each state and way one. */
function closure(configs: Config[], anywhere: boolean): Config[] {
  const found = new Map<State, Config[]>();
  const open = [...configs];
  for (let config = open.pop(); config; config = open.pop()) {
    const { state, way } = config;
    const known = found.get(state)?.[way];
    const merged = known
      ? {
        ...config,
        stack: known.stack.merge(config.stack, anywhere),
        outside: known.outside || config.outside,
      }
      : config;
    if (known && merged.stack === known.stack && merged.outside === known.outside) continue;
    let ways = found.get(state);
    if (!ways) found.set(state, ways = []);
    ways[way] = merged;
    if (state.kind === "branch") {
      for (const next of state.next) open.push({ ...merged, state: next });
    } else if (state.kind === "rule") {
      const stack = Stack.of([[state.next, merged.stack]]);
      open.push({ ...merged, state: state.rule.start, stack });
    } else if (state.kind === "end") {
      for (const [next, stack] of merged.stack.returns) {
        open.push({ ...merged, state: next, stack });
      }
      if (merged.stack.empty && anywhere) {
        for (const next of state.rule.follow) {
          open.push({ ...merged, state: next, stack: Stack.NOTHING, outside: true });
        }
      }
    }
  }
  return [...found].flatMap(([state, ways]) => {
    const remains = state.kind === "token" || (state.kind === "end" && state.rule.follow.length === 0);
    return remains ? Object.values(ways) : [];
  });
}
