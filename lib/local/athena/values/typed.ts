/**
 * A translated value: DuckDB's SQL, and the type that it has in Athena.
 * @module
 */
import type { Type } from "../types/types.ts";

/** A translated expression: DuckDB's SQL, and the type it has in Athena. */
export interface Typed {
  sql: string;
  type: Type;
  /** Its value, where the text alone gives it. */
  constant?: string | number | bigint | boolean | null;
}

/** Quotes text as DuckDB's string literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
