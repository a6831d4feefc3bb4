/**
 * Times with a zone, as DuckDB's SQL. Where the zone is known when the query is translated the type
 * has it, and values are the instant alone; else each value has its own beside the instant.
 * @module
 */
import { fixedOffset } from "../engine/times/zones.ts";
import { OWN_ZONE, type Type } from "../types/types.ts";

/** A time with a zone: DuckDB's SQL, and the type. */
export interface ZonedValue {
  sql: string;
  type: Type;
}

/** The zone of the type, where all its values have the same one. */
function sharedZone({ type }: ZonedValue): string | undefined {
  if (type.kind !== "timestamp with time zone") throw new Error(`${type.kind} has no zone`);
  return type.zone === OWN_ZONE ? undefined : type.zone;
}

/** The instant of a value, by which times with a zone are compared. */
export function instantOf(value: ZonedValue): string {
  return sharedZone(value) === undefined ? `(${value.sql}).t` : value.sql;
}

/** The name of a value's zone, as text. */
export function zoneOf(value: ZonedValue): string {
  const zone = sharedZone(value);
  return zone === undefined ? `(${value.sql}).z` : `'${zone}'`;
}

/** What clocks in a value's zone show. */
export function localOf(value: ZonedValue): string {
  const zone = sharedZone(value);
  if (zone === undefined) return `t_local((${value.sql}).t, (${value.sql}).z)`;
  const minutes = fixedOffset(zone);
  if (minutes === undefined) return `(${value.sql} AT TIME ZONE '${zone}')`;
  const utc = `(${value.sql} AT TIME ZONE 'UTC')`;
  return minutes === 0 ? utc : `(${utc} + to_minutes(${minutes}))`;
}

/** The instant of a local time in a zone that is known. */
export function instantIn(zone: string, local: string): string {
  const minutes = fixedOffset(zone);
  if (minutes === undefined) return `t_instant(${local}, '${zone}')`;
  return minutes === 0
    ? `(${local} AT TIME ZONE 'UTC')`
    : `((${local} - to_minutes(${minutes})) AT TIME ZONE 'UTC')`;
}

/** A local time in the zone of another value. */
export function inZoneOf(value: ZonedValue, local: string): string {
  const zone = sharedZone(value);
  if (zone !== undefined) return instantIn(zone, local);
  return withZone(`t_instant_in(${local}, (${value.sql}).z)`, `(${value.sql}).z`);
}

/** Another instant in the zone of a value. */
export function withInstant(value: ZonedValue, instant: string): string {
  return sharedZone(value) === undefined ? withZone(instant, `(${value.sql}).z`) : instant;
}

/** An instant beside the zone it is in; NULL where one of them is. */
export function withZone(instant: string, zone: string): string {
  return `t_with_zone(${instant}, ${zone})`;
}

/** A value as a type keeps it whose values have a zone of their own, or all the same one. */
export function rezoned(value: ZonedValue, to: Type): string {
  if (to.kind !== "timestamp with time zone") throw new Error(`${to.kind} has no zone`);
  if (to.zone !== OWN_ZONE) return instantOf(value);
  return sharedZone(value) === undefined ? value.sql : withZone(value.sql, zoneOf(value));
}
