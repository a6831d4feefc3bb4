/**
 * Finds the partitions that joined tables need.
 * @module
 */
import type { Expression } from "../sql/ast.ts";
import type { Context } from "./context.ts";
import { equalitiesIn } from "./equalities.ts";
import { normalForm } from "./planner/normal_form.ts";
import { fieldsOf, type Leaf, type Plan } from "./planner/plan.ts";
import { pushDown } from "./planner/push_down.ts";
import { symbolScope, withSymbols } from "./planner/symbols.ts";
import { prune } from "./prune.ts";
import { conjuncts } from "./tree/walk.ts";

/**
 * Notes which partitions of joined tables are needed: a condition on one table's partition column holds
 * of the column of another that equals it.
 *
 * @param plan How the tables are joined
 * @param where The condition on them
 * @param context Where the condition stands
 */
export function prunePlan(plan: Plan, where: Expression | undefined, context: Context): void {
  const fields = fieldsOf(plan);
  if (!fields.some(({ origin }) => origin)) return;
  const parts = where ? conjuncts(normalForm(where, true)) : [];
  const forms = parts.flatMap((part) => withSymbols(part, context.scope.fields) ?? []);
  const own: Context = { ...context, scope: symbolScope(fields, context.scope.outer) };
  for (const { filter } of leavesOf(pushDown(plan, forms, equalitiesIn(plan, own)))) {
    for (const condition of filter) prune(condition, own);
  }
}

function leavesOf(plan: Plan): Leaf[] {
  if (plan.kind === "leaf") return [plan];
  const sides = plan.kind === "join" ? [plan.left, plan.right] : [plan.source];
  return sides.flatMap(leavesOf);
}
