/**
 * Trino's documentation, "JSON functions and operators".
 * @module
 */
import { ambiguousCall } from "../types/mismatch.ts";
import { type Call, family, type FunctionDefinition } from "./define.ts";

/** NULL may be a text or JSON, of which the results have different types. */
function extractScalar([json, path]: string[], { types, expression }: Call): string {
  if (types[0]?.kind !== "unknown") return `t_json_extract_scalar(${json}, ${path})`;
  throw ambiguousCall(expression.position);
}

export const JSONS: FunctionDefinition[] = family("scalar", {
  json_parse: [["(varchar) -> json", ([s]) => `t_json_parse(${s})`]],
  json_format: [["(json) -> varchar", ([j]) => j as string]],
  json_extract: [
    ["(json, varchar) -> json", ([j, p]) => `t_json_extract(${j}, ${p})`],
    ["(varchar, varchar) -> json", ([j, p]) => `t_json_extract(${j}, ${p})`],
  ],
  json_extract_scalar: [
    ["(json, varchar) -> varchar", extractScalar],
    ["(varchar(x), varchar) -> varchar(x)", extractScalar],
  ],
  json_array_length: [
    ["(json) -> bigint", ([j]) => `t_json_array_length(${j})`],
    ["(varchar) -> bigint", ([j]) => `t_json_array_length(${j})`],
  ],
  json_array_get: [
    ["(json, bigint) -> json", ([j, i]) => `t_json_array_get(${j}, ${i})`],
    ["(varchar, bigint) -> json", ([j, i]) => `t_json_array_get(${j}, ${i})`],
  ],
  json_size: [
    ["(json, varchar) -> bigint", ([j, p]) => `t_json_size(${j}, ${p})`],
    ["(varchar, varchar) -> bigint", ([j, p]) => `t_json_size(${j}, ${p})`],
  ],
  json_array_contains: [
    ...["boolean", "bigint", "double", "varchar"].flatMap((type) =>
      ["json", "varchar"].map((json) =>
        [
          `(${json}, ${type}) -> boolean`,
          ([j, v]: string[]) => `t_json_array_contains(${j}, CAST(${v} AS VARCHAR), '${type}')`,
        ] as const
      )
    ),
  ],
  is_json_scalar: [
    ["(json) -> boolean", ([j]) => `t_is_json_scalar(${j})`],
    ["(varchar) -> boolean", ([j]) => `t_is_json_scalar(${j})`],
  ],
});
