/**
 * Where the conditions on a join go: to one side, to both, or they stay.
 * @module
 */
import type { Expression } from "../../sql/ast.ts";
import { decidedWhere } from "../tree/nulls.ts";
import { type Equalities, infer, otherThanEqualities } from "./inference.ts";
import { effective, type Joined, type Plan, reachOf } from "./plan.ts";

/** The type of a join beside conditions that no row meets which has NULLs for one of its sides. */
export function narrowed(
  { type, left, right }: Joined,
  conditions: readonly Expression[],
): Joined["type"] {
  const refuses = (side: Plan) => {
    const reach = reachOf(side);
    return conditions.some((condition) => {
      const decided = decidedWhere(
        condition,
        (name) => name.kind === "name" && reach(name.name.value),
      );
      return decided === null || decided === false;
    });
  };
  switch (type) {
    case "INNER":
      return type;
    case "LEFT":
      return refuses(right) ? "INNER" : type;
    case "RIGHT":
      return refuses(left) ? "INNER" : type;
    case "FULL": {
      const [keepsLeft, keepsRight] = [refuses(left), refuses(right)];
      if (keepsLeft && keepsRight) return "INNER";
      return keepsLeft ? "LEFT" : keepsRight ? "RIGHT" : type;
    }
  }
}

/** Of a join of which only rows are left that have a partner. */
export function ofInnerJoin(
  { left, right, on }: Joined,
  all: readonly Expression[],
  given: Equalities,
): { left: Expression[]; right: Expression[]; on: Expression[] } {
  const reach = { left: reachOf(left), right: reachOf(right) };
  const known = { left: effective(left), right: effective(right) };
  const others = (list: readonly Expression[]) => otherThanEqualities(list, given);
  const inherited = infer(given, all);
  const simple = {
    left: inherited.rewriteAll(known.left, reach.left),
    right: inherited.rewriteAll(known.right, reach.right),
  };
  const every = infer(given, all, known.left, known.right, on, simple.left, simple.right);
  const fromLeft = infer(given, all, known.left, on, simple.left);
  const fromRight = infer(given, all, known.right, on, simple.right);
  const stays = (list: readonly Expression[]) =>
    list.filter((one) => !every.rewrite(one, reach.left) && !every.rewrite(one, reach.right));
  return {
    left: [
      ...fromRight.partition(reach.left).within,
      ...every.rewriteAll([...others(all), ...others(simple.right), ...others(on)], reach.left),
    ],
    right: [
      ...fromLeft.partition(reach.right).within,
      ...every.rewriteAll([...others(all), ...others(simple.left), ...others(on)], reach.right),
    ],
    on: [
      ...every.partition(reach.left).straddling,
      ...stays(others(all)),
      ...stays(others(on)),
    ],
  };
}

/** Of a join that keeps the rows of its outer side. */
export function ofOuterJoin(
  outer: Plan,
  inner: Plan,
  on: readonly Expression[],
  all: readonly Expression[],
  given: Equalities,
): { outer: Expression[]; inner: Expression[]; on: Expression[]; filter: Expression[] } {
  const reach = { outer: reachOf(outer), inner: reachOf(inner) };
  const known = { outer: effective(outer), inner: effective(inner) };
  const others = (list: readonly Expression[]) => otherThanEqualities(list, given);
  const inherited = infer(given, all).partition(reach.outer);
  const ofOuter = infer(given, all, known.outer);
  const ofInner = infer(given, inherited.within, known.outer, known.inner, on);
  const joined = infer(given, on).partition(reach.inner);
  const pushed = ofOuter.rewriteAll(others(all), reach.outer);
  return {
    outer: [...inherited.within, ...pushed],
    inner: [
      ...infer(given, inherited.within, known.outer, on).partition(reach.inner).within,
      ...joined.within,
      ...ofInner.rewriteAll([...pushed, ...others(known.outer), ...others(on)], reach.inner),
    ],
    on: [
      ...joined.outside,
      ...joined.straddling,
      ...others(on).filter((one) => !ofInner.rewrite(one, reach.inner)),
    ],
    filter: [
      ...inherited.outside,
      ...inherited.straddling,
      ...others(all).filter((one) => !ofOuter.rewrite(one, reach.outer)),
    ],
  };
}
