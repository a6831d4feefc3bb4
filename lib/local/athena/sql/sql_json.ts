/**
 * Parses the SQL/JSON functions, whose arguments have a grammar of their own.
 * @module
 */
import type { Position } from "../errors.ts";
import type {
  Expression,
  JsonInput,
  JsonOutput,
  JsonPathSource,
  JsonValueBehavior,
  SqlJson,
} from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression } from "./expressions.ts";
import { parseType } from "./type_names.ts";

const NAMES = ["JSON_EXISTS", "JSON_VALUE", "JSON_QUERY", "JSON_OBJECT", "JSON_ARRAY"];

/** A call of one of the functions, or nothing where none stands. */
export function parseSqlJson(cursor: Cursor): Expression | undefined {
  const { value: name, position } = cursor.peek();
  if (!NAMES.includes(name)) return undefined;
  cursor.next();
  cursor.expect("(");
  const call = parseCallOf(name, cursor);
  cursor.expect(")");
  return { kind: "sqljson", call, position };
}

function parseCallOf(name: string, cursor: Cursor): SqlJson {
  switch (name) {
    case "JSON_EXISTS": {
      const source = pathSource(cursor);
      const onError = oneOf(cursor, ["TRUE", "FALSE", "UNKNOWN", "ERROR"]);
      if (onError) cursor.expect("ON", "ERROR");
      return { name, source, onError: onError ?? "FALSE" };
    }
    case "JSON_VALUE": {
      const source = pathSource(cursor);
      const returning = cursor.accept("RETURNING") ? parseType(cursor) : undefined;
      const { onEmpty = { kind: "NULL" }, onError = { kind: "NULL" } } = behaviors(
        cursor,
        () => valueBehavior(cursor),
      );
      return { name, source, ...(returning ? { returning } : {}), onEmpty, onError };
    }
    case "JSON_QUERY": {
      const source = pathSource(cursor);
      const output = outputOf(cursor);
      const wrapper = wrapperOf(cursor);
      const quotes = quotesOf(cursor);
      const { onEmpty = "NULL", onError = "NULL" } = behaviors(cursor, () => queryBehavior(cursor));
      return {
        name,
        source,
        ...(output ? { output } : {}),
        wrapper,
        ...(quotes ? { quotes } : {}),
        onEmpty,
        onError,
      };
    }
    case "JSON_OBJECT":
      return objectOf(cursor);
    default: {
      const empty = cursor.isOneOf(")", "RETURNING");
      const items = empty ? [] : cursor.list(() => inputOf(cursor));
      const nulls = onNull(cursor) ?? false;
      const output = outputOf(cursor);
      return { name: "JSON_ARRAY", items, nulls, ...(output ? { output } : {}) };
    }
  }
}

function objectOf(cursor: Cursor): SqlJson {
  const empty = cursor.isOneOf(")", "RETURNING");
  const members = empty ? [] : cursor.list(() => memberOf(cursor));
  const nulls = onNull(cursor) ?? true;
  const unique = cursor.accept("WITH", "UNIQUE");
  if (unique || cursor.accept("WITHOUT", "UNIQUE")) cursor.accept("KEYS");
  const output = outputOf(cursor);
  return { name: "JSON_OBJECT", members, nulls, unique, ...(output ? { output } : {}) };
}

function memberOf(cursor: Cursor): { key: Expression; value: JsonInput } {
  const keyed = cursor.is("KEY") && cursor.attempt(() => {
    cursor.expect("KEY");
    const key = parseExpression(cursor);
    cursor.expect("VALUE");
    return { key, value: inputOf(cursor) };
  });
  if (keyed) return keyed;
  const key = parseExpression(cursor);
  if (!cursor.accept("VALUE")) cursor.expect(":");
  return { key, value: inputOf(cursor) };
}

/** `NULL ON NULL` or `ABSENT ON NULL`: whether NULL becomes null. */
function onNull(cursor: Cursor): boolean | undefined {
  if (cursor.accept("NULL", "ON", "NULL")) return true;
  return cursor.accept("ABSENT", "ON", "NULL") ? false : undefined;
}

function inputOf(cursor: Cursor): JsonInput {
  const value = parseExpression(cursor);
  const format = formatOf(cursor);
  return { value, ...(format ? { format } : {}) };
}

/** `FORMAT JSON ENCODING …`, as messages have it. */
function formatOf(cursor: Cursor): string | undefined {
  if (!cursor.accept("FORMAT")) return undefined;
  cursor.expect("JSON");
  if (!cursor.accept("ENCODING")) return "JSON";
  const encoding = ["UTF8", "UTF16", "UTF32"].find((name) => cursor.accept(name));
  if (encoding === undefined) throw cursor.mismatch("'UTF16'", "'UTF32'", "'UTF8'");
  return `JSON ENCODING ${encoding}`;
}

