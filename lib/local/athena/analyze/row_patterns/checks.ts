/**
 * What the engine refuses of calls in MEASURES and DEFINE.
 * @module
 */
import { notSupported, QueryError } from "../../errors.ts";
import type { Expression, Identifier } from "../../sql/ast.ts";
import type { RowPatternClauses } from "../../sql/row_pattern_ast.ts";
import { nameChain } from "../tree/column_names.ts";
import { isAggregate } from "../tree/calls.ts";
import { some } from "../tree/walk.ts";
import { nameOf, type Variables } from "./variables.ts";

/** A call. */
export type CallExpression = Extract<Expression, { kind: "call" }>;

const NAVIGATIONS = ["first", "last", "prev", "next"];

/** Whether an expression calls a function that goes to another row. */
export function isNavigation(expression: Expression): expression is CallExpression {
  return expression.kind === "call" && NAVIGATIONS.includes(expression.name);
}

/** Whether a call is of a function that only patterns have. */
export function isPatternFunction({ name }: CallExpression): boolean {
  return NAVIGATIONS.includes(name) || name === "classifier" || name === "match_number";
}

/** The expressions inside one, and itself, each before those inside it. */
function partsOf(expressions: readonly Expression[]): Expression[] {
  const parts: Expression[] = [];
  for (const expression of expressions) {
    some(expression, (part) => {
      parts.push(part);
      return false;
    });
  }
  return parts;
}

/** Refuses `A.*` where it is no count of rows. */
export function requireCount({ name, args, rowsOf }: CallExpression): void {
  if (rowsOf && (name !== "count" || args.length > 0)) throw notCounted(rowsOf);
}

function notCounted({ position }: Identifier): QueryError {
  return new QueryError(
    "INVALID_FUNCTION_ARGUMENT",
    "label.* syntax is only supported as the only argument of row pattern count function",
    position,
  );
}

/** Refuses what only patterns have. */
export function refuseOutOfPattern({ rowsOf, mode }: CallExpression): void {
  if (rowsOf) throw notCounted(rowsOf);
  if (!mode) return;
  throw new QueryError(
    "INVALID_PROCESSING_MODE",
    `${mode.name} semantics is not supported out of pattern recognition context`,
    mode.position,
  );
}

/** Refuses what calls of other functions take. */
export function checkPatternCall(
  { name, over, filter, orderBy, distinct, mode, position }: CallExpression,
): void {
  const given = [
    [over, "OVER"],
    [filter, "FILTER"],
    [orderBy.length > 0, "ORDER BY"],
    [distinct, "DISTINCT"],
  ].find(([is]) => is)?.[1];
  if (given) {
    throw new QueryError(
      "INVALID_PATTERN_RECOGNITION_FUNCTION",
      `Cannot use ${given} with ${name} pattern recognition function`,
      position,
    );
  }
  if (mode && name !== "first" && name !== "last") {
    throw new QueryError(
      "INVALID_PROCESSING_MODE",
      `${mode.name} semantics is not supported with ${name} pattern recognition function`,
      mode.position,
    );
  }
}

/** Refuses what aggregates take elsewhere. */
export function checkAggregateCall(
  { name, filter, orderBy, distinct, position }: CallExpression,
): void {
  const given = [
    [filter, "FILTER"],
    [orderBy.length > 0, "ORDER BY"],
    [distinct, "DISTINCT"],
  ].find(([is]) => is)?.[1];
  if (!given) return;
  throw new QueryError(
    "NOT_SUPPORTED",
    `Cannot use ${given} with ${name} aggregate function in pattern recognition context`,
    position,
  );
}

/** Refuses aggregates inside a call. */
export function checkNoAggregates({ name, args }: CallExpression): void {
  const nested = partsOf(args).find(isAggregate);
  if (nested?.kind !== "call") return;
  throw new QueryError(
    "NESTED_AGGREGATION",
    `Cannot nest ${nested.name} aggregate function inside ${name} function`,
    nested.position,
  );
}

/** Aggregates whose states the engine does not copy. */
const UNCOPIED = [
  "approx_distinct",
  "approx_most_frequent",
  "approx_percentile",
  "approx_set",
  "histogram",
  "numeric_histogram",
  "tdigest_agg",
];

/** The first aggregate in DEFINE whose state the engine does not copy. */
export function uncopiedIn({ definitions }: RowPatternClauses): string | undefined {
  const parts = partsOf(definitions.map(({ condition }) => condition));
  const found = parts.find((part) => part.kind === "call" && UNCOPIED.includes(part.name));
  return found?.kind === "call" ? found.name : undefined;
}

/** Refuses navigations inside an aggregate. */
export function checkNoNavigations({ name, args }: CallExpression): void {
  const nested = partsOf(args).find(isNavigation);
  if (!nested) return;
  throw misnested(
    `Cannot nest ${nested.name} pattern navigation function inside ${name} function`,
    nested,
  );
}

function misnested(message: string, { position }: Expression): QueryError {
  return new QueryError("INVALID_NAVIGATION_NESTING", message, position);
}

