/**
 * Conditions that the rows of a query are known to meet, for it selects no others.
 * @module
 */
import type { Expression } from "../../sql/ast.ts";
import type { Field } from "../context.ts";
import { conjuncts, replaced } from "../tree/walk.ts";
import { normalForm } from "./normal_form.ts";
import { symbol, symbolsOf, withSymbols } from "./symbols.ts";

/**
 * The conditions over the columns that a query gives as they are, which go by `c0`, `c1` ….
 *
 * @param where The query's condition
 * @param earlier What its relation's rows are known to meet
 * @param items The columns that it gives
 * @param fields The columns of what it selects from
 */
export function knownAfter(
  where: Expression | undefined,
  earlier: readonly Expression[],
  items: readonly Expression[],
  fields: readonly Field[],
): Expression[] {
  const parts = where ? conjuncts(normalForm(where, true)) : [];
  const all = [...parts.flatMap((part) => withSymbols(part, fields) ?? []), ...earlier];
  if (all.length === 0) return [];
  const places = new Map<string, number>();
  for (const [i, item] of items.entries()) {
    const form = withSymbols(item, fields);
    if (form?.kind === "name" && !places.has(form.name.value)) places.set(form.name.value, i);
  }
  return all.filter((condition) => symbolsOf(condition).every((one) => places.has(one)))
    .map((condition) => renamed(condition, (name) => `c${places.get(name)}`));
}

/** What the rows of a query are known to meet, under its alias. */
export function knownUnder(alias: string, known: readonly Expression[] = []): Expression[] {
  return known.map((condition) => renamed(condition, (name) => `${alias}.${name}`));
}

function renamed(condition: Expression, name: (symbol: string) => string): Expression {
  return replaced(
    condition,
    (part) => part.kind === "name" ? symbol(name(part.name.value), part.position) : undefined,
  );
}
