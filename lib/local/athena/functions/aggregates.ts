/**
 * Trino's documentation, "Aggregate functions".
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { duckType, hasFloat, type Type, typeName } from "../types/types.ts";
import { failure } from "../values/failure.ts";
import { mayFail, unfolded } from "../values/fallible.ts";
import { counted, needsSortKey, requirePlain, sortKey } from "../values/keys.ts";
import { quote, type Typed } from "../values/typed.ts";
import {
  type Call,
  family,
  type FunctionDefinition,
  type Rendered,
  requireOrderable,
} from "./define.ts";
import type { OwnAggregate } from "./own_aggregates.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

function simple(name: string, text: string): Overload {
  return [text, (args, call) => call.aggregate(name, ...args)];
}

/** DuckDB's go wrong over frames that reach beyond their partition. */
function bitwise(name: "bit_and" | "bit_or"): Overload {
  return [
    "(bigint) -> bigint",
    ([x], call) => call.framed ? call.own(name, x as string) : call.aggregate(name, x as string),
  ];
}

/** What an argument's values are ordered by. */
function orderOf(call: Call, i = 0): string {
  const { sql, type } = call.args[i] as Typed;
  const { name } = call.definition;
  return sortKey(sql, type, name, name.startsWith("max") ? "first" : "last");
}

/** The literal count of an aggregate that gives several values, and what is said of one it refuses. */
function countOf(
  name: string,
  place: string,
  call: Call,
  i: number,
): { value: bigint | null; refusal?: string } {
  const value = call.args[i]?.constant;
  if (value === null && name.endsWith("_by")) return { value };
  if (typeof value !== "bigint") {
    throw notSupported(
      `${call.expression.name} with a count that is not a literal`,
      call.expression.position,
    );
  }
  if (value <= 0n) {
    const positive = name.endsWith("_by") ? "a positive integer" : "positive";
    return { value, refusal: `${place} argument of ${name} must be ${positive}` };
  }
  const most = `${place} argument of ${name} must be less than or equal to 10000; found ${value}`;
  return value > 10_000n ? { value, refusal: most } : { value };
}

function extreme(name: "min" | "max"): Overload[] {
  return [
    ["(T) -> T", ([x], call) => {
      const { type } = call.args[0] as Typed;
      requireOrderable(type, call);
      if (needsSortKey(type)) return call.aggregate(`arg_${name}`, x as string, orderOf(call));
      if (!hasFloat((call.args[0] as Typed).type)) return call.aggregate(name, x as string);
      // NaN counts only where there is nothing else.
      const numbers = call.aggregate(name, `CASE WHEN isnan(${x}) THEN NULL ELSE ${x} END`);
      return `coalesce(${numbers}, ${call.aggregate(name, x as string)})`;
    }],
    ["(T, bigint) -> array(T)", ([x, n], call) => {
      const { type } = call.args[0] as Typed;
      requireOrderable(type, call);
      const count = countOf(`${name}_n`, "second", call, 1);
      if (count.refusal) {
        return failsWithRows(count.refusal, call.aggregate("count", x as string), call.result);
      }
      return needsSortKey(type) || hasFloat(type)
        ? call.aggregate(`arg_${name}`, x as string, orderOf(call), n as string)
        : call.aggregate(name, x as string, n as string);
    }],
  ];
}

