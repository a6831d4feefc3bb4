/**
 * GROUP BY, and what may stand in a SELECT that aggregates.
 * @module
 */
import { notSupported } from "../errors.ts";
import { FUNCTIONS } from "../functions/mod.ts";
import type { Expression, GroupingElement, Select } from "../sql/ast.ts";
import { typeName } from "../types/types.ts";
import type { Context, Grouping } from "./context.ts";
import { translate } from "./expression.ts";
import { ordinal } from "./query.ts";
import { some } from "./walk.ts";

/** Whether an expression calls an aggregate over the SELECT's groups. */
export function hasAggregates(expression: Expression): boolean {
  return some(expression, (part) => part.kind === "grouping" || isAggregate(part));
}

/** Whether an expression is a call of an aggregate over the SELECT's groups. */
export function isAggregate(expression: Expression): boolean {
  return expression.kind === "call" && expression.over === undefined &&
    FUNCTIONS.get(expression.name)?.kind === "aggregate";
}

/** Whether an expression calls a window function. */
export function hasWindows(expression: Expression): boolean {
  return some(expression, (part) => part.kind === "call" && part.over !== undefined);
}

/** Translates GROUP BY; an aggregated SELECT without one has a single group. */
export function groupBySql(
  select: Select,
  items: readonly Expression[],
  base: Context,
): { sql: string; grouping: Grouping } {
  const grouping: Grouping = { keys: [] };
  const context: Context = { ...base, clause: "GROUP BY clause" };
  const key = (expression: Expression, allowOrdinal = true): string => {
    const index = allowOrdinal
      ? ordinal(expression, items.length, "GROUP BY", base.env)
      : undefined;
    const meant = index === undefined ? expression : items[index] as Expression;
    const typed = translate(meant, { ...context, clauseAt: meant.position });
    if (typed.type.kind === "map" || typed.type.kind === "function") {
      throw notSupported(`GROUP BY a value of type ${typeName(typed.type)}`, meant.position);
    }
    grouping.keys.push({ kind: meant.kind, sql: typed.sql });
    return typed.sql;
  };
  const elements = (select.groupBy ?? []).map((element) => elementSql(element, key));
  if (select.groupByDistinct && elements.length > 1) {
    throw notSupported("GROUP BY DISTINCT", select.position);
  }
  const parts = elements.filter((element) => element !== "");
  const sql = parts.length > 0
    ? ` GROUP BY ${parts.join(", ")}`
    : select.groupBy
    ? " GROUP BY ALL"
    : "";
  if (select.groupBy && parts.length === 0) return { sql: "", grouping };
  return { sql, grouping };
}

function elementSql(
  element: GroupingElement,
  key: (expression: Expression, allowOrdinal?: boolean) => string,
): string {
  if (element.kind === "simple") return element.items.map((item) => key(item)).join(", ");
  const sets = element.items.map((set) => `(${set.map((item) => key(item)).join(", ")})`);
  // Of sets that are the same a cube has one.
  if (element.kind === "cube") return `CUBE (${[...new Set(sets)].join(", ")})`;
  if (element.kind === "sets") return `GROUPING SETS (${sets.join(", ")})`;
  return `${element.kind.toUpperCase()} (${sets.join(", ")})`;
}
