/**
 * Integers as text, written to where the text belongs.
 * @module
 */

const ZERO = 0x30;
const MINUS = 0x2d;
/** Digits that are taken off at a time: what is left fits into the integers that are fast. */
const GROUP = 10_000_000;
const GROUP_DIGITS = 7;

/**
 * Writes an integer in decimal.
 *
 * @param value A safe integer, or any `bigint`
 * @param out Where to write; it has room for the digits
 * @param at Where in it to begin
 * @returns Where the digits end
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const out = new Uint8Array(8);
 * assertEquals(writeInteger(-120, out, 1), 5);
 * assertEquals(new TextDecoder().decode(out.subarray(1, 5)), "-120");
 * ```
 */
export function writeInteger(value: number | bigint, out: Uint8Array, at: number): number {
  if (typeof value === "bigint") return writeText(String(value), out, at);
  if (value < 0) {
    out[at] = MINUS;
    return writeInteger(-value, out, at + 1);
  }
  if (value < GROUP) return writeSmall(value, digitsOf(value), out, at);
  const upper = Math.floor(value / GROUP);
  return writeSmall(value - upper * GROUP, GROUP_DIGITS, out, writeInteger(upper, out, at));
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let least = 10; value >= least; least *= 10) digits++;
  return digits;
}

function writeSmall(value: number, digits: number, out: Uint8Array, at: number): number {
  let rest = value | 0;
  for (let i = at + digits - 1; i >= at; i--) {
    const upper = (rest / 10) | 0;
    out[i] = ZERO + rest - upper * 10;
    rest = upper;
  }
  return at + digits;
}

function writeText(text: string, out: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) out[at + i] = text.charCodeAt(i);
  return at + text.length;
}
