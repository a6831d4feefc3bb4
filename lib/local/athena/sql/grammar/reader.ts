/**
 * Reads the grammar into states, as the generator of the engine's parser does.
 *
 * A rule is a line `name = …`, or `name <label> = …` where the engine tells of the rule by a label
 * and not by what it begins with; lines that begin with a space go on with the rule before. Words in
 * upper case are keywords, quoted signs stand for themselves, `#kind` is a kind of token, words in
 * lower case are rules. `|`, `?`, `*`, `+` and parentheses are as usual, `~` is a `*` over the
 * operators of a rule that begins with itself, and `{x}` is a list of `x` with commas between.
 * @module
 */

interface Numbered {
  readonly id: number;
}

/** A place where one of several ways is chosen. */
export interface Branch extends Numbered {
  kind: "branch";
  next: State[];
  /** Whether the last way goes past what may be left out or repeated. */
  optional: boolean;
  /** Whether the ways are those of operators, which one token never decides. */
  operators: boolean;
}

/** A place in a rule: where it goes on to. */
export type State =
  | Numbered & { kind: "token"; tokens: string[]; next: State }
  | Numbered & { kind: "rule"; rule: Rule; next: State }
  | Numbered & { kind: "end"; rule: Rule }
  | Branch;

/** A rule of the grammar. */
export interface Rule {
  label?: string;
  start: State;
  /** Where the rules that use it go on. */
  follow: State[];
}

/**
 * Reads rules.
 *
 * @param text The grammar's text
 * @returns The rules by name
 */
export function readGrammar(text: string): Map<string, Rule> {
  const sources = text.split(/\n(?=\S)/).map((line) => line.trim()).filter(Boolean).map((line) => {
    const found = /^(\w+)(?: (<\w+>))? = ([\s\S]+)$/.exec(line);
    if (!found) throw new Error(`not a rule: ${line}`);
    const [, name, label, body] = found as unknown as [string, string, string | undefined, string];
    return { name, body, rule: { ...(label ? { label } : {}), follow: [] } as unknown as Rule };
  });
  const rules = new Map(sources.map(({ name, rule }) => [name, rule]));
  const ids = { next: 0 };
  for (const { rule, body } of sources) rule.start = new Body(body, rules, ids).read(rule);
  return rules;
}

/** Builds the states before `next`. */
interface Part {
  build(next: State): State;
  /** The ways, if it is a choice. */
  ways?: Part[];
  /** The tokens, if it is one of some tokens. */
  tokens?: string[];
}

class Body {
  readonly #words: string[];
  #at = 0;

  constructor(
    text: string,
    readonly rules: ReadonlyMap<string, Rule>,
    readonly ids: { next: number },
  ) {
    this.#words = text.match(/'[^']+'|#?\w+|[(){}|?*+~]/g) ?? [];
  }

  read(rule: Rule): State {
    const part = this.#choice();
    if (this.#at < this.#words.length) throw new Error(`what is ${this.#words[this.#at]}?`);
    return part.build({ id: this.ids.next++, kind: "end", rule });
  }

  #branch(next: State[], optional: boolean, operators = false): Branch {
    return { id: this.ids.next++, kind: "branch", next, optional, operators };
  }

  #is(...words: string[]): boolean {
    return words.includes(this.#words[this.#at] as string);
  }

  #choice(): Part {
    const ways = [this.#sequence()];
    while (this.#is("|")) {
      this.#at++;
      ways.push(this.#sequence());
    }
    if (ways.length === 1) return ways[0] as Part;
    const tokens = ways.flatMap((way) => way.tokens ?? ["#name"]);
    // One of some tokens is read at once; a name is a choice of the engine's, of several kinds.
    if (!tokens.includes("#name")) return this.#token(tokens);
    return { build: (next) => this.#branch(ways.map((way) => way.build(next)), false), ways };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#words.length && !this.#is("|", ")", "}")) parts.push(this.#repeated());
    if (parts.length === 1) return parts[0] as Part;
    return { build: (next) => parts.reduceRight((rest, part) => part.build(rest), next) };
  }

  #repeated(): Part {
    const part = this.#item();
    if (!this.#is("?", "*", "+", "~")) return part;
    const sign = this.#words[this.#at++];
    if (sign === "?") {
      const ways = part.ways ?? [part];
      return { build: (next) => this.#branch([...ways.map((w) => w.build(next)), next], true) };
    }
    return {
      build: (next) => {
        const loop = this.#branch([], true, sign === "~");
        const body = part.build(loop);
        if (sign === "~" && body.kind === "branch") body.operators = true;
        loop.next.push(body, next);
        return sign === "+" ? this.#branch([body], false) : loop;
      },
    };
  }

  #item(): Part {
    const word = this.#words[this.#at++] as string;
    if (word === "(" || word === "{") {
      const part = this.#choice();
      this.#at++;
      return word === "(" ? part : this.#list(part);
    }
    if (!/^[a-z]/.test(word)) return this.#token([word.startsWith("'") ? word.slice(1, -1) : word]);
    const rule = this.rules.get(word);
    if (!rule) throw new Error(`no rule ${word}`);
    return {
      build: (next) => {
        rule.follow.push(next);
        return { id: this.ids.next++, kind: "rule", rule, next };
      },
    };
  }

  #token(tokens: string[]): Part {
    return { build: (next) => ({ id: this.ids.next++, kind: "token", tokens, next }), tokens };
  }

  #list(part: Part): Part {
    return {
      build: (next) => {
        const loop = this.#branch([], true);
        const comma = this.#token([","]).build(part.build(loop));
        loop.next.push(comma, next);
        return part.build(loop);
      },
    };
  }
}
