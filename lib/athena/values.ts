/**
 * Athena's values, which all come as text, as values of their type.
 * @module
 */

/** A cell of a result. */
export type AthenaValue = string | number | bigint | boolean | null;

/** A column of a result. */
export interface AthenaColumn {
  /** Its name, and its key in each row. */
  name: string;
  /** Its type in Athena's words, such as `varchar` or `bigint`. */
  type: string;
}

/** A row of a result, by column name. */
export type AthenaRow = Record<string, AthenaValue>;

const NUMBERS = ["tinyint", "smallint", "integer", "int", "float", "real", "double"];

/**
 * Gives a cell its type. Whole numbers and floats become numbers, a `bigint` past 2^53 a bigint, a
 * boolean a boolean, and NULL `null`. All else stays the text Athena prints, for that loses
 * nothing: `decimal` with all of its digits; `date` and `timestamp`, which sort and compare as they
 * are and have no time zone to guess (see {@linkcode toDate}); arrays, maps, rows and JSON.
 *
 * @param type The column's type in Athena's words
 * @param text The cell as Athena sends it; `undefined` is NULL
 * @returns The value
 * @see https://docs.aws.amazon.com/athena/latest/ug/data-types.html
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(athenaValue("bigint", "42"), 42);
 * assertEquals(athenaValue("bigint", "9007199254740993"), 9007199254740993n);
 * assertEquals(athenaValue("decimal(10,2)", "1.10"), "1.10");
 * assertEquals(athenaValue("varchar", undefined), null);
 * ```
 */
export function athenaValue(type: string, text: string | undefined): AthenaValue {
  if (text === undefined) return null;
  if (type === "bigint") {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  }
  if (NUMBERS.includes(type)) return Number(text);
  if (type === "boolean") return text === "true";
  return text;
}

/**
 * Makes a point in time of a `date` or `timestamp` as Athena prints it, taking one without a time
 * zone as UTC, which is what Athena's own clock and `from_unixtime` mean.
 *
 * @param text Such as `2024-01-31` or `2024-01-31 09:30:00.000`
 * @returns The time; an invalid Date where the text is none
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(toDate("2024-01-31").toISOString(), "2024-01-31T00:00:00.000Z");
 * assertEquals(toDate("2024-01-31 09:30:00.000").toISOString(), "2024-01-31T09:30:00.000Z");
 * assertEquals(toDate("2024-01-31 09:30:00.000 UTC").toISOString(), "2024-01-31T09:30:00.000Z");
 * ```
 */
export function toDate(text: string): Date {
  const parts = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?)\d*(?: UTC)?)?$/.exec(
    text,
  );
  return new Date(parts === null ? NaN : `${parts[1]}T${parts[2] ?? "00:00:00"}Z`);
}

/**
 * Makes column names that are keys: a name that comes again gets a number.
 *
 * @param columns Columns as Athena describes them
 * @returns The same, each with a name of its own
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const type = "integer";
 * const columns = uniqueColumns([{ name: "a", type }, { name: "b", type }, { name: "a", type }]);
 * assertEquals(columns.map(({ name }) => name), ["a", "b", "a_2"]);
 * ```
 */
export function uniqueColumns(columns: readonly AthenaColumn[]): AthenaColumn[] {
  const given = new Set(columns.map(({ name }) => name));
  const taken = new Set<string>();
  return columns.map(({ name, type }) => {
    let key = name;
    for (let number = 2; taken.has(key) || (key !== name && given.has(key)); number++) {
      key = `${name}_${number}`;
    }
    taken.add(key);
    return { name: key, type };
  });
}
