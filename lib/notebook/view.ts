/**
 * What a cell can show: one thing in several forms, of which the front end takes the richest it can.
 * @module
 */

/** One thing by MIME type; `text/plain` is what is left where there is no rich front end. */
export interface MimeBundle {
  "text/plain": string;
  "text/html"?: string;
  "text/markdown"?: string;
  "image/svg+xml"?: string;
}

/** Something that {@linkcode show} displays. */
export interface View {
  /** What is shown. */
  data: MimeBundle;
  /**
   * The same with stand-ins for what differs from run to run and from machine to machine, such as
   * times; only where there is any. The outputs that are committed with a notebook are made of it.
   */
  steady?: MimeBundle;
}

/** What stands in committed outputs for a value that is another one in every run. */
const STAND_IN = "…";

/**
 * Names of values that differ from run to run; or, by name, what stands for them in committed
 * outputs.
 */
export type Varying = readonly string[] | Readonly<Record<string, string>>;

/**
 * Makes a lookup of the stand-ins.
 *
 * @param varying Names, or names with stand-ins
 * @returns Stand-ins by name
 */
export function standIns(varying: Varying | undefined): Record<string, string> {
  if (varying === undefined) return {};
  if (!isNames(varying)) return { ...varying };
  return Object.fromEntries(varying.map((name) => [name, STAND_IN]));
}

function isNames(varying: Varying): varying is readonly string[] {
  return Array.isArray(varying);
}

/**
 * Writes text so that it stands in HTML and SVG as it is.
 *
 * @param text Any text
 * @returns The text with `&`, `<`, `>` and quotes escaped
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(escapeMarkup("a < b & c"), "a &lt; b &amp; c");
 * ```
 */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => MARKUP[character] ?? character);
}

const MARKUP: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Writes a value for people: numbers with thousands separators and as many decimals as say
 * something, times in UTC, and nothing for a missing value.
 *
 * @param value Any value
 * @returns One line of text
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatValue(1234567), "1,234,567");
 * assertEquals(formatValue(12n), "12");
 * assertEquals(formatValue(0.123456), "0.1235");
 * assertEquals(formatValue(0.0000476837), "0.00004768");
 * assertEquals(formatValue(new Date(0)), "1970-01-01 00:00:00");
 * assertEquals(formatValue(null), "");
 * ```
 */
export function formatValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "bigint") return value.toLocaleString("en-US");
  if (typeof value === "number") return formatNumber(value);
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace("T", " ");
  if (typeof value === "object") return JSON.stringify(value, bigintAsText);
  return String(value);
}

function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  return value.toLocaleString(
    "en-US",
    size < 1 ? { maximumSignificantDigits: 4 } : { maximumFractionDigits: size < 100 ? 4 : 2 },
  );
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
