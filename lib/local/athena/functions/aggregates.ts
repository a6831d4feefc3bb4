/**
 * Trino's documentation, "Aggregate functions".
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import { type Type, typeName } from "../types/types.ts";
import { mayFail, unfolded } from "../values/fallible.ts";
import { quote } from "../values/typed.ts";
import { type Call, family, type FunctionDefinition, type Rendered } from "./define.ts";
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
