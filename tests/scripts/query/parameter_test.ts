import { assertEquals } from "@std/assert";
import { parseParameter } from "../../../scripts/query/parameter.ts";

const CASES: [text: string, value: unknown][] = [
  ["HSI", "HSI"],
  ["O'Hare", "O'Hare"],
  ["'O''Hare'", "O'Hare"],
  ["''", ""],
  ["", ""],
  ["5", 5],
  ["-5", -5],
  ["'5'", "5"],
  ["9223372036854775807", 9223372036854775807n],
  ["1.5", 1.5],
  ["1e3", 1000],
  ["1e", "1e"],
  [".", "."],
  ["2024-01-31", "2024-01-31"],
  ["TRUE", true],
  ["false", false],
  ["NULL", null],
];

for (const [text, value] of CASES) {
  Deno.test(`--param ${text} is ${Deno.inspect(value)}`, () => {
    assertEquals(parseParameter(text), value as never);
  });
}
