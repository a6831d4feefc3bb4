/**
 * Trino's documentation, "Mathematical functions and operators" and "Bitwise functions".
 * @module
 */
import { decimalOf } from "../types/coerce.ts";
import { duckType, type Type } from "../types/types.ts";
import { failure } from "../values/failure.ts";
import { translateBinary } from "../values/operators.ts";
import type { Typed } from "../values/typed.ts";
import { type Call, family, type FunctionDefinition, type Rendered } from "./define.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

const EVERY = ["tinyint", "smallint", "integer", "bigint", "decimal", "real", "double"];

function each(types: readonly string[], make: (type: string) => Overload): Overload[] {
  return types.map(make);
}

function double(name: string): Overload[] {
  return [["(double) -> double", ([x]) => `t_${name}(${x})`]];
}

function shifts(how: string): Overload[] {
  return ["tinyint", "smallint", "integer", "bigint"].map((type, i): Overload => [
    `(${type}, integer) -> ${type}`,
    ([a, n]) => `CAST(t_shift(${a}, ${n}, '${how}', ${8 << i}) AS ${type})`,
  ]);
}

function wilson(side: -1 | 1): Overload[] {
  return [[
    "(bigint, bigint, double) -> double",
    ([k, n, z]) => `t_wilson(${k}, ${n}, ${z}, ${side})`,
  ]];
}

const DOUBLES_TO: Overload[] = [
  [
    "(real, integer) -> real",
    ([x, n]) => `CAST(t_round_to(CAST(CAST(${x} AS VARCHAR) AS DOUBLE), ${n}, 'round') AS FLOAT)`,
  ],
  ["(double, integer) -> double", ([x, n]) => `t_round_to(${x}, ${n}, 'round')`],
];

function rounded(name: "round" | "floor" | "ceil" | "truncate"): Overload[] {
  const whole = each(["tinyint", "smallint", "integer", "bigint"], (type): Overload => [
    `(${type}) -> ${type}`,
    ([x], call) => {
      if (name !== "truncate") return x as string;
      const wide = decimalOf(call.args[0]?.type as Type);
      return { sql: `CAST(${x} AS ${duckType(wide)})`, type: wide };
    },
  ]);
  const decimal: Overload = ["(decimal) -> decimal", ([x], call) => {
    const { precision, scale } = decimalOf(call.args[0]?.type as Type);
    const digits = name === "truncate"
      ? precision - scale
      : Math.min(38, precision - scale + Math.min(scale, 1));
    const type: Type = { kind: "decimal", precision: Math.max(1, digits), scale: 0 };
    const duck = `DECIMAL(${type.precision},0)`;
    return { sql: `CAST(t_decimal_round(CAST(${x} AS VARCHAR), '${name}', 0) AS ${duck})`, type };
  }];
  const overloads: Overload[] = [
    ...(name === "truncate" ? [decimal, ...whole] : [...whole, decimal]),
    ["(real) -> real", ([x]) => `CAST(t_round(CAST(${x} AS DOUBLE), '${name}') AS FLOAT)`],
    ["(double) -> double", ([x]) => `t_round(${x}, '${name}')`],
  ];
  if (name === "floor" || name === "ceil") return overloads;
  return [
    ...overloads,
    ...(name === "round"
      ? each(["tinyint", "smallint", "integer", "bigint"], (type): Overload => [
        `(${type}, integer) -> ${type}`,
        ([x, n]) => `CAST(t_decimal_round(CAST(${x} AS VARCHAR), 'round', ${n}) AS ${type})`,
      ])
      : []),
    ["(decimal, integer) -> decimal", ([x, n], call) => {
      const { precision, scale } = decimalOf(call.args[0]?.type as Type);
      const wide = name === "round" ? Math.min(38, precision + 1) : precision;
      return {
        sql:
          `CAST(t_decimal_round(CAST(${x} AS VARCHAR), '${name}', ${n}) AS DECIMAL(${wide},${scale}))`,
        type: { kind: "decimal", precision: wide, scale },
      };
    }],
    ...(name === "truncate" ? [] : DOUBLES_TO),
  ];
}

const RANDOM: Overload[] = [
  ["() -> double", () => "random()"],
  ...["tinyint", "smallint", "integer", "bigint"].flatMap((type): Overload[] => [
    [
      `(${type}) -> ${type}`,
      ([n], call) => within("0", n as string, "bound must be positive", call),
    ],
    [
      `(${type}, ${type}) -> ${type}`,
      ([m, n], call) =>
        within(m as string, n as string, "start value must be less than stop value", call),
    ],
  ]),
];

/** A whole number from one to before another, which has to be larger. */
function within(from: string, to: string, refusal: string, call: Call): string {
  const fails = failure(`t_fail('INVALID_FUNCTION_ARGUMENT: ${refusal}')`, call.result);
  const span = `(CAST(${to} AS DOUBLE) - ${from})`;
  return `CASE WHEN ${from} >= ${to} THEN ${fails} ` +
    `ELSE CAST(${from} + floor(random() * ${span}) AS ${duckType(call.result)}) END`;
}

