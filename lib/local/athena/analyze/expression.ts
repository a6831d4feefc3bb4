/**
 * Translates expressions to DuckDB's SQL, with the types they have in Athena.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import { translateExtract } from "../functions/extract.ts";
import type { Expression } from "../sql/ast.ts";
import { typeText } from "../sql/format.ts";
import { commonOf } from "../types/coerce.ts";
import { cannotApply } from "../types/mismatch.ts";
import { resolveType } from "../types/names.ts";
import { BOOLEAN, INTEGER, isOrderable, type Type, typeName, VARCHAR } from "../types/types.ts";
import { toCommonType } from "../values/common.ts";
import { castTo, coerce, tryCast } from "../values/convert.ts";
import { mayFail, tried, unfolded } from "../values/fallible.ts";
import { keyOf, needsSortKey } from "../values/keys.ts";
import { compare, equal, translateBinary, translateUnary } from "../values/operators.ts";
import type { Typed } from "../values/typed.ts";
import { atTimeZone } from "../values/zones.ts";
import { translateCall } from "./calls.ts";
import { translateArray, translateField, translateRow, translateSubscript } from "./containers.ts";
import type { Context } from "./context.ts";
import { connected, lookedAt, nullIfAny, type Part, partOf, rewritten } from "./in_order.ts";
import { translateLiteral } from "./literals.ts";
import { translateName, Unresolved } from "./names.ts";
import { normalForm } from "./planner/normal_form.ts";
import { translateSqlJson } from "./sql_json.ts";
import { translateQuantified, translateSubquery } from "./subqueries.ts";
import { isConstant, isInterpreted, isKnown } from "./tree/constants.ts";
import { takenOut } from "./window_rows.ts";

/** Translates an expression where it stands. */
export function translate(expression: Expression, context: Context): Typed {
  const key = groupingKey(expression, context);
  if (key) return takenOut(key, context);
  const value = translateParts(expression, context);
  if (!COMPUTED.includes(expression.kind) || !isConstant(expression) || !mayFail(value.sql)) {
    return value;
  }
  // The engine computes it where it is looked at, and DuckDB wherever it stands.
  const { order } = context.env.session;
  order.matters = true;
  return order.kept ? { ...value, sql: unfolded(value.sql) } : value;
}

const COMPUTED: readonly Expression["kind"][] = [
  "unary",
  "binaryop",
  "cast",
  "timezone",
  "call",
  "subscript",
];

