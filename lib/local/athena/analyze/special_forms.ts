/**
 * Functions that the engine treats in a way of their own: conditionals, and those of any types.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { commonOf } from "../types/coerce.ts";
import { unexpectedParameters } from "../types/mismatch.ts";
import {
  DATE,
  duckType,
  hasFloat,
  isOrderable,
  TIMESTAMP,
  TIMESTAMP_TZ,
  type Type,
  typeName,
  UNKNOWN,
  VARCHAR,
} from "../types/types.ts";
import { toCommonType } from "../values/common.ts";
import { coerce } from "../values/convert.ts";
import { roundTime } from "../values/convert_times.ts";
import { mayFail, tried, unfolded } from "../values/fallible.ts";
import { needsSortKey } from "../values/keys.ts";
import { compare, translateBinary } from "../values/operators.ts";
import { quote, type Typed } from "../values/typed.ts";
import { extremeOf } from "../values/whole_order.ts";
import { type Context, fresh } from "./context.ts";
import { logical, translate } from "./expression.ts";
import { nullIfAny } from "./in_order.ts";
import { hasWindows } from "./tree/calls.ts";
import { isKnown, OF_QUERIES } from "./tree/constants.ts";
import { some } from "./tree/walk.ts";

type CallExpression = Extract<Expression, { kind: "call" }>;
type Special = (expression: CallExpression, context: Context) => Typed;

function wrongCount(expression: CallExpression): QueryError {
  return new QueryError(
    "INVALID_ARGUMENTS",
    `Invalid number of arguments for function ${expression.name}`,
    expression.position,
  );
}

function wrongParameters(values: readonly Typed[], expression: CallExpression): QueryError {
  return unexpectedParameters(
    expression.name,
    values.map((value) => value.type),
    expression.position,
  );
}

const translateAll = (expression: CallExpression, context: Context) =>
  expression.args.map((arg) => translate(arg, context));

function extreme(name: "greatest" | "least"): Special {
  return (expression, context) => {
    const args = translateAll(expression, context);
    if (args.length < 1) throw wrongCount(expression);
    if (!commonOf(args.map((arg) => arg.type))) throw wrongParameters(args, expression);
    const { type, values } = toCommonType(args, `${name} arguments`, expression.args);
    if (!isOrderable(type)) throw wrongParameters(args, expression);
    // The engine looks at all of them, a NULL or not.
    const nulls = values.some(mayFail)
      ? `list_count([${values.join(", ")}]) < ${values.length}`
      : values.map((value) => `${value} IS NULL`).join(" OR ");
    if (needsSortKey(type)) {
      const found = extremeOf(name === "greatest" ? "max" : "min", `[${values.join(", ")}]`, type);
      return { sql: `CASE WHEN ${nulls} THEN NULL ELSE ${found} END`, type };
    }
    if (!hasFloat(type)) {
      return { sql: `CASE WHEN ${nulls} THEN NULL ELSE ${name}(${values.join(", ")}) END`, type };
    }
    // NaN counts only where there is nothing else; DuckDB leaves NULL out.
    const numbers = values.map((value) => `CASE WHEN isnan(${value}) THEN NULL ELSE ${value} END`);
    return {
      sql: `CASE WHEN ${nulls} THEN NULL ELSE ` +
        `coalesce(${name}(${numbers.join(", ")}), CAST('NaN' AS ${duckType(type)})) END`,
      type,
    };
  };
}

function concat(expression: CallExpression, context: Context): Typed {
  const args = translateAll(expression, context);
  if (args.length < 2) {
    throw new QueryError(
      "INVALID_FUNCTION_ARGUMENT",
      "There must be two or more concatenation arguments",
    );
  }
  if (args.length > 2 && args.some((arg) => arg.type.kind === "array")) {
    const { type, values } = toCommonType(args, "concat arguments", expression.args);
    const nulls = values.map((value) => `${value} IS NULL`).join(" OR ");
    const list = values.reduce((a, b) => `list_concat(${a}, ${b})`);
    return { sql: `CASE WHEN ${nulls} THEN NULL ELSE ${list} END`, type };
  }
  if (args.length > 2 && args.some((arg) => arg.type.kind === "char")) {
    throw new QueryError(
      "FUNCTION_NOT_FOUND",
      `Unexpected parameters (${args.map((arg) => typeName(arg.type)).join(", ")}) for function ` +
        "concat. Expected: concat(E, array(E)) E, concat(array(E)) E, concat(array(E), E) E, " +
        "concat(char(x), char(y)), concat(varbinary), concat(varchar)",
      expression.position,
    );
  }
  const texts = args.every((arg) => arg.type.kind === "varchar" || arg.type.kind === "unknown");
  if (args.length > 2 && texts) {
    const sql = `(${args.map((arg) => coerce(arg, VARCHAR).sql).join(" || ")})`;
    return nullIfAny(args, { sql, type: VARCHAR }, context, expression.args);
  }
  const value = args.reduce((left, right) => translateBinary("||", left, right, expression));
  return texts ? nullIfAny(args, value, context, expression.args) : value;
}

/** The time the query began, with so many digits after the second as are asked for. */
function now(type: Type): Special {
  return (expression, context) => {
    const { startTime } = context.env.session;
    const micros = `make_timestamp(${BigInt(startTime) * 1000n})`;
    const [asked] = expression.args;
    if (asked && expression.name === "now") {
      throw new QueryError(
        "FUNCTION_NOT_FOUND",
        `Unexpected parameters (${
          typeName(translate(asked, context).type)
        }) for function now. Expected: now()`,
        expression.position,
      );
    }
    if (type.kind === "date") return { sql: `CAST(${micros} AS DATE)`, type };
    const precision = asked?.kind === "integer" ? Number(asked.value) : 3;
    if (precision > 12) {
      throw new QueryError(
        "NUMERIC_VALUE_OUT_OF_RANGE",
        `${type.kind.toUpperCase()} precision must be in range [0, 12]: ${precision}`,
      );
    }
    if (precision > 6) {
      throw notSupported(`${expression.name} with ${precision} digits`, expression.position);
    }
    const rounded = roundTime(micros, 3, precision);
    const exact = { ...type, precision } as Type;
    if (type.kind === "timestamp") return { sql: rounded, type: exact };
    if (type.kind === "time") return { sql: `CAST(${rounded} AS TIME)`, type: exact };
    return { sql: `(${rounded} AT TIME ZONE 'UTC')`, type: exact };
  };
}

