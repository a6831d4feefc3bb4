/**
 * What is said of texts that are no times, in the words of Joda-Time and java.time.
 * @module
 */
import { MONTHS, type Parsed } from "./time_fields.ts";

/** Fields as far as a text gives them. */
type Given = { [field in keyof Parsed]?: Parsed[field] | undefined };

/** What is said of a text that does not follow its format from a character on. */
export function invalidFormat(text: string, at: number): string {
  const shown = text.length <= at + 35 ? text : `${text.slice(0, at + 32)}...`;
  if (at <= 0) return `Invalid format: "${shown}"`;
  return at >= text.length
    ? `Invalid format: "${text}" is too short`
    : `Invalid format: "${shown}" is malformed at "${shown.slice(at)}"`;
}

/** What is said of a text whose fields are none of a time: the first that is out of its range. */
export function outOfRange(text: string, p: Given): string {
  const fields: [string, number | undefined, number, number][] = [
    ["dayOfYear", p.yearDay, 1, isLeap(p) ? 366 : 365],
    ["monthOfYear", p.month, 1, 12],
    ["dayOfMonth", p.day, 1, lengthOfMonth(p)],
    ["hourOfDay", p.hour, 0, 23],
    ["clockhourOfHalfday", p.halfHour, 1, 12],
    ["minuteOfHour", p.minute, 0, 59],
    ["secondOfMinute", p.second, 0, 59],
  ];
  const wrong = fields.find(([, value, least, most]) =>
    value !== undefined && (value < least || value > most)
  );
  if (!wrong) return `Cannot parse "${text}"`;
  const [name, value, least, most] = wrong;
  return `Cannot parse "${text}": Value ${value} for ${name} must be in the range [${least},${most}]`;
}

/** What is said of a year, month and day that make no date. */
export function noDate(p: Given): string {
  const { year = 1970, month = 1, day = 1 } = p;
  if (month < 1 || month > 12) {
    return `Invalid value for MonthOfYear (valid values 1 - 12): ${month}`;
  }
  if (day < 1 || day > 31) return `Invalid value for DayOfMonth (valid values 1 - 28/31): ${day}`;
  return month === 2 && day === 29
    ? `Invalid date 'February 29' as '${year}' is not a leap year`
    : `Invalid date '${(MONTHS[month - 1] as string).toUpperCase()} ${day}'`;
}

function isLeap({ year = 1970 }: Given): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function lengthOfMonth(p: Given): number {
  if (p.month === 2) return isLeap(p) ? 29 : 28;
  return [4, 6, 9, 11].includes(p.month ?? 1) ? 30 : 31;
}
