/**
 * Intervals, which DuckDB keeps as months and as microseconds.
 * @module
 */
import { cannotApply } from "../types/mismatch.ts";
import { DAY_INTERVAL, isInteger, isNumeric, MONTH_INTERVAL, type Type } from "../types/types.ts";
import type { Position } from "../errors.ts";
import type { Typed } from "./typed.ts";

/** Whether a type is one of intervals. */
export function isInterval(type: Type): boolean {
  return type.kind === DAY_INTERVAL.kind || type.kind === MONTH_INTERVAL.kind;
}

/** How many months or milliseconds an interval has. */
export function amountOf({ sql, type }: Typed): string {
  return type.kind === MONTH_INTERVAL.kind
    ? `(12 * date_part('year', ${sql}) + date_part('month', ${sql}))`
    : `epoch_ms(${sql})`;
}

/** The interval of so many months or milliseconds, which fails where it has no room. */
export function intervalOf(amount: string, { kind }: Type): string {
  return kind === MONTH_INTERVAL.kind
    ? `to_months(t_month_count(${amount}))`
    : `t_milliseconds(${amount})`;
}

/** `±`, `*` and `/` of intervals with each other and with numbers. */
export function intervalArithmetic(
  operator: string,
  left: Typed,
  right: Typed,
  at: { position: Position },
): Typed {
  const [a, b] = [left.type, right.type];
  if (a.kind === b.kind && "+-".includes(operator)) {
    const sum = `(${amountOf(left)} ${operator} ${amountOf(right)})`;
    return { sql: intervalOf(sum, a), type: a };
  }
  if (operator === "*" && isInterval(a) && isFactor(b)) return scaled("times", left, right);
  if (operator === "*" && isFactor(a) && isInterval(b)) return scaled("times", right, left);
  if (operator === "/" && isInterval(a) && isFactor(b)) return scaled("over", left, right);
  throw cannotApply(operator, a, b, at);
}

const isFactor = (type: Type) => isNumeric(type) || type.kind === "unknown";

/** An interval times a number, or divided by one. The engine's whole numbers wrap around. */
function scaled(name: "times" | "over", interval: Typed, { sql, type }: Typed): Typed {
  const amount = amountOf(interval);
  const product = name === "times" && isInteger(type)
    ? `t_wrapped(CAST(${amount} AS HUGEINT) * ${sql})`
    : `t_interval_${name}(CAST(${amount} AS BIGINT), CAST(${sql} AS DOUBLE))`;
  return { sql: intervalOf(product, interval.type), type: interval.type };
}