function translateParts(expression: Expression, context: Context): Typed {
  const matched = context.pattern?.value(expression, context);
  if (matched) return matched;
  switch (expression.kind) {
    case "null":
    case "boolean":
    case "integer":
    case "double":
    case "string":
    case "binary":
    case "typed":
    case "interval":
      return translateLiteral(expression);
    case "parameter": {
      const value = context.env.session.parameters[expression.index];
      if (!value) {
        throw new QueryError(
          "INVALID_PARAMETER_USAGE",
          `Incorrect number of parameters: expected ${
            expression.index + 1
          } but found ${context.env.session.parameters.length}`,
          expression.position,
        );
      }
      return translate(value, context);
    }
    case "name": {
      const typed = translateName(expression, context);
      if (!typed) throw new Unresolved(expression);
      return typed;
    }
    case "field":
      return translateName(expression, context) ?? translateField(expression, context);
    case "subscript":
      return translateSubscript(expression, context);
    case "array":
      return translateArray(expression, context);
    case "row":
      return translateRow(expression.items.map((item) => translate(item, context)));
    case "unary":
      return translateUnary(expression.operator, translate(expression.value, context), expression);
    case "binaryop":
    case "compare": {
      const left = translate(expression.left, context);
      const right = translate(expression.right, context);
      const apply = expression.kind === "compare" ? compare : translateBinary;
      const value = apply(expression.operator, left, right, expression);
      // An array takes in an element that is NULL.
      if ((left.type.kind === "array") !== (right.type.kind === "array")) return value;
      const sides = [[left, expression.left], [right, expression.right]] as const;
      // Of `a > b` the engine makes `b < a`.
      const flipped = expression.kind === "compare" && expression.operator.startsWith(">");
      const inOrder = flipped ? sides.toReversed() : sides;
      return nullIfAny(
        inOrder.map(([side]) => side),
        value,
        context,
        inOrder.map(([, side]) => side),
      );
    }
    case "and":
    case "or": {
      const connect = (): Typed => {
        const parts = expression.items.map((item) => partOf(item, logical(item, context), context));
        return { sql: connected(expression.kind, parts), type: BOOLEAN };
      };
      return rewritten(context.env.session, connect, () => {
        const form = normalForm(expression, false);
        return form === expression ? undefined : logical(form, context);
      });
    }
    case "not": {
      const value = translate(expression.value, context);
      if (value.type.kind !== "boolean" && value.type.kind !== "unknown") {
        throw new QueryError(
          "TYPE_MISMATCH",
          `Value of logical NOT expression must evaluate to a boolean (actual: ${
            typeName(value.type)
          })`,
          expression.value.position,
        );
      }
      return { sql: `(NOT ${coerce(value, BOOLEAN).sql})`, type: BOOLEAN };
    }
    case "between": {
      const value = translate(expression.value, context);
      const [from, to] = [translate(expression.low, context), translate(expression.high, context)];
      const type = commonOf([value.type, from.type, to.type]);
      if (!type || !isOrderable(type)) {
        throw new QueryError(
          "TYPE_MISMATCH",
          `Cannot check if ${typeName(value.type)} is BETWEEN ${typeName(from.type)} and ${
            typeName(to.type)
          }`,
          expression.position,
        );
      }
      const bounds = [compare(">=", value, from, expression), compare("<=", value, to, expression)];
      const sql = within(
        value,
        bounds.map((bound) => ({ sql: bound.sql, constant: false })),
        isInterpreted(expression, context),
      );
      return { sql, type: BOOLEAN };
    }
    case "in":
      return translateIn(expression, context);
    case "like":
      return translateLike(expression, context);
    case "isnull":
      return { sql: `(${translate(expression.value, context).sql} IS NULL)`, type: BOOLEAN };
    case "distinct": {
      const left = translate(expression.left, context);
      const right = translate(expression.right, context);
      const type = commonOf([left.type, right.type]);
      if (!type) throw cannotApply("IS DISTINCT FROM", left.type, right.type, expression);
      const [a, b] = [left, right].map((side) => keyOf(coerce(side, type).sql, type));
      return { sql: `(${a} IS DISTINCT FROM ${b})`, type: BOOLEAN };
    }
    case "exists":
    case "subquery":
    case "inquery":
    case "quantified": {
      const inner: Context = { ...context, rows: undefined, taken: undefined };
      const value = expression.kind === "quantified"
        ? translateQuantified(expression, inner)
        : translateSubquery(expression, inner);
      return takenOut(value, context);
    }
    case "case":
      return translateCase(expression, context);
    case "cast": {
      const value = translate(expression.value, context);
      const type = typeOf(expression);
      return expression.safe
        ? tryCast(value, type, expression.value, expression.position)
        : castTo(value, type, expression.position);
    }
    case "extract":
      return translateExtract(expression, translate(expression.value, context));
    case "timezone":
      return translateTimeZone(expression, context);
    case "lambda":
      throw new QueryError(
        "TYPE_MISMATCH",
        "Lambda expression should always be used inside a function",
        expression.position,
      );
    case "call":
      return translateCall(expression, context);
    case "sqljson":
      return translateSqlJson(expression, context);
    case "grouping":
      return translateGrouping(expression.columns, context);
  }
}

