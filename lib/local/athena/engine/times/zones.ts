/**
 * Time zones: their names, and how far ahead of UTC they are.
 * @module
 */
import { ZONE_NAMES } from "./zone_names.ts";

const UTC_NAMES = new Set([
  "UTC",
  "GMT",
  "GMT0",
  "Etc/GMT",
  "Etc/GMT0",
  "UT",
  "Etc/UT",
  "Etc/UTC",
  "Z",
  "Zulu",
  "UCT",
  "Greenwich",
  "Universal",
  "Etc/Universal",
  "Etc/UCT",
]);
const MOST_MINUTES = 14 * 60;

/**
 * A zone's name as results show it.
 *
 * @param text A name as it is listed, or an offset such as `+05:30`, `-3` or `UTC+5`
 * @returns The name, such as `Asia/Kolkata`, `+05:30` or `UTC`; nothing where no zone has it
 */
export function zoneName(text: string): string | undefined {
  if (ZONE_NAMES.has(text)) return text;
  if (UTC_NAMES.has(text)) return "UTC";
  const minutes = offsetMinutes(text);
  return minutes === undefined || Math.abs(minutes) > MOST_MINUTES
    ? undefined
    : offsetName(minutes);
}

/** Minutes of an offset that Java reads, whether or not a zone has it. */
function offsetMinutes(text: string): number | undefined {
  const prefixed = /^((?:Etc\/)?(?:GMT|UTC|UT))([+-])(\d{1,2})(?::(\d{1,2}))?$/.exec(text);
  const [, prefix, sign, hour, minute = "0"] = prefixed ??
    (/^()([+-])(\d{1,2})$/.exec(text) ?? /^()([+-])(\d\d):?(\d\d)$/.exec(text)) ?? [];
  if (hour === undefined || Number(minute) > 59) return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  // The sign of POSIX names is the other way round.
  return (sign === "-") !== (prefix === "Etc/GMT") ? -minutes : minutes;
}

/** Whether a text names a zone of Java's, which the engine may not have. */
export function isJavaZone(text: string): boolean {
  return ["EST", "HST", "MST"].includes(text) ||
    Math.abs(offsetMinutes(text) ?? Infinity) <= 18 * 60;
}

/** The name of the zone so many minutes ahead of UTC. */
export function offsetName(minutes: number): string {
  if (minutes === 0) return "UTC";
  const absolute = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}

/** Minutes of a zone whose name is an offset; nothing for those with a calendar of changes. */
export function fixedOffset(zone: string): number | undefined {
  if (zone === "UTC") return 0;
  return /^[+-]/.test(zone) ? offsetMinutes(zone) : undefined;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  let format = clocks.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, format);
  }
  return format;
}

/** Minutes that a zone is ahead of UTC at an instant; before clocks were set by zones, with seconds. */
export function zoneOffset(zone: string, epochMs: number): number {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return fixed;
  const parts = clock(zone).formatToParts(epochMs);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    at("year"),
    at("month") - 1,
    at("day"),
    at("hour"),
    at("minute"),
    at("second"),
  );
  return (local - Math.floor(epochMs / 1000) * 1000) / 60_000;
}

const DAY_MS = 86_400_000;

/** Minutes ahead of UTC before and after whatever change of clocks a local time is near. */
function offsetsAround(localMs: number, zone: string): [before: number, after: number] {
  return [zoneOffset(zone, localMs - DAY_MS), zoneOffset(zone, localMs + DAY_MS)];
}

/** Whether clocks of a zone ever show a local time: they do not while they are put forward. */
export function isShown(localMs: number, zone: string): boolean {
  return offsetsAround(localMs, zone).some((offset) =>
    zoneOffset(zone, localMs - Math.round(offset * 60_000)) === offset
  );
}

/**
 * The instant of a local time: the earlier one of two, and where clocks are put forward as far after
 * the change as the time would have been.
 */
export function instantOfLocal(localMicros: bigint, zone: string): bigint {
  const localMs = Number(localMicros / 1000n);
  const [before, after] = offsetsAround(localMs, zone);
  const shown = [before, after].find((offset) =>
    zoneOffset(zone, localMs - Math.round(offset * 60_000)) === offset
  );
  return localMicros - BigInt(Math.round((shown ?? before) * 60)) * 1_000_000n;
}
