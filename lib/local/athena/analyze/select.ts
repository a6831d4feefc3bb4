/**
 * Translates one SELECT.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression, Select, SelectItem, SortItem } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { hasFloat, isFloat, typeName } from "../types/types.ts";
import { mayFail } from "../values/fallible.ts";
import { distinctSql, needsSortKey } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import type { Context, Env, Field, Grouping, Scope } from "./context.ts";
import { translate } from "./expression.ts";
import { all, filterSql, havingSql } from "./filter.ts";
import { groupBySql } from "./grouping.ts";
import { rewritten } from "./in_order.ts";
import { NotGrouped, notGroupedText } from "./names.ts";
import { planSql } from "./plan_sql.ts";
import { knownAfter } from "./planner/known.ts";
import { normalForm } from "./planner/normal_form.ts";
import { prune } from "./prune.ts";
import { prunePlan } from "./prune_plan.ts";
import { type Column, ordinal, scopeOf, type Sort, type Translated } from "./query.ts";
import { type TranslatedRelation, translateRelation } from "./relations.ts";
import { hasAggregates, hasFrames, hasWindows } from "./tree/calls.ts";
import { inRelation, nameChain } from "./tree/column_names.ts";
import { isSingle, isWritten } from "./tree/written.ts";
import { noteNamed, nothing, onlyChecked, unnoted } from "./unused.ts";
import { WindowRows } from "./window_rows.ts";
import { declareWindows, requireOrderable, shareWindows, sortSql, unorderable } from "./windows.ts";

interface Output {
  typed: Typed;
  name?: string;
  origin?: Field["origin"];
  expression?: Expression;
}

/**
 * Translates a SELECT with the ORDER BY that stands after it.
 *
 * @param sort When the rows are sorted
 */
