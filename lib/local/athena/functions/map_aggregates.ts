/**
 * Trino's documentation, "Map aggregate functions": maps of many rows.
 * @module
 */
import { notSupported } from "../errors.ts";
import { duckType, isFloat, type Type, typeName } from "../types/types.ts";
import { counted, keyOf, needsSortKey, requirePlain } from "../values/keys.ts";
import type { Typed } from "../values/typed.ts";
import { type Call, family, type FunctionDefinition } from "./define.ts";

/** A text for a key, which is the same for keys that are the same. */
function textOf(key: string, type: Type): string {
  if (isFloat(type)) return counted(key, type);
  const known = keyOf(key, type);
  const whole = ["array", "row"].includes(type.kind) ? `to_json(${known})` : known;
  return `CAST(${whole} AS VARCHAR)`;
}

/** The keys of entries, as texts. */
function textsOf(entries: string, key: Type): string {
  return `list_transform(${entries}, lambda e: ${textOf("e.key", key)})`;
}

/** Refuses what keys and values of a group's rows are not told apart by. */
function requireEntries({ expression, args }: Call): Type {
  const { name, distinct, position } = expression;
  if (distinct) throw notSupported(`${name} with DISTINCT`, position);
  const { type } = args[0] as Typed;
  requirePlain(type, name, position);
  return type;
}

const entry = (k: string, v: string) => `struct_pack(key := ${k}, value := ${v})`;

const mapOf = (entries: string) =>
  `CASE WHEN len(${entries}) > 0 THEN map_from_entries(${entries}) END`;

export const MAP_AGGREGATES: FunctionDefinition[] = family("aggregate", {
  // Of several values of a key the engine keeps one; these keep the first.
  map_agg: [["(K, V) -> map(K,V)", ([k = "", v = ""], call) => {
    const text = textOf(k, requireEntries(call));
    const texts = `CASE WHEN ${k} IS NOT NULL THEN [${text}] END`;
    return mapOf(call.picked("firsts", [texts], entry(k, v)));
  }]],
  map_union: [["(map(K,V)) -> map(K,V)", ([m], call) => {
    const { type } = call.args[0] as Typed;
    const { key } = type as Extract<Type, { kind: "map" }>;
    if (needsSortKey(key)) {
      throw notSupported(`map_union with keys of type ${typeName(key)}`, call.expression.position);
    }
    const own = `map_entries(${m})`;
    const entries = `flatten(${call.picked("firsts", [textsOf(own, key)], own)})`;
    return mapOf(`list_select(${entries}, t_first_places(${textsOf(entries, key)}))`);
  }]],
  multimap_agg: [["(K, V) -> map(K,array(V))", ([k = "", v = ""], call) => {
    const key = requireEntries(call);
    const entries = call.aggregate("array_agg", entry(k, v));
    const groups = `t_same_places(${textsOf(entries, key)})`;
    const places = "CAST(string_split(g, ',') AS BIGINT[])";
    return mapOf(
      `list_transform(${groups}, lambda g: list_transform([list_select(${entries}, ${places})], ` +
        `lambda s: struct_pack(key := s[1].key, ` +
        `value := list_transform(s, lambda e: e.value)))[1])`,
    );
  }]],
  histogram: [["(K) -> map(K,bigint)", ([k], call) => {
    const { type } = call.args[0] as Typed;
    requirePlain(type, "histogram", call.expression.position);
    const map = call.aggregate("histogram", counted(k as string, type));
    return `CAST(${map} AS ${duckType(call.result)})`;
  }]],
});
