/**
 * Expressions that have one value, whatever the row.
 * @module
 */
import { FUNCTIONS } from "../../functions/mod.ts";
import type { Expression } from "../../sql/ast.ts";
import type { Context } from "../context.ts";
import { some } from "./walk.ts";

/** Functions that give another value each time. */
export const CHANGING: readonly string[] = ["rand", "random", "uuid", "shuffle"];

/** What is more than a value of the row. */
export const OF_QUERIES: readonly Expression["kind"][] = [
  "subquery",
  "exists",
  "inquery",
  "quantified",
  "grouping",
  "lambda",
];

/** Whether an expression has the same value in all rows, which the engine computes beforehand. */
export function isConstant(expression: Expression): boolean {
  return computed(expression, false);
}

/**
 * Whether the engine computes an expression beforehand: one that has the same value in all rows, or
 * one of a SELECT list over rows that are written in the query.
 */
export function isKnown(expression: Expression, context: Context): boolean {
  return computed(expression, isWhole(context));
}

/**
 * Whether the engine computes an expression part by part, as it does for rows that are written in the
 * query: all of a list, and both bounds.
 */
export function isInterpreted(expression: Expression, context: Context): boolean {
  return (isWhole(context) || context.clause === "VALUES") && computed(expression, true);
}

const isWhole = ({ clause, grouping, scope }: Context) =>
  (clause === "SELECT" || clause === "ORDER BY") && !grouping && scope.written === true;

function computed(expression: Expression, names: boolean): boolean {
  return !some(expression, (part) => {
    if (part.kind === "name") return !names;
    if (part.kind !== "call") return OF_QUERIES.includes(part.kind);
    if (CHANGING.includes(part.name) || part.over) return true;
    const { kind = "scalar" } = FUNCTIONS.get(part.name) ?? {};
    return kind !== "scalar";
  });
}