/** `try` of values of groups, windows and queries, which DuckDB tries only as values of a list. */
function triedApart(expression: CallExpression, context: Context): Typed {
  const values: string[] = [];
  const name = fresh(context.env, "y");
  const taken = (value: Typed): Typed => {
    if (!values.includes(value.sql)) values.push(value.sql);
    return { ...value, sql: `${name}._${values.indexOf(value.sql)}` };
  };
  const [value] = translateAll(expression, { ...context, taken });
  if (!value || expression.args.length !== 1) throw wrongCount(expression);
  if (values.length === 0) return { sql: tried(value.sql), type: value.type };
  const row = `struct_pack(${values.map((sql, i) => `_${i} := ${sql}`).join(", ")})`;
  const sql = `list_transform([${row}], lambda ${name}: ${tried(value.sql, [])})[1]`;
  return { sql, type: value.type };
}

/** Special forms, by name. */
export const SPECIAL_FORMS: Record<string, Special> = {
  if: (expression, context) => {
    const [condition, ...rest] = expression.args;
    if (!condition || rest.length < 1 || rest.length > 2) throw wrongCount(expression);
    const test = logical(condition, context, "IF condition");
    const branches = rest.map((arg) => translate(arg, context));
    if (branches.length === 1) branches.push({ sql: "NULL", type: UNKNOWN });
    const [then, otherwise] = branches as [Typed, Typed];
    if (!commonOf([then.type, otherwise.type])) {
      throw new QueryError(
        "TYPE_MISMATCH",
        `Result types for IF must be the same: ${typeName(then.type)} vs ${
          typeName(otherwise.type)
        }`,
        expression.position,
      );
    }
    const { type, values } = toCommonType(branches, "IF results", rest);
    const known = isKnown(condition, context) && mayFail(test.sql) ? unfolded(test.sql) : test.sql;
    return { sql: `CASE WHEN ${known} THEN ${values[0]} ELSE ${values[1]} END`, type };
  },
  coalesce: (expression, context) => {
    const args = translateAll(expression, context);
    if (args.length < 2) throw wrongCount(expression);
    const { type, values } = toCommonType(args, "All COALESCE operands", expression.args);
    return { sql: `coalesce(${values.join(", ")})`, type };
  },
  nullif: (expression, context) => {
    const [a, b] = translateAll(expression, context);
    if (!a || !b || expression.args.length !== 2) throw wrongCount(expression);
    if (!commonOf([a.type, b.type])) {
      throw new QueryError(
        "TYPE_MISMATCH",
        `Types are not comparable with NULLIF: ${typeName(a.type)} vs ${typeName(b.type)}`,
        expression.position,
      );
    }
    const same = compare("=", a, b, expression);
    const { order } = context.env.session;
    if (mayFail(b.sql)) order.matters = true;
    const test = order.kept ? `${a.sql} IS NULL THEN NULL WHEN ${same.sql}` : same.sql;
    return { sql: `CASE WHEN ${test} THEN NULL ELSE ${a.sql} END`, type: a.type };
  },
  try: (expression, context) => {
    const apart = context.grouping ||
      expression.args.some((arg) =>
        hasWindows(arg) || some(arg, ({ kind }) => OF_QUERIES.includes(kind) && kind !== "lambda")
      );
    if (apart && !context.taken) return triedApart(expression, context);
    const [value] = translateAll(expression, context);
    if (!value || expression.args.length !== 1) throw wrongCount(expression);
    return { sql: tried(value.sql, context.taken && []), type: value.type };
  },
  typeof: (expression, context) => {
    const [value] = translateAll(expression, context);
    if (!value || expression.args.length !== 1) throw wrongCount(expression);
    const name = `CAST(${quote(typeName(value.type))} AS VARCHAR)`;
    // The engine looks at the value too, which may have none.
    return { sql: `CASE WHEN ${value.sql} IS NULL THEN ${name} ELSE ${name} END`, type: VARCHAR };
  },
  concat,
  greatest: extreme("greatest"),
  least: extreme("least"),
  concat_ws: (expression, context) => {
    const args = translateAll(expression, context);
    const [separator, ...rest] = args;
    if (!separator || rest.length === 0) throw wrongCount(expression);
    const glue = coerce(separator, VARCHAR).sql;
    if (rest.length === 1 && rest[0]?.type.kind === "array") {
      const list = coerce(rest[0], { kind: "array", element: VARCHAR }).sql;
      return {
        sql: `CASE WHEN ${list} IS NULL OR ${glue} IS NULL THEN NULL ELSE ` +
          `coalesce(array_to_string(list_filter(${list}, lambda e: e IS NOT NULL), ${glue}), '') END`,
        type: VARCHAR,
      };
    }
    const values = rest.map((arg) => {
      if (arg.type.kind !== "varchar" && arg.type.kind !== "unknown") {
        throw unexpectedParameters("concat_ws", args.map((a) => a.type), expression.position);
      }
      return coerce(arg, VARCHAR).sql;
    });
    return {
      sql: `CASE WHEN ${glue} IS NULL THEN NULL ELSE concat_ws(${
        [glue, ...values].join(", ")
      }) END`,
      type: VARCHAR,
    };
  },
  format: (expression, context) => {
    const [format, ...rest] = translateAll(expression, context);
    if (!format || rest.length === 0) throw wrongCount(expression);
    const values = rest.map((value) => {
      const kind = value.type.kind;
      if (
        ["array", "map", "row", "json", "varbinary"].includes(kind) || kind.startsWith("interval")
      ) {
        throw notSupported(
          `format of a value of type ${typeName(value.type)}`,
          expression.position,
        );
      }
      if (kind === "date") return `CAST(${value.sql} AS VARCHAR)`;
      if (kind.startsWith("timestamp") || kind === "time") {
        throw notSupported(
          `format of a value of type ${typeName(value.type)}`,
          expression.position,
        );
      }
      if (kind === "unknown") return `CAST(NULL AS VARCHAR)`;
      return kind === "double" || kind === "real"
        ? `t_double_plain(CAST(${value.sql} AS DOUBLE))`
        : `CAST(${value.sql} AS VARCHAR)`;
    });
    const kinds = rest.map(({ type }) => type.kind === "char" ? "varchar" : type.kind).join(",");
    return {
      sql: `t_format(${coerce(format, VARCHAR).sql}, '${kinds}', CAST(to_json([${
        values.join(", ")
      }]) AS VARCHAR))`,
      type: VARCHAR,
    };
  },
  now: now(TIMESTAMP_TZ),
  current_timestamp: now(TIMESTAMP_TZ),
  localtimestamp: now(TIMESTAMP),
  localtime: now({ kind: "time", precision: 3 }),
  current_date: now(DATE),
  current_catalog: () => ({ sql: "'awsdatacatalog'", type: VARCHAR }),
  current_schema: (_, context) => ({
    sql: context.env.session.database === undefined
      ? "CAST(NULL AS VARCHAR)"
      : quote(context.env.session.database),
    type: VARCHAR,
  }),
};
