/**
 * Infers types straight from JSON text, without building the values: numbers keep the difference
 * between `1` and `1.0`, and 64-bit integers their size.
 * @module
 */
import { type GlueType, mergeTypes, NULL, scalar, STRING } from "./glue_type.ts";

/** A value's type, and where the text after it begins. */
export interface ScannedValue {
  type: GlueType;
  end: number;
}

/** Why a text could not be scanned: it is not JSON, or it ends inside a value. */
export type ScanFailure = "malformed" | "incomplete";

const INT = scalar("int");
const BIGINT = scalar("bigint");
const DOUBLE = scalar("double");
const BOOLEAN = scalar("boolean");
const EMPTY_ARRAY: GlueType = { kind: "array", element: NULL };
const MAX_DEPTH = 200;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const WORDS: [string, GlueType][] = [["true", BOOLEAN], ["false", BOOLEAN], ["null", NULL]];

/**
 * Infers the type of the JSON value that begins at a place in a text.
 *
 * @param text Text with JSON in it
 * @param start Index of the value's first character, or of white space before it
 * @returns The value's type and end, or why there is none
 */
export function scanJson(text: string, start = 0): ScannedValue | ScanFailure {
  return new Scanner(text).scan(start);
}

/** Index of the first character from `at` on that is not JSON's white space. */
export function skipSpace(text: string, at: number): number {
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at++;
  }
}

class Stop {
  constructor(readonly failure: ScanFailure) {}
}

const MALFORMED = new Stop("malformed");
const INCOMPLETE = new Stop("incomplete");

/** One pass over one text; a class because the position is shared by every step. */
class Scanner {
  #at = 0;

  constructor(readonly text: string) {}

  scan(start: number): ScannedValue | ScanFailure {
    this.#at = start;
    try {
      const type = this.#value(0);
      return { type, end: this.#at };
    } catch (stop) {
      if (stop instanceof Stop) return stop.failure;
      throw stop;
    }
  }

  #value(depth: number): GlueType {
    if (depth > MAX_DEPTH) throw MALFORMED;
    this.#at = skipSpace(this.text, this.#at);
    const char = this.text[this.#at];
    switch (char) {
      case undefined:
        throw INCOMPLETE;
      case '"':
        this.#string();
        return STRING;
      case "{":
        return this.#object(depth);
      case "[":
        return this.#array(depth);
      case "t":
      case "f":
      case "n":
        return this.#word();
      default:
        return this.#number();
    }
  }

  #object(depth: number): GlueType {
    const fields = new Map<string, GlueType>();
    this.#at = skipSpace(this.text, this.#at + 1);
    if (this.text[this.#at] === "}") {
      this.#at++;
      return { kind: "struct", fields };
    }
    for (;;) {
      this.#at = skipSpace(this.text, this.#at);
      if (this.text[this.#at] !== '"') throw this.#unexpected();
      const name = this.#string();
      this.#at = skipSpace(this.text, this.#at);
      if (this.text[this.#at] !== ":") throw this.#unexpected();
      this.#at++;
      const type = this.#value(depth + 1);
      const before = fields.get(name);
      fields.set(name, before === undefined ? type : mergeTypes(before, type));
      this.#at = skipSpace(this.text, this.#at);
      const next = this.text[this.#at];
      if (next !== "," && next !== "}") throw this.#unexpected();
      this.#at++;
      if (next === "}") return { kind: "struct", fields };
    }
  }

  #array(depth: number): GlueType {
    this.#at = skipSpace(this.text, this.#at + 1);
    if (this.text[this.#at] === "]") {
      this.#at++;
      return EMPTY_ARRAY;
    }
    let element: GlueType = NULL;
    for (;;) {
      element = mergeTypes(element, this.#value(depth + 1));
      this.#at = skipSpace(this.text, this.#at);
      const next = this.text[this.#at];
      if (next !== "," && next !== "]") throw this.#unexpected();
      this.#at++;
      if (next === "]") return { kind: "array", element };
    }
  }

  #string(): string {
    const start = this.#at;
    let at = start + 1;
    let escaped = false;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (code === 34) break;
      if (code === 92) {
        escaped = true;
        at++;
      } else if (Number.isNaN(code)) {
        throw INCOMPLETE;
      } else if (code < 32) {
        throw MALFORMED;
      }
      at++;
    }
    this.#at = at + 1;
    if (!escaped) return this.text.slice(start + 1, at);
    try {
      return JSON.parse(this.text.slice(start, at + 1)) as string;
    } catch (error) {
      if (error instanceof SyntaxError) throw MALFORMED;
      throw error;
    }
  }

  #number(): GlueType {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.text);
    if (match === null) throw this.#unexpected();
    this.#at += match[0].length;
    // A number that the text ends in may go on behind the cut.
    if (this.#at === this.text.length) throw INCOMPLETE;
    if (match[1] !== undefined || match[2] !== undefined) return DOUBLE;
    return integerType(match[0]);
  }

  #word(): GlueType {
    for (const [word, type] of WORDS) {
      if (this.text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return type;
      }
      if (word.startsWith(this.text.slice(this.#at))) throw INCOMPLETE;
    }
    throw MALFORMED;
  }

  #unexpected(): Stop {
    return this.#at >= this.text.length ? INCOMPLETE : MALFORMED;
  }
}

/**
 * The type of a whole number by its size: `int` to 32 bits, `bigint` to 64, `double` past that.
 *
 * @param digits Digits with an optional minus
 * @returns The narrowest of the three that holds it
 */
function integerType(digits: string): GlueType {
  if (digits.length < 10) return INT;
  const value = digits.length < 16 ? Number(digits) : BigInt(digits);
  if (value >= -2147483648 && value <= 2147483647) return INT;
  if (digits.length < 16) return BIGINT;
  return value >= -9223372036854775808n && value <= 9223372036854775807n ? BIGINT : DOUBLE;
}
