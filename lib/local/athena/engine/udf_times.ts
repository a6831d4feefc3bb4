/**
 * Dates and times: parsing, formats, calendar arithmetic.
 * @module
 */
import { invalidFormat, outOfRange } from "./time_errors.ts";
import { formatDatetime, parseDatetime } from "./joda_format.ts";
import { dateFormat, dateParse } from "./mysql_format.ts";
import { assemble, DAY_MICROS, type Fields, fieldsOf, two } from "./time_fields.ts";
import { civil, daysOf, parseTimestamp, zoneOffset } from "./times.ts";
import { dateText, intervalText, monthsText } from "../types/print.ts";
import { badArgument, badCast, fail, udf, type Udfs } from "./udf.ts";

function monthsBetween(a: bigint, b: bigint): bigint {
  const [x, y] = [fieldsOf(a), fieldsOf(b)];
  let months = (y.year - x.year) * 12 + (y.month - x.month);
  const rest = (f: Fields, micros: bigint) => micros - BigInt(f.days) * DAY_MICROS;
  /** Whether a point `n` months after the first is after the second. */
  const after = (n: number): number => {
    const month0 = x.month - 1 + n;
    const year = x.year + Math.floor(month0 / 12);
    const month = (month0 % 12 + 12) % 12 + 1;
    const last = new Date(Date.UTC(2000, 0, 1));
    last.setUTCFullYear(year, month, 0);
    const day = Math.min(x.day, last.getUTCDate());
    const moved = BigInt(daysOf(year, month, day) as number) * DAY_MICROS + rest(x, a);
    return moved < b ? -1 : moved > b ? 1 : 0;
  };
  if (b >= a) {
    if (after(months) > 0) months--;
  } else if (after(months) < 0) months++;
  return BigInt(months);
}

function parseDate(text: string): string {
  return readDate(text) ?? badCast(`Value cannot be cast to date: ${text}`);
}

function readDate(text: string): string | null {
  const found = /^\s*([+-]?\d{4,6})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const days = found && daysOf(Number(found[1]), Number(found[2]), Number(found[3]));
  if (days === null || days === undefined) return null;
  const { year, month, day } = civil(days);
  if (year < 0) throw new Error("NOT_SUPPORTED: a year before 0 is not supported");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** A day by its month, by its week or by its number in the year; what is left out is the first. */
const ISO_DAY = String.raw`(\d{4})(?:-W(\d\d?)(?:-(\d))?|-(\d{3})|-(\d\d?)(?:-(\d\d?))?)?`;
const ISO_DATE = new RegExp(`^${ISO_DAY}$`);
const ISO_TIMESTAMP = new RegExp(
  `^${ISO_DAY}` +
    String
      .raw`(?:T(?:(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$`,
);

/** The day that the first groups of a match tell, in milliseconds. */
function isoDay([, year, week, weekday, ofYear, month, day]: RegExpExecArray): number | undefined {
  const first = (m: number, d: number) => {
    const date = new Date(0);
    date.setUTCFullYear(Number(year), m, d);
    return date;
  };
  if (ofYear !== undefined) {
    const date = first(0, Number(ofYear));
    return date.getUTCFullYear() === Number(year) ? date.getTime() : undefined;
  }
  if (week !== undefined) {
    const [number, at] = [Number(week), Number(weekday ?? 1)];
    if (number < 1 || at < 1 || at > 7) return undefined;
    // The first week is that of January 4th; the last one may end in the next year.
    const fourth = first(0, 4);
    const monday = first(0, 4 - (fourth.getUTCDay() + 6) % 7 + 7 * (number - 1));
    const thursday = new Date(monday.getTime() + 3 * DAY);
    if (thursday.getUTCFullYear() !== Number(year)) return undefined;
    return monday.getTime() + (at - 1) * DAY;
  }
  const date = first(Number(month ?? 1) - 1, Number(day ?? 1));
  const meant = date.getUTCMonth() === Number(month ?? 1) - 1 &&
    date.getUTCDate() === Number(day ?? 1);
  return meant ? date.getTime() : undefined;
}

const DAY = 86_400_000;

/** What is wrong: where the text is none, or which field is out of its range. */
function isoError(text: string, found: RegExpExecArray | null): string {
  if (!found) {
    return invalidFormat(text, /^\d{4}(?:-\d\d?(?:-\d\d?)?)?/.exec(text)?.[0].length ?? 0);
  }
  const given = (group: number) => found[group] === undefined ? undefined : Number(found[group]);
  return outOfRange(text, {
    year: Number(found[1]),
    yearDay: given(4),
    month: given(5),
    day: given(6),
    hour: given(7),
    minute: given(8),
    second: given(9),
  });
}

function isoDate(text: string): string {
  const found = ISO_DATE.exec(text);
  const day = found && isoDay(found);
  if (day === undefined || day === null) return badArgument(isoError(text, found));
  return new Date(day).toISOString().slice(0, 10);
}

function isoTimestamp(text: string, zone: string): bigint {
  const found = ISO_TIMESTAMP.exec(text);
  const wrong = (): never => badArgument(isoError(text, found));
  const day = found && isoDay(found);
  if (!found || day === undefined || day === null) return wrong();
  const offset = found[11];
  let minutes = 0;
  if (offset && offset !== "Z") {
    minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(":", "") || 0);
    if (offset[0] === "-") minutes = -minutes;
  }
  if (minutes !== zoneOffset(zone, 0) && minutes !== 0) {
    throw new Error(
      "NOT_SUPPORTED: from_iso8601_timestamp of a column whose values name another zone than UTC is not supported",
    );
  }
  const fraction = (found[10] ?? "").padEnd(3, "0").slice(0, 3);
  const date = new Date(day);
  return assemble({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Number(found[7] ?? 0),
    minute: Number(found[8] ?? 0),
    second: Number(found[9] ?? 0),
    micro: Number(fraction) * 1000,
    offset: minutes,
  }) ?? wrong();
}

