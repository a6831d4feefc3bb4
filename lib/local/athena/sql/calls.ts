/**
 * Parses calls of functions, those with a grammar of their own too.
 * @module
 */
import { notSupported, type Position } from "../errors.ts";
import type { Expression, FrameBound, FunctionCall, SortItem, WindowSpec } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression, parseValue } from "./expressions.ts";
import { parseSqlJson } from "./sql_json.ts";

const WITHOUT_PARENTHESES = [
  "CURRENT_DATE",
  "CURRENT_TIME",
  "CURRENT_TIMESTAMP",
  "LOCALTIME",
  "LOCALTIMESTAMP",
  "CURRENT_USER",
  "CURRENT_CATALOG",
  "CURRENT_SCHEMA",
];
const NORMAL_FORMS = ["NFC", "NFD", "NFKC", "NFKD"];

function call(name: string, args: Expression[], position: Position): Expression {
  return { kind: "call", name, args, star: false, distinct: false, orderBy: [], position };
}

/** A call of a function, or nothing where none stands. */
export function parseCall(cursor: Cursor): Expression | undefined {
  const token = cursor.peek();
  const position = token.position;
  const opens = cursor.peek(1).value === "(" && cursor.peek(1).kind === "operator";
  if (token.kind === "word") {
    if (WITHOUT_PARENTHESES.includes(token.value)) {
      cursor.next();
      const args: Expression[] = [];
      if (cursor.accept("(")) {
        args.push(parseExpression(cursor));
        cursor.expect(")");
      }
      return call(token.value.toLowerCase(), args, position);
    }
    if (opens) {
      const json = parseSqlJson(cursor);
      if (json) return json;
      if (token.value === "TRIM") return parseTrim(cursor);
      if (token.value === "NORMALIZE") return parseNormalize(cursor);
      if (token.value === "SUBSTRING") {
        const parsed = cursor.attempt(() => parseSubstring(cursor));
        if (parsed) return parsed;
      }
      if (token.value === "POSITION") return parsePosition(cursor);
      if (token.value === "LISTAGG") return parseListagg(cursor);
    }
  }
  const mode = processingMode(cursor);
  if (!opens && !mode) return undefined;
  const name = cursor.identifier().value;
  return finishCall(cursor, name, position, mode);
}

/** `RUNNING` or `FINAL` before a call. */
function processingMode(cursor: Cursor): FunctionCall["mode"] {
  const { position } = cursor;
  const name = (["RUNNING", "FINAL"] as const).find((word) => cursor.is(word));
  if (!name || !cursor.atIdentifier(1) || cursor.peek(2).value !== "(") return undefined;
  cursor.next();
  return { name, position };
}

function finishCall(
  cursor: Cursor,
  name: string,
  position: Position,
  mode: FunctionCall["mode"],
): Expression {
  cursor.expect("(");
  const result: FunctionCall = {
    name: name.toLowerCase(),
    ...(name === name.toLowerCase() ? {} : { written: name }),
    args: [],
    star: false,
    ...(mode ? { mode } : {}),
    distinct: false,
    orderBy: [],
  };
  if (cursor.atIdentifier() && cursor.peek(1).value === "." && cursor.peek(2).value === "*") {
    result.rowsOf = cursor.identifier();
    cursor.expect(".");
  }
  if (cursor.accept("*")) result.star = true;
  else if (!cursor.is(")")) {
    if (cursor.accept("DISTINCT")) result.distinct = true;
    else cursor.accept("ALL");
    result.args = cursor.list(() => parseExpression(cursor));
    if (cursor.accept("ORDER", "BY")) result.orderBy = parseSortItems(cursor);
  }
  cursor.expect(")");
  if (cursor.accept("FILTER")) {
    cursor.expect("(", "WHERE");
    result.filter = parseExpression(cursor);
    cursor.expect(")");
  }
  for (const nulls of ["IGNORE", "RESPECT"] as const) {
    if (cursor.accept(nulls, "NULLS")) result.nulls = nulls;
  }
  if (result.nulls) cursor.expect("OVER");
  if (result.nulls || cursor.accept("OVER")) result.over = parseWindow(cursor);
  return { kind: "call", ...result, position };
}

/** `sortItem (, sortItem)*`; NULLs come last unless said otherwise. */
export function parseSortItems(cursor: Cursor): SortItem[] {
  return cursor.list(() => {
    const key = parseExpression(cursor);
    const descending = cursor.accept("DESC");
    if (!descending) cursor.accept("ASC");
    let nullsFirst = false;
    if (cursor.accept("NULLS")) {
      nullsFirst = cursor.accept("FIRST");
      if (!nullsFirst) cursor.expect("LAST");
    }
    return { key, descending, nullsFirst };
  });
}

