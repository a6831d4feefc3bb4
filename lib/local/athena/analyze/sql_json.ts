/**
 * Translates the SQL/JSON functions.
 * @module
 */
import type { MakeCall, Passed, PathCall } from "../engine/json_path/functions.ts";
import { parsePath, PathSyntaxError } from "../engine/json_path/parse.ts";
import { PathFault, pathType } from "../engine/json_path/types.ts";
import { notSupported, type Position, QueryError } from "../errors.ts";
import type { Expression, JsonInput, JsonOutput, JsonPathSource, SqlJson } from "../sql/ast.ts";
import { pathPosition } from "../sql/sql_json.ts";
import { resolveType } from "../types/names.ts";
import { BOOLEAN, isNumeric, type Type, typeName, VARBINARY, VARCHAR } from "../types/types.ts";
import { coerce, toChar } from "../values/convert.ts";
import { textOf } from "../values/text.ts";
import { quote, type Typed } from "../values/typed.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";
import { translateJsonValue } from "./json_value.ts";

type SqlJsonExpression = Extract<Expression, { kind: "sqljson" }>;

/** Translates a call. */
export function translateSqlJson(expression: SqlJsonExpression, context: Context): Typed {
  const { call, position } = expression;
  switch (call.name) {
    case "JSON_EXISTS": {
      const found = pathArguments(call.name, call.source, position, context);
      const spec = { ...found.spec, onEmpty: "", onError: call.onError };
      return { sql: callSql("t_sql_json_exists", spec, found), type: BOOLEAN };
    }
    case "JSON_VALUE": {
      const found = pathArguments(call.name, call.source, position, context);
      return translateJsonValue(call, found, position, context);
    }
    case "JSON_QUERY":
      return jsonQuery(call, position, context);
    case "JSON_OBJECT":
    case "JSON_ARRAY":
      return made(call, position, context);
  }
}

/** What is handed to a function that evaluates a path. */
export interface PathArguments {
  input: string;
  passed: string;
  spec: Pick<PathCall, "name" | "path" | "names" | "types">;
  /** The type of what the path finds, where it is known. */
  type: Type | undefined;
}

/** The function's call in DuckDB's SQL. */
export function callSql(name: string, spec: PathCall, { input, passed }: PathArguments): string {
  return `${name}(${input}, ${quote(JSON.stringify(spec))}, ${passed})`;
}

function pathArguments(
  name: PathCall["name"],
  source: JsonPathSource,
  position: Position,
  context: Context,
): PathArguments {
  if (source.pathName) {
    throw new QueryError(
      "INVALID_PATH",
      `JSON path name is not allowed in ${name} function`,
      source.pathName.position,
    );
  }
  const input = jsonText(source.input, context);
  const names: string[] = [];
  const values = source.passing.map((passing) => {
    const { value: variable, position: at } = passing.name;
    if (names.includes(variable)) {
      throw new QueryError(
        "DUPLICATE_PARAMETER_NAME",
        `${variable} JSON path parameter is specified more than once`,
        at,
      );
    }
    names.push(variable);
    return passedValue(passing, "JSON path parameter", "", position, context);
  });
  const type = checkedPath(source, names);
  return {
    input,
    passed: textList(values.map(({ sql }) => sql)),
    spec: { name, path: source.path, names, types: values.map((value) => value.type) },
    type,
  };
}

/** Parses a path and checks it. */
function checkedPath({ path, pathAt }: JsonPathSource, names: readonly string[]): Type | undefined {
  try {
    return pathType(parsePath(path), names);
  } catch (error) {
    if (error instanceof PathFault) throw new QueryError(error.code, error.message, pathAt);
    if (!(error instanceof PathSyntaxError)) throw error;
    throw new QueryError("SYNTAX_ERROR", error.message, pathPosition(path, error.at, pathAt));
  }
}

/** Texts as one text, from which the function takes them again. */
function textList(texts: readonly string[]): string {
  return texts.length === 0 ? "'[]'" : `CAST(to_json([${texts.join(", ")}]) AS VARCHAR)`;
}