function by(name: "min_by" | "max_by"): Overload[] {
  const duck = name === "min_by" ? "arg_min_null" : "arg_max_null";
  return [["(T, U) -> T", ([x, y], call) => {
    const { type } = call.args[1] as Typed;
    requireOrderable(type, call);
    if (needsSortKey(type)) return call.aggregate(duck, x as string, orderOf(call, 1));
    // NaN is the last to be taken.
    const key = name === "max_by" && hasFloat(type)
      ? `CASE WHEN isnan(${y}) THEN CAST('-Infinity' AS DOUBLE) ELSE ${y} END`
      : y as string;
    return call.aggregate(duck, x as string, key);
  }], ["(T, U, bigint) -> array(T)", ([x, y], call) => {
    const { type } = call.args[1] as Typed;
    requireOrderable(type, call);
    const { value, refusal } = countOf(name, "third", call, 2);
    if (value === null) {
      return call.aggregate("any_value", `CAST(NULL AS ${duckType(call.result)})`);
    }
    const known = `CASE WHEN ${y} IS NOT NULL THEN struct_pack(y := ${
      orderOf(call, 1)
    }, x := ${x}) END`;
    if (refusal) return failsWithRows(refusal, call.aggregate("count", known), call.result);
    const rows = `list_filter(${call.aggregate("array_agg", known)}, lambda e: e IS NOT NULL)`;
    const all = `list_sort(${rows}, '${name === "max_by" ? "DESC" : "ASC"}')`;
    return `CASE WHEN len(${rows}) > 0 THEN ` +
      `list_transform(list_slice(${all}, 1, ${value}), lambda e: e.x) END`;
  }]];
}

/** DuckDB fails on what is not finite, where the engine gives NaN. */
function statistics(name: OwnAggregate): Overload[] {
  const least = name.endsWith("_pop") ? 0 : 1;
  return [["(double) -> double", ([x], call) => {
    if (call.expression.over) return call.own(name, x as string);
    const endless = call.aggregate("bool_or", `NOT isfinite(${x})`);
    const finite = `CASE WHEN isfinite(${x}) THEN ${x} END`;
    const { order } = call;
    // DuckDB fails where there is no room for a sum of squares.
    order.matters = true;
    const value = order.kept ? call.own(name, finite) : call.aggregate(name, finite);
    return `CASE WHEN NOT coalesce(${endless}, FALSE) THEN ${value} ` +
      `WHEN ${call.aggregate("count", x as string)} > ${least} THEN CAST('NaN' AS DOUBLE) END`;
  }]];
}

/** A statistic of ours. */
function moment(name: OwnAggregate): Overload[] {
  return [["(double) -> double", ([x], call) => call.own(name, x as string)]];
}

const toReal = (sql: string) => `t_real(${sql})`;

function pair(name: OwnAggregate): Overload[] {
  const sql = ([x, y]: string[], call: Call) => {
    const { distinct, over, position } = call.expression;
    if (distinct && !over) throw notSupported(`${name} with DISTINCT`, position);
    const added = call.grouped && !over ? "TRUE" : "FALSE";
    return call.own(name, x as string, y as string, added);
  };
  return [
    ["(real, real) -> real", (args, call) => toReal(sql(args, call))],
    ["(double, double) -> double", sql],
  ];
}

/** Texts in one, which has no more than so many bytes. */
const MOST_BYTES = 1_048_576;

