/**
 * Numbers: casts, rounding, digits.
 * @module
 */
import {
  decimalText,
  doubleText,
  realText,
  scientificText,
  type Unscaled,
  unscaled,
} from "../../types/numbers.ts";
import { badArgument, badCast, fail, udf, type Udfs } from "../udf.ts";

const RANGES: Record<string, [bigint, bigint]> = {
  tinyint: [-128n, 127n],
  smallint: [-32768n, 32767n],
  integer: [-2147483648n, 2147483647n],
  bigint: [-9223372036854775808n, 9223372036854775807n],
};
const SHOWN: Record<string, string> = {
  tinyint: "TINYINT",
  smallint: "SMALLINT",
  integer: "INT",
  bigint: "BIGINT",
};

function readInteger(text: string, type: string): bigint | null {
  const range = RANGES[type] as [bigint, bigint];
  if (!/^[+-]?\d+$/.test(text)) return null;
  const value = BigInt(text.replace(/^\+/, ""));
  return value >= range[0] && value <= range[1] ? value : null;
}

function parseInteger(text: string, type: string): bigint {
  return readInteger(text, type) ?? badCast(`Cannot cast '${text}' to ${SHOWN[type]}`);
}

function readDouble(text: string, type: string): number | null {
  const trimmed = text.trim();
  const found = /^([+-]?)(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?)$/.exec(
    trimmed,
  );
  if (!found) return null;
  const value = Number(trimmed.replace(/[dDfF]$/, ""));
  return type === "real" ? Math.fround(value) : value;
}

function parseDouble(text: string, type: string): number {
  return readDouble(text, type) ??
    badCast(`Cannot cast '${text}' to ${type === "real" ? "REAL" : "DOUBLE"}`);
}

/** Divides, rounding halves away from zero. */
function divideRounded(a: bigint, b: bigint): bigint {
  const negative = (a < 0n) !== (b < 0n);
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const result = (2n * x + y) / (2n * y);
  return negative ? -result : result;
}

function rescale({ value, scale }: Unscaled, to: number): bigint {
  return to >= scale
    ? value * 10n ** BigInt(to - scale)
    : divideRounded(value, 10n ** BigInt(scale - to));
}

function fits(value: bigint, precision: bigint, scale: bigint, overflow: () => never): string {
  if ((value < 0n ? -value : value) >= 10n ** precision) overflow();
  return decimalText(value, Number(scale));
}

function decimalOverflow(): never {
  return fail("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow");
}

function parseDecimal(text: string, precision: bigint, scale: bigint): string {
  return readDecimal(text, precision, scale) ??
    badCast(
      `Cannot cast VARCHAR '${text}' to DECIMAL(${precision}, ${scale}). ${
        NUMBER.test(text) ? "Value too large." : "Value is not a number."
      }`,
    );
}

const NUMBER = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+))?$/;

function readDecimal(text: string, precision: bigint, scale: bigint): string | null {
  const found = NUMBER.exec(text);
  if (!found) return null;
  const [whole = "", fraction = ""] = (found[2] as string).split(".");
  const exponent = Number(found[3] ?? 0);
  if (Math.abs(exponent) > 400) return null;
  let parsed: Unscaled = {
    value: BigInt(found[1] === "-" ? `-${whole}${fraction}` : whole + fraction),
    scale: fraction.length - exponent,
  };
  if (parsed.scale < 0) parsed = { value: parsed.value * 10n ** BigInt(-parsed.scale), scale: 0 };
  const value = rescale(parsed, Number(scale));
  return (value < 0n ? -value : value) >= 10n ** precision
    ? null
    : decimalText(value, Number(scale));
}

/** The exact value of a double, in decimal. */
function exactDouble(value: number): Unscaled {
  const text = String(value);
  const [mantissa = "", exponent = "0"] = text.split("e");
  const parsed = unscaled(mantissa);
  const scale = parsed.scale - Number(exponent);
  return scale < 0
    ? { value: parsed.value * 10n ** BigInt(-scale), scale: 0 }
    : { value: parsed.value, scale };
}

