/**
 * Labels in expressions: before columns, as arguments, and as values.
 * @module
 */
import { type Position, QueryError } from "../../errors.ts";
import type { Expression } from "../../sql/ast.ts";
import { VARCHAR } from "../../types/types.ts";
import { quote, type Typed } from "../../values/typed.ts";
import type { Field } from "../context.ts";
import { Unresolved } from "../names.ts";
import { nameChain } from "../tree/column_names.ts";
import type { CallExpression } from "./checks.ts";
import type { InputRows } from "./input.ts";
import { nameOf, type Variables } from "./variables.ts";

/** The name of a label by its number. */
export function labelName(number: string, { labels }: Variables): Typed {
  return { sql: `([${labels.map(quote).join(", ")}])[${number} + 1]`, type: VARCHAR };
}

/** A column with a label before it; nothing where the expression is no name. */
export function labeledColumn(
  expression: Expression,
  input: InputRows,
  variables: Variables,
): { field: Field; labels: readonly number[] } | undefined {
  const [first, ...rest] = nameChain(expression) ?? [];
  if (!first) return undefined;
  const labels = variables.find(first);
  // Names of relations and of fields of rows mean nothing here.
  if (!labels) throw new Unresolved(expression);
  const [column] = rest;
  const field = column && rest.length === 1 ? input.find(column) : undefined;
  if (field) return { field, labels };
  const name = rest.map(({ value }) => value.toLowerCase()).join(".");
  throw new QueryError(
    "COLUMN_NOT_FOUND",
    `Column ${name} prefixed with label ${nameOf(first)} cannot be resolved`,
    expression.position,
  );
}

/** Refuses what no call takes here. */
export function refuseInCall({ name, args, mode, position }: CallExpression): void {
  if (mode) {
    throw new QueryError(
      "INVALID_PROCESSING_MODE",
      `${mode.name} semantics is supported only for FIRST(), LAST() and aggregation functions. ` +
        `Actual: ${name}`,
      mode.position,
    );
  }
  if (name === "try") throw notYet("TRY expression", position);
  const lambda = args.find(({ kind }) => kind === "lambda");
  if (lambda) throw notYet("Lambda expression", lambda.position);
}

function notYet(what: string, position: Position): QueryError {
  const message = `${what} in pattern recognition context is not yet supported`;
  return new QueryError("NOT_SUPPORTED", message, position);
}

/** Refuses arguments of MATCH_NUMBER. */
export function checkMatchNumber({ args, position }: CallExpression): void {
  if (args.length === 0) return;
  throw new QueryError(
    "INVALID_FUNCTION_ARGUMENT",
    "MATCH_NUMBER pattern recognition function takes no arguments",
    position,
  );
}

/** The labels that CLASSIFIER looks for. */
export function classifierLabels(
  { args, position }: CallExpression,
  variables: Variables,
): readonly number[] {
  const [argument, second] = args;
  const wrong = (message: string, at = position, code = "INVALID_FUNCTION_ARGUMENT") =>
    new QueryError(code, message, at);
  if (second) {
    throw wrong("CLASSIFIER pattern recognition function takes no arguments or 1 argument");
  }
  if (!argument) return [];
  if (argument.kind !== "name") {
    throw wrong(
      "CLASSIFIER function argument should be primary pattern variable or subset name. Actual: " +
        classOf(argument),
      argument.position,
      "TYPE_MISMATCH",
    );
  }
  const labels = variables.find(argument.name);
  if (labels) return labels;
  throw wrong(
    `${argument.name.value} is not a primary pattern variable or subset name`,
    argument.position,
  );
}

/** What the engine calls a kind of expression. */
const CLASSES: Partial<Record<Expression["kind"], string>> = {
  field: "DereferenceExpression",
  string: "StringLiteral",
  integer: "LongLiteral",
  call: "FunctionCall",
  null: "NullLiteral",
  boolean: "BooleanLiteral",
  double: "DecimalLiteral",
  binaryop: "ArithmeticBinaryExpression",
  compare: "ComparisonExpression",
};

function classOf({ kind }: Expression): string {
  return CLASSES[kind] ?? "Expression";
}
