/**
 * The `Expression` of `GetPartitions`: operators of
 * https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartitions.html; errors as recorded of AWS.
 */
import { assertEquals, assertThrows } from "@std/assert";
import { AwsError } from "../../../lib/local/aws_error.ts";
import { partitionFilter } from "../../../lib/local/glue/partition_filter.ts";

const KEYS = [
  { Name: "dt", Type: "string" },
  { Name: "hour", Type: "int" },
  { Name: "day", Type: "date" },
  { Name: "price", Type: "decimal(10,2)" },
  { Name: "at", Type: "timestamp" },
];
const VALUES = ["2024-01-31", "9", "2024-01-31", "2.50", "2024-01-31 10:00:00"];

const PASS = [
  "dt = '2024-01-31'",
  "dt <> '2024-02-01'",
  "dt != '2024-02-01'",
  "dt > '2024-01-30'",
  "dt >= '2024-01-31'",
  "dt < '2024-02-01'",
  "dt <= '2024-01-31'",
  "DT = '2024-01-31'",
  "`dt` = '2024-01-31'",
  "(dt = '2024-01-31')",
  "dt = ('2024-01-31')",
  "dt LIKE '2024-%'",
  "dt like '2024-0_-31'",
  "dt NOT LIKE '2023%'",
  "dt IN ('x', '2024-01-31')",
  "dt NOT IN ('x', 'y')",
  "dt BETWEEN '2024-01-01' AND '2024-01-31'",
  "dt NOT BETWEEN '2024-02-01' AND '2024-02-28'",
  "dt IS NOT NULL",
  "NOT dt IS NULL",
  "NOT (dt = 'x' OR hour = 8)",
  "hour < 10", // As text, 9 would be past 10.
  "hour = '9'",
  "hour = 09",
  "hour IN (8, 9)",
  "price = 2.5",
  "day > '2024-01-30'",
  "at = '2024-01-31 10:00:00.000'",
  "dt = 'x' AND hour = 8 OR hour = 9", // AND binds closer.
  "hour = 9 OR dt = 'x' AND hour = 8",
  " dt = '2024-01-31'\n AND hour = 9 ",
];

const FAIL = [
  "dt = '2024-02-01'",
  "dt LIKE '2023%'",
  "dt LIKE '2024'",
  "dt LIKE '2024.01.31'",
  "dt IS NULL",
  "hour > 10",
  "(dt = 'x' AND hour = 8) AND hour = 9",
  "hour = 9 AND (dt = 'x' OR hour = 8)",
  "NOT hour = 9",
  "dt = 'it''s'",
];

for (const expression of PASS) {
  Deno.test(`partition filter lets pass: ${expression}`, () => {
    assertEquals(partitionFilter(expression, KEYS)(VALUES), true);
  });
}

for (const expression of FAIL) {
  Deno.test(`partition filter holds back: ${expression}`, () => {
    assertEquals(partitionFilter(expression, KEYS)(VALUES), false);
  });
}

const ERRORS: [expression: string, code: string, message: string][] = [
  ["nothing = 1", "InvalidInputException", "Invalid partition expression!"],
  ["hour = 'x'", "InvalidInputException", '"x" is not an integer.'],
  ["day = '31.1.'", "InvalidInputException", "31.1. is not a date."],
  ["price = 'x'", "InvalidInputException", "x is not a decimal."],
  [
    "at = 'x'",
    "InvalidInputException",
    "Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff] x is not a timestamp.",
  ],
  [
    "hour LIKE '1%'",
    "InvalidInputException",
    "Integral data type doesn't support operation 'LIKE'",
  ],
  ["day LIKE '1%'", "InvalidInputException", "Date data type doesn't support operation 'LIKE'"],
  ...[
    "dt",
    "dt =",
    "dt = x",
    "= 'x'",
    "dt = 'x' dt",
    "(dt = 'x'",
    "dt IN ()",
    "dt IN 'x'",
    "dt = 'x' AND",
    "dt BETWEEN '1'",
    "dt ~ 'x'",
    "dt = 'x",
    "   ",
  ].map((expression): [string, string, string] => [
    expression,
    "InvalidInputException",
    `Unsupported expression '${expression}'`,
  ]),
];

for (const [expression, code, message] of ERRORS) {
  Deno.test(`partition filter refuses: ${expression}`, () => {
    const error = assertThrows(() => partitionFilter(expression, KEYS), AwsError);
    assertEquals([error.code, error.message], [code, message]);
  });
}

Deno.test("partition filter: a value that does not have its key's type is an invalid state", () => {
  const test = partitionFilter("hour > 0", KEYS);
  const error = assertThrows(() => test(["x", "null", "", "", ""]), AwsError);
  assertEquals([error.code, error.message], ["InvalidStateException", '"null" is not an integer.']);
});