const MOST_SECONDS = 2n ** 63n - 1n;

function humanSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) badArgument(`Invalid argument found: ${seconds}`);
  const parts: [string, bigint][] = [
    ["week", 604_800n],
    ["day", 86_400n],
    ["hour", 3_600n],
    ["minute", 60n],
    ["second", 1n],
  ];
  const whole = BigInt(Math.round(Math.abs(seconds)));
  let rest = whole > MOST_SECONDS ? MOST_SECONDS : whole;
  const text = parts.flatMap(([name, size]) => {
    const n = rest / size;
    rest -= n * size;
    return n === 0n ? [] : [`${n} ${name}${n === 1n ? "" : "s"}`];
  });
  return text.length ? text.join(", ") : "0 seconds";
}

export const TIME_UDFS: Udfs = {
  t_date_format: udf("iiss", "s", dateFormat),
  t_date_parse: udf("ss", "i", dateParse),
  t_format_datetime: udf("iiss", "s", formatDatetime),
  t_parse_datetime: udf("ss", "i", parseDatetime),
  t_months_between: udf("ii", "i", monthsBetween),
  t_parse_date: udf("s", "s", parseDate),
  t_parse_timestamp: udf("si", "i", (text: string, precision: bigint) => {
    const parsed = parseTimestamp(text, Number(precision));
    if (!parsed) return badCast(`Value cannot be cast to timestamp: ${text}`);
    return parsed.micros;
  }),
  t_try_date: udf("s", "s", readDate),
  t_try_timestamp: udf(
    "si",
    "i",
    (text: string, precision: bigint) => parseTimestamp(text, Number(precision))?.micros ?? null,
  ),
  t_unix_millis: udf("d", "i", (seconds: number) => {
    if (!Number.isFinite(seconds)) {
      if (Number.isNaN(seconds)) return 0n;
      fail(
        "GENERIC_INTERNAL_ERROR",
        `Millis overflow: ${seconds > 0 ? "9223372036854775807" : "-9223372036854775808"}`,
      );
    }
    return BigInt(Math.round(seconds * 1000));
  }),
  t_iso_timestamp: udf("ss", "i", isoTimestamp),
  t_iso_date: udf("s", "s", isoDate),
  t_zone_minutes: udf(
    "is",
    "i",
    (micros: bigint, zone: string) => BigInt(zoneOffset(zone, Number(micros / 1000n))),
  ),
  t_zone_offset: udf("is", "s", (micros: bigint, zone: string) => {
    const minutes = zoneOffset(zone, Number(micros / 1000n));
    if (minutes === 0 && zone === "UTC") return "Z";
    const absolute = Math.abs(minutes);
    return `${minutes < 0 ? "-" : "+"}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
  }),
  t_date_text: udf("i", "s", (days: bigint) => dateText(Number(days))),
  t_interval_text: udf("i", "s", intervalText),
  t_months_text: udf("i", "s", (months: bigint) => monthsText(Number(months))),
  t_human_seconds: udf("d", "s", humanSeconds),
};
