/**
 * Parses expressions.
 * @module
 */
import type { Position } from "../errors.ts";
import type { Expression, Identifier } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseCall } from "./calls.ts";
import { parseInterval } from "./intervals.ts";
import { parseQuery } from "./queries.ts";
import { syntaxError } from "./tokens.ts";
import { parseType } from "./type_names.ts";

const COMPARISONS = ["=", "<>", "!=", "<", "<=", ">", ">="];
const MAX_DEPTH = 300;
const depths = new WeakMap<Cursor, number>();

/** `expression` of the grammar. */
export function parseExpression(cursor: Cursor): Expression {
  const depth = (depths.get(cursor) ?? 0) + 1;
  if (depth > MAX_DEPTH) {
    throw syntaxError("Expression is too deeply nested", cursor.position);
  }
  depths.set(cursor, depth);
  try {
    return parseOr(cursor);
  } finally {
    depths.set(cursor, depth - 1);
  }
}

const parseOr = (cursor: Cursor) => connected(cursor, "OR", parseAnd);
const parseAnd = (cursor: Cursor) => connected(cursor, "AND", parseNot);

function connected(
  cursor: Cursor,
  word: "AND" | "OR",
  operand: (cursor: Cursor) => Expression,
): Expression {
  const { position } = cursor;
  const items = [operand(cursor)];
  while (cursor.accept(word)) items.push(operand(cursor));
  if (items.length === 1) return items[0] as Expression;
  return { kind: word === "OR" ? "or" : "and", items, position };
}

function parseNot(cursor: Cursor): Expression {
  const position = cursor.position;
  if (cursor.accept("NOT")) return { kind: "not", value: parseNot(cursor), position };
  return parsePredicates(cursor);
}

function parsePredicates(cursor: Cursor): Expression {
  let left = parseValue(cursor);
  for (;;) {
    const position = cursor.position;
    const operator = COMPARISONS.find((candidate) => cursor.is(candidate));
    if (operator !== undefined) {
      cursor.next();
      left = comparison(cursor, operator === "!=" ? "<>" : operator, left, position);
      continue;
    }
    if (cursor.accept("IS")) {
      const negated = cursor.accept("NOT");
      if (cursor.accept("NULL")) left = { kind: "isnull", value: left, position };
      else if (cursor.accept("DISTINCT", "FROM")) {
        left = { kind: "distinct", left, right: parseValue(cursor), position };
      } else throw cursor.mismatch("'DISTINCT'", "'NULL'");
      if (negated) left = { kind: "not", value: left, position };
      continue;
    }
    const negated = cursor.is("NOT") &&
      ["BETWEEN", "IN", "LIKE"].includes(cursor.peek(1).value);
    if (negated) cursor.next();
    const parsed = namedPredicate(cursor, left, position);
    if (parsed === undefined) return left;
    left = negated ? { kind: "not", value: parsed, position } : parsed;
  }
}

function namedPredicate(
  cursor: Cursor,
  left: Expression,
  position: Position,
): Expression | undefined {
  if (cursor.accept("BETWEEN")) {
    const low = parseValue(cursor);
    cursor.expect("AND");
    return { kind: "between", value: left, low, high: parseValue(cursor), position };
  }
  if (cursor.accept("IN")) {
    cursor.expect("(");
    if (startsQuery(cursor)) {
      const query = parseQuery(cursor);
      cursor.expect(")");
      return { kind: "inquery", value: left, query, position };
    }
    const items = cursor.list(() => parseExpression(cursor));
    cursor.expect(")");
    return { kind: "in", value: left, items, position };
  }
  if (cursor.accept("LIKE")) {
    const pattern = parseValue(cursor);
    const escape = cursor.accept("ESCAPE") ? parseValue(cursor) : undefined;
    return { kind: "like", value: left, pattern, ...(escape ? { escape } : {}), position };
  }
  return undefined;
}

function comparison(
  cursor: Cursor,
  operator: string,
  left: Expression,
  position: Position,
): Expression {
  if (cursor.isOneOf("ALL", "SOME", "ANY") && cursor.peek(1).value === "(") {
    const quantifier = cursor.next().value === "ALL" ? "ALL" : "ANY";
    cursor.expect("(");
    const query = parseQuery(cursor);
    cursor.expect(")");
    return { kind: "quantified", operator, quantifier, left, query, position };
  }
  return { kind: "compare", operator, left, right: parseValue(cursor), position };
}

/** `valueExpression`: what predicates compare. */
export function parseValue(cursor: Cursor): Expression {
  return binary(cursor, ["||"], () => binary(cursor, ["+", "-"], () => parseProduct(cursor)));
}

