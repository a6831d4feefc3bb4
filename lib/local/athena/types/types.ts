/**
 * The types of Athena's engine, their names, and what DuckDB stores them as.
 * @module
 */

/** Kinds of types without arguments. */
export type SimpleKind =
  | "unknown"
  | "boolean"
  | "tinyint"
  | "smallint"
  | "integer"
  | "bigint"
  | "real"
  | "double"
  | "date"
  | "json"
  | "varbinary"
  | "uuid"
  | "tdigest"
  | "HyperLogLog"
  | "color"
  | "interval day to second"
  | "interval year to month";

/** A type of Athena's engine. */
export type Type =
  | { kind: SimpleKind }
  /** `length` is missing where it is not bounded. */
  | { kind: "varchar"; length?: number }
  /** Values are padded with spaces to the length. */
  | { kind: "char"; length: number }
  | { kind: "decimal"; precision: number; scale: number }
  | { kind: "time"; precision: number }
  | { kind: "timestamp"; precision: number }
  /** Values are the instant alone, in the zone; or an instant and the zone it is in, each its own. */
  | { kind: "timestamp with time zone"; precision: number; zone: string }
  | { kind: "array"; element: Type }
  | { kind: "map"; key: Type; value: Type }
  | { kind: "row"; fields: RowField[] }
  | { kind: "function"; args: Type[]; result: Type };

/** Zone of a type whose values have each a zone of their own. */
export const OWN_ZONE = "?";

/** A field of a row. */
export interface RowField {
  name?: string;
  type: Type;
}

/** Types that take no arguments, by their kind. */
export function simple(kind: SimpleKind): Type {
  return { kind };
}

export const UNKNOWN: Type = { kind: "unknown" };
export const BOOLEAN: Type = { kind: "boolean" };
export const TINYINT: Type = { kind: "tinyint" };
export const SMALLINT: Type = { kind: "smallint" };
export const INTEGER: Type = { kind: "integer" };
export const BIGINT: Type = { kind: "bigint" };
export const REAL: Type = { kind: "real" };
export const DOUBLE: Type = { kind: "double" };
export const VARCHAR: Type = { kind: "varchar" };
export const VARBINARY: Type = { kind: "varbinary" };
export const UUID: Type = { kind: "uuid" };
export const DATE: Type = { kind: "date" };
export const TIMESTAMP: Type = { kind: "timestamp", precision: 3 };
export const TIMESTAMP_TZ: Type = { kind: "timestamp with time zone", precision: 3, zone: "UTC" };
export const DAY_INTERVAL: Type = { kind: "interval day to second" };
export const MONTH_INTERVAL: Type = { kind: "interval year to month" };

/** The type as the engine names it in messages and `typeof`. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case "varchar":
      return type.length === undefined ? "varchar" : `varchar(${type.length})`;
    case "char":
      return `char(${type.length})`;
    case "decimal":
      return `decimal(${type.precision},${type.scale})`;
    case "timestamp":
      return `timestamp(${type.precision})`;
    case "timestamp with time zone":
      return `timestamp(${type.precision}) with time zone`;
    case "time":
      return `time(${type.precision})`;
    case "array":
      return `array(${typeName(type.element)})`;
    case "map":
      return `map(${typeName(type.key)}, ${typeName(type.value)})`;
    case "row":
      return `row(${
        type.fields.map((field) =>
          field.name === undefined
            ? typeName(field.type)
            : `${
              /^[a-z_][a-z0-9_]*$/.test(field.name)
                ? field.name
                : `"${field.name.replaceAll('"', '""')}"`
            } ${typeName(field.type)}`
        ).join(", ")
      })`;
    case "function":
      return `function(${[...type.args, type.result].map(typeName).join(", ")})`;
    default:
      return type.kind;
  }
}

/** DuckDB's type that values are kept in. */
export function duckType(type: Type): string {
  switch (type.kind) {
    case "unknown":
    case "color":
      return "INTEGER";
    case "real":
      return "FLOAT";
    case "json":
    case "char":
      return "VARCHAR";
    case "varbinary":
    case "tdigest":
    case "HyperLogLog":
      return "BLOB";
    case "decimal":
      return `DECIMAL(${type.precision},${type.scale})`;
    case "timestamp with time zone":
      return type.zone === OWN_ZONE ? "STRUCT(t TIMESTAMPTZ, z VARCHAR)" : "TIMESTAMPTZ";
    case "interval day to second":
    case "interval year to month":
      return "INTERVAL";
    case "array":
      return `${duckType(type.element)}[]`;
    case "map":
      return `MAP(${duckType(type.key)}, ${duckType(type.value)})`;
    case "row":
      return `STRUCT(${type.fields.map((field, i) => `_${i} ${duckType(field.type)}`).join(", ")})`;
    case "function":
      throw new Error("a lambda has no stored type");
    default:
      return type.kind.toUpperCase();
  }
}

