/**
 * Trino's documentation, "HyperLogLog functions".
 * @module
 */
import { notSupported } from "../errors.ts";
import { BIGINT, type Type } from "../types/types.ts";
import { failure } from "../values/failure.ts";
import { keyOf } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import { type Call, family, type FunctionDefinition } from "./define.ts";
import { rowSql } from "./own_aggregates.ts";
import { hash } from "./value_hash.ts";

/** Takes HyperLogLogs together. */
export function mergeSets([x]: string[], call: Call): string {
  const { name, distinct, over, position } = call.expression;
  if (distinct && !over) throw notSupported(`${name} with DISTINCT`, position);
  return call.own("merge_sets", x as string);
}

/** The engine's error where none is asked for. */
const ERROR = 0.023;

/** Bits of a bucket's number for an error, where it is known before the query runs. */
function bitsFor(error: Typed | undefined): number | undefined {
  const asked = error ? error.constant : ERROR;
  if (asked === undefined || asked === null) return undefined;
  return Math.ceil(Math.log2(Math.ceil(1.0816 / Number(asked) ** 2)));
}

/** Counts nearly, as the engine does; where its estimate is not known here, exactly. */
function approxDistinct([x, error]: string[], call: Call): string {
  const { type } = call.args[0] as Typed;
  const counted = error === undefined ? x : `CASE WHEN ${error} IS NOT NULL THEN ${x} END`;
  const count = distinctCount(counted as string, type, call);
  if (error === undefined || type.kind === "boolean") return count;
  // The error of a group's first value is the group's.
  const message = "INVALID_FUNCTION_ARGUMENT: Max standard error must be in [0.0040625, 0.26]: ";
  const first = call.aggregate("any_value", `CASE WHEN ${x} IS NOT NULL THEN ${error} END`);
  return `CASE WHEN NOT ${first} BETWEEN 0.0040625 AND 0.26 ` +
    `THEN ${failure(`t_fail('${message}' || t_double_plain(${first}))`, BIGINT)} ELSE ${count} END`;
}

function distinctCount(counted: string, type: Type, call: Call): string {
  const bits = bitsFor(call.args[1]);
  const hashed = hash("e", type);
  if (type.kind === "boolean" || hashed === undefined || (bits !== 11 && bits !== 12)) {
    const { distinct, over, name, position } = call.expression;
    if (over && type.kind !== "boolean") {
      throw notSupported(`${name} of such values in a window`, position);
    }
    const key = keyOf(counted, type);
    return call.aggregate("count", distinct ? key : `DISTINCT ${key}`);
  }
  if (call.expression.over) {
    return call.own("distinct", hash(counted, type) as string, String(bits));
  }
  // A group's values that are the same are hashed once.
  const different = `list_distinct(${call.aggregate("array_agg", counted)})`;
  const rows = `list_transform(${different}, lambda e: ${
    rowSql("distinct", [hashed, String(bits)])
  })`;
  return `coalesce(t_distinct(${rows}), 0)`;
}

export const HYPERLOGLOG: FunctionDefinition[] = [
  ...family("aggregate", {
    approx_distinct: [["(T) -> bigint", approxDistinct], ["(T, double) -> bigint", approxDistinct]],
    approx_set: (["bigint", "double", "varchar"] as const).map((type) =>
      [
        `(${type}) -> HyperLogLog`,
        ([x]: string[], call: Call) => call.own(`set_of_${type}`, x as string),
      ] as const
    ),
  }),
  ...family("scalar", { empty_approx_set: [["() -> HyperLogLog", () => "from_hex('020c0000')"]] }),
];
