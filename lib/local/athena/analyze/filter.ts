/**
 * Translates the conditions of WHERE and ON, whose parts the engine looks at in an order of its own:
 * those over one relation by themselves, first those that a table is asked for, then as written.
 * @module
 */
import { notSupported } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { hasFloat, OWN_ZONE } from "../types/types.ts";
import { mayFail } from "../values/fallible.ts";
import { equal } from "../values/operators.ts";
import type { Context, Scope } from "./context.ts";
import { logical, translate } from "./expression.ts";
import { connected, type Part, partOf, rewritten } from "./in_order.ts";
import { normalForm } from "./planner/normal_form.ts";
import { hasAggregates } from "./tree/calls.ts";
import { nameChain } from "./tree/column_names.ts";
import { isConstant } from "./tree/constants.ts";
import { conjuncts } from "./tree/walk.ts";

interface Conjunct extends Part {
  /** Whether DuckDB may have to compute it in its place. */
  fails: boolean;
  /** The relation it is over, where it is over one. */
  relation: string | undefined;
  /** The table's column that it asks for values of. */
  column: string | undefined;
}

/**
 * Translates a condition.
 *
 * @param condition The condition
 * @param context Where it stands
 * @param clause Name of the clause, for messages
 * @returns DuckDB's SQL, in which the parts keep their order where it matters
 * @throws {QueryError} What is wrong with the condition
 */
export function filterSql(condition: Expression, context: Context, clause: string): string {
  const { sql } = rewritten(
    context.env.session,
    () => logical(condition, context, clause),
    () => ({ sql: all(filterParts(conjuncts(normalForm(condition, true)), context)) }),
  );
  const parts = conjuncts(condition);
  for (const part of parts) refuseOtherZone(part, context);
  const numbers = parts.flatMap((part) =>
    part.kind === "inquery" ? noNaN(part.value, context) : []
  );
  return all([sql, ...numbers]);
}

/** Where IN over a query keeps rows the engine joins, and NaN equals nothing. */
function noNaN(value: Expression, context: Context): string[] {
  const { sql, type } = translate(value, context);
  return hasFloat(type) ? [equal(sql, sql, type)] : [];
}

/** Conditions that must all hold. */
export function all(conditions: readonly string[]): string {
  return conditions.length > 1 ? `(${conditions.join(" AND ")})` : conditions[0] ?? "";
}

/**
 * Translates conditions that must all hold, those over one relation together.
 *
 * @param parts The conditions
 * @param context Where they stand
 * @returns DuckDB's SQL of each, or of some together whose order matters
 */
export function filterParts(parts: readonly Expression[], context: Context): string[] {
  const conditions = parts.map((part) => conjunctOf(part, context));
  const relations = new Set(conditions.flatMap(({ relation }) => relation || []));
  const groups = new Map<string, Conjunct[]>();
  const sql: string[] = [];
  for (const part of conditions) {
    const relation = part.relation === "" && relations.size === 1
      ? [...relations][0]
      : part.relation;
    if (relation === undefined) sql.push(part.sql);
    else groups.set(relation, [...(groups.get(relation) ?? []), part]);
  }
  for (const group of groups.values()) sql.push(...inOrder(group));
  return sql;
}

/**
 * Refuses to join relations on times whose zones may differ: the engine takes one column for the
 * other then, and shows the one's zone for both.
 */
function refuseOtherZone(part: Expression, context: Context): void {
  if (part.kind !== "compare" || part.operator !== "=") return;
  const { left, right } = part;
  if (!nameChain(left) || !nameChain(right)) return;
  const [a, b] = [translate(left, context), translate(right, context)];
  if (a.type.kind !== "timestamp with time zone" || b.type.kind !== a.type.kind) return;
  const relation = ({ sql }: { sql: string }) => /^r\d+/.exec(sql)?.[0];
  const same = a.type.zone === b.type.zone && a.type.zone !== OWN_ZONE;
  if (same || relation(a) === relation(b)) return;
  throw notSupported("a JOIN on times whose zones may differ", part.position);
}

