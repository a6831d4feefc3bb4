/**
 * `AND` and `OR` as the engine's planner writes them anew, which is the order in which it looks at
 * their parts: what all alternatives share comes first, alternatives of whole conditions become
 * conditions of alternatives, and comparisons of one value with several become one.
 * @module
 */
import type { Expression } from "../../sql/ast.ts";
import { CHANGING, OF_QUERIES } from "../tree/constants.ts";
import { some } from "../tree/walk.ts";

type Logical = Extract<Expression, { kind: "and" | "or" }>;
type Operator = Logical["kind"];

const FLIPPED = { and: "or", or: "and" } as const;

/** The planner gives up sooner or later; it has never been seen to take this many turns. */
const TURNS = 10;

/**
 * Writes a condition as the planner does; one with a query inside is left as it is.
 *
 * @param condition The condition
 * @param root Whether it is a whole condition or column, rather than a part of one
 * @returns The condition, which is the same where the planner leaves it as it is
 */
export function normalForm(condition: Expression, root: boolean): Expression {
  const once = some(
    condition,
    (part) => part.kind === "call" ? CHANGING.includes(part.name) : OF_QUERIES.includes(part.kind),
  );
  if (once) return condition;
  let form = condition;
  for (let turn = 0; turn < TURNS; turn++) {
    const next = comparedOnce(shared(negated(form), root));
    if (keyOf(next) === keyOf(form)) break;
    form = next;
  }
  return keyOf(form) === keyOf(condition) ? condition : form;
}

/** What tells an expression from others, wherever it stands. */
export function keyOf(expression: Expression): string {
  const known = KEYS.get(expression);
  if (known !== undefined) return known;
  const key = JSON.stringify(expression, (name, value) => name === "position" ? undefined : value);
  KEYS.set(expression, key);
  return key;
}

const KEYS = new WeakMap<Expression, string>();

const isLogical = (expression: Expression): expression is Logical =>
  expression.kind === "and" || expression.kind === "or";

/** The parts of nested conditions of one operator. */
function flat(operator: Operator, expression: Expression): Expression[] {
  return expression.kind === operator
    ? expression.items.flatMap((item) => flat(operator, item))
    : [expression];
}

/** Parts under one operator, each of them once. */
function combined(operator: Operator, parts: readonly Expression[], at: Expression): Expression {
  const seen = new Map<string, Expression>();
  for (const part of parts.flatMap((one) => flat(operator, one))) {
    if (part.kind === "boolean" && part.value === (operator === "and")) continue;
    if (!seen.has(keyOf(part))) seen.set(keyOf(part), part);
  }
  const { position } = at;
  const items = [...seen.values()];
  const decided = items.find((item) => item.kind === "boolean");
  if (decided) return decided;
  if (items.length === 0) return { kind: "boolean", value: operator === "and", position };
  return items.length === 1 ? items[0] as Expression : { kind: operator, items, position };
}

function negated(expression: Expression): Expression {
  if (isLogical(expression)) return { ...expression, items: expression.items.map(negated) };
  if (expression.kind !== "not") return expression;
  const { value } = expression;
  const not = (part: Expression) => negated({ ...expression, value: part });
  if (isLogical(value)) return combined(FLIPPED[value.kind], value.items.map(not), expression);
  if (value.kind === "not") return negated(value.value);
  if (value.kind === "compare" && (value.operator === "=" || value.operator === "<>")) {
    return { ...value, operator: value.operator === "=" ? "<>" : "=" };
  }
  return { ...expression, value: negated(value) };
}

function shared(expression: Expression, root: boolean): Expression {
  if (!isLogical(expression)) return expression;
  const parts = flat(expression.kind, expression).map((part) => shared(part, false));
  const whole = combined(expression.kind, parts, expression);
  if (!isLogical(whole)) return whole;
  const form = sharedFirst(whole);
  return root && form.kind === "or" ? distributed(form) : form;
}

/** The parts of each part. */
const partsOf = ({ kind, items }: Logical): Expression[][] =>
  items.map((item) => isLogical(item) && item.kind !== kind ? item.items : [item]);

function sharedFirst(whole: Logical): Expression {
  const lists = partsOf(whole);
  const keys = lists.map((list) => new Set(list.map(keyOf)));
  const common = (lists[0] as Expression[]).filter((part) =>
    keys.every((known) => known.has(keyOf(part)))
  );
  if (common.length === 0) return whole;
  const taken = new Set(common.map(keyOf));
  const flipped = FLIPPED[whole.kind];
  const rest = lists.map((list) =>
    combined(flipped, list.filter((part) => !taken.has(keyOf(part))), whole)
  );
  return combined(flipped, [...common, combined(whole.kind, rest, whole)], whole);
}

/** `(a AND b) OR c` as `(a OR c) AND (b OR c)`, unless that is more than twice as long. */
function distributed(whole: Logical): Expression {
  const lists = partsOf(whole);
  const now = lists.reduce((sum, list) => sum + list.length, 0);
  const then = lists.reduce((product, list) => product * list.length, lists.length);
  if (then > 2 * now) return whole;
  const crossed = lists.reduce<Expression[][]>(
    (rows, list) => rows.flatMap((row) => list.map((part) => [...row, part])),
    [[]],
  );
  const parts = crossed.map((row) => combined(whole.kind, row, whole));
  return combined(FLIPPED[whole.kind], parts, whole);
}

/** What alternatives compare one value with becomes a list, behind the other alternatives. */
function comparedOnce(expression: Expression): Expression {
  if (!isLogical(expression)) return expression;
  const items = expression.items.map(comparedOnce);
  if (expression.kind === "and") return { ...expression, items };
  const groups = new Map<string, { value: Expression; items: Expression[]; count: number }>();
  for (const item of items) {
    const compared = comparison(item);
    if (!compared) continue;
    const group = groups.get(keyOf(compared.value)) ?? { ...compared, items: [], count: 0 };
    group.count++;
    group.items.push(...compared.items);
    groups.set(keyOf(compared.value), group);
  }
  const several = [...groups.values()].filter(({ count }) => count > 1);
  const others = items.filter((item) => {
    const compared = comparison(item);
    return !compared || (groups.get(keyOf(compared.value))?.count ?? 0) < 2;
  });
  const lists = several.map(({ value, items: list }): Expression => ({
    kind: "in",
    value,
    items: [...new Map(list.map((item) => [keyOf(item), item])).values()],
    position: expression.position,
  }));
  const all = [...others, ...lists];
  return all.length === 1 ? all[0] as Expression : { ...expression, items: all };
}

function comparison(part: Expression): { value: Expression; items: Expression[] } | undefined {
  if (part.kind === "in") return { value: part.value, items: part.items };
  if (part.kind !== "compare" || part.operator !== "=") return undefined;
  return { value: part.left, items: [part.right] };
}
