/**
 * Literals of each type, its edges among them.
 * @module
 */
import { type Type, typeName } from "../../../../lib/local/athena/types/types.ts";
import type { Dice } from "./random.ts";

const WHOLE = ["0", "1", "-1", "2", "3", "5", "7", "10", "12", "100"];

const TEXTS = [
  "''",
  "'a'",
  "'abc'",
  "'ABC abc'",
  "' x '",
  "'12'",
  "'-7.50'",
  "'1e3'",
  "'true'",
  "'a,b,,c'",
  "'2024-02-29'",
  "'2024-03-31 02:30:00.123'",
  "'ß'",
  "'ÄÖü'",
  "'naïve'",
  "'日本'",
  "'😀x'",
  "'e\u0301'",
  "'%_\\'",
  "'k=v&x'",
  "'null'",
  "'NaN'",
  "'[1,2,null]'",
  '\'{"a":[1,{"b":"x"}],"c":null}\'',
];

const JSONS = [
  "null",
  "1",
  "-0.5",
  "1e30",
  "true",
  '"x"',
  "[]",
  "{}",
  "[1,null,2.50]",
  '{"a":{"b":[1,2]},"c":"d"}',
  '["a",["b"],{"c":1}]',
  '{"b":1,"a":[true]}',
];

const UUIDS = [
  "12151fd2-7586-11e9-8f9e-2a86e4085a59",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-4fff-bfff-ffffffffffff",
];

const TIMES = [
  "1969-12-31 23:59:59.999",
  "1970-01-01 00:00:00.000",
  "2000-02-29 12:00:00.500",
  "2024-01-31 23:00:00.000",
  "2024-03-10 07:30:00.001",
  "2024-03-31 10:59:59.999",
  "2024-11-03 12:30:00.000",
  "2024-12-30 00:00:00.000",
  "2021-01-03 05:06:07.080",
  "1900-01-01 00:00:00.000",
  "9999-12-31 23:59:59.999",
  "0001-01-01 00:00:00.000",
];

export const ZONES = ["UTC", "America/New_York", "Asia/Kolkata", "+05:30", "Europe/Berlin"];

const BOUNDS: Record<string, readonly string[]> = {
  tinyint: ["127", "-128"],
  smallint: ["32767", "-32768"],
  integer: ["2147483647", "-2147483648"],
  bigint: ["9223372036854775807", "-9223372036854775807", "2147483648"],
};

const FLOATS = ["0e0", "-0e0", "1e0", "-1.5e0", "2.5e0", "0.1e0", "1e10", "1e-5", "123456.789e0"];
const EXTREMES = ["nan()", "infinity()", "-infinity()", "1.7976931348623157e308", "4.9e-324"];

function decimal(precision: number, scale: number, dice: Dice): string {
  const digits = (count: number) => dice.many(count, count, () => String(dice.below(10))).join("");
  const whole = dice.hits(0.3) ? "9".repeat(precision - scale) : digits(precision - scale);
  const fraction = dice.hits(0.3) ? "5".padEnd(scale, "0").slice(0, scale) : digits(scale);
  const sign = dice.hits(0.3) ? "-" : "";
  return `${sign}${whole || "0"}${scale ? `.${fraction}` : ""}`;
}

/**
 * A literal, or now and then NULL.
 *
 * @param type Type it is of
 * @param dice Where it is drawn from
 * @returns SQL
 */
