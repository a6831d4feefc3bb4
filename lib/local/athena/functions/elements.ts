/**
 * What the functions over arrays share: elements that are the same, and those that are found.
 * @module
 */
import { hasFloat, type Type } from "../types/types.ts";
import { failure } from "../values/failure.ts";
import { isPlain, keyOf, needsSortKey } from "../values/keys.ts";
import { equal } from "../values/operators.ts";
import { extremeOf } from "../values/whole_order.ts";
import type { Call } from "./define.ts";

/** The type of the elements of a call's first argument. */
export function element(call: Call): Type {
  const { type } = call.args[0] as { type: Type };
  return type.kind === "array" ? type.element : type;
}

/** What is NULL where one of two arguments is. */
export function both(call: Call, sql: (a: string, b: string) => string): string {
  const [a, b] = call.args.map((arg) => arg.sql) as [string, string];
  return `CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL ELSE ${sql(a, b)} END`;
}

/** The keys of a list's elements. */
export function keys(list: string, type: Type): string {
  return isPlain(type) ? list : `list_transform(${list}, lambda e: ${keyOf("e", type)})`;
}

/** A list without repetitions. */
export function distinct(list: string, type: Type): string {
  // The first of each stays where it is; NULL counts as a value.
  const told = keys(list, type);
  return `list_transform(list_filter(list_zip(${list}, ${told}, range(1, len(${list}) + 1)), ` +
    `lambda d: list_position(${told}, struct_extract_at(d, 2)) IS NOT DISTINCT FROM CAST(struct_extract_at(d, 3) AS INTEGER)), ` +
    `lambda d: struct_extract_at(d, 1))`;
}

/** Of each element whether it equals a value: 1, 0, 2 where a NULL inside hides it, 3 of a NULL. */
function matches(a: string, x: string, type: Type): string {
  return `list_transform(${a}, lambda e: CASE WHEN e IS NULL THEN 3 ELSE ` +
    `CASE ${equal("e", x, type)} WHEN TRUE THEN 1 WHEN FALSE THEN 0 ELSE 2 END END)`;
}

/** What finds a value in a list; a NULL inside of what is compared fails it. */
export function search(
  call: Call,
  result: Type,
  found: (matches: string, at: string) => string,
): string {
  const { name } = call.definition;
  return both(call, (a, x) => {
    const all = matches(a, x, element(call));
    const at = `coalesce(list_position(${all}, 1), 0)`;
    const hidden = `list_position(${all}, 2)`;
    const before = name === "array_remove" ? "" : ` AND (${at} = 0 OR ${hidden} < ${at})`;
    const message =
      `NOT_SUPPORTED: ${name} does not support arrays with elements that are null or contain null`;
    return `CASE WHEN ${hidden} IS NOT NULL${before} THEN ${
      failure(`t_fail('${message}')`, result)
    } ` +
      `ELSE ${found(all, at)} END`;
  });
}

/** The least or greatest element: NULL where one is, and NaN only where there is nothing else. */
export function edge(name: "min" | "max", list: string, type: Type): string {
  const found = needsSortKey(type) ? extremeOf(name, list, type) : `list_${name}(${list})`;
  const numbers = `list_${name}(list_filter(${list}, lambda e: NOT isnan(e)))`;
  return `CASE WHEN list_count(${list}) < len(${list}) OR len(${list}) = 0 THEN NULL ELSE ${
    hasFloat(type) && !needsSortKey(type) ? `coalesce(${numbers}, ${found})` : found
  } END`;
}

/** The elements of a list that another one has, or has not. */
export function shared(a: string, b: string, type: Type, test: "IS NULL" | "IS NOT NULL"): string {
  return `list_filter(${a}, lambda i: list_position(${keys(b, type)}, ${
    keyOf("i", type)
  }) ${test})`;
}
