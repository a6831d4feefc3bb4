/**
 * Which tokens may come at a place of the grammar.
 * @module
 */
import { RESERVED } from "../reserved.ts";
import type { Token } from "../tokens.ts";
import type { Branch, State } from "./reader.ts";

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

/** Whether a token is one of some. */
export function isOneOf(token: Token, tokens: Iterable<string>): boolean {
  for (const expected of tokens) if (matches(expected, token)) return true;
  return false;
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

function matches(expected: string, token: Token): boolean {
  switch (expected) {
    case "NEQ":
      return token.kind === "operator" && (token.value === "<>" || token.value === "!=");
    case "#name":
      return ["quoted", "backquoted"].includes(token.kind) ||
        (token.kind === "word" && !RESERVED.has(token.value));
    case "#string":
      return token.kind === "string" && !/^u/i.test(token.text);
    case "#unicode":
      return token.kind === "string" && /^u/i.test(token.text);
    default:
      return expected.startsWith("#")
        ? `#${token.kind}` === expected
        : (token.kind === "word" || token.kind === "operator") && token.value === expected;
  }
}