export function translateSelect(
  select: Select,
  orderBy: readonly SortItem[],
  env: Env,
  outer: Scope | undefined,
  sort: Sort,
): Translated {
  const from = select.from
    ? translateRelation(select.from, { env, scope: scopeOf([], outer) })
    : { sql: "", fields: [] };
  const scope: Scope = {
    ...scopeOf(from.fields, outer),
    single: isSingle(select),
    written: isWritten(select),
  };
  const base: Context = { env, scope, lambdas: [], aggregates: false, clause: "WHERE clause" };
  checkWindows(select, base);
  let sql = fromWhereSql(from, select.where, base);
  if (select.where) prune(select.where, base);
  if (from.plan) prunePlan(from.plan, select.where, base);
  const written = [
    ...select.items.flatMap((item) => item.kind === "expression" ? [item.value] : []),
    ...orderBy.map(({ key }) => key),
  ];
  const grouped = select.groupBy !== undefined || select.having !== undefined ||
    written.some(hasAggregates);
  const rows = written.some(hasFrames) ? new WindowRows(env) : undefined;
  const selected: Scope = rows && !grouped
    ? { ...scope, fields: rows.fieldsOf(from.fields) }
    : scope;
  shareWindows(scope, selected);
  const items = select.items.flatMap((item) =>
    expandItem(item, selected.fields, { ...base, scope: selected })
  );
  let grouping: Grouping | undefined;
  if (grouped) {
    const groupBy = groupBySql(select, items.map((item) => item.expression), base);
    grouping = groupBy.grouping;
    sql += groupBy.sql;
  }
  const context: Context = {
    ...base,
    scope: selected,
    rows,
    clause: "SELECT",
    selectAt: select.position,
    aggregates: grouped,
    grouping,
    windows: true,
  };
  if (select.having) {
    const having: Context = {
      ...context,
      clause: "HAVING clause",
      windows: false,
      rows: undefined,
    };
    const { having: condition } = select;
    const grouped = select.groupBy !== undefined;
    sql += ` HAVING ${whole(condition, () => havingSql(condition, having, grouped))}`;
  }
  const { order } = env.session;
  const unused = order.unused.get(select);
  const outputOf = (item: Item): Output => {
    if (item.output) {
      noteNamed(order, item.output.typed.sql);
      if (!grouping) return item.output;
      return { ...item.output, typed: translateItem(item.expression, context) };
    }
    const typed = translateItem(item.expression, context);
    const origin = originOf(item.expression, selected, typed);
    return {
      typed,
      ...(item.name === undefined ? {} : { name: item.name }),
      ...(origin ? { origin } : {}),
    };
  };
  const outputs = items.map((item, i) => {
    if (!unused?.has(i)) return outputOf(item);
    const output = unnoted(order, () => outputOf(item));
    return { ...output, typed: nothing(output.typed.type) };
  });
  // One row stays one where nothing of its aggregates is left.
  const emptied = unused !== undefined || rows !== undefined ||
    outputs.some(({ typed }) => typed.type.kind === "unknown");
  if (grouped && emptied && !select.groupBy && !select.having) sql += " HAVING count(*) >= 0";
  const windowed = select.items.some((item) =>
    item.kind === "expression" && hasWindows(item.value)
  );
  if (sort === "never") {
    onlyChecked(env.session, () => orderKeys(orderBy, outputs, select, context));
  }
  const sorting = sort === "never" ? [] : orderKeys(orderBy, outputs, select, context);
  const keys = sorting.map(({ item, key, index }) => {
    const computed = needsSortKey(key.type) || isFloat(key.type) ||
      (item.nullsFirst && hasFloat(key.type));
    return sortSql(
      item,
      index === undefined || computed ? key : { ...key, sql: String(index + 1) },
    );
  });
  if (keys.some(mayFail)) order.matters = true;
  // A single row has no order.
  if (order.kept && scope.single) keys.length = 0;
  const list = outputs.map(({ typed }, i) => `${columnSql(typed)} AS c${i}`);
  const distinct = select.distinct ? distinctSql(outputs.map(({ typed }) => typed)) : "";
  const added = sort === "later"
    ? sorting.flatMap(({ key, index }, i) => index === undefined ? [`${key.sql} AS k${i}`] : [])
    : [];
  const columns = `${distinct}${[...list, ...added].join(", ")}`;
  const source = rows ? ` FROM ${rows.sql(sql, `${columns} ${keys.join(", ")}`)}` : sql;
  sql = `SELECT ${columns}${source}`;
  if (keys.length > 0 && sort === "now") sql += ` ORDER BY ${keys.join(", ")}`;
  const known = grouping && !select.groupBy ? [] : knownAfter(
    select.where,
    from.known ?? [],
    items.map(({ expression }) => expression),
    from.fields,
  );
  return {
    sql,
    known,
    columns: outputs.map((output): Column => ({
      ...(output.name === undefined ? {} : { name: output.name }),
      type: output.typed.type,
      ...(output.origin && !windowed && !(select.groupBy?.some((g) => g.kind !== "simple"))
        ? { origin: output.origin }
        : {}),
    })),
    ...(sort === "later"
      ? {
        keys: sorting.map(({ item, key, index }, i) => ({
          item,
          type: key.type,
          column: index === undefined ? `k${i}` : `c${index}`,
        })),
      }
      : {}),
  };
}

/** Named windows are checked even where no call is over them. */
function checkWindows({ windows }: Select, base: Context): void {
  const { session } = base.env;
  const context: Context = { ...base, clause: "window specification", aggregates: true };
  onlyChecked(session, () => declareWindows(windows, context));
}

/** Translates FROM and WHERE. */
function fromWhereSql(
  from: TranslatedRelation,
  where: Expression | undefined,
  base: Context,
): string {
  const context: Context = where ? { ...base, clauseAt: where.position } : base;
  const clauses = (relations: string, condition: string) =>
    `${relations && ` FROM ${relations}`}${condition && ` WHERE ${condition}`}`;
  return rewritten(
    base.env.session,
    () => ({ sql: clauses(from.sql, where ? filterSql(where, context, "WHERE") : "") }),
    () => {
      const written = from.sql ? planSql(from, where, context) : undefined;
      return written && { sql: clauses(written.from, all(written.where)) };
    },
  ).sql;
}

/** Translates a column of the list, or a key of its order. */
function translateWhole(expression: Expression, context: Context): Typed {
  return rewritten(context.env.session, () => translate(expression, context), () => {
    const form = normalForm(expression, true);
    return form === expression ? undefined : translate(form, context);
  });
}

function columnSql(typed: Typed): string {
  return typed.type.kind === "unknown" ? "CAST(NULL AS INTEGER)" : typed.sql;
}

