/**
 * GROUP BY, and what may stand in a SELECT that aggregates.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Expression, GroupingElement, Select } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { keyOf } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import type { Context, Grouping, Scope } from "./context.ts";
import { translate } from "./expression.ts";
import { ordinal } from "./query.ts";
import { nameChain } from "./tree/column_names.ts";

/** Translates GROUP BY; an aggregated SELECT without one has a single group. */
export function groupBySql(
  select: Select,
  items: readonly Expression[],
  base: Context,
): { sql: string; grouping: Grouping } {
  const grouping: Grouping = { keys: [] };
  const context: Context = { ...base, clause: "GROUP BY clause" };
  const sets = select.groupBy?.some((element) => element.kind !== "simple") ?? false;
  const key = (expression: Expression, ofSet = false): string => {
    const index = ofSet ? undefined : ordinal(expression, items.length, "GROUP BY");
    const meant = index === undefined ? expression : items[index] as Expression;
    const typed = translate(meant, { ...context, clauseAt: meant.position });
    if (ofSet && !isColumn(meant, typed, base.scope)) throw noColumn(meant);
    const by = keyOf(typed.sql, typed.type);
    const first = `first(${typed.sql})`;
    const shown = by === typed.sql
      ? by
      : sets
      ? `CASE WHEN GROUPING(${by}) = 0 THEN ${first} END`
      : first;
    grouping.keys.push({ kind: meant.kind, sql: typed.sql, by, shown });
    return by;
  };
  if (select.groupByDistinct && sets) {
    return { sql: ` GROUP BY GROUPING SETS (${distinctSets(select, key).join(", ")})`, grouping };
  }
  const elements = (select.groupBy ?? []).map((element) => elementSql(element, key));
  const parts = elements.filter((element) => element !== "");
  const sql = parts.length > 0
    ? ` GROUP BY ${parts.join(", ")}`
    : select.groupBy
    ? " GROUP BY ALL"
    : "";
  if (select.groupBy && parts.length === 0) return { sql: "", grouping };
  return { sql, grouping };
}

function isColumn(expression: Expression, { sql }: Typed, scope: Scope): boolean {
  return nameChain(expression) !== undefined && scope.fields.some((field) => field.sql === sql);
}

function noColumn(expression: Expression): QueryError {
  return new QueryError(
    "INVALID_COLUMN_REFERENCE",
    `GROUP BY expression must be a column reference: ${format(expression)}`,
    expression.position,
  );
}

/** Translates a key of GROUP BY, which in a set of several is a column. */
type KeySql = (expression: Expression, ofSet?: boolean) => string;

/** Each of the sets that all elements together make, once. */
function distinctSets(select: Select, key: KeySql): string[] {
  let sets: string[][] = [[]];
  for (const element of select.groupBy ?? []) {
    const own = elementSets(element, key);
    if (sets.length * own.length > MOST_SETS) {
      throw notSupported(`more than ${MOST_SETS} grouping sets`, element.position);
    }
    sets = sets.flatMap((one) => own.map((other) => [...new Set([...one, ...other])]));
  }
  const seen = new Map(sets.map((set) => [[...set].sort().join(", "), set]));
  return [...seen.values()].map((set) => `(${set.join(", ")})`);
}

const MOST_SETS = 4096;

/** The sets of columns that one element of GROUP BY makes. */
function elementSets(element: GroupingElement, key: KeySql): string[][] {
  if (element.kind === "simple") return [element.items.map((item) => key(item))];
  const items = element.items.map((set) => set.map((item) => key(item, true)));
  switch (element.kind) {
    case "sets":
      return items;
    case "rollup":
      return [...items.map((_, i) => items.slice(0, items.length - i).flat()), []];
    case "cube":
      return items.reduce((sets, item) => sets.flatMap((set) => [[...set, ...item], set]), [
        [],
      ] as string[][]);
  }
}

function elementSql(element: GroupingElement, key: KeySql): string {
  if (element.kind === "simple") return element.items.map((item) => key(item)).join(", ");
  const sets = element.items.map((set) => `(${set.map((item) => key(item, true)).join(", ")})`);
  // Of sets that are the same a cube has one.
  if (element.kind === "cube") return `CUBE (${[...new Set(sets)].join(", ")})`;
  if (element.kind === "sets") return `GROUPING SETS (${sets.join(", ")})`;
  return `${element.kind.toUpperCase()} (${sets.join(", ")})`;
}
