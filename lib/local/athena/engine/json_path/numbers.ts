/**
 * Arithmetic and comparisons of SQL values in JSON paths, as the engine's operators have them.
 * @module
 */
import { commonType, decimalOf } from "../../types/coerce.ts";
import { type Decimal, decimalResult } from "../../types/decimals.ts";
import { decimalText } from "../../types/numbers.ts";
import { isInteger, isNumeric, type Type, typeName } from "../../types/types.ts";
import { NUMBER_UDFS } from "../udfs/numbers.ts";
import type { Operator } from "./ast.ts";
import { PathError, Scalar } from "./items.ts";

/** How each operator is written. */
export const SIGNS: Record<Operator, string> = {
  ADD: "+",
  SUBTRACT: "-",
  MULTIPLY: "*",
  DIVIDE: "/",
  MODULUS: "%",
};
const BITS: Record<string, number> = { tinyint: 8, smallint: 16, integer: 32, bigint: 64 };

/** The type of `a operator b`; nothing where the types have no such operator. */
export function arithmeticType(operator: Operator, a: Type, b: Type): Type | undefined {
  const common = commonType(a, b);
  if (!common || !isNumeric(common)) return undefined;
  return common.kind === "decimal"
    ? decimalResult(SIGNS[operator], decimalOf(a), decimalOf(b))
    : common;
}

/** Whether a whole number has room in its type. */
function fitted(type: Type, value: bigint): Scalar {
  if (BigInt.asIntN(BITS[type.kind] as number, value) !== value) throw new PathError();
  return new Scalar(type, value);
}

const WHOLE: Record<Operator, (a: bigint, b: bigint) => bigint> = {
  ADD: (a, b) => a + b,
  SUBTRACT: (a, b) => a - b,
  MULTIPLY: (a, b) => a * b,
  DIVIDE: (a, b) => a / b,
  MODULUS: (a, b) => a % b,
};
const FLOATING: Record<Operator, (a: number, b: number) => number> = {
  ADD: (a, b) => a + b,
  SUBTRACT: (a, b) => a - b,
  MULTIPLY: (a, b) => a * b,
  DIVIDE: (a, b) => a / b,
  MODULUS: (a, b) => a % b,
};

/**
 * `a operator b`.
 *
 * @throws {PathError} The types have no such operator, or the result has no room
 */
export function arithmetic(operator: Operator, a: Scalar, b: Scalar): Scalar {
  const type = arithmeticType(operator, a.type, b.type);
  if (!type) {
    throw new PathError(
      `invalid operand types to ${operator} operator (${typeName(a.type)}, ${typeName(b.type)})`,
    );
  }
  if (type.kind === "decimal") return decimalArithmetic(operator, a, b, type);
  if (isInteger(type)) {
    const [x, y] = [a.value as bigint, b.value as bigint];
    if (y === 0n && (operator === "DIVIDE" || operator === "MODULUS")) throw new PathError();
    return fitted(type, WHOLE[operator](x, y));
  }
  const value = FLOATING[operator](toNumber(a), toNumber(b));
  return new Scalar(type, type.kind === "real" ? Math.fround(value) : value);
}

function decimalArithmetic(operator: Operator, a: Scalar, b: Scalar, type: Decimal): Scalar {
  const udf = NUMBER_UDFS[`t_decimal_${operator.toLowerCase()}`];
  if (!udf) throw new Error(`no decimal arithmetic for ${operator}`);
  try {
    const texts = [a, b].map((side) => decimalText(side.value as bigint, scaleOf(side)));
    const result = udf.call(...texts, BigInt(type.precision), BigInt(type.scale));
    return new Scalar(type, BigInt(String(result).replace(".", "")));
  } catch (error) {
    if (error instanceof Error && /^[A-Z_]+: /.test(error.message)) throw new PathError();
    throw error;
  }
}

/** Digits after the point of a decimal or a whole number. */
function scaleOf({ type }: Scalar): number {
  return type.kind === "decimal" ? type.scale : 0;
}

