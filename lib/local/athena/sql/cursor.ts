/**
 * Reads tokens one after another.
 * @module
 */
import { type Position, QueryError, SYNTAX_ERROR } from "../errors.ts";
import type { Identifier, QualifiedName } from "./ast.ts";
import { syntaxError, type Token, tokenize } from "./tokens.ts";
import { RESERVED } from "./reserved.ts";

/** A token that cannot stand where it does. */
export class Mismatch extends QueryError {
  constructor(readonly token: Token, expecting: string[]) {
    super(
      SYNTAX_ERROR,
      `mismatched input '${token.text}'. Expecting: ${expecting.join(", ")}`,
      token.position,
    );
  }
}

/** A place in a list of tokens, with what parsers ask of it. */
export class Cursor {
  readonly tokens: Token[];
  index = 0;
  /** `?` seen so far. */
  parameters = 0;

  constructor(readonly text: string) {
    this.tokens = tokenize(text);
  }

  /** The token `ahead` of the current one. */
  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)] as Token;
  }

  get position(): Position {
    return this.peek().position;
  }

  next(): Token {
    const token = this.peek();
    this.index++;
    return token;
  }

  /** Whether the coming tokens are these words or operators. */
  is(...values: string[]): boolean {
    return values.every((value, i) => {
      const token = this.peek(i);
      return (token.kind === "word" || token.kind === "operator") && token.value === value;
    });
  }

  isOneOf(...values: string[]): boolean {
    return values.some((value) => this.is(value));
  }

  /** Goes past these words if they come now. */
  accept(...values: string[]): boolean {
    if (!this.is(...values)) return false;
    this.index += values.length;
    return true;
  }

  expect(...values: string[]): void {
    for (const value of values) {
      if (!this.accept(value)) throw this.mismatch(`'${value}'`);
    }
  }

  /** Error that says what came and what should have come. */
  mismatch(...expecting: string[]): QueryError {
    return new Mismatch(this.peek(), expecting);
  }

  atIdentifier(ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "quoted" || (token.kind === "word" && !RESERVED.has(token.value));
  }

  identifier(): Identifier {
    const token = this.peek();
    if (token.kind === "backquoted") {
      throw syntaxError(
        "backquoted identifiers are not supported; use double quotes to quote identifiers",
        token.position,
      );
    }
    if (token.kind === "digits") {
      throw syntaxError(
        "identifiers must not start with a digit; surround the identifier with double quotes",
        token.position,
      );
    }
    if (token.kind === "quoted" && token.value === "") {
      throw syntaxError("Zero-length delimited identifier not allowed", token.position);
    }
    if (!this.atIdentifier()) throw this.mismatch("<identifier>");
    this.index++;
    return {
      value: token.kind === "quoted" ? token.value : token.text,
      ...(token.kind === "quoted" ? { quoted: true } : {}),
      position: token.position,
    };
  }

  qualifiedName(): QualifiedName {
    const position = this.position;
    const parts = [this.identifier()];
    while (this.accept(".")) parts.push(this.identifier());
    return { parts, position };
  }

  /** `item (, item)*` */
  list<T>(item: () => T): T[] {
    const items = [item()];
    while (this.accept(",")) items.push(item());
    return items;
  }

  /** Runs a parser, and goes back to where it began if it fails. */
  attempt<T>(parse: () => T): T | undefined {
    const { index, parameters } = this;
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      this.index = index;
      this.parameters = parameters;
      return undefined;
    }
  }
}