function doubleToDecimal(value: number, precision: bigint, scale: bigint): string {
  const wrong = (): never =>
    badCast(`Cannot cast DOUBLE '${doubleText(value)}' to DECIMAL(${precision}, ${scale})`);
  if (!Number.isFinite(value)) return wrong();
  return fits(rescale(exactDouble(value), Number(scale)), precision, scale, wrong);
}

function doubleToInteger(value: number, type: string): bigint {
  const [low, high] = RANGES[type] as [bigint, bigint];
  const rounded = round(value, "round");
  if (Number.isFinite(rounded)) {
    const integer = BigInt(rounded);
    if (integer >= low && integer <= high) return integer;
  }
  if (type === "bigint") return badCast(`Unable to cast ${doubleText(value)} to bigint`);
  if (Number.isNaN(value)) return badCast(`Cannot cast double NaN to ${type}`);
  return fail("NUMERIC_VALUE_OUT_OF_RANGE", `Out of range for ${type}: ${doubleText(value)}`);
}

function decimalRound(text: string, how: string, digits: bigint): string {
  const { value, scale } = unscaled(text);
  const keep = Number(digits);
  const hasPoint = text.includes(".");
  const outScale = hasPoint ? scale : 0;
  if (keep >= scale) return text;
  // Beyond all its digits nothing of the number is left.
  const unit = 10n ** BigInt(Math.min(scale - keep, 80));
  let quotient: bigint;
  if (how === "round") quotient = divideRounded(value, unit);
  else if (how === "truncate") quotient = value / unit;
  else {
    quotient = value / unit;
    const exact = quotient * unit === value;
    if (how === "floor" && !exact && value < 0n) quotient -= 1n;
    if (how === "ceil" && !exact && value > 0n) quotient += 1n;
  }
  return decimalText(quotient * unit, outScale);
}

function round(value: number, how: string): number {
  if (how === "floor") return Math.floor(value);
  if (how === "ceil") return Math.ceil(value);
  if (how === "truncate") return Math.trunc(value);
  return value < 0 ? -Math.round(-value) : Math.round(value) + 0;
}

function roundTo(value: number, digits: bigint, how: string): number {
  if (!Number.isFinite(value)) return value;
  if (how === "round") {
    // As the engine does: scaled in binary, so that what is just below a half stays below it.
    const factor = 10 ** Number(digits);
    if (value < 0) return -(Math.round(-value * factor) / factor);
    return (Math.round(value * factor) + 0) / factor;
  }
  const text = decimalRound(plain(value), how, digits);
  return Number(text);
}

function plain(value: number): string {
  const { value: digits, scale } = exactDouble(value);
  return decimalText(digits, scale);
}

function checkRadix(base: bigint): number {
  if (base < 2n || base > 36n) badArgument("Radix must be between 2 and 36");
  return Number(base);
}

function fromBase(text: string, base: bigint): bigint {
  const radix = checkRadix(base);
  const digits = "0123456789abcdefghijklmnopqrstuvwxyz".slice(0, radix);
  const found = /^([+-]?)([0-9a-z]+)$/i.exec(text);
  const wrong = () => badArgument(`Not a valid base-${radix} number: ${text}`);
  if (!found) return wrong();
  let value = 0n;
  for (const char of (found[2] as string).toLowerCase()) {
    const digit = digits.indexOf(char);
    if (digit < 0) return wrong();
    value = value * BigInt(radix) + BigInt(digit);
  }
  return found[1] === "-" ? -value : value;
}

