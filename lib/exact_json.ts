/**
 * JSON whose numbers keep the digits they were written with.
 * @module
 */

/** Of ECMAScript's JSON.rawJSON and the reviver's third parameter TypeScript does not know yet. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };

/**
 * Parses JSON, and keeps numbers as raw JSON, which `JSON.stringify` writes as they stood.
 *
 * @param text The JSON
 * @param keeps Tells whether a number is kept so, by its value and its digits; all are by default
 * @returns The value
 * @throws {SyntaxError} The text is not JSON
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const text = '{"price":1.10,"volume":9007199254740993}';
 * assertEquals(JSON.stringify(parseExactly(text)), text);
 * assertEquals(JSON.stringify(JSON.parse(text)), '{"price":1.1,"volume":9007199254740992}');
 * ```
 */
export function parseExactly(
  text: string,
  keeps: (value: number, digits: string) => boolean = () => true,
): unknown {
  const reviver = (_name: string, value: unknown, context: { source?: string }) =>
    typeof value === "number" && context.source !== undefined && keeps(value, context.source)
      ? rawJSON(context.source)
      : value;
  return JSON.parse(text, reviver as (name: string, value: unknown) => unknown);
}
