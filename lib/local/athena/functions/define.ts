/**
 * How functions are defined: as data, with what they become in DuckDB's SQL.
 * @module
 */
import type { Context, Typed } from "../analyze/context.ts";
import type { Expression } from "../sql/ast.ts";
import { notSupported, type Position, QueryError } from "../errors.ts";
import { isOrderable, type Type, typeName } from "../types/types.ts";
import { DECLARED_PARAMETERS } from "./declared.ts";
import { parseSignature, type Signature } from "./signature.ts";

type CallExpression = Extract<Expression, { kind: "call" }>;

/** One call of a function, its arguments translated and converted. */
export interface Call {
  definition: FunctionDefinition;
  /** Arguments as Typed, converted to the signature's types. */
  args: Typed[];
  /** Types of the arguments as they were before. */
  types: Type[];
  /** The result's type by the signature. */
  result: Type;
  expression: CallExpression;
  context: Context;
  /** DuckDB's aggregate or window function with the call's DISTINCT, ORDER BY, FILTER and OVER. */
  aggregate(name: string, ...args: string[]): string;
}

/**
 * Refuses a type whose values have no order, where the function needs one.
 *
 * @throws {QueryError} `FUNCTION_NOT_FOUND`
 */
export function requireOrderable(type: Type, call: Call): void {
  if (!isOrderable(type)) {
    throw unexpectedParameters(call.definition.name, call.types, call.expression.position);
  }
}

/**
 * Refuses an order of an aggregate's rows: the engine takes none for this one, though it would change
 * the answer.
 *
 * @throws {QueryError} `NOT_SUPPORTED`
 */
export function refuseOrder({ expression: { name, orderBy, position } }: Call): void {
  if (orderBy.length > 0) throw notSupported(`${name} with ORDER BY`, position);
}

/** What a function is given: a type, or a lambda. */
export type Given = Type | "<function>";

/** What is said of a call whose arguments no overload of the function takes. */
export function unexpectedParameters(
  name: string,
  types: readonly Given[],
  position: Position,
  overloads: readonly Overload[] = [],
): QueryError {
  const given = types.map((type) => type === "<function>" ? type : signatureText(type)).join(", ");
  const expected = DECLARED_PARAMETERS.get(name) ??
    overloads.map(({ text }) => `${name}${text.replace(/ -> .*/, "")}`).join(", ");
  return new QueryError(
    "FUNCTION_NOT_FOUND",
    `Unexpected parameters (${given}) for function ${name}. Expected: ${expected}`,
    position,
  );
}

/**
 * Overloads of which the engine takes none where of some arguments it is only known that they are NULL.
 *
 * @param overloads The overloads
 * @param places Which arguments: the first, unless others are named; those below zero from the end
 */
export function notOfNull(overloads: Family[string], places: readonly number[] = [0]) {
  return overloads.map(([text, render]): Family[string][number] => [text, (args, call) => {
    if (places.every((place) => call.types.at(place)?.kind === "unknown")) {
      throw ambiguousCall(call.expression.position);
    }
    return render(args, call);
  }]);
}

/** What is said where NULL fits several overloads as well. */
export function ambiguousCall(position: Position): QueryError {
  return new QueryError(
    "AMBIGUOUS_FUNCTION_CALL",
    "Could not choose a best candidate operator. Explicit type casts must be added.",
    position,
  );
}

/** A type as messages about functions print it. */
function signatureText(type: Type): string {
  switch (type.kind) {
    case "array":
      return `array(${signatureText(type.element)})`;
    case "map":
      return `map(${signatureText(type.key)},${signatureText(type.value)})`;
    case "row":
      return `row(${
        type.fields.map(({ name, type }) =>
          `${name === undefined ? "" : `"${name.toLowerCase().replaceAll('"', '""')}" `}${
            signatureText(type)
          }`
        ).join(",")
      })`;
    default:
      return typeName(type);
  }
}

/** What a call becomes: SQL, or SQL with another type than the signature says. */
export type Rendered = string | Typed;

/** One signature of a function. */
export interface Overload {
  signature: Signature;
  text: string;
  render: (args: string[], call: Call) => Rendered;
}

/** A function. */
export interface FunctionDefinition {
  name: string;
  kind: "scalar" | "aggregate" | "window";
  overloads: Overload[];
}

/** Functions of one family, by name. */
export type Family = Record<
  string,
  readonly (readonly [string, (args: string[], call: Call) => Rendered])[]
>;

/** Makes the definitions of a family. */
export function family(kind: FunctionDefinition["kind"], functions: Family): FunctionDefinition[] {
  return Object.entries(functions).map(([name, overloads]) => ({
    name,
    kind,
    overloads: overloads.map(([text, render]) => ({
      signature: parseSignature(text),
      text,
      render,
    })),
  }));
}