function outputOf(cursor: Cursor): JsonOutput | undefined {
  if (!cursor.accept("RETURNING")) return undefined;
  const type = parseType(cursor);
  const format = formatOf(cursor);
  return { type, ...(format ? { format } : {}) };
}

function pathSource(cursor: Cursor): JsonPathSource {
  const input = inputOf(cursor);
  cursor.expect(",");
  if (cursor.peek().kind !== "string") throw cursor.mismatch("<string>");
  const { value: path, position: pathAt } = cursor.next();
  const pathName = cursor.accept("AS") ? cursor.identifier() : undefined;
  const passing = cursor.accept("PASSING")
    ? cursor.list(() => {
      const value = inputOf(cursor);
      cursor.expect("AS");
      const quoted = cursor.peek().kind === "quoted";
      const name = cursor.identifier();
      return { ...value, name: quoted ? name : { ...name, value: name.value.toUpperCase() } };
    })
    : [];
  return { input, path, pathAt, ...(pathName ? { pathName } : {}), passing };
}

/** One of these words, if one comes now. */
function oneOf(cursor: Cursor, words: readonly string[]): string | undefined {
  return words.find((word) => cursor.accept(word));
}

/** `behavior ON EMPTY` and `behavior ON ERROR`, each of which may be left out. */
function behaviors<T>(cursor: Cursor, one: () => T | undefined): { onEmpty?: T; onError?: T } {
  const first = one();
  if (!first) return {};
  cursor.expect("ON");
  if (!cursor.accept("EMPTY")) {
    if (!cursor.accept("ERROR")) throw cursor.mismatch("'EMPTY'", "'ERROR'");
    return { onError: first };
  }
  const second = one();
  if (second) cursor.expect("ON", "ERROR");
  return { onEmpty: first, ...(second ? { onError: second } : {}) };
}

function valueBehavior(cursor: Cursor): JsonValueBehavior | undefined {
  if (cursor.accept("DEFAULT")) return { kind: "DEFAULT", value: parseExpression(cursor) };
  const kind = oneOf(cursor, ["ERROR", "NULL"]);
  return kind ? { kind: kind as "ERROR" | "NULL" } : undefined;
}

function queryBehavior(cursor: Cursor): string | undefined {
  if (!cursor.accept("EMPTY")) return oneOf(cursor, ["ERROR", "NULL"]);
  const kind = oneOf(cursor, ["ARRAY", "OBJECT"]);
  if (!kind) throw cursor.mismatch("'ARRAY'", "'OBJECT'");
  return `EMPTY ${kind}`;
}

function wrapperOf(cursor: Cursor): "WITHOUT" | "CONDITIONAL" | "UNCONDITIONAL" {
  let wrapper: "WITHOUT" | "CONDITIONAL" | "UNCONDITIONAL" = "WITHOUT";
  if (cursor.accept("WITH")) {
    wrapper = cursor.accept("CONDITIONAL") ? "CONDITIONAL" : "UNCONDITIONAL";
    cursor.accept("UNCONDITIONAL");
  } else if (!cursor.accept("WITHOUT")) return wrapper;
  cursor.accept("ARRAY");
  cursor.expect("WRAPPER");
  return wrapper;
}

function quotesOf(cursor: Cursor): "KEEP" | "OMIT" | undefined {
  const quotes = (["KEEP", "OMIT"] as const).find((word) => cursor.accept(word, "QUOTES"));
  if (quotes && cursor.accept("ON", "SCALAR")) cursor.expect("STRING");
  return quotes;
}

/** The expressions that a call has in it. */
export function expressionsOf(call: SqlJson): Expression[] {
  if (call.name === "JSON_OBJECT") {
    return call.members.flatMap(({ key, value }) => [key, value.value]);
  }
  if (call.name === "JSON_ARRAY") return call.items.map(({ value }) => value);
  const { input, passing } = call.source;
  const defaults = call.name === "JSON_VALUE"
    ? [call.onEmpty, call.onError].flatMap((b) => b.kind === "DEFAULT" ? [b.value] : [])
    : [];
  return [input.value, ...passing.map(({ value }) => value), ...defaults];
}

/** Where a place in a path is in the query. */
export function pathPosition(path: string, offset: number, start: Position): Position {
  const before = path.slice(0, offset).split("\n");
  const inLine = (before.at(-1) as string).length;
  return {
    line: start.line - 1 + before.length,
    column: before.length === 1 ? start.column + 1 + inLine : inLine + 1,
  };
}
