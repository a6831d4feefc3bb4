/**
 * Expressions that are decided where some columns are NULL, which the engine sees beforehand.
 * @module
 */
import { FUNCTIONS } from "../../functions/mod.ts";
import type { Expression } from "../../sql/ast.ts";

/** What an expression is where it is decided: a truth value, or NULL. */
type Decided = boolean | null | undefined;

/** Functions that are more than NULL where an argument is. */
export const TAKES_NULL: ReadonlySet<string> = new Set(["array_join", "reduce", "repeat"]);

/** Whether an expression is NULL whatever its other parts are. */
export function isNull(expression: Expression): boolean {
  return decidedWhere(expression, () => false) === null;
}

/**
 * What an expression is where some of its columns are NULL, whatever the others are.
 *
 * @param expression The expression
 * @param missing Whether the column of a name is NULL
 * @returns A truth value, or NULL; nothing where that depends on values
 */
export function decidedWhere(
  expression: Expression,
  missing: (name: Expression) => boolean,
): Decided {
  const of = (part: Expression) => decidedWhere(part, missing);
  const strict = (...parts: Expression[]) =>
    parts.some((part) => of(part) === null) ? null : undefined;
  switch (expression.kind) {
    case "null":
      return null;
    case "boolean":
      return expression.value;
    case "name":
    case "field":
      return missing(expression) ? null : undefined;
    case "cast":
    case "unary":
    case "extract":
      return strict(expression.value);
    case "subscript":
      return strict(expression.base, expression.index);
    case "timezone":
      return strict(expression.value, expression.zone);
    case "binaryop":
    case "compare":
      return strict(expression.left, expression.right);
    case "like":
      return strict(expression.value, expression.pattern);
    case "between":
    case "in":
      return strict(expression.value);
    case "not": {
      const value = of(expression.value);
      return typeof value === "boolean" ? !value : value;
    }
    case "isnull":
      return of(expression.value) === null ? true : undefined;
    case "and":
    case "or":
      return connectedOf(expression.items.map(of), expression.kind === "or");
    case "call":
      return ofCall(expression, of);
    default:
      return undefined;
  }
}

/** `AND` or `OR` of what its parts are, which the value decides alone that is given. */
function connectedOf(parts: readonly Decided[], decisive: boolean): Decided {
  if (parts.includes(decisive)) return decisive;
  if (parts.includes(undefined)) return undefined;
  return parts.includes(null) ? null : !decisive;
}

function ofCall(
  { name, args, over }: Extract<Expression, { kind: "call" }>,
  of: (part: Expression) => Decided,
): Decided {
  if (name === "coalesce") {
    const first = args.map(of).find((value) => value !== null);
    return args.every((arg) => of(arg) === null) ? null : first;
  }
  if (name === "nullif") return of(args[0] as Expression) === null ? null : undefined;
  const { kind } = FUNCTIONS.get(name) ?? { kind: undefined };
  if (kind !== "scalar" || over || TAKES_NULL.has(name)) return undefined;
  return args.some((arg) => arg.kind !== "lambda" && of(arg) === null) ? null : undefined;
}
