/**
 * What is said of values whose types do not fit.
 * @module
 */
import { type Position, QueryError } from "../errors.ts";
import { DECLARED_PARAMETERS } from "./declared_parameters.ts";
import { type Type, typeName } from "./types.ts";

/** What is said of an operator that the types do not have. */
export function cannotApply(
  operator: string,
  left: Type,
  right: Type,
  at: { position: Position },
): QueryError {
  return new QueryError(
    "TYPE_MISMATCH",
    `Cannot apply operator: ${typeName(left)} ${operator} ${typeName(right)}`,
    at.position,
  );
}

/** What a function is given: a type, or a lambda. */
export type Given = Type | "<function>";

/** What is said of a call whose arguments no overload of the function takes. */
export function unexpectedParameters(
  name: string,
  types: readonly Given[],
  position: Position | undefined,
  overloads: readonly { text: string }[] = [],
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
