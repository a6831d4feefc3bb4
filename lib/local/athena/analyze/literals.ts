/**
 * Translates literals.
 * @module
 */
import { isOfMonths, parsePeriod } from "../engine/times/period_text.ts";
import { type ParsedTime, parseTimestamp } from "../engine/times/times.ts";
import { instantOfLocal, isShown } from "../engine/times/zones.ts";
import { notSupported, QueryError } from "../errors.ts";
import type { Expression } from "../sql/ast.ts";
import { integerLiteralType } from "../types/coerce.ts";
import { resolveType } from "../types/names.ts";
import {
  BOOLEAN,
  DATE,
  DAY_INTERVAL,
  DOUBLE,
  duckType,
  MONTH_INTERVAL,
  type Type,
  typeName,
  UNKNOWN,
  UUID,
  VARBINARY,
} from "../types/types.ts";
import { castTo } from "../values/convert.ts";
import { parseTime } from "../values/convert_times.ts";
import { quote, type Typed } from "../values/typed.ts";

/** Translates a literal; the kind must be one. */
export function translateLiteral(literal: Expression): Typed {
  switch (literal.kind) {
    case "null":
      return { sql: "NULL", type: UNKNOWN, constant: null };
    case "boolean":
      return { sql: literal.value ? "TRUE" : "FALSE", type: BOOLEAN, constant: literal.value };
    case "integer": {
      if (BigInt.asIntN(64, BigInt(literal.value)) !== BigInt(literal.value)) {
        throw new QueryError(
          "INVALID_LITERAL",
          `Invalid numeric literal: ${literal.value}`,
          literal.position,
        );
      }
      const type = integerLiteralType(literal.value);
      return {
        sql: `CAST(${BigInt(literal.value)} AS ${duckType(type)})`,
        type,
        constant: BigInt(literal.value),
      };
    }
    case "double":
      return {
        sql: `CAST('${literal.value}' AS DOUBLE)`,
        type: DOUBLE,
        constant: Number(literal.value),
      };
    case "string":
      return {
        sql: `CAST(${quote(literal.value)} AS VARCHAR)`,
        type: { kind: "varchar", length: [...literal.value].length },
        constant: literal.value,
      };
    case "binary":
      return { sql: `from_hex('${literal.hex}')`, type: VARBINARY };
    case "typed":
      return typedLiteral(literal);
    case "interval":
      return intervalLiteral(literal);
    default:
      throw new Error(`${literal.kind} is no literal`);
  }
}

function decimalLiteral(text: string, at: Expression): Typed {
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const digits = whole.replace(/^0+/, "");
  const precision = Math.max(1, digits.length + fraction.length);
  if (precision > 38) {
    throw new QueryError("INVALID_LITERAL", `Invalid decimal literal '${text}'`, at.position);
  }
  const type: Type = { kind: "decimal", precision, scale: fraction.length };
  const sign = text.startsWith("-") ? "-" : "";
  return {
    sql: `CAST('${sign}${digits || "0"}${fraction ? `.${fraction}` : ""}' AS ${duckType(type)})`,
    type,
    constant: text,
  };
}

