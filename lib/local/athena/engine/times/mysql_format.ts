/**
 * MySQL's date formats: `%Y-%m-%d`.
 * @module
 */
import { badArgument } from "../udf.ts";
import { invalidFormat, noDate, outOfRange } from "./time_errors.ts";
import {
  assemble,
  DAYS,
  type Fields,
  fieldsOf,
  isoWeek,
  MONTHS,
  number,
  oneOf,
  type Parsed,
  short,
  two,
} from "./time_fields.ts";

function mysqlField(char: string, f: Fields): string {
  const twelve = f.hour % 12 === 0 ? 12 : f.hour % 12;
  switch (char) {
    case "a":
      return short(DAYS[f.weekday - 1] as string);
    case "b":
      return short(MONTHS[f.month - 1] as string);
    case "c":
      return String(f.month);
    case "d":
      return two(f.day);
    case "e":
      return String(f.day);
    case "f":
      return String(f.micro).padStart(6, "0");
    case "H":
      return two(f.hour);
    case "h":
    case "I":
      return two(twelve);
    case "i":
      return two(f.minute);
    case "j":
      return String(f.yearDay).padStart(3, "0");
    case "k":
      return String(f.hour);
    case "l":
      return String(twelve);
    case "M":
      return MONTHS[f.month - 1] as string;
    case "m":
      return two(f.month);
    case "p":
      return f.hour < 12 ? "AM" : "PM";
    case "r":
      return `${two(twelve)}:${two(f.minute)}:${two(f.second)} ${f.hour < 12 ? "AM" : "PM"}`;
    case "S":
    case "s":
      return two(f.second);
    case "T":
      return `${two(f.hour)}:${two(f.minute)}:${two(f.second)}`;
    case "v":
      return two(isoWeek(f).week);
    case "W":
      return DAYS[f.weekday - 1] as string;
    case "x":
      return String(isoWeek(f).year).padStart(4, "0");
    case "Y":
      return String(f.year).padStart(4, "0");
    case "y":
      return two(f.year % 100);
    case "%":
      return "%";
    default:
      if ("DUuVwX".includes(char)) {
        return badArgument(`%${char} not supported in date format string`);
      }
      return char;
  }
}

/** `date_format` */
export function dateFormat(local: bigint, _instant: bigint, format: string): string {
  const fields = fieldsOf(
    local / 1000n * 1000n - (local < 0n && local % 1000n !== 0n ? 1000n : 0n),
  );
  let result = "";
  for (let i = 0; i < format.length; i++) {
    const char = format[i] as string;
    if (char !== "%") result += char;
    else if (i + 1 < format.length) result += mysqlField(format[++i] as string, fields);
    else badArgument("Invalid date format string: " + format);
  }
  return result;
}

const MYSQL_NUMBERS: Record<string, [keyof Parsed, number]> = {
  c: ["month", 2],
  d: ["day", 2],
  e: ["day", 2],
  H: ["hour", 2],
  k: ["hour", 2],
  h: ["halfHour", 2],
  I: ["halfHour", 2],
  l: ["halfHour", 2],
  i: ["minute", 2],
  j: ["yearDay", 3],
  m: ["month", 2],
  S: ["second", 2],
  s: ["second", 2],
  Y: ["year", 4],
};

/** `date_parse` */
export function dateParse(text: string, format: string): bigint {
  const wrong = (at: number): never => badArgument(invalidFormat(text, at));
  const expanded = format.replaceAll("%T", "%H:%i:%s").replaceAll("%r", "%h:%i:%s %p");
  const parsed: Parsed = {};
  let at = 0;
  for (let i = 0; i < expanded.length; i++) {
    const char = expanded[i] as string;
    if (char !== "%") {
      if (text[at] !== char) wrong(at);
      at++;
      continue;
    }
    const field = expanded[++i] ?? "";
    const numeric = MYSQL_NUMBERS[field];
    if (numeric) {
      const found = number(text, at, numeric[1]);
      if (!found) return wrong(at);
      parsed[numeric[0]] = found.value as never;
      at = found.end;
    } else if (field === "y") {
      const found = number(text, at, 2);
      if (!found || found.length < 2) return wrong(at);
      parsed.year = found.value >= 70 ? 1900 + found.value : 2000 + found.value;
      at = found.end;
    } else if (field === "f") {
      const found = number(text, at, 9);
      if (!found) return wrong(at);
      // The result keeps milliseconds.
      parsed.micro = Number(text.slice(at, found.end).padEnd(3, "0").slice(0, 3)) * 1000;
      at = found.end;
    } else if (field === "M" || field === "b" || field === "a" || field === "W") {
      const isMonth = field === "M" || field === "b";
      const found = oneOf(text, at, isMonth ? MONTHS : DAYS);
      if (!found) return wrong(at);
      if (isMonth) parsed.month = found.value;
      at = found.end;
    } else if (field === "p") {
      const found = /^(am|pm)/i.exec(text.slice(at));
      if (!found) return wrong(at);
      parsed.pm = found[0].toLowerCase() === "pm";
      at += 2;
    } else if (field === "%") {
      if (text[at] !== "%") wrong(at);
      at++;
    } else badArgument(`%${field} not supported in date format string`);
  }
  if (at < text.length) wrong(at);
  return assemble(parsed) ??
    // The engine reads dates of this format in a shorter way, with other words.
    badArgument(format === "%Y-%m-%d" ? noDate(parsed) : outOfRange(text, parsed));
}
