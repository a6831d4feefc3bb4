/**
 * Trino's documentation, "Color functions".
 * @module
 */
import type { Type } from "../types/types.ts";
import { family, type FunctionDefinition, notOfNull } from "./define.ts";

const varchar = (length: number): Type => ({ kind: "varchar", length });

/** Letters that switch a terminal to a colour and back. */
const ESCAPES = 15;

/** A colour as a number that our functions take. */
const number = (color: string | undefined) => `CAST(${color} AS BIGINT)`;

export const COLORS: FunctionDefinition[] = family("scalar", {
  color: [
    ["(varchar) -> color", ([s]) => `CAST(t_color(${s}) AS INTEGER)`],
    [
      "(double, color, color) -> color",
      ([x, low, high]) => `CAST(t_color_between(${x}, ${number(low)}, ${number(high)}) AS INTEGER)`,
    ],
    [
      "(double, double, double, color, color) -> color",
      ([x, a, b, low, high]) =>
        `CAST(t_color_between((${x} - ${a}) / (${b} - ${a}), ${number(low)}, ${
          number(high)
        }) AS INTEGER)`,
    ],
  ],
  rgb: [[
    "(bigint, bigint, bigint) -> color",
    ([r, g, b]) => `CAST(t_rgb(${r}, ${g}, ${b}) AS INTEGER)`,
  ]],
  render: [
    ["(boolean) -> varchar", ([x]) => ({
      sql: `CASE WHEN ${x} THEN t_render('✓', -3) WHEN NOT ${x} THEN t_render('✗', -2) END`,
      type: varchar(16),
    })],
    ...notOfNull([
      ["(bigint, color) -> varchar", ([x, c]) => ({
        sql: `t_render(CAST(${x} AS VARCHAR), ${number(c)})`,
        type: varchar(35),
      })],
      ["(double, color) -> varchar", ([x, c]) => ({
        sql: `t_render_double(${x}, ${number(c)})`,
        type: varchar(41),
      })],
      ["(varchar, color) -> varchar", ([x, c], call) => {
        const [type] = call.types;
        const length = type?.kind === "varchar" ? type.length : undefined;
        const sql = `t_render(${x}, ${number(c)})`;
        return length === undefined
          ? sql
          : { sql, type: varchar(Math.min(2147483647, length + ESCAPES)) };
      }],
    ]),
  ],
  bar: [
    ["(double, bigint) -> varchar", ([x, n]) => `t_bar(${x}, ${n}, ${0xff0000}, ${0x00ff00})`],
    [
      "(double, bigint, color, color) -> varchar",
      ([x, n, low, high]) => `t_bar(${x}, ${n}, ${number(low)}, ${number(high)})`,
    ],
  ],
});
