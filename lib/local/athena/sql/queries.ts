/**
 * Parses queries: WITH, SELECT, VALUES, set operations.
 * @module
 */
import { notSupported } from "../errors.ts";
import type {
  Expression,
  GroupingElement,
  Query,
  QueryBody,
  Select,
  SelectItem,
  WithQuery,
} from "./ast.ts";
import { parseSortItems, parseWindow } from "./calls.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression, parseValue } from "./expressions.ts";
import { parseRelation } from "./relations.ts";

/** `query` of the grammar. */
export function parseQuery(cursor: Cursor): Query {
  const position = cursor.position;
  const withQueries: WithQuery[] = [];
  let recursive = false;
  if (cursor.accept("WITH")) {
    recursive = cursor.accept("RECURSIVE");
    withQueries.push(...cursor.list(() => parseWithQuery(cursor)));
  }
  const body = parseUnion(cursor);
  const clauses: Query["clauses"] = {};
  const query: Query = { recursive, with: withQueries, body, orderBy: [], clauses, position };
  if (cursor.is("ORDER", "BY")) {
    clauses.orderBy = cursor.position;
    cursor.expect("ORDER", "BY");
    query.orderBy = parseSortItems(cursor);
  }
  clauses.offset = cursor.position;
  if (cursor.accept("OFFSET")) {
    query.offset = rowCount(cursor);
    if (!cursor.accept("ROW")) cursor.accept("ROWS");
  }
  clauses.limit = cursor.position;
  if (cursor.accept("LIMIT")) {
    if (cursor.accept("ALL")) query.limitAll = true;
    else query.limit = rowCount(cursor);
  } else if (cursor.is("FETCH")) {
    const fetched = cursor.next().position;
    const at = cursor.position;
    if (!cursor.accept("FIRST")) cursor.expect("NEXT");
    query.limit = cursor.isOneOf("ROW", "ROWS")
      ? { kind: "integer", value: "1", position: at }
      : rowCount(cursor);
    if (!cursor.accept("ROW")) cursor.expect("ROWS");
    const ties = cursor.accept("WITH", "TIES");
    if (!ties) cursor.expect("ONLY");
    query.fetch = { position: fetched, ties };
  }
  return query;
}

function rowCount(cursor: Cursor): Expression {
  const token = cursor.peek();
  if (token.kind === "integer" || cursor.is("?")) return parseValue(cursor);
  throw cursor.mismatch("<integer>", "'?'");
}

function parseWithQuery(cursor: Cursor): WithQuery {
  const name = cursor.identifier();
  const columns = columnAliases(cursor);
  cursor.expect("AS", "(");
  const query = parseQuery(cursor);
  cursor.expect(")");
  return { name, ...(columns ? { columns } : {}), query };
}

/** `(a, b)` after an alias. */
export function columnAliases(cursor: Cursor) {
  if (!cursor.accept("(")) return undefined;
  const columns = cursor.list(() => cursor.identifier());
  cursor.expect(")");
  return columns;
}

function parseUnion(cursor: Cursor): QueryBody {
  let left = parseIntersect(cursor);
  while (cursor.isOneOf("UNION", "EXCEPT")) {
    const token = cursor.next();
    const all = cursor.accept("ALL");
    if (!all) cursor.accept("DISTINCT");
    left = {
      kind: "setop",
      operator: token.value as "UNION" | "EXCEPT",
      distinct: !all,
      left,
      right: parseIntersect(cursor),
      position: token.position,
    };
  }
  return left;
}

function parseIntersect(cursor: Cursor): QueryBody {
  let left = parseBody(cursor);
  while (cursor.is("INTERSECT")) {
    const position = cursor.next().position;
    const all = cursor.accept("ALL");
    if (!all) cursor.accept("DISTINCT");
    const right = parseBody(cursor);
    left = { kind: "setop", operator: "INTERSECT", distinct: !all, left, right, position };
  }
  return left;
}

