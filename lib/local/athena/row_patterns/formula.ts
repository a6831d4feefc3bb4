/**
 * Conditions that are computed here: comparisons and sums of numbers, as most conditions are.
 *
 * The engine computes them too, but to ask it takes long. A formula says what the engine would, or
 * nothing: where a number is too great to be told exactly, where it would fail, and for NaN.
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";

/** A condition, or a part of one. Rows and sets are places in what the condition needs. */
export type Formula =
  | { kind: "constant"; value: number | boolean | null }
  | { kind: "value"; row: number; column: string }
  | { kind: "count"; set: number }
  | {
    kind: "aggregate";
    of: "sum" | "avg" | "min" | "max";
    set: number;
    column: string;
    bound: number;
  }
  /** `bound` is the greatest value that is told: of its type, where it is of whole numbers. */
  | { kind: "+" | "-" | "*" | "/"; left: Formula; right: Formula; bound: number }
  | { kind: "=" | "<>" | "<" | "<=" | ">" | ">="; left: Formula; right: Formula }
  | { kind: "and" | "or"; items: readonly Formula[] }
  | { kind: "not" | "null"; item: Formula };

/** The columns that formulas take, by name, in the engine's SQL: numbers. */
export type NumberColumns = ReadonlyMap<string, string>;

/** A value: `undefined` where only the engine knows it. */
export type Value = number | boolean | null | undefined;

/** What is told of some numbers. */
export interface Totals {
  count: number;
  /** NaN where one is NaN, or where a sum on the way is too great to be told. */
  sum: number;
  least: number;
  most: number;
}

/** What a formula is computed of. */
export interface FormulaRows {
  /** One of the rows that are needed. */
  row(place: number): number | undefined;
  /** How many rows there are in one of the sets that are needed. */
  size(set: number): number;
  /** The totals of a column in a set. */
  totals(set: number, column: string, bound: number): Totals;
}

/** Columns of numbers: by the row, NaN where it cannot be told, `undefined` where it is NULL. */
export type Columns = ReadonlyMap<string, readonly (number | undefined)[]>;

/** Numbers beyond these are not told exactly. */
const GREATEST = Number.MAX_SAFE_INTEGER;

/** Reads columns of numbers. */
export async function readNumbers(
  connection: DuckDBConnection,
  table: string,
  columns: NumberColumns,
): Promise<Columns> {
  const read = new Map<string, (number | undefined)[]>();
  for (const [name, sql] of columns) {
    const result = await connection.runAndReadAll(`SELECT ${sql} FROM ${table} ORDER BY row_no`);
    read.set(name, (result.getColumns()[0] ?? []).map(numberOf));
  }
  return read;
}

function numberOf(value: unknown): number | undefined {
  if (value === null) return undefined;
  const number = Number(value);
  return typeof value === "bigint" && Math.abs(number) > GREATEST ? NaN : number;
}

/** Computes a formula. */
export function valueOf(formula: Formula, of: FormulaRows, columns: Columns): Value {
  const value = (part: Formula) => valueOf(part, of, columns);
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "value": {
      const row = of.row(formula.row);
      return row === undefined ? null : known(columns.get(formula.column)?.[row]);
    }
    case "count":
      return of.size(formula.set);
    case "aggregate":
      return aggregated(formula, of);
    case "+":
    case "-":
    case "*":
    case "/":
      return computed(formula, value(formula.left), value(formula.right));
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return compared(formula.kind, value(formula.left), value(formula.right));
    case "not": {
      const item = value(formula.item);
      return typeof item === "boolean" ? !item : item;
    }
    case "null": {
      const item = value(formula.item);
      return item === undefined ? undefined : item === null;
    }
    case "and":
    case "or": {
      const decides = formula.kind === "or";
      const items = formula.items.map(value);
      if (items.includes(undefined)) return undefined;
      if (items.includes(decides)) return decides;
      return items.includes(null) ? null : !decides;
    }
  }
}

function known(value: number | undefined): Value {
  if (value === undefined) return null;
  return Number.isNaN(value) ? undefined : value;
}

function computed(
  { kind, bound }: Extract<Formula, { kind: "+" | "-" | "*" | "/" }>,
  left: Value,
  right: Value,
): Value {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left !== "number" || typeof right !== "number") return null;
  const result = kind === "+"
    ? left + right
    : kind === "-"
    ? left - right
    : kind === "*"
    ? left * right
    : left / right;
  if (Number.isNaN(result)) return undefined;
  return Math.abs(result) > bound ? undefined : result;
}

function compared(operator: string, left: Value, right: Value): Value {
  if (left === undefined || right === undefined) return undefined;
  if (left === null || right === null) return null;
  switch (operator) {
    case "=":
      return left === right;
    case "<>":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    default:
      return left >= right;
  }
}

function aggregated(
  { of, set, column, bound }: Extract<Formula, { kind: "aggregate" }>,
  rows: FormulaRows,
): Value {
  const { count, sum, least, most } = rows.totals(set, column, bound);
  if (count === 0) return null;
  if (Number.isNaN(sum)) return undefined;
  return of === "min" ? least : of === "max" ? most : of === "sum" ? sum : sum / count;
}
