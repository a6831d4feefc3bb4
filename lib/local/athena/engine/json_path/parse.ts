/**
 * Parses JSON paths, whose grammar is that of the SQL standard.
 * @module
 */
import { BIGINT, BOOLEAN, DOUBLE, INTEGER } from "../../types/types.ts";
import type { JsonPath, Method, Operator, PathNode, Predicate, Subscript } from "./ast.ts";

/** A path that is none: where, counted from 0, and what is wrong. */
export class PathSyntaxError extends Error {
  constructor(readonly at: number, message: string) {
    super(message);
  }
}

type Kind = "word" | "variable" | "string" | "number" | "mark" | "end";

interface Token {
  kind: Kind;
  text: string;
  at: number;
}

const TOKEN =
  /[ \r\n\t]*(?:([A-Za-z_][A-Za-z0-9_]*)|(\$[A-Za-z_][A-Za-z0-9_]*)|("(?:[^"]|"")*")|((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(\.\.|&&|\|\||==|<>|!=|<=|>=|.)|$)/ys;
const KINDS: Kind[] = ["word", "variable", "string", "number", "mark"];
const COMPARISONS = ["==", "<>", "!=", "<", ">", "<=", ">="];
const METHODS = ["abs", "ceiling", "datetime", "double", "floor", "keyvalue", "size", "type"];
const MAX_DEPTH = 300;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (;;) {
    TOKEN.lastIndex = end;
    const found = TOKEN.exec(text) as RegExpExecArray;
    end = TOKEN.lastIndex;
    const index = KINDS.findIndex((_, i) => found[i + 1] !== undefined);
    const token = found[index + 1] ?? "";
    if (index < 0) return [...tokens, { kind: "end", text: "<EOF>", at: text.length }];
    tokens.push({ kind: KINDS[index] as Kind, text: token, at: end - token.length });
  }
}

/**
 * Parses a path.
 *
 * @throws {PathSyntaxError}
 */
export function parsePath(text: string): JsonPath {
  const parser = new Parser(tokenize(text));
  return parser.path();
}

class Parser {
  #index = 0;
  #depth = 0;
  /** The token that no way of reading got beyond. */
  #furthest = 0;

  constructor(readonly tokens: Token[]) {}

  path(): JsonPath {
    const mode = this.#peek();
    if (!this.#word("lax") && !this.#word("strict")) throw this.#wrong();
    const root = this.#sum();
    if (this.#peek().kind !== "end") throw this.#wrong();
    return { lax: mode.text === "lax", root };
  }

  #peek(ahead = 0): Token {
    return this.tokens[Math.min(this.#index + ahead, this.tokens.length - 1)] as Token;
  }

  #wrong(): PathSyntaxError {
    this.#furthest = Math.max(this.#furthest, Math.min(this.#index, this.tokens.length - 1));
    const { at, text } = this.tokens[this.#furthest] as Token;
    return new PathSyntaxError(at, `mismatched input '${text}'`);
  }

  #accept(kind: Kind, text: string): boolean {
    const token = this.#peek();
    if (token.kind !== kind || token.text !== text) return false;
    this.#index++;
    return true;
  }

  #word(text: string): boolean {
    return this.#accept("word", text);
  }

  #mark(text: string): boolean {
    return this.#accept("mark", text);
  }

  #expect(text: string): void {
    if (!this.#mark(text)) throw this.#wrong();
  }

