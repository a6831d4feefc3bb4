/**
 * Which conditions the engine looks at where: those over one side of a join before the sides are
 * joined, and what follows of them for the other side too. It fails on what it looks at.
 * @module
 */
import type { Expression } from "../../sql/ast.ts";
import { type Equalities, infer, otherThanEqualities } from "./inference.ts";
import { narrowed, ofInnerJoin, ofOuterJoin } from "./join_conditions.ts";
import { keyOf } from "./normal_form.ts";
import {
  combined,
  effective,
  type Joined,
  type Leaf,
  type Plan,
  reachOf,
  type Tested,
  type Unnested,
} from "./plan.ts";

/** How often the engine may move conditions; it does so some six times. */
const TURNS = 6;

/**
 * Moves conditions to where the engine looks at them.
 *
 * @param plan The plan, with the conditions of its joins
 * @param conditions The conditions on all of it
 * @param given What is known of equalities
 * @returns The plan with each condition at its place
 */
export function pushDown(
  plan: Plan,
  conditions: readonly Expression[],
  given: Equalities,
): Plan {
  let form = pushed(plan, conditions, given);
  for (let turn = 1; turn < TURNS; turn++) {
    const next = pushed(form, [], given);
    if (shape(next) === shape(form)) break;
    form = next;
  }
  return form;
}

/** What tells plans of the same relations apart. */
function shape(plan: Plan): string {
  const filter = plan.filter.map(keyOf).join();
  if (plan.kind === "leaf") return filter;
  if (plan.kind === "unnest") return `${shape(plan.source)};${filter}`;
  if (plan.kind === "test") return `${shape(plan.source)};${shape(plan.rows)};${filter}`;
  return `${plan.type}(${shape(plan.left)};${shape(plan.right)};${plan.on.map(keyOf)};${filter})`;
}

function pushed(plan: Plan, inherited: readonly Expression[], given: Equalities): Plan {
  const all = combined(plan.filter, inherited);
  switch (plan.kind) {
    case "leaf": {
      if (!plan.equalitiesLast || plan.filter.length > 0) return { ...plan, filter: all };
      const others = otherThanEqualities(all, given);
      return { ...plan, filter: [...others, ...all.filter((one) => !others.includes(one))] };
    }
    case "unnest":
      return pushedUnnest(plan, all, given);
    case "join":
      return pushedJoin({ ...plan, type: narrowed(plan, all) }, all, given);
    case "test":
      return pushedTest(plan, all, given);
  }
}

function pushedUnnest(plan: Unnested, all: readonly Expression[], given: Equalities): Unnested {
  const inference = infer(given, all);
  const reach = reachOf(plan.source);
  const others = otherThanEqualities(all, given);
  const below = inference.rewriteAll(others, reach);
  const above = others.filter((condition) => !inference.rewrite(condition, reach));
  const { within, outside, straddling } = inference.partition(reach);
  const rest = [...above, ...outside, ...straddling];
  const source = pushed(plan.source, [...below, ...within], given);
  // Where none goes below the order stays as it is written.
  const same = below.length + within.length === 0 && rest.length === all.length;
  return { ...plan, source, filter: same ? all : rest };
}

function pushedTest(plan: Tested, all: readonly Expression[], given: Equalities): Tested {
  const [reach, rows] = [reachOf(plan.source), reachOf(plan.rows)];
  const joined = plan.keeps === "those in";
  const known = { source: effective(plan.source), rows: effective(plan.rows) };
  const every = joined ? infer(given, all, known.source, known.rows, plan.on) : infer(given, all);
  const others = otherThanEqualities(all, given);
  const moved = {
    source: every.rewriteAll(others, reach),
    rows: joined ? every.rewriteAll(others, rows) : [],
    filter: others.filter((condition) => !every.rewrite(condition, reach)),
  };
  if (joined) {
    moved.source.push(
      ...every.rewriteAll(otherThanEqualities(known.rows, given), reach),
      ...infer(given, all, known.rows, plan.on).partition(reach).within,
    );
    moved.rows.push(
      ...every.rewriteAll(otherThanEqualities(known.source, given), rows),
      ...infer(given, all, known.source, plan.on).partition(rows).within,
    );
  } else {
    const { within, outside, straddling } = every.partition(reach);
    if (plan.keeps === "others") moved.source.push(...within);
    else moved.source.unshift(...within);
    moved.filter.push(...outside, ...straddling);
  }
  return {
    ...plan,
    source: pushed(plan.source, moved.source, given),
    rows: pushed(plan.rows, moved.rows, given) as Leaf,
    filter: combined(moved.filter),
  };
}

function pushedJoin(plan: Joined, all: readonly Expression[], given: Equalities): Joined {
  const { left, right, type } = plan;
  switch (type) {
    case "INNER": {
      const moved = ofInnerJoin(plan, all, given);
      return {
        ...plan,
        left: pushed(left, moved.left, given),
        right: pushed(right, moved.right, given),
        on: combined(moved.on),
        filter: [],
      };
    }
    case "FULL":
      return {
        ...plan,
        left: pushed(left, [], given),
        right: pushed(right, [], given),
        filter: all,
      };
    default: {
      const [outer, other] = type === "LEFT" ? [left, right] : [right, left];
      const moved = ofOuterJoin(outer, other, plan.on, all, given);
      const [outerSide, innerSide] = [
        pushed(outer, moved.outer, given),
        pushed(other, moved.inner, given),
      ];
      return {
        ...plan,
        left: type === "LEFT" ? outerSide : innerSide,
        right: type === "LEFT" ? innerSide : outerSide,
        on: combined(moved.on),
        filter: combined(moved.filter),
      };
    }
  }
}
