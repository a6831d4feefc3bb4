/**
 * Rows that the catalog itself gives, as a relation.
 * @module
 */
import { duckType, type Type } from "../types/types.ts";
import { quote } from "../values/typed.ts";
import { type Env, fresh } from "./context.ts";
import type { TranslatedRelation } from "./relations.ts";

/** A value in the catalog; text is cast to its column's type. */
export type Value = string | number | null;

/** A relation of rows that are known while a query is translated. */
export function rowsRelation(
  relation: string[],
  columns: readonly (readonly [string, Type])[],
  rows: readonly (readonly Value[])[],
  env: Env,
): TranslatedRelation {
  const literals = rows.map((row) =>
    row.map((value) =>
      value === null ? "NULL" : typeof value === "number" ? String(value) : quote(value)
    )
  );
  const alias = fresh(env, "r");
  const names = columns.map((_, i) => `c${i}`).join(", ");
  const casts = columns.map(([, type], i) => `CAST(v.c${i} AS ${duckType(type)}) AS c${i}`);
  const values = literals.length > 0
    ? literals.map((row) => `(${row.join(", ")})`).join(", ")
    : `(${columns.map(() => "NULL").join(", ")})`;
  return {
    sql: `(SELECT ${casts.join(", ")} FROM (VALUES ${values}) AS v(${names})${
      literals.length > 0 ? "" : " WHERE FALSE"
    }) AS ${alias}`,
    fields: columns.map(([column, type], i) => ({
      relation,
      name: column,
      label: column,
      type,
      sql: `${alias}.c${i}`,
    })),
  };
}
