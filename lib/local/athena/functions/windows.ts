/**
 * Trino's documentation, "Window functions".
 * @module
 */
import { failure } from "../values/failure.ts";
import { unfolded } from "../values/fallible.ts";
import type { Typed } from "../values/typed.ts";
import { type Call, family, type FunctionDefinition, type Rendered } from "./define.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

/** A count of rows, which fails where it is less than the engine takes. */
function atLeast(n: string, least: number, message: string, { constant }: Typed): string {
  if (isAtLeast(constant, least)) return n;
  const fails = `CAST(t_fail('INVALID_FUNCTION_ARGUMENT: ${message}') AS BIGINT)`;
  return `CASE WHEN ${n} < ${least} THEN ${constant === undefined ? fails : unfolded(fails)} ` +
    `ELSE ${n} END`;
}

const isAtLeast = (constant: Typed["constant"], least: number) =>
  typeof constant === "bigint" && constant >= BigInt(least);

function nthValue([x, n]: string[], call: Call): string {
  const { constant } = call.args[1] as Typed;
  if (isAtLeast(constant, 1)) return call.aggregate("nth_value", x as string, n as string);
  // Where a frame is empty the engine does not look at the argument.
  const fails = failure(
    "t_fail('INVALID_FUNCTION_ARGUMENT: Offset must be at least 1')",
    call.result,
  );
  return `CASE WHEN ${n} < 1 AND ${call.frameRows} > 0 THEN ${unfolded(fails)} ` +
    `ELSE ${call.aggregate("nth_value", x as string, `CASE WHEN ${n} >= 1 THEN ${n} END`)} END`;
}

function shifted(name: "lag" | "lead"): Overload[] {
  const render = ([x, n, ...rest]: string[], call: Call): string => {
    if (n === undefined) return call.aggregate(name, x as string);
    const offset = call.args[1] as Typed;
    const checked = atLeast(n, 0, "Offset must be at least 0", offset);
    const none = unfolded(
      "CAST(t_fail('INVALID_FUNCTION_ARGUMENT: Offset must not be null') AS BIGINT)",
    );
    const known = typeof offset.constant === "bigint"
      ? checked
      : `CASE WHEN ${n} IS NULL THEN ${none} ELSE ${checked} END`;
    return call.aggregate(name, x as string, known, ...rest);
  };
  return ["(T) -> T", "(T, bigint) -> T", "(T, bigint, T) -> T"].map((text) => [text, render]);
}

function value(name: string, text: string): Overload {
  return [text, (args, call) => call.aggregate(name, ...args)];
}

export const WINDOWS: FunctionDefinition[] = family("window", {
  row_number: [value("row_number", "() -> bigint")],
  rank: [value("rank", "() -> bigint")],
  dense_rank: [value("dense_rank", "() -> bigint")],
  percent_rank: [value("percent_rank", "() -> double")],
  cume_dist: [value("cume_dist", "() -> double")],
  ntile: [[
    "(bigint) -> bigint",
    ([n], call) =>
      call.aggregate(
        "ntile",
        atLeast(n as string, 1, "Buckets must be greater than 0", call.args[0] as Typed),
      ),
  ]],
  first_value: [value("first_value", "(T) -> T")],
  last_value: [value("last_value", "(T) -> T")],
  nth_value: [["(T, bigint) -> T", nthValue]],
  lag: shifted("lag"),
  lead: shifted("lead"),
});
