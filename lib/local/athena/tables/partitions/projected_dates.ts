/**
 * Values of projected columns of the type `date`.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
 * @module
 */
import { type DatePattern, datePattern, type Precision } from "./date_pattern.ts";
import { invalid, MAX_PARTITIONS, type Projected, rangeOf } from "./projection_property.ts";

const SIZES: Record<string, number> = {
  milliseconds: 1,
  millis: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
};

/** How a date or time stands in SQL. */
const SQL_TIME = datePattern("yyyy-MM-dd HH:mm:ss.SSS");

/**
 * Gives the dates between the ends of a column's range, one each interval.
 *
 * @param key Name of the column
 * @param get Gives a property of the column's projection
 * @param typed Whether the column has dates or times, whatever the format of its folders
 * @returns The values, both ends included
 * @throws {QueryError} `INVALID_TABLE_PROPERTY`
 */
export function projectedDates(
  key: string,
  get: (name: string) => string | undefined,
  typed: boolean,
): Projected[] {
  const format = get("format");
  if (!format) throw invalid(`The property projection.${key}.format is missing`);
  const pattern = datePattern(format);
  if (pattern === undefined) throw invalid(`The date format '${format}' is not supported`);
  const range = get("range");
  const [from, to] = rangeOf(key, range).map((text) => pointIn(text, pattern, key, format)) as [
    number,
    number,
  ];
  const { every, unit } = intervalOf(key, get, pattern.precision, format);
  const values: Projected[] = [];
  for (let i = 0;; i++) {
    const at = stepped(from, i * every, unit, key);
    if (at > to) return values;
    const text = pattern.format(at);
    values.push({ value: typed ? SQL_TIME?.format(at) ?? text : text, text });
    if (values.length > MAX_PARTITIONS) {
      throw invalid(`The range '${range}' of column '${key}' is too large`);
    }
  }
}

function intervalOf(
  key: string,
  get: (name: string) => string | undefined,
  precision: Precision,
  format: string,
): { every: number; unit: string } {
  const optional = precision === "days" || precision === "months";
  for (const name of ["interval", "interval.unit"]) {
    if (get(name) === undefined && !optional) {
      throw invalid(
        `The property projection.${key}.${name} is missing: only formats of whole days or months, unlike '${format}', go without`,
      );
    }
  }
  const every = Number(get("interval") ?? 1);
  if (!Number.isInteger(every) || every < 1) {
    throw invalid(
      `The interval '${get("interval")}' of column '${key}' is no positive whole number`,
    );
  }
  return { every, unit: unitOf(get("interval.unit") ?? precision) };
}

function unitOf(name: string): string {
  return name.trim().toLowerCase().replace(/([^s])$/, "$1s");
}

function stepped(from: number, by: number, unit: string, key: string): number {
  if (unit === "months" || unit === "years") {
    const date = new Date(from);
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + by * (unit === "years" ? 12 : 1));
    // A month that has no such day ends before it: a month after January 31 is February's end.
    const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, days));
    return date.getTime();
  }
  const size = SIZES[unit];
  if (size === undefined) {
    throw invalid(`The interval unit '${unit}' of column '${key}' is not known`);
  }
  return from + by * size;
}

const RELATIVE =
  /^\s*NOW\s*(?:([+-])\s*([0-9]+)\s*(YEARS?|MONTHS?|WEEKS?|DAYS?|HOURS?|MINUTES?|SECONDS?)\s*)?$/i;

function pointIn(text: string, pattern: DatePattern, key: string, format: string): number {
  const relative = RELATIVE.exec(text);
  if (relative) {
    const [, sign = "+", count = "0", unit = "DAYS"] = relative;
    return floorTo(
      stepped(Date.now(), Number(sign + count), unitOf(unit), key),
      pattern.precision,
    );
  }
  const point = pattern.parse(text);
  if (point !== undefined) return point;
  throw invalid(`'${text}' in the range of column '${key}' is not of the format '${format}'`);
}

/** The beginning of the year, month, day … that a time is in. */
function floorTo(at: number, precision: Precision): number {
  const date = new Date(at);
  if (precision === "months" || precision === "years") {
    return Date.UTC(date.getUTCFullYear(), precision === "years" ? 0 : date.getUTCMonth(), 1);
  }
  const size = SIZES[precision] as number;
  return Math.floor(at / size) * size;
}
