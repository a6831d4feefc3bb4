/**
 * Finds which overload of a function a call means.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { FunctionDefinition, Overload } from "../functions/define.ts";
import { type Bindings, instantiate, match, type Pattern } from "../functions/signature.ts";
import type { Expression } from "../sql/ast.ts";
import { commonType } from "../types/coerce.ts";
import { type Given, unexpectedParameters } from "../types/mismatch.ts";
import { type Type, typeName } from "../types/types.ts";
import { coerce } from "../values/convert.ts";
import type { Typed } from "../values/typed.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";

type CallExpression = Extract<Expression, { kind: "call" }>;

/** The overload of a function that a call means, and its arguments as that takes them. */
export interface Resolved {
  overload: Overload;
  args: Typed[];
  types: Type[];
  result: Type;
}

/**
 * Finds the overload that takes a call's arguments for the least.
 *
 * @throws {QueryError} None takes them
 */
export function resolveOverload(
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
    windows: false,
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
