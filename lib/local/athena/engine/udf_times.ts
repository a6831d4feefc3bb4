/**
 * Dates and times: parsing, formats, calendar arithmetic.
 * @module
 */
import { formatDatetime, parseDatetime } from "./joda_format.ts";
import { dateFormat, dateParse } from "./mysql_format.ts";
import { assemble, DAY_MICROS, type Fields, fieldsOf, two } from "./time_fields.ts";
import { civil, daysOf, parseTimestamp, zoneOffset } from "./times.ts";
import { intervalText, monthsText } from "../types/print.ts";
import { badArgument, badCast, udf, type Udfs } from "./udf.ts";

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

function isoTimestamp(text: string, zone: string): bigint {
  const found =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(?:(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/
      .exec(text);
  const wrong = (): never => badArgument(`Invalid format: "${text}"`);
  if (/^\d{4}-?(W\d|\d{3}(?!\d))/.test(text)) {
    throw new Error("NOT_SUPPORTED: a date by its week or by its day of the year is not supported");
  }
  if (!found) return wrong();
  const offset = found[8];
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
  const fraction = (found[7] ?? "").padEnd(3, "0").slice(0, 3);
  return assemble({
    year: Number(found[1]),
    month: Number(found[2] ?? 1),
    day: Number(found[3] ?? 1),
    hour: Number(found[4] ?? 0),
    minute: Number(found[5] ?? 0),
    second: Number(found[6] ?? 0),
    micro: Number(fraction) * 1000,
    offset: minutes,
  }) ?? wrong();
}

function humanSeconds(seconds: number): string {
  const parts: [string, number][] = [["week", 604800], ["day", 86400], ["hour", 3600], [
    "minute",
    60,
  ], ["second", 1]];
  let rest = Math.round(Math.abs(seconds));
  const text = parts.flatMap(([name, size]) => {
    const n = Math.floor(rest / size);
    rest -= n * size;
    return n === 0 ? [] : [`${n} ${name}${n === 1 ? "" : "s"}`];
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
      badArgument(`Millis overflow`);
    }
    return BigInt(Math.round(seconds * 1000));
  }),
  t_iso_timestamp: udf("ss", "i", isoTimestamp),
  t_iso_date: udf("s", "s", (text: string) => {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    return found ? parseDate(text) : badArgument(`Invalid format: "${text}"`);
  }),
  t_zone_offset: udf("is", "s", (micros: bigint, zone: string) => {
    const minutes = zoneOffset(zone, Number(micros / 1000n));
    if (minutes === 0 && zone === "UTC") return "Z";
    const absolute = Math.abs(minutes);
    return `${minutes < 0 ? "-" : "+"}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
  }),
  t_interval_text: udf("i", "s", intervalText),
  t_months_text: udf("i", "s", (months: bigint) => monthsText(Number(months))),
  t_human_seconds: udf("d", "s", humanSeconds),
};
