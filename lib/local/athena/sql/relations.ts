/**
 * Parses what stands after FROM.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Relation } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression, startsQuery } from "./expressions.ts";
import { columnAliases, parseQuery } from "./queries.ts";
import { parseMatchRecognize } from "./row_pattern.ts";

const NOT_AN_ALIAS = ["TABLESAMPLE", "WINDOW", "OFFSET", "LIMIT", "FETCH", "MATCH_RECOGNIZE"];

/** `relation` of the grammar: joins bind from left to right. */
export function parseRelation(cursor: Cursor): Relation {
  let left = parseSampled(cursor);
  for (;;) {
    const position = left.position;
    if (cursor.is("NATURAL")) {
      throw new QueryError("NOT_SUPPORTED", "Natural join not supported", position);
    }
    if (cursor.accept("CROSS", "JOIN")) {
      left = { kind: "join", type: "CROSS", left, right: parseSampled(cursor), position };
      continue;
    }
    const type = joinType(cursor);
    if (type === undefined) return left;
    const right = parseRelation2(cursor);
    if (cursor.accept("ON")) {
      left = { kind: "join", type, left, right, on: parseExpression(cursor), position };
    } else if (cursor.accept("USING")) {
      cursor.expect("(");
      const using = cursor.list(() => cursor.identifier());
      cursor.expect(")");
      left = { kind: "join", type, left, right, using, position };
    } else throw cursor.mismatch("'ON'", "'USING'");
  }
}

/** The right side of a join: further joins whose ON comes first bind to it. */
function parseRelation2(cursor: Cursor): Relation {
  const start = cursor.index;
  const simple = parseSampled(cursor);
  if (cursor.isOneOf("ON", "USING")) return simple;
  cursor.index = start;
  return parseRelation(cursor);
}

function joinType(cursor: Cursor): "INNER" | "LEFT" | "RIGHT" | "FULL" | undefined {
  for (const type of ["LEFT", "RIGHT", "FULL"] as const) {
    if (cursor.accept(type)) {
      cursor.accept("OUTER");
      cursor.expect("JOIN");
      return type;
    }
  }
  if (cursor.accept("INNER", "JOIN") || cursor.accept("JOIN")) return "INNER";
  return undefined;
}

function parseSampled(cursor: Cursor): Relation {
  const relation = parseMatched(cursor);
  if (!cursor.accept("TABLESAMPLE")) return relation;
  const method = cursor.accept("BERNOULLI") ? "BERNOULLI" : "SYSTEM";
  if (method === "SYSTEM") cursor.expect("SYSTEM");
  cursor.expect("(");
  const percentage = parseExpression(cursor);
  cursor.expect(")");
  return { kind: "sample", relation, method, percentage, position: relation.position };
}

/** A relation, and what patterns of its rows give. */
function parseMatched(cursor: Cursor): Relation {
  const relation = aliased(cursor, parsePrimaryRelation(cursor));
  if (!cursor.is("MATCH_RECOGNIZE", "(")) return relation;
  const { position } = relation;
  const clauses = parseMatchRecognize(cursor);
  return aliased(cursor, { kind: "matched", relation, clauses, position });
}

function aliased(cursor: Cursor, relation: Relation): Relation {
  const explicit = cursor.accept("AS");
  if (!explicit) {
    const token = cursor.peek();
    if (
      !cursor.atIdentifier() || (token.kind === "word" && NOT_AN_ALIAS.includes(token.value))
    ) return relation;
  }
  const alias = cursor.identifier();
  const columns = columnAliases(cursor);
  return {
    kind: "aliased",
    relation,
    alias,
    ...(columns ? { columns } : {}),
    position: relation.position,
  };
}

function parsePrimaryRelation(cursor: Cursor): Relation {
  const position = cursor.position;
  if (cursor.accept("UNNEST")) {
    cursor.expect("(");
    const items = cursor.list(() => parseExpression(cursor));
    cursor.expect(")");
    return { kind: "unnest", items, ordinality: cursor.accept("WITH", "ORDINALITY"), position };
  }
  if (cursor.accept("LATERAL")) {
    cursor.expect("(");
    const query = parseQuery(cursor);
    cursor.expect(")");
    return { kind: "derived", query, lateral: true, position };
  }
  if (cursor.is("TABLE", "(")) throw notSupported("a table function", position);
  if (cursor.is("(")) {
    if (startsQuery(cursor)) {
      const query = cursor.attempt(() => {
        cursor.expect("(");
        const parsed = parseQuery(cursor);
        cursor.expect(")");
        return parsed;
      });
      if (query) return { kind: "derived", query, lateral: false, position };
    }
    cursor.expect("(");
    if (startsQuery(cursor) && !cursor.is("(")) {
      const query = parseQuery(cursor);
      cursor.expect(")");
      return { kind: "derived", query, lateral: false, position };
    }
    const relation = parseRelation(cursor);
    cursor.expect(")");
    return relation;
  }
  const name = cursor.qualifiedName();
  if (cursor.is("FOR")) throw notSupported("FOR VERSION or FOR TIMESTAMP", cursor.position);
  return { kind: "table", name, position };
}
