/**
 * Reads the names of types: those of SQL, and those of Hive that the catalog keeps.
 * @module
 */
import { notSupported, QueryError } from "../errors.ts";
import type { TypeName } from "../sql/ast.ts";
import { Cursor } from "../sql/cursor.ts";
import { typeText } from "../sql/format.ts";
import { MOST_CHARACTERS } from "./coerce.ts";
import { type RowField, type Type, typeName, VARCHAR } from "./types.ts";

const SIMPLE: Record<string, Type> = Object.fromEntries(
  [
    "unknown",
    "boolean",
    "tinyint",
    "smallint",
    "integer",
    "bigint",
    "real",
    "double",
    "date",
    "json",
    "varbinary",
    "uuid",
    "tdigest",
    "color",
    "interval day to second",
    "interval year to month",
  ].map((kind) => [kind, { kind } as Type]),
);
SIMPLE["int"] = { kind: "integer" };
SIMPLE["hyperloglog"] = { kind: "HyperLogLog" };

const NOT_HERE = new Set([
  "time with time zone",
  "ipaddress",
  "p4hyperloglog",
  "qdigest",
  "setdigest",
  "geometry",
]);

/**
 * Resolves a type written in SQL.
 *
 * @throws {QueryError} `TYPE_NOT_FOUND` or `NOT_SUPPORTED`
 */
export function resolveType(name: TypeName): Type {
  const simple = name.args.length === 0 ? SIMPLE[name.name] : undefined;
  if (simple) return simple;
  const number = (i: number, otherwise: number) => {
    const arg = name.args[i];
    if (typeof arg === "object") throw unknownType(name);
    return arg ?? otherwise;
  };
  const inner = (i: number): Type => {
    const arg = name.args[i];
    if (typeof arg !== "object") throw unknownType(name);
    return resolveType(arg);
  };
  switch (name.name) {
    case "varchar":
      return name.args.length ? { kind: "varchar", length: number(0, 0) } : VARCHAR;
    case "char": {
      const length = number(0, 1);
      if (length > MOST_CHARACTERS) {
        throw new QueryError("TYPE_NOT_FOUND", `Unknown type: char(${length})`, name.position);
      }
      return { kind: "char", length };
    }
    case "decimal": {
      const precision = number(0, 38);
      const scale = number(1, 0);
      if (precision < 1 || precision > 38 || scale > precision) {
        throw new QueryError(
          "INVALID_FUNCTION_ARGUMENT",
          precision < 1 || precision > 38
            ? `DECIMAL precision must be in range [1, 38]: ${precision}`
            : `DECIMAL scale must be in range [0, precision (${precision})]: ${scale}`,
          name.position,
        );
      }
      return { kind: "decimal", precision, scale };
    }
    case "time":
    case "timestamp":
    case "timestamp with time zone": {
      const precision = number(0, 3);
      if (precision > 6) throw notSupported(`${name.name}(${precision})`, name.position);
      return name.name === "timestamp with time zone"
        ? { kind: name.name, precision, zone: "UTC" }
        : { kind: name.name, precision };
    }
    case "array":
      return { kind: "array", element: inner(0) };
    case "map":
      return { kind: "map", key: inner(0), value: inner(1) };
    case "row":
      if (!name.fields?.length) throw unknownType(name);
      return {
        kind: "row",
        fields: (name.fields ?? []).map((field): RowField => ({
          ...(field.name === undefined ? {} : { name: field.name.toLowerCase() }),
          type: resolveType(field.type),
        })),
      };
  }
  if (name.name.startsWith("interval ") && name.args.length === 0) {
    throw new QueryError("NOT_SUPPORTED", `${name.name.toUpperCase()} type not supported`);
  }
  if (NOT_HERE.has(name.name)) throw notSupported(`type ${name.name}`, name.position);
  throw unknownType(name);
}

function unknownType(name: TypeName): QueryError {
  return new QueryError("TYPE_NOT_FOUND", `Unknown type: ${typeText(name)}`, name.position);
}

