/**
 * Holds an answer of the engine against Trino's.
 * @module
 */
import type { TrinoAnswer } from "../trino.ts";

/** What differs: nothing, a refusal by name, or a fault. */
export type Verdict =
  | "same"
  | "refused"
  | "unnamed refusal"
  | "answered instead of an error"
  | "failed instead of an answer"
  | "another error"
  | "other types"
  | "other names"
  | "other rows";

/** Trino's own faults, in its planner or its code, are no answers to hold anyone to. */
const FAULTS = new RegExp([
  "Unexpected subquery expression",
  "FieldId",
  "does not converge",
  "no type found for symbol",
  "is not orderable",
  "must be orderable",
  "ARRAY comparison not supported",
  "integer overflow|long overflow|exceeds MAX_INT",
].join("|"));

/** Values that fail: which of several is found first, or whether at all, is the planner's affair. */
const RUNTIME = new Set([
  "DIVISION_BY_ZERO",
  "NUMERIC_VALUE_OUT_OF_RANGE",
  "INVALID_FUNCTION_ARGUMENT",
  "INVALID_CAST_ARGUMENT",
  "GENERIC_INTERNAL_ERROR",
]);

/** Times within arrays, maps and rows too: results show milliseconds, whatever the type's digits. */
function millis(text: string): string {
  return text.replaceAll(
    /(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.(\d+))?/g,
    (_, time, digits = "") => `${time}.${`${digits}000`.slice(0, 3)}`,
  );
}

/**
 * Floats as numbers: of the texts that give one back, Java's releases choose different ones; and
 * orders and sets of rows do not keep the sign of a zero.
 */
function number(text: string, round: (value: number) => number): string {
  return /^-?[\d.]+(E-?\d+)?$/.test(text) ? String(round(Number(text)) + 0) : text;
}

function cell(text: string | null, type: string): string | null {
  if (text === null) return null;
  if (type === "real") return number(text, Math.fround);
  if (type === "double") return number(text, (value) => value);
  const shown = (type.includes("timestamp") ? millis(text) : text).replaceAll("-0.0", "0.0");
  // The order of a map's entries is no promise.
  return type.includes("map(") ? shown.split(/[{},= ]+/).sort().join(" ") : shown;
}

function rowsOf({ rows = [], types = [] }: TrinoAnswer, ordered: boolean): string[] {
  const texts = rows.map((row) =>
    JSON.stringify(row.map((text, i) => cell(text, types[i] as string)))
  );
  return ordered ? texts : texts.sort();
}

/**
 * Compares two answers.
 *
 * @param actual The engine's
 * @param expected Trino's
 * @param ordered Whether the order of the rows is settled
 * @returns What differs
 */
export function compare(actual: TrinoAnswer, expected: TrinoAnswer, ordered: boolean): Verdict {
  if (actual.error === "NOT_SUPPORTED") {
    if (expected.error === "NOT_SUPPORTED") return "same";
    return /embedded engine/.test(actual.message ?? "") ? "unnamed refusal" : "refused";
  }
  if (expected.error && FAULTS.test(expected.message ?? "")) return "same";
  if (expected.error && actual.error) {
    const both = RUNTIME.has(expected.error) && RUNTIME.has(actual.error);
    return expected.error === actual.error || both ? "same" : "another error";
  }
  if (expected.error) return "answered instead of an error";
  if (actual.error) return "failed instead of an answer";
  if (String(actual.types) !== String(expected.types)) return "other types";
  if (String(actual.names) !== String(expected.names)) return "other names";
  const [a, b] = [actual, expected].map((answer) => String(rowsOf(answer, ordered)));
  return a === b ? "same" : "other rows";
}
