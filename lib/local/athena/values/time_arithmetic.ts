/**
 * Arithmetic with points in time and intervals.
 * @module
 */
import { notSupported, type Position } from "../errors.ts";
import { commonType } from "../types/coerce.ts";
import { cannotApply } from "../types/mismatch.ts";
import {
  DAY_INTERVAL,
  isInteger,
  isNumeric,
  MONTH_INTERVAL,
  type Type,
  typeName,
} from "../types/types.ts";
import { coerce } from "./convert.ts";
import { timeSql } from "./convert_times.ts";
import type { Typed } from "./typed.ts";
import { instantOf, inZoneOf, localOf, withInstant } from "./zoned.ts";

/** `±` with times and intervals; nothing where neither stands in it. */
export function timeArithmetic(
  operator: string,
  left: Typed,
  right: Typed,
  at: { position: Position },
): Typed | undefined {
  const [a, b] = [left.type, right.type];
  const interval = (type: Type) =>
    type.kind === "interval day to second" ||
    type.kind === "interval year to month";
  const point = (type: Type) =>
    ["date", "timestamp", "timestamp with time zone", "time"].includes(type.kind);
  if (!interval(a) && !interval(b) && !(point(a) && point(b))) return undefined;
  if (interval(a) && interval(b) && a.kind === b.kind && "+-".includes(operator)) {
    return { sql: `(${left.sql} ${operator} ${right.sql})`, type: a };
  }
  if (operator === "*" && interval(a) && isInteger(b)) {
    return { sql: `(${left.sql} * ${right.sql})`, type: a };
  }
  if (operator === "*" && isInteger(a) && interval(b)) {
    return { sql: `(${right.sql} * ${left.sql})`, type: b };
  }
  const common = operator === "-" && point(a) && point(b) && a.kind !== b.kind
    ? commonType(a, b)
    : undefined;
  if (common) {
    const [x, y] = [coerce(left, common), coerce(right, common)].map(microsOf);
    return { sql: `to_microseconds(t_round_millis(${x} - ${y}))`, type: DAY_INTERVAL };
  }
  if (operator === "-" && point(a) && a.kind === b.kind) {
    const micros = a.kind === "date"
      ? `to_days(CAST(${left.sql} - ${right.sql} AS INTEGER))`
      : `to_microseconds(t_round_millis(${microsOf(left)} - ${microsOf(right)}))`;
    return { sql: micros, type: DAY_INTERVAL };
  }
  if ((interval(a) && isNumeric(b)) || (isNumeric(a) && interval(b))) {
    throw notSupported(`${typeName(a)} ${operator} ${typeName(b)}`, at.position);
  }
  if (operator === "+" && interval(a) && point(b)) return addInterval("+", right, left, at);
  if ("+-".includes(operator) && point(a) && interval(b)) {
    return addInterval(operator, left, right, at);
  }
  throw cannotApply(operator, a, b, at);
}

/** Microseconds of a point in time since 1970, or of a time of day since midnight. */
function microsOf(value: Typed): string {
  return `epoch_us(${
    value.type.kind === "timestamp with time zone" ? instantOf(value) : value.sql
  })`;
}

/** `time ± interval`: the type of the point in time stays. */
function addInterval(
  operator: string,
  point: Typed,
  interval: Typed,
  at: { position: Position },
): Typed {
  const { type } = point;
  const sum = (value: string) => `(${value} ${operator} ${interval.sql})`;
  switch (type.kind) {
    case "date":
      if (interval.type.kind === DAY_INTERVAL.kind) {
        return {
          sql: `CAST(t_whole_days(${sum(`CAST(${point.sql} AS TIMESTAMP)`)}) AS DATE)`,
          type,
        };
      }
      return { sql: `CAST(${sum(point.sql)} AS DATE)`, type };
    case "timestamp": {
      const precision = interval.type.kind === MONTH_INTERVAL.kind
        ? type.precision
        : Math.max(type.precision, 3);
      return { sql: sum(point.sql), type: { ...type, precision } };
    }
    case "timestamp with time zone": {
      const wide = { ...type, precision: Math.max(type.precision, 3) };
      if (interval.type.kind !== MONTH_INTERVAL.kind) {
        // A day is 24 hours: the engine adds milliseconds to the instant.
        const instant = sum(`(${instantOf(point)} AT TIME ZONE 'UTC')`);
        return { sql: withInstant(point, `(${instant} AT TIME ZONE 'UTC')`), type: wide };
      }
      return { sql: inZoneOf(point, sum(localOf(point))), type };
    }
    case "time":
      if (interval.type.kind === MONTH_INTERVAL.kind) break;
      return {
        sql: timeSql(`epoch_us(${point.sql}) ${operator} epoch_us(${interval.sql})`),
        type: { kind: "time", precision: Math.max(type.precision, 3) },
      };
  }
  throw cannotApply(operator, type, interval.type, at);
}
