/**
 * A scanner that checks a JSON object and copies it as one line, in a single pass over its bytes.
 * Numbers are never read as numbers: what the producer wrote is what is stored.
 * @module
 */
import { Buffer } from "node:buffer";
import type { DeadLetterReason } from "../types.ts";
import { JsonShape } from "./json_shape.ts";

/** Deepest nesting that is a row: engines that read the table give up not far beyond. */
const MAX_DEPTH = 100;

/** Columns that the sink adds to each record. */
export const ADDED_COLUMNS: readonly string[] = [
  "kafka_partition",
  "kafka_offset",
  "kafka_timestamp",
];

/** What makes a value no row. */
export class NotARow extends Error {
  override name = "NotARow";

  constructor(readonly reason: DeadLetterReason, message: string) {
    super(message);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const MINUS = 0x2d;
const PLUS = 0x2b;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

const IN_OBJECT = 1;
const IN_ARRAY = 2;

const literals = ["true", "false", "null"].map((text) => Buffer.from(text));
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Copies JSON objects, all but the last brace, so that columns can be added. */
export class JsonScanner {
  /** Whether the object that was copied last has no columns. */
  empty = false;

  #in: Uint8Array = Buffer.alloc(0);
  #out: Uint8Array = this.#in;
  #at = 0;
  #to = 0;
  #ascii = true;
  readonly #doubles: boolean;
  readonly #stack = new Uint8Array(MAX_DEPTH + 1);
  /** Names of each open object but the outermost, to find one that comes twice. */
  readonly #names: (Set<string> | undefined)[] = [];
  /** Where the outermost object's names begin and end, in turn. */
  #columns: number[] = [];
  /** The names of a record before, known to differ from each other: most records repeat them. */
  #known: Uint8Array[] = [];
  /** Where the outermost object's values begin and end, in turn. */
  #values: number[] = [];
  /** What the record before was like: most are like it. */
  readonly #shape = new JsonShape();

  /**
   * @param options `doubles`: columns are stored as doubles, so that an integer which is not one
   * cannot be
   */
  constructor({ doubles = false }: { doubles?: boolean } = {}) {
    this.#doubles = doubles;
  }

  /**
   * Copies an object without its closing brace and what follows that, and without line ends between
   * its tokens.
   *
   * @param bytes Bytes with the record's value among them
   * @param out Where to copy to; it has room for the whole value
   * @param from Where in it to begin
   * @param start Where the value begins; by default where the bytes do
   * @param end Where it ends; by default where the bytes do
   * @returns Where in it the copy ends
   * @throws {NotARow} The value is not a JSON object that can be a row
   */
  copy(
    bytes: Uint8Array,
    out: Uint8Array,
    from: number,
    start = 0,
    end = bytes.length,
  ): number {
    // A value that was refused may have left it behind.
    this.empty = false;
    const to = this.#shape.copy(bytes, start, end, out, from);
    if (to > 0) return to;
    const value = bytes.subarray(start, end);
    this.#in = value;
    this.#out = out;
    this.#at = 0;
    this.#to = from;
    this.#ascii = true;
    this.#columns.length = 0;
    this.#values.length = 0;
    this.#names.length = 0;
    this.#space();
    if (value[this.#at] !== OPEN_OBJECT) this.#refuse();
    this.#object();
    if (!this.#ascii) this.#requireUtf8();
    this.#requireDistinctColumns();
    const flat = this.#values.length === this.#columns.length && !this.empty && !this.#doubles;
    this.#shape.keep(value, flat ? this.#values : []);
    return this.#to;
  }

  #object(): void {
    const input = this.#in;
    const stack = this.#stack;
    let depth = 0;
    // Every turn of the loop begins where a value has to come, or the end of what is open.
    this.#push(OPEN_OBJECT);
    stack[0] = IN_OBJECT;
    let first = true;
    while (true) {
      this.#space();
      const close = stack[depth] === IN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY;
      if (input[this.#at] === close) {
        if (depth === 0) {
          this.empty = first;
          const end = this.#to;
          this.#at++;
          this.#space();
          if (this.#at !== input.length) this.#refuse();
          this.#to = end;
          return;
        }
        this.#names[depth] = undefined;
        depth--;
        first = false;
        this.#push(close);
        continue;
      }
      if (!first) {
        if (input[this.#at] !== COMMA) this.#refuse();
        this.#push(COMMA);
        this.#space();
      }
      if (stack[depth] === IN_OBJECT) this.#name(depth);
      const start = input[this.#at];
      if (start === OPEN_OBJECT || start === OPEN_ARRAY) {
        depth++;
        if (depth >= MAX_DEPTH) this.#refuseDepth();
        stack[depth] = start === OPEN_OBJECT ? IN_OBJECT : IN_ARRAY;
        this.#push(start);
        first = true;
        continue;
      }
      const valueAt = this.#at;
      if (start === QUOTE) this.#string();
      else if (start === MINUS || (start !== undefined && start >= ZERO && start <= NINE)) {
        const from = this.#at;
        this.#number();
        if (this.#doubles && depth === 0) this.#requireDouble(from);
      } else this.#literal();
      if (depth === 0) this.#values.push(valueAt, this.#at);
      first = false;
    }
  }

  #push(byte: number): void {
    this.#out[this.#to++] = byte;
    this.#at++;
  }

  #space(): void {
    const input = this.#in;
    while (true) {
      const byte = input[this.#at];
      if (byte === 0x20 || byte === 0x09) this.#push(byte);
      else if (byte === 0x0a || byte === 0x0d) this.#at++;
      else return;
    }
  }

  #name(depth: number): void {
    if (this.#in[this.#at] !== QUOTE) this.#refuse();
    const start = this.#at + 1;
    this.#string();
    const end = this.#at - 1;
    this.#space();
    if (this.#in[this.#at] !== COLON) this.#refuse();
    this.#push(COLON);
    this.#space();
    if (depth === 0) {
      this.#columns.push(start, end);
      return;
    }
    const names = this.#names[depth] ??= new Set();
    const name = this.#nameAt(start, end);
    if (names.has(name)) this.#refuseTwice(name);
    names.add(name);
  }

  #string(): void {
    const input = this.#in;
    const out = this.#out;
    let at = this.#at;
    let to = this.#to;
    out[to++] = input[at++]!;
    while (true) {
      const byte = input[at];
      if (byte === undefined || byte < 0x20) this.#refuse();
      out[to++] = byte;
      at++;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        const more = this.#escape(at);
        for (let i = 0; i < more; i++) out[to++] = input[at++]!;
      } else if (byte >= 0x80) this.#ascii = false;
    }
    this.#at = at;
    this.#to = to;
  }

  /** Checks what follows a backslash, and tells how many bytes that is. */
  #escape(at: number): number {
    const input = this.#in;
    switch (input[at]) {
      case QUOTE:
      case BACKSLASH:
      case 0x2f: // /
      case 0x62: // b
      case 0x66: // f
      case 0x6e: // n
      case 0x72: // r
      case 0x74: // t
        return 1;
      case 0x75: { // u
        const unit = this.#hex(at + 1);
        if (unit < 0xd800 || unit > 0xdfff) return 5;
        const pair = unit < 0xdc00 && input[at + 5] === BACKSLASH && input[at + 6] === 0x75;
        const low = pair ? this.#hex(at + 7) : 0;
        if (low >= 0xdc00 && low <= 0xdfff) return 11;
        // Check the rest first: a value that is not JSON at all is called that.
        this.#requireJson();
        throw new NotARow("not UTF-8", `half a surrogate pair (\\u${unit.toString(16)})`);
      }
      default:
        return this.#refuse();
    }
  }

  #hex(at: number): number {
    let unit = 0;
    for (let i = at; i < at + 4; i++) {
      const byte = this.#in[i] ?? 0;
      const lower = byte | 0x20;
      const digit = byte >= ZERO && byte <= NINE
        ? byte - ZERO
        : lower >= 0x61 && lower <= 0x66
        ? lower - 0x57
        : this.#refuse();
      unit = unit * 16 + digit;
    }
    return unit;
  }

  #number(): void {
    const input = this.#in;
    const start = this.#at;
    let at = start;
    if (input[at] === MINUS) at++;
    if (input[at] === ZERO) at++;
    else at = this.#digits(at);
    if (input[at] === DOT) at = this.#digits(at + 1);
    if (((input[at] ?? 0) | 0x20) === 0x65) {
      at++;
      if (input[at] === PLUS || input[at] === MINUS) at++;
      at = this.#digits(at);
    }
    const out = this.#out;
    let to = this.#to;
    for (let i = start; i < at; i++) out[to++] = input[i]!;
    this.#at = at;
    this.#to = to;
  }

  /** Integers up to 2^53 are doubles; past it a double may stand for several, or for none. */
  #requireDouble(start: number): void {
    const bytes = this.#in.subarray(start, this.#at);
    if (bytes.length < 16 && !bytes.includes(0x65) && !bytes.includes(0x45)) return;
    const text = Buffer.from(bytes).toString();
    const double = Number(text);
    if (Number.isFinite(double) && (!/^-?\d+$/.test(text) || BigInt(double) === BigInt(text))) {
      return;
    }
    this.#requireUtf8();
    this.#requireJson();
    throw new NotARow("integer past 2^53", `${text.slice(0, 60)} cannot be stored as a double`);
  }

  #digits(from: number): number {
    const input = this.#in;
    let at = from;
    while (input[at]! >= ZERO && input[at]! <= NINE) at++;
    if (at === from) this.#refuse();
    return at;
  }

  #literal(): void {
    const literal = literals.find((text) => text[0] === this.#in[this.#at]);
    if (literal === undefined) return this.#refuse();
    for (let i = 0; i < literal.length; i++) {
      if (this.#in[this.#at] !== literal[i]) this.#refuse();
      this.#push(literal[i]!);
    }
  }

  #requireUtf8(): void {
    try {
      utf8.decode(this.#in);
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      throw new NotARow("not UTF-8", "its bytes are not text in UTF-8");
    }
  }

  #requireDistinctColumns(): void {
    const columns = this.#columns;
    const known = this.#known;
    let same = columns.length <= known.length * 2;
    for (let i = 0; same && i < columns.length; i += 2) {
      const name = known[i >> 1]!;
      const start = columns[i]!;
      same = columns[i + 1]! - start === name.length;
      for (let j = 0; same && j < name.length; j++) same = this.#in[start + j] === name[j];
    }
    if (same) return;
    const names = new Set<string>();
    for (let i = 0; i < columns.length; i += 2) {
      const name = this.#nameAt(columns[i]!, columns[i + 1]!);
      if (names.has(name)) this.#refuseTwice(name);
      if (ADDED_COLUMNS.includes(name)) {
        throw new NotARow("reserved column", `a column named ${name}, which the sink adds`);
      }
      names.add(name);
    }
    this.#known = [];
    for (let i = 0; i < columns.length; i += 2) {
      this.#known.push(Buffer.from(this.#in.subarray(columns[i], columns[i + 1])));
    }
  }

  /** A name as the catalog compares names: without escapes, in lower case. */
  #nameAt(start: number, end: number): string {
    const text = Buffer.from(this.#in.buffer, this.#in.byteOffset + start, end - start).toString();
    return (text.includes("\\") ? JSON.parse(`"${text}"`) as string : text).toLowerCase();
  }

  #refuseTwice(name: string): never {
    this.#requireUtf8();
    this.#requireJson();
    throw new NotARow("duplicate column", `the column ${JSON.stringify(name)} comes twice`);
  }

  #refuseDepth(): never {
    this.#requireUtf8();
    this.#requireJson();
    throw new NotARow("nested too deep", `it is nested more than ${MAX_DEPTH} deep`);
  }

  #requireJson(): unknown {
    const text = Buffer.from(this.#in).toString();
    try {
      return JSON.parse(text);
    } catch (cause) {
      if (!(cause instanceof Error)) throw cause;
      throw new NotARow("not JSON", cause.message.split("\n")[0] ?? cause.message);
    }
  }

  /** Finds out why the bytes at hand are not a JSON object. */
  #refuse(): never {
    this.#requireUtf8();
    const value = this.#requireJson();
    const found = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
    throw new NotARow("not a JSON object", `it is ${found}`);
  }
}