/**
 * Translates the condition of HAVING: the parts over the keys alone are for the rows before they are
 * grouped.
 *
 * @param condition The condition
 * @param context Where it stands
 * @param keys Whether rows are grouped by keys
 * @returns DuckDB's SQL
 * @throws {QueryError} What is wrong with the condition
 */
export function havingSql(condition: Expression, context: Context, keys: boolean): string {
  const parts = conjuncts(normalForm(condition, true));
  const early = keys ? parts.filter((part) => !hasAggregates(part)) : [];
  const late = parts.filter((part) => !early.includes(part));
  return rewritten(context.env.session, () => logical(condition, context, "HAVING"), () => {
    if (parts.length < 2) return undefined;
    const [first, then] = [equalitiesLast(early), late].map((list) =>
      list.map((part) => partOf(part, logical(part, context), context))
    ) as [Part[], Part[]];
    if (first.length === 0 || then.length === 0) {
      return { sql: connected("and", [...first, ...then], true) };
    }
    const [before, after] = [connected("and", first, true), connected("and", then, true)];
    return { sql: `(${before} AND CASE WHEN ${before} THEN ${after} ELSE FALSE END)` };
  }).sql;
}

/** Translates the condition after FILTER. */
export function maskSql(condition: Expression, context: Context): string {
  return rewritten(
    context.env.session,
    () => logical(condition, context),
    () => logical(normalForm(condition, true), context),
  ).sql;
}

/** What passes a grouping: of equalities more is made, which stands behind the others. */
function equalitiesLast(parts: readonly Expression[]): Expression[] {
  const equality = (part: Expression) => part.kind === "compare" && part.operator === "=";
  return [...parts.filter((part) => !equality(part)), ...parts.filter(equality)];
}

/** Conditions over one relation. */
function inOrder(group: readonly Conjunct[]): string[] {
  const first = group.filter(({ column }) => column !== undefined);
  const others = group.filter(({ column }) => column === undefined);
  const ordered = [...first, ...others];
  if (group.length < 2 || !group.some(({ fails }) => fails)) return group.map(({ sql }) => sql);
  // Rows that these leave out need not be read; those of which they know nothing are looked at.
  const known = first.map(({ sql, column }) => `(${sql} OR ${column} IS NULL)`);
  return [...known, connected("and", ordered, true)];
}

function conjunctOf(part: Expression, context: Context): Conjunct {
  const { sql } = logical(part, context);
  const bare = sql.replaceAll(/'(?:[^']|'')*'/g, "");
  const relations = new Set(bare.match(/\br\d+(?=\.)/g));
  // Queries inside are joined, after what is over the rows alone.
  const joined = relations.size > 1 || /\bSELECT\b/.test(bare);
  const fails = !joined && mayFail(sql);
  return {
    sql,
    constant: isConstant(part),
    fails,
    relation: joined ? undefined : [...relations][0] ?? "",
    column: fails || joined ? undefined : asked(part, context),
  };
}

/** The one column of a table whose values a condition compares with constants. */
function asked(condition: Expression, context: Context): string | undefined {
  switch (condition.kind) {
    case "not":
      return asked(condition.value, context);
    case "and":
    case "or": {
      const columns = new Set(condition.items.map((item) => asked(item, context)));
      return columns.size === 1 ? [...columns][0] : undefined;
    }
    case "compare":
    case "distinct":
      return isConstant(condition.left)
        ? columnOf(condition.right, context)
        : isConstant(condition.right)
        ? columnOf(condition.left, context)
        : undefined;
    case "between":
      return isConstant(condition.low) && isConstant(condition.high)
        ? columnOf(condition.value, context)
        : undefined;
    case "in":
      return condition.items.every(isConstant) ? columnOf(condition.value, context) : undefined;
    case "isnull":
      return columnOf(condition.value, context);
    default:
      return columnOf(condition, context);
  }
}

function columnOf(name: Expression, context: Context): string | undefined {
  if (!nameChain(name)) return undefined;
  const { sql } = translate(name, context);
  for (let scope: Scope | undefined = context.scope; scope; scope = scope.outer) {
    const field = scope.fields.find((candidate) => candidate.sql === sql);
    if (field) return field.reads && sql;
  }
  return undefined;
}
