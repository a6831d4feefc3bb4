/**
 * How functions written here are offered to DuckDB.
 * @module
 */

/**
 * Types of arguments and results: varchar, bigint, double, boolean, blob; lists of doubles, of
 * bigints and of varchars.
 */
export type UdfType = "s" | "i" | "d" | "b" | "x" | "l" | "q" | "t";

/** What a function gives; bytes become a blob, arrays lists. */
export type UdfResult =
  | string
  | bigint
  | number
  | boolean
  | Uint8Array
  | readonly bigint[]
  | readonly string[]
  | null;

/** A function that DuckDB may call. NULL in gives NULL out, without a call. */
export interface Udf {
  /** Types of the arguments, one letter each. */
  args: string;
  returns: UdfType;
  // deno-lint-ignore no-explicit-any -- the letters say what comes
  call: (...args: any[]) => UdfResult;
}

/** Functions by name. */
export type Udfs = Record<string, Udf>;

/** Makes one function's entry. */
export function udf(
  args: string,
  returns: UdfType,
  // deno-lint-ignore no-explicit-any -- as above
  call: (...args: any[]) => UdfResult,
): Udf {
  return { args, returns, call };
}

/** Fails the query with the engine's error code and message. */
export function fail(code: string, message: string): never {
  throw new Error(`${code}: ${message}`);
}

/** Fails as a function does on an argument it cannot use. */
export function badArgument(message: string): never {
  return fail("INVALID_FUNCTION_ARGUMENT", message);
}

/** Fails as a cast does on a value that has none. */
export function badCast(message: string): never {
  return fail("INVALID_CAST_ARGUMENT", message);
}