function widthBucket(x: number, low: number, high: number, count: bigint): bigint {
  if (count <= 0n) badArgument("bucketCount must be greater than 0");
  if (Number.isNaN(x)) badArgument("operand must not be NaN");
  if (!Number.isFinite(low)) badArgument("first bound must be finite");
  if (!Number.isFinite(high)) badArgument("second bound must be finite");
  if (low === high) badArgument("bounds cannot equal each other");
  const [a, b] = [Math.min(low, high), Math.max(low, high)];
  let bucket: bigint;
  if (x < a) bucket = 0n;
  else if (x >= b) bucket = count + 1n;
  else bucket = BigInt(Math.trunc(Number(count) * (x - a) / (b - a) + 1));
  return low > high ? count - bucket + 1n : bucket;
}

function widthBucketList(x: number, { items: bounds }: { items: readonly number[] }): bigint {
  if (bounds.length === 0) badArgument("Bins cannot be an empty array");
  if (Number.isNaN(x)) badArgument("Operand cannot be NaN");
  let lower = 0;
  let upper = bounds.length;
  while (lower < upper) {
    const index = (lower + upper) >> 1;
    if ((bounds[lower] as number) > (bounds[upper - 1] as number)) {
      badArgument("Bin values are not sorted in ascending order");
    }
    const bound = bounds[index] as number;
    if (!Number.isFinite(bound)) badArgument(`Bin value must be finite, got ${bound}`);
    if (x < bound) upper = index;
    else lower = index + 1;
  }
  return BigInt(lower);
}

function shift(value: bigint, by: bigint, how: string, bits: bigint): bigint {
  const width = Number(bits);
  // Of a shift that is negative the engine takes the last six bits, as Java does.
  const step = by & 63n;
  if (how === "arithmetic") return by >= bits ? (value < 0n ? -1n : 0n) : value >> step;
  if (by >= bits) return 0n;
  return BigInt.asIntN(
    width,
    how === "left" ? value << step : BigInt.asUintN(width, value) >> step,
  );
}

function bitCount(value: bigint, bits: bigint): bigint {
  if (bits <= 1n || bits > 64n) {
    badArgument("Bits specified in bit_count must be between 2 and 64, got " + bits);
  }
  const limit = 1n << (bits - 1n);
  if (value >= limit || value < -limit) {
    badArgument(
      `Number must be representable with the bits specified. ${value} cannot be represented with ${bits} bits`,
    );
  }
  let ones = 0n;
  for (let rest = BigInt.asUintN(Number(bits), value); rest > 0n; rest >>= 1n) ones += rest & 1n;
  return ones;
}

