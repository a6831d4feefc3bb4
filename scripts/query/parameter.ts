/**
 * Values of `--param`.
 * @module
 */
import type { QueryParameter } from "../../lib/athena/mod.ts";

/**
 * Reads the value of `--param`: what looks like a number, `true`, `false` or `null` is that, all
 * else is text; in single quotes it is text in any case.
 *
 * @param text The flag's value
 * @returns The parameter
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(["HSI", "5", "'5'", "2.5", "null"].map(parseParameter), ["HSI", 5, "5", 2.5, null]);
 * ```
 */
export function parseParameter(text: string): QueryParameter {
  const quoted = /^'(.*)'$/s.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (/^null$/i.test(text)) return null;
  if (/^-?\d+$/.test(text)) {
    const value = BigInt(text);
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
      ? Number(value)
      : value;
  }
  return /^-?(\d+\.\d*|\.\d+|\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}
