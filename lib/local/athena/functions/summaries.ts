/**
 * Trino's documentation, "Approximate aggregate functions" that tell of many values in few. On one
 * machine they see a group's values one after the other, and are not approximate in how they go on.
 * @module
 */
import { duckType } from "../types/types.ts";
import { type Call, family, type FunctionDefinition, notOfNull, type Rendered } from "./define.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

/**
 * A group's arguments one after the other, row by row; rows with a NULL in them or in the others are
 * left out.
 */
export function inTurns(
  args: readonly string[],
  type: string,
  call: Call,
  others: readonly string[] = [],
): string {
  const known = [...args, ...others].map((arg) => `${arg} IS NOT NULL`).join(" AND ");
  const row = `[${args.map((arg) => `CAST(${arg} AS ${type})`).join(", ")}]`;
  const rows = call.aggregate("array_agg", `CASE WHEN ${known} THEN ${row} END`);
  return `flatten(list_filter(${rows}, lambda l: l IS NOT NULL))`;
}

function histogram(text: string): Overload {
  return [text, ([b, x, w = "1"], call) => {
    const values = inTurns([b, x, w] as string[], "DOUBLE", call);
    const map = `CAST(t_numeric_histogram(${values}) AS MAP(DOUBLE, DOUBLE))`;
    return `CAST(${map} AS ${duckType(call.result)})`;
  }];
}

function mostFrequent(type: string): Overload {
  return [
    `(bigint, ${type}, bigint) -> map(${type}, bigint)`,
    ([n, x, capacity], call) => {
      const values = inTurns([n, capacity, x] as string[], "VARCHAR", call);
      return `CAST(CAST(t_most_frequent(${values}) AS JSON) AS ${duckType(call.result)})`;
    },
  ];
}

export const SUMMARIES: FunctionDefinition[] = family("aggregate", {
  numeric_histogram: ["real", "double"].flatMap((type) => [
    histogram(`(bigint, ${type}) -> map(${type}, ${type})`),
    histogram(`(bigint, ${type}, double) -> map(${type}, ${type})`),
  ]),
  approx_most_frequent: notOfNull([mostFrequent("bigint"), mostFrequent("varchar")], [1]),
});
