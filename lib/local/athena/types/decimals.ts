/**
 * Which decimals arithmetic of decimals gives.
 * @module
 */
import type { Type } from "./types.ts";

/** A decimal type. */
export type Decimal = Extract<Type, { kind: "decimal" }>;

/** The type of `a operator b`; its scale may be more than a decimal has. */
export function decimalResult(operator: string, a: Decimal, b: Decimal): Decimal {
  const kind = "decimal";
  const scale = Math.max(a.scale, b.scale);
  switch (operator) {
    case "+":
    case "-": {
      const whole = Math.max(a.precision - a.scale, b.precision - b.scale);
      return { kind, precision: Math.min(38, whole + scale + 1), scale };
    }
    case "*":
      return {
        kind,
        precision: Math.min(38, a.precision + b.precision),
        scale: a.scale + b.scale,
      };
    case "/": {
      const precision = a.precision + b.scale + Math.max(b.scale - a.scale, 0);
      return { kind, precision: Math.min(38, precision), scale };
    }
    default: {
      const whole = Math.min(b.precision - b.scale, a.precision - a.scale);
      return { kind, precision: whole + scale, scale };
    }
  }
}
