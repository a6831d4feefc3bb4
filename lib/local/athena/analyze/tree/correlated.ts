/**
 * Queries that name columns of the query around them: those that the engine has a plan for.
 * @module
 */
import { notSupported, type Position, QueryError } from "../../errors.ts";
import type { Expression, Query, Relation, Select } from "../../sql/ast.ts";
import type { Scope, Uses } from "../context.ts";
import { hasAggregates, hasWindows, isAggregate } from "./calls.ts";
import { isConstant } from "./constants.ts";
import { conjuncts, some } from "./walk.ts";
import { bare } from "./written.ts";

/** What the engine says of a query that it has no plan for. */
export function noPlan(position: Position): QueryError {
  return notSupported("Given correlated subquery", position);
}

/** Notes that a query, whose scope is `from`, names a column of a scope around it. */
export function noteUse(scope: Scope, name: Expression, from: Scope): void {
  const uses = scope.uses ??= { names: new Set(), count: 0, unplanned: false };
  uses.names.add(name);
  uses.count++;
  for (let at = from.outer; at && at !== scope; at = at.outer) {
    if (!at.single) uses.unplanned = true;
  }
}

/** Does some work, and tells whose columns it has named: the scope's, and those of scopes around. */
export function watchUses<T>(scope: Scope | undefined, work: () => T): { result: T; used: Uses[] } {
  const before = new Map<Uses | undefined, number>();
  for (let at = scope; at; at = at.outer) before.set(at.uses, at.uses?.count ?? 0);
  const result = work();
  const used: Uses[] = [];
  for (let at = scope; at; at = at.outer) {
    if (at.uses && at.uses.count > (before.get(at.uses) ?? 0)) used.push(at.uses);
  }
  return { result, used };
}

/** Does some work where the engine does not reach the columns of the scope and those around it. */
export function outOfReach<T>(scope: Scope | undefined, work: () => T): T {
  const { result, used } = watchUses(scope, work);
  for (const uses of used) uses.unplanned = true;
  return result;
}

/** Translates a query that another selects from; `scope` is the one around that other. */
export function within<T>(query: Query, scope: Scope | undefined, translate: () => T): T {
  const { result, used } = watchUses(scope, translate);
  if (scope && used.length > 0 && !hasPlan(query, scope, "rows")) {
    for (const uses of used) uses.unplanned = true;
  }
  return result;
}

/** Refuses names of columns around in the condition of an outer join. */
export function requireNoOuter(condition: Expression, scope: Scope | undefined): void {
  some(condition, (part) => {
    if (!isOuter(scope, part)) return false;
    const name = part.kind === "field"
      ? part.name.value
      : part.kind === "name"
      ? part.name.value
      : "";
    throw new QueryError(
      "NOT_SUPPORTED",
      `Reference to column '${name}' from outer scope not allowed in this context`,
      part.position,
    );
  });
}

function isOuter(scope: Scope | undefined, name: Expression): boolean {
  return scope !== undefined &&
    (scope.uses?.names.has(name) === true || isOuter(scope.outer, name));
}

/**
 * Translates a query, and refuses what the engine refuses of one that names columns of the scope
 * around it.
 *
 * @param query The query
 * @param scope The scope around it
 * @param place What of it is asked for: a value or its rows with their values; whether there are
 *   rows; a list as that of `IN` and of comparisons with `ANY` and `ALL`
 * @param position Where it stands
 * @param translate Translates it
 * @returns The query, translated
 * @throws {QueryError} `NOT_SUPPORTED`
 */
export function planned<T>(
  query: Query,
  scope: Scope,
  place: Place,
  position: Position,
  translate: () => T,
): T {
  const { result, used } = watchUses(scope, translate);
  if (used.length > 0 && !hasPlan(query, scope, place)) {
    for (const uses of used) uses.unplanned = true;
  }
  // Where only columns further out are named, the query between is the one that is refused.
  if (scope.uses?.unplanned && used.includes(scope.uses)) throw noPlan(position);
  return result;
}

type Place = "value" | "rows" | "list";

