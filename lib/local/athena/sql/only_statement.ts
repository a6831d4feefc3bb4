/**
 * Takes a text for one statement: without what is before and after it.
 * @module
 */
import { QueryError, SYNTAX_ERROR } from "../errors.ts";

/** Strings, names in quotes and comments, in which a semicolon ends nothing; what does not close is none. */
const OPAQUE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|--[^\n]*|\/\*[\s\S]*?\*\/|;/g;

/**
 * The statement of a text: semicolons around it, and blanks, are no part of it. A comment after a
 * semicolon is a statement of its own, as Athena takes it.
 *
 * @param text A request's text
 * @returns The statement
 * @throws {QueryError} `SYNTAX_ERROR` for none, and for several
 */
export function onlyStatement(text: string): string {
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(OPAQUE)) {
    if (found !== ";") continue;
    pieces.push(text.slice(start, index));
    start = index + 1;
  }
  const ended = pieces.length > 0;
  pieces.push(text.slice(start));
  const statements = pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
  if (statements.length > 1) {
    throw new QueryError(
      SYNTAX_ERROR,
      `Only one sql statement is allowed. Got: ${text.trimEnd()}`,
    );
  }
  const [statement = ""] = statements;
  if (statement === "" && ended) {
    throw new QueryError(SYNTAX_ERROR, `Empty sql statement: ${text.trimEnd()}`);
  }
  return statement;
}
