/**
 * Patterns of names, as `GetTables` takes them.
 * @module
 */
import { AwsError } from "../aws_error.ts";

/**
 * Compiles the `Expression` of `GetTables`: a regular expression for the whole name, in which a `*`
 * that repeats nothing stands for any text, as in Hive's patterns.
 *
 * @param expression Pattern such as `stock.*`, `*market*` or `a|b`
 * @returns Expression that matches the names meant
 * @throws {AwsError} `InvalidInputException` where it is no regular expression
 */
export function namePattern(expression: string): RegExp {
  const source = expression.replace(/(^|[^.)\]}\\])\*/g, "$1.*");
  try {
    return new RegExp(`^(?:${source})$`, "i");
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AwsError("InvalidInputException", `Invalid expression '${expression}'`);
  }
}