function hasPlan(
  { body, limit, offset, orderBy }: Query,
  scope: Scope,
  place: Place,
): boolean {
  if (offset || body.kind === "setop") return false;
  if (body.kind === "values") return body.rows.length === 1 && place !== "list";
  if (body.kind !== "select") return true;
  const outer = (expression: Expression) => some(expression, (part) => isOuter(scope, part));
  const items = itemsOf(body);
  const keys = body.groupBy?.flatMap((group) => group.items.flat()) ?? [];
  if (items.some(hasWindows) || keys.some(outer)) return false;
  if (body.distinct && items.some(outer)) return false;
  if (limit && orderBy.some(({ key }) => outer(key))) return false;
  if (place === "list") {
    const reduced = limit || body.distinct || body.groupBy || items.some(hasAggregates);
    if (reduced || items.some(outer) || unnests(body, outer)) return false;
  }
  if (place === "value" && carries(body, outer) && !keepsOneRow(body, outer)) return false;
  return (!limit || (equalsAlone(body, scope) && !items.some(outer))) && reaches(body, outer);
}

/** Whether a column is one of the query around, or made of it. */
function carries(select: Select, outer: (expression: Expression) => boolean): boolean {
  return itemsOf(select).some(outer) || carried(select.from, outer);
}

function carried(from: Relation | undefined, outer: (expression: Expression) => boolean): boolean {
  const source = bare(from);
  return source?.kind === "derived" && source.query.body.kind === "select" &&
    carries(source.query.body, outer);
}

/** Whether a SELECT has as many rows as there are around it, with no condition in between. */
function keepsOneRow(select: Select, outer: (expression: Expression) => boolean): boolean {
  const { from, where, having, groupBy } = select;
  if (where && !holds(where) && !isGlobal(select)) return false;
  if (having && !holds(having)) return false;
  if (isGlobal(select)) return !carried(from, outer) || !itemsOf(select).some(hasArguments);
  const source = bare(from);
  if (source?.kind === "unnest") return !groupBy;
  return hasOneRow(from);
}

/** Whether all rows are aggregated to one. */
function isGlobal({ groupBy, items, having }: Select): boolean {
  const keys = groupBy?.flatMap((group) => group.items.flat()) ?? [];
  const aggregates = having !== undefined || groupBy !== undefined ||
    itemsOf({ items }).some(hasAggregates);
  return aggregates && keys.length === 0;
}

const hasArguments = (item: Expression) =>
  some(item, (part) => part.kind === "call" && isAggregate(part) && part.args.length > 0);

function hasOneRow(from: Relation | undefined): boolean {
  const source = bare(from);
  switch (source?.kind) {
    case undefined:
      return true;
    case "values":
      return source.rows.length === 1;
    case "join":
      return hasOneRow(source.left) && hasOneRow(source.right) && (!source.on || holds(source.on));
    case "derived": {
      const { body, limit, offset } = source.query;
      if (limit || offset) return false;
      if (body.kind === "values") return body.rows.length === 1;
      if (body.kind !== "select" || (body.having && !holds(body.having))) return false;
      if (isGlobal(body)) return true;
      return (!body.where || holds(body.where)) && hasOneRow(body.from);
    }
    default:
      return false;
  }
}

/** Whether a condition holds without a look at any row. */
function holds(condition: Expression): boolean {
  return condition.kind === "boolean" ? condition.value : isConstant(condition);
}

function itemsOf({ items }: Pick<Select, "items">): Expression[] {
  return items.flatMap((item) => item.kind === "expression" ? [item.value] : []);
}

/** Whether the rows are those of an UNNEST of columns around. */
function unnests({ from }: Select, outer: (expression: Expression) => boolean): boolean {
  const source = bare(from);
  if (source?.kind === "unnest") return source.items.some(outer);
  return source?.kind === "derived" && source.query.body.kind === "select" &&
    unnests(source.query.body, outer);
}

/** Whether columns around stand where the engine can take them out of the query. */
function reaches(select: Select, outer: (expression: Expression) => boolean): boolean {
  const items = itemsOf(select);
  if (unnests(select, outer)) {
    const keys = select.groupBy?.some((group) => group.items.flat().length > 0);
    const filtered = items.some((item) =>
      some(item, (part) => part.kind === "call" && part.filter !== undefined)
    );
    return !(select.where || select.having || select.distinct || keys || filtered);
  }
  const parts = select.having ? [...items, select.having] : items;
  return !parts.some((part) => some(part, (call) => isAggregate(call) && outer(call)));
}

/** Whether all that names the scope around are conditions `column = column of the scope`. */
function equalsAlone(select: Select, scope: Scope): boolean {
  return (select.where ? conjuncts(select.where) : []).every((condition) => {
    if (!some(condition, (part) => isOuter(scope, part))) return true;
    if (condition.kind !== "compare" || condition.operator !== "=") return false;
    return [condition.left, condition.right].every((side) =>
      side.kind === "name" || side.kind === "field"
    );
  });
}
