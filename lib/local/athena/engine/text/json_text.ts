/**
 * Reads and writes JSON without losing digits of numbers.
 * @module
 */
import { doubleText } from "../../types/numbers.ts";

/** A JSON value: objects as maps, numbers as they are written. */
export type JsonValue =
  | null
  | boolean
  | string
  | { number: string }
  | JsonValue[]
  | Map<string, JsonValue>;

const TOKEN =
  // deno-lint-ignore no-control-regex -- JSON forbids these in strings
  /[ \t\r\n]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null))/y;

/** Which keys of an object may not stand in it twice: the same, or the same but for case. */
export type Unique = "exact" | "folded";

/**
 * Reads JSON; of a key that an object has twice the last counts, unless keys are to be unique.
 *
 * @throws {SyntaxError} The text is none
 * @throws {RepeatedKey} An object has a key twice
 */
export function parseJson(text: string, unique?: Unique): JsonValue {
  const state: State = { at: 0, ...(unique ? { unique } : {}) };
  const value = readValue(text, state, 0);
  if (text.slice(state.at).trim() !== "") throw new SyntaxError("more after the value");
  return value;
}

/**
 * Reads the first value of a text, whatever comes after it; of a key that an object has twice the last
 * counts.
 *
 * @throws {SyntaxError} The text does not begin with one
 */
export function parseFirst(text: string): JsonValue {
  const state: State = { at: 0 };
  const value = readValue(text, state, 0);
  const [after = ""] = text.slice(state.at);
  const word = typeof value === "boolean" || value === null;
  const number = typeof value === "object" && value !== null && "number" in value;
  if ((number && /[^ \t\r\n]/.test(after)) || (word && /[\w$]/.test(after))) {
    throw new SyntaxError(`'${after}' after the value`);
  }
  return value;
}

function next(text: string, state: { at: number }): RegExpExecArray {
  TOKEN.lastIndex = state.at;
  const found = TOKEN.exec(text);
  if (!found) throw new SyntaxError(`no JSON at ${state.at}`);
  state.at = TOKEN.lastIndex;
  return found;
}

interface State {
  at: number;
  unique?: Unique;
}

/** An object has a key twice; the message is the key. */
export class RepeatedKey extends Error {}

function peek(text: string, state: { at: number }): string | undefined {
  while (" \t\r\n".includes(text[state.at] ?? "x")) state.at++;
  return text[state.at];
}

function readValue(text: string, state: State, depth: number): JsonValue {
  if (depth > 500) throw new SyntaxError("too deep");
  const [, mark, string, number, word] = next(text, state);
  if (string !== undefined) return JSON.parse(string) as string;
  if (number !== undefined) return { number };
  if (word !== undefined) return word === "null" ? null : word === "true";
  if (mark === "[") {
    const list: JsonValue[] = [];
    if (peek(text, state) === "]") {
      state.at++;
      return list;
    }
    for (;;) {
      list.push(readValue(text, state, depth + 1));
      const [, after] = next(text, state);
      if (after === "]") return list;
      if (after !== ",") throw new SyntaxError("no comma");
    }
  }
  if (mark !== "{") throw new SyntaxError("no value");
  const map = new Map<string, JsonValue>();
  const seen = new Set<string>();
  if (peek(text, state) === "}") {
    state.at++;
    return map;
  }
  for (;;) {
    const [, , key] = next(text, state);
    const [, colon] = next(text, state);
    if (key === undefined || colon !== ":") throw new SyntaxError("no key");
    const name = JSON.parse(key) as string;
    const told = state.unique === "folded" ? name.toLowerCase() : name;
    if (state.unique && seen.has(told)) throw new RepeatedKey(told);
    seen.add(told);
    map.set(name, readValue(text, state, depth + 1));
    const [, after] = next(text, state);
    if (after === "}") return map;
    if (after !== ",") throw new SyntaxError("no comma");
  }
}

/** A number in the engine's form: whole numbers as they are, others as doubles. */
export function canonicalNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text === "-0" ? "0" : text;
  const shown = doubleText(Number(text));
  return shown.endsWith("Infinity") ? `"${shown}"` : shown;
}

/** Writes a value in the engine's form: no white space, keys in order, or as they come. */
export function writeJson(value: JsonValue, sorted = true): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => writeJson(item, sorted)).join(",")}]`;
  if (value instanceof Map) {
    const keys = sorted ? [...value.keys()].sort() : [...value.keys()];
    const entries = keys.map((key) =>
      `${JSON.stringify(key)}:${writeJson(value.get(key) as JsonValue, sorted)}`
    );
    return `{${entries.join(",")}}`;
  }
  return canonicalNumber(value.number);
}
