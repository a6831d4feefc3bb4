/**
 * Says where a text stops being SQL, and what Athena's engine expected there.
 * @module
 */
import type { QueryError } from "../../errors.ts";
import { syntaxError, type Token } from "../tokens.ts";
import { EXPRESSIONS } from "./expressions.ts";
import { decidedByOne, isOneOf, lookAnywhere, lookWithin } from "./look.ts";
import { type Frame, Predictions } from "./prediction.ts";
import { QUERIES } from "./queries.ts";
import { type Branch, readGrammar, type Rule, type State } from "./reader.ts";
import { STATEMENTS } from "./statements.ts";
import { Walk } from "./walk.ts";

let grammar: Rule | undefined;

function statement(): Rule {
  return grammar ??= readGrammar(STATEMENTS + QUERIES + EXPRESSIONS).get("singleStatement") as Rule;
}

/** Whether the grammar would take tokens if some keywords were names too. */
export function takesWithNames(tokens: readonly Token[], names: ReadonlySet<string>): boolean {
  return new Walk(tokens, tokens.length, names).takes(statement());
}

/**
 * Reads tokens by the grammar alone.
 *
 * @param tokens A statement's tokens
 * @returns The error that the engine fails with, or nothing where the grammar takes them
 */
export function mismatch(tokens: readonly Token[]): QueryError | undefined {
  const stop = new Reading(tokens).read(statement());
  if (!stop) return undefined;
  const walk = new Walk(tokens, stop.seen);
  walk.walk(stop.state, stop.start, stop.frame);
  const expected = [...walk.expected].sort().join(", ");
  return syntaxError(
    `mismatched input '${(tokens[walk.furthest] as Token).text}'. Expecting: ${expected}`,
    (tokens[stop.at] as Token).position,
  );
}

/** Where a reading stops. */
interface Stop {
  /** The token it stops at, and the one from which no way was found. */
  at: number;
  start: number;
  state: State;
  frame: InUse;
  /** The last token that was looked at. */
  seen: number;
}

/** A rule in use, with its own beginning. */
interface InUse extends Frame {
  rule: Rule;
  outer: InUse | undefined;
}

/** Reads a text as the engine's parser does: one way at a time, chosen by looking ahead. */
class Reading {
  #at = 0;
  #seen = 0;
  /** Where a rule might have ended for the last token that is not among what it goes on with. */
  #mayHaveEnded: { state: State; frame: InUse } | undefined;

  readonly #predictions: Predictions;

  constructor(readonly tokens: readonly Token[]) {
    this.#predictions = new Predictions(tokens, (at) => this.#see(at));
  }

  read(rule: Rule): Stop | undefined {
    let frame: InUse | undefined = { rule, next: rule.start, outer: undefined };
    let state = rule.start;
    for (;;) {
      const token = this.tokens[this.#at] as Token;
      this.#see(this.#at);
      if (state.kind === "token") {
        if (!isOneOf(token, state.tokens)) {
          return this.#stop(...this.#orWhereItEnded(state, frame));
        }
        this.#at++;
        state = state.next;
      } else if (state.kind === "rule") {
        frame = { rule: state.rule, next: state.next, outer: frame };
        state = state.rule.start;
      } else if (state.kind === "end") {
        if (!frame.outer) return undefined;
        state = frame.next;
        frame = frame.outer;
      } else {
        const way: number | Stop = this.#choose(state, token, frame);
        if (typeof way !== "number") return way;
        state = state.next[way] as State;
      }
    }
  }

  #choose(branch: Branch, token: Token, frame: InUse): number | Stop {
    const look = lookWithin(branch);
    if (isOneOf(token, look.tokens)) this.#mayHaveEnded = undefined;
    else if (look.ends) this.#mayHaveEnded ??= { state: branch, frame };
    else {
      this.#see(this.#at + 1);
      return this.#stop(branch, frame);
    }
    if (branch.next.length === 1) return 0;
    const last = branch.next.length - 1;
    if (decidedByOne(branch)) {
      const ways = branch.optional ? branch.next.slice(0, -1) : branch.next;
      const way = ways.findIndex((next) => isOneOf(token, lookAnywhere(next)));
      if (way >= 0) return way;
      return branch.optional ? last : this.#stop(branch, frame);
    }
    const outer = frame.outer ? frame : undefined;
    const found = this.#predictions.predict(branch, this.#at, outer);
    return "way" in found ? found.way : this.#stop(branch, frame, found.stopsAt);
  }

  #orWhereItEnded(state: State, frame: InUse): [State, InUse] {
    const ended = this.#mayHaveEnded;
    return ended ? [ended.state, ended.frame] : [state, frame];
  }

  #see(at: number): void {
    this.#seen = Math.max(this.#seen, Math.min(at, this.tokens.length - 1));
  }

  #stop(state: State, frame: InUse, at = this.#at): Stop {
    return { at, start: this.#at, state, frame, seen: this.#seen };
  }
}
