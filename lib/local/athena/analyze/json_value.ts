/**
 * Translates JSON_VALUE, whose value is cast to the type that is asked for.
 * @module
 */
import { type Position, QueryError } from "../errors.ts";
import type { JsonValueBehavior, SqlJson } from "../sql/ast.ts";
import { coercible } from "../types/coerce.ts";
import { resolveType } from "../types/names.ts";
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  isNumeric,
  type Type,
  typeName,
  VARCHAR,
} from "../types/types.ts";
import { castTo, coerce } from "../values/convert.ts";
import { failure } from "../values/failure.ts";
import type { Typed } from "../values/typed.ts";
import type { Context } from "./context.ts";
import { translate } from "./expression.ts";
import { callSql, type PathArguments } from "./sql_json.ts";

type JsonValueCall = Extract<SqlJson, { name: "JSON_VALUE" }>;

const TIMES = ["date", "time", "timestamp", "timestamp with time zone"];

/** Translates a call. */
export function translateJsonValue(
  call: JsonValueCall,
  found: PathArguments,
  position: Position,
  context: Context,
): Typed {
  const returns = call.returning ? resolveType(call.returning) : VARCHAR;
  const scalar = returns.kind === "varchar" || returns.kind === "char" || isNumeric(returns) ||
    returns.kind === "boolean" ||
    TIMES.includes(returns.kind);
  if (!scalar) {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Invalid return type of function JSON_VALUE: ${typeName(returns)}`,
      position,
    );
  }
  if (found.type && !cast({ sql: "x", type: found.type }, returns)) {
    throw new QueryError(
      "TYPE_MISMATCH",
      `Return type of JSON path: ${typeName(found.type)} incompatible with return type of ` +
        `function JSON_VALUE: ${typeName(returns)}`,
      position,
    );
  }
  const type = cast({ sql: "x", type: VARCHAR }, returns)?.type ?? returns;
  const onEmpty = defaultSql(call.onEmpty, "EMPTY", type, context);
  const onError = defaultSql(call.onError, "ERROR", type, context);
  const value = callSql("t_sql_json_value", {
    ...found.spec,
    onEmpty: call.onEmpty.kind,
    onError: call.onError.kind,
    returns,
  }, found);
  if (returns.kind === "varchar" && onEmpty === "NULL" && onError === "NULL") {
    return { sql: `substr(${value}, 2)`, type };
  }
  const known = returns.kind === "varchar"
    ? "substr(v, 2)"
    : castSql(type, call.onError.kind === "ERROR" ? undefined : onError);
  const sql = `list_transform([${value}], lambda v: CASE WHEN v IS NULL THEN NULL ` +
    `WHEN v = 'E' THEN ${onEmpty} WHEN v = 'R' THEN ${onError} ELSE ${known} END)[1]`;
  return { sql, type };
}

function cast(value: Typed, to: Type): Typed | undefined {
  try {
    return castTo(value, to);
  } catch (error) {
    if (error instanceof QueryError && error.code === "TYPE_MISMATCH") return undefined;
    throw error;
  }
}

/**
 * The value `v`, cast from the type it is kept in.
 *
 * @param onError What stands for a value that has no cast; it fails where that is missing
 */
function castSql(type: Type, onError: string | undefined): string {
  const [kind, name] = ["split_part(v, '|', 2)", "split_part(v, '|', 3)"];
  const text = `substr(v, len(${kind}) + len(${name}) + 5)`;
  const message = `'JSON_VALUE_RESULT_ERROR: cannot extract SQL scalar from JSON: ' || ` +
    `'Cannot cast value of type ' || ${name} || ' to declared return type of function JSON_VALUE: ` +
    `${typeName(type)}'`;
  const otherwise = onError ?? failure(`t_fail(${message})`, type);
  const whens = [
    { sql: `CAST(${text} AS BIGINT)`, type: BIGINT },
    { sql: `CAST(${text} AS DOUBLE)`, type: DOUBLE },
    { sql: `CAST(${text} AS BOOLEAN)`, type: BOOLEAN },
    { sql: text, type: VARCHAR },
  ].map((value) => {
    const sql = cast(value, type)?.sql;
    const then = sql === undefined ? otherwise : `coalesce(TRY(${sql}), ${otherwise})`;
    return `WHEN '${value.type.kind}' THEN ${then}`;
  });
  return `CASE ${kind} ${whens.join(" ")} END`;
}

/** What stands for a value that is not there. */
function defaultSql(
  behavior: JsonValueBehavior,
  on: "EMPTY" | "ERROR",
  type: Type,
  context: Context,
): string {
  if (behavior.kind !== "DEFAULT") return "NULL";
  const value = translate(behavior.value, context);
  if (coercible(value.type, type)) return coerce(value, type).sql;
  throw new QueryError(
    "TYPE_MISMATCH",
    `Function JSON_VALUE default ON ${on} result must evaluate to a ${typeName(type)} (actual: ${
      typeName(value.type)
    })`,
    behavior.value.position,
  );
}
