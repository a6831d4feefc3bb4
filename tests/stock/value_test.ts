import { assertEquals } from "@std/assert";
import { parseValue } from "../../lib/stock/mod.ts";

const cases: [field: string, value: string | number | null][] = [
  ["2568.300049", 2568.300049],
  ["335.90698726000005", 335.90698726000005],
  ["0.0", 0],
  ["-12", -12],
  ["1e3", 1000],
  [" 7 ", 7],
  ["", null],
  ["  ", null],
  ["null", null],
  ["NULL", null],
  // Text stays text.
  ["000001.SS", "000001.SS"],
  ["399001.SZ", "399001.SZ"],
  ["007", "007"],
  ["-01.5", "-01.5"],
  ["1986-12-31", "1986-12-31"],
  ["31/12/1986", "31/12/1986"],
  ["+5", "+5"],
  ["0x10", "0x10"],
  ["1,5", "1,5"],
  ["NaN", "NaN"],
  ["Infinity", "Infinity"],
  ["nullable", "nullable"],
  [" HSI", " HSI"],
  // Numbers that a double cannot stand for stay text: 2^53 - 1 is the last whole one that is sure.
  ["9007199254740991", 9007199254740991],
  ["9007199254740993", "9007199254740993"],
  ["1e999", "1e999"],
  ["1e-999", "1e-999"],
  ["0e5", 0],
];

for (const [field, value] of cases) {
  Deno.test(`field '${field}' is ${typeof value} ${value}`, () => {
    assertEquals(parseValue(field), value);
  });
}
