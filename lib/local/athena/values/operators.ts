/**
 * Arithmetic and comparison with Athena's types and results.
 * @module
 */
import { type Position, QueryError } from "../errors.ts";
import { commonType, decimalOf, MOST_CHARACTERS } from "../types/coerce.ts";
import { type Decimal, decimalResult } from "../types/decimals.ts";
import { cannotApply, unexpectedParameters } from "../types/mismatch.ts";
import {
  BOOLEAN,
  duckType,
  hasFloat,
  isDigest,
  isFloat,
  isInteger,
  isNumeric,
  isOrderable,
  type Type,
  typeName,
  VARBINARY,
  VARCHAR,
} from "../types/types.ts";
import { coerce, toChar } from "./convert.ts";
import { decimalDivision } from "./decimal_division.ts";
import { failure } from "./failure.ts";
import { needsSortKey } from "./keys.ts";
import { timeArithmetic } from "./time_arithmetic.ts";
import type { Typed } from "./typed.ts";
import { compareWhole } from "./whole_order.ts";
import { instantOf } from "./zoned.ts";

const DIVISION_BY_ZERO = "t_fail('DIVISION_BY_ZERO: Division by zero')";

/** Types that are negated, as the engine lists them. */
const NEGATED = [
  "bigint",
  "integer",
  "smallint",
  "tinyint",
  "double",
  "real",
  "interval day to second",
  "interval year to month",
  "decimal(1,0)",
];

/** What is said where several overloads, of such arguments and results, are as good. */
function ambiguous(candidates: readonly [args: string[], result: string][]): string {
  return "Could not choose a best candidate operator. Explicit type casts must be added.\n" +
    "Candidates are:\n" +
    candidates.map(([args, result]) => `\t * (${args.join(",")}):${result}\n`).join("");
}

/** The least values of integers, which have no counterpart above zero. */
const LEAST: Record<string, string> = {
  tinyint: "-128",
  smallint: "-32768",
  integer: "-2147483648",
  bigint: "-9223372036854775808",
};

/** Translates `-x` and `+x`. */
export function translateUnary(operator: string, value: Typed, at: { position: Position }): Typed {
  const { type } = value;
  if (operator === "+") {
    if (isInteger(type) || isFloat(type)) return value;
    throw new QueryError(
      "TYPE_MISMATCH",
      `Unary '+' operator cannot by applied to ${typeName(type)} type`,
      at.position,
    );
  }
  if (type.kind === "unknown") {
    throw new QueryError("AMBIGUOUS_FUNCTION_CALL", ambiguous(NEGATED.map((t) => [[t], t])));
  }
  if (isNumeric(type) || type.kind.startsWith("interval")) {
    const constant = value.constant;
    const negated = typeof constant === "bigint" || typeof constant === "number"
      ? { constant: -constant }
      : {};
    const least = LEAST[type.kind];
    if (least === undefined || constant !== undefined) {
      return { sql: `(- ${value.sql})`, type, ...negated };
    }
    const fails = failure(
      `t_fail('NUMERIC_VALUE_OUT_OF_RANGE: ${type.kind} negation overflow: ${least}')`,
      type,
    );
    return {
      sql: `(CASE WHEN ${value.sql} = ${least} THEN ${fails} ELSE - ${value.sql} END)`,
      type,
    };
  }
  throw new QueryError(
    "TYPE_MISMATCH",
    `Cannot negate ${typeName(type)}`,
    at.position,
  );
}

