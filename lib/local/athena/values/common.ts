/**
 * Brings values to one type.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { commonType } from "../types/coerce.ts";
import { type Type, typeName, UNKNOWN } from "../types/types.ts";
import { coerce } from "./convert.ts";
import type { Typed } from "./typed.ts";

/**
 * Gives values the type that all of them take on.
 *
 * @param values The values
 * @param what What they are, for the message
 * @param at Where each of them stands
 * @returns The type, and the values as DuckDB's SQL
 * @throws {QueryError} `TYPE_MISMATCH`, where they have no such type
 */
export function toCommonType(
  values: readonly Typed[],
  what: string,
  at: readonly Expression[],
): { type: Type; values: string[] } {
  let type: Type = UNKNOWN;
  for (const [i, value] of values.entries()) {
    const common = commonType(type, value.type);
    if (!common) {
      const names = [...new Set(values.map((one) => typeName(one.type)))].join(", ");
      throw new QueryError(
        "TYPE_MISMATCH",
        `${what} must be the same type or coercible to a common type. Cannot find common type ` +
          `between ${typeName(type)} and ${typeName(value.type)}, ` +
          `all types (without duplicates): [${names}]`,
        at[i]?.position,
      );
    }
    type = common;
  }
  const wanted = type;
  return { type, values: values.map((value) => coerce(value, wanted).sql) };
}