  /** Runs a way of reading, and goes back to where it began if it is none. */
  #attempt<T>(parse: () => T): T | undefined {
    const start = this.#index;
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof PathSyntaxError)) throw error;
      this.#index = start;
      return undefined;
    }
  }

  #sum(): PathNode {
    if (++this.#depth > MAX_DEPTH) throw this.#wrong();
    const node = this.#binary({ "+": "ADD", "-": "SUBTRACT" }, () => this.#product());
    this.#depth--;
    return node;
  }

  #product(): PathNode {
    const operators = { "*": "MULTIPLY", "/": "DIVIDE", "%": "MODULUS" } as const;
    return this.#binary(operators, () => this.#signed());
  }

  #binary(operators: Record<string, Operator>, operand: () => PathNode): PathNode {
    let left = operand();
    for (;;) {
      const token = this.#peek();
      const operator = token.kind === "mark" ? operators[token.text] : undefined;
      if (!operator) return left;
      this.#index++;
      left = { kind: "binary", operator, left, right: operand() };
    }
  }

  #signed(): PathNode {
    const number = this.#peek().text === "-" && this.#peek(1).kind === "number";
    for (const sign of ["+", "-"] as const) {
      if (number || !this.#mark(sign)) continue;
      return { kind: "unary", sign, base: this.#signed() };
    }
    return this.#accessors(this.#primary());
  }

  #primary(): PathNode {
    const token = this.#peek();
    const negative = token.kind === "mark" && token.text === "-";
    if (negative && this.#peek(1).kind === "number") this.#index++;
    const value = this.#peek();
    switch (value.kind) {
      case "number":
        this.#index++;
        return numberLiteral(value.text, negative);
      case "string":
        this.#index++;
        return stringLiteral(value.text);
      case "variable":
        this.#index++;
        return { kind: "variable", name: value.text.slice(1) };
    }
    if (this.#word("true")) return { kind: "literal", type: BOOLEAN, value: true };
    if (this.#word("false")) return { kind: "literal", type: BOOLEAN, value: false };
    if (this.#word("null")) return { kind: "null" };
    if (this.#word("last")) return { kind: "last" };
    if (this.#mark("$")) return { kind: "context" };
    if (this.#mark("@")) return { kind: "current" };
    this.#expect("(");
    const inner = this.#sum();
    this.#expect(")");
    return inner;
  }

  #accessors(primary: PathNode): PathNode {
    let base = primary;
    for (;;) {
      if (this.#mark(".")) base = this.#memberOrMethod(base);
      else if (this.#mark("..")) base = { kind: "descendant", base, key: this.#key() };
      else if (this.#mark("[")) {
        base = { kind: "elements", base, subscripts: this.#subscripts() };
        this.#expect("]");
      } else if (this.#mark("?")) {
        this.#expect("(");
        base = { kind: "filter", base, test: this.#disjunction() };
        this.#expect(")");
      } else return base;
    }
  }

  #memberOrMethod(base: PathNode): PathNode {
    if (this.#mark("*")) return { kind: "member", base };
    const { kind, text } = this.#peek();
    if (kind === "word" && METHODS.includes(text) && this.#peek(1).text === "(") {
      this.#index += 2;
      if (text === "datetime" && this.#peek().kind === "string") this.#index++;
      this.#expect(")");
      return { kind: "method", base, name: text as Method };
    }
    return { kind: "member", base, key: this.#key() };
  }

  #key(): string {
    const { kind, text } = this.#peek();
    if (kind !== "word" && kind !== "string" && text !== "-") throw this.#wrong();
    this.#index++;
    return kind === "string" ? unquoted(text) : text;
  }

  #subscripts(): Subscript[] {
    if (this.#mark("*")) return [];
    const subscripts: Subscript[] = [];
    do {
      const from = this.#sum();
      subscripts.push(this.#word("to") ? { from, to: this.#sum() } : { from });
    } while (this.#mark(","));
    return subscripts;
  }

  #disjunction(): Predicate {
    let left = this.#conjunction();
    while (this.#mark("||")) left = { kind: "or", left, right: this.#conjunction() };
    return left;
  }

  #conjunction(): Predicate {
    let left = this.#negation();
    while (this.#mark("&&")) left = { kind: "and", left, right: this.#negation() };
    return left;
  }

  #negation(): Predicate {
    if (!this.#mark("!")) return this.#predicate();
    const test = this.#delimited();
    if (!test) throw this.#wrong();
    return { kind: "not", test };
  }

  /** `exists(path)` or `(predicate)`. */
  #delimited(): Predicate | undefined {
    if (this.#peek().text === "exists" && this.#peek(1).text === "(") {
      this.#index += 2;
      const path = this.#sum();
      this.#expect(")");
      return { kind: "exists", path };
    }
    return this.#attempt(() => {
      this.#expect("(");
      const inner = this.#disjunction();
      this.#expect(")");
      return inner;
    });
  }

  #predicate(): Predicate {
    const start = this.#index;
    const delimited = this.#delimited();
    if (delimited) {
      if (this.#peek().text !== "is") return delimited;
      const parenthesized = this.tokens[start]?.text === "(";
      if (!parenthesized || !this.#word("is") || !this.#word("unknown")) throw this.#wrong();
      return { kind: "unknown", test: delimited };
    }
    const left = this.#sum();
    const operator = COMPARISONS.find((mark) => this.#mark(mark));
    if (operator) return { kind: "compare", operator, left, right: this.#sum() };
    if (this.#word("like_regex")) {
      if (this.#peek().kind !== "string") throw this.#wrong();
      this.#index++;
      if (this.#word("flag") && this.#peek().kind === "string") this.#index++;
      return { kind: "like", path: left };
    }
    if (!this.#word("starts") || !this.#word("with")) throw this.#wrong();
    const { kind, text } = this.#peek();
    if (kind !== "string" && kind !== "variable") throw this.#wrong();
    this.#index++;
    const prefix: PathNode = kind === "string"
      ? stringLiteral(text)
      : { kind: "variable", name: text.slice(1) };
    return { kind: "starts", whole: left, prefix };
  }
}

function unquoted(text: string): string {
  return text.slice(1, -1).replaceAll('""', '"');
}

function stringLiteral(text: string): PathNode {
  const value = unquoted(text);
  return { kind: "literal", type: { kind: "varchar", length: [...value].length }, value };
}

function numberLiteral(text: string, negative: boolean): PathNode {
  if (/[eE]/.test(text)) {
    return { kind: "literal", type: DOUBLE, value: Number(text) * (negative ? -1 : 1) };
  }
  const sign = negative ? -1n : 1n;
  if (/^\d+$/.test(text)) {
    const value = BigInt(text) * sign;
    const type = BigInt.asIntN(32, value) === value ? INTEGER : BIGINT;
    return { kind: "literal", type, value };
  }
  const [whole = "", fraction = ""] = text.split(".");
  const precision = Math.max(1, whole.replace(/^0+/, "").length + fraction.length);
  return {
    kind: "literal",
    type: { kind: "decimal", precision, scale: fraction.length },
    value: BigInt(whole + fraction) * sign,
  };
}
