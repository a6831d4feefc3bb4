/**
 * Parses intervals.
 * @module
 */
import type { QueryError } from "../errors.ts";
import type { Expression } from "./ast.ts";
import type { Cursor } from "./cursor.ts";

/** Fields of intervals, the greatest first. */
export const INTERVAL_FIELDS = ["YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"];

/** Says that a field of intervals should have come. */
export function mismatchedField(cursor: Cursor): QueryError {
  return cursor.mismatch(...INTERVAL_FIELDS.map((field) => `'${field}'`));
}

/** What begins with INTERVAL and a string, or nothing where that is none. */
export function parseInterval(cursor: Cursor): Expression | undefined {
  return cursor.attempt(() => intervalLiteral(cursor)) ?? intervalConstructor(cursor);
}

function intervalLiteral(cursor: Cursor): Expression {
  const position = cursor.position;
  cursor.expect("INTERVAL");
  const negative = cursor.accept("-");
  if (!negative) cursor.accept("+");
  if (cursor.peek().kind !== "string") throw cursor.mismatch("<string>");
  const value = cursor.next().value;
  const from = cursor.peek().value;
  if (!INTERVAL_FIELDS.includes(from)) throw mismatchedField(cursor);
  cursor.next();
  // TO may be a name too.
  const to = cursor.is("TO") ? cursor.peek(1).value : "";
  if (!INTERVAL_FIELDS.includes(to)) return { kind: "interval", value, negative, from, position };
  cursor.next();
  cursor.next();
  return { kind: "interval", value, negative, from, to, position };
}

/** `INTERVAL '1 day'`: the grammar's literal of a type, and there is none of this name. */
function intervalConstructor(cursor: Cursor): Expression | undefined {
  if (cursor.peek(1).kind !== "string") return undefined;
  const { text, position } = cursor.next();
  const type = { name: "interval", written: text, args: [], position };
  return { kind: "typed", type, value: cursor.next().value, position };
}
