/**
 * Translates `AT TIME ZONE`.
 * @module
 */
import { isZone, normalZone } from "../engine/times.ts";
import { notSupported, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { MIXED_ZONE, type Type, typeName } from "../types/types.ts";
import type { Context, Typed } from "./context.ts";
import { zoneSql } from "./convert.ts";
import { translate } from "./expression.ts";

/** Translates the expression. */
export function translateTimeZone(
  expression: Extract<Expression, { kind: "timezone" }>,
  context: Context,
): Typed {
  const value = translate(expression.value, context);
  const zone = translate(expression.zone, context);
  return atTimeZone(value, zone, expression);
}

/** `value AT TIME ZONE zone`: the same instant, shown in another zone. */
export function atTimeZone(value: Typed, zone: Typed, at: Expression): Typed {
  if (typeof zone.constant !== "string") {
    throw notSupported("a time zone that is not a literal", at.position);
  }
  const name = checkZone(zone.constant);
  if (value.type.kind === "timestamp with time zone") {
    return { sql: value.sql, type: { ...value.type, zone: name } };
  }
  if (value.type.kind === "timestamp") {
    return {
      sql: `(${value.sql} AT TIME ZONE ${zoneSql("UTC")})`,
      type: { kind: "timestamp with time zone", precision: value.type.precision, zone: name },
    };
  }
  throw new QueryError(
    "TYPE_MISMATCH",
    `Type of value must be a time or timestamp with or without time zone (actual ${
      typeName(value.type)
    })`,
    at.position,
  );
}

/**
 * Refuses to show times that come from several zones.
 *
 * @throws {QueryError} `NOT_SUPPORTED`
 */
export function requireZone(type: Type): void {
  if (JSON.stringify(type).includes(`"zone":"${MIXED_ZONE}"`)) {
    throw notSupported("a column of times whose zone is not the same in all rows");
  }
}

/** Checks a time zone's name, and gives it as results show it. */
export function checkZone(zone: string): string {
  const name = normalZone(zone);
  if (isZone(name)) return name;
  throw new QueryError(
    "INVALID_FUNCTION_ARGUMENT",
    `'${zone}' is not a valid time zone`,
  );
}
