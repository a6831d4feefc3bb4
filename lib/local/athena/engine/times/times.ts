/**
 * Dates and times as text, in the forms the engine reads.
 * @module
 */
import { QueryError } from "../../errors.ts";
import { isJavaZone, zoneName } from "./zones.ts";

/** A point in time that was read. */
export interface ParsedTime {
  /** Microseconds since 1970-01-01 00:00:00 as the text shows it, whatever its zone. */
  micros: bigint;
  /** Digits after the second. */
  digits: number;
  /** Zone, if the text names one. */
  zone?: string;
}

const TIMESTAMP =
  /^([+-]?\d{4,})-(\d{1,2})-(\d{1,2})(?: (?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?)?\s*(\S+)?)?$/;

/**
 * The zone that a text names, which must be one of Java's too.
 *
 * @throws {QueryError} `NOT_SUPPORTED`, where it is one of Java's alone
 */
function textZone(text: string): string | undefined {
  const zone = /^Etc\/\w+[+-]/.test(text) ? undefined : zoneName(text);
  if (zone === undefined && isJavaZone(text)) {
    throw new QueryError("NOT_SUPPORTED", `Time zone not supported: ${text}`);
  }
  return zone;
}

/** Days from 1970-01-01 to a day of the calendar; nothing where there is no such day. */
export function daysOf(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return undefined;
  return Math.round(date.getTime() / 86_400_000);
}

/**
 * Reads `2024-01-31`, `2024-01-31 10:00`, `2024-01-31 10:00:00.123 Europe/Berlin`. A local time that
 * clocks in the zone never show is read too.
 *
 * @param text Text, trimmed
 * @param precision Digits after the second that are kept, rounded half up
 * @returns What it says, or nothing where it is none of these
 */
export function parseTimestamp(text: string, precision: number): ParsedTime | undefined {
  const found = TIMESTAMP.exec(text.trim());
  if (!found) return undefined;
  const days = daysOf(Number(found[1]), Number(found[2]), Number(found[3]));
  const [hour, minute, second] = [found[4], found[5], found[6]].map((part) =>
    Number(part ?? 0)
  ) as [
    number,
    number,
    number,
  ];
  if (days === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = found[7] ?? "";
  let micros = BigInt((fraction + "000000").slice(0, 6));
  if (precision < 6 && fraction.length > precision) {
    const unit = 10n ** BigInt(6 - precision);
    micros = (micros + unit / 2n) / unit * unit;
  } else if (fraction.length > 6 && Number(fraction[6]) >= 5) micros += 1n;
  const seconds = BigInt(days) * 86_400n + BigInt(hour * 3600 + minute * 60 + second);
  const zone = found[8] === undefined ? undefined : textZone(found[8]);
  if (found[8] !== undefined && zone === undefined) return undefined;
  return {
    micros: seconds * 1_000_000n + micros,
    digits: fraction.length,
    ...(zone === undefined ? {} : { zone }),
  };
}

/** Fields of a calendar day. */
export function civil(days: number): { year: number; month: number; day: number } {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
