/**
 * Finds what a name stands for.
 * @module
 */
import { QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { format } from "../sql/format.ts";
import type { Typed } from "../values/typed.ts";
import type { Context, Field, GroupingKey, Scope } from "./context.ts";
import { matchingFields, nameChain } from "./tree/column_names.ts";
import { noteUse } from "./tree/correlated.ts";
import { noteNamed } from "./unused.ts";
import { takenOut } from "./window_rows.ts";

/** Translates a name: a parameter of a lambda, or a column. */
export function translateName(expression: Expression, context: Context): Typed | undefined {
  const chain = nameChain(expression);
  if (!chain) return undefined;
  const parts = chain.map((part) => part.value.toLowerCase());
  if (parts.length === 1) {
    const lambda = context.lambdas.findLast((parameter) => parameter.name === parts[0]);
    if (lambda) return lambda.value;
    const output = context.outputs?.filter((candidate) => candidate.name === parts[0]) ?? [];
    if (output.length > 0) {
      const texts = new Set(output.map((candidate) => candidate.typed.sql));
      if (texts.size > 1) throw ambiguous(parts.join("."), expression);
      return (output[0] as { typed: Typed }).typed;
    }
  }
  const found = findField(parts, context.scope, expression);
  if (!found) return undefined;
  const { field, local } = found;
  if (field.reads) field.reads.scan.used.add(field.reads.column);
  noteNamed(context.env.session.order, field.sql);
  let key: GroupingKey | undefined;
  if (context.grouping && local && context.lambdas.every((p) => p.value.sql !== field.sql)) {
    key = context.grouping.keys.find((candidate) => candidate.sql === field.sql);
    if (!key) {
      throw new NotGrouped(expression);
    }
  }
  const sql = key?.shown ?? (context.replace ? context.replace(field) : field.sql);
  const value = { sql, type: field.type };
  return context.grouping && local ? takenOut(value, context) : value;
}

/** An expression that is neither aggregated nor a key of GROUP BY. */
export class NotGrouped extends QueryError {
  constructor(expression: Expression) {
    super("EXPRESSION_NOT_AGGREGATE", notGroupedText(expression), expression.position);
  }
}

/** What is said of an expression that is neither aggregated nor a key of GROUP BY. */
export function notGroupedText(expression: Expression): string {
  return `'${format(expression)}' must be an aggregate expression or appear in GROUP BY clause`;
}

/** Finds a column by the parts of its name, in this query and then in those around it. */
function findField(
  parts: readonly string[],
  scope: Scope,
  expression: Expression,
): { field: Field; local: boolean } | undefined {
  let local = true;
  for (let at: Scope | undefined = scope; at; at = at.outer, local = false) {
    const fields = matchingFields(parts, at.fields);
    if (fields.length > 1) throw ambiguous(parts.join("."), expression);
    if (fields.length === 1) {
      if (!local) noteUse(at, expression, scope);
      return { field: fields[0] as Field, local };
    }
  }
  return undefined;
}

function ambiguous(name: string, expression: Expression): QueryError {
  return new QueryError(
    "AMBIGUOUS_NAME",
    `Column '${name}' is ambiguous`,
    expression.position,
  );
}

/** Error of a name that stands for nothing. */
export class Unresolved extends QueryError {
  constructor(expression: Expression) {
    const name = nameChain(expression)?.map((part) => part.value.toLowerCase()).join(".") ?? null;
    super(
      "COLUMN_NOT_FOUND",
      `Column '${name}' cannot be resolved or requester is not authorized to access requested resources`,
      expression.position,
    );
  }
}