/** Translates arithmetic and `||`. */
export function translateBinary(
  operator: string,
  left: Typed,
  right: Typed,
  at: { position: Position },
): Typed {
  if (operator === "||") return concat(left, right, at);
  const time = timeArithmetic(operator, left, right, at);
  if (time) return time;
  const type = commonType(left.type, right.type);
  if (type?.kind === "unknown" || !type || !isNumeric(type)) {
    throw cannotApply(operator, left.type, right.type, at);
  }
  if (type.kind === "decimal") {
    return decimalArithmetic(
      operator,
      coerce(left, left.type.kind === "unknown" ? decimalOf(right.type) : decimalOf(left.type)),
      coerce(right, right.type.kind === "unknown" ? decimalOf(left.type) : decimalOf(right.type)),
    );
  }
  const a = coerce(left, type).sql;
  const b = coerce(right, type).sql;
  if (isInteger(type)) return { sql: integerArithmetic(operator, a, b, type), type };
  if (operator === "%") {
    return {
      sql: `CASE WHEN ${b} = 0 AND ${a} IS NOT NULL THEN CAST('NaN' AS ${
        duckType(type)
      }) ELSE ${a} % ${b} END`,
      type,
    };
  }
  return { sql: `(${a} ${operator} ${b})`, type };
}

/** By these names DuckDB leaves a sum where it is: of `x + 1 > 5` it makes `x > 4`, which never fails. */
const ARITHMETIC: Record<string, string> = { "+": "add", "-": "subtract", "*": "multiply" };

function integerArithmetic(operator: string, a: string, b: string, type: Type): string {
  const name = ARITHMETIC[operator];
  if (name) return `${name}(${a}, ${b})`;
  const divide = `${a} ${operator === "/" ? "//" : "%"} ${b}`;
  const literal = /^CAST\((\d+) AS \w+\)$/.exec(b)?.[1];
  if (literal !== undefined && BigInt(literal) !== 0n) return `(${divide})`;
  // DuckDB finds an overflow where the least number is divided by -1, even for what is left over.
  const rest = operator === "%"
    ? `WHEN ${b} = -1 THEN CASE WHEN ${a} IS NOT NULL THEN CAST(0 AS ${duckType(type)}) END `
    : "";
  const zero = `${b} = 0 AND ${a} IS NOT NULL`;
  return `CASE WHEN ${zero} THEN ${failure(DIVISION_BY_ZERO, type)} ${rest}ELSE ${divide} END`;
}

function decimalArithmetic(
  operator: string,
  left: Typed,
  right: Typed,
): Typed {
  const a = left.type as Decimal;
  const b = right.type as Decimal;
  const type = decimalResult(operator, a, b);
  switch (operator) {
    case "+":
    case "-": {
      const whole = Math.max(a.precision - a.scale, b.precision - b.scale);
      // What has no room in the type is only known once it is computed.
      if (whole + type.scale + 1 > 38) {
        return decimalCall(
          operator === "+" ? "t_decimal_add" : "t_decimal_subtract",
          left,
          right,
          type,
        );
      }
      const wide = duckType(type);
      return {
        sql:
          `CAST(CAST(${left.sql} AS ${wide}) ${operator} CAST(${right.sql} AS ${wide}) AS ${wide})`,
        type,
      };
    }
    case "*":
      if (type.scale > 38) {
        throw new QueryError(
          "INVALID_FUNCTION_ARGUMENT",
          `DECIMAL scale must be in range [0, precision (${type.precision})]: ${type.scale}`,
        );
      }
      if (a.precision + b.precision > 38) {
        return decimalCall("t_decimal_multiply", left, right, type);
      }
      return { sql: `CAST(${wide(left, type)} * ${right.sql} AS ${duckType(type)})`, type };
    case "/": {
      const sql = decimalDivision(left, right, type);
      return sql === undefined ? decimalCall("t_decimal_divide", left, right, type) : { sql, type };
    }
    default:
      return decimalCall("t_decimal_modulus", left, right, type);
  }
}

/** DuckDB gives a product no more than 18 digits unless one of the factors may have more. */
function wide({ sql, type }: Typed, product: Decimal): string {
  const { precision, scale } = type as Decimal;
  return precision > 18 || product.precision <= 18 ? sql : `CAST(${sql} AS DECIMAL(19,${scale}))`;
}

function decimalCall(name: string, left: Typed, right: Typed, type: Decimal): Typed {
  return {
    sql: `CAST(${name}(CAST(${left.sql} AS VARCHAR), CAST(${right.sql} AS VARCHAR), ` +
      `${type.precision}, ${type.scale}) AS ${duckType(type)})`,
    type,
  };
}

