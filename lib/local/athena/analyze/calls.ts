/**
 * Translates calls of functions.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Call, FunctionDefinition, Rendered } from "../functions/define.ts";
import { FUNCTIONS, KNOWN_BUT_MISSING } from "../functions/mod.ts";
import { type OwnAggregate, rowSql } from "../functions/own_aggregates.ts";
import type { Expression } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { unexpectedParameters } from "../types/mismatch.ts";
import { isPlain, keyOf, requirePlain } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import { type Window, windowSql } from "../values/window.ts";
import type { Context } from "./context.ts";
import { logical, translate } from "./expression.ts";
import { maskSql } from "./filter.ts";
import { nullIfAny } from "./in_order.ts";
import { resolveOverload } from "./overloads.ts";
import { refuseOutOfPattern } from "./row_patterns/checks.ts";
import { SPECIAL_FORMS } from "./special_forms.ts";
import { TAKES_NULL } from "./tree/nulls.ts";
import { takenOut } from "./window_rows.ts";
import { isWhole, refuseInWindow, requireOrderable, sortSql, translateWindow } from "./windows.ts";

type CallExpression = Extract<Expression, { kind: "call" }>;

/** Translates a call. */
export function translateCall(expression: CallExpression, context: Context): Typed {
  if (!context.pattern) refuseOutOfPattern(expression);
  const special = SPECIAL_FORMS[expression.name];
  if (special) {
    requireScalar(expression.name, expression, context);
    return special(expression, context);
  }
  const definition = FUNCTIONS.get(expression.name);
  if (!definition) {
    if (KNOWN_BUT_MISSING.has(expression.name)) {
      throw notSupported(`Function '${expression.name}'`, expression.position);
    }
    throw new QueryError(
      "FUNCTION_NOT_FOUND",
      `Function '${expression.name}' not registered`,
      expression.position,
    );
  }
  return callDefinition(definition, expression, context);
}

function callDefinition(
  definition: FunctionDefinition,
  expression: CallExpression,
  context: Context,
): Typed {
  const { kind, name } = definition;
  const { over, filter } = expression;
  const windowed = over !== undefined;
  if (windowed) requireWindow(expression, context);
  else if (kind === "scalar") requireScalar(name, expression, context);
  else if (kind === "window") {
    throw new QueryError(
      "MISSING_OVER",
      `Window function system.builtin.${name} requires an OVER clause`,
      expression.position,
    );
  } else requireAggregate(expression, context);
  const inner: Context = windowed
    ? { ...context, windows: false, taken: undefined }
    : kind === "scalar"
    ? context
    : {
      ...context,
      grouping: undefined,
      aggregates: false,
      aggregate: name,
      windows: false,
      rows: undefined,
      taken: undefined,
      clause: "aggregate",
      clauseAt: expression.position,
    };
  const window = over && translateWindow(over, { ...inner, clause: "window specification" });
  if (windowed && filter) logical(filter, inner);
  const args = expression.args.map((arg) => arg.kind === "lambda" ? arg : translate(arg, inner));
  if (expression.star && name !== "count") {
    throw unexpectedParameters(name, [], expression.position, definition.overloads);
  }
  const resolved = resolveOverload(definition, args, expression, inner);
  if (windowed) refuseInWindow(expression, inner);
  if (windowed && kind === "scalar") throw noWindow(name, expression, context);
  const call: Call = {
    definition,
    args: resolved.args,
    types: resolved.types,
    result: resolved.result,
    expression,
    grouped: (context.grouping?.keys.length ?? 0) > 0,
    order: context.env.session.order,
    aggregate: (duck, ...values) => aggregateSql(duck, values, expression, inner, window),
    around: (duck, ...values) =>
      aggregateSql(
        duck,
        values,
        expression,
        inner,
        window && { partitionBy: window.partitionBy, orderBy: [] },
      ),
    own: (own, ...values) => ownAggregate(own, values, expression, inner, window),
    picked: (own, values, picked) => pickedRows(own, values, picked, expression, inner, window),
    framed: context.pattern !== undefined || (over !== undefined && !isWhole(over, inner)),
    frameRows: window ? `count(*) OVER ${windowSql(window)}` : "",
  };
  const rendered: Rendered = resolved.overload.render(resolved.args.map((arg) => arg.sql), call);
  const value = typeof rendered === "string" ? { sql: rendered, type: resolved.result } : rendered;
  if (windowed) return context.taken?.(value) ?? value;
  if (kind !== "scalar") return takenOut(value, context);
  if (TAKES_NULL.has(name)) return value;
  return nullIfAny(resolved.args, value, context, expression.args);
}

/** Refuses what only aggregates and window functions take. */
function requireScalar(name: string, expression: CallExpression, context: Context): void {
  if (expression.over) throw noWindow(name, expression, context);
  const aggregate = [
    [expression.distinct, "DISTINCT"],
    [expression.orderBy.length > 0, "ORDER BY"],
    [expression.filter !== undefined, "Filter"],
    [expression.star, "*"],
  ].find(([given]) => given);
  if (aggregate) {
    throw new QueryError(
      "FUNCTION_NOT_AGGREGATE",
      `${aggregate[1]} is only valid for aggregation functions`,
      expression.position,
    );
  }
}

function noWindow(name: string, { position }: CallExpression, { selectAt }: Context): QueryError {
  return new QueryError(
    "FUNCTION_NOT_WINDOW",
    `Not a window function: ${name}`,
    selectAt ?? position,
  );
}

