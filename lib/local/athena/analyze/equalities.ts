/**
 * What of a plan is needed to tell what its equalities say.
 * @module
 */
import type { Expression } from "../sql/ast.ts";
import { duckType, hasFloat } from "../types/types.ts";
import { isPlain } from "../values/keys.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";
import type { Equalities } from "./planner/inference.ts";
import { keyOf } from "./planner/normal_form.ts";
import { isBetween, type Plan } from "./planner/plan.ts";
import { isConstant } from "./tree/constants.ts";

/**
 * Gathers the values that joins compare.
 *
 * @param plan The plan
 * @param context Where its columns go by their SQL
 */
export function equalitiesIn(plan: Plan, context: Context): Equalities {
  const joined = new Set<string>();
  const collect = (node: Plan): void => {
    if (node.kind === "leaf") return;
    const sides = node.kind === "join" ? [node.left, node.right] : [node.source];
    sides.forEach(collect);
    if (node.kind === "unnest") return;
    const [left, right] = node.kind === "join" ? sides : [node.source, node.rows];
    for (const condition of node.on) {
      if (condition.kind !== "compare") continue;
      if (!isBetween(condition, left as Plan, right as Plan)) continue;
      for (const side of [condition.left, condition.right]) joined.add(keyOf(side));
    }
  };
  collect(plan);
  const known = new Map<string, boolean>();
  return {
    joined,
    sameType: (comparison) => {
      const key = keyOf(comparison);
      const same = known.get(key) ?? isOfOneType(comparison, context);
      known.set(key, same);
      return same;
    },
  };
}

function isOfOneType(
  { left, right }: Extract<Expression, { kind: "compare" }>,
  context: Context,
): boolean {
  const [a, b] = [translate(left, context).type, translate(right, context).type];
  const simple = isPlain(a) && !hasFloat(a) && a.kind !== "timestamp with time zone" &&
    !["array", "row", "json", "char"].includes(a.kind);
  return simple && (duckType(a) === duckType(b) || isConstant(left) || isConstant(right));
}