function concat(left: Typed, right: Typed, at: { position: Position }): Typed {
  const text = (type: Type) => type.kind === "varchar" || type.kind === "unknown";
  if ((left.type.kind === "unknown") !== (right.type.kind === "unknown")) {
    const known = left.type.kind === "unknown" ? right.type : left.type;
    // Of the functions named concat the engine takes the one for arrays; the value is NULL either way.
    if (known.kind === "varchar") {
      return { sql: "CAST(NULL AS VARCHAR[])", type: { kind: "array", element: known } };
    }
  }
  const padded = concatChars(left, right, at);
  if (padded) return padded;
  if (text(left.type) && text(right.type)) {
    return {
      sql: `(${coerce(left, VARCHAR).sql} || ${coerce(right, VARCHAR).sql})`,
      type: VARCHAR,
    };
  }
  if (left.type.kind === "varbinary" && right.type.kind === "varbinary") {
    return { sql: `(${left.sql} || ${right.sql})`, type: VARBINARY };
  }
  if (left.type.kind === "array" || right.type.kind === "array") {
    const wrap = (typed: Typed): Typed =>
      typed.type.kind === "array"
        ? typed
        : { sql: `[${typed.sql}]`, type: { kind: "array", element: typed.type } };
    if (left.type.kind === "unknown" || right.type.kind === "unknown") {
      const nullFirst = left.type.kind === "unknown";
      const array = (nullFirst ? right : left).type as Extract<Type, { kind: "array" }>;
      const [one, some] = [typeName(array.element), typeName(array)];
      const more = `array(${some})`;
      throw new QueryError(
        "AMBIGUOUS_FUNCTION_CALL",
        ambiguous(
          nullFirst
            ? [[[more, some], more], [[one, some], some], [[some, some], some]]
            : [[[some, one], some], [[some, more], more], [[some, some], some]],
        ),
        at.position,
      );
    }
    let [a, b] = [wrap(left), wrap(right)];
    const nested = (outer: Typed, inner: Typed): Typed => {
      const element = outer.type.kind === "array" ? outer.type.element : undefined;
      const holds = element?.kind === "array" && commonType(element, inner.type);
      return holds
        ? { sql: `[${inner.sql}]`, type: { kind: "array", element: inner.type } }
        : inner;
    };
    [a, b] = [nested(b, a), nested(a, b)];
    const type = commonType(a.type, b.type);
    if (type) {
      const [x, y] = [coerce(a, type).sql, coerce(b, type).sql];
      return {
        sql: `CASE WHEN ${x} IS NULL OR ${y} IS NULL THEN NULL ELSE list_concat(${x}, ${y}) END`,
        type,
      };
    }
  }
  throw unexpectedParameters("concat", [left.type, right.type], at.position);
}

/** `||` where one side is padded: the other is too. */
function concatChars(left: Typed, right: Typed, at: { position: Position }): Typed | undefined {
  const sides = [left.type, right.type];
  if (!sides.some((type) => type.kind === "char")) return undefined;
  if (sides.some((type) => type.kind === "unknown")) {
    throw new QueryError(
      "AMBIGUOUS_FUNCTION_CALL",
      "Could not choose a best candidate operator. Explicit type casts must be added.",
      at.position,
    );
  }
  if (!sides.every((type) => type.kind === "char" || type.kind === "varchar")) return undefined;
  const lengths = sides.map((type) => (type as { length?: number }).length ?? MOST_CHARACTERS);
  const length = lengths.reduce((a, b) => a + b);
  if (length > MOST_CHARACTERS) {
    throw new QueryError("TYPE_NOT_FOUND", `Unknown type: char(${length})`, at.position);
  }
  // What is written in a varchar may be shorter than its type.
  const texts = [left, right].map((side, i) => toChar(side.sql, side.type, lengths[i] as number));
  return { sql: `(${texts.join(" || ")})`, type: { kind: "char", length } };
}

