/**
 * Dates and times: parsing, MySQL's and Joda's formats, calendar arithmetic.
 * @module
 */
import { civil, daysOf, parseTimestamp, zoneOffset } from "./times.ts";
import { badArgument, badCast, udf, type Udfs } from "./udf.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAY_MICROS = 86_400_000_000n;

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  micro: number;
  /** 1 is Monday. */
  weekday: number;
  yearDay: number;
  days: number;
}

function fieldsOf(micros: bigint): Fields {
  let days = micros / DAY_MICROS;
  let rest = micros % DAY_MICROS;
  if (rest < 0n) {
    rest += DAY_MICROS;
    days -= 1n;
  }
  const at = Number(days);
  const date = civil(at);
  const time = Number(rest);
  return {
    ...date,
    hour: Math.floor(time / 3_600_000_000),
    minute: Math.floor(time / 60_000_000) % 60,
    second: Math.floor(time / 1_000_000) % 60,
    micro: time % 1_000_000,
    weekday: ((at + 3) % 7 + 7) % 7 + 1,
    yearDay: at - (daysOf(date.year, 1, 1) as number) + 1,
    days: at,
  };
}

function isoWeek(f: Fields): { week: number; year: number } {
  const thursday = f.days - f.weekday + 4;
  const { year } = civil(thursday);
  return { week: Math.floor((thursday - (daysOf(year, 1, 1) as number)) / 7) + 1, year };
}

const two = (n: number) => String(n).padStart(2, "0");
const short = (name: string) => name.slice(0, 3);

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

