/**
 * Scalars of text as JSON of their columns' types, by the rules of Java and Hive.
 * @module
 */
import { civil, daysOf } from "../../engine/times/times.ts";
import { notSupported } from "../../errors.ts";
import type { Type } from "../../types/types.ts";

const RANGES: Record<string, [bigint, bigint]> = {
  tinyint: [-128n, 127n],
  smallint: [-32768n, 32767n],
  integer: [-2147483648n, 2147483647n],
  bigint: [-9223372036854775808n, 9223372036854775807n],
};

const MS_A_DAY = 86_400_000;

/** A whole number within its type's range. */
export function wholeJson(digits: string, kind: string): string | undefined {
  const value = BigInt(digits.replace(/^\+/, ""));
  const [low, high] = RANGES[kind] as [bigint, bigint];
  return value >= low && value <= high ? String(value) : undefined;
}

/** A number as Java's `Double.parseDouble` takes it. */
export function doubleJson(text: string): string | undefined {
  const trimmed = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?$/.test(trimmed)) {
    const value = Number(trimmed.replace(/[dDfF]$/, ""));
    return JSON.stringify(Object.is(value, -0) ? "-0" : String(value));
  }
  if (/^[+-]?0[xX]/.test(trimmed)) return hexDouble(trimmed);
  const named = /^([+-]?)(NaN|Infinity)$/.exec(trimmed);
  return named === null
    ? undefined
    : `"${named[1] === "-" && named[2] !== "NaN" ? "-" : ""}${named[2]}"`;
}

function hexDouble(text: string): string | undefined {
  const found = /^([+-]?)0[xX]([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)[dDfF]?$/.exec(text);
  const [, sign, whole = "", fraction = "", exponent] = found ?? [];
  if (whole + fraction === "") return undefined;
  const value = Number(`0x${whole}${fraction}`) * 2 ** (Number(exponent) - 4 * fraction.length);
  return JSON.stringify(`${sign}${value}`);
}

const DECIMAL = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,9}))?$/;

/** Whether Java's `BigDecimal` takes a text. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text) && /^[+-]?\.?\d/.test(text);
}

/** A number as Java's `BigDecimal` takes it, rounded to its type's scale. */
export function decimalJson(
  text: string,
  { precision, scale }: Extract<Type, { kind: "decimal" }>,
): string | undefined {
  const found = DECIMAL.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found ?? [];
  const digits = whole + fraction;
  if (digits === "") return undefined;
  // Digits behind the point of the type; those behind them round.
  const shift = Number(exponent) - fraction.length + scale;
  if (/^0*$/.test(digits)) return '"0"';
  if (shift > precision) return undefined;
  let unscaled: bigint;
  if (shift >= 0) unscaled = BigInt(digits) * 10n ** BigInt(shift);
  else if (-shift > digits.length) unscaled = 0n;
  else {
    const kept = digits.slice(0, digits.length + shift);
    unscaled = BigInt(kept || "0") + (digits[kept.length]! >= "5" ? 1n : 0n);
  }
  const shown = String(unscaled).padStart(scale + 1, "0");
  if (unscaled >= 10n ** BigInt(precision)) return undefined;
  const point = shown.length - scale;
  return JSON.stringify(
    `${sign === "-" ? "-" : ""}${shown.slice(0, point)}${
      scale > 0 ? `.${shown.slice(point)}` : ""
    }`,
  );
}

/** A day, as JSON. */
export function dayJson(days: number): string {
  const { year, month, day } = civil(days);
  if (!(year >= 1 && year <= 9999)) {
    throw notSupported("a date outside the years 1 to 9999 in text");
  }
  return JSON.stringify(
    `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${
      String(day).padStart(2, "0")
    }`,
  );
}

/** A time in milliseconds since 1970, as JSON. */
export function timeJson(ms: number): string {
  const days = Math.floor(ms / MS_A_DAY);
  const time = new Date(ms - days * MS_A_DAY).toISOString().slice(11, -1);
  return `${dayJson(days).slice(0, -1)} ${time}"`;
}

/** A scalar of delimited text; nothing where Hive gives NULL. */
export function hiveScalar(text: string, type: Type): string | undefined {
  switch (type.kind) {
    case "boolean":
      return /^(true|false)$/i.test(text) ? text.toLowerCase() : undefined;
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint": {
      // Digits behind a point are passed over, but must be some.
      const found = /^([+-]?\d*)(?:\.\d*)?$/.exec(text);
      if (found === null || !/^[+-]?[\d.]/.test(text)) return undefined;
      return wholeJson(/\d$/.test(found[1]!) ? found[1]! : "0", type.kind);
    }
    case "date":
      return hiveDate(text);
    case "timestamp":
      return hiveTimestamp(text);
    case "real":
    case "double":
      return doubleJson(text);
    case "decimal":
      return decimalJson(text, type);
    default:
      throw new Error(`${type.kind} is no scalar of text`);
  }
}

/** Hive reads dates leniently: months and days past the end go on in what follows. */
function lenientDays(year: string, month: string, day: string): number {
  const months = Number(year) * 12 + Number(month) - 1;
  const first = daysOf(Math.floor(months / 12), (months % 12 + 12) % 12 + 1, 1) ?? NaN;
  const days = first + Number(day) - 1;
  if (Number.isNaN(days)) throw notSupported("a date outside the years 1 to 9999 in text");
  return days;
}

const DATE = String.raw`([+-]?\d{1,9})-([+-]?\d{1,9})-([+-]?\d{1,9})`;
const ONLY_DATE = new RegExp(`^${DATE}$`);
const TIME = new RegExp(
  `^${DATE}(?: |[tT](?=[^:]*:))` +
    String.raw`(\d{1,9}):(\d{1,9})(?::(\d{1,9})(?:\.(\d{0,9}))?)?$`,
);

function hiveDate(text: string): string | undefined {
  const found = ONLY_DATE.exec(text.trim().split(" ")[0]!);
  return found === null ? undefined : dayJson(lenientDays(found[1]!, found[2]!, found[3]!));
}

function hiveTimestamp(text: string): string | undefined {
  const trimmed = text.trim();
  const found = TIME.exec(trimmed);
  if (found === null) return undefined;
  const [, year = "", month = "", day = "", hour, minute, second, fraction = ""] = found;
  // Only the form with a T goes without seconds.
  if (second === undefined && trimmed.includes(" ")) return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  const ms = Math.round(Number(`0.${fraction || 0}`) * 1000);
  return timeJson(lenientDays(year, month, day) * MS_A_DAY + seconds * 1000 + ms);
}
