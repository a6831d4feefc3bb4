/**
 * Dates and times: parsing, formats, calendar arithmetic.
 * @module
 */
import { doubleText } from "../../types/numbers.ts";
import { dateText, intervalText, monthsText } from "../../types/print.ts";
import { isoDate, isoInstant } from "../times/iso_times.ts";
import { formatDatetime, parseDatetime } from "../times/joda_format.ts";
import { dateFormat, dateParse } from "../times/mysql_format.ts";
import { DAY_MICROS, type Fields, fieldsOf, two } from "../times/time_fields.ts";
import { civil, daysOf, parseTimestamp } from "../times/times.ts";
import { instantOfLocal, offsetName, zoneName, zoneOffset } from "../times/zones.ts";
import { badArgument, badCast, fail, udf, type Udfs } from "../udf.ts";

/** A double as the engine makes a long of it: what stands behind the point is left out. */
function toLong(value: number): bigint {
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}

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

/** A text as an instant in microseconds, and its zone. */
function readZoned(text: string, precision: bigint): string | null {
  const parsed = parseTimestamp(text, Number(precision));
  if (!parsed) return null;
  const zone = parsed.zone ?? "UTC";
  return `${instantOfLocal(parsed.micros, zone)} ${zone}`;
}

/** A text as microseconds after midnight. */
function readTime(text: string, precision: bigint): bigint | null {
  const found = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?$/.exec(text);
  if (!found) return null;
  const [hour, minute, second] = [found[1], found[2], found[3] ?? "0"].map(Number) as [
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const digits = Number(precision);
  const fraction = found[4] ?? "";
  const unit = 10n ** BigInt(6 - digits);
  const up = Number(fraction[digits] ?? 0) >= 5 ? 1n : 0n;
  const kept = (BigInt(fraction.slice(0, digits).padEnd(digits, "0") || "0") + up) * unit;
  return (BigInt(hour * 3600 + minute * 60 + second) * 1_000_000n + kept) % DAY_MICROS;
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
  t_parse_datetime: udf("ss", "s", parseDatetime),
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
  t_parse_zoned: udf(
    "si",
    "s",
    (text: string, precision: bigint) =>
      readZoned(text, precision) ?? badCast(`Value cannot be cast to timestamp: ${text}`),
  ),
  t_try_zoned: udf("si", "s", readZoned),
  t_parse_time: udf(
    "si",
    "i",
    (text: string, precision: bigint) =>
      readTime(text, precision) ?? badCast(`Value cannot be cast to time: ${text}`),
  ),
  t_try_time: udf("si", "i", readTime),
  t_zone: udf("ss", "s", (text: string, refusal: string) => {
    if (text === "") return fail("GENERIC_INTERNAL_ERROR", "Zone id is an empty string");
    const name = zoneName(text);
    if (name === undefined) throw new Error(refusal.replace("%", () => text));
    return name;
  }),
  t_zone_at: udf(
    "i",
    "s",
    (minutes: bigint) =>
      minutes < -840n || minutes > 840n
        ? badArgument(`Invalid offset minutes ${minutes}`)
        : offsetName(Number(minutes)),
  ),
  t_zone_ahead: udf("i", "s", (millis: bigint) => {
    if (millis % 60_000n !== 0n) {
      return badArgument("Invalid time zone offset interval: interval contains seconds");
    }
    const minutes = millis / 60_000n;
    return minutes < -840n || minutes > 840n
      ? badArgument(`Invalid offset minutes ${minutes}`)
      : offsetName(Number(minutes));
  }),
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
  t_iso_timestamp: udf("s", "s", isoInstant),
  t_iso_date: udf("s", "s", isoDate),
  t_zone_minutes: udf(
    "is",
    "i",
    (micros: bigint, zone: string) => BigInt(Math.trunc(zoneOffset(zone, Number(micros / 1000n)))),
  ),
  t_zone_offset: udf("is", "s", (micros: bigint, zone: string) => {
    const minutes = zoneOffset(zone, Number(micros / 1000n));
    if (minutes === 0) return "Z";
    const absolute = Math.abs(minutes);
    const sign = minutes < 0 ? "-" : "+";
    const shown = `${sign}${two(Math.floor(absolute / 60))}:${two(Math.floor(absolute % 60))}`;
    const seconds = Math.round(absolute * 60) % 60;
    if (seconds === 0) return shown;
    return fail(
      "INVALID_ARGUMENTS",
      `Timezone with non-zero seconds offset cannot be rendered as ISO8601: ${shown}:${
        two(seconds)
      }`,
    );
  }),
  t_date_text: udf("i", "s", (days: bigint) => dateText(Number(days))),
  t_interval_times: udf("id", "i", (amount: bigint, factor: number) => {
    if (Number.isNaN(factor)) badArgument("Cannot multiply by double NaN");
    return toLong(Number(amount) * factor);
  }),
  t_interval_over: udf("id", "i", (amount: bigint, divisor: number) => {
    if (Number.isNaN(divisor) || divisor === 0) {
      badArgument(`Cannot divide by double ${doubleText(divisor)}`);
    }
    return toLong(Number(amount) / divisor);
  }),
  t_interval_text: udf("i", "s", intervalText),
  t_months_text: udf("i", "s", (months: bigint) => monthsText(Number(months))),
  t_human_seconds: udf("d", "s", humanSeconds),
};