function dateFormat(local: bigint, _instant: bigint, format: string): string {
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

interface Parsed {
  year?: number;
  month?: number;
  day?: number;
  hour?: number;
  halfHour?: number;
  pm?: boolean;
  minute?: number;
  second?: number;
  micro?: number;
  yearDay?: number;
  offset?: number;
}

/** Reads at most `digits` digits. */
function number(
  text: string,
  at: number,
  digits: number,
): { value: number; end: number; length: number } | undefined {
  let end = at;
  while (end < text.length && end - at < digits && /\d/.test(text[end] as string)) end++;
  return end === at ? undefined : { value: Number(text.slice(at, end)), end, length: end - at };
}

function oneOf(
  text: string,
  at: number,
  names: readonly string[],
): { value: number; end: number } | undefined {
  const rest = text.slice(at).toLowerCase();
  for (const form of [names, names.map(short)]) {
    const index = form.findIndex((name) => rest.startsWith(name.toLowerCase()));
    if (index >= 0) return { value: index + 1, end: at + (form[index] as string).length };
  }
  return undefined;
}

function assemble(p: Parsed): bigint | undefined {
  const hour = p.halfHour === undefined ? p.hour ?? 0 : p.halfHour % 12 + (p.pm ? 12 : 0);
  const year = p.year ?? 1970;
  const days = p.yearDay !== undefined
    ? (daysOf(year, 1, 1) as number) + p.yearDay - 1
    : daysOf(year, p.month ?? 1, p.day ?? 1);
  if (days === undefined || hour > 23 || (p.minute ?? 0) > 59 || (p.second ?? 0) > 59) {
    return undefined;
  }
  if (p.halfHour !== undefined && (p.halfHour < 1 || p.halfHour > 12)) return undefined;
  const seconds = BigInt(days) * 86_400n +
    BigInt(hour * 3600 + (p.minute ?? 0) * 60 + (p.second ?? 0));
  return seconds * 1_000_000n + BigInt(p.micro ?? 0) - BigInt(p.offset ?? 0) * 60_000_000n;
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

function dateParse(text: string, format: string): bigint {
  const wrong = (at: number): never =>
    badArgument(
      at >= text.length
        ? `Invalid format: "${text}" is too short`
        : `Invalid format: "${text}" is malformed at "${text.slice(at)}"`,
    );
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
  return assemble(parsed) ?? badArgument(`Cannot parse "${text}": a field is out of its range`);
}

interface JodaPart {
  letter?: string;
  count: number;
  literal?: string;
}

function jodaParts(format: string): JodaPart[] {
  const parts: JodaPart[] = [];
  for (let i = 0; i < format.length;) {
    const char = format[i] as string;
    if (char === "'") {
      if (format[i + 1] === "'") {
        parts.push({ literal: "'", count: 1 });
        i += 2;
        continue;
      }
      let literal = "";
      for (i++; i < format.length; i++) {
        if (format[i] !== "'") literal += format[i];
        else if (format[i + 1] === "'") {
          literal += "'";
          i++;
        } else break;
      }
      i++;
      parts.push({ literal, count: 1 });
    } else if (/[A-Za-z]/.test(char)) {
      let end = i;
      while (format[end] === char) end++;
      parts.push({ letter: char, count: end - i });
      i = end;
    } else {
      parts.push({ literal: char, count: 1 });
      i++;
    }
  }
  return parts;
}

function jodaField(
  { letter = "", count }: JodaPart,
  f: Fields,
  instant: bigint,
  zone: string,
): string {
  const padded = (n: number) => String(n).padStart(count, "0");
  const offset = () => zoneOffset(zone, Number(instant / 1000n));
  switch (letter) {
    case "y":
    case "Y":
      return count === 2 ? two(f.year % 100) : padded(f.year);
    case "x":
      return count === 2 ? two(isoWeek(f).year % 100) : padded(isoWeek(f).year);
    case "w":
      return padded(isoWeek(f).week);
    case "e":
      return padded(f.weekday);
    case "E":
      return count >= 4 ? DAYS[f.weekday - 1] as string : short(DAYS[f.weekday - 1] as string);
    case "D":
      return padded(f.yearDay);
    case "M":
      if (count >= 4) return MONTHS[f.month - 1] as string;
      return count === 3 ? short(MONTHS[f.month - 1] as string) : padded(f.month);
    case "d":
      return padded(f.day);
    case "a":
      return f.hour < 12 ? "AM" : "PM";
    case "K":
      return padded(f.hour % 12);
    case "h":
      return padded(f.hour % 12 === 0 ? 12 : f.hour % 12);
    case "H":
      return padded(f.hour);
    case "k":
      return padded(f.hour === 0 ? 24 : f.hour);
    case "m":
      return padded(f.minute);
    case "s":
      return padded(f.second);
    case "S":
      return String(Math.floor(f.micro / 1000)).padStart(3, "0").padEnd(count, "0").slice(0, count);
    case "Z": {
      if (count >= 3) return zone;
      const minutes = offset();
      const sign = minutes < 0 ? "-" : "+";
      const absolute = Math.abs(minutes);
      const colon = count === 2 ? ":" : "";
      return `${sign}${two(Math.floor(absolute / 60))}${colon}${two(absolute % 60)}`;
    }
    default:
      return badArgument(`The pattern letter '${letter}' is not supported`);
  }
}

function formatDatetime(local: bigint, instant: bigint, format: string, zone: string): string {
  const fields = fieldsOf(local);
  return jodaParts(format).map((part) => part.literal ?? jodaField(part, fields, instant, zone))
    .join("");
}

const JODA_NUMBERS: Record<string, keyof Parsed> = {
  y: "year",
  Y: "year",
  D: "yearDay",
  M: "month",
  d: "day",
  H: "hour",
  h: "halfHour",
  m: "minute",
  s: "second",
};

function parseDatetime(text: string, format: string): bigint {
  const wrong = (): never => badArgument(`Invalid format: "${text}"`);
  const parsed: Parsed = {};
  let at = 0;
  const parts = jodaParts(format);
  for (const [i, part] of parts.entries()) {
    if (part.literal !== undefined) {
      if (!text.startsWith(part.literal, at)) return wrong();
      at += part.literal.length;
      continue;
    }
    const { letter = "", count } = part;
    const numeric = JODA_NUMBERS[letter];
    const adjacent = parts[i + 1]?.letter !== undefined;
    if (letter === "M" && count >= 3) {
      const found = oneOf(text, at, MONTHS);
      if (!found) return wrong();
      parsed.month = found.value;
      at = found.end;
    } else if (numeric) {
      const widest = letter === "y" || letter === "Y"
        ? (count === 2 ? 2 : 9)
        : letter === "D"
        ? 3
        : 2;
      const found = number(text, at, adjacent ? count : Math.max(count, widest));
      if (!found) return wrong();
      if (numeric === "year" && count === 2 && found.length === 2) {
        return badArgument("a two-digit year is not supported");
      }
      parsed[numeric] = found.value as never;
      at = found.end;
    } else if (letter === "S") {
      const found = number(text, at, count);
      if (!found) return wrong();
      parsed.micro = Number(text.slice(at, found.end).padEnd(3, "0").slice(0, 3)) * 1000;
      at = found.end;
    } else if (letter === "a") {
      const found = /^(am|pm)/i.exec(text.slice(at));
      if (!found) return wrong();
      parsed.pm = found[0].toLowerCase() === "pm";
      at += 2;
    } else if (letter === "E") {
      const found = oneOf(text, at, DAYS);
      if (!found) return wrong();
      at = found.end;
    } else if (letter === "Z" && count < 3) {
      const found = /^(?:Z|([+-])(\d\d):?(\d\d))/.exec(text.slice(at));
      if (!found) return wrong();
      const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
      if (minutes !== 0) {
        // The result would keep this zone, which is not known when the query is translated.
        throw new Error("NOT_SUPPORTED: parse_datetime of another zone than UTC is not supported");
      }
      at += found[0].length;
    } else return badArgument(`The pattern letter '${letter}' is not supported`);
  }
  if (at < text.length) return wrong();
  return assemble(parsed) ?? wrong();
}

function monthsBetween(a: bigint, b: bigint): bigint {
  const [x, y] = [fieldsOf(a), fieldsOf(b)];
  let months = (y.year - x.year) * 12 + (y.month - x.month);
  const rest = (f: Fields, micros: bigint) => micros - BigInt(f.days) * DAY_MICROS;
  /** Whether a point `n` months after the first is after the second. */
  const after = (n: number): number => {
    const month0 = x.month - 1 + n;
    const year = x.year + Math.floor(month0 / 12);
    const month = (month0 % 12 + 12) % 12 + 1;
    const last = new Date(Date.UTC(2000, 0, 1));
    last.setUTCFullYear(year, month, 0);
    const day = Math.min(x.day, last.getUTCDate());
    const moved = BigInt(daysOf(year, month, day) as number) * DAY_MICROS + rest(x, a);
    return moved < b ? -1 : moved > b ? 1 : 0;
  };
  if (b >= a) {
    if (after(months) > 0) months--;
  } else if (after(months) < 0) months++;
  return BigInt(months);
}

function parseDate(text: string): string {
  const found = /^\s*([+-]?\d{4,6})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  const days = found && daysOf(Number(found[1]), Number(found[2]), Number(found[3]));
  if (days === null || days === undefined) return badCast(`Value cannot be cast to date: ${text}`);
  const { year, month, day } = civil(days);
  if (year < 0) throw new Error("NOT_SUPPORTED: a year before 0 is not supported");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function isoTimestamp(text: string, zone: string): bigint {
  const found =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(?:(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/
      .exec(text);
  const wrong = (): never => badArgument(`Invalid format: "${text}"`);
  if (!found) return wrong();
  const offset = found[8];
  let minutes = 0;
  if (offset && offset !== "Z") {
    minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3).replace(":", "") || 0);
    if (offset[0] === "-") minutes = -minutes;
  }
  if (minutes !== zoneOffset(zone, 0) && minutes !== 0) {
    throw new Error(
      "NOT_SUPPORTED: from_iso8601_timestamp of a column whose values name another zone than UTC is not supported",
    );
  }
  const fraction = (found[7] ?? "").padEnd(3, "0").slice(0, 3);
  return assemble({
    year: Number(found[1]),
    month: Number(found[2] ?? 1),
    day: Number(found[3] ?? 1),
    hour: Number(found[4] ?? 0),
    minute: Number(found[5] ?? 0),
    second: Number(found[6] ?? 0),
    micro: Number(fraction) * 1000,
    offset: minutes,
  }) ?? wrong();
}

function humanSeconds(seconds: number): string {
  const parts: [string, number][] = [["week", 604800], ["day", 86400], ["hour", 3600], [
    "minute",
    60,
  ], ["second", 1]];
  let rest = Math.round(Math.abs(seconds));
  const text = parts.flatMap(([name, size]) => {
    const n = Math.floor(rest / size);
    rest -= n * size;
    return n === 0 ? [] : [`${n} ${name}${n === 1 ? "" : "s"}`];
  });
  return text.length ? text.join(", ") : "0 seconds";
}

export const TIME_UDFS: Udfs = {
  t_date_format: udf("iiss", "s", dateFormat),
  t_date_parse: udf("ss", "i", dateParse),
  t_format_datetime: udf("iiss", "s", formatDatetime),
  t_parse_datetime: udf("ss", "i", parseDatetime),
  t_months_between: udf("ii", "i", monthsBetween),
  t_parse_date: udf("s", "s", parseDate),
  t_parse_timestamp: udf("si", "i", (text: string, precision: bigint) => {
    const parsed = parseTimestamp(text, Number(precision));
    if (!parsed) return badCast(`Value cannot be cast to timestamp: ${text}`);
    if (parsed.zone !== undefined) {
      return badCast(`Value cannot be cast to timestamp: ${text}`);
    }
    return parsed.micros;
  }),
  t_unix_millis: udf("d", "i", (seconds: number) => {
    if (!Number.isFinite(seconds)) {
      if (Number.isNaN(seconds)) return 0n;
      badArgument(`Millis overflow`);
    }
    return BigInt(Math.round(seconds * 1000));
  }),
  t_iso_timestamp: udf("ss", "i", isoTimestamp),
  t_iso_date: udf("s", "s", (text: string) => {
    const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
    return found ? parseDate(text) : badArgument(`Invalid format: "${text}"`);
  }),
  t_zone_offset: udf("is", "s", (micros: bigint, zone: string) => {
    const minutes = zoneOffset(zone, Number(micros / 1000n));
    if (minutes === 0 && zone === "UTC") return "Z";
    const absolute = Math.abs(minutes);
    return `${minutes < 0 ? "-" : "+"}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
  }),
  t_human_seconds: udf("d", "s", humanSeconds),
};