function typeOf(expression: Extract<Expression, { kind: "cast" }>): Type {
  try {
    return resolveType(expression.type);
  } catch (error) {
    if (!(error instanceof QueryError) || error.code !== "TYPE_NOT_FOUND") throw error;
    throw new QueryError(
      "TYPE_MISMATCH",
      `Unknown type: ${typeText(expression.type)}`,
      expression.position,
    );
  }
}

/** In an aggregated SELECT, what is a grouping key as a whole. */
function groupingKey(expression: Expression, context: Context): Typed | undefined {
  const { grouping } = context;
  if (!grouping || expression.kind === "name") return undefined;
  if (!grouping.keys.some((key) => key.kind === expression.kind)) return undefined;
  try {
    const plain = translate(expression, {
      ...context,
      grouping: undefined,
      aggregates: false,
      windows: false,
      rows: undefined,
      taken: undefined,
    });
    const found = grouping.keys.find((key) => key.sql === plain.sql);
    return found && { ...plain, sql: found.shown };
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

/** `grouping(a, b)`: which of the columns the row's grouping set leaves out, as bits. */
function translateGrouping(columns: readonly Expression[], context: Context): Typed {
  if (columns.length === 0) throw notSupported("grouping() without columns");
  const keys = columns.map((column, i) => {
    const { sql } = translate(column, { ...context, rows: undefined, taken: undefined });
    const key = context.grouping?.keys.find(({ shown }) => shown === sql);
    if (!key) {
      throw new QueryError(
        "INVALID_ARGUMENTS",
        "The arguments to GROUPING() must be expressions referenced by the GROUP BY at the associated query level. Mismatch due to column",
        (columns[i] as Expression).position,
      );
    }
    return key.by;
  });
  const value = { sql: `CAST(GROUPING(${keys.join(", ")}) AS INTEGER)`, type: INTEGER };
  return takenOut(value, context);
}

/** Translates a condition that must be boolean. */
export function logical(expression: Expression, context: Context, clause?: string): Typed {
  const value = translate(expression, context);
  if (value.type.kind === "boolean" || value.type.kind === "unknown") return coerce(value, BOOLEAN);
  throw new QueryError(
    "TYPE_MISMATCH",
    clause?.endsWith("condition")
      ? `${clause} must evaluate to a boolean (actual: ${typeName(value.type)})`
      : clause
      ? `${clause} clause must evaluate to a boolean: actual type ${typeName(value.type)}`
      : `Logical expression term must evaluate to a boolean (actual: ${typeName(value.type)})`,
    expression.position,
  );
}

function translateIn(expression: Extract<Expression, { kind: "in" }>, context: Context): Typed {
  const value = translate(expression.value, context);
  const items = expression.items.map((item) => translate(item, context));
  const { type, values: [left = "", ...list] } = toCommonType(
    [value, ...items],
    "IN value and list items",
    [expression.value, ...expression.items],
  );
  const whole = needsSortKey(type) || type.kind === "double" || type.kind === "real";
  const among = (some: readonly string[]) =>
    whole
      ? `(${some.map((item) => equal(left, item, type)).join(" OR ")})`
      : `(${left} IN (${some.join(", ")}))`;
  if (!list.some(mayFail)) return { sql: among(list), type: BOOLEAN };
  if (isInterpreted(expression, context)) {
    const sql = `CASE WHEN ${left} IS NULL THEN NULL WHEN ${lookedAt(list)} THEN NULL ELSE ${
      among(list)
    } END`;
    return { sql, type: BOOLEAN };
  }
  // The engine looks at what it knows beforehand first, and at the others from the last one on.
  const known = list.map((item, i) => isKnown(expression.items[i] as Expression, context) && item);
  const tests = known.flatMap((item) => item ? [mayFail(item) ? tried(item) : item] : []);
  const others = list.filter((item, i) => !known[i] || mayFail(item)).reverse();
  const whens = [...tests, ...others].map((item) => `WHEN ${among([item])} THEN TRUE`);
  const unknown = `list_count([${[left, ...list].join(", ")}]) < ${list.length + 1}`;
  return {
    sql: `CASE WHEN ${left} IS NULL THEN NULL ${whens.join(" ")} WHEN ${unknown} THEN NULL ` +
      `ELSE FALSE END`,
    type: BOOLEAN,
  };
}

/** A value between bounds: the second is looked at where the first holds, none where it is NULL. */
function within({ sql }: Typed, bounds: readonly Part[], whole: boolean): string {
  const plain = `(${bounds.map((bound) => bound.sql).join(" AND ")})`;
  if (!bounds.some((bound) => mayFail(bound.sql))) return plain;
  const test = whole
    ? `WHEN ${lookedAt(bounds.map((bound) => bound.sql))} THEN NULL ELSE ${plain}`
    : `ELSE ${connected("and", bounds)}`;
  return `CASE WHEN ${sql} IS NULL THEN NULL ${test} END`;
}

function translateLike(expression: Extract<Expression, { kind: "like" }>, context: Context): Typed {
  const value = textual(expression.value, context, "Left side of LIKE expression", true);
  const pattern = textual(expression.pattern, context, "Pattern for LIKE expression");
  if (!expression.escape) return { sql: `(${value.sql} LIKE ${pattern.sql})`, type: BOOLEAN };
  const escape = textual(expression.escape, context, "Escape for LIKE expression");
  return {
    sql: `(${value.sql} LIKE t_like_pattern(${pattern.sql}, ${escape.sql}) ESCAPE '\\')`,
    type: BOOLEAN,
  };
}

function textual(
  expression: Expression,
  context: Context,
  what: string,
  padded = false,
): Typed {
  const value = translate(expression, context);
  if (padded && value.type.kind === "char") return value;
  if (value.type.kind === "varchar" || value.type.kind === "unknown") return coerce(value, VARCHAR);
  throw new QueryError(
    "TYPE_MISMATCH",
    `${what} must evaluate to a varchar (actual: ${typeName(value.type)})`,
    expression.position,
  );
}

function translateCase(expression: Extract<Expression, { kind: "case" }>, context: Context): Typed {
  const operand = expression.operand && translate(expression.operand, context);
  const tests = expression.whens.map(({ when }) => {
    if (!operand) return logical(when, context, "CASE WHEN").sql;
    const value = translate(when, context);
    if (commonOf([operand.type, value.type])) return compare("=", operand, value, when).sql;
    throw new QueryError(
      "TYPE_MISMATCH",
      `CASE operand type does not match WHEN clause operand type: ${typeName(operand.type)} vs ${
        typeName(value.type)
      }`,
      when.position,
    );
  });
  const results = expression.whens.map(({ then }) => then);
  if (expression.otherwise) results.push(expression.otherwise);
  const translated = results.map((result) => translate(result, context));
  const { type, values } = toCommonType(translated, "All CASE results", results);
  const otherwise = expression.otherwise ? values.pop() : "NULL";
  const known = operand ? [] : expression.whens.map(({ when }) => isKnown(when, context));
  const branches = values.map((value, i) => {
    const test = tests[i] as string;
    return `WHEN ${known[i] && mayFail(test) ? unfolded(test) : test} THEN ${value}`;
  });
  const { order } = context.env.session;
  if (operand && tests.some(mayFail)) {
    order.matters = true;
    if (order.kept) branches.unshift(`WHEN ${operand.sql} IS NULL THEN ${otherwise}`);
  }
  return { sql: `CASE ${branches.join(" ")} ELSE ${otherwise} END`, type };
}

/** Translates `AT TIME ZONE`. */
function translateTimeZone(
  expression: Extract<Expression, { kind: "timezone" }>,
  context: Context,
): Typed {
  const value = translate(expression.value, context);
  const zone = translate(expression.zone, context);
  return atTimeZone(value, zone, expression.value);
}
