/**
 * Translates `AT TIME ZONE`, and zones that arguments name.
 * @module
 */
import { zoneName } from "../engine/times/zones.ts";
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { unexpectedParameters } from "../types/mismatch.ts";
import { DAY_INTERVAL, MONTH_INTERVAL, OWN_ZONE, type Type, typeName } from "../types/types.ts";
import { unfolded } from "./fallible.ts";
import type { Typed } from "./typed.ts";
import { instantIn, instantOf, withZone } from "./zoned.ts";

/** `value AT TIME ZONE zone`: the same instant, shown in another zone. */
export function atTimeZone(value: Typed, zone: Typed, at: Expression): Typed {
  const { type } = value;
  if (zone.type.kind === MONTH_INTERVAL.kind && type.kind.startsWith("timestamp")) {
    const { precision } = type as { precision: number };
    const moment: Type = { kind: "timestamp with time zone", precision, zone: "UTC" };
    throw unexpectedParameters("at_timezone", [moment, zone.type], undefined);
  }
  if (type.kind === "timestamp with time zone") {
    return instantAt(instantOf(value), type.precision, namedZone(zone));
  }
  if (type.kind === "timestamp") {
    return instantAt(`(${value.sql} AT TIME ZONE 'UTC')`, type.precision, namedZone(zone));
  }
  throw new QueryError(
    "TYPE_MISMATCH",
    `Type of value must be a time or timestamp with or without time zone (actual ${
      typeName(type)
    })`,
    at.position,
  );
}

/** The zone of an argument: its name where that is known, else DuckDB's SQL of each value's. */
export type NamedZone = { name: string } | { sql: string };

/**
 * The zone that an argument names.
 *
 * @param zone A text, or an interval that is the offset
 * @param refusal What is said of a text that names none, but for the text itself
 */
export function namedZone(
  zone: Typed,
  refusal = "INVALID_FUNCTION_ARGUMENT: '%' is not a valid time zone",
): NamedZone {
  const known = typeof zone.constant === "string";
  const name = known ? zoneName(zone.constant as string) : undefined;
  if (name !== undefined) return { name };
  if (zone.type.kind === DAY_INTERVAL.kind) return { sql: `t_zone_ahead(epoch_ms(${zone.sql}))` };
  const sql = `t_zone(${zone.sql}, '${refusal.replaceAll("'", "''")}')`;
  return { sql: known ? unfolded(sql) : sql };
}

/** An instant, shown in a zone. */
export function instantAt(instant: string, precision: number, zone: NamedZone): Typed {
  const kind = "timestamp with time zone";
  return "name" in zone
    ? { sql: instant, type: { kind, precision, zone: zone.name } }
    : { sql: inOwnZone(instant, instant, zone), type: { kind, precision, zone: OWN_ZONE } };
}

/** An instant in a zone that only its value has, which is not looked at where there is no time. */
function inOwnZone(time: string, instant: string, { sql }: { sql: string }): string {
  return `CASE WHEN ${time} IS NULL THEN NULL ELSE ${withZone(instant, sql)} END`;
}

/** A local time in a zone. */
export function localAt(local: string, precision: number, zone: NamedZone): Typed {
  if ("name" in zone) return instantAt(instantIn(zone.name, local), precision, zone);
  const instant = `t_instant_in(${local}, ${zone.sql})`;
  return {
    sql: inOwnZone(local, instant, zone),
    type: { kind: "timestamp with time zone", precision, zone: OWN_ZONE },
  };
}
