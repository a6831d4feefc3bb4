/**
 * Arithmetic with points in time and intervals.
 * @module
 */
import { type Position, QueryError } from "../errors.ts";
import { commonType } from "../types/coerce.ts";
import { cannotApply } from "../types/mismatch.ts";
import { DAY_INTERVAL, duckType, MONTH_INTERVAL, type Type } from "../types/types.ts";
import { coerce } from "./convert.ts";
import { timeSql } from "./convert_times.ts";
import { intervalArithmetic, isInterval } from "./intervals.ts";
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
  const point = (type: Type) =>
    ["date", "timestamp", "timestamp with time zone", "time"].includes(type.kind);
  const isTime = (type: Type) => isInterval(type) || point(type);
  if ("+-".includes(operator) && (isTime(a) || isTime(b))) {
    if (b.kind === "unknown") return beforeNull(operator, a);
    if (a.kind === "unknown") return afterNull(operator, b);
  }
  if (!isInterval(a) && !isInterval(b) && !(point(a) && point(b))) return undefined;
  if (!point(a) && !point(b)) return intervalArithmetic(operator, left, right, at);
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
  if (operator === "+" && isInterval(a) && point(b)) return addInterval("+", right, left, at);
  if ("+-".includes(operator) && point(a) && isInterval(b)) {
    return addInterval(operator, left, right, at);
  }
  throw cannotApply(operator, a, b, at);
}

/** `time ± NULL`, where the engine knows what the NULL stands for. */
function beforeNull(operator: string, type: Type): Typed {
  if (type.kind === "date") return nothing(type);
  if (operator === "+" && type.kind === "time") return afterNull(operator, type);
  if (operator === "-" && isInterval(type)) return nothing(type);
  throw ambiguous();
}

/** `NULL ± time`. */
function afterNull(operator: string, type: Type): Typed {
  if (operator === "-" && !isInterval(type)) return nothing(DAY_INTERVAL);
  if (type.kind === "date") return nothing(type);
  if (type.kind !== "time") throw ambiguous();
  return nothing({ kind: "time", precision: Math.max(type.precision, 3) });
}

function nothing(type: Type): Typed {
  return { sql: `CAST(NULL AS ${duckType(type)})`, type };
}

function ambiguous(): QueryError {
  return new QueryError(
    "AMBIGUOUS_FUNCTION_CALL",
    "Could not choose a best candidate operator. Explicit type casts must be added.",
  );
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
