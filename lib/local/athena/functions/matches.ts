/**
 * Functions that look at an array's elements until one decides.
 * @module
 */
import { mayFail } from "../values/fallible.ts";
import type { Call, Rendered } from "./define.ts";

/** Values of a state that is a number, as the elements' places are. */
const OPEN = 0, DECIDED = -1, UNKNOWN = -2;

function match(decides: boolean) {
  return ([array, lambda]: string[], { order }: Call): string => {
    const [, parameter = "", body = ""] = /^lambda (\w+): ([^]*)$/.exec(lambda as string) ?? [];
    const all = `t_${decides ? "any" : "all"}(list_transform(${array}, ${lambda}))`;
    if (!mayFail(body)) return all;
    order.matters = true;
    if (!order.kept) return all;
    const [state, place] = [`${parameter}s`, `${parameter}i`];
    const element = `(${array})[${place}]`;
    const test = body.replaceAll(new RegExp(`\\b${parameter}\\b`, "g"), element);
    const step = `CASE WHEN ${state} = ${DECIDED} THEN ${state} ` +
      `WHEN ${decides ? test : `NOT ${test}`} THEN ${DECIDED} ` +
      `WHEN ${test} IS NULL THEN ${UNKNOWN} ELSE ${state} END`;
    const last = `list_reduce(range(1, len(${array}) + 1), ` +
      `lambda ${state}, ${place}: CAST(${step} AS BIGINT), CAST(${OPEN} AS BIGINT))`;
    return `CASE WHEN ${array} IS NULL THEN NULL ELSE ` +
      `CASE ${last} WHEN ${DECIDED} THEN ${decides} WHEN ${UNKNOWN} THEN NULL ELSE ${!decides} END END`;
  };
}

const SIGNATURE = "(array(T), function(T,boolean)) -> boolean";
const [any, all] = [match(true), match(false)];

/** `any_match`, `all_match` and `none_match`. */
export const MATCHES: Record<
  string,
  [readonly [string, (args: string[], call: Call) => Rendered]]
> = {
  any_match: [[SIGNATURE, any]],
  all_match: [[SIGNATURE, all]],
  none_match: [[SIGNATURE, (args, call) => `(NOT ${any(args, call)})`]],
};
