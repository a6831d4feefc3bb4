/**
 * Decimals over rows, not only constants. Types and rounding: Trino's documentation, "Decimal functions
 * and operators"; the values are computed by hand.
 */
import { assertEquals } from "@std/assert";
import { testAthena } from "./harness.ts";

const CASES: [expression: string, type: string, value: string | null][] = [
  ["bigint '1700000000123' / DECIMAL '1000.0'", "decimal", "1700000000.1"],
  ["bigint '1700000000155' / DECIMAL '1000.0'", "decimal", "1700000000.2"],
  ["bigint '-1700000000250' / DECIMAL '1000.0'", "decimal", "-1700000000.3"],
  ["10 / DECIMAL '4.0'", "decimal", "2.5"],
  ["1 / DECIMAL '3.000'", "decimal", "0.333"],
  ["2 / DECIMAL '-3.000'", "decimal", "-0.667"],
  ["DECIMAL '0.05' / DECIMAL '0.10'", "decimal", "0.50"],
  ["DECIMAL '7' / DECIMAL '2'", "decimal", "4"],
  ["DECIMAL '-5' / DECIMAL '2'", "decimal", "-3"],
  ["CAST(NULL AS decimal(5,2)) / DECIMAL '0.0'", "decimal", null],
  // The product may have 36 digits, the factors 18 each.
  [
    "CAST('123456789012345678' AS decimal(18,0)) * CAST('100000000000' AS decimal(18,0))",
    "decimal",
    "12345678901234567800000000000",
  ],
  [
    "CAST('999999999999.99' AS decimal(18,2)) * CAST('0.5' AS decimal(18,2))",
    "decimal",
    "499999999999.9950",
  ],
];

Deno.test("decimals of rows are divided and multiplied as Trino does", async () => {
  await using athena = await testAthena();
  for (const [expression, type, value] of CASES) {
    // The operands come out of a table, so that nothing is computed beforehand.
    const [, left, operator, right] = /^(.*) ([/*]) (.*)$/.exec(expression)!;
    const sql = `SELECT a ${operator} b FROM (VALUES (${left}, ${right})) AS t (a, b)`;
    const { state, reason, types, rows } = await athena.run(sql);
    assertEquals([state, reason], ["SUCCEEDED", undefined], expression);
    assertEquals([types, rows[1]], [[type], [value]], expression);
  }
});

Deno.test("a decimal divided by zero is DIVISION_BY_ZERO", async () => {
  await using athena = await testAthena();
  const sql = "SELECT a / b FROM (VALUES (DECIMAL '1.5', DECIMAL '0.0')) AS t (a, b)";
  const { state, reason } = await athena.run(sql);
  assertEquals(state, "FAILED");
  assertEquals(reason, "DIVISION_BY_ZERO: Division by zero");
});
