/**
 * Goes through the parts of an expression.
 * @module
 */
import type { Expression } from "../../sql/ast.ts";
import { expressionsOf } from "../../sql/sql_json.ts";

/** The expressions directly inside one, queries left out. */
export function children(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "field":
      return [expression.base];
    case "subscript":
      return [expression.base, expression.index];
    case "array":
    case "row":
    case "and":
    case "or":
      return expression.items;
    case "unary":
    case "not":
    case "isnull":
    case "cast":
    case "extract":
      return [expression.value];
    case "binaryop":
    case "compare":
    case "distinct":
      return [expression.left, expression.right];
    case "quantified":
      return [expression.left];
    case "between":
      return [expression.value, expression.low, expression.high];
    case "in":
      return [expression.value, ...expression.items];
    case "inquery":
      return [expression.value];
    case "like":
      return [
        expression.value,
        expression.pattern,
        ...(expression.escape ? [expression.escape] : []),
      ];
    case "case":
      return [
        ...(expression.operand ? [expression.operand] : []),
        ...expression.whens.flatMap(({ when, then }) => [when, then]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
    case "timezone":
      return [expression.value, expression.zone];
    case "lambda":
      return [expression.body];
    case "grouping":
      return expression.columns;
    case "sqljson":
      return expressionsOf(expression.call);
    case "call": {
      const over = expression.over;
      return [
        ...expression.args,
        ...expression.orderBy.map((item) => item.key),
        ...(expression.filter ? [expression.filter] : []),
        ...(over ? [...over.partitionBy, ...over.orderBy.map((item) => item.key)] : []),
      ];
    }
    default:
      return [];
  }
}

/** Whether an expression, or one inside it, is as asked. */
export function some(expression: Expression, is: (part: Expression) => boolean): boolean {
  return is(expression) || children(expression).some((child) => some(child, is));
}

/** The conditions that must all hold for an expression to hold. */
export function conjuncts(expression: Expression): Expression[] {
  return expression.kind === "and" ? expression.items.flatMap(conjuncts) : [expression];
}

/**
 * An expression with others in place of some of its parts; queries inside stay as they are.
 *
 * @param expression The expression
 * @param other What stands for a part, or nothing where its own parts are asked for
 * @returns The expression with these in place
 */
export function replaced(
  expression: Expression,
  other: (part: Expression) => Expression | undefined,
): Expression {
  const within = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(within);
    if (typeof node !== "object" || node === null) return node;
    const found = "kind" in node && "position" in node ? other(node as Expression) : undefined;
    if (found) return found;
    return Object.fromEntries(
      Object.entries(node).map(([name, part]) => [
        name,
        name === "position" || name === "query" ? part : within(part),
      ]),
    );
  };
  return within(expression) as Expression;
}
