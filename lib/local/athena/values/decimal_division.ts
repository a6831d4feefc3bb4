/**
 * Division of decimals in whole numbers of 128 bits, which DuckDB does by itself: a function of ours
 * takes each row out of it and back, and DuckDB is slow to read long decimals from text.
 * @module
 */
import { duckType, type Type } from "../types/types.ts";
import type { Typed } from "./typed.ts";

type Decimal = Extract<Type, { kind: "decimal" }>;

/** Digits that every whole number of 128 bits has room for, with one digit to spare. */
const DIGITS = 37;

/** Longest operands in SQL: each stands in it several times. */
const LENGTH = 2_000;

/**
 * Writes a division whose result is rounded half away from zero.
 *
 * @param left Dividend
 * @param right Divisor
 * @param type Type of the result; its scale is the larger of the two
 * @returns SQL, or nothing where the numbers may not have room in 128 bits
 */
export function decimalDivision(left: Typed, right: Typed, type: Decimal): string | undefined {
  const a = left.type as Decimal;
  const b = right.type as Decimal;
  const shift = type.scale + b.scale - a.scale;
  const whole = a.precision + b.scale + Math.max(b.scale - a.scale, 0);
  const widest = Math.max(
    a.precision + shift,
    Math.max(a.precision, 19) + a.scale + 1,
    Math.max(b.precision, 19) + b.scale + 1,
    Math.max(whole, 19) + type.scale,
  );
  if (widest > DIGITS || left.sql.length + right.sql.length > LENGTH) return undefined;
  const n = `(${unscaled(left.sql, a)} * CAST(1${"0".repeat(shift)} AS HUGEINT))`;
  const digits = Math.max(type.precision, 19);
  const quotient = `CAST(t_divide_rounded(${n}, ${unscaled(right.sql, b)}) ` +
    `AS DECIMAL(${digits},0))`;
  if (type.scale === 0) return `CAST(${quotient} AS ${duckType(type)})`;
  const unit = `CAST('0.${"0".repeat(type.scale - 1)}1' AS DECIMAL(${type.scale},${type.scale}))`;
  return `CAST(${quotient} * ${unit} AS ${duckType(type)})`;
}

/**
 * A decimal's digits as a whole number. DuckDB gives a product of decimals no more than 18 digits
 * unless one of them may have more.
 */
function unscaled(sql: string, { precision, scale }: Decimal): string {
  if (scale === 0) return `CAST(${sql} AS HUGEINT)`;
  const wide = `CAST(${sql} AS DECIMAL(${Math.max(precision, 19)},${scale}))`;
  return `CAST(${wide} * CAST(1${"0".repeat(scale)} AS DECIMAL(${scale + 1},0)) AS HUGEINT)`;
}
