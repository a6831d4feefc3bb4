/**
 * Joins whose conditions may fail, written so that DuckDB looks at each where the engine does.
 * @module
 */
import type { Expression } from "../sql/ast.ts";
import { mayFail } from "../values/fallible.ts";
import type { Context, Field } from "./context.ts";
import { equalitiesIn } from "./equalities.ts";
import { logical } from "./expression.ts";
import { filterParts } from "./filter.ts";
import { connected, partOf } from "./in_order.ts";
import { asColumns, planOf } from "./join_plan.ts";
import { knownUnder } from "./planner/known.ts";
import { normalForm } from "./planner/normal_form.ts";
import { fieldsOf, isBetween, type Joined, type Plan, type Tested } from "./planner/plan.ts";
import { pushDown } from "./planner/push_down.ts";
import { symbol, symbolScope, withSymbols } from "./planner/symbols.ts";
import type { TranslatedRelation } from "./relations.ts";
import { inRows, type Rows, rowsOf } from "./subqueries.ts";
import { conjuncts, some } from "./tree/walk.ts";

type InQuery = Extract<Expression, { kind: "inquery" }>;

/** FROM and WHERE, as DuckDB's SQL. */
export interface FromWhere {
  from: string;
  where: string[];
}

/**
 * Writes FROM and WHERE with each condition where the engine looks at it.
 *
 * @param from What is selected from
 * @param where The condition on it
 * @param context Where the condition stands
 * @returns SQL; nothing where no condition may fail, or each stays where it is written
 */
export function planSql(
  from: TranslatedRelation,
  where: Expression | undefined,
  context: Context,
): FromWhere | undefined {
  const parts = where ? conjuncts(normalForm(where, true)) : [];
  const forms = parts.map((part) => withSymbols(part, context.scope.fields));
  const queries = parts.filter((part, i) => forms[i] === undefined && hasQuery(part));
  const plan = planOf(from);
  if (!plan || (!from.plan && queries.length === 0)) return undefined;
  const tests = testsOf(queries, context);
  const fields = [...fieldsOf(plan), ...tests.flatMap(({ fields }) => fields)];
  const own: Context = { ...context, scope: symbolScope(fields, context.scope.outer) };
  const whole = tests.reduce<Plan>((source, test) => tested(source, test, own), plan);
  const moved = pushDown(
    whole,
    forms.filter((form) => form !== undefined),
    equalitiesIn(whole, own),
  );
  const matters = conditionsOf(moved).some((condition) =>
    condition.kind === "boolean" || mayFail(logical(condition, own).sql)
  );
  if (!matters) return undefined;
  const writer: Writer = { context, own, tests };
  const { sql, floating } = written(moved, writer);
  const others = parts.filter((part, i) => forms[i] === undefined && !queries.includes(part));
  return {
    from: sql,
    where: [...floating, ...others.map((part) => logical(part, context).sql)],
  };
}

/** A condition with a query inside, and what is known of the query where it is a list. */
interface Test {
  part: Expression;
  in?: { expression: InQuery; rows: Rows; value: Expression; keeps: boolean };
  fields: Field[];
}

function testsOf(queries: readonly Expression[], context: Context): Test[] {
  return queries.map((part): Test => {
    const list = part.kind === "not" ? part.value : part;
    const value = list.kind === "inquery" && withSymbols(list.value, context.scope.fields);
    if (list.kind !== "inquery" || !value) return { part, fields: [] };
    const rows = rowsOf(list, context);
    const [column] = rows.query.columns;
    if (!column || rows.query.columns.length > 1) return { part, fields: [] };
    return {
      part,
      in: { expression: list, rows, value, keeps: list === part },
      fields: [{ sql: `${rows.alias}.c0`, type: column.type }],
    };
  });
}

function tested(source: Plan, { part, in: list, fields }: Test, own: Context): Tested {
  const { position } = part;
  const on = list && fields[0] && asColumns({
    kind: "compare",
    operator: "=",
    left: list.value,
    right: symbol(fields[0].sql, position),
    position,
  }, own);
  return {
    kind: "test",
    source,
    test: part,
    keeps: !list ? "by a value" : list.keeps ? "those in" : "others",
    on: on ? [on] : [],
    rows: {
      kind: "leaf",
      sql: "",
      fields,
      known: list ? knownUnder(list.rows.alias, list.rows.query.known) : [],
      filter: [],
      equalitiesLast: false,
    },
    filter: [],
  };
}

