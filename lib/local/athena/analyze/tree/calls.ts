/**
 * Which functions an expression calls.
 * @module
 */
import { FUNCTIONS } from "../../functions/mod.ts";
import type { Expression } from "../../sql/ast.ts";
import { some } from "./walk.ts";

/** Whether an expression calls an aggregate over the SELECT's groups. */
export function hasAggregates(expression: Expression): boolean {
  return some(expression, (part) => part.kind === "grouping" || isAggregate(part));
}

/** Whether an expression is a call of an aggregate over the SELECT's groups. */
export function isAggregate(expression: Expression): boolean {
  return expression.kind === "call" && expression.over === undefined &&
    FUNCTIONS.get(expression.name)?.kind === "aggregate";
}

/** Whether an expression calls a window function. */
export function hasWindows(expression: Expression): boolean {
  return some(expression, (part) => part.kind === "call" && part.over !== undefined);
}

/** Whether an expression calls an aggregate over window frames. */
export function hasFrames(expression: Expression): boolean {
  return some(
    expression,
    (part) =>
      part.kind === "call" && part.over !== undefined &&
      FUNCTIONS.get(part.name)?.kind === "aggregate",
  );
}