/** A number as a double. */
export function toNumber(scalar: Scalar): number {
  return typeof scalar.value === "bigint" && scalar.type.kind === "decimal"
    ? Number(decimalText(scalar.value, scalar.type.scale))
    : Number(scalar.value);
}

/** `-value` of a number. */
export function negated({ type, value }: Scalar): Scalar {
  if (typeof value === "number") return new Scalar(type, -value);
  return isInteger(type) ? fitted(type, -(value as bigint)) : new Scalar(type, -(value as bigint));
}

/** The absolute value of a number. */
export function absolute(scalar: Scalar): Scalar {
  const { type, value } = scalar;
  if (typeof value === "number") return new Scalar(type, Math.abs(value));
  return (value as bigint) < 0n ? negated(scalar) : scalar;
}

/** The whole number below or above a number. */
export function wholeNumber({ type, value }: Scalar, up: boolean): Scalar {
  if (typeof value === "number") return new Scalar(type, up ? Math.ceil(value) : Math.floor(value));
  if (type.kind !== "decimal") return new Scalar(type, value);
  const unit = 10n ** BigInt(type.scale);
  const digits = value as bigint;
  const towardsZero = digits / unit;
  const rest = digits % unit;
  const whole = up ? towardsZero + (rest > 0n ? 1n : 0n) : towardsZero - (rest < 0n ? 1n : 0n);
  const precision = type.precision - type.scale + Math.min(type.scale, 1);
  return new Scalar({ kind: "decimal", precision, scale: 0 }, whole);
}

/** The index that a number stands for: halves are rounded up. */
export function indexOf({ type, value }: Scalar): bigint {
  if (typeof value === "number") {
    const rounded = Math.sign(value) * Math.round(Math.abs(value));
    if (!(Math.abs(rounded) < 2 ** 63)) throw new PathError();
    return BigInt(rounded);
  }
  const digits = value as bigint;
  if (type.kind !== "decimal") return digits;
  const unit = 10n ** BigInt(type.scale);
  return (2n * digits + (digits < 0n ? -unit : unit)) / (2n * unit);
}

/** Less than 0, 0 or more of two texts by their characters. */
function byCharacters(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i] as string).codePointAt(0)! - (y[i] as string).codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

/**
 * A comparison of two SQL values.
 *
 * @returns Whether it holds; nothing where the types are not compared
 */
export function compareScalars(operator: string, a: Scalar, b: Scalar): boolean | undefined {
  const difference = differenceOf(a, b);
  if (difference === undefined) return undefined;
  switch (operator) {
    case "==":
      return difference === 0;
    case "<":
      return difference < 0;
    case ">":
      return difference > 0;
    case "<=":
      return difference <= 0;
    case ">=":
      return difference >= 0;
    default:
      return difference !== 0;
  }
}

/** NaN where one of two numbers is, with which nothing holds but that they differ. */
function differenceOf(a: Scalar, b: Scalar): number | undefined {
  if (typeof a.value === "string" && typeof b.value === "string") {
    return byCharacters(a.value, b.value);
  }
  if (typeof a.value === "boolean" && typeof b.value === "boolean") {
    return Number(a.value) - Number(b.value);
  }
  if (!isNumeric(a.type) || !isNumeric(b.type)) return undefined;
  if (typeof a.value === "number" || typeof b.value === "number") {
    const real = ![a, b].some(({ type }) => type.kind === "double");
    const [x, y] = [a, b].map((side) => real ? Math.fround(toNumber(side)) : toNumber(side)) as [
      number,
      number,
    ];
    return x === y ? 0 : x < y ? -1 : x > y ? 1 : NaN;
  }
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const [x, y] = [a, b].map((side) =>
    (side.value as bigint) * 10n ** BigInt(scale - scaleOf(side))
  ) as [bigint, bigint];
  return x === y ? 0 : x < y ? -1 : 1;
}