export function literal(type: Type, dice: Dice): string {
  if (dice.hits(0.08)) return `CAST(NULL AS ${typeName(type)})`;
  switch (type.kind) {
    case "boolean":
      return dice.pick(["true", "false"]);
    case "tinyint":
    case "smallint":
    case "bigint":
      return `CAST(${
        dice.pick(dice.hits(0.8) ? WHOLE : BOUNDS[type.kind] as string[])
      } AS ${type.kind})`;
    case "integer":
      return dice.pick(dice.hits(0.85) ? WHOLE : BOUNDS["integer"] as string[]);
    case "real":
      return `CAST(${dice.pick(FLOATS)} AS real)`;
    case "double":
      return dice.pick(dice.hits(0.85) ? FLOATS : EXTREMES);
    case "decimal":
      return `CAST(DECIMAL '${decimal(type.precision, type.scale, dice)}' AS ${typeName(type)})`;
    case "varchar":
      return type.length === undefined
        ? dice.hits(0.5) ? dice.pick(TEXTS) : `CAST(${dice.pick(TEXTS)} AS varchar)`
        : `CAST(${dice.pick(TEXTS)} AS ${typeName(type)})`;
    case "varbinary":
      return dice.pick(["X''", "X'00'", "X'616263'", "X'C3A4FF'", "X'e697a5'"]);
    case "uuid":
      return `UUID '${dice.pick(UUIDS)}'`;
    case "color":
      return dice.pick(["rgb(1, 2, 3)", "color('#f80')", "color('green')"]);
    case "json":
      return `JSON '${dice.pick(JSONS)}'`;
    case "date":
      return `DATE '${dice.pick(TIMES).slice(0, 10)}'`;
    case "time": {
      const time = dice.pick(TIMES).slice(11, 19 + (type.precision ? 1 + type.precision : 0));
      return `TIME '${time}${"0".repeat(Math.max(0, type.precision - 3))}'`;
    }
    case "timestamp": {
      const time = dice.pick(TIMES).slice(0, 19 + (type.precision ? 1 + type.precision : 0));
      return `TIMESTAMP '${time}${"0".repeat(Math.max(0, type.precision - 3))}'`;
    }
    case "timestamp with time zone":
      return `TIMESTAMP '${dice.pick(TIMES.slice(0, 9))} ${
        type.zone === "?" ? dice.pick(ZONES) : type.zone
      }'`;
    case "interval day to second":
      return dice.pick([
        "INTERVAL '1' DAY",
        "INTERVAL '-36' HOUR",
        "INTERVAL '90' MINUTE",
        "INTERVAL '0.001' SECOND",
        "INTERVAL '2 03:04:05.678' DAY TO SECOND",
        "INTERVAL -'1.5' SECOND",
        "INTERVAL '-3:04' HOUR TO SECOND",
      ]);
    case "interval year to month":
      return dice.pick([
        "INTERVAL '1' MONTH",
        "INTERVAL '-13' MONTH",
        "INTERVAL '2' YEAR",
        "INTERVAL '1-6' YEAR TO MONTH",
        "INTERVAL '-3' YEAR TO MONTH",
      ]);
    case "array":
      return `ARRAY[${dice.many(1, 4, () => literal(type.element, dice)).join(", ")}]`;
    case "map": {
      const values = dice.many(1, 3, () => literal(type.value, dice));
      const keys = KEYS[type.key.kind] ?? KEYS["varchar"] as string[];
      return `MAP(ARRAY[${keys.slice(0, values.length).join(", ")}], ARRAY[${values.join(", ")}])`;
    }
    case "row":
      return `CAST(ROW(${type.fields.map((field) => literal(field.type, dice)).join(", ")}) AS ${
        typeName(type)
      })`;
    default:
      return "NULL";
  }
}

const KEYS: Record<string, readonly string[]> = {
  varchar: ["'a'", "'b'", "'ä'"],
  integer: ["1", "2", "3"],
  bigint: ["BIGINT '1'", "BIGINT '5'", "BIGINT '-1'"],
  date: ["DATE '2024-02-29'", "DATE '2024-03-01'", "DATE '1969-12-31'"],
  double: ["1e0", "2.5e0", "-1e0"],
  boolean: ["true", "false"],
};

const SIMPLE: readonly Type[] = [
  { kind: "boolean" },
  { kind: "tinyint" },
  { kind: "smallint" },
  { kind: "integer" },
  { kind: "integer" },
  { kind: "bigint" },
  { kind: "bigint" },
  { kind: "real" },
  { kind: "double" },
  { kind: "double" },
  { kind: "varchar" },
  { kind: "varchar" },
  { kind: "varchar", length: 5 },
  { kind: "decimal", precision: 5, scale: 2 },
  { kind: "decimal", precision: 12, scale: 0 },
  { kind: "decimal", precision: 20, scale: 6 },
  { kind: "decimal", precision: 38, scale: 4 },
  { kind: "date" },
  { kind: "time", precision: 3 },
  { kind: "time", precision: 0 },
  { kind: "timestamp", precision: 3 },
  { kind: "timestamp", precision: 0 },
  { kind: "timestamp", precision: 6 },
  { kind: "timestamp with time zone", precision: 3, zone: "UTC" },
  { kind: "timestamp with time zone", precision: 3, zone: "America/New_York" },
  { kind: "interval day to second" },
  { kind: "interval year to month" },
  { kind: "varbinary" },
  { kind: "json" },
];

const KEY_TYPES: readonly Type[] = [
  { kind: "varchar" },
  { kind: "integer" },
  { kind: "bigint" },
  { kind: "date" },
];

/** A type whose values are single. */
export function simpleType(dice: Dice): Type {
  return dice.pick(SIMPLE);
}

/** Any type. */
export function anyType(dice: Dice): Type {
  if (dice.hits(0.8)) return simpleType(dice);
  const inner = () => dice.hits(0.9) ? simpleType(dice) : anyType(dice);
  switch (dice.below(4)) {
    case 0:
    case 1:
      return { kind: "array", element: inner() };
    case 2:
      return { kind: "map", key: dice.pick(KEY_TYPES), value: inner() };
    default:
      return { kind: "row", fields: [{ name: "x", type: inner() }, { name: "y", type: inner() }] };
  }
}