export const NUMBER_UDFS: Udfs = {
  t_parse_integer: udf("ss", "i", parseInteger),
  t_parse_double: udf("ss", "d", parseDouble),
  t_parse_decimal: udf("sii", "s", parseDecimal),
  // For try_cast: an error for each row would cost more than all the rest.
  t_try_integer: udf("ss", "i", readInteger),
  t_try_double: udf("ss", "d", readDouble),
  t_try_decimal: udf("sii", "s", readDecimal),
  t_double_to_decimal: udf("dii", "s", doubleToDecimal),
  t_double_text: udf("d", "s", (x: number) => scientificText(doubleText(x))),
  t_double_plain: udf("d", "s", doubleText),
  t_real_text: udf("d", "s", (x: number) => scientificText(realText(x))),
  t_json_double: udf(
    "d",
    "s",
    (x: number) => Number.isFinite(x) ? doubleText(x) : `"${doubleText(x)}"`,
  ),
  t_json_real: udf(
    "d",
    "s",
    (x: number) => Number.isFinite(x) ? realText(x) : `"${realText(x)}"`,
  ),
  t_double_to_integer: udf("ds", "i", doubleToInteger),
  t_round: udf("ds", "d", round),
  t_round_to: udf("dis", "d", roundTo),
  t_decimal_round: udf("ssi", "s", decimalRound),
  t_decimal_divide: udf("ssii", "s", (a: string, b: string, precision: bigint, scale: bigint) => {
    const [x, y] = [unscaled(a), unscaled(b)];
    if (y.value === 0n) fail("DIVISION_BY_ZERO", "Division by zero");
    const shiftBy = Number(scale) + y.scale - x.scale;
    const [n, d] = shiftBy >= 0
      ? [x.value * 10n ** BigInt(shiftBy), y.value]
      : [x.value, y.value * 10n ** BigInt(-shiftBy)];
    return fits(divideRounded(n, d), precision, scale, decimalOverflow);
  }),
  t_decimal_add: udf("ssii", "s", (a: string, b: string, precision: bigint, scale: bigint) => {
    const sum = rescale(unscaled(a), Number(scale)) + rescale(unscaled(b), Number(scale));
    return fits(sum, precision, scale, decimalOverflow);
  }),
  t_decimal_subtract: udf("ssii", "s", (a: string, b: string, precision: bigint, scale: bigint) => {
    const difference = rescale(unscaled(a), Number(scale)) - rescale(unscaled(b), Number(scale));
    return fits(difference, precision, scale, decimalOverflow);
  }),
  t_decimal_multiply: udf("ssii", "s", (a: string, b: string, precision: bigint, scale: bigint) => {
    return fits(unscaled(a).value * unscaled(b).value, precision, scale, decimalOverflow);
  }),
  t_decimal_modulus: udf("ssii", "s", (a: string, b: string, precision: bigint, scale: bigint) => {
    const [x, y] = [unscaled(a), unscaled(b)].map((value) => rescale(value, Number(scale))) as [
      bigint,
      bigint,
    ];
    if (y === 0n) fail("DIVISION_BY_ZERO", "Division by zero");
    return fits(x % y, precision, scale, decimalOverflow);
  }),
  t_from_base: udf("si", "i", fromBase),
  t_to_base: udf("ii", "s", (n: bigint, base: bigint) => n.toString(checkRadix(base))),
  t_width_bucket: udf("dddi", "i", widthBucket),
  t_width_bucket_list: udf("dl", "i", widthBucketList),
  t_shift: udf("iisi", "i", shift),
  t_bit_count: udf("ii", "i", bitCount),
  t_check_slice: udf("ii", "b", (start: bigint, length: bigint) => {
    if (start === 0n) badArgument("SQL array indices start at 1");
    if (length < 0n) badArgument("length must be greater than or equal to 0");
    return true;
  }),
  t_check_trim: udf("ii", "i", (length: bigint, count: bigint) => {
    if (count < 0n) badArgument(`size must not be negative: ${count}`);
    if (count > length) badArgument(`size must not exceed array cardinality ${length}: ${count}`);
    return count;
  }),
  t_check_repeat: udf("i", "i", (count: bigint) => {
    const said = "count argument of repeat function must be";
    if (count < 0n) badArgument(`${said} greater than or equal to 0`);
    if (count > 10_000n) badArgument(`${said} less than or equal to 10000`);
    return count;
  }),
  t_check_ngrams: udf("i", "i", (n: bigint) => n > 0n ? n : badArgument("N must be positive")),
  t_check_sequence: udf("iii", "i", (start: bigint, stop: bigint, step: bigint) => {
    if (step === 0n) badArgument("step must not be zero");
    if (step > 0n ? stop < start : stop > start) {
      badArgument(
        "sequence stop value should be greater than or equal to start value if step is greater than zero otherwise stop should be less than or equal to start",
      );
    }
    if ((stop - start) / step >= 10_000n) {
      badArgument("result of sequence function must not have more than 10000 entries");
    }
    return step;
  }),
  t_fail: udf("s", "s", (message: string): never => {
    throw new Error(message);
  }),
  t_fail_subscript: udf("ii", "s", (index: bigint, length: bigint): never => {
    if (index === 0n) return badArgument("SQL array indices start at 1");
    if (index < 0n) return badArgument(`Array subscript is negative: ${index}`);
    return badArgument(
      `Array subscript must be less than or equal to array length: ${index} > ${length}`,
    );
  }),
};