/** Translates a comparison. */
export function compare(
  operator: string,
  left: Typed,
  right: Typed,
  at: { position: Position },
): Typed {
  const instants = left.type.kind === "timestamp with time zone" &&
    right.type.kind === "timestamp with time zone";
  if (instants) {
    return { sql: `(${instantOf(left)} ${operator} ${instantOf(right)})`, type: BOOLEAN };
  }
  const type = commonType(left.type, right.type);
  // The engine knows no other order than this one.
  const told = operator.replace(">", "<");
  if (!type || isDigest(type)) {
    throw cannotApply(operator === "<>" ? "=" : told, left.type, right.type, at);
  }
  if (type.kind === "char" && (operator === "=" || operator === "<>")) {
    // So the shorter one need not be padded.
    const [a, b] = [left, right].map((side) =>
      side.type.kind === "unknown" ? coerce(side, type).sql : `rtrim(${side.sql}, ' ')`
    );
    return { sql: `(${a} ${operator} ${b})`, type: BOOLEAN };
  }
  const a = coerce(left, type).sql;
  const b = coerce(right, type).sql;
  if (operator === "=") return { sql: equal(a, b, type), type: BOOLEAN };
  if (operator === "<>") {
    const nested = needsSortKey(type) || hasFloat(type);
    return { sql: nested ? `(NOT ${equal(a, b, type)})` : `(${a} <> ${b})`, type: BOOLEAN };
  }
  if (!isOrderable(type)) throw cannotApply(told, left.type, right.type, at);
  if (type.kind === "array" || type.kind === "row") {
    return { sql: compareWhole(operator, a, b, type), type: BOOLEAN };
  }
  if (type.kind === "timestamp with time zone") {
    const [x, y] = [a, b].map((sql) => instantOf({ sql, type }));
    return { sql: `(${x} ${operator} ${y})`, type: BOOLEAN };
  }
  if (!hasFloat(type)) return { sql: `(${a} ${operator} ${b})`, type: BOOLEAN };
  const numbers = [left, right].filter((side) => !isFinite(side)).map((side) =>
    `NOT isnan(${coerce(side, type).sql})`
  );
  return { sql: `(${[`${a} ${operator} ${b}`, ...numbers].join(" AND ")})`, type: BOOLEAN };
}

/** Whether the value cannot be NaN. */
function isFinite(value: Typed): boolean {
  return value.constant !== undefined || isInteger(value.type) || value.type.kind === "decimal";
}

/** `a = b` of one type: NaN equals nothing, and a NULL inside gives NULL. */
export function equal(a: string, b: string, type: Type): string {
  switch (type.kind) {
    case "double":
    case "real":
      return `(${a} = ${b} AND (NOT isnan(${a}) OR ${b} IS NULL))`;
    case "timestamp with time zone":
      return `(${instantOf({ sql: a, type })} = ${instantOf({ sql: b, type })})`;
    case "array": {
      if (type.element.kind === "unknown") {
        return `CASE WHEN len(${a}) <> len(${b}) THEN FALSE WHEN len(${a}) = 0 THEN TRUE END`;
      }
      const parts = `list_transform(list_zip(${a}, ${b}), lambda z: ${
        equal("struct_extract_at(z, 1)", "struct_extract_at(z, 2)", type.element)
      })`;
      return `CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL WHEN len(${a}) <> len(${b}) THEN FALSE ` +
        `ELSE t_all(${parts}) END`;
    }
    case "row":
      return `(${
        type.fields.map((field, i) => equal(`(${a})._${i}`, `(${b})._${i}`, field.type)).join(
          " AND ",
        )
      })`;
    case "map": {
      // No name of a map inside this one.
      const m = `m${a.length}`;
      const same = hasFloat(type.key) ? ` AND ${equal(`${m}.key`, `${m}.key`, type.key)}` : "";
      return `CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL ` +
        `WHEN cardinality(${a}) <> cardinality(${b}) THEN FALSE ` +
        `ELSE t_all(list_transform(map_entries(${a}), lambda ${m}: CASE WHEN map_contains(${b}, ${m}.key)${same} THEN ${
          equal(`${m}.value`, `${b}[${m}.key]`, type.value)
        } ELSE FALSE END)) END`;
    }
    default:
      return `(${a} = ${b})`;
  }
}
