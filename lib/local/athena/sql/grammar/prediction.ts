/**
 * Chooses a way by looking ahead, as the engine's parser does (ANTLR's adaptive LL(*)): first as if
 * the rule could stand anywhere, and where two ways stay alike, by the rules that it stands in.
 * @module
 */
import type { Token } from "../tokens.ts";
import { isOneOf, keyOf } from "./look.ts";
import type { Branch, State } from "./reader.ts";
import { type Stack, Stacks } from "./stacks.ts";

/** A rule in use: where it goes on when it has ended. */
export interface Frame {
  next: State;
  outer: Frame | undefined;
}

/** A choice, or the token where none was possible any more. */
export type Prediction = { way: number } | { stopsAt: number };

/** A place that is reached by one of the ways. */
interface Config {
  state: State;
  way: number;
  stack: Stack;
  /** Whether the rule of the choice has ended on the way here. */
  outside: boolean;
}

/** All places that are reached by the tokens so far. */
interface Step {
  configs: Config[];
  /** What the tokens so far tell. */
  told?: { way: number } | "alike";
  /** The steps that follow, by token. */
  next: Map<string, Step>;
}

/** Looks ahead in one text. */
export class Predictions {
  readonly #stacks = new Stacks();
  readonly #first = new Map<string, Step>();
  readonly #steps = new Map<string, Step>();
  readonly #frames = new WeakMap<Frame, Stack>();

  /**
   * @param tokens The text
   * @param seen Told of every token that is looked at
   */
  constructor(readonly tokens: readonly Token[], readonly seen: (at: number) => void) {}

  /** Chooses among the ways of a branch that stands in a rule in use. */
  predict(branch: Branch, start: number, frame: Frame | undefined): Prediction {
    const found = this.#follow(this.#begin(branch, this.#stacks.nothing, true), start, true);
    if (found !== "alike") return found;
    const first = this.#begin(branch, this.#stackOf(frame), false);
    return this.#follow(first, start, false) as Prediction;
  }

  #begin(branch: Branch, stack: Stack, anywhere: boolean): Step {
    const key = `${branch.id}:${anywhere ? "" : stack.id}`;
    let first = this.#first.get(key);
    if (!first) {
      const configs = branch.next.map((state, way) => ({ state, way, stack, outside: false }));
      first = { configs: this.#closure(configs, anywhere), next: new Map() };
      this.#first.set(key, first);
    }
    return first;
  }

  #follow(first: Step, start: number, anywhere: boolean): Prediction | "alike" {
    let step = first;
    for (let at = start;; at++) {
      const token = this.tokens[at];
      if (token) this.seen(at);
      const key = token ? keyOf(token) : "";
      let next = step.next.get(key);
      if (!next) {
        next = this.#step(step, token, anywhere);
        step.next.set(key, next);
      }
      if (next.told) return next.told;
      if (next.configs.length === 0) {
        const outside = step.configs.filter((config) => config.outside).map(({ way }) => way);
        if (outside.length > 0) return { way: Math.min(...outside) };
        return { stopsAt: Math.min(at, this.tokens.length - 1) };
      }
      step = next;
    }
  }

  #step(step: Step, token: Token | undefined, anywhere: boolean): Step {
    const reached = token
      ? step.configs.flatMap((config) =>
        config.state.kind === "token" && isOneOf(token, config.state.tokens)
          ? [{ ...config, state: config.state.next }]
          : []
      )
      : [];
    const configs = this.#closure(reached, anywhere);
    const key =
      configs.map(({ state, way, stack, outside }) => `${state.id}:${way}:${stack.id}:${outside}`)
        .sort().join() + anywhere;
    let found = this.#steps.get(key);
    if (!found) {
      const told = tells(configs, anywhere);
      found = { configs, ...(told ? { told } : {}), next: new Map() };
      this.#steps.set(key, found);
    }
    return found;
  }

  #stackOf(frame: Frame | undefined): Stack {
    if (!frame) return this.#stacks.nothing;
    let stack = this.#frames.get(frame);
    if (!stack) {
      stack = this.#stacks.of([[frame.next, this.#stackOf(frame.outer)]]);
      this.#frames.set(frame, stack);
    }
    return stack;
  }

  /** All the places that can be reached without a token, of each state and way one. */
  #closure(configs: Config[], anywhere: boolean): Config[] {
    const found = new Map<State, Config[]>();
    const open = [...configs];
    for (let config = open.pop(); config; config = open.pop()) {
      const { state, way } = config;
      const known = found.get(state)?.[way];
      const merged = known
        ? {
          ...config,
          stack: this.#stacks.merge(known.stack, config.stack, anywhere),
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
        const stack = this.#stacks.of([[state.next, merged.stack]]);
        open.push({ ...merged, state: state.rule.start, stack });
      } else if (state.kind === "end") {
        for (const [next, stack] of merged.stack.returns) {
          open.push({ ...merged, state: next, stack });
        }
        if (merged.stack.empty && anywhere) {
          for (const next of state.rule.follow) {
            open.push({ ...merged, state: next, stack: this.#stacks.nothing, outside: true });
          }
        }
      }
    }
    return [...found].flatMap(([state, ways]) => {
      const remains = state.kind === "token" ||
        (state.kind === "end" && state.rule.follow.length === 0);
      return remains ? Object.values(ways) : [];
    });
  }
}

/** What the places reached tell: which way to go, or that nothing will tell. */
function tells(configs: Config[], anywhere: boolean): Step["told"] {
  if (configs.length === 0) return undefined;
  const ways = new Set(configs.map(({ way }) => way));
  if (ways.size === 1) return { way: [...ways][0] as number };
  const sharing = groups(configs, ({ state, stack }) => `${state.id}:${stack.id}`);
  if (!anywhere) {
    const least = new Set(sharing.map((group) => Math.min(...group)));
    return least.size === 1 ? { way: [...least][0] as number } : undefined;
  }
  const states = groups(configs, ({ state }) => `${state.id}`);
  const alike = sharing.some((group) => group.size > 1) && states.every((group) => group.size > 1);
  return alike || configs.every(({ state }) => state.kind === "end") ? "alike" : undefined;
}

function groups(configs: Config[], key: (config: Config) => string): Set<number>[] {
  const found = new Map<string, Set<number>>();
  for (const config of configs) {
    const name = key(config);
    found.set(name, (found.get(name) ?? new Set()).add(config.way));
  }
  return [...found.values()];
}