/**
 * Reads a column's type as the catalog keeps it, such as `array<struct<a:int>>`.
 *
 * @throws {QueryError} A type this engine does not read
 */
export function hiveType(text: string): Type {
  const cursor = new Cursor(text.replaceAll(":", " : "));
  const type = readHive(cursor, text);
  if (cursor.peek().kind !== "end") throw notSupported(`the column type '${text}'`);
  return type;
}

const HIVE: Record<string, Type> = {
  boolean: { kind: "boolean" },
  tinyint: { kind: "tinyint" },
  smallint: { kind: "smallint" },
  int: { kind: "integer" },
  integer: { kind: "integer" },
  bigint: { kind: "bigint" },
  float: { kind: "real" },
  double: { kind: "double" },
  string: { kind: "varchar" },
  date: { kind: "date" },
  timestamp: { kind: "timestamp", precision: 3 },
  binary: { kind: "varbinary" },
};

function readHive(cursor: Cursor, whole: string): Type {
  const name = cursor.next().text.toLowerCase();
  const simple = HIVE[name];
  if (simple) return simple;
  switch (name) {
    case "array": {
      cursor.expect("<");
      const element = readHive(cursor, whole);
      cursor.expect(">");
      return { kind: "array", element };
    }
    case "map": {
      cursor.expect("<");
      const key = readHive(cursor, whole);
      cursor.expect(",");
      const value = readHive(cursor, whole);
      cursor.expect(">");
      return { kind: "map", key, value };
    }
    case "struct": {
      cursor.expect("<");
      const fields = cursor.list(() => {
        let field = "";
        while (!cursor.is(":")) {
          const token = cursor.next();
          if (token.kind === "end") throw notSupported(`the column type '${whole}'`);
          field += token.kind === "backquoted" || token.kind === "quoted"
            ? token.value
            : token.text;
        }
        cursor.expect(":");
        return { name: field.toLowerCase(), type: readHive(cursor, whole) };
      });
      cursor.expect(">");
      const names = fields.map(({ name }) => name);
      const twice = names.find((name, i) => names.indexOf(name) < i);
      // Values are found by their names, whose case does not count.
      if (twice !== undefined) {
        throw notSupported(`the column type '${whole}', which has the field '${twice}' twice,`);
      }
      return { kind: "row", fields };
    }
    case "decimal": {
      let precision = 10;
      let scale = 0;
      if (cursor.accept("(")) {
        precision = Number(cursor.next().value);
        if (cursor.accept(",")) scale = Number(cursor.next().value);
        cursor.expect(")");
      }
      return { kind: "decimal", precision, scale };
    }
    case "char":
    case "varchar": {
      cursor.expect("(");
      const length = Number(cursor.next().value);
      cursor.expect(")");
      return { kind: name, length };
    }
    default:
      throw notSupported(`the column type '${whole}'`);
  }
}

/** A type as Hive writes it, the way the catalog keeps it. */
export function hiveName(type: Type): string {
  switch (type.kind) {
    case "integer":
      return "int";
    case "real":
      return "float";
    case "varchar":
      return type.length === undefined ? "string" : `varchar(${type.length})`;
    case "char":
      return `char(${type.length})`;
    case "varbinary":
      return "binary";
    case "timestamp":
      return "timestamp";
    case "decimal":
      return `decimal(${type.precision},${type.scale})`;
    case "array":
      return `array<${hiveName(type.element)}>`;
    case "map":
      return `map<${hiveName(type.key)},${hiveName(type.value)}>`;
    case "row":
      return `struct<${
        type.fields.map((field, i) => `${field.name ?? `_col${i}`}:${hiveName(field.type)}`).join(
          ",",
        )
      }>`;
    case "boolean":
    case "tinyint":
    case "smallint":
    case "bigint":
    case "double":
    case "date":
      return type.kind;
    default:
      throw new QueryError("NOT_SUPPORTED", `Unsupported Hive type: ${typeName(type)}`);
  }
}

/** A type's name in the columns of a result. */
export function athenaName(type: Type): string {
  if (type.kind === "row") return "row";
  if (type.kind === "real") return "float";
  return type.kind;
}