function originOf(expression: Expression, scope: Scope, typed: Typed): Field["origin"] {
  if (!nameChain(expression)) return undefined;
  return scope.fields.find((field) => field.sql === typed.sql)?.origin;
}

interface Item {
  expression: Expression;
  name?: string;
  /** Set where the item comes from `*`. */
  output?: Output;
}

function expandItem(item: SelectItem, fields: readonly Field[], context: Context): Item[] {
  if (item.kind === "expression") {
    const name = item.alias?.value ?? nameChain(item.value)?.at(-1)?.value;
    return [{ expression: item.value, ...(name === undefined ? {} : { name }) }];
  }
  let wanted = fields.filter((field) => !field.hidden);
  if (item.base) {
    const chain = nameChain(item.base)?.map((part) => part.value.toLowerCase());
    const matching = chain && wanted.filter((field) => inRelation(field, chain));
    if (!matching || matching.length === 0) return expandRow(item.base, context);
    wanted = matching;
  } else if (fields.length === 0) {
    throw new QueryError(
      "COLUMN_NOT_FOUND",
      "SELECT * not allowed in queries without FROM clause",
      item.position,
    );
  }
  return wanted.map((field): Item => {
    field.reads?.scan.used.add(field.reads.column);
    const output: Output = {
      typed: { sql: field.sql, type: field.type },
      ...(field.label === undefined ? {} : { name: field.label }),
      ...(field.origin ? { origin: field.origin } : {}),
    };
    const expression = fieldExpression(field, item);
    return { expression, output };
  });
}

/** An expression that names a column, for the checks of an aggregated SELECT. */
function fieldExpression(field: Field, item: SelectItem): Expression {
  const { position } = item;
  const parts = [...(field.relation ?? []), field.name ?? ""];
  let expression: Expression = {
    kind: "name",
    name: { value: parts[0] as string, position },
    position,
  };
  for (const part of parts.slice(1)) {
    expression = { kind: "field", base: expression, name: { value: part, position }, position };
  }
  return expression;
}

function expandRow(base: Expression, context: Context): Item[] {
  const row = translate(base, context);
  if (row.type.kind !== "row") {
    throw new QueryError(
      "TABLE_NOT_FOUND",
      `Table '${
        nameChain(base)?.map((part) => part.value).join(".") ?? typeName(row.type)
      }' not found`,
      base.position,
    );
  }
  return row.type.fields.map((field, i) => ({
    expression: base,
    output: {
      typed: { sql: `(${row.sql})._${i}`, type: field.type },
      ...(field.name === undefined ? {} : { name: field.name }),
    },
  }));
}

function translateItem(expression: Expression, context: Context): Typed {
  return whole(expression, () => translateWhole(expression, context));
}

/** Translates an expression of which messages tell the whole where a part is not grouped. */
function whole<T>(expression: Expression, translated: () => T): T {
  try {
    return translated();
  } catch (error) {
    if (!(error instanceof NotGrouped)) throw error;
    throw new QueryError(error.code, notGroupedText(expression), expression.position);
  }
}

/** What rows are ordered by. */
interface OrderKey {
  item: SortItem;
  key: Typed;
  /** Which column of the SELECT's list it is. */
  index?: number;
}

function orderKeys(
  orderBy: readonly SortItem[],
  outputs: readonly Output[],
  select: Select,
  context: Context,
): OrderKey[] {
  const named = outputs.map((output) => ({
    ...(output.name === undefined ? {} : { name: output.name.toLowerCase() }),
    typed: output.typed,
  }));
  return orderBy.map((item): OrderKey => {
    const position = ordinal(item.key, outputs.length, "ORDER BY");
    if (position !== undefined) {
      const key = (outputs[position] as Output).typed;
      requireOrderable(key.type, unorderable(`:input(${position})`, select.position));
      return { item, key, index: position };
    }
    const key = translateItem(item.key, { ...context, clause: "ORDER BY", outputs: named });
    const index = outputs.findIndex((output) => output.typed.sql === key.sql);
    requireOrderable(key.type, unorderable(format(item.key), select.position));
    if (index >= 0) return { item, key, index };
    if (select.distinct) {
      throw new QueryError(
        "EXPRESSION_NOT_IN_DISTINCT",
        "For SELECT DISTINCT, ORDER BY expressions must appear in select list",
        select.position,
      );
    }
    return { item, key };
  });
}