function parseProduct(cursor: Cursor): Expression {
  return binary(cursor, ["*", "/", "%"], () => parseUnary(cursor));
}

function binary(cursor: Cursor, operators: string[], operand: () => Expression): Expression {
  let left = operand();
  for (;;) {
    const operator = operators.find((candidate) => cursor.is(candidate));
    if (operator === undefined) return left;
    const position = cursor.next().position;
    left = { kind: "binaryop", operator, left, right: operand(), position };
  }
}

function parseUnary(cursor: Cursor): Expression {
  const position = cursor.position;
  if (cursor.is("-") && cursor.peek(1).kind === "integer") {
    // The sign belongs to the number: -2147483648 is an integer, 2147483648 is none.
    cursor.next();
    return { kind: "integer", value: `-${cursor.next().value}`, position };
  }
  for (const operator of ["-", "+"] as const) {
    if (cursor.accept(operator)) {
      return { kind: "unary", operator, value: parseUnary(cursor), position };
    }
  }
  let value = parsePostfix(cursor);
  while (cursor.is("AT", "TIME")) {
    const at = cursor.position;
    cursor.expect("AT", "TIME", "ZONE");
    if (cursor.peek().kind !== "string" && !cursor.is("INTERVAL")) {
      throw cursor.mismatch("'INTERVAL'", "<string>");
    }
    value = { kind: "timezone", value, zone: parsePostfix(cursor), position: at };
  }
  return value;
}

function parsePostfix(cursor: Cursor): Expression {
  let base = parsePrimary(cursor);
  for (;;) {
    const position = base.position;
    if (cursor.accept("[")) {
      const index = parseValue(cursor);
      cursor.expect("]");
      base = { kind: "subscript", base, index, position };
    } else if (cursor.is(".") && cursor.peek(1).value !== "*") {
      cursor.next();
      base = { kind: "field", base, name: cursor.identifier(), position };
    } else return base;
  }
}

/** Whether a query begins here (and not an expression in parentheses). */
export function startsQuery(cursor: Cursor): boolean {
  let ahead = 0;
  while (cursor.peek(ahead).value === "(" && cursor.peek(ahead).kind === "operator") ahead++;
  const token = cursor.peek(ahead);
  return token.kind === "word" && ["SELECT", "WITH", "VALUES", "TABLE"].includes(token.value);
}

function parsePrimary(cursor: Cursor): Expression {
  const token = cursor.peek();
  const position = token.position;
  switch (token.kind) {
    case "string":
      cursor.next();
      return { kind: "string", value: token.value, position };
    case "binary":
      cursor.next();
      return { kind: "binary", hex: token.value, position };
    case "integer":
      cursor.next();
      return { kind: "integer", value: token.value, position };
    // Athena takes 1.5 for a double, where Trino as released has a decimal: views show it as 1.5E0.
    case "decimal":
    case "double":
      cursor.next();
      return { kind: "double", value: token.value, position };
    case "operator":
      return operatorPrimary(cursor);
    case "backquoted":
    case "digits":
      return { kind: "name", name: cursor.identifier(), position };
    case "word":
    case "quoted":
      return wordPrimary(cursor);
    default:
      throw cursor.mismatch("<expression>");
  }
}

function operatorPrimary(cursor: Cursor): Expression {
  const position = cursor.position;
  if (cursor.accept("?")) return { kind: "parameter", index: cursor.parameters++, position };
  if (!cursor.is("(")) throw cursor.mismatch("<expression>");
  const lambda = lambdaParameters(cursor);
  if (lambda) {
    return { kind: "lambda", parameters: lambda, body: parseExpression(cursor), position };
  }
  if (startsQuery(cursor)) {
    const query = cursor.attempt(() => {
      cursor.expect("(");
      const parsed = parseQuery(cursor);
      cursor.expect(")");
      return parsed;
    });
    if (query) return { kind: "subquery", query, position };
    if (cursor.peek(1).value !== "(") {
      cursor.expect("(");
      parseQuery(cursor);
      cursor.expect(")");
    }
  }
  cursor.expect("(");
  const items = cursor.list(() => parseExpression(cursor));
  cursor.expect(")");
  if (items.length === 1) return items[0] as Expression;
  return { kind: "row", items, position };
}

function lambdaParameters(cursor: Cursor): Identifier[] | undefined {
  let ahead = 1;
  while (cursor.atIdentifier(ahead) || cursor.peek(ahead).value === ",") ahead++;
  if (cursor.peek(ahead).value !== ")" || cursor.peek(ahead + 1).value !== "->") return undefined;
  cursor.expect("(");
  const parameters = cursor.is(")") ? [] : cursor.list(() => cursor.identifier());
  cursor.expect(")", "->");
  return parameters;
}

