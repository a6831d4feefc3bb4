/**
 * Which conditions the engine looks at where: those over one side of a join before the sides are
 * joined, and what follows of them for the other side too. It fails on what it looks at.
 * @module
 */
import type { Expression } from "../sql/ast.ts";
import type { Field } from "./context.ts";
import { type Equalities, Inference, isEquality, type Reach } from "./inference.ts";
import { keyOf } from "./normal_form.ts";
import { decidedWhere } from "./nulls.ts";
import { symbolsOf } from "./symbols.ts";
import { conjuncts } from "./walk.ts";

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

const NEVER: Expression = { kind: "boolean", value: false, position: { line: 1, column: 1 } };

/** Conditions one after the other, each of them once. */
function combined(...lists: (readonly Expression[])[]): Expression[] {
  const all = new Map<string, Expression>();
  for (const condition of lists.flat().flatMap(conjuncts)) {
    const decided = decidedWhere(condition, () => false);
    if (decided === true) continue;
    if (decided !== undefined) return [NEVER];
    if (!all.has(keyOf(condition))) all.set(keyOf(condition), condition);
  }
  return [...all.values()];
}

function pushed(plan: Plan, inherited: readonly Expression[], given: Equalities): Plan {
  const all = combined(plan.filter, inherited);
  switch (plan.kind) {
    case "leaf": {
      if (!plan.equalitiesLast || plan.filter.length > 0) return { ...plan, filter: all };
      const equalities = all.filter((one) => isEquality(one, given));
      return {
        ...plan,
        filter: [...all.filter((one) => !equalities.includes(one)), ...equalities],
      };
    }
    case "unnest":
      return pushedUnnest(plan, all, given);
    case "join":
      return pushedJoin({ ...plan, type: narrowed(plan, all) }, all, given);
    case "test":
      return pushedTest(plan, all, given);
  }
}

const reachOf = (plan: Plan): Reach => {
  const own = new Set(fieldsOf(plan).map(({ sql }) => sql));
  return (symbol) => own.has(symbol);
};

function pushedUnnest(plan: Unnested, all: readonly Expression[], given: Equalities): Unnested {
  const inference = new Inference(all, given);
  const reach = reachOf(plan.source);
  const [below, above]: [Expression[], Expression[]] = [[], []];
  for (const condition of all.filter((one) => !isEquality(one, given))) {
    const form = inference.rewrite(condition, reach);
    if (form) below.push(form);
    else above.push(condition);
  }
  const { within, outside, straddling } = inference.partition(reach);
  const rest = [...above, ...outside, ...straddling];
  const source = pushed(plan.source, [...below, ...within], given);
  // Where none goes below the order stays as it is written.
  const same = below.length + within.length === 0 && rest.length === all.length;
  return { ...plan, source, filter: same ? all : rest };
}

