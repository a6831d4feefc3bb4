/**
 * What a field of a CSV means.
 * @module
 */

/** A field's value. */
export type StockValue = string | number | null;

/** A row: column to value. */
export type StockRecord = Record<string, StockValue>;

/** JSON's own grammar of numbers, RFC 8259 section 6. */
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Reads a field. What JSON would take for a number is a number, and so written as one; an empty field
 * and `null` are null; the rest is text as it stands: dates, symbols such as `000001.SS`, digits with
 * leading zeros, and numbers that a double cannot stand for (whole ones past 2^53 - 1, those too
 * large, those so small that they would be 0). Other decimals become the nearest double, as they do
 * in pandas and in Athena's `double`.
 *
 * @param text The field, without its quotes
 * @returns Its value
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   ["2568.300049", "0.0", "000001.SS", "1986-12-31", "", "null"].map(parseValue),
 *   [2568.300049, 0, "000001.SS", "1986-12-31", null, null],
 * );
 * ```
 */
export function parseValue(text: string): StockValue {
  const bare = text.trim();
  if (bare === "" || bare === "null" || bare === "NULL") return null;
  if (!JSON_NUMBER.test(bare)) return text;
  const value = Number(bare);
  if (!Number.isFinite(value)) return text;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER && !/[.eE]/.test(bare)) return text;
  if (value === 0 && /[1-9]/.test(bare.replace(/[eE].*/, ""))) return text;
  return value;
}