/** Whether a type is one of numbers among which is NaN. */
export function isFloat({ kind }: Type): boolean {
  return kind === "double" || kind === "real";
}

/** Whether two types are one, names of row fields aside. */
export function sameType(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case "varchar":
    case "char":
      return a.length === (b as { length?: number }).length;
    case "decimal":
      return a.precision === (b as typeof a).precision && a.scale === (b as typeof a).scale;
    case "time":
    case "timestamp":
      return a.precision === (b as typeof a).precision;
    case "timestamp with time zone":
      return a.precision === (b as typeof a).precision && a.zone === (b as typeof a).zone;
    case "array":
      return sameType(a.element, (b as typeof a).element);
    case "map":
      return sameType(a.key, (b as typeof a).key) && sameType(a.value, (b as typeof a).value);
    case "row": {
      const other = (b as typeof a).fields;
      return a.fields.length === other.length &&
        a.fields.every((field, i) => sameType(field.type, (other[i] as RowField).type));
    }
    default:
      return true;
  }
}

/** Whole-number types, the narrowest first. */
export const INTEGER_KINDS = ["tinyint", "smallint", "integer", "bigint"] as const;

export function isInteger(type: Type): boolean {
  return (INTEGER_KINDS as readonly string[]).includes(type.kind);
}

export function isNumeric(type: Type): boolean {
  return isInteger(type) || ["decimal", "real", "double"].includes(type.kind);
}

export function isText(type: Type): boolean {
  return type.kind === "varchar";
}

export function isTemporal(type: Type): boolean {
  return ["date", "timestamp", "timestamp with time zone"].includes(type.kind);
}

/** Whether a type's values tell of many others; they are not compared. */
export function isDigest(type: Type): boolean {
  return type.kind === "tdigest" || type.kind === "HyperLogLog";
}

/** Whether values can be ordered. */
export function isOrderable(type: Type): boolean {
  switch (type.kind) {
    case "json":
    case "tdigest":
    case "HyperLogLog":
    case "color":
    case "map":
    case "function":
      return false;
    case "array":
      return isOrderable(type.element);
    case "row":
      return type.fields.every((field) => isOrderable(field.type));
    default:
      return true;
  }
}

/** Whether somewhere in the type a number that may be NaN is kept. */
export function hasFloat(type: Type): boolean {
  switch (type.kind) {
    case "real":
    case "double":
      return true;
    case "array":
      return hasFloat(type.element);
    case "map":
      return hasFloat(type.key) || hasFloat(type.value);
    case "row":
      return type.fields.some((field) => hasFloat(field.type));
    default:
      return false;
  }
}

/** Whether somewhere in the type values are kept in a form that their own type alone has. */
export function hasOwnForm(type: Type): boolean {
  switch (type.kind) {
    case "char":
      return true;
    case "timestamp with time zone":
      return type.zone === OWN_ZONE;
    case "array":
      return hasOwnForm(type.element);
    case "map":
      return hasOwnForm(type.key) || hasOwnForm(type.value);
    case "row":
      return type.fields.some((field) => hasOwnForm(field.type));
    default:
      return false;
  }
}
