/**
 * Queries that name columns of the query around them: those that the engine has a plan for.
 * @module
 */
import { notSupported, type Position } from "../errors.ts";
import type { Expression, Query, Select } from "../sql/ast.ts";
import type { Scope } from "./context.ts";
import { hasAggregates, hasWindows } from "./grouping.ts";
import { conjuncts, some } from "./walk.ts";

/** How often queries inside have named columns of the scope, and of those around it. */
export function usesOf(scope: Scope | undefined): number {
  return scope ? (scope.uses?.count ?? 0) + usesOf(scope.outer) : 0;
}

/** Notes that a query inside names a column of the scope. */
export function noteUse(scope: Scope, name: Expression): void {
  scope.uses ??= { count: 0, names: new Set() };
  scope.uses.count++;
  scope.uses.names.add(name);
}

function isOuter(scope: Scope | undefined, name: Expression): boolean {
  return scope !== undefined &&
    (scope.uses?.names.has(name) === true || isOuter(scope.outer, name));
}

/**
 * Refuses what the engine refuses of a query that names columns of the scope around it.
 *
 * @param query The query, translated
 * @param scope The scope around it
 * @param place What it stands in; a list is that of `IN` and of comparisons with `ANY` and `ALL`
 * @param position Where it stands
 * @throws {QueryError} `NOT_SUPPORTED`
 */
export function requirePlan(
  query: Query,
  scope: Scope,
  place: "value" | "list",
  position: Position,
): void {
  const refuse = () => notSupported("Given correlated subquery", position);
  const { body } = query;
  if (query.offset || body.kind === "setop") throw refuse();
  if (body.kind === "values" && (body.rows.length > 1 || place === "list")) throw refuse();
  if (body.kind !== "select") return;
  const outer = (expression: Expression) => some(expression, (part) => isOuter(scope, part));
  const items = body.items.flatMap((item) => item.kind === "expression" ? [item.value] : []);
  if (items.some(hasWindows)) throw refuse();
  const limited = query.limit !== undefined;
  if (place === "list") {
    const reduced = limited || body.distinct || body.groupBy !== undefined;
    if (reduced || items.some(hasAggregates) || items.some(outer)) throw refuse();
  }
  if (limited && !(equalsAlone(body, scope) && !items.some(outer))) throw refuse();
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