function parseBody(cursor: Cursor): QueryBody {
  const position = cursor.position;
  if (cursor.is("SELECT")) return parseSelect(cursor);
  if (cursor.accept("VALUES")) {
    return { kind: "values", rows: cursor.list(() => parseExpression(cursor)), position };
  }
  if (cursor.accept("TABLE")) return { kind: "tablebody", name: cursor.qualifiedName(), position };
  if (cursor.accept("(")) {
    // WITH may stand in the parentheses of a relation or a value, not in those of a query's part.
    if (cursor.is("WITH")) throw cursor.mismatch("'('", "'SELECT'", "'TABLE'", "'VALUES'");
    const query = parseQuery(cursor);
    cursor.expect(")");
    return { kind: "nested", query, position };
  }
  throw cursor.mismatch("'('", "'SELECT'", "'TABLE'", "'VALUES'");
}

function parseSelect(cursor: Cursor): Select {
  const position = cursor.position;
  cursor.expect("SELECT");
  const distinct = cursor.accept("DISTINCT");
  if (!distinct) cursor.accept("ALL");
  const select: Select = {
    kind: "select",
    position,
    distinct,
    items: cursor.list(() => parseSelectItem(cursor)),
    windows: [],
  };
  if (cursor.accept("FROM")) {
    select.from = cursor.list(() => parseRelation(cursor)).reduce((left, right) => ({
      kind: "join",
      type: "IMPLICIT",
      left,
      right,
      position: left.position,
    }));
  }
  if (cursor.accept("WHERE")) select.where = parseExpression(cursor);
  if (cursor.accept("GROUP", "BY")) {
    select.groupByDistinct = cursor.accept("DISTINCT");
    if (!select.groupByDistinct) cursor.accept("ALL");
    select.groupBy = cursor.list(() => parseGrouping(cursor));
  }
  if (cursor.accept("HAVING")) select.having = parseExpression(cursor);
  if (cursor.accept("WINDOW")) {
    select.windows = cursor.list(() => {
      const name = cursor.identifier();
      cursor.expect("AS");
      return { name, window: parseWindow(cursor) };
    });
  }
  return select;
}

function parseSelectItem(cursor: Cursor): SelectItem {
  const position = cursor.position;
  if (cursor.accept("*")) return { kind: "all", position };
  const value = parseExpression(cursor);
  if (cursor.accept(".")) {
    cursor.expect("*");
    if (cursor.is("AS")) throw notSupported("alias of columns after .*", cursor.position);
    return { kind: "all", base: value, position };
  }
  if (cursor.accept("AS")) {
    return { kind: "expression", value, alias: cursor.identifier(), position };
  }
  if (cursor.atIdentifier() && !atRowCount(cursor)) {
    return { kind: "expression", value, alias: cursor.identifier(), position };
  }
  return { kind: "expression", value, position };
}

/** Whether a word that may be a name too begins a clause that counts rows. */
function atRowCount(cursor: Cursor): boolean {
  if (!cursor.isOneOf("LIMIT", "OFFSET", "FETCH")) return false;
  const { kind, value } = cursor.peek(1);
  return kind === "integer" || ["?", "ALL", "FIRST", "NEXT"].includes(value);
}

function parseGrouping(cursor: Cursor): GroupingElement {
  const position = cursor.position;
  const set = (): Expression[] => {
    if (!cursor.accept("(")) return [parseExpression(cursor)];
    const items = cursor.is(")") ? [] : cursor.list(() => parseExpression(cursor));
    cursor.expect(")");
    return items;
  };
  const sets = () => {
    cursor.expect("(");
    const items = cursor.is(")") ? [] : cursor.list(set);
    cursor.expect(")");
    return items;
  };
  if (cursor.accept("ROLLUP")) return { kind: "rollup", items: sets(), position };
  if (cursor.accept("CUBE")) return { kind: "cube", items: sets(), position };
  if (cursor.accept("GROUPING", "SETS")) return { kind: "sets", items: sets(), position };
  if (cursor.is("(", ")")) {
    cursor.expect("(", ")");
    return { kind: "simple", items: [], position };
  }
  const item = parseExpression(cursor);
  return { kind: "simple", items: item.kind === "row" ? item.items : [item], position };
}
