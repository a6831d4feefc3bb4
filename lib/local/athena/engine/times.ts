/**
 * Dates and times as text, in the forms the engine reads.
 * @module
 */

/** A point in time that was read. */
export interface ParsedTime {
  /** Microseconds since 1970-01-01 00:00:00 as the text shows it, whatever its zone. */
  micros: bigint;
  /** Digits after the second. */
  digits: number;
  /** Zone, if the text names one. */
  zone?: string;
}

const TIMESTAMP =
  /^([+-]?\d{4,})-(\d{1,2})-(\d{1,2})(?: (?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d+))?)?)?\s*(\S+)?)?$/;

/** Days from 1970-01-01 to a day of the calendar; nothing where there is no such day. */
export function daysOf(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return undefined;
  return Math.round(date.getTime() / 86_400_000);
}

/**
 * Reads `2024-01-31`, `2024-01-31 10:00`, `2024-01-31 10:00:00.123 Europe/Berlin`.
 *
 * @param text Text, trimmed
 * @param precision Digits after the second that are kept, rounded half up
 * @returns What it says, or nothing where it is none of these
 */
export function parseTimestamp(text: string, precision: number): ParsedTime | undefined {
  const found = TIMESTAMP.exec(text.trim());
  if (!found) return undefined;
  const days = daysOf(Number(found[1]), Number(found[2]), Number(found[3]));
  const [hour, minute, second] = [found[4], found[5], found[6]].map((part) =>
    Number(part ?? 0)
  ) as [
    number,
    number,
    number,
  ];
  if (days === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const fraction = found[7] ?? "";
  let micros = BigInt((fraction + "000000").slice(0, 6));
  if (precision < 6 && fraction.length > precision) {
    const unit = 10n ** BigInt(6 - precision);
    micros = (micros + unit / 2n) / unit * unit;
  } else if (fraction.length > 6 && Number(fraction[6]) >= 5) micros += 1n;
  const seconds = BigInt(days) * 86_400n + BigInt(hour * 3600 + minute * 60 + second);
  const zone = found[8] === undefined ? undefined : normalZone(found[8]);
  if (zone !== undefined && !isZone(zone)) return undefined;
  if (zone !== undefined && !isShown(days * 86_400_000 + (hour * 60 + minute) * 60_000, zone)) {
    return undefined;
  }
  return {
    micros: seconds * 1_000_000n + micros,
    digits: fraction.length,
    ...(zone === undefined ? {} : { zone }),
  };
}

/** Whether clocks of a zone ever show a local time: they do not while they are put forward. */
function isShown(localMs: number, zone: string): boolean {
  if (zone === "UTC") return true;
  return [-86_400_000, 86_400_000].some((by) => {
    const offset = zoneOffset(zone, localMs + by);
    return zoneOffset(zone, localMs - offset * 60_000) === offset;
  });
}

const zones = new Map<string, boolean>();

/** Whether a time zone has this name: written as it is listed, or an offset such as `+05:30`. */
export function isZone(name: string): boolean {
  if (name === "UTC") return true;
  const offset = /^[+-](\d\d):(\d\d)$/.exec(name);
  if (offset) {
    return Number(offset[1]) * 60 + Number(offset[2]) <= 14 * 60 && Number(offset[2]) < 60;
  }
  const known = zones.get(name);
  if (known !== undefined) return known;
  let is = /^[A-Z][A-Za-z0-9_+-]*(\/[A-Z][A-Za-z0-9_+-]*)*$/.test(name);
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    if (timeZone.toLowerCase() === name.toLowerCase() && timeZone !== name) is = false;
  } catch {
    is = false;
  }
  if (zones.size < 10_000) zones.set(name, is);
  return is;
}

/** A zone's name as results show it. */
export function normalZone(zone: string): string {
  if (/^(utc|z|gmt|ut)$/i.test(zone)) return "UTC";
  const offset = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(zone);
  if (!offset) return zone;
  const text = `${offset[1]}${(offset[2] as string).padStart(2, "0")}:${offset[3] ?? "00"}`;
  return text === "+00:00" || text === "-00:00" ? "UTC" : text;
}

/** Minutes that a zone is ahead of UTC at an instant. */
export function zoneOffset(zone: string, epochMs: number): number {
  if (zone === "UTC") return 0;
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3]);
    return offset[1] === "-" ? -minutes : minutes;
  }
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(epochMs);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    at("year"),
    at("month") - 1,
    at("day"),
    at("hour"),
    at("minute"),
    at("second"),
  );
  return Math.round((local - Math.floor(epochMs / 1000) * 1000) / 60_000);
}

/** Fields of a calendar day. */
export function civil(days: number): { year: number; month: number; day: number } {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
