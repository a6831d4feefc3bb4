/**
 * Finds which conditions are formulas of numbers, as most are.
 * @module
 */
import type { Formula } from "../../row_patterns/formula.ts";
import type { Expression } from "../../sql/ast.ts";
import type { Type } from "../../types/types.ts";

/** A formula with the kind of number that it is. */
export interface TypedFormula {
  formula: Formula;
  type: NumberType;
}

/** Numbers, and what is compared as numbers. */
export type NumberType = WholeType | "double" | "boolean" | "date" | "timestamp" | "unknown";

const WHOLE = ["tinyint", "smallint", "integer", "bigint"] as const;
type WholeType = typeof WHOLE[number];

/** Values beyond these are the engine's to tell. */
const GREATEST: Record<WholeType, number> = {
  tinyint: 127,
  smallint: 32767,
  integer: 2147483647,
  bigint: Number.MAX_SAFE_INTEGER,
};

/** A type as a kind of number; nothing where it is none. */
export function numberType(type: Type): NumberType | undefined {
  if (type.kind === "timestamp") return type.precision <= 6 ? "timestamp" : undefined;
  if (type.kind === "double" || type.kind === "date") return type.kind;
  return WHOLE.find((kind) => kind === type.kind);
}

/** A column as numbers, in DuckDB's SQL. */
export function numberSql(sql: string, type: NumberType): string {
  if (type === "timestamp") return `epoch_us(${sql})`;
  return type === "date" ? `CAST(${sql} - DATE '1970-01-01' AS INTEGER)` : sql;
}

/** The greatest number of a type that sums and products may come to. */
export function boundOf(type: NumberType): number {
  return isWhole(type) ? GREATEST[type] : Infinity;
}

function isWhole(type: NumberType): type is WholeType {
  return WHOLE.some((kind) => kind === type);
}

/**
 * Writes an expression as a formula.
 *
 * @param expression The expression
 * @param leaf Writes what is taken of rows; nothing where the expression is none of this
 * @returns The formula; nothing where the expression is none
 */
export function formulaOf(
  expression: Expression,
  leaf: (part: Expression) => TypedFormula | undefined,
): TypedFormula | undefined {
  const within = (part: Expression) => formulaOf(part, leaf);
  switch (expression.kind) {
    case "boolean":
      return { formula: { kind: "constant", value: expression.value }, type: "boolean" };
    case "integer":
      return wholeNumber(BigInt(expression.value));
    case "double": {
      const value = Number(expression.value);
      return { formula: { kind: "constant", value }, type: "double" };
    }
    case "unary": {
      if (expression.operator === "+") return within(expression.value);
      const value = within(expression.value);
      const zero: TypedFormula = {
        formula: { kind: "constant", value: value?.type === "double" ? -0 : 0 },
        type: value?.type ?? "unknown",
      };
      return value && arithmetic("-", zero, value);
    }
    case "binaryop": {
      const [left, right] = [within(expression.left), within(expression.right)];
      return left && right && arithmetic(expression.operator, left, right);
    }
    case "compare": {
      const [left, right] = [within(expression.left), within(expression.right)];
      const { operator } = expression;
      return left && right && comparison(operator === "!=" ? "<>" : operator, left, right);
    }
    case "between": {
      const [value, low, high] = [expression.value, expression.low, expression.high].map(within);
      const above = value && low && comparison(">=", value, low);
      const below = value && high && comparison("<=", value, high);
      return above && below && connected("and", [above, below]);
    }
    case "and":
    case "or": {
      const items = expression.items.map(within);
      return items.every((item) => item !== undefined)
        ? connected(expression.kind, items)
        : undefined;
    }
    case "not": {
      const item = within(expression.value);
      if (item?.type !== "boolean") return undefined;
      return { formula: { kind: "not", item: item.formula }, type: "boolean" };
    }
    case "isnull": {
      const item = within(expression.value);
      return item && { formula: { kind: "null", item: item.formula }, type: "boolean" };
    }
    default:
      return leaf(expression);
  }
}

function wholeNumber(value: bigint): TypedFormula | undefined {
  if (value > BigInt(GREATEST.bigint)) return undefined;
  const type = value > BigInt(GREATEST.integer) ? "bigint" : "integer";
  return { formula: { kind: "constant", value: Number(value) }, type };
}

function arithmetic(
  operator: string,
  left: TypedFormula,
  right: TypedFormula,
): TypedFormula | undefined {
  const type = commonNumber(left.type, right.type);
  const whole = type !== undefined && isWhole(type);
  if (operator !== "+" && operator !== "-" && operator !== "*" && operator !== "/") {
    return undefined;
  }
  if (!whole && type !== "double" || (whole && operator === "/")) return undefined;
  const formula: Formula = {
    kind: operator,
    left: left.formula,
    right: right.formula,
    bound: boundOf(type),
  };
  return { formula, type };
}

function comparison(
  operator: string,
  left: TypedFormula,
  right: TypedFormula,
): TypedFormula | undefined {
  const comparable = left.type === right.type || commonNumber(left.type, right.type);
  if (!comparable || !isComparison(operator)) return undefined;
  const formula: Formula = { kind: operator, left: left.formula, right: right.formula };
  return { formula, type: "boolean" };
}

type Comparison =
  & Extract<Formula, { left: Formula }>["kind"]
  & ("=" | "<>" | "<" | "<=" | ">" | ">=");

function isComparison(operator: string): operator is Comparison {
  return ["=", "<>", "<", "<=", ">", ">="].includes(operator);
}

function connected(kind: "and" | "or", items: readonly TypedFormula[]): TypedFormula | undefined {
  if (items.some(({ type }) => type !== "boolean")) return undefined;
  return { formula: { kind, items: items.map(({ formula }) => formula) }, type: "boolean" };
}

/** The type that numbers of two types have together. */
function commonNumber(left: NumberType, right: NumberType): WholeType | "double" | undefined {
  const number = (type: NumberType) => isWhole(type) || type === "double";
  if (!number(left) || !number(right)) return undefined;
  if (!isWhole(left) || !isWhole(right)) return "double";
  return WHOLE.indexOf(left) > WHOLE.indexOf(right) ? left : right;
}
