/**
 * Colours: of a terminal's eight, below zero, or of red, green and blue.
 * @module
 */

/** A terminal's colours, in their order. */
export const TERMINAL_COLORS: readonly string[] = [
  "black",
  "red",
  "green",
  "yellow",
  "blue",
  "magenta",
  "cyan",
  "white",
];

/** A colour as results show it. */
export function colorText(color: number): string {
  if (color < 0) return TERMINAL_COLORS[-color - 1] as string;
  return `#${color.toString(16).padStart(6, "0")}`;
}
