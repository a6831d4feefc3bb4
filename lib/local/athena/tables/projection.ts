/**
 * Partition projection: partitions reckoned from the table's properties, not looked up.
 * Athena's documentation, "Supported types for partition projection".
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import { civil, daysOf } from "../engine/times/times.ts";
import { QueryError } from "../errors.ts";
import type { Part } from "./partitions.ts";

const MAX_PARTITIONS = 1_000_000;

/** Whether a table's partitions are projected. */
export function isProjected(table: Table): boolean {
  return property(table, "projection.enabled")?.toLowerCase() === "true";
}

function property(table: Table, name: string): string | undefined {
  const found = Object.entries(table.Parameters ?? {}).find(([key]) =>
    key.toLowerCase() === name.toLowerCase()
  );
  return found?.[1];
}

function invalid(message: string): QueryError {
  return new QueryError("INVALID_TABLE_PROPERTY", message);
}

/** Gives every partition that the properties describe. */
export function projectedPartitions(table: Table, conditions: readonly string[]): Part[] {
  const keys = (table.PartitionKeys ?? []).map((key) => key.Name ?? "");
  const values = keys.map((key) => columnValues(table, key, conditions));
  const count = values.reduce((product, list) => product * list.length, 1);
  if (count > MAX_PARTITIONS) {
    throw new QueryError(
      "NOT_SUPPORTED",
      `Partition projection of more than ${MAX_PARTITIONS} partitions is not supported; table ${table.Name} has ${count}`,
    );
  }
  let rows: Projected[][] = [[]];
  for (const list of values) rows = rows.flatMap((row) => list.map((value) => [...row, value]));
  const template = property(table, "storage.location.template");
  const absent = keys.filter((key) =>
    template && !template.toLowerCase().includes(`\${${key.toLowerCase()}}`)
  );
  if (absent.length > 0) {
    throw invalid(
      `The property storage.location.template has no placeholder for [${
        absent.join(", ")
      }]: ${template}`,
    );
  }
  const base = (table.StorageDescriptor?.Location ?? "").replace(/\/?$/, "/");
  const storage = table.StorageDescriptor;
  return rows.map((row): Part => ({
    values: row.map(({ value }) => value),
    location: template
      ? template.replace(/\$\{([^}]+)\}/g, (whole, name: string) => {
        const index = keys.findIndex((key) => key.toLowerCase() === name.toLowerCase());
        return row[index]?.text ?? whole;
      })
      : base + keys.map((key, i) => `${key}=${row[i]?.text}`).join("/") + "/",
    ...(storage ? { storage } : {}),
  }));
}

/** A value of a partition's column. */
interface Projected {
  value: string;
  /** The value as it stands in the location. */
  text: string;
}

const asWritten = (text: string): Projected => ({ value: text, text });

function columnValues(table: Table, key: string, conditions: readonly string[]): Projected[] {
  const get = (name: string) => property(table, `projection.${key}.${name}`);
  const type = get("type");
  switch (type?.toLowerCase()) {
    case "enum": {
      const values = get("values");
      if (values === undefined) throw invalid(`The property projection.${key}.values is missing`);
      return values.split(",").map((value) => asWritten(value.trim()));
    }
    case "integer":
      return integers(key, get("range"), Number(get("interval") ?? 1), Number(get("digits") ?? 0))
        .map(asWritten);
    case "date":
      return dates(
        key,
        get("range"),
        get("format"),
        get("interval"),
        get("interval.unit"),
        isOfDates(table, key),
      );
    case "injected":
      return injected(table, key, conditions).map(asWritten);
    default:
      throw invalid(
        type === undefined
          ? `Table ${table.DatabaseName}.${table.Name} is configured for partition projection, but the following partition columns are missing projection configuration: [${key}]`
          : `The projection type '${type}' of column '${key}' is not known`,
      );
  }
}

function rangeOf(key: string, range: string | undefined): [string, string] {
  const parts = range?.split(",").map((part) => part.trim());
  if (parts?.length !== 2) {
    throw invalid(`The property projection.${key}.range is not 'from,to': ${range}`);
  }
  return parts as [string, string];
}

function integers(key: string, range: string | undefined, step: number, digits: number): string[] {
  const [from, to] = rangeOf(key, range).map(Number) as [number, number];
  if (!Number.isInteger(digits) || digits < 0) {
    throw invalid(`The property projection.${key}.digits is no number of digits`);
  }
  if (!Number.isInteger(from) || !Number.isInteger(to) || !(step >= 1)) {
    throw invalid(`The range '${range}' of column '${key}' is not one of whole numbers`);
  }
  if ((to - from) / step > MAX_PARTITIONS) {
    throw invalid(`The range '${range}' of column '${key}' is too large`);
  }
  const values: string[] = [];
  for (let n = from; n <= to; n += step) {
    values.push(n < 0 ? String(n) : String(n).padStart(digits, "0"));
  }
  return values;
}

/** Whether a column has dates or times, whatever the format of its folders. */
function isOfDates(table: Table, key: string): boolean {
  const type = table.PartitionKeys?.find((candidate) => candidate.Name === key)?.Type ?? "";
  return /^(date|timestamp)$/i.test(type);
}