/** A window after OVER: a name, or a specification in parentheses. */
export function parseWindow(cursor: Cursor): WindowSpec {
  const position = cursor.position;
  if (!cursor.is("(")) {
    return { base: cursor.identifier(), alone: true, partitionBy: [], orderBy: [], position };
  }
  cursor.expect("(");
  const window: WindowSpec = { partitionBy: [], orderBy: [], position: cursor.position };
  if (
    cursor.atIdentifier() &&
    !["PARTITION", "MEASURES", "ROWS", "RANGE", "GROUPS"].includes(cursor.peek().value)
  ) window.base = cursor.identifier();
  if (cursor.accept("PARTITION", "BY")) {
    window.partitionBy = cursor.list(() => parseExpression(cursor));
  }
  const orderAt = cursor.position;
  if (cursor.accept("ORDER", "BY")) {
    window.orderAt = orderAt;
    window.orderBy = parseSortItems(cursor);
  }
  refuseRowPattern(cursor);
  for (const unit of ["ROWS", "RANGE", "GROUPS"] as const) {
    const at = cursor.position;
    if (!cursor.accept(unit)) continue;
    if (cursor.accept("BETWEEN")) {
      const start = frameBound(cursor);
      cursor.expect("AND");
      window.frame = { unit, start, end: frameBound(cursor), position: at };
    } else window.frame = { unit, start: frameBound(cursor), position: at };
  }
  refuseRowPattern(cursor);
  cursor.expect(")");
  return window;
}

function refuseRowPattern(cursor: Cursor): void {
  const clauses = ["MEASURES", "AFTER", "INITIAL", "SEEK", "PATTERN", "SUBSET", "DEFINE"];
  if (!cursor.isOneOf(...clauses)) return;
  throw notSupported("row pattern recognition in a window", cursor.position);
}

function frameBound(cursor: Cursor): FrameBound {
  if (cursor.accept("CURRENT", "ROW")) return { kind: "current row" };
  if (cursor.accept("UNBOUNDED", "PRECEDING")) return { kind: "unbounded preceding" };
  if (cursor.accept("UNBOUNDED", "FOLLOWING")) return { kind: "unbounded following" };
  const value = parseExpression(cursor);
  if (cursor.accept("PRECEDING")) return { kind: "preceding", value };
  if (cursor.accept("FOLLOWING")) return { kind: "following", value };
  throw cursor.mismatch("'FOLLOWING'", "'PRECEDING'");
}

function parseTrim(cursor: Cursor): Expression {
  const position = cursor.next().position;
  cursor.expect("(");
  const side = ["LEADING", "TRAILING", "BOTH"].find((word) => cursor.accept(word));
  const name = side === "LEADING" ? "ltrim" : side === "TRAILING" ? "rtrim" : "trim";
  if (side && cursor.accept("FROM")) {
    const value = parseValue(cursor);
    cursor.expect(")");
    return call(name, [value], position);
  }
  const first = parseValue(cursor);
  const args = [first];
  if (cursor.accept("FROM")) args.unshift(parseValue(cursor));
  else if (cursor.accept(",")) args.push(parseValue(cursor));
  cursor.expect(")");
  return call(name, args, position);
}

function parseNormalize(cursor: Cursor): Expression {
  const position = cursor.next().position;
  cursor.expect("(");
  const value = parseValue(cursor);
  let form = "NFC";
  if (cursor.accept(",")) {
    const given = NORMAL_FORMS.find((name) => cursor.accept(name));
    if (given === undefined) throw cursor.mismatch(...NORMAL_FORMS.map((name) => `'${name}'`));
    form = given;
  }
  cursor.expect(")");
  return call("normalize", [value, { kind: "string", value: form, position }], position);
}

function parseSubstring(cursor: Cursor): Expression {
  const position = cursor.next().position;
  cursor.expect("(");
  const args = [parseValue(cursor)];
  cursor.expect("FROM");
  args.push(parseValue(cursor));
  if (cursor.accept("FOR")) args.push(parseValue(cursor));
  cursor.expect(")");
  // The engine has no function of this form, and calls substr.
  return call("substr", args, position);
}

function parsePosition(cursor: Cursor): Expression {
  const position = cursor.next().position;
  cursor.expect("(");
  const part = parseValue(cursor);
  cursor.expect("IN");
  const whole = parseValue(cursor);
  cursor.expect(")");
  return call("strpos", [whole, part], position);
}

function parseListagg(cursor: Cursor): Expression {
  const position = cursor.next().position;
  cursor.expect("(");
  const distinct = cursor.accept("DISTINCT");
  const args = [parseExpression(cursor)];
  if (cursor.accept(",")) {
    if (cursor.peek().kind !== "string") throw cursor.mismatch("<string>");
    args.push(parseExpression(cursor));
  }
  const overflow = cursor.accept("ON", "OVERFLOW") ? parseOverflow(cursor) : undefined;
  cursor.expect(")", "WITHIN", "GROUP", "(", "ORDER", "BY");
  const orderBy = parseSortItems(cursor);
  cursor.expect(")");
  let filter: Expression | undefined;
  if (cursor.accept("FILTER")) {
    cursor.expect("(", "WHERE");
    filter = parseExpression(cursor);
    cursor.expect(")");
  }
  return {
    kind: "call",
    name: "listagg",
    args,
    star: false,
    distinct,
    orderBy,
    withinGroup: true,
    ...(overflow ? { overflow } : {}),
    ...(filter ? { filter } : {}),
    position,
  };
}

/** `ERROR | TRUNCATE string? (WITH | WITHOUT) COUNT`. */
function parseOverflow(cursor: Cursor): FunctionCall["overflow"] {
  if (cursor.accept("ERROR")) return undefined;
  if (!cursor.accept("TRUNCATE")) throw cursor.mismatch("'ERROR'", "'TRUNCATE'");
  const filler = cursor.peek().kind === "string" ? cursor.next().value : "...";
  const count = cursor.accept("WITH");
  if (!count && !cursor.accept("WITHOUT")) throw cursor.mismatch("'WITH'", "'WITHOUT'");
  cursor.expect("COUNT");
  return { filler, count };
}