function pushedTest(plan: Tested, all: readonly Expression[], given: Equalities): Tested {
  const [reach, rows] = [reachOf(plan.source), reachOf(plan.rows)];
  const infer = (...lists: (readonly Expression[])[]) => new Inference(lists.flat(), given);
  const others = (list: readonly Expression[]) => list.filter((one) => !isEquality(one, given));
  const joined = plan.keeps === "those in";
  const known = { source: effective(plan.source), rows: effective(plan.rows) };
  const every = joined ? infer(all, known.source, known.rows, plan.on) : infer(all);
  const moved: Record<"source" | "rows" | "filter", Expression[]> = {
    source: [],
    rows: [],
    filter: [],
  };
  for (const condition of others(all)) {
    const form = every.rewrite(condition, reach);
    if (form) moved.source.push(form);
    else moved.filter.push(condition);
    if (joined) moved.rows.push(...some(every.rewrite(condition, rows)));
  }
  if (joined) {
    for (const one of others(known.rows)) moved.source.push(...some(every.rewrite(one, reach)));
    for (const one of others(known.source)) moved.rows.push(...some(every.rewrite(one, rows)));
    moved.source.push(...infer(all, known.rows, plan.on).partition(reach).within);
    moved.rows.push(...infer(all, known.source, plan.on).partition(rows).within);
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

/** The type of a join beside conditions that no row meets which has NULLs for one of its sides. */
function narrowed({ type, left, right }: Joined, conditions: readonly Expression[]) {
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

function pushedJoin(plan: Joined, all: readonly Expression[], given: Equalities): Joined {
  const { left, right, type } = plan;
  switch (type) {
    case "INNER": {
      const moved = inner(plan, all, given);
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
      const moved = outerJoin(outer, other, plan.on, all, given);
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

/** Conditions that the rows of a plan are known to meet. */
function effective(plan: Plan): Expression[] {
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

function inner({ left, right, on }: Joined, all: readonly Expression[], given: Equalities) {
  const reach = { left: reachOf(left), right: reachOf(right) };
  const known = { left: effective(left), right: effective(right) };
  const infer = (...lists: (readonly Expression[])[]) => new Inference(lists.flat(), given);
  const others = (list: readonly Expression[]) => list.filter((one) => !isEquality(one, given));
  const inherited = infer(all);
  const simple = {
    left: known.left.flatMap((one) => inherited.rewrite(one, reach.left) ?? []),
    right: known.right.flatMap((one) => inherited.rewrite(one, reach.right) ?? []),
  };
  const every = infer(all, known.left, known.right, on, simple.left, simple.right);
  const moved = {
    left: infer(all, known.right, on, simple.right).partition(reach.left).within,
    right: infer(all, known.left, on, simple.left).partition(reach.right).within,
    on: every.partition(reach.left).straddling,
  };
  const place = (condition: Expression) => {
    const forms = [every.rewrite(condition, reach.left), every.rewrite(condition, reach.right)];
    if (forms[0]) moved.left.push(forms[0]);
    if (forms[1]) moved.right.push(forms[1]);
    if (!forms[0] && !forms[1]) moved.on.push(condition);
  };
  others(all).forEach(place);
  for (const one of others(simple.right)) moved.left.push(...some(every.rewrite(one, reach.left)));
  for (const one of others(simple.left)) moved.right.push(...some(every.rewrite(one, reach.right)));
  others(on).forEach(place);
  return moved;
}

/** Of a join that keeps the rows of its outer side. */
function outerJoin(
  outer: Plan,
  other: Plan,
  on: readonly Expression[],
  all: readonly Expression[],
  given: Equalities,
) {
  const reach = { outer: reachOf(outer), inner: reachOf(other) };
  const known = { outer: effective(outer), inner: effective(other) };
  const infer = (...lists: (readonly Expression[])[]) => new Inference(lists.flat(), given);
  const others = (list: readonly Expression[]) => list.filter((one) => !isEquality(one, given));
  const inherited = infer(all).partition(reach.outer);
  const outerInference = infer(all, known.outer);
  const nullable = infer(inherited.within, known.outer, known.inner, on);
  const joined = infer(on).partition(reach.inner);
  const moved = {
    outer: [...inherited.within],
    inner: [
      ...infer(inherited.within, known.outer, on).partition(reach.inner).within,
      ...joined.within,
    ],
    on: [...joined.outside, ...joined.straddling],
    filter: [...inherited.outside, ...inherited.straddling],
  };
  for (const condition of others(all)) {
    const form = outerInference.rewrite(condition, reach.outer);
    if (!form) {
      moved.filter.push(condition);
      continue;
    }
    moved.outer.push(form);
    moved.inner.push(...some(nullable.rewrite(form, reach.inner)));
  }
  for (const one of others(known.outer)) {
    moved.inner.push(...some(nullable.rewrite(one, reach.inner)));
  }
  for (const condition of others(on)) {
    const form = nullable.rewrite(condition, reach.inner);
    if (form) moved.inner.push(form);
    else moved.on.push(condition);
  }
  return moved;
}

const some = (form: Expression | undefined) => form ? [form] : [];

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
  const [first, second] = sides as [string[], string[]];
  return (first.every(a) && second.every(b)) || (first.every(b) && second.every(a));
}
