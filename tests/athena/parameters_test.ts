import { assertEquals, assertThrows } from "@std/assert";
import { type QueryParameter, sqlLiteral } from "../../lib/athena/parameters.ts";
import { UsageError } from "../../lib/errors.ts";

// Literals as Trino's grammar has them: https://trino.io/docs/current/language/types.html
const CASES: [value: QueryParameter, literal: string][] = [
  ["HSI", "'HSI'"],
  ["", "''"],
  ["'; DROP TABLE t --", "'''; DROP TABLE t --'"],
  [0, "0"],
  [-5, "-5"],
  [2.5, "2.5E0"],
  [1e21, "1E+21"],
  [2 ** 53, "9007199254740992E0"],
  [9007199254740993n, "9007199254740993"],
  [true, "true"],
  [false, "false"],
  [null, "NULL"],
  [new Date("2024-02-29T01:02:03.004Z"), "TIMESTAMP '2024-02-29 01:02:03.004'"],
];

for (const [value, literal] of CASES) {
  Deno.test(`the parameter ${Deno.inspect(value)} is written ${literal}`, () => {
    assertEquals(sqlLiteral(value), literal);
  });
}

Deno.test("what has no literal, or one that Athena would not take, is wrong usage", () => {
  assertThrows(() => sqlLiteral(NaN), UsageError, "NaN");
  assertThrows(() => sqlLiteral(new Date(NaN)), UsageError, "invalid Date");
  assertThrows(() => sqlLiteral("x".repeat(1023)), UsageError, "1025 characters");
  assertEquals(sqlLiteral("x".repeat(1022)).length, 1024);
});
