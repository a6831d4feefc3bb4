/**
 * Values as results show them.
 * @module
 */
import { zoneOffset } from "../engine/times/zones.ts";
import { colorText } from "./colors.ts";
import { decimalText, doubleText, realText } from "./numbers.ts";
import { isNumeric, OWN_ZONE, type Type } from "./types.ts";

// deno-lint-ignore no-explicit-any -- DuckDB's values, told apart by the type
type Value = any;

/** Prints a value of DuckDB's as a result of Athena's shows it; NULL stays null. */
export function printValue(value: Value, type: Type): string | null {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case "double":
      return doubleText(value);
    case "real":
      return realText(value);
    case "decimal":
      return decimalText(value.value, type.scale);
    case "date":
      return dateText(value.days);
    case "timestamp":
      return timestampText(value.micros);
    case "timestamp with time zone": {
      const { t, z } = type.zone === OWN_ZONE ? value.entries : { t: value, z: type.zone };
      const offset = zoneOffset(z, Number(t.micros / 1000n));
      return `${timestampText(t.micros + BigInt(Math.round(offset * 60)) * 1_000_000n)} ${z}`;
    }
    case "time":
      return timeText(value.micros, type.precision);
    case "color":
      return colorText(value);
    case "varbinary":
    case "tdigest":
    case "HyperLogLog":
      return Array.from(value.bytes as Uint8Array, (byte) => byte.toString(16).padStart(2, "0"))
        .join(" ");
    case "interval year to month":
      return monthsText(value.months);
    case "interval day to second":
      return intervalText(BigInt(value.days) * 86_400_000n + value.micros / 1000n);
    case "array":
      return `[${
        value.items.map((item: Value) => printValue(item, type.element) ?? "null").join(", ")
      }]`;
    case "map":
      return `{${
        (value.entries as Value[]).map((entry): [string, string] => [
          printValue(entry.key, type.key) ?? "null",
          printValue(entry.value, type.value) ?? "null",
        ]).sort(isNumeric(type.key) ? byNumber : byText).map((entry) => entry.join("=")).join(", ")
      }}`;
    case "row":
      return `{${
        type.fields.map((field, i) =>
          (field.name === undefined ? "" : `${field.name}=`) +
          (printValue(value.entries[`_${i}`], field.type) ?? "null")
        ).join(", ")
      }}`;
    default:
      return String(value);
  }
}

/** Maps are shown by their keys, numbers as numbers. */
const byNumber = ([a]: [string, string], [b]: [string, string]) => Number(a) - Number(b);
const byText = ([a]: [string, string], [b]: [string, string]) => a < b ? -1 : a > b ? 1 : 0;

/** A date as the engine shows it, such as `2024-02-29`, given its days since 1970. */
export function dateText(days: number): string {
  const date = new Date(days * 86_400_000);
  const year = date.getUTCFullYear();
  const sign = year < 0 ? "-" : year > 9999 ? "+" : "";
  const text = `${sign}${String(Math.abs(year)).padStart(4, "0")}`;
  return `${text}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

function timestampText(micros: bigint): string {
  let millis = micros / 1000n;
  if (micros < 0n && micros % 1000n !== 0n) millis -= 1n;
  const ofDay = Number(((millis % 86_400_000n) + 86_400_000n) % 86_400_000n);
  const days = Number((millis - BigInt(ofDay)) / 86_400_000n);
  const time = [
    Math.floor(ofDay / 3_600_000),
    Math.floor(ofDay / 60_000) % 60,
    Math.floor(ofDay / 1000) % 60,
  ];
  return `${dateText(days)} ${time.map(two).join(":")}.${String(ofDay % 1000).padStart(3, "0")}`;
}

/** A time of day with as many digits after the second as its type has. */
function timeText(micros: bigint, precision: number): string {
  const fraction = String(micros % 1_000_000n).padStart(6, "0").slice(0, precision);
  const seconds = timestampText(micros).slice(11, 19);
  return precision === 0 ? seconds : `${seconds}.${fraction}`;
}

/** An interval of months as the engine shows it, such as `-1-6`. */
export function monthsText(months: number): string {
  const absolute = Math.abs(months);
  return `${months < 0 ? "-" : ""}${Math.floor(absolute / 12)}-${absolute % 12}`;
}

/** An interval of milliseconds as the engine shows it, such as `2 03:04:05.678`. */
export function intervalText(millis: bigint): string {
  const absolute = millis < 0n ? -millis : millis;
  const days = absolute / 86_400_000n;
  const rest = Number(absolute % 86_400_000n);
  const time = [
    Math.floor(rest / 3_600_000),
    Math.floor(rest / 60_000) % 60,
    Math.floor(rest / 1000) % 60,
  ];
  return `${millis < 0n ? "-" : ""}${days} ${time.map(two).join(":")}.${
    String(rest % 1000).padStart(3, "0")
  }`;
}
