/**
 * Numbers, sizes and spans of time as people write them.
 * @module
 */
import { doubleText } from "../../types/numbers.ts";
import { badArgument, fail, udf, type Udfs } from "../udf.ts";

/** A number with three digits and the letter of its thousands. */
function formatNumber(count: bigint): string {
  let value = Number(count);
  let unit = "";
  for (const letter of "KMBTQ") {
    if (Math.abs(value) < 1000) break;
    value /= 1000;
    unit = letter;
  }
  const decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
  return Number(value.toFixed(decimals)) + unit;
}

const MOST = 2n ** 63n - 1n;

/** A double as a whole number the way Java casts it. */
function truncated(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (Math.abs(value) >= 2 ** 63) return value > 0 ? MOST : -MOST - 1n;
  return BigInt(Math.trunc(value));
}

const SIZES = ["B", "kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"];

function parseDataSize(text: string): string {
  const invalid = (): never => badArgument(`Invalid data size: '${text}'`);
  const [, digits = "", unit = ""] = /^([\p{Nd}.]*)(.*)$/su.exec(text) ?? [];
  const number = digits.replaceAll(/[^\d.]/gu, (digit) => String(latinDigit(digit)));
  const power = SIZES.indexOf(unit);
  const parts = /^(\d*)(?:\.(\d*))?$/.exec(number);
  if (power < 0 || !parts || !/\d/.test(number)) return invalid();
  const [, whole = "", fraction = ""] = parts;
  const bytes = BigInt(whole + fraction) * 1024n ** BigInt(power) / 10n ** BigInt(fraction.length);
  if (bytes >= 10n ** 38n) {
    fail("NUMERIC_VALUE_OUT_OF_RANGE", `Value out of range: '${text}' ('${bytes}B')`);
  }
  return String(bytes);
}

/** The value of a digit of any script; each script has its ten in a row. */
function latinDigit(digit: string): number {
  let point = digit.codePointAt(0) as number;
  let value = 0;
  for (; value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - 1)); point--) value++;
  return value;
}

const UNITS: Record<string, [name: string, millis: number]> = {
  ns: ["NANOSECONDS", 1 / 1e6],
  us: ["MICROSECONDS", 1 / 1e3],
  ms: ["MILLISECONDS", 1],
  s: ["SECONDS", 1e3],
  m: ["MINUTES", 6e4],
  h: ["HOURS", 36e5],
  d: ["DAYS", 864e5],
};

function parseDuration(text: string): bigint {
  if (text === "") badArgument("duration is empty");
  const [, number, letters = ""] = /^\s*(\d+(?:\.\d+)?)\s*([a-zA-Z]+)\s*$/.exec(text) ?? [];
  if (number === undefined) {
    return badArgument(`duration is not a valid data duration string: ${text}`);
  }
  const unit = Object.hasOwn(UNITS, letters) ? UNITS[letters] : undefined;
  if (!unit) return badArgument(`Unknown time unit: ${letters}`);
  const [name, factor] = unit;
  const value = Number(number);
  const millis = Math.floor(value * factor + 0.5);
  if (millis > 2 ** 63) {
    badArgument(
      `value ${doubleText(value)} ${name} is too large to be represented in requested unit ` +
        "MILLISECONDS as a long",
    );
  }
  if (millis * 1000 >= 2 ** 63) {
    fail("NOT_SUPPORTED", "an interval of more than 292,000 years is not supported");
  }
  return BigInt(millis);
}

export const MEASURE_UDFS: Udfs = {
  t_format_number: udf("i", "s", formatNumber),
  t_format_double: udf("d", "s", (value: number) => formatNumber(truncated(value))),
  t_parse_data_size: udf("s", "s", parseDataSize),
  t_parse_duration: udf("s", "i", parseDuration),
};
