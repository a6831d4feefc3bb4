/**
 * Conditions whose columns go by names of their own, so that they can be moved from where they are
 * written to another place of the query.
 * @module
 */
import type { Position } from "../../errors.ts";
import type { Expression } from "../../sql/ast.ts";
import type { Field, Scope } from "../context.ts";
import { matchingFields, nameChain } from "../tree/column_names.ts";
import { CHANGING, OF_QUERIES } from "../tree/constants.ts";
import { children, replaced, some } from "../tree/walk.ts";

/** A column, by its SQL, which no other one has. */
export function symbol(sql: string, position: Position): Expression {
  return { kind: "name", name: { value: sql, position }, position };
}

/** The scope in which columns go by their SQL. */
export function symbolScope(fields: readonly Field[], outer: Scope | undefined): Scope {
  const named = fields.flatMap(({ relation: _, merged, ...field }) =>
    merged ? [] : [{ ...field, name: field.sql.toLowerCase() }]
  );
  return outer ? { fields: named, outer } : { fields: named };
}

/** The columns an expression names, each as often as it does. */
export function symbolsOf(expression: Expression): readonly string[] {
  if (expression.kind === "name") return [expression.name.value];
  const known = SYMBOLS.get(expression);
  if (known) return known;
  const symbols = children(expression).flatMap(symbolsOf);
  SYMBOLS.set(expression, symbols);
  return symbols;
}

const SYMBOLS = new WeakMap<Expression, readonly string[]>();

/**
 * An expression whose columns go by their SQL.
 *
 * @param expression The expression
 * @param fields The columns that it may name
 * @returns The expression; nothing where it names others, has a query inside, or another value each
 *   time
 */
export function withSymbols(
  expression: Expression,
  fields: readonly Field[],
): Expression | undefined {
  const fixed = some(
    expression,
    (part) => part.kind === "call" ? CHANGING.includes(part.name) : OF_QUERIES.includes(part.kind),
  );
  if (fixed) return undefined;
  let unknown = false;
  const form = replaced(expression, (part) => {
    if (part.kind !== "name" && part.kind !== "field") return undefined;
    const chain = nameChain(part)?.map(({ value }) => value.toLowerCase());
    const [field, ...others] = chain ? matchingFields(chain, fields) : [];
    if (field && others.length === 0) return columnOf(field, part.position);
    if (part.kind === "name") unknown = true;
    return undefined;
  });
  return unknown ? undefined : form;
}

function columnOf({ sql, merged }: Field, position: Position): Expression {
  if (!merged) return symbol(sql, position);
  return {
    kind: "call",
    name: "coalesce",
    args: merged.map((side) => symbol(side, position)),
    star: false,
    distinct: false,
    orderBy: [],
    position,
  };
}