/** Values of an injected column can only come from the query: `column = 'value'`. */
function injected(table: Table, key: string, conditions: readonly string[]): string[] {
  const index = (table.StorageDescriptor?.Columns ?? []).length +
    (table.PartitionKeys ?? []).findIndex((candidate) => candidate.Name === key);
  const text = String.raw`CAST\('((?:[^']|'')*)' AS VARCHAR\)`;
  const single = new RegExp(String.raw`^\((?:p\.k${index} = ${text}|${text} = p\.k${index})\)$`);
  const list = new RegExp(String.raw`^\(p\.k${index} IN \((${text}(?:, ${text})*)\)\)$`);
  for (const condition of conditions) {
    const one = single.exec(condition);
    if (one) return [(one[1] ?? one[2] as string).replaceAll("''", "'")];
    const several = list.exec(condition)?.[1];
    if (several) {
      return [...several.matchAll(new RegExp(text, "g"))].map((found) =>
        (found[1] as string).replaceAll("''", "'")
      );
    }
  }
  throw new QueryError(
    "CONSTRAINT_VIOLATION",
    `For the injected projected partition column ${key}, the WHERE clause must contain only static equality conditions, and at least one such condition must be present.`,
  );
}

const UNITS: Record<string, number> = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
  weeks: 604_800_000,
};

function dates(
  key: string,
  range: string | undefined,
  format: string | undefined,
  every: string | undefined,
  unitName: string | undefined,
  typed: boolean,
): Projected[] {
  if (!format) throw invalid(`The property projection.${key}.format is missing`);
  const [from, to] = rangeOf(key, range).map((text) => pointIn(text, format, key)) as [
    number,
    number,
  ];
  const precision = defaultUnit(format);
  const optional = precision === "days" || precision === "months";
  for (const [name, value] of [["interval", every], ["interval.unit", unitName]]) {
    if (value === undefined && !optional) {
      throw invalid(
        `The property projection.${key}.${name} is missing: only formats of whole days or months, unlike '${format}', go without`,
      );
    }
  }
  const interval = Number(every ?? 1);
  if (!Number.isInteger(interval) || interval < 1) {
    throw invalid(`The interval '${every}' of column '${key}' is no positive whole number`);
  }
  const unit = (unitName ?? precision).toLowerCase().replace(/([^s])$/, "$1s");
  const values: Projected[] = [];
  for (let i = 0;; i++) {
    const at = stepped(from, i * interval, unit, key);
    if (at > to) return values;
    const text = formatted(at, format);
    values.push({ value: typed ? formatted(at, "yyyy-MM-dd HH:mm:ss") : text, text });
    if (values.length > MAX_PARTITIONS) {
      throw invalid(`The range '${range}' of column '${key}' is too large`);
    }
  }
}

function defaultUnit(format: string): string {
  if (/s/.test(format)) return "seconds";
  if (/m/.test(format)) return "minutes";
  if (/[Hh]/.test(format)) return "hours";
  if (/d/.test(format)) return "days";
  return /M/.test(format) ? "months" : "years";
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
  const size = UNITS[unit];
  if (size === undefined) {
    throw invalid(`The interval unit '${unit}' of column '${key}' is not known`);
  }
  return from + by * size;
}

function pointIn(text: string, format: string, key: string): number {
  const relative = /^NOW\s*(?:([+-])\s*(\d+)\s*([A-Z]+))?$/i.exec(text);
  if (relative) {
    const by = Number(`${relative[1] ?? "+"}${relative[2] ?? 0}`);
    const unit = (relative[3] ?? "days").toLowerCase().replace(/([^s])$/, "$1s");
    return floorTo(stepped(Date.now(), by, unit, key), format);
  }
  const read = { y: 1970, M: 1, d: 1, H: 0, m: 0, s: 0 };
  let at = 0;
  for (const part of format.matchAll(/'([^']*)'|([A-Za-z])\2*|./g)) {
    const letter = part[2] as keyof typeof read | undefined;
    const width = (part[1] ?? part[0]).length;
    if (letter && letter in read) read[letter] = Number(text.slice(at, at + width));
    at += width;
  }
  const days = daysOf(read.y, read.M, read.d);
  if (days === undefined || Number.isNaN(read.H + read.m + read.s)) {
    throw invalid(`'${text}' in the range of column '${key}' is not of the format '${format}'`);
  }
  return days * 86_400_000 + read.H * 3_600_000 + read.m * 60_000 + read.s * 1000;
}

function floorTo(ms: number, format: string): number {
  const unit = defaultUnit(format);
  if (unit === "months" || unit === "years") {
    const { year, month } = civil(Math.floor(ms / 86_400_000));
    return (daysOf(year, unit === "years" ? 1 : month, 1) as number) * 86_400_000;
  }
  const size = UNITS[unit] as number;
  return Math.floor(ms / size) * size;
}

function formatted(ms: number, format: string): string {
  const date = new Date(ms);
  const fields: Record<string, number> = {
    y: date.getUTCFullYear(),
    M: date.getUTCMonth() + 1,
    d: date.getUTCDate(),
    H: date.getUTCHours(),
    m: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  };
  return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (whole, literal?: string, letter?: string) => {
    if (literal !== undefined) return literal;
    const value = fields[letter as string];
    if (value === undefined) throw invalid(`The date format '${format}' is not supported`);
    return String(value).padStart(whole.length, "0");
  });
}
