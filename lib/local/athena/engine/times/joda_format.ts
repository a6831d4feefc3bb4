/**
 * Joda's date formats: `yyyy-MM-dd`.
 * @module
 */
import { badArgument } from "../udf.ts";
import { invalidFormat, outOfRange } from "./time_errors.ts";
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
import { fixedOffset, offsetName, zoneName, zoneOffset } from "./zones.ts";

/** Letters that stand for something, whether or not it is supported here. */
const LETTERS = "GCxweYyMdEaHkKhmsSDzZ";

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
      const absolute = Math.floor(Math.abs(minutes));
      const colon = count === 2 ? ":" : "";
      return `${sign}${two(Math.floor(absolute / 60))}${colon}${two(absolute % 60)}`;
    }
    default:
      if (!LETTERS.includes(letter)) badArgument(`Illegal pattern component: ${letter}`);
      throw new Error(`NOT_SUPPORTED: the pattern letter '${letter}' is not supported`);
  }
}

/** `format_datetime` */
export function formatDatetime(
  local: bigint,
  instant: bigint,
  format: string,
  zone: string,
): string {
  const fields = fieldsOf(local);
  if (format === "") badArgument("Invalid pattern specification");
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

/** `parse_datetime`: the instant in microseconds, and the zone. */
export function parseDatetime(text: string, format: string): string {
  const wrong = (): never => badArgument(invalidFormat(text, at));
  const parsed: Parsed = {};
  let zone = "UTC";
  let at = 0;
  const parts = jodaParts(format);
  const unknown = parts.find(({ letter }) => letter !== undefined && !LETTERS.includes(letter));
  if (unknown) badArgument(`Illegal pattern component: ${unknown.letter}`);
  if (parts.length === 0) badArgument("Invalid pattern specification");
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
        throw new Error("NOT_SUPPORTED: a two-digit year is not supported");
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
      zone = zoneName(offsetName(found[1] === "-" ? -minutes : minutes)) ?? wrong();
      at += found[0].length;
    } else throw new Error(`NOT_SUPPORTED: the pattern letter '${letter}' is not supported`);
  }
  if (at < text.length) return wrong();
  const local = assemble(parsed);
  if (local === undefined) return badArgument(outOfRange(text, parsed));
  return `${local - BigInt(fixedOffset(zone) ?? 0) * 60_000_000n} ${zone}`;
}
