/**
 * Trino's documentation, "Aggregate functions": the greatest and the least values, and what stands
 * beside them.
 * @module
 */
import { notSupported } from "../errors.ts";
import { duckType, hasFloat, type Type } from "../types/types.ts";
import { failure } from "../values/failure.ts";
import { amountOf } from "../values/intervals.ts";
import { needsSortKey, sortKey } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import {
  type Call,
  type Family,
  family,
  type FunctionDefinition,
  requireOrderable,
} from "./define.ts";

type Overload = Family[string][number];

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
    if (refusal) return failsWithRows(refusal, call.aggregate("count", y as string), call.result);
    const key = keyOfTop(y as string, type);
    if (key && !call.expression.distinct) {
      const least = name === "min_by" ? "TRUE" : "FALSE";
      return call.picked(`top_${key.letter}`, [key.sql, String(value), least], x as string);
    }
    const known = `CASE WHEN ${y} IS NOT NULL THEN struct_pack(y := ${
      orderOf(call, 1)
    }, x := ${x}) END`;
    const rows = `list_filter(${call.aggregate("array_agg", known)}, lambda e: e IS NOT NULL)`;
    const all = `list_sort(${rows}, '${name === "max_by" ? "DESC" : "ASC"}')`;
    return `CASE WHEN len(${rows}) > 0 THEN ` +
      `list_transform(list_slice(${all}, 1, ${value}), lambda e: e.x) END`;
  }]];
}

/** A key as our own aggregate compares it, where it compares such keys. */
function keyOfTop(
  sql: string,
  type: Type,
): { letter: "i" | "d" | "s"; sql: string } | undefined {
  switch (type.kind) {
    case "tinyint":
    case "smallint":
    case "integer":
    case "bigint":
    case "boolean":
      return { letter: "i", sql };
    case "date":
      return { letter: "i", sql: `${sql} - DATE '1970-01-01'` };
    case "time":
    case "timestamp":
      return { letter: "i", sql: `epoch_us(${sql})` };
    case "interval day to second":
    case "interval year to month":
      return { letter: "i", sql: amountOf({ sql, type }) };
    case "real":
    case "double":
      return { letter: "d", sql };
    case "varchar":
      return { letter: "s", sql };
    default:
      return undefined;
  }
}

/** Fails where there are values; without any the engine does not look at the argument. */
function failsWithRows(message: string, count: string, type: Type): string {
  const fails = `t_fail('INVALID_FUNCTION_ARGUMENT: ${message}')`;
  return `CASE WHEN ${count} > 0 THEN ${failure(fails, type)} END`;
}

export const EXTREMES: FunctionDefinition[] = family("aggregate", {
  min: extreme("min"),
  max: extreme("max"),
  min_by: by("min_by"),
  max_by: by("max_by"),
});
