/**
 * Translates calls of functions: which overload is meant, and what it becomes.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Call, FunctionDefinition, Overload, Rendered } from "../functions/define.ts";
import { FUNCTIONS, KNOWN_BUT_MISSING } from "../functions/mod.ts";
import { type Bindings, instantiate, match, type Pattern } from "../functions/signature.ts";
import type { Expression } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { commonType } from "../types/coerce.ts";
import { type Given, unexpectedParameters } from "../types/mismatch.ts";
import { type Type, typeName } from "../types/types.ts";
import { coerce } from "../values/convert.ts";
import { isPlain, keyOf, requirePlain } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";
import { maskSql } from "./filter.ts";
import { nullIfAny } from "./in_order.ts";
import { SPECIAL_FORMS } from "./special_forms.ts";
import { TAKES_NULL } from "./tree/nulls.ts";
import { requireOrderable, sortSql, windowSql } from "./windows.ts";

type CallExpression = Extract<Expression, { kind: "call" }>;

/** Translates a call. */
export function translateCall(expression: CallExpression, context: Context): Typed {
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
  const windowed = expression.over !== undefined;
  if (kind === "scalar") {
    requireScalar(name, expression, context);
  } else if (windowed) requireWindow(expression, context);
  else if (kind === "window") {
    throw new QueryError(
      "MISSING_OVER",
      `Window function system.builtin.${name} requires an OVER clause`,
      expression.position,
    );
  } else requireAggregate(expression, context);
  const inner: Context = kind === "scalar"
    ? context
    : windowed
    ? { ...context, windows: undefined, taken: undefined }
    : {
      ...context,
      grouping: undefined,
      aggregates: false,
      aggregate: name,
      windows: undefined,
      taken: undefined,
      clause: "aggregate",
      clauseAt: expression.position,
    };
  const args = expression.args.map((arg) => arg.kind === "lambda" ? arg : translate(arg, inner));
  if (expression.star && name !== "count") {
    throw unexpectedParameters(name, [], expression.position, definition.overloads);
  }
  const resolved = resolveOverload(definition, args, expression, inner);
  const call: Call = {
    definition,
    args: resolved.args,
    types: resolved.types,
    result: resolved.result,
    expression,
    grouped: (context.grouping?.keys.length ?? 0) > 0,
    order: context.env.session.order,
    aggregate: (duck, ...values) => aggregateSql(duck, values, expression, inner),
  };
  const rendered: Rendered = resolved.overload.render(resolved.args.map((arg) => arg.sql), call);
  const value = typeof rendered === "string" ? { sql: rendered, type: resolved.result } : rendered;
  if (kind !== "scalar") return context.taken?.(value) ?? value;
  if (TAKES_NULL.has(name)) return value;
  return nullIfAny(resolved.args, value, context, expression.args);
}

