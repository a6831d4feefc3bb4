/**
 * Which types a value takes on by itself: Trino's `TypeCoercion`.
 * @module
 */
import {
  BIGINT,
  DATE,
  DOUBLE,
  duckType,
  INTEGER,
  INTEGER_KINDS,
  isInteger,
  OWN_ZONE,
  REAL,
  type RowField,
  sameType,
  type Type,
  UNKNOWN,
  VARCHAR,
} from "./types.ts";

const DIGITS = { tinyint: 3, smallint: 5, integer: 10, bigint: 19 };

/** The decimal type that holds every value of a whole-number type. */
export function decimalOf(type: Type): { kind: "decimal"; precision: number; scale: number } {
  if (type.kind === "decimal") return type;
  const precision = DIGITS[type.kind as keyof typeof DIGITS];
  return { kind: "decimal", precision, scale: 0 };
}

/**
 * The narrowest type both take on by themselves.
 *
 * @returns The type, or nothing where there is none
 */
export function commonType(a: Type, b: Type): Type | undefined {
  if (sameType(a, b)) return mergeNames(a, b);
  if (a.kind === "unknown") return b;
  if (b.kind === "unknown") return a;
  if (a.kind === "varchar" && b.kind === "varchar") {
    return a.length === undefined || b.length === undefined
      ? VARCHAR
      : { kind: "varchar", length: Math.max(a.length, b.length) };
  }
  const padded = commonChar(a, b);
  if (padded) return padded;
  const numeric = commonNumber(a, b);
  if (numeric) return numeric;
  const temporal = commonTime(a, b);
  if (temporal) return temporal;
  if (a.kind === "array" && b.kind === "array") {
    const element = commonType(a.element, b.element);
    return element && { kind: "array", element };
  }
  if (a.kind === "map" && b.kind === "map") {
    const key = commonType(a.key, b.key);
    const value = commonType(a.value, b.value);
    return key && value && { kind: "map", key, value };
  }
  if (a.kind === "row" && b.kind === "row" && a.fields.length === b.fields.length) {
    const fields: RowField[] = [];
    for (const [i, field] of a.fields.entries()) {
      const other = b.fields[i] as RowField;
      const type = commonType(field.type, other.type);
      if (!type) return undefined;
      fields.push(
        field.name !== undefined && field.name === other.name
          ? { name: field.name, type }
          : { type },
      );
    }
    return { kind: "row", fields };
  }
  return undefined;
}

/** A text takes on the type of the padded one beside it. */
function commonChar(a: Type, b: Type): Type | undefined {
  if (a.kind !== "char" && b.kind !== "char") return undefined;
  const lengths = [a, b].map((type) =>
    type.kind === "char" || type.kind === "varchar" ? type.length ?? MOST_CHARACTERS : Infinity
  );
  const length = Math.max(...lengths);
  return length <= MOST_CHARACTERS ? { kind: "char", length } : undefined;
}

/** The most characters of a char. */
export const MOST_CHARACTERS = 65_536;

function mergeNames(a: Type, b: Type): Type {
  if (a.kind !== "row" || b.kind !== "row") return a;
  return {
    kind: "row",
    fields: a.fields.map((field, i) =>
      field.name === b.fields[i]?.name ? field : { type: field.type }
    ),
  };
}

function commonNumber(a: Type, b: Type): Type | undefined {
  if (isInteger(a) && isInteger(b)) {
    const rank = (type: Type) => (INTEGER_KINDS as readonly string[]).indexOf(type.kind);
    return rank(a) > rank(b) ? a : b;
  }
  const number = (type: Type) =>
    isInteger(type) || ["decimal", "real", "double"].includes(type.kind);
  if (!number(a) || !number(b)) return undefined;
  if (a.kind === "double" || b.kind === "double") return DOUBLE;
  if (a.kind === "real" || b.kind === "real") return REAL;
  const left = decimalOf(a);
  const right = decimalOf(b);
  const scale = Math.max(left.scale, right.scale);
  const whole = Math.max(left.precision - left.scale, right.precision - right.scale);
  return { kind: "decimal", precision: Math.min(38, whole + scale), scale };
}

function commonTime(a: Type, b: Type): Type | undefined {
  if (a.kind === "time" && b.kind === "time") return a.precision >= b.precision ? a : b;
  const rank: Record<string, number> = { date: 0, timestamp: 1, "timestamp with time zone": 2 };
  const left = rank[a.kind];
  const right = rank[b.kind];
  if (left === undefined || right === undefined) return undefined;
  const wide = left >= right ? a : b;
  const narrow = wide === a ? b : a;
  if (wide.kind === "date") return DATE;
  const precision = Math.max(
    (wide as { precision: number }).precision,
    "precision" in narrow ? narrow.precision : 0,
  );
  if (wide.kind === "timestamp") return { kind: "timestamp", precision };
  if (wide.kind !== "timestamp with time zone") return undefined;
  const other = narrow.kind === "timestamp with time zone" ? narrow.zone : "UTC";
  const zone = other === wide.zone ? other : OWN_ZONE;
  return { kind: "timestamp with time zone", precision, zone };
}

/** Whether a value of one type takes on another by itself. */
export function coercible(from: Type, to: Type): boolean {
  if (from.kind === "timestamp with time zone" && to.kind === from.kind) {
    return from.precision <= to.precision;
  }
  if (from.kind === "varchar" && to.kind === "varchar") {
    return to.length === undefined || (from.length !== undefined && from.length <= to.length);
  }
  const common = commonType(from, to);
  if (to.kind === "char" && from.kind !== "unknown") {
    return common !== undefined && sameType(common, to);
  }
  return common !== undefined && (sameType(common, to) || duckType(common) === duckType(to)) &&
    common.kind === to.kind;
}

/** The narrowest of several types' common types. */
export function commonOf(types: readonly Type[]): Type | undefined {
  let result: Type | undefined = UNKNOWN;
  for (const type of types) result = result && commonType(result, type);
  return result;
}

/** The type of a whole number as written. */
export function integerLiteralType(value: string): Type {
  return BigInt.asIntN(32, BigInt(value)) === BigInt(value) ? INTEGER : BIGINT;
}
