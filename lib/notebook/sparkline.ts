/**
 * Charts of one line of text, for where there is no rich front end.
 * @module
 */

const STEPS = "▁▂▃▄▅▆▇█";
const MOST = 60;

/**
 * Draws numbers as one line of text, with the smallest and the largest.
 *
 * @param values The numbers; more than 60 are thinned out
 * @returns Such as `▁▄█ 1 to 3`
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sparkline([1, 2, 3]), "▁▅█ 1 to 3");
 * assertEquals(sparkline([]), "nothing");
 * ```
 */
export function sparkline(values: readonly number[]): string {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return "nothing";
  const step = Math.max(1, Math.ceil(finite.length / MOST));
  const shown = finite.filter((_, index) => index % step === 0);
  const least = finite.reduce((a, b) => Math.min(a, b));
  const most = finite.reduce((a, b) => Math.max(a, b));
  const span = most - least || 1;
  const bars = shown.map((value) => STEPS[Math.round((value - least) / span * 7)]).join("");
  return `${bars} ${number(least)} to ${number(most)}`;
}

function number(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
