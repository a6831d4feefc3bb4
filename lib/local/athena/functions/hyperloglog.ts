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
import { hash } from "./value_hash.ts";

/** A group's values that are not NULL. */
function values(x: string, call: Call): string {
  return `list_filter(${call.aggregate("array_agg", x)}, lambda e: e IS NOT NULL)`;
}

/** Takes HyperLogLogs together. */
export function mergeSets([x]: string[], call: Call): string {
  const { name, distinct, position } = call.expression;
  if (distinct) throw notSupported(`${name} with DISTINCT`, position);
  return `t_merge_sets(${values(`hex(${x})`, call)})`;
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
    if (over) throw notSupported(`${name} of such values in a window`, position);
    const key = keyOf(counted, type);
    return call.aggregate("count", distinct ? key : `DISTINCT ${key}`);
  }
  // Windows have many lists of the same rows, which are hashed once.
  const hashes = call.expression.over
    ? `list_distinct(${call.aggregate("array_agg", hash(counted, type) as string)})`
    : `list_transform(list_distinct(${call.aggregate("array_agg", counted)}), lambda e: ${hashed})`;
  return `coalesce(t_distinct(${hashes}, ${bits}), 0)`;
}

export const HYPERLOGLOG: FunctionDefinition[] = [
  ...family("aggregate", {
    approx_distinct: [["(T) -> bigint", approxDistinct], ["(T, double) -> bigint", approxDistinct]],
    approx_set: ["bigint", "double", "varchar"].map((type) =>
      [
        `(${type}) -> HyperLogLog`,
        ([x]: string[], call: Call) => `t_set_of_${type}(${values(x as string, call)})`,
      ] as const
    ),
  }),
  ...family("scalar", { empty_approx_set: [["() -> HyperLogLog", () => "from_hex('020c0000')"]] }),
];
