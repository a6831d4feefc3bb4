/**
 * Names of columns, as they are written.
 * @module
 */
import type { Expression, Identifier } from "../../sql/ast.ts";
import type { Field } from "../context.ts";

/** The names of `a.b.c`, or nothing where the expression is more than names. */
export function nameChain(expression: Expression): Identifier[] | undefined {
  if (expression.kind === "name") return [expression.name];
  if (expression.kind !== "field") return undefined;
  const base = nameChain(expression.base);
  return base && [...base, expression.name];
}

/** The columns that a name with these parts may stand for. */
export function matchingFields(parts: readonly string[], fields: readonly Field[]): Field[] {
  const name = parts[parts.length - 1];
  const relation = parts.slice(0, -1);
  return fields.filter((field) => field.name === name && inRelation(field, relation));
}

/** Whether a column is of the relation with this name, of which the first parts may be left out. */
export function inRelation(field: Field, relation: readonly string[]): boolean {
  if (relation.length === 0) return true;
  const own = field.relation;
  if (!own || own.length < relation.length) return false;
  return relation.every((part, i) => own[own.length - relation.length + i] === part);
}
