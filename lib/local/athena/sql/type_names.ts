/**
 * Parses the names of types in SQL.
 * @module
 */
import type { TypeName } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { INTERVAL_FIELDS, mismatchedField } from "./intervals.ts";

/** `type` of the grammar. */
export function parseType(cursor: Cursor): TypeName {
  let type = simpleType(cursor);
  while (cursor.is("ARRAY")) {
    cursor.next();
    type = { name: "array", args: [type], position: type.position };
  }
  return type;
}

/** Whether a type of intervals comes, and none that is called `interval`. */
function beginsInterval(cursor: Cursor): boolean {
  return cursor.is("INTERVAL") && INTERVAL_FIELDS.includes(cursor.peek(1).value);
}

function intervalField(cursor: Cursor): string {
  if (!INTERVAL_FIELDS.includes(cursor.peek().value)) throw mismatchedField(cursor);
  return cursor.next().value.toLowerCase();
}

function simpleType(cursor: Cursor): TypeName {
  const position = cursor.position;
  if (cursor.is("ROW", "(")) {
    cursor.expect("ROW", "(");
    const fields = cursor.list(() => {
      if (beginsInterval(cursor)) return { type: parseType(cursor) };
      const named = cursor.attempt(() => {
        const name = cursor.identifier().value;
        return { name, type: parseType(cursor) };
      });
      return named ?? { type: parseType(cursor) };
    });
    cursor.expect(")");
    return { name: "row", args: [], fields, position };
  }
  if (cursor.accept("DOUBLE", "PRECISION")) return { name: "double", args: [], position };
  if (cursor.isOneOf("TIMESTAMP", "TIME")) {
    let name = cursor.next().value.toLowerCase();
    const args: number[] = [];
    if (cursor.accept("(")) {
      if (cursor.peek().kind !== "integer") throw cursor.mismatch("<integer>");
      args.push(Number(cursor.next().value));
      cursor.expect(")");
    }
    if (cursor.accept("WITH", "TIME", "ZONE")) name += " with time zone";
    else cursor.accept("WITHOUT", "TIME", "ZONE");
    return { name, args, position };
  }
  if (beginsInterval(cursor)) {
    cursor.next();
    const from = intervalField(cursor);
    const to = cursor.accept("TO") ? intervalField(cursor) : from;
    return { name: `interval ${from} to ${to}`, args: [], position };
  }
  const written = cursor.identifier().value;
  const name = written.toLowerCase();
  const args: (TypeName | number)[] = [];
  if (cursor.is("(") || cursor.is("<")) {
    const close = cursor.next().value === "(" ? ")" : ">";
    args.push(...cursor.list(() => {
      if (cursor.peek().kind === "integer") return Number(cursor.next().value);
      return parseType(cursor);
    }));
    cursor.expect(close);
  }
  return { name, ...(name === written ? {} : { written }), args, position };
}
