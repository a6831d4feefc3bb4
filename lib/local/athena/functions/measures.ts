/**
 * Trino's documentation, "Conversion functions": numbers, sizes and spans of time as people write
 * them.
 * @module
 */
import { type Call, family, type FunctionDefinition, type Rendered } from "./define.ts";

type Overload = readonly [string, (args: string[], call: Call) => Rendered];

const DATA_SIZE: Overload[] = [[
  "(varchar) -> decimal(38,0)",
  ([s]) => ({
    sql: `CAST(t_parse_data_size(${s}) AS DECIMAL(38,0))`,
    type: { kind: "decimal", precision: 38, scale: 0 },
  }),
]];

export const MEASURES: FunctionDefinition[] = family("scalar", {
  format_number: [
    ["(bigint) -> varchar", ([n]) => `t_format_number(${n})`],
    ["(double) -> varchar", ([n]) => `t_format_double(${n})`],
  ],
  parse_data_size: DATA_SIZE,
  parse_presto_data_size: DATA_SIZE,
  parse_duration: [[
    "(varchar) -> interval day to second",
    ([s]) => `t_milliseconds(t_parse_duration(${s}))`,
  ]],
});
