/**
 * Which tokens may come at a place of the grammar.
 * @module
 */
import { RESERVED } from "../reserved.ts";
import type { Token } from "../tokens.ts";
import { EXPRESSIONS } from "./expressions.ts";
import { QUERIES } from "./queries.ts";
import type { Branch, State } from "./reader.ts";
import { STATEMENTS } from "./statements.ts";

/** Tokens that may come, and whether the rule may end instead. */
export interface Look {
  tokens: Set<string>;
  ends: boolean;
}

const within = new Map<State, Look>();
const anywhere = new Map<State, Set<string>>();
const decided = new Map<Branch, boolean>();

/** What may come in this rule. */
export function lookWithin(state: State): Look {
  let found = within.get(state);
  if (!found) {
    found = { tokens: new Set(), ends: false };
    walk(state, found, new Set(), () => {
      (found as Look).ends = true;
    });
    within.set(state, found);
  }
  return found;
}

/** What may come whatever rule this rule is used by. */
export function lookAnywhere(state: State): Set<string> {
  let found = anywhere.get(state);
  if (!found) {
    const look = { tokens: new Set<string>(), ends: false };
    const seen = new Set<State>();
    const ended = (end: State) => {
      if (end.kind !== "end") return;
      for (const follow of end.rule.follow) walk(follow, look, seen, ended);
    };
    walk(state, look, seen, ended);
    anywhere.set(state, found = look.tokens);
  }
  return found;
}

/** Whether one token tells which way to go. */
export function decidedByOne(branch: Branch): boolean {
  let found = decided.get(branch);
  if (found === undefined) {
    const ways = branch.next.map(lookAnywhere);
    found = !branch.operators &&
      ways.every((way, i) => ways.slice(i + 1).every((other) => !overlap(way, other)));
    decided.set(branch, found);
  }
  return found;
}

const KEYWORDS = new Set((STATEMENTS + QUERIES + EXPRESSIONS).match(/\b[A-Z][A-Z0-9_]*\b/g));

/** What the grammar sees of a token: tokens of one key may stand at the same places. */
export function keyOf({ kind, value, text }: Token): string {
  if (kind === "operator") return value;
  if (kind === "word") return KEYWORDS.has(value) || RESERVED.has(value) ? value : "#name";
  return kind === "string" && /^u/i.test(text) ? "#unicode" : `#${kind}`;
}

/** Whether a token is one of some; a word that is not reserved is a name too. */
export function isOneOf(token: Token, expected: readonly string[] | ReadonlySet<string>): boolean {
  const key = keyOf(token);
  const has = (one: string) =>
    expected instanceof Set ? expected.has(one) : (expected as readonly string[]).includes(one);
  return has(key) || (isName(token) && has("#name")) ||
    ((key === "<>" || key === "!=") && has("NEQ"));
}

function isName({ kind, value }: Token): boolean {
  return ["quoted", "backquoted"].includes(kind) || (kind === "word" && !RESERVED.has(value));
}

function walk(state: State, look: Look, seen: Set<State>, ended: (end: State) => void): void {
  if (seen.has(state)) return;
  seen.add(state);
  if (state.kind === "end") ended(state);
  else if (state.kind === "token") state.tokens.forEach((token) => look.tokens.add(token));
  else if (state.kind === "branch") state.next.forEach((next) => walk(next, look, seen, ended));
  else {
    const called = lookWithin(state.rule.start);
    called.tokens.forEach((token) => look.tokens.add(token));
    if (called.ends) walk(state.next, look, seen, ended);
  }
}

function overlap(left: Set<string>, right: Set<string>): boolean {
  const name = (set: Set<string>) => [...set].some(isNameToo);
  return [...left].some((token) => right.has(token)) ||
    (left.has("#name") && name(right)) || (right.has("#name") && name(left));
}

function isNameToo(token: string): boolean {
  return /^[A-Z]/.test(token) && token !== "NEQ" && !RESERVED.has(token);
}