/** A value that is to be JSON text. */
function jsonText({ value, format = "JSON" }: JsonInput, context: Context): string {
  const typed = translate(value, context);
  const { kind } = typed.type;
  const text = kind === "varchar" || kind === "char" || kind === "unknown";
  if (format === "JSON" && text) return kind === "char" ? typed.sql : coerce(typed, VARCHAR).sql;
  if (kind !== "varbinary") {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Cannot read input of type ${typeName(typed.type)} as JSON using formatting ${format}`,
      value.position,
    );
  }
  if (/UTF(16|32)$/.test(format)) throw notSupported(`FORMAT ${format}`, value.position);
  return `t_from_utf8(${typed.sql})`;
}

const MAKING = ["JSON_QUERY", "JSON_OBJECT", "JSON_ARRAY"];

/** Whether a value is JSON text: where it is said so, or where a function gives JSON. */
function isJson({ value, format }: JsonInput): boolean {
  return format !== undefined || (value.kind === "sqljson" && MAKING.includes(value.call.name));
}

/** A value as text, and the type it is of. */
function passedValue(
  given: JsonInput,
  what: string,
  place: string,
  position: Position,
  context: Context,
): { sql: string; type: Passed } {
  if (isJson(given)) return { sql: jsonText(given, context), type: "json" };
  const value = translate(given.value, context);
  const { type, sql } = value;
  const unsupported = (at: Position) =>
    new QueryError("NOT_SUPPORTED", `Unsupported type of ${what}${place}: ${typeName(type)}`, at);
  if (type.kind === "varbinary") throw unsupported(given.value.position);
  if (type.kind === "unknown") return { sql: coerce(value, VARCHAR).sql, type: VARCHAR };
  if (type.kind === "double" || type.kind === "real") {
    return { sql: `t_double_plain(CAST(${sql} AS DOUBLE))`, type };
  }
  if (isNumeric(type) || type.kind === "boolean") {
    return { sql: `CAST(${sql} AS VARCHAR)`, type };
  }
  if (type.kind === "varchar") return { sql, type };
  if (type.kind === "char") return { sql, type: { kind: "varchar", length: type.length } };
  const time = ["date", "time", "timestamp", "timestamp with time zone"].includes(type.kind);
  if (time && place === "") throw notSupported(`PASSING a ${type.kind}`, given.value.position);
  const text = type.kind === "json" ? `t_json_to_varchar(${sql})` : textOf(sql, type);
  if (text === undefined) throw unsupported(position);
  return { sql: text, type: VARCHAR };
}

function jsonQuery(
  call: Extract<SqlJson, { name: "JSON_QUERY" }>,
  position: Position,
  context: Context,
): Typed {
  const found = pathArguments(call.name, call.source, position, context);
  if (call.wrapper !== "WITHOUT" && call.quotes) {
    throw new QueryError(
      "INVALID_FUNCTION_ARGUMENT",
      `${call.quotes} QUOTES behavior specified with WITH ${call.wrapper} ARRAY WRAPPER behavior`,
      position,
    );
  }
  const spec: PathCall = {
    ...found.spec,
    onEmpty: call.onEmpty,
    onError: call.onError,
    wrapper: call.wrapper,
    omitQuotes: call.quotes === "OMIT",
  };
  return given(callSql("t_sql_json_query", spec, found), call.output, position);
}

/** JSON text as the type that is asked for. */
function given(sql: string, output: JsonOutput | undefined, position: Position): Typed {
  const type = output ? resolveType(output.type) : VARCHAR;
  const format = output?.format ?? "JSON";
  if (type.kind === "varchar" && format === "JSON") {
    return { sql: type.length === undefined ? sql : `left(${sql}, ${type.length})`, type };
  }
  if (type.kind === "char" && format === "JSON") {
    return { sql: toChar(sql, VARCHAR, type.length) as string, type };
  }
  if (type.kind !== "varbinary") {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Cannot output JSON value as ${typeName(type)} using formatting ${format}`,
      position,
    );
  }
  if (/UTF(16|32)$/.test(format)) throw notSupported(`FORMAT ${format}`, position);
  return { sql: `encode(${sql})`, type: VARBINARY };
}

function made(
  call: Extract<SqlJson, { name: "JSON_OBJECT" | "JSON_ARRAY" }>,
  position: Position,
  context: Context,
): Typed {
  const inputs = call.name === "JSON_ARRAY" ? call.items : call.members.map(({ value }) => value);
  const keys = call.name === "JSON_ARRAY" ? [] : call.members.map(({ key }) => {
    const typed = translate(key, context);
    if (typed.type.kind === "varchar") return typed.sql;
    if (typed.type.kind === "char") return `rtrim(${typed.sql}, ' ')`;
    throw new QueryError(
      "INVALID_FUNCTION_ARGUMENT",
      `Invalid type of JSON object key: ${typeName(typed.type)}`,
      key.position,
    );
  });
  const unique = call.name === "JSON_OBJECT" && call.unique;
  if (unique && inputs.some(isJson)) {
    throw new QueryError(
      "NOT_SUPPORTED",
      "WITH UNIQUE KEYS behavior is not supported for JSON_OBJECT function when input expression has FORMAT",
      position,
    );
  }
  const values = inputs.map((input) =>
    passedValue(input, "value", ` passed to ${call.name} function`, position, context)
  );
  const spec: MakeCall = {
    name: call.name,
    types: values.map(({ type }) => type),
    nulls: call.nulls,
    unique,
  };
  const lists = [keys, values.map(({ sql }) => sql)].map(textList) as [string, string];
  const args = [
    quote(JSON.stringify(spec)),
    ...(call.name === "JSON_OBJECT" ? lists : lists.slice(1)),
  ];
  return given(`t_sql_${call.name.toLowerCase()}(${args.join(", ")})`, call.output, position);
}