function requireWindow(expression: CallExpression, context: Context): void {
  if (context.windows) return;
  const { clause } = context;
  const position = context.clauseAt ?? expression.position;
  if (clause === "SELECT" || clause === "ORDER BY" || clause === "HAVING clause") {
    throw new QueryError(
      "NESTED_WINDOW",
      clause === "HAVING clause"
        ? "HAVING clause cannot contain window functions or row pattern measures"
        : "Cannot nest window functions or row pattern measures inside window function arguments",
      position,
    );
  }
  if (clause === "window specification") {
    throw new QueryError(
      "NESTED_WINDOW",
      "Cannot nest window functions or row pattern measures inside window specification",
      position,
    );
  }
  if (clause === "aggregate") {
    throw new QueryError(
      "NESTED_WINDOW",
      `Cannot nest window functions or row pattern measures inside aggregation '${context.aggregate}': [${
        format(expression)
      }]`,
      position,
    );
  }
  throw new QueryError(
    "EXPRESSION_NOT_SCALAR",
    `${clause} cannot contain aggregations, window functions or grouping operations: [${
      format(expression)
    }]`,
    position,
  );
}

function requireAggregate(expression: CallExpression, context: Context): void {
  if (context.aggregates) return;
  if (context.clause === "aggregate") {
    throw new QueryError(
      "NESTED_AGGREGATION",
      `Cannot nest aggregations inside aggregation '${context.aggregate}': [${format(expression)}]`,
      context.clauseAt ?? expression.position,
    );
  }
  throw new QueryError(
    "EXPRESSION_NOT_SCALAR",
    `${context.clause} cannot contain aggregations, window functions or grouping operations: [${
      format(expression)
    }]`,
    context.clauseAt ?? expression.position,
  );
}

/** The engine passes over the order of others, whatever they make of their rows. */
const IN_ORDER = ["array_agg", "listagg", "map_agg", "multimap_agg"];

function aggregateSql(
  duck: string,
  values: string[],
  expression: CallExpression,
  context: Context,
  window?: Window,
): string {
  if (expression.distinct) {
    const args = expression.args.map((arg) =>
      arg.kind === "lambda" ? "" : translate(arg, context).sql
    );
    const other = expression.orderBy.find(({ key }) => !args.includes(translate(key, context).sql));
    if (other) {
      throw new QueryError(
        "EXPRESSION_NOT_IN_DISTINCT",
        "For aggregate function with DISTINCT, ORDER BY expressions must appear in arguments",
        other.key.position,
      );
    }
  }
  let sql = expression.distinct
    ? `${duck}(DISTINCT ${distinctArguments(duck, values, expression, context).join(", ")}`
    : `${duck}(${values.join(", ")}`;
  const order = expression.orderBy.length > 0 ? ` ORDER BY ${sortKeys(expression, context)}` : "";
  if (IN_ORDER.includes(expression.name) || context.pattern) sql += order;
  if (expression.nulls === "IGNORE") sql += " IGNORE NULLS";
  sql += ")";
  if (expression.filter) sql += ` FILTER (WHERE ${maskSql(expression.filter, context)})`;
  return window ? `${sql} OVER ${windowSql(window)}` : sql;
}

/** One of our aggregates: of a group's rows in a list, or of the rows that windows are over. */
function ownAggregate(
  name: OwnAggregate,
  values: readonly string[],
  expression: CallExpression,
  context: Context,
  window?: Window,
): string {
  if (!window) {
    const call = name === "sum_distinct_bigint" ? { ...expression, distinct: false } : expression;
    const rows = aggregateSql("array_agg", [rowSql(name, values)], call, context);
    return `t_${name}(${rows})`;
  }
  if (!context.rows) throw new Error(`a window of ${name} without its rows`);
  return context.rows.walked(name, values, window);
}

/** Values of the rows whose places one of our aggregates tells. */
function pickedRows(
  name: OwnAggregate,
  values: readonly string[],
  picked: string,
  expression: CallExpression,
  context: Context,
  window?: Window,
): string {
  if (!window) {
    const rows = aggregateSql("array_agg", [picked], expression, context);
    return `list_select(${rows}, ${ownAggregate(name, values, expression, context)})`;
  }
  if (!context.rows) throw new Error(`a window of ${name} without its rows`);
  return context.rows.walked(name, values, window, picked);
}

/** Arguments of which those that are the same count once. */
function distinctArguments(
  duck: string,
  values: string[],
  { args, name, position }: CallExpression,
  context: Context,
): string[] {
  const translated = args.filter((arg) => arg.kind !== "lambda").map((arg) =>
    translate(arg, context)
  );
  if (translated.every(({ type }) => isPlain(type))) return values;
  if (duck === "count") return translated.map(({ sql, type }) => keyOf(sql, type));
  for (const { type } of translated) requirePlain(type, `${name} with DISTINCT`, position);
  return values;
}

function sortKeys({ orderBy, position }: CallExpression, context: Context): string {
  return orderBy.map((item) => {
    const key = translate(item.key, context);
    requireOrderable(key.type, (type) =>
      new QueryError(
        "TYPE_MISMATCH",
        `ORDER BY can only be applied to orderable types (actual: ${type})`,
        position,
      ));
    return sortSql(item, key);
  }).join(", ");
}
