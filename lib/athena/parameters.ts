/**
 * Values for the `?` of a query, as Athena takes them: as SQL literals.
 * @module
 */
import { UsageError } from "../errors.ts";

/** A value for a `?` in a query. */
export type QueryParameter = string | number | bigint | boolean | null | Date;

/** Longest literal Athena takes. */
const MAX_LENGTH = 1024;

/**
 * Writes a value as the SQL literal that stands for it, so that text from outside stays text: a
 * string in single quotes with those inside doubled, a whole number as such, any other number with
 * an exponent (without one it would be a decimal), a `Date` as a UTC timestamp.
 *
 * @param value The value
 * @returns The literal
 * @throws {UsageError} The value has no literal, or one that is too long for Athena
 * @see https://docs.aws.amazon.com/athena/latest/ug/querying-with-prepared-statements.html
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sqlLiteral("O'Hare"), "'O''Hare'");
 * assertEquals(sqlLiteral(1.5), "1.5E0");
 * assertEquals(sqlLiteral(new Date(0)), "TIMESTAMP '1970-01-01 00:00:00.000'");
 * ```
 */
export function sqlLiteral(value: QueryParameter): string {
  const literal = literalOf(value);
  if (literal.length > MAX_LENGTH) {
    throw new UsageError(
      `A query parameter of ${literal.length} characters is too long: Athena takes ${MAX_LENGTH}`,
      "Write the value into the query's text, or shorten it",
    );
  }
  return literal;
}

function literalOf(value: QueryParameter): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === "number") return numberLiteral(value);
  if (value instanceof Date) return timestampLiteral(value);
  return String(value);
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) {
    throw new UsageError(
      `A query parameter is ${value}, which SQL has no literal for`,
      "Write nan() or infinity() into the query's text",
    );
  }
  if (Number.isSafeInteger(value)) return String(value);
  const text = String(value).toUpperCase();
  return text.includes("E") ? text : `${text}E0`;
}

function timestampLiteral(value: Date): string {
  if (Number.isNaN(value.getTime())) {
    throw new UsageError("A query parameter is an invalid Date", "Pass a valid Date, or null");
  }
  return `TIMESTAMP '${value.toISOString().replace("T", " ").replace("Z", "")}'`;
}