/** Refuses navigations inside others, but for FIRST and LAST directly in PREV and NEXT. */
export function checkNesting({ name, args }: CallExpression): void {
  const [nested, second] = partsOf(args.slice(0, 1)).filter(isNavigation);
  if (!nested) return;
  const inside = `inside ${name} pattern navigation function`;
  if (name === "first" || name === "last") {
    throw misnested(`Cannot nest ${nested.name} pattern navigation function ${inside}`, nested);
  }
  if (second) {
    throw misnested(`Cannot nest multiple pattern navigation functions ${inside}`, second);
  }
  if (nested.name === "prev" || nested.name === "next") {
    throw misnested(`Cannot nest ${nested.name} pattern navigation function ${inside}`, nested);
  }
  if (nested !== args[0]) {
    throw misnested("Immediate nesting is required for pattern navigation functions", nested);
  }
}

/** How far a navigation goes. */
export function offsetOf({ name, args, position }: CallExpression, otherwise: number): number {
  const [, offset] = args;
  if (!offset) return otherwise;
  const negative = offset.kind === "unary" && offset.operator === "-";
  const literal = negative ? offset.value : offset;
  if (literal.kind !== "integer") {
    throw new QueryError(
      "INVALID_FUNCTION_ARGUMENT",
      `${name} pattern recognition navigation function requires a number as the second argument`,
      position,
    );
  }
  const value = BigInt(literal.value) * (negative ? -1n : 1n);
  const outOfRange = (message: string) =>
    new QueryError("NUMERIC_VALUE_OUT_OF_RANGE", message, position);
  if (value < 0n) {
    throw outOfRange(
      `${name} pattern recognition navigation function requires a non-negative number as the ` +
        `second argument (actual: ${value})`,
    );
  }
  if (value > 2n ** 31n - 1n) {
    throw outOfRange(
      `The second argument of ${name} pattern recognition navigation function must not exceed ` +
        `${2n ** 31n - 1n} (actual: ${value})`,
    );
  }
  return Number(value);
}

/** Which variable an argument is about: one, all rows (`null`), or nothing where it names none. */
export type Subject = string | null | undefined;

/**
 * Finds the variable that all of an argument is about.
 *
 * @param call The call
 * @param argument The argument
 * @param variables The pattern's variables
 * @param isColumn Whether a name without a variable is a column
 * @throws {QueryError} It is about several
 */
export function subjectOf(
  call: CallExpression,
  argument: Expression,
  variables: Variables,
  isColumn: (name: Expression) => boolean,
): Subject {
  const parts = partsOf([argument]);
  const labeled = parts.filter((part) => part.kind === "field" && labelOf(part, variables));
  const labels = [...new Set(labeled.map((part) => labelOf(part, variables) as string))];
  const inLabeled = new Set(labeled.flatMap((part) => part.kind === "field" ? [part.base] : []));
  const unlabeled = parts.some((part) =>
    part.kind === "name" && !inLabeled.has(part) && isColumn(part)
  );
  const classifiers = [
    ...new Set(
      parts.flatMap((part) =>
        part.kind === "call" && part.name === "classifier" ? [classifierOf(part)] : []
      ),
    ),
  ];
  const wrong = (message: string, position = call.position) =>
    new QueryError("INVALID_ARGUMENTS", message, position);
  if ((unlabeled && labels.length > 0) || labels.length > 1) {
    throw wrong(
      `Column references inside argument of function ${call.name} must all either be prefixed ` +
        "with the same label or be not prefixed",
      labeled[0]?.position,
    );
  }
  if (classifiers.length > 1) {
    throw wrong(
      `CLASSIFIER() calls inside argument of function ${call.name} must all either have the same ` +
        "label as the argument or have no arguments",
    );
  }
  const [label] = labels;
  const columns: Subject = label ?? (unlabeled ? null : undefined);
  if (columns !== undefined && classifiers.length > 0 && classifiers[0] !== columns) {
    throw wrong(
      `Column references inside argument of function ${call.name} must all be prefixed with the ` +
        "same label that all CLASSIFIER() calls have as the argument",
    );
  }
  return columns !== undefined ? columns : classifiers[0];
}

/** The name of the variable before a column. */
export function labelOf(expression: Expression, variables: Variables): string | undefined {
  const [first, ...rest] = nameChain(expression) ?? [];
  return first && rest.length === 1 && variables.find(first) ? nameOf(first) : undefined;
}

function classifierOf({ args: [argument] }: CallExpression): string | null {
  return argument?.kind === "name" ? nameOf(argument.name) : null;
}

/** Refuses `IN` with a query of what is no row's value alone. */
export function checkInQuery(
  { value }: Extract<Expression, { kind: "inquery" }>,
  variables: Variables,
): void {
  for (const part of partsOf([value])) {
    if (part.kind === "field" && labelOf(part, variables)) {
      throw notYet("IN-PREDICATE with labeled column reference", part.position);
    }
    if (part.kind === "call" && isPatternFunction(part)) {
      throw notYet(`IN-PREDICATE with ${part.name} function`, part.position);
    }
    if (isAggregate(part)) throw notSupported("An aggregate in IN with a query", part.position);
  }
}

/** Refuses `ANY` and `ALL` with a query of what is no row's value alone. */
export function checkQuantified(
  { left, position }: Extract<Expression, { kind: "quantified" }>,
  variables: Variables,
): void {
  const other = partsOf([left]).some((part) =>
    (part.kind === "field" && labelOf(part, variables) !== undefined) ||
    (part.kind === "call" && (isPatternFunction(part) || isAggregate(part)))
  );
  if (other) {
    throw notSupported("A comparison with ANY or ALL of a value of several rows", position);
  }
}

function notYet(what: string, position: Expression["position"]): QueryError {
  return new QueryError("NOT_SUPPORTED", `${what} is not yet supported`, position);
}
