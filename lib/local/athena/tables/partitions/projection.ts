/**
 * Partition projection: partitions reckoned from the table's properties, not looked up.
 * Athena's documentation, "Supported types for partition projection".
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";
import { QueryError } from "../../errors.ts";
import type { Part } from "./part.ts";
import { projectedDates } from "./projected_dates.ts";
import { invalid, MAX_PARTITIONS, type Projected, rangeOf } from "./projection_property.ts";

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

const asWritten = (text: string): Projected => ({ value: text, text });

function columnValues(table: Table, key: string, conditions: readonly string[]): Projected[] {
  const get = (name: string) => property(table, `projection.${key}.${name}`);
  const type = get("type");
  switch (type?.trim().toLowerCase()) {
    case "enum": {
      const values = get("values");
      if (values === undefined) throw invalid(`The property projection.${key}.values is missing`);
      // White space is part of a value.
      return values.split(",").map(asWritten);
    }
    case "integer":
      return integers(key, get("range"), Number(get("interval") ?? 1), Number(get("digits") ?? 0))
        .map(asWritten);
    case "date":
      return projectedDates(key, get, isOfDates(table, key));
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

function integers(key: string, range: string | undefined, step: number, digits: number): string[] {
  if (!Number.isInteger(digits) || digits < 0) {
    throw invalid(`The property projection.${key}.digits is no number of digits`);
  }
  const [from, to] = rangeOf(key, range).map((text) => text.trim()) as [string, string];
  const whole = /^[+-]?\d+$/;
  if (!whole.test(from) || !whole.test(to) || !Number.isInteger(step) || step < 1) {
    throw invalid(`The range '${range}' of column '${key}' is not one of whole numbers`);
  }
  const [first, last] = [BigInt(from), BigInt(to)];
  if ((last - first) / BigInt(step) > MAX_PARTITIONS) {
    throw invalid(`The range '${range}' of column '${key}' is too large`);
  }
  const values: string[] = [];
  for (let n = first; n <= last; n += BigInt(step)) {
    values.push(
      n < 0 ? `-${String(-n).padStart(digits - 1, "0")}` : String(n).padStart(digits, "0"),
    );
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
