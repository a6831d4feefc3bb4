/**
 * Trino's documentation, "Approximate aggregate functions" that tell of many values in few. On one
 * machine they see a group's values one after the other, and are not approximate in how they go on.
 * @module
 */
import { duckType } from "../types/types.ts";
import { type Call, family, type FunctionDefinition, notOfNull, type Rendered } from "./define.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

function histogram(text: string): Overload {
  return [text, ([b, x, w = "1"], call) => {
    const text = call.own("numeric_histogram", b as string, x as string, w);
    const map = `CAST(${text} AS MAP(DOUBLE, DOUBLE))`;
    return `CAST(${map} AS ${duckType(call.result)})`;
  }];
}

function mostFrequent(type: string): Overload {
  return [
    `(bigint, ${type}, bigint) -> map(${type}, bigint)`,
    ([n, x, capacity], call) => {
      const text = call.own("most_frequent", n as string, capacity as string, x as string);
      return `CAST(CAST(${text} AS JSON) AS ${duckType(call.result)})`;
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
