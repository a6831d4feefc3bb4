/**
 * What stands where a value fails.
 * @module
 */
import { duckType, type Type } from "../types/types.ts";

/** A call that only fails, with the type that what it stands for would have. */
export function failure(call: string, type: Type): string {
  const nested = ["array", "map", "row"].includes(type.kind);
  return nested
    ? `CAST(CAST(${call} AS JSON) AS ${duckType(type)})`
    : `CAST(${call} AS ${duckType(type)})`;
}
