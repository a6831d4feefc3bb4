/**
 * How functions are defined: as data, with what they become in DuckDB's SQL.
 * @module
 */
import type { Expression } from "../sql/ast.ts";
import { ambiguousCall, unexpectedParameters } from "../types/mismatch.ts";
import { isOrderable, type Type } from "../types/types.ts";
import type { Typed } from "../values/typed.ts";
import type { OwnAggregate } from "./own_aggregates.ts";
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
  /** Whether the rows are taken together by keys. */
  grouped: boolean;
  /** Whether the parts of expressions keep their order, and whether that may change the answer. */
  order: { kept: boolean; matters: boolean };
  /** DuckDB's aggregate or window function with the call's DISTINCT, ORDER BY, FILTER and OVER. */
  aggregate(name: string, ...args: string[]): string;
  /** The same over all rows of the partition, where the call is over a window. */
  around(name: string, ...args: string[]): string;
  /** One of our own aggregates of rows with these values, in the same way. */
  own(name: OwnAggregate, ...values: string[]): string;
  /**
   * Values of the rows that one of our own aggregates picks.
   *
   * @param name The aggregate, which tells the places of rows
   * @param values What it takes
   * @param picked The value of a row
   */
  picked(name: OwnAggregate, values: readonly string[], picked: string): string;
  /** Whether the call is over rows in an order: window frames that are no whole partitions, matches. */
  framed: boolean;
  /** How many rows the frame has, where the call is over one. */
  frameRows: string;
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
