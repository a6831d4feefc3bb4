/**
 * Orders of arrays and rows, which fail where a NULL inside decides them.
 * @module
 */
import type { Type } from "../types/types.ts";
import { hasHole, keyOf, nanFirst } from "./keys.ts";

/**
 * An order of two arrays or rows, which fails where a NULL decides.
 *
 * @param operator `<`, `<=`, `>` or `>=`
 */
export function compareWhole(operator: string, a: string, b: string, type: Type): string {
  const [x, y] = [keyOf(a, type), keyOf(b, type)];
  return `CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL ` +
    `WHEN ${clash(x, y, type)} IS NOT NULL THEN ` +
    `CAST(t_fail('NOT_SUPPORTED: ' || ${
      clash(x, y, type)
    }) AS BOOLEAN) ELSE ${x} ${operator} ${y} END`;
}

/** What the engine says where a NULL decides the order of two keys of a type, else NULL. */
function clash(a: string, b: string, type: Type, depth = 0): string {
  if (type.kind === "array") {
    const pair = `c${depth}`;
    const [x, y] = [`struct_extract_at(${pair}, 1)`, `struct_extract_at(${pair}, 2)`];
    const failing = "'ARRAY comparison not supported for arrays with null elements'";
    // Of each pair of elements: '' where they are the same, '=' where they differ, or what is said.
    const each = `CASE WHEN ${x} IS NULL OR ${y} IS NULL THEN ${failing} ` +
      `ELSE coalesce(${clash(x, y, type.element, depth + 1)}, ` +
      `CASE WHEN ${x} IS DISTINCT FROM ${y} THEN '=' ELSE '' END) END`;
    return `nullif(list_filter(list_transform(list_zip(${a}, ${b}, TRUE), lambda ${pair}: ${each}), ` +
      `lambda s${depth}: s${depth} <> '')[1], '=')`;
  }
  if (type.kind === "row") {
    const failing = "'ROW comparison not supported for fields with null elements'";
    const whens = type.fields.map((field, i) => {
      const [x, y] = [`(${a})._${i}`, `(${b})._${i}`];
      const inner = clash(x, y, field.type, depth);
      return `WHEN ${x} IS NULL OR ${y} IS NULL THEN ${failing} ` +
        (inner === NONE ? "" : `WHEN ${inner} IS NOT NULL THEN ${inner} `) +
        `WHEN ${x} IS DISTINCT FROM ${y} THEN ${NONE}`;
    });
    return `CASE ${whens.join(" ")} ELSE ${NONE} END`;
  }
  return NONE;
}

const NONE = "CAST(NULL AS VARCHAR)";

/**
 * Whether some two values of a list, in whatever order they meet, have an order that a NULL decides.
 *
 * @param list A list of values, those that are NULL left out
 */
function anyClash(list: string, type: Type): string {
  if (type.kind !== "array" && type.kind !== "row") return "FALSE";
  const [x, y] = ["p", "q"].map((name) => keyOf(name, type));
  const clashes = `list_filter(${list}, lambda p, i: len(list_filter(${list}, ` +
    `lambda q, j: i < j AND ${clash(x as string, y as string, type)} IS NOT NULL)) > 0)`;
  return `CASE WHEN len(list_filter(${list}, lambda h: ${hasHole("h", type, 1)})) = 0 THEN FALSE ` +
    `ELSE len(${clashes}) > 0 END`;
}

/**
 * The least or the greatest of a list, by one comparison after another: the first of those that are
 * the same.
 *
 * @param list A list of values, none of them NULL
 */
export function extremeOf(name: "min" | "max", list: string, type: Type): string {
  const key = name === "max" ? nanFirst("e", type) : keyOf("e", type);
  const said = clash("x.k", "y.k", type);
  const fails = said === NONE
    ? ""
    : `WHEN ${said} IS NOT NULL THEN CASE WHEN t_fail('NOT_SUPPORTED: ' || ${said}) IS NULL THEN x END `;
  return `list_reduce(list_transform(${list}, lambda e: struct_pack(k := ${key}, v := e)), ` +
    `lambda x, y: CASE ${fails}WHEN y.k ${name === "max" ? ">" : "<"} x.k THEN y ELSE x END).v`;
}

/** A list in its order, NULL last; the order of those that are the same stays. */
export function sortedList(list: string, type: Type): string {
  const known = `list_filter(${list}, lambda e: e IS NOT NULL)`;
  const refusal =
    "NOT_SUPPORTED: array_sort of values that a NULL inside decides the order of is not supported";
  const sorted = `list_transform(list_sort(list_transform(${list}, lambda e, i: struct_pack(` +
    `n := e IS NULL, k := ${keyOf("e", type)}, i := i, v := e))), lambda e: e.v)`;
  return `CASE WHEN ${
    anyClash(known, type)
  } THEN CASE WHEN t_fails(${list}, '${refusal}') THEN ${list} END ` +
    `ELSE ${sorted} END`;
}
