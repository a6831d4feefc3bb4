/**
 * Trino's documentation, "Array functions" and "Map functions": arrays and maps made of the parts of
 * others.
 * @module
 */
import { notSupported } from "../errors.ts";
import { duckType, hasFloat, type Type, typeName } from "../types/types.ts";
import { failure } from "../values/failure.ts";
import { needsSortKey } from "../values/keys.ts";
import { equal } from "../values/operators.ts";
import type { Typed } from "../values/typed.ts";
import { type Call, family, type FunctionDefinition } from "./define.ts";
import { lambda, substitute } from "./lambdas.ts";

const fails = (message: string, type: Type) =>
  failure(`t_fail('INVALID_FUNCTION_ARGUMENT: ${message}')`, type);

/** Refuses keys that DuckDB would compare otherwise than Athena. */
function plainKeys(call: Call): void {
  const { result } = call;
  if (result.kind === "map" && needsSortKey(result.key)) {
    throw notSupported(
      `${call.expression.name} with keys of type ${typeName(result.key)}`,
      call.expression.position,
    );
  }
}

export const MADE_OF_OTHERS: FunctionDefinition[] = family("scalar", {
  combinations: [[
    "(array(T), integer) -> array(array(T))",
    ([a, n]) =>
      `list_transform(CAST(CAST(t_combinations(CAST(len(${a}) AS BIGINT), ${n}) AS JSON) AS INTEGER[][]), ` +
      `lambda c: list_transform(c, lambda i: ${a}[i]))`,
  ]],
  shuffle: [[
    "(array(T)) -> array(T)",
    ([a]) =>
      `list_transform(list_sort(list_transform(${a}, lambda e: struct_pack(at := random(), e := e))), ` +
      `lambda e: e.e)`,
  ]],
  map_zip_with: [[
    "(map(K,V), map(K,W), function(K,V,W,R)) -> map(K,R)",
    ([m, n, f], call) => {
      plainKeys(call);
      const [parameters, body] = lambda(f as string);
      const [k, v, w] = parameters.split(", ") as [string, string, string];
      const key = `e${k}`;
      const { type } = call.args[0] as Typed;
      // NaN equals nothing, so that the other map has no such key.
      const other = type.kind === "map" && hasFloat(type.key)
        ? `CASE WHEN ${equal(key, key, type.key)} THEN ${n}[${key}] END`
        : `${n}[${key}]`;
      const value = substitute(body, k, key, v, `${m}[${key}]`, w, other);
      const others = `list_filter(map_keys(${n}), lambda ${key}: NOT map_contains(${m}, ${key}))`;
      return `CASE WHEN ${m} IS NOT NULL AND ${n} IS NOT NULL THEN CAST(map_from_entries(list_transform(` +
        `list_concat(map_keys(${m}), ${others}), lambda ${key}: struct_pack(k := ${key}, v := ${value}))) ` +
        `AS ${duckType(call.result)}) END`;
    },
  ]],
  multimap_from_entries: [["(array(row(K,V))) -> map(K,array(V))", ([a], call) => {
    plainKeys(call);
    const keys = `list_transform(${a}, lambda e: e._0)`;
    const first = `list_filter(${a}, lambda e, i: list_position(${keys}, e._0) = i)`;
    const values = `list_transform(list_filter(${a}, lambda o: o._0 = e._0), lambda o: o._1)`;
    return `CASE WHEN ${a} IS NULL THEN NULL ` +
      `WHEN list_count(${a}) < len(${a}) THEN ${fails("map entry cannot be null", call.result)} ` +
      `WHEN list_count(${keys}) < len(${a}) THEN ${fails("map key cannot be null", call.result)} ` +
      `ELSE CAST(map_from_entries(list_transform(${first}, lambda e: struct_pack(k := e._0, v := ${values}))) ` +
      `AS ${duckType(call.result)}) END`;
  }]],
});