function wordPrimary(cursor: Cursor): Expression {
  const token = cursor.peek();
  const position = token.position;
  if (token.kind === "word") {
    const special = specialWord(cursor, token.value);
    if (special) return special;
  }
  if (cursor.atIdentifier() && cursor.peek(1).value === "->") {
    const name = cursor.identifier();
    cursor.expect("->");
    return { kind: "lambda", parameters: [name], body: parseExpression(cursor), position };
  }
  const call = parseCall(cursor);
  if (call) return call;
  if (!cursor.atIdentifier()) throw cursor.mismatch("<expression>");
  return { kind: "name", name: cursor.identifier(), position };
}

function specialWord(cursor: Cursor, word: string): Expression | undefined {
  const position = cursor.position;
  const following = cursor.peek(1);
  switch (word) {
    case "NULL":
      cursor.next();
      return { kind: "null", position };
    case "TRUE":
    case "FALSE":
      cursor.next();
      return { kind: "boolean", value: word === "TRUE", position };
    case "CASE":
      return parseCase(cursor);
    case "CAST":
    case "TRY_CAST": {
      if (following.value !== "(") return undefined;
      cursor.next();
      cursor.expect("(");
      const value = parseExpression(cursor);
      cursor.expect("AS");
      const type = parseType(cursor);
      cursor.expect(")");
      return { kind: "cast", value, type, safe: word === "TRY_CAST", position };
    }
    case "EXISTS": {
      cursor.next();
      cursor.expect("(");
      const query = parseQuery(cursor);
      cursor.expect(")");
      return { kind: "exists", query, position };
    }
    case "INTERVAL":
      if (following.kind !== "string" && !["+", "-"].includes(following.value)) return undefined;
      return parseInterval(cursor);
    case "ARRAY": {
      if (following.value !== "[") return undefined;
      cursor.next();
      cursor.expect("[");
      const items = cursor.is("]") ? [] : cursor.list(() => parseExpression(cursor));
      cursor.expect("]");
      return { kind: "array", items, position };
    }
    case "ROW": {
      if (following.value !== "(") return undefined;
      cursor.next();
      cursor.expect("(");
      const items = cursor.list(() => parseExpression(cursor));
      cursor.expect(")");
      return { kind: "row", items, position };
    }
    case "GROUPING": {
      cursor.next();
      cursor.expect("(");
      const columns = cursor.is(")") ? [] : cursor.list(() => {
        const [first, ...rest] = cursor.qualifiedName().parts as [Identifier, ...Identifier[]];
        return rest.reduce<Expression>(
          (base, name) => ({ kind: "field", base, name, position: base.position }),
          { kind: "name", name: first, position: first.position },
        );
      });
      cursor.expect(")");
      return { kind: "grouping", columns, position };
    }
    case "EXTRACT": {
      cursor.next();
      cursor.expect("(");
      const field = cursor.identifier().value.toUpperCase();
      cursor.expect("FROM");
      const value = parseValue(cursor);
      cursor.expect(")");
      return { kind: "extract", field, value, position };
    }
    default:
      return typedLiteral(cursor);
  }
}

function typedLiteral(cursor: Cursor): Expression | undefined {
  const position = cursor.position;
  const isType = cursor.peek(1).kind === "string"
    ? cursor.atIdentifier()
    : cursor.is("DOUBLE", "PRECISION") && cursor.peek(2).kind === "string";
  const withArguments = ["TIMESTAMP", "TIME", "DECIMAL", "VARCHAR"];
  if (!isType && !withArguments.includes(cursor.peek().value)) return undefined;
  if (cursor.is("X") && isType) {
    throw syntaxError(
      "Spaces are not allowed between 'X' and the starting quote of a binary literal",
      position,
    );
  }
  return cursor.attempt(() => {
    const type = parseType(cursor);
    if (cursor.peek().kind !== "string") throw cursor.mismatch("<string>");
    return { kind: "typed", type, value: cursor.next().value, position };
  });
}

function parseCase(cursor: Cursor): Expression {
  const position = cursor.position;
  cursor.expect("CASE");
  const operand = cursor.is("WHEN") ? undefined : parseExpression(cursor);
  const whens = [];
  while (cursor.accept("WHEN")) {
    const when = parseExpression(cursor);
    cursor.expect("THEN");
    whens.push({ when, then: parseExpression(cursor) });
  }
  if (whens.length === 0) throw cursor.mismatch("'WHEN'");
  const otherwise = cursor.accept("ELSE") ? parseExpression(cursor) : undefined;
  cursor.expect("END");
  return {
    kind: "case",
    ...(operand ? { operand } : {}),
    whens,
    ...(otherwise ? { otherwise } : {}),
    position,
  };
}
