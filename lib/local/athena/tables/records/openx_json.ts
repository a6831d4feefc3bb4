/**
 * Reads JSON as OpenX's SerDe does, which takes more than JSON: single quotes, words without any,
 * `;`, `=` and `=>` for `,` and `:`, a comma at the end; and passes over what comes after the record.
 * @module
 */
import { type JsonValue, RepeatedKey } from "../../engine/text/json_text.ts";

const END = "\0";
const PLAIN = { '"': /[^"\\\0\n\r]*/y, "'": /[^'\\\0\n\r]*/y };
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ESCAPES: Record<string, string> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  // So the SerDe reads them.
  a: "\x07\t",
  v: "\t",
  '"': '"',
  "'": "'",
  "\\": "\\",
  "/": "/",
};

/**
 * Reads a record.
 *
 * @param text The record, without white space around it
 * @param told What of a key tells it from others: no object has two that are told the same
 * @returns Its keys and values
 * @throws {SyntaxError} The text is no record, even so
 * @throws {RepeatedKey} An object has a key twice
 */
export function parseOpenxRecord(
  text: string,
  told: (key: string) => string,
): Map<string, JsonValue> {
  return new Reader(text, told).object(0);
}

/** Text without white space and control characters around it, as Java trims it. */
export function trimmed(text: string): string {
  return text.replace(/^[\0- ]+|[\0- ]+$/g, "");
}

class Reader {
  #at = 0;

  constructor(readonly text: string, readonly told: (key: string) => string) {}

  #next(): string {
    return this.text[this.#at++] ?? END;
  }

  #nextClean(): string {
    for (;;) {
      const char = this.#next();
      if (char === END || char > " ") return char;
    }
  }

  #peekClean(): string {
    const char = this.#nextClean();
    this.#at--;
    return char;
  }

  #fail(reason: string): never {
    throw new SyntaxError(`${reason} at ${this.#at} [character ${this.#at + 1} line 1]`);
  }

  object(depth: number): Map<string, JsonValue> {
    const map = new Map<string, JsonValue>();
    const seen = new Set<string>();
    if (this.#nextClean() !== "{") this.#fail("A JSONObject text must begin with '{'");
    for (;;) {
      const first = this.#nextClean();
      if (first === END) this.#fail("A JSONObject text must end with '}'");
      if (first === "}") return map;
      this.#at--;
      const key = this.#key(depth);
      const colon = this.#nextClean();
      if (colon === "=") {
        if (this.text[this.#at] === ">") this.#at++;
      } else if (colon !== ":") this.#fail("Expected a ':' after a key");
      const value = this.#value(depth + 1);
      const told = this.told(key);
      if (seen.has(told)) throw new RepeatedKey(told);
      seen.add(told);
      map.set(key, value);
      const after = this.#nextClean();
      if (after === "}") return map;
      if (after !== "," && after !== ";") this.#fail("Expected a ',' or '}'");
    }
  }

  #key(depth: number): string {
    const key = this.#value(depth + 1);
    if (key === null || typeof key !== "object") return String(key);
    if ("number" in key) return key.number;
    return this.#fail("Expected a ':' after a key");
  }

  #array(depth: number): JsonValue[] {
    const list: JsonValue[] = [];
    this.#at++;
    if (this.#peekClean() === "]") {
      this.#nextClean();
      return list;
    }
    for (;;) {
      list.push(this.#peekClean() === "," ? null : this.#value(depth + 1));
      const after = this.#nextClean();
      if (after === "]") return list;
      if (after !== "," && after !== ";") this.#fail("Expected a ',' or ']'");
      if (this.#peekClean() !== "]") continue;
      this.#nextClean();
      return list;
    }
  }

  #value(depth: number): JsonValue {
    if (depth > 500) this.#fail("Too deep");
    const first = this.#peekClean();
    if (first === "{") return this.object(depth);
    if (first === "[") return this.#array(depth);
    if (first === '"' || first === "'") {
      this.#at++;
      return this.#string(first);
    }
    return this.#word();
  }

  #word(): JsonValue {
    const from = this.#at;
    while (!',:]}/\\"[{;=#'.includes(this.text[this.#at] ?? ",") && this.text[this.#at]! >= " ") {
      this.#at++;
    }
    const word = trimmed(this.text.slice(from, this.#at));
    if (word === "") this.#fail("Missing value");
    if (NUMBER.test(word)) return { number: word };
    const lower = word.toLowerCase();
    if (lower === "null") return null;
    return lower === "true" || lower === "false" ? lower === "true" : word;
  }

  #string(quote: '"' | "'"): string {
    const plain = PLAIN[quote];
    let value = "";
    for (;;) {
      plain.lastIndex = this.#at;
      const [run] = plain.exec(this.text) as RegExpExecArray;
      value += run;
      this.#at = plain.lastIndex;
      const char = this.#next();
      if (char === quote) return value;
      if (char !== "\\") this.#fail("Unterminated string");
      value += this.#escape();
    }
  }

  #escape(): string {
    const char = this.#next();
    if (char !== "u") return ESCAPES[char] ?? this.#fail("Illegal escape.");
    const digits = this.text.slice(this.#at, this.#at + 4);
    this.#at += 4;
    if (!/^[\da-f]{4}$/i.test(digits)) this.#fail("Illegal escape.");
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
}
