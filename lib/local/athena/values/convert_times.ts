/**
 * Conversions of points in time and times of day, as DuckDB's SQL.
 * @module
 */
import { parseTimestamp } from "../engine/times/times.ts";
import { instantOfLocal } from "../engine/times/zones.ts";
import type { Type } from "../types/types.ts";
import type { Typed } from "./typed.ts";
import { instantOf, localOf, rezoned, withInstant } from "./zoned.ts";

/** A time of day as written, or nothing where the text is none. */
export function parseTime(text: string): { sql: string; digits: number } | undefined {
  const found = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?$/.exec(text);
  if (!found) return undefined;
  const [, hour, minute, second = "00", fraction = ""] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return {
    sql: `CAST('${hour}:${minute}:${second}.${fraction.slice(0, 6)}0' AS TIME)`,
    digits: fraction.length,
  };
}

/** The time of day so many microseconds after midnight, whichever day that is. */
export function timeSql(micros: string): string {
  const day = 86_400_000_000;
  return `CAST(make_timestamp(((${micros}) % ${day} + ${day}) % ${day}) AS TIME)`;
}

/** A text that is known, as a time with its zone; nothing for other casts. */
export function constantTime({ constant, type }: Typed, to: Type): Typed | undefined {
  if (type.kind !== "varchar" || typeof constant !== "string") return undefined;
  if (to.kind !== "timestamp with time zone") return undefined;
  const parsed = parseTimestamp(constant, to.precision);
  if (!parsed) return undefined;
  const zone = parsed.zone ?? "UTC";
  const instant = instantOfLocal(parsed.micros, zone);
  return { sql: `(make_timestamp(${instant}) AT TIME ZONE 'UTC')`, type: { ...to, zone } };
}

/** A point in time or a time of day as another type of them; nothing where there is no such cast. */
export function timeCast(sql: string, from: Type, to: Type): string | undefined {
  if (from.kind === "date") {
    if (to.kind === "timestamp") return `CAST(${sql} AS TIMESTAMP)`;
    if (to.kind === "timestamp with time zone") return inUtc(`CAST(${sql} AS TIMESTAMP)`, to);
  }
  if (from.kind === "time" && to.kind === "time") {
    const day = `(DATE '1970-01-01' + ${sql})`;
    return `CAST(${roundTime(day, from.precision, to.precision)} AS TIME)`;
  }
  if (from.kind === "timestamp") {
    if (to.kind === "date") return `CAST(${sql} AS DATE)`;
    if (to.kind === "timestamp") return roundTime(sql, from.precision, to.precision);
    if (to.kind === "time") return `CAST(${roundTime(sql, from.precision, to.precision)} AS TIME)`;
    if (to.kind === "timestamp with time zone") {
      return inUtc(roundTime(sql, from.precision, to.precision), to);
    }
  }
  if (from.kind === "timestamp with time zone") {
    const value = { sql, type: from };
    const local = localOf(value);
    if (to.kind === "date") return `CAST(${local} AS DATE)`;
    if (to.kind === "timestamp") return roundTime(local, from.precision, to.precision);
    if (to.kind === "time") {
      return `CAST(${roundTime(local, from.precision, to.precision)} AS TIME)`;
    }
    if (to.kind === "timestamp with time zone") {
      if (from.precision <= to.precision) return rezoned(value, to);
      const utc = `(${instantOf(value)} AT TIME ZONE 'UTC')`;
      const instant = `(${roundTime(utc, from.precision, to.precision)} AT TIME ZONE 'UTC')`;
      return rezoned({ sql: withInstant(value, instant), type: from }, to);
    }
  }
  return undefined;
}

/** A local time in the session's zone. */
function inUtc(local: string, to: Extract<Type, { kind: "timestamp with time zone" }>): string {
  return rezoned({ sql: `(${local} AT TIME ZONE 'UTC')`, type: { ...to, zone: "UTC" } }, to);
}

/** Rounds a timestamp to fewer digits after the second. */
export function roundTime(sql: string, from: number, to: number): string {
  if (from <= to) return sql;
  const unit = 10 ** (6 - to);
  return `make_timestamp(CAST(floor((epoch_us(${sql}) + ${
    unit / 2
  }) / ${unit}) AS BIGINT) * ${unit})`;
}
