/**
 * How relations are joined, as the engine's planner sees it.
 * @module
 */
import type { Expression, Relation } from "../sql/ast.ts";
import { Cursor } from "../sql/cursor.ts";
import { parseType } from "../sql/type_names.ts";
import { commonType } from "../types/coerce.ts";
import { sameType, typeName } from "../types/types.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";
import { normalForm } from "./planner/normal_form.ts";
import { isAcross, isBetween, type Leaf, type Plan } from "./planner/plan.ts";
import { symbolScope, withSymbols } from "./planner/symbols.ts";
import type { TranslatedRelation } from "./relations.ts";
import { isConstant } from "./tree/constants.ts";
import { conjuncts } from "./tree/walk.ts";
import { bare, isSingle } from "./tree/written.ts";

type Join = Extract<Relation, { kind: "join" }>;

/** The plan of a relation, one of its own where it is no join; NULL where conditions stay. */
export function planOf(relation: TranslatedRelation): Plan | null {
  if (relation.plan !== undefined) return relation.plan;
  const { sql, fields, known = [] } = relation;
  return { kind: "leaf", sql, fields, known, filter: [], equalitiesLast: false };
}

/**
 * The plan of a join.
 *
 * @param join The join
 * @param how What joins the right side, in SQL
 * @param left The left side
 * @param right The right side
 * @param on The conditions; nothing where they cannot be moved
 * @returns The plan; NULL where conditions stay where they are written
 */
export function joinPlan(
  join: Join,
  how: string,
  left: TranslatedRelation,
  right: TranslatedRelation,
  on: readonly Expression[] | undefined,
): Plan | null {
  const [a, b] = [sideOf(join.left, left), sideOf(join.right, right)];
  if (!a || !b || !on || relationsIn(a) + relationsIn(b) > MOST_RELATIONS) return null;
  const type = join.type === "CROSS" || join.type === "IMPLICIT" ? "INNER" : join.type;
  const kind = bare(join.right);
  const seesLeft = kind?.kind === "unnest" || (kind?.kind === "derived" && kind.lateral);
  if (seesLeft && (type === "INNER" || type === "LEFT")) {
    return { kind: "unnest", sql: how, fields: right.fields, source: a, filter: [] };
  }
  const row = a.kind === "leaf" && b.kind === "leaf" && type === "INNER" && on.length === 0 &&
    (isConstantRow(join.left) || isConstantRow(join.right));
  if (row) return { ...a, sql: `${left.sql} ${how}`, fields: [...a.fields, ...b.fields] };
  // What compares no two sides of an inner join is a condition on what is joined.
  const keys = type === "INNER" ? on.filter((one) => isBetween(one, a, b)) : on;
  const rest = on.filter((one) => !keys.includes(one));
  const across = rest.filter((one) => isAcross(one, a, b));
  const filter = [...across, ...rest.filter((one) => !across.includes(one))];
  return { kind: "join", type, left: a, right: b, on: keys, filter };
}

/** Conditions of more relations than these stay where they are written: there are too many to move. */
const MOST_RELATIONS = 10;

function relationsIn(plan: Plan): number {
  if (plan.kind === "leaf") return 1;
  return plan.kind === "join"
    ? relationsIn(plan.left) + relationsIn(plan.right)
    : 1 + relationsIn(plan.source);
}

function sideOf(relation: Relation, translated: TranslatedRelation): Plan | null {
  const plan = planOf(translated);
  if (plan?.kind !== "leaf") return plan;
  return { ...plan, equalitiesLast: isOfGroups(relation) } satisfies Leaf;
}

/** Whether a relation is one row of constants, which the engine writes beside the rows of the other. */
function isConstantRow(relation: Relation): boolean {
  const source = bare(relation);
  const body = source?.kind === "derived" ? source.query.body : source;
  if (body?.kind === "values") return body.rows.length === 1 && body.rows.every(isConstant);
  if (body?.kind !== "select" || !isSingle(body)) return false;
  return body.items.every((item) => item.kind === "expression" && isConstant(item.value));
}

/** Whether a relation's rows are groups or elements of lists. */
function isOfGroups(relation: Relation): boolean {
  const source = bare(relation);
  if (source?.kind === "unnest") return true;
  if (source?.kind !== "derived") return false;
  const { body, limit, offset } = source.query;
  if (body.kind !== "select" || limit || offset) return false;
  return body.groupBy !== undefined || body.distinct ||
    (body.from !== undefined && isOfGroups(body.from));
}

/**
 * The conditions of ON, whose columns go by their SQL.
 *
 * @param on The condition
 * @param context Where it stands
 * @returns The conditions; nothing where they cannot be moved
 */
export function onConditions(on: Expression, context: Context): Expression[] | undefined {
  const { fields, outer } = context.scope;
  const symbols: Context = { ...context, scope: symbolScope(fields, outer) };
  const forms: Expression[] = [];
  for (const part of conjuncts(normalForm(on, true))) {
    const form = withSymbols(part, fields);
    if (!form) return undefined;
    forms.push(asColumns(form, symbols));
  }
  return forms;
}

/** A comparison whose sides are of one type: the engine makes columns of the sides of a join. */
export function asColumns(condition: Expression, context: Context): Expression {
  if (condition.kind !== "compare" || condition.operator !== "=") return condition;
  const [a, b] = [condition.left, condition.right].map((side) => translate(side, context).type);
  const type = a && b && commonType(a, b);
  if (!a || !b || !type) return condition;
  const cast = (side: Expression, own: typeof a): Expression => {
    if (sameType(own, type) || (own.kind === "varchar" && type.kind === "varchar")) return side;
    const name = parseType(new Cursor(typeName(type)));
    return { kind: "cast", value: side, type: name, safe: false, position: side.position };
  };
  return { ...condition, left: cast(condition.left, a), right: cast(condition.right, b) };
}
