/**
 * Parts of dates and times.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { BIGINT, typeName } from "../types/types.ts";
import type { Typed } from "../values/typed.ts";
import { instantOf, localOf, zoneOf } from "../values/zoned.ts";

const FIELDS: Record<string, string> = {
  YEAR: "year",
  QUARTER: "quarter",
  MONTH: "month",
  WEEK: "week",
  DAY: "day",
  DAY_OF_MONTH: "day",
  DAY_OF_WEEK: "isodow",
  DOW: "isodow",
  DAY_OF_YEAR: "doy",
  DOY: "doy",
  YEAR_OF_WEEK: "isoyear",
  YOW: "isoyear",
  HOUR: "hour",
  MINUTE: "minute",
  SECOND: "second",
};

/** A point in time as it is shown: one with a zone as the local time there. */
export function localTime(value: Typed): string {
  return value.type.kind === "timestamp with time zone" ? localOf(value) : value.sql;
}

/** Parts of intervals: of the milliseconds that are left after the larger part, how many each. */
const INTERVAL_PARTS: Record<string, [number, number | undefined]> = {
  DAY: [864e5, undefined],
  HOUR: [36e5, 864e5],
  MINUTE: [6e4, 36e5],
  SECOND: [1e3, 6e4],
};

function intervalField(field: string, value: Typed): Typed | undefined {
  if (value.type.kind === "interval year to month") {
    if (field !== "YEAR" && field !== "MONTH") return undefined;
    return { sql: `CAST(date_part('${field}', ${value.sql}) AS BIGINT)`, type: BIGINT };
  }
  const [size, larger] = INTERVAL_PARTS[field] ?? [];
  if (!size) return undefined;
  const millis = `CAST(epoch_ms(${value.sql}) AS BIGINT)`;
  return { sql: `(${larger ? `${millis} % ${larger}` : millis}) // ${size}`, type: BIGINT };
}

/** The hours or the minutes that a time's zone is ahead of UTC. */
function zoneField(field: string, value: Typed): Typed | undefined {
  if (value.type.kind !== "timestamp with time zone") return undefined;
  const minutes = `t_zone_minutes(epoch_us(${instantOf(value)}), ${zoneOf(value)})`;
  return { sql: `${minutes} ${field === "TIMEZONE_HOUR" ? "//" : "%"} 60`, type: BIGINT };
}

/** A field of a date, a time or an interval, as a bigint. */
export function timeField(field: string, value: Typed): Typed | undefined {
  const { kind } = value.type;
  if (kind.startsWith("interval")) return intervalField(field, value);
  if (field.startsWith("TIMEZONE_")) return zoneField(field, value);
  const part = FIELDS[field];
  if (!part) return undefined;
  const timePart = ["hour", "minute", "second"].includes(part);
  if (kind === "date" ? timePart : kind === "time" ? !timePart : !kind.startsWith("timestamp")) {
    return undefined;
  }
  return { sql: `CAST(date_part('${part}', ${localTime(value)}) AS BIGINT)`, type: BIGINT };
}

/** Translates `extract(field FROM value)`. */
export function translateExtract(
  expression: Extract<Expression, { kind: "extract" }>,
  value: Typed,
): Typed {
  if (!FIELDS[expression.field] && !expression.field.startsWith("TIMEZONE_")) {
    throw new QueryError(
      "SYNTAX_ERROR",
      `Invalid EXTRACT field: ${expression.field}`,
      expression.position,
    );
  }
  const field = timeField(expression.field, value);
  if (field) return field;
  throw new QueryError(
    "TYPE_MISMATCH",
    `Cannot extract ${expression.field} from ${typeName(value.type)}`,
    expression.value.position,
  );
}
