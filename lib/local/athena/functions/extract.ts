/**
 * Parts of dates and times.
 * @module
 */
import type { Typed } from "../analyze/context.ts";
import { zoneSql } from "../analyze/convert.ts";
import { notSupported, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { BIGINT, typeName } from "../types/types.ts";

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
  return value.type.kind === "timestamp with time zone"
    ? `(${value.sql} AT TIME ZONE ${zoneSql(value.type.zone)})`
    : value.sql;
}

/** A field of a date or a time, as a bigint. */
export function timeField(field: string, value: Typed): Typed | undefined {
  const part = FIELDS[field];
  const { kind } = value.type;
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
  if (expression.field.startsWith("TIMEZONE_") || value.type.kind.startsWith("interval")) {
    throw notSupported(
      `extract(${expression.field} FROM ${typeName(value.type)})`,
      expression.position,
    );
  }
  if (!FIELDS[expression.field]) {
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
    expression.position,
  );
}