function hasQuery(expression: Expression): boolean {
  return some(
    expression,
    ({ kind }) => ["subquery", "exists", "inquery", "quantified"].includes(kind),
  );
}

function conditionsOf(plan: Plan): Expression[] {
  switch (plan.kind) {
    case "leaf":
      return [...plan.filter];
    case "unnest":
      return [...plan.filter, ...conditionsOf(plan.source)];
    case "test":
      return [...plan.filter, ...conditionsOf(plan.source), ...conditionsOf(plan.rows)];
    case "join":
      return [...plan.filter, ...plan.on, ...conditionsOf(plan.left), ...conditionsOf(plan.right)];
  }
}

/** SQL of a plan, and the conditions that may stand beside it or further out. */
interface Written {
  sql: string;
  floating: string[];
}

/** Where conditions stand: as they are written, and with columns that go by their SQL. */
interface Writer {
  context: Context;
  own: Context;
  tests: readonly Test[];
}

function written(plan: Plan, writer: Writer): Written {
  switch (plan.kind) {
    case "leaf": {
      const relations = new Set(plan.fields.map(({ sql }) => /^\w+/.exec(sql)?.[0]));
      const floating = relations.size > 1
        ? chain(plan.filter, writer)
        : filterParts(plan.filter, writer.own);
      return { sql: plan.sql, floating };
    }
    case "unnest": {
      const { sql, floating } = written(plan.source, writer);
      return {
        sql: `${sql} ${plan.sql}`,
        floating: [...floating, ...chain(plan.filter, writer)],
      };
    }
    case "test": {
      const { sql, floating } = written(plan.source, writer);
      const test = testSql(plan, writer);
      return { sql, floating: [...floating, test, ...chain(plan.filter, writer)] };
    }
    case "join":
      return writtenJoin(plan, writer);
  }
}

function testSql({ test, rows: { filter } }: Tested, { context, own, tests }: Writer): string {
  const list = tests.find(({ part }) => part === test)?.in;
  if (!list) return logical(test, context).sql;
  const { sql } = inRows(list.expression, list.rows, context, filterParts(filter, own), list.keeps);
  return list.keeps ? sql : `(NOT ${sql})`;
}

function writtenJoin(plan: Joined, writer: Writer): Written {
  const { type } = plan;
  const [left, right] = [written(plan.left, writer), written(plan.right, writer)];
  const isKey = (one: Expression) => isBetween(one, plan.left, plan.right);
  const keys = plan.on.filter(isKey).map((one) => logical(one, writer.own).sql);
  const rest = chain(plan.on.filter((one) => !isKey(one)), writer);
  const beside = [
    ...type === "INNER" || type === "LEFT" ? left.floating : [],
    ...type === "INNER" || type === "RIGHT" ? right.floating : [],
  ];
  const within = [
    ...type === "RIGHT" ? left.floating : [],
    ...type === "LEFT" ? right.floating : [],
  ];
  // Only what has the same keys is looked at.
  const both = keys.length === 0 || type === "INNER"
    ? rest
    : rest.map((sql) => `CASE WHEN ${keys.join(" AND ")} THEN ${sql} ELSE FALSE END`);
  const on = type === "INNER" ? keys : [...keys, ...both, ...within];
  const side = plan.right.kind === "leaf" ? right.sql : `(${right.sql})`;
  const how = on.length === 0 && type === "INNER"
    ? `CROSS JOIN ${side}`
    : `${type} JOIN ${side} ON ${on.length > 0 ? on.join(" AND ") : "TRUE"}`;
  return {
    sql: `${left.sql} ${how}`,
    floating: [...beside, ...type === "INNER" ? both : [], ...chain(plan.filter, writer)],
  };
}

/** Conditions on what is joined, one after the other. */
function chain(conditions: readonly Expression[], { own }: Writer): string[] {
  if (conditions.length === 0) return [];
  const parts = conditions.map((one) => partOf(one, logical(one, own), own));
  return [connected("and", parts, true)];
}