function joined(x: string, separator: string, call: Call): string {
  const { overflow, args, position } = call.expression;
  const type = call.types[0] as Type;
  if (type.kind !== "varchar") {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Expected expression of varchar, but '${format(args[0] as Expression)}' has ${
        typeName(type)
      } type`,
      position,
    );
  }
  if (overflow) {
    const texts = `list_filter(${call.aggregate("array_agg", x)}, lambda e: e IS NOT NULL)`;
    return `t_truncated_list(${texts}, ${separator}, ${quote(overflow.filler)}, ` +
      `${overflow.count}, ${MOST_BYTES})`;
  }
  const list = call.aggregate("string_agg", x, separator);
  const message = "Concatenated string has the length in bytes larger than the maximum output " +
    `length ${MOST_BYTES}`;
  return `CASE WHEN strlen(${list}) > ${MOST_BYTES} ` +
    `THEN t_fail('EXCEEDED_FUNCTION_MEMORY_LIMIT: ${message}') ELSE ${list} END`;
}

export const AGGREGATES: FunctionDefinition[] = family("aggregate", {
  count: [
    ["() -> bigint", (_, call) => call.aggregate("count", "*")],
    // DuckDB does not compute what it knows to be no NULL, only to count it.
    [
      "(T) -> bigint",
      ([x = ""], call) =>
        call.aggregate("count", mayFail(x) && !call.expression.distinct ? unfolded(x) : x),
    ],
  ],
  count_if: [[
    "(boolean) -> bigint",
    ([x], call) => call.aggregate("count", `CASE WHEN ${x} THEN 1 END`),
  ]],
  min: extreme("min"),
  max: extreme("max"),
  min_by: by("min_by"),
  max_by: by("max_by"),
  arbitrary: [simple("any_value", "(T) -> T")],
  any_value: [simple("any_value", "(T) -> T")],
  bool_and: [simple("bool_and", "(boolean) -> boolean")],
  bool_or: [simple("bool_or", "(boolean) -> boolean")],
  every: [simple("bool_and", "(boolean) -> boolean")],
  array_agg: [simple("array_agg", "(T) -> array(T)")],
  listagg: [
    ["(T) -> varchar", ([x], call) => joined(x as string, "''", call)],
    ["(T, varchar) -> varchar", ([x, s], call) => joined(x as string, s as string, call)],
  ],
  map_agg: [["(K, V) -> map(K,V)", ([k, v], call) => {
    const kept = aggregatedEntries(k as string, v as string, call);
    // Of several values of a key the engine keeps one; this keeps the first.
    return `CASE WHEN len(${kept}) > 0 THEN map_from_entries(list_filter(${kept}, ` +
      `lambda e, i: list_position(list_transform(${kept}, lambda x: x.k), e.k) = i)) END`;
  }]],
  multimap_agg: [["(K, V) -> map(K,array(V))", ([k, v], call) => {
    const entries = aggregatedEntries(k as string, v as string, call);
    const keys = `list_transform(${entries}, lambda e: e.k)`;
    return `CASE WHEN len(${entries}) > 0 THEN map_from_entries(list_transform(` +
      `list_filter(${entries}, lambda e, i: list_position(${keys}, e.k) = i), lambda e: struct_pack(` +
      `k := e.k, v := list_transform(list_filter(${entries}, lambda o: o.k = e.k), lambda o: o.v)))) END`;
  }]],
  histogram: [["(K) -> map(K,bigint)", ([k], call) => {
    const { type } = call.args[0] as Typed;
    requirePlain(type, "histogram", call.expression.position);
    const map = call.aggregate("histogram", counted(k as string, type));
    return `CAST(${map} AS ${duckType(call.result)})`;
  }]],
  stddev: statistics("stddev_samp"),
  stddev_samp: statistics("stddev_samp"),
  stddev_pop: statistics("stddev_pop"),
  variance: statistics("var_samp"),
  var_samp: statistics("var_samp"),
  var_pop: statistics("var_pop"),
  skewness: moment("skewness"),
  kurtosis: moment("kurtosis"),
  corr: pair("corr"),
  covar_samp: pair("covar_samp"),
  covar_pop: pair("covar_pop"),
  regr_slope: pair("regr_slope"),
  regr_intercept: pair("regr_intercept"),
  bitwise_and_agg: [bitwise("bit_and")],
  bitwise_or_agg: [bitwise("bit_or")],
});

/** Keys and values of a group's rows, those without a key left out. */
function aggregatedEntries(k: string, v: string, call: Call): string {
  const { name, distinct, over, position } = call.expression;
  if (distinct || over) throw notSupported(`${name} with DISTINCT or OVER`, position);
  requirePlain((call.args[0] as Typed).type, name, position);
  const entries = call.aggregate("array_agg", `struct_pack(k := ${k}, v := ${v})`);
  return `list_filter(${entries}, lambda e: e.k IS NOT NULL)`;
}

/** Fails where there are values; without any the engine does not look at the argument. */
function failsWithRows(message: string, count: string, type: Type): string {
  const fails = `t_fail('INVALID_FUNCTION_ARGUMENT: ${message}')`;
  return `CASE WHEN ${count} > 0 THEN ${failure(fails, type)} END`;
}