export const MATH: FunctionDefinition[] = family("scalar", {
  abs: each(EVERY, (type) => [`(${type}) -> ${type}`, ([x]) => `abs(${x})`]),
  sign: [
    ...each(["tinyint", "smallint", "integer", "bigint"], (type): Overload => [
      `(${type}) -> ${type}`,
      ([x]) => `CAST(sign(${x}) AS ${type})`,
    ]),
    ["(decimal) -> decimal", ([x]) => ({
      sql: `CAST(sign(${x}) AS DECIMAL(1,0))`,
      type: { kind: "decimal", precision: 1, scale: 0 },
    })],
    [
      "(real) -> real",
      ([x]) => `CASE WHEN isnan(${x}) OR ${x} = 0 THEN ${x} ELSE CAST(sign(${x}) AS FLOAT) END`,
    ],
    [
      "(double) -> double",
      ([x]) => `CASE WHEN isnan(${x}) OR ${x} = 0 THEN ${x} ELSE CAST(sign(${x}) AS DOUBLE) END`,
    ],
  ],
  round: rounded("round"),
  floor: rounded("floor"),
  ceil: rounded("ceil"),
  ceiling: rounded("ceil"),
  truncate: rounded("truncate"),
  mod: [
    ...each(["tinyint", "smallint", "integer", "bigint"], (type): Overload => [
      `(${type}, ${type}) -> ${type}`,
      (_, call) => remainder(call),
    ]),
    ["(decimal1, decimal2) -> decimal1", (_, call) => binary("%", call)],
    ["(real, real) -> real", (_, call) => binary("%", call)],
    ["(double, double) -> double", (_, call) => binary("%", call)],
  ],
  sqrt: double("sqrt"),
  cbrt: double("cbrt"),
  exp: double("exp"),
  ln: double("ln"),
  log2: double("log2"),
  log10: double("log10"),
  log: [["(double, double) -> double", ([b, x]) => `t_log(${b}, ${x})`]],
  pow: [["(double, double) -> double", ([a, b]) => `t_pow(${a}, ${b})`]],
  power: [["(double, double) -> double", ([a, b]) => `t_pow(${a}, ${b})`]],
  sin: double("sin"),
  cos: double("cos"),
  tan: double("tan"),
  asin: double("asin"),
  acos: double("acos"),
  atan: double("atan"),
  atan2: [["(double, double) -> double", ([a, b]) => `t_atan2(${a}, ${b})`]],
  sinh: double("sinh"),
  cosh: double("cosh"),
  tanh: double("tanh"),
  degrees: double("degrees"),
  radians: double("radians"),
  e: [["() -> double", () => "CAST('2.718281828459045' AS DOUBLE)"]],
  pi: [["() -> double", () => "CAST('3.141592653589793' AS DOUBLE)"]],
  nan: [["() -> double", () => "CAST('NaN' AS DOUBLE)"]],
  infinity: [["() -> double", () => "CAST('Infinity' AS DOUBLE)"]],
  is_nan: [["(double) -> boolean", ([x]) => `isnan(${x})`], [
    "(real) -> boolean",
    ([x]) => `isnan(${x})`,
  ]],
  is_finite: [["(double) -> boolean", ([x]) => `isfinite(${x})`]],
  is_infinite: [["(double) -> boolean", ([x]) => `isinf(${x})`]],
  rand: RANDOM,
  random: RANDOM,
  from_base: [["(varchar, bigint) -> bigint", ([s, b]) => `t_from_base(${s}, ${b})`]],
  to_base: [["(bigint, bigint) -> varchar", ([n, b]) => ({
    sql: `t_to_base(${n}, ${b})`,
    type: { kind: "varchar", length: 64 },
  })]],
  width_bucket: [
    [
      "(double, double, double, bigint) -> bigint",
      ([x, a, b, n]) => `t_width_bucket(${x}, ${a}, ${b}, ${n})`,
    ],
    [
      "(double, array(double)) -> bigint",
      ([x, a]) => `t_width_bucket_list(${x}, ${a})`,
    ],
  ],
  normal_cdf: [[
    "(double, double, double) -> double",
    ([mean, sd, x]) => `t_normal_cdf(${mean}, ${sd}, ${x})`,
  ]],
  inverse_normal_cdf: [[
    "(double, double, double) -> double",
    ([mean, sd, p]) => `t_inverse_normal_cdf(${mean}, ${sd}, ${p})`,
  ]],
  wilson_interval_lower: wilson(-1),
  wilson_interval_upper: wilson(1),
  cosine_similarity: [[
    "(map(varchar,double), map(varchar,double)) -> double",
    ([a, b]) => `t_cosine_similarity(${a}, ${b})`,
  ]],
  bitwise_and: [["(bigint, bigint) -> bigint", ([a, b]) => `(${a} & ${b})`]],
  bitwise_or: [["(bigint, bigint) -> bigint", ([a, b]) => `(${a} | ${b})`]],
  bitwise_xor: [["(bigint, bigint) -> bigint", ([a, b]) => `xor(${a}, ${b})`]],
  bitwise_not: [["(bigint) -> bigint", ([a]) => `(~ ${a})`]],
  bit_count: [["(bigint, bigint) -> bigint", ([x, n]) => `t_bit_count(${x}, ${n})`]],
  bitwise_left_shift: shifts("left"),
  bitwise_right_shift: shifts("right"),
  bitwise_right_shift_arithmetic: shifts("arithmetic"),
});

/** The function says otherwise than the operator that there is no remainder. */
function remainder(call: Call): Rendered {
  const { sql, type } = binary("%", call);
  return { sql: sql.replace("DIVISION_BY_ZERO: Division", "GENERIC_INTERNAL_ERROR: /"), type };
}

function binary(operator: string, call: Call): Typed {
  const [left, right] = call.args;
  return translateBinary(operator, left as never, right as never, call.expression);
}
