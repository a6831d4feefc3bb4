/**
 * Trino's documentation, "Aggregate functions": sums, and means, which are made of sums.
 * @module
 */
import type { Decimal } from "../types/decimals.ts";
import { DAY_INTERVAL, duckType, MONTH_INTERVAL } from "../types/types.ts";
import { amountOf, intervalOf } from "../values/intervals.ts";
import type { Typed } from "../values/typed.ts";
import { type Call, type Family, family, type FunctionDefinition, notOfNull } from "./define.ts";

type Overload = Family[string][number];

const toReal = (sql: string) => `t_real(${sql})`;

/** Sums and averages of doubles, of which those over moving frames depend on how the frames move. */
function ofDoubles(name: "sum" | "avg", type: "bigint" | "real" | "double"): Overload {
  const result = type === "real" ? "real" : "double";
  const own = type === "real" && name === "sum" ? "sum_real" : name;
  return [`(${type}) -> ${result}`, ([value], call) => {
    // The engine adds doubles, also of whole numbers.
    const great = call.types[0]?.kind === "bigint" && !call.expression.distinct;
    const x = great ? `CAST(${value} AS DOUBLE)` : value as string;
    const sql = call.framed ? call.own(own, x) : call.aggregate(name, x);
    return type === "real" ? toReal(sql) : sql;
  }];
}

/**
 * A sum of whole numbers, which fails where it goes beyond the greatest one on its way, though it
 * comes back. Where no order of the rows takes it there, DuckDB adds them up; where one may, the query
 * is run again, and they are added row by row. Of rows that are distinct and in no group the order is
 * that of the engine's hashes.
 */
function ofWholes([x]: string[], call: Call): string {
  const { distinct } = call.expression;
  const sum = `CAST(${call.aggregate("sum", x as string)} AS BIGINT)`;
  if (call.types[0]?.kind !== "bigint" || (distinct && !call.grouped)) return sum;
  const { order } = call;
  order.matters = true;
  if (order.kept) return call.own(distinct ? "sum_distinct_bigint" : "sum_bigint", x as string);
  const [least, most, count] = ["min", "max", "count"].map((name) =>
    call.around(name, x as string)
  ) as [string, string, string];
  const steps = `CAST(${count} AS HUGEINT)`;
  // Sums of numbers of one sign do not come back.
  return `CASE WHEN ${least} < 0 AND ${most} > 0 AND ` +
    `(${steps} * ${least} < -9223372036854775808 OR ${steps} * ${most} > 9223372036854775807) ` +
    `THEN CAST(t_fail('NUMERIC_VALUE_OUT_OF_RANGE: bigint addition overflow') AS BIGINT) ` +
    `ELSE ${sum} END`;
}

/**
 * The sum of decimals: the engine lets it go beyond all decimals on its way, where DuckDB fails, and
 * the query is run again.
 */
function decimalSum(x: string, scale: number, call: Call): string {
  const value = `CAST(${x} AS DECIMAL(38,${scale}))`;
  const { order } = call;
  order.matters = true;
  return order.kept
    ? call.own("sum_decimal", value)
    : `CAST(${call.aggregate("sum", value)} AS VARCHAR)`;
}

/** Aggregates of intervals, by way of their milliseconds or their months. */
function intervals(aggregate: (x: string, call: Call) => string): Overload[] {
  return [DAY_INTERVAL, MONTH_INTERVAL].map((type): Overload => [
    `(${type.kind}) -> ${type.kind}`,
    (_, call) => intervalOf(aggregate(amountOf(call.args[0] as Typed), call), type),
  ]);
}

export const SUMS: FunctionDefinition[] = family("aggregate", {
  sum: notOfNull([
    ["(bigint) -> bigint", ofWholes],
    ["(decimal) -> decimal", ([x], call) => {
      const { scale } = (call.args[0] as Typed).type as Decimal;
      // The sum may have a digit more than its type, which only its text shows.
      return {
        sql: `CAST(${decimalSum(x as string, scale, call)} AS DECIMAL(38,${scale}))`,
        type: { kind: "decimal", precision: 38, scale },
      };
    }],
    ofDoubles("sum", "real"),
    ofDoubles("sum", "double"),
    ...intervals((x, call) => call.aggregate("sum", x)),
  ]),
  avg: notOfNull([
    ofDoubles("avg", "bigint"),
    ["(decimal) -> decimal", ([x], call) => {
      const type = (call.args[0] as Typed).type as Decimal;
      const sum = decimalSum(x as string, type.scale, call);
      const count = `CAST(nullif(${call.aggregate("count", x as string)}, 0) AS VARCHAR)`;
      return {
        sql: `CAST(t_decimal_divide(${sum}, ${count}, 38, ${type.scale}) AS ${duckType(type)})`,
        type,
      };
    }],
    ofDoubles("avg", "real"),
    ofDoubles("avg", "double"),
    ...intervals((x, call) => `floor(${call.aggregate("avg", x)} + 0.5)`),
  ]),
  geometric_mean: ["bigint", "double", "real"].map((type): Overload => [
    `(${type}) -> ${type === "real" ? type : "double"}`,
    ([x], call) => {
      const log = `t_ln(CAST(${x} AS DOUBLE))`;
      const mean = call.framed
        ? call.own("geometric_mean", log)
        : `t_exp(${call.aggregate("avg", log)})`;
      return type === "real" ? toReal(mean) : mean;
    },
  ]),
});
