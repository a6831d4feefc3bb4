/**
 * Trino's documentation, "Lambda aggregate functions": a group's values made one by a lambda.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import { duckType, isNumeric, type Type, typeName } from "../types/types.ts";
import { failure } from "../values/failure.ts";
import type { Typed } from "../values/typed.ts";
import { type Call, family, type FunctionDefinition } from "./define.ts";
import { lambda, substitute } from "./lambdas.ts";

/** Whether the engine keeps values of a type in one word, as it asks of a state. */
function inOneWord(type: Type): boolean {
  if (type.kind === "decimal") return type.precision <= 18;
  if (type.kind === "timestamp with time zone") return type.precision <= 3;
  return isNumeric(type) || type.kind.startsWith("interval") ||
    ["boolean", "date", "time", "timestamp"].includes(type.kind);
}

function reduceAgg([x, s, f]: string[], call: Call): string {
  if (call.expression.distinct) {
    throw new QueryError(
      "TYPE_MISMATCH",
      "DISTINCT can only be applied to comparable types (actual: io.trino.type.FunctionType)",
      call.expression.position,
    );
  }
  const { type } = call.args[1] as Typed;
  if (type.kind === "unknown") return call.aggregate("any_value", s as string);
  if (!inOneWord(type)) {
    throw new QueryError(
      "NOT_SUPPORTED",
      `State type not supported for reduce_agg: ${typeName(type)}`,
    );
  }
  if (call.args.slice(2).some(({ sql }) => /\br\d+\./.test(sql))) {
    throw notSupported("a column in a lambda of reduce_agg", call.expression.position);
  }
  const rows = call.aggregate(
    "array_agg",
    `CASE WHEN ${x} IS NOT NULL AND ${s} IS NOT NULL THEN struct_pack(x := ${x}, s := ${s}) END`,
  );
  const kept = `list_filter(${rows}, lambda e: e IS NOT NULL)`;
  const [parameters, body] = lambda(f as string);
  const [state, item] = parameters.split(", ") as [string, string];
  const [boxed, unboxed] = type.kind === "boolean"
    ? ["Boolean", "boolean"]
    : type.kind === "double"
    ? ["Double", "double"]
    : ["Long", "long"];
  const message =
    `Cannot invoke "java.lang.${boxed}.${unboxed}Value()" because the return value of ` +
    '"io.trino.sql.gen.lambda.BinaryFunctionInterface.apply(Object, Object)" is null';
  const none = failure(`t_fail('GENERIC_INTERNAL_ERROR: ${message}')`, type);
  const next = `coalesce(${substitute(body, state, "z.s", item, "z.x")}, ${none})`;
  // The first row, with its state, goes before the rows.
  return `list_reduce(list_prepend(${kept}[1], ${kept}), lambda ${state}r, ${item}r: struct_pack(` +
    `x := ${item}r.x, s := list_transform([struct_pack(s := ${state}r.s, x := ${item}r.x)], ` +
    `lambda z: CAST(${next} AS ${duckType(type)}))[1])).s`;
}

export const REDUCTIONS: FunctionDefinition[] = family("aggregate", {
  reduce_agg: [["(T, S, function(S,T,S), function(S,S,S)) -> S", reduceAgg]],
});
