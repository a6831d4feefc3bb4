/**
 * Fields of points in time: from microseconds, and back.
 * @module
 */
import { civil, daysOf } from "./times.ts";

/** Names of months, January first. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
/** Names of days, Monday first. */
export const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** Microseconds of a day. */
export const DAY_MICROS = 86_400_000_000n;

/** What a calendar and a clock show. */
export interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  micro: number;
  /** 1 is Monday. */
  weekday: number;
  yearDay: number;
  days: number;
}

/** Takes a point in time apart. */
export function fieldsOf(micros: bigint): Fields {
  let days = micros / DAY_MICROS;
  let rest = micros % DAY_MICROS;
  if (rest < 0n) {
    rest += DAY_MICROS;
    days -= 1n;
  }
  const at = Number(days);
  const date = civil(at);
  const time = Number(rest);
  return {
    ...date,
    hour: Math.floor(time / 3_600_000_000),
    minute: Math.floor(time / 60_000_000) % 60,
    second: Math.floor(time / 1_000_000) % 60,
    micro: time % 1_000_000,
    weekday: ((at + 3) % 7 + 7) % 7 + 1,
    yearDay: at - (daysOf(date.year, 1, 1) as number) + 1,
    days: at,
  };
}

/** Week of the year by ISO 8601, and the year it is of. */
export function isoWeek(f: Fields): { week: number; year: number } {
  const thursday = f.days - f.weekday + 4;
  const { year } = civil(thursday);
  return { week: Math.floor((thursday - (daysOf(year, 1, 1) as number)) / 7) + 1, year };
}

/** A number with two digits. */
export const two = (n: number) => String(n).padStart(2, "0");
/** A name cut to three letters. */
export const short = (name: string) => name.slice(0, 3);

/** Fields that a format read. */
export interface Parsed {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  halfHour?: number;
  pm?: boolean;
  minute?: number;
  second?: number;
  micro?: number;
  yearDay?: number;
  offset?: number;
}

/** Reads at most `digits` digits. */
export function number(
  text: string,
  at: number,
  digits: number,
): { value: number; end: number; length: number } | undefined {
  let end = at;
  while (end < text.length && end - at < digits && /\d/.test(text[end] as string)) end++;
  return end === at ? undefined : { value: Number(text.slice(at, end)), end, length: end - at };
}

export function oneOf(
  text: string,
  at: number,
  names: readonly string[],
): { value: number; end: number } | undefined {
  const rest = text.slice(at).toLowerCase();
  for (const form of [names, names.map(short)]) {
    const index = form.findIndex((name) => rest.startsWith(name.toLowerCase()));
    if (index >= 0) return { value: index + 1, end: at + (form[index] as string).length };
  }
  return undefined;
}

/** Puts fields together; nothing where one is out of its range. */
export function assemble(p: Parsed): bigint | undefined {
  const hour = p.halfHour === undefined ? p.hour ?? 0 : p.halfHour % 12 + (p.pm ? 12 : 0);
  const year = p.year ?? 1970;
  const days = p.yearDay !== undefined
    ? (daysOf(year, 1, 1) as number) + p.yearDay - 1
    : daysOf(year, p.month ?? 1, p.day ?? 1);
  const ofYear = (daysOf(year + 1, 1, 1) as number) - (daysOf(year, 1, 1) as number);
  if (p.yearDay !== undefined && (p.yearDay < 1 || p.yearDay > ofYear)) return undefined;
  if (days === undefined || hour > 23 || (p.minute ?? 0) > 59 || (p.second ?? 0) > 59) {
    return undefined;
  }
  if (p.halfHour !== undefined && (p.halfHour < 1 || p.halfHour > 12)) return undefined;
  const seconds = BigInt(days) * 86_400n +
    BigInt(hour * 3600 + (p.minute ?? 0) * 60 + (p.second ?? 0));
  return seconds * 1_000_000n + BigInt(p.micro ?? 0) - BigInt(p.offset ?? 0) * 60_000_000n;
}
