/**
 * The named queries: each a file of SQL in `queries/`, whose first line is its title.
 * @module
 */
import { readFileSync } from "node:fs";
import { UsageError } from "../errors.ts";

/** A query that the project ships. */
export interface NamedQuery {
  /** Name of its file, without `.sql`. */
  name: string;
  /** What it answers, in one line. */
  title: string;
  /** Its text, in Athena's SQL. */
  sql: string;
}

/** Their names, in the order a newcomer would ask them. */
const NAMES = [
  "total",
  "records_per_minute",
  "latest_close",
  "best_and_worst_day",
  "moving_average",
  "volatility",
  "drawdown",
  "v_shapes",
  "volume_leaders",
  "close_usd",
  "exactly_once",
] as const;

/** The table as the files name it: they are whole queries, to be run anywhere as they are. */
const TABLE = '"stock_market"';

/**
 * Gives the shipped analytics queries.
 *
 * @param options `table`: the table they ask, where it is not `stock_market`
 * @returns The queries, the simplest first
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(namedQueries()[0]?.name, "total");
 * assertEquals(namedQueries({ table: "prices" })[0]?.sql.includes('FROM "prices"'), true);
 * ```
 */
export function namedQueries(options: { table?: string } = {}): NamedQuery[] {
  return NAMES.map((name) => readQuery(name, options.table));
}

/**
 * Gives one of the shipped analytics queries.
 *
 * @param name Its name, such as `total`
 * @param options `table`: the table it asks, where it is not `stock_market`
 * @returns The query
 * @throws {UsageError} There is none of that name
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(namedQuery("total").title, "How many records, and from when to when");
 * ```
 */
export function namedQuery(name: string, options: { table?: string } = {}): NamedQuery {
  const found = NAMES.find((known) => known === name);
  if (found !== undefined) return readQuery(found, options.table);
  throw new UsageError(
    `There is no named query '${name}'`,
    `The named queries are: ${NAMES.join(", ")}`,
  );
}

function readQuery(name: string, table?: string): NamedQuery {
  const text = readFileSync(new URL(`./queries/${name}.sql`, import.meta.url), "utf8")
    .replaceAll("\r\n", "\n").trimEnd();
  const title = text.slice(0, text.indexOf("\n")).replace(/^--\s*/, "");
  const sql = table === undefined
    ? text
    : text.replaceAll(TABLE, () => `"${table.replaceAll('"', '""')}"`);
  return { name, title, sql };
}
