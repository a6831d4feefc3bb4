/**
 * Dates and times as ISO 8601 writes them.
 * @module
 */
import { badArgument } from "../udf.ts";
import { invalidFormat, outOfRange } from "./time_errors.ts";
import { assemble } from "./time_fields.ts";
import { offsetName, zoneName } from "./zones.ts";

/** A day by its month, by its week or by its number in the year; what is left out is the first. */
const ISO_DAY = String.raw`(\d{4})(?:-W(\d\d?)(?:-(\d))?|-(\d{3})|-(\d\d?)(?:-(\d\d?))?)?`;
const ISO_DATE = new RegExp(`^${ISO_DAY}$`);
const ISO_TIMESTAMP = new RegExp(
  `^${ISO_DAY}` +
    String
      .raw`(?:T(?:(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$`,
);

/** The day that the first groups of a match tell, in milliseconds. */
function isoDay([, year, week, weekday, ofYear, month, day]: RegExpExecArray): number | undefined {
  const first = (m: number, d: number) => {
    const date = new Date(0);
    date.setUTCFullYear(Number(year), m, d);
    return date;
  };
  if (ofYear !== undefined) {
    const date = first(0, Number(ofYear));
    return date.getUTCFullYear() === Number(year) ? date.getTime() : undefined;
  }
  if (week !== undefined) {
    const [number, at] = [Number(week), Number(weekday ?? 1)];
    if (number < 1 || at < 1 || at > 7) return undefined;
    // The first week is that of January 4th; the last one may end in the next year.
    const fourth = first(0, 4);
    const monday = first(0, 4 - (fourth.getUTCDay() + 6) % 7 + 7 * (number - 1));
    const thursday = new Date(monday.getTime() + 3 * DAY);
    if (thursday.getUTCFullYear() !== Number(year)) return undefined;
    return monday.getTime() + (at - 1) * DAY;
  }
  const date = first(Number(month ?? 1) - 1, Number(day ?? 1));
  const meant = date.getUTCMonth() === Number(month ?? 1) - 1 &&
    date.getUTCDate() === Number(day ?? 1);
  return meant ? date.getTime() : undefined;
}

const DAY = 86_400_000;

/** What is wrong: where the text is none, or which field is out of its range. */
function isoError(text: string, found: RegExpExecArray | null): string {
  if (!found) {
    return invalidFormat(text, /^\d{4}(?:-\d\d?(?:-\d\d?)?)?/.exec(text)?.[0].length ?? 0);
  }
  const given = (group: number) => found[group] === undefined ? undefined : Number(found[group]);
  return outOfRange(text, {
    year: Number(found[1]),
    yearDay: given(4),
    month: given(5),
    day: given(6),
    hour: given(7),
    minute: given(8),
    second: given(9),
  });
}

/** `from_iso8601_date` */
export function isoDate(text: string): string {
  const found = ISO_DATE.exec(text);
  const day = found && isoDay(found);
  if (day === undefined || day === null) return badArgument(isoError(text, found));
  return new Date(day).toISOString().slice(0, 10);
}

/** `from_iso8601_timestamp`: the instant in microseconds, and the zone. */
export function isoInstant(text: string): string {
  const found = ISO_TIMESTAMP.exec(text);
  const wrong = (): never => badArgument(isoError(text, found));
  const day = found && isoDay(found);
  if (!found || day === undefined || day === null) return wrong();
  const offset = found[11];
  let minutes = 0;
  if (offset && offset !== "Z") {
    minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(":", "") || 0);
    if (offset[0] === "-") minutes = -minutes;
  }
  const fraction = (found[10] ?? "").padEnd(3, "0").slice(0, 3);
  const date = new Date(day);
  const micros = assemble({
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Number(found[7] ?? 0),
    minute: Number(found[8] ?? 0),
    second: Number(found[9] ?? 0),
    micro: Number(fraction) * 1000,
    offset: minutes,
  });
  const zone = zoneName(offsetName(minutes));
  return micros === undefined || zone === undefined ? wrong() : `${micros} ${zone}`;
}
