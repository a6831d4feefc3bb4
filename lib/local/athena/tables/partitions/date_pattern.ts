/**
 * Patterns of dates as Java's DateTimeFormatter takes them, as far as folders have dates: English,
 * without zones and eras.
 * https://docs.oracle.com/javase/8/docs/api/java/time/format/DateTimeFormatter.html
 * @module
 */
import { DAYS, MONTHS } from "../../engine/times/time_fields.ts";

const HALVES = ["AM", "PM"];

/** A date pattern, ready for use. Times are in epoch milliseconds, in UTC. */
export interface DatePattern {
  /** The smallest field that the pattern has. */
  readonly precision: Precision;
  format(at: number): string;
  /** Reads a text that is written so; of one that is not, or of no day, undefined. */
  parse(text: string): number | undefined;
}

/** What a pattern tells times by. */
export type Precision = "years" | "months" | "days" | "hours" | "minutes" | "seconds" | "millis";

/** From the finest to the coarsest. */
const PRECISIONS: readonly (readonly [RegExp, Precision])[] = [
  [/S/, "millis"],
  [/s/, "seconds"],
  [/m/, "minutes"],
  [/[HhkKa]/, "hours"],
  [/[dDE]/, "days"],
  [/[ML]/, "months"],
];

/** A piece of a pattern: how it is written, and what texts it may be read from. */
interface Piece {
  write: (date: Date) => string;
  source: string;
  /** Name of the value that is read, and how. */
  field?: Field;
  read?: (text: string) => number;
}

type Field = "year" | "month" | "day" | "dayOfYear" | "hour" | "half" | "minute" | "second" | "ms";

/**
 * Compiles a pattern.
 *
 * @param pattern Pattern such as `yyyy/MM/dd`
 * @returns The pattern, or undefined where a letter of it means what is not there
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const pattern = datePattern("dd-MMM-yy");
 * assertEquals(pattern?.format(Date.UTC(2024, 0, 31)), "31-Jan-24");
 * assertEquals(pattern?.parse("31-Jan-24"), Date.UTC(2024, 0, 31));
 * ```
 */
export function datePattern(pattern: string): DatePattern | undefined {
  const pieces: Piece[] = [];
  for (const [whole, quoted, letter] of pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^]/g)) {
    const found = quoted !== undefined
      ? literal(quoted === "" ? "'" : quoted.replaceAll("''", "'"))
      : letter !== undefined
      ? field(letter, whole.length)
      : /[[\]{}#']/.test(whole)
      ? undefined
      : literal(whole);
    if (found === undefined) return undefined;
    pieces.push(found);
  }
  const matcher = new RegExp(`^${pieces.map(({ source }) => source).join("")}$`);
  const letters = pattern.replace(/'[^']*'/g, "");
  return {
    precision: PRECISIONS.find(([letter]) => letter.test(letters))?.[1] ?? "years",
    format: (at) => pieces.map(({ write }) => write(new Date(at))).join(""),
    parse: (text) => timeOf(pieces, matcher.exec(text)),
  };
}

function timeOf(pieces: readonly Piece[], found: RegExpExecArray | null): number | undefined {
  if (found === null) return undefined;
  const read: Partial<Record<Field, number>> = {};
  const fields = pieces.filter((piece) => piece.field !== undefined);
  fields.forEach((piece, index) => {
    read[piece.field as Field] = piece.read?.(found[index + 1] ?? "");
  });
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0 } = read;
  const whole = read.half === undefined ? hour : hour % 12 + 12 * read.half;
  const inRange = whole < 24 && minute < 60 && second < 60 && month >= 1 && month <= 12 &&
    day >= 1 && day <= 31;
  if (!inRange) return undefined;
  const date = new Date(0);
  // Java takes a day that the month does not have for its last.
  date.setUTCFullYear(year, month, 0);
  date.setUTCDate(Math.min(day, date.getUTCDate()));
  if (read.dayOfYear !== undefined) date.setUTCFullYear(year, 0, read.dayOfYear);
  return date.setUTCHours(whole, minute, second, ms);
}

function literal(text: string): Piece {
  return { write: () => text, source: text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&") };
}

function field(letter: string, width: number): Piece | undefined {
  switch (letter) {
    case "y":
    case "u":
      return width === 2
        ? {
          write: (date) => pad(date.getUTCFullYear() % 100, 2),
          source: String.raw`(\d{2})`,
          field: "year",
          read: (text) => 2000 + Number(text),
        }
        : number("year", width, (date) => date.getUTCFullYear(), 4);
    case "M":
    case "L":
      if (width > 2) return named("month", MONTHS, width, (date) => date.getUTCMonth(), 1);
      return number("month", width, (date) => date.getUTCMonth() + 1);
    case "d":
      return number("day", width, (date) => date.getUTCDate());
    case "D":
      return width === 2 ? undefined : number("dayOfYear", width, dayOfYear, 3);
    case "E":
      return named(undefined, DAYS, Math.max(width, 3), (date) => (date.getUTCDay() + 6) % 7, 0);
    case "H":
      return number("hour", width, (date) => date.getUTCHours());
    case "h":
      return number("hour", width, (date) => date.getUTCHours() % 12 || 12);
    case "K":
      return number("hour", width, (date) => date.getUTCHours() % 12);
    case "a":
      return named("half", HALVES, 4, (date) => Math.floor(date.getUTCHours() / 12), 0);
    case "m":
      return number("minute", width, (date) => date.getUTCMinutes());
    case "s":
      return number("second", width, (date) => date.getUTCSeconds());
    case "S":
      return {
        write: (date) => pad(date.getUTCMilliseconds(), 3).padEnd(width, "0").slice(0, width),
        source: String.raw`(\d{${width}})`,
        field: "ms",
        read: (text) => Number(text.padEnd(3, "0").slice(0, 3)),
      };
    default:
      return undefined;
  }
}

/** A number: one letter stands for as many digits as there are, more for so many. */
function number(
  name: Field,
  width: number,
  valueOf: (date: Date) => number,
  widest = 2,
): Piece | undefined {
  if (width > widest) return undefined;
  return {
    write: (date) => pad(valueOf(date), width),
    source: width === 1 ? String.raw`(\d+)` : String.raw`(\d{${width}})`,
    field: name,
    read: Number,
  };
}

/** A name: three letters stand for its short form, four for the whole of it. */
function named(
  name: Field | undefined,
  names: readonly string[],
  width: number,
  indexOf: (date: Date) => number,
  first: number,
): Piece | undefined {
  if (width > 4) return undefined;
  const shown = width === 3 ? names.map((one) => one.slice(0, 3)) : names;
  const write = (date: Date) => shown[indexOf(date)] ?? "";
  if (name === undefined) return { write, source: `(?:${shown.join("|")})` };
  const read = (text: string) => shown.indexOf(text) + first;
  return { write, source: `(${shown.join("|")})`, field: name, read };
}

function dayOfYear(date: Date): number {
  return (Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) -
    Date.UTC(date.getUTCFullYear(), 0, 0)) / 86_400_000;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