/** Refuses what only aggregates and window functions take. */
function requireScalar(name: string, expression: CallExpression, context: Context): void {
  if (expression.over) {
    throw new QueryError(
      "FUNCTION_NOT_WINDOW",
      `Not a window function: ${name}`,
      context.selectAt ?? expression.position,
    );
  }
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

interface Resolved {
  overload: Overload;
  args: Typed[];
  types: Type[];
  result: Type;
}

function resolveOverload(
  definition: FunctionDefinition,
  args: readonly (Typed | Extract<Expression, { kind: "lambda" }>)[],
  expression: CallExpression,
  context: Context,
): Resolved {
  const types = args.map((arg): Given => "kind" in arg ? "<function>" : arg.type);
  let best:
    | { overload: Overload; patterns: Pattern[]; bindings: Bindings; cost: number }
    | undefined;
  for (const overload of definition.overloads) {
    const patterns = patternsFor(overload, args.length);
    if (!patterns) continue;
    const bindings: Bindings = new Map();
    let cost = 0;
    for (const [i, arg] of args.entries()) {
      const pattern = patterns[i] as Pattern;
      const isFunction = "name" in pattern && pattern.name === "function";
      const one = "kind" in arg
        ? (isFunction && arg.parameters.length === pattern.args.length - 1 ? 0 : undefined)
        : (isFunction ? undefined : match(pattern, arg.type, bindings));
      if (one === undefined) {
        cost = Infinity;
        break;
      }
      cost += one;
    }
    if (cost < (best?.cost ?? Infinity)) best = { overload, patterns, bindings, cost };
  }
  const refused = () =>
    unexpectedParameters(definition.name, types, expression.position, definition.overloads);
  if (!best) throw otherLambda(definition, args) ?? refused();
  const { overload, patterns, bindings } = best;
  const typed = args.map((arg, i) => {
    const pattern = patterns[i] as Pattern;
    if (!("kind" in arg)) return arg;
    const lambda = translateLambda(arg, pattern, bindings, context);
    if (lambda) return lambda;
    throw refused();
  });
  return {
    overload,
    types: typed.map((arg) => arg.type),
    args: typed.map((arg, i) => {
      if (arg.type.kind === "function") return arg;
      return coerce(arg, instantiate(patterns[i] as Pattern, bindings));
    }),
    result: instantiate(overload.signature.result, bindings),
  };
}

/** What is said of a lambda that takes more or fewer arguments than it is given. */
function otherLambda(
  { overloads }: FunctionDefinition,
  args: readonly (Typed | Extract<Expression, { kind: "lambda" }>)[],
): QueryError | undefined {
  for (const overload of overloads) {
    const patterns = patternsFor(overload, args.length) ?? [];
    const bindings: Bindings = new Map();
    for (const [i, pattern] of patterns.entries()) {
      const arg = args[i] as typeof args[number];
      const taken = "name" in pattern && pattern.name === "function"
        ? pattern.args.length - 1
        : undefined;
      if (!("kind" in arg)) {
        if (taken !== undefined || match(pattern, arg.type, bindings) === undefined) break;
        continue;
      }
      if (taken === undefined) break;
      const { parameters, position } = arg;
      if (parameters.length === taken) continue;
      return new QueryError(
        "INVALID_PARAMETER_USAGE",
        `Expected a lambda that takes ${taken} argument(s) but got ${parameters.length}`,
        position,
      );
    }
  }
  return undefined;
}

function patternsFor(overload: Overload, count: number): Pattern[] | undefined {
  const { args, variadic } = overload.signature;
  if (!variadic) return args.length === count ? args : undefined;
  if (count < args.length - 1) return undefined;
  const last = args[args.length - 1] as Pattern;
  return [...args.slice(0, -1), ...Array.from({ length: count - args.length + 1 }, () => last)];
}

/** A lambda, or nothing where it gives another type than the function takes of it. */
function translateLambda(
  lambda: Extract<Expression, { kind: "lambda" }>,
  pattern: Pattern,
  bindings: Bindings,
  context: Context,
): Typed | undefined {
  if (!("name" in pattern)) throw new Error("a lambda needs a function's pattern");
  const parameters = lambda.parameters.map((parameter, i) => ({
    name: parameter.value.toLowerCase(),
    value: {
      sql: `l${context.lambdas.length + i}`,
      type: instantiate(pattern.args[i] as Pattern, bindings),
    },
  }));
  const result = pattern.args[pattern.args.length - 1] as Pattern;
  const bound = "variable" in result ? bindings.get(result.variable) : undefined;
  const body = translate(lambda.body, {
    ...context,
    lambdas: [...context.lambdas, ...parameters],
    aggregates: false,
    windows: undefined,
    clause: "Lambda expression",
    clauseAt: lambda.body.position,
  });
  const common = bound ? commonType(bound, body.type) : body.type;
  if (!common || typeName(common) !== typeName(body.type)) return undefined;
  if (match(result, body.type, bindings) === undefined) return undefined;
  const wanted = instantiate(result, bindings);
  if (wanted.kind !== body.type.kind) return undefined;
  const names = parameters.map((parameter) => parameter.value.sql);
  return {
    sql: `lambda ${names.join(", ")}: ${coerce(body, wanted).sql}`,
    type: {
      kind: "function",
      args: parameters.map((parameter) => parameter.value.type),
      result: wanted,
    },
  };
}

/** The engine passes over the order of others, whatever they make of their rows. */
const IN_ORDER = ["array_agg", "listagg", "map_agg", "multimap_agg"];

function aggregateSql(
  duck: string,
  values: string[],
  expression: CallExpression,
  context: Context,
): string {
  const over = expression.over;
  if (over && expression.distinct) {
    throw new QueryError(
      "NOT_SUPPORTED",
      `DISTINCT in window function parameters not yet supported: ${format(expression)}`,
      context.selectAt ?? expression.position,
    );
  }
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
  if (IN_ORDER.includes(expression.name)) sql += order;
  if (expression.nulls === "IGNORE" && over) sql += " IGNORE NULLS";
  sql += ")";
  if (expression.filter && over) {
    throw new QueryError(
      "NOT_SUPPORTED",
      "FILTER is not yet supported for window functions",
      context.selectAt ?? expression.position,
    );
  }
  if (expression.filter) sql += ` FILTER (WHERE ${maskSql(expression.filter, context)})`;
  if (!over) return sql;
  return `${sql} OVER ${
    windowSql(over, expression, { ...context, clause: "window specification" })
  }`;
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