function typedLiteral(literal: Extract<Expression, { kind: "typed" }>): Typed {
  const { value } = literal;
  const invalid = (what: string) =>
    new QueryError(
      "INVALID_LITERAL",
      `'${value}' is not a valid ${what} literal`,
      literal.position,
    );
  switch (literal.type.name) {
    case "date": {
      const found = /^\s*([+-]?\d{4,})-(\d{1,2})-(\d{1,2})\s*$/.exec(value);
      const parsed = found && parseTimestamp(value, 0);
      if (!found || parsed === undefined || parsed === null) throw invalid("DATE");
      const text = [found[1], found[2]?.padStart(2, "0"), found[3]?.padStart(2, "0")].join("-");
      return { sql: `CAST(${quote(text)} AS DATE)`, type: DATE, constant: text };
    }
    case "timestamp": {
      const parsed = atPosition(() => parseTimestamp(value, 6), literal.position);
      const shown = parsed?.zone === undefined ||
        isShown(Number(parsed.micros / 1000n), parsed.zone);
      if (!parsed || !shown) throw invalid("TIMESTAMP");
      requireDigits(
        parsed.digits,
        parsed.zone === undefined ? "timestamp" : "timestamp with time zone",
        literal.position,
      );
      const sql = `make_timestamp(${parsed.micros})`;
      if (parsed.zone === undefined) {
        return { sql, type: { kind: "timestamp", precision: parsed.digits }, constant: value };
      }
      return {
        sql: `(make_timestamp(${instantOfLocal(parsed.micros, parsed.zone)}) AT TIME ZONE 'UTC')`,
        type: { kind: "timestamp with time zone", precision: parsed.digits, zone: parsed.zone },
        constant: value,
      };
    }
    case "time": {
      const [, local = value, zone] = OFFSET_TIME.exec(value) ?? [];
      const time = parseTime(local);
      if (!time) throw invalid("TIME");
      if (zone !== undefined) throw notSupported("type time with time zone", literal.position);
      requireDigits(time.digits, "time", literal.position);
      return { sql: time.sql, type: { kind: "time", precision: time.digits }, constant: value };
    }
    case "decimal": {
      if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value)) throw invalid("DECIMAL");
      return decimalLiteral(value, literal);
    }
    case "char":
      return {
        sql: `CAST(${quote(value)} AS VARCHAR)`,
        type: { kind: "char", length: [...value].length },
      };
    case "uuid": {
      if (!/^([0-9a-f]+-){4}[0-9a-f]+$/i.test(value) || value.length !== 36) {
        throw invalid("UUID");
      }
      return { sql: `CAST(t_check_uuid(${quote(value)}) AS UUID)`, type: UUID };
    }
    case "json":
      return { sql: `t_json_parse(${quote(value)})`, type: { kind: "json" } };
    default: {
      const type = resolveType(literal.type);
      const text: Typed = {
        sql: `CAST(${quote(value)} AS VARCHAR)`,
        type: { kind: "varchar" },
        constant: value,
      };
      try {
        return { ...castTo(text, type, literal.position), constant: value };
      } catch (error) {
        if (!(error instanceof QueryError)) throw error;
        throw new QueryError(
          "INVALID_LITERAL",
          `'${value}' is not a valid ${typeName(type)} literal`,
          literal.position,
        );
      }
    }
  }
}

/** A time of day with its distance from UTC. */
const OFFSET_TIME = /^(.*\d)\s*([+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;

/** Refuses more digits after the second than the engine has, and than are kept here. */
function requireDigits(digits: number, type: string, position: Expression["position"]): void {
  if (digits > 12) {
    throw new QueryError(
      "NUMERIC_VALUE_OUT_OF_RANGE",
      `${type.toUpperCase()} precision must be in range [0, 12]: ${digits}`,
      position,
    );
  }
  if (digits > 6) throw notSupported(`a ${type} finer than microseconds`, position);
}

/** Says where in the query a text stands that cannot be read. */
function atPosition(
  parse: () => ParsedTime | undefined,
  position: Expression["position"],
): ParsedTime | undefined {
  try {
    return parse();
  } catch (error) {
    throw error instanceof QueryError ? new QueryError(error.code, error.detail, position) : error;
  }
}

/** An interval of more milliseconds has no room in the engine's microseconds. */
const MOST_MILLIS = 2n ** 63n / 1000n;

function intervalLiteral(literal: Extract<Expression, { kind: "interval" }>): Typed {
  const { value, negative, from, to = from, position } = literal;
  const amount = parsePeriod(value, from, to);
  if (amount === undefined) {
    throw new QueryError(
      "INVALID_LITERAL",
      `'${value}' is not a valid INTERVAL literal`,
      position,
    );
  }
  const signed = negative ? -amount : amount;
  if (isOfMonths(from)) return { sql: `to_months(${signed})`, type: MONTH_INTERVAL };
  if (amount > MOST_MILLIS || amount < -MOST_MILLIS) {
    throw notSupported("an interval of more than 106751991 days", position);
  }
  return { sql: `to_microseconds(${signed * 1000n})`, type: DAY_INTERVAL };
}
