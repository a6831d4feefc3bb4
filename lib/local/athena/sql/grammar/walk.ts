/**
 * Goes on from where a reading stopped in all ways at once, and notes what the furthest expected.
 * @module
 */
import type { Token } from "../tokens.ts";
import { isOneOf } from "./look.ts";
import type { Frame } from "./prediction.ts";
import type { Rule, State } from "./reader.ts";

/** A walk through the grammar along a text. */
export class Walk {
  /** The furthest token that was reached. */
  furthest = -1;
  /** What could have stood there. */
  readonly expected = new Set<string>();
  readonly #ends = new Map<State, Map<number, number[]>>();

  /**
   * @param tokens The text
   * @param last The last token of it that the engine has read
   * @param names Keywords that are names too
   */
  constructor(
    readonly tokens: readonly Token[],
    readonly last: number,
    readonly names: ReadonlySet<string> = new Set(),
  ) {}

  /** Whether a rule takes the whole text. */
  takes(rule: Rule): boolean {
    return this.#process(rule.start, 0, false, rule).length > 0;
  }

  /** Walks from a state to the end of the rules in use. */
  walk(state: State, start: number, frame: Frame & { rule: Rule }): void {
    const { rule } = frame;
    let ends = beginsWith(rule.start, state)
      ? this.#process(rule.start, start, false, rule)
      : this.#process(state, start, false);
    for (let at: Frame | undefined = frame; at?.outer && ends.length > 0; at = at.outer) {
      const { next } = at;
      ends = [...new Set(ends.flatMap((end) => this.#process(next, end, false)))];
    }
  }

  /** Where the rest of a rule may end; `told` if what is expected at its start is told already. */
  #process(from: State, start: number, told: boolean, rule?: Rule): number[] {
    let found = this.#ends.get(from);
    if (!found) this.#ends.set(from, found = new Map());
    const known = found.get(start);
    if (known) return known;
    if (rule?.label && !told) this.#expect(start, rule.label);
    const ends = new Set<number>();
    const open = [{ state: from, at: start, told: told || rule?.label !== undefined }];
    for (let place = open.pop(); place; place = open.pop()) {
      const { state, at, told } = place;
      if (state.kind === "end") ends.add(at);
      else if (state.kind === "branch") {
        for (const next of state.next) open.push({ state: next, at, told });
      } else if (state.kind === "rule") {
        for (const end of this.#process(state.rule.start, at, told, state.rule)) {
          open.push({ state: state.next, at: end, told: false });
        }
      } else if (at < this.last && this.#isOneOf(this.tokens[at] as Token, state.tokens)) {
        open.push({ state: state.next, at: at + 1, told: false });
      } else if (!told) { for (const token of state.tokens) this.#expect(at, shown(token)); }
    }
    const result = [...ends];
    found.set(start, result);
    return result;
  }

  #isOneOf(token: Token, expected: readonly string[]): boolean {
    return isOneOf(token, expected) ||
      (token.kind === "word" && this.names.has(token.value) && expected.includes("#name"));
  }

  #expect(at: number, what: string): void {
    if (at < this.furthest) return;
    if (at > this.furthest) {
      this.expected.clear();
      this.furthest = at;
    }
    this.expected.add(what);
  }
}

/** Whether a state of a rule is its beginning, or comes before its first token. */
function beginsWith(start: State, state: State): boolean {
  return start === state ||
    (start.kind === "branch" && start.next.some((next) => beginsWith(next, state)));
}

function shown(token: string): string {
  if (token === "#end") return "<EOF>";
  if (token === "#integer") return "<integer>";
  if (token === "#decimal" || token === "#double") return `${token.slice(1).toUpperCase()}_VALUE`;
  if (token.startsWith("#")) return token.slice(1).toUpperCase();
  return token === "NEQ" ? token : `'${token}'`;
}
