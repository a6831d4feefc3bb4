/**
 * Records of a topic are mostly alike: the same names in the same order, with other values. One that
 * is like the one before is checked and copied faster.
 * @module
 */
import { Buffer } from "node:buffer";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const CLOSE_OBJECT = 0x7d;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const SMALL_N = 0x6e;

/** The bytes around the values of a flat object: names, colons and commas. */
export class JsonShape {
  /** The texts around its values, one after the other; none where there is no such object. */
  #around: Uint8Array = NONE;
  /** Where each of them ends. */
  #ends: number[] = [];
  /** Bytes from the last brace on. */
  #tail = 1;

  /**
   * Copies an object that has the same bytes around its values, and plain values: text without
   * escapes in ASCII, numbers without exponents, `null`.
   *
   * @param bytes Bytes with the record's value among them
   * @param start Where the value begins
   * @param end Where it ends
   * @param out Where to copy to
   * @param from Where in it to begin
   * @returns Where the copy ends, without the closing brace; 0 where the object is of another shape,
   * which has to be scanned in full
   */
  copy(bytes: Uint8Array, start: number, end: number, out: Uint8Array, from: number): number {
    const around = this.#around;
    const ends = this.#ends;
    const last = ends.length - 1;
    if (last < 1) return 0;
    let at = start;
    let place = 0;
    for (let i = 0; i <= last; i++) {
      const textEnd = ends[i]!;
      while (place < textEnd) {
        if (bytes[at++] !== around[place++]) return 0;
      }
      if (i === last) break;
      const valueAt = at;
      at = plainEnd(bytes, at);
      if (at === valueAt) return 0;
    }
    // What follows the value may look like more of it.
    if (at !== end) return 0;
    out.set(bytes.subarray(start, end), from);
    return from + end - start - this.#tail;
  }

  /**
   * Keeps what an object is like, for the next to be compared with.
   *
   * @param value An object that was found to be a row
   * @param values Where its values begin and end, in turn; none where it is not flat
   */
  keep(value: Uint8Array, values: readonly number[]): void {
    this.#ends = [];
    if (values.length === 0) return;
    const around: Uint8Array[] = [];
    for (let i = 0; i <= values.length; i += 2) {
      around.push(value.subarray(values[i - 1] ?? 0, values[i] ?? value.length));
    }
    this.#around = Buffer.concat(around);
    // Line ends between tokens are not copied, so such an object is no model.
    if (this.#around.includes(0x0a) || this.#around.includes(0x0d)) return;
    let end = 0;
    this.#ends = around.map(({ length }) => end += length);
    this.#tail = value.length - value.lastIndexOf(CLOSE_OBJECT);
  }
}

const NONE = new Uint8Array();

/** Where a plain value ends; where it starts if it is none. */
function plainEnd(bytes: Uint8Array, from: number): number {
  const first = bytes[from];
  if (first === QUOTE) return plainText(bytes, from);
  return first === SMALL_N ? nullAt(bytes, from) : plainNumber(bytes, from);
}

function plainText(bytes: Uint8Array, from: number): number {
  let at = from;
  while (true) {
    const byte = bytes[++at];
    if (byte === QUOTE) return at + 1;
    if (byte === undefined || byte < 0x20 || byte >= 0x80 || byte === BACKSLASH) return from;
  }
}

function nullAt(bytes: Uint8Array, from: number): number {
  const found = bytes[from + 1] === 0x75 && bytes[from + 2] === 0x6c && bytes[from + 3] === 0x6c;
  return found ? from + 4 : from;
}

/** Digits, and a fraction or none. */
function plainNumber(bytes: Uint8Array, from: number): number {
  let at = from;
  if (bytes[at] === MINUS) at++;
  const whole = at;
  let byte = bytes[at];
  while (byte !== undefined && byte >= ZERO && byte <= NINE) byte = bytes[++at];
  if (at === whole || (bytes[whole] === ZERO && at > whole + 1)) return from;
  if (byte === DOT) {
    const fraction = at + 1;
    do byte = bytes[++at]; while (byte !== undefined && byte >= ZERO && byte <= NINE);
    if (at === fraction) return from;
  }
  return byte === 0x65 || byte === 0x45 ? from : at;
}
