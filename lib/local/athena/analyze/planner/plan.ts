/**
 * How relations are joined, and which conditions stand where.
 * @module
 */
import type { Expression } from "../../sql/ast.ts";
import type { Field } from "../context.ts";
import { decidedWhere } from "../tree/nulls.ts";
import { conjuncts } from "../tree/walk.ts";
import type { Reach } from "./inference.ts";
import { keyOf } from "./normal_form.ts";
import { symbolsOf } from "./symbols.ts";

/** One relation, or what is not joined any further. */
export interface Leaf {
  kind: "leaf";
  sql: string;
  fields: readonly Field[];
  /** Conditions that its rows are known to meet. */
  known: readonly Expression[];
  /** Conditions on its rows, in their order. */
  filter: readonly Expression[];
  /** Whether equalities come last among new conditions: it is made of groups, or of lists. */
  equalitiesLast: boolean;
}

/** Rows beside the elements of their lists. */
export interface Unnested {
  kind: "unnest";
  /** What joins the elements, in SQL. */
  sql: string;
  fields: readonly Field[];
  source: Plan;
  filter: readonly Expression[];
}

/** Two sides that are joined. */
export interface Joined {
  kind: "join";
  type: "INNER" | "LEFT" | "RIGHT" | "FULL";
  left: Plan;
  right: Plan;
  on: readonly Expression[];
  /** Conditions on what is joined. */
  filter: readonly Expression[];
}

/** Rows that a query in a condition is asked about. */
export interface Tested {
  kind: "test";
  source: Plan;
  /** The condition, as it is written. */
  test: Expression;
  /** Whether it keeps the rows whose value is among the query's, or others; or is no list. */
  keeps: "those in" | "others" | "by a value";
  /** The value compared with the query's. */
  on: readonly Expression[];
  rows: Leaf;
  filter: readonly Expression[];
}

/** How relations are joined, and the conditions at each place. */
export type Plan = Leaf | Unnested | Joined | Tested;

/** The columns of a plan. */
export function fieldsOf(plan: Plan): readonly Field[] {
  if (plan.kind === "leaf") return plan.fields;
  if (plan.kind === "test") return fieldsOf(plan.source);
  return plan.kind === "unnest"
    ? [...fieldsOf(plan.source), ...plan.fields]
    : [...fieldsOf(plan.left), ...fieldsOf(plan.right)];
}

/** Whether a column is one of the plan's. */
export function reachOf(plan: Plan): Reach {
  const own = new Set(fieldsOf(plan).map(({ sql }) => sql));
  return (symbol) => own.has(symbol);
}

const NEVER: Expression = { kind: "boolean", value: false, position: { line: 1, column: 1 } };

/** Conditions one after the other, each of them once. */
export function combined(...lists: (readonly Expression[])[]): Expression[] {
  const all = new Map<string, Expression>();
  for (const condition of lists.flat().flatMap(conjuncts)) {
    const decided = decidedWhere(condition, () => false);
    if (decided === true) continue;
    if (decided !== undefined) return [NEVER];
    if (!all.has(keyOf(condition))) all.set(keyOf(condition), condition);
  }
  return [...all.values()];
}

/** Conditions that the rows of a plan are known to meet. */
export function effective(plan: Plan): Expression[] {
  switch (plan.kind) {
    case "leaf":
      return combined(plan.filter, plan.known);
    case "unnest":
    case "test":
      return combined(plan.filter, effective(plan.source));
    case "join": {
      const sides = {
        INNER: [effective(plan.left), effective(plan.right), plan.on],
        LEFT: [effective(plan.left)],
        RIGHT: [effective(plan.right)],
        FULL: [],
      };
      return combined(plan.filter, ...sides[plan.type]);
    }
  }
}

/** Whether a condition says that a value of one plan equals one of another. */
export function isBetween(condition: Expression, left: Plan, right: Plan): boolean {
  return condition.kind === "compare" && condition.operator === "=" &&
    isAcross(condition, left, right);
}

/** Whether a condition compares a value of one plan with one of another. */
export function isAcross(condition: Expression, left: Plan, right: Plan): boolean {
  if (condition.kind !== "compare" && condition.kind !== "distinct") return false;
  const sides = [condition.left, condition.right].map(symbolsOf);
  if (sides.some((symbols) => symbols.length === 0)) return false;
  const [a, b] = [reachOf(left), reachOf(right)];
  const [first, second] = sides as [readonly string[], readonly string[]];
  return (first.every(a) && second.every(b)) || (first.every(b) && second.every(a));
}
