/**
 * Writes what paths find as JSON text: keys in their order, numbers as the engine shows them.
 * @module
 */
import { decimalText, doubleText, realText } from "../../types/numbers.ts";
import { isInteger } from "../../types/types.ts";
import { canonicalNumber } from "../text/json_text.ts";
import { isNumber, type Item, MISSING, Scalar } from "./items.ts";

/** Quotes a text. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /\\u00[0-9a-f]{2}/g,
    (escape) => `\\u${escape.slice(2).toUpperCase()}`,
  );
}

/** An item as JSON text. */
export function writeItem(item: Item): string {
  if (item instanceof Scalar) return writeScalar(item);
  if (item === null || item === MISSING) return "null";
  if (typeof item === "boolean") return String(item);
  if (typeof item === "string") return quoted(item);
  if (Array.isArray(item)) return `[${item.map(writeItem).join(",")}]`;
  if (isNumber(item)) return canonicalNumber(item.number);
  return `{${[...item].map(([key, value]) => `${quoted(key)}:${writeItem(value)}`).join(",")}}`;
}

/** A SQL value as JSON text. */
export function writeScalar({ type, value }: Scalar): string {
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") {
    const text = type.kind === "real" ? realText(value) : doubleText(value);
    return Number.isFinite(value) ? text : `"${text}"`;
  }
  return isInteger(type)
    ? String(value)
    : bigDecimalText(value, type.kind === "decimal" ? type.scale : 0);
}

/** A decimal as Java writes it: with an exponent where it begins with many zeros. */
function bigDecimalText(digits: bigint, scale: number): string {
  const absolute = String(digits < 0n ? -digits : digits);
  const exponent = absolute.length - 1 - scale;
  if (scale === 0 || exponent >= -6) return decimalText(digits, scale);
  const mantissa = absolute.length > 1 ? `${absolute[0]}.${absolute.slice(1)}` : absolute;
  return `${digits < 0n ? "-" : ""}${mantissa}E${exponent}`;
}
