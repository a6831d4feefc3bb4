import { assertEquals } from "@std/assert";
import { athenaValue, toDate, uniqueColumns } from "../../lib/athena/values.ts";

// The texts are what Athena prints: https://docs.aws.amazon.com/athena/latest/ug/data-types.html
const CASES: [type: string, text: string | undefined, value: unknown][] = [
  ["tinyint", "-128", -128],
  ["integer", "2147483647", 2147483647],
  ["bigint", "9007199254740991", 9007199254740991],
  ["bigint", "9007199254740992", 9007199254740992n],
  ["bigint", "-9223372036854775808", -9223372036854775808n],
  ["double", "1.0E10", 1e10],
  ["double", "NaN", NaN],
  ["float", "-Infinity", -Infinity],
  ["boolean", "true", true],
  ["boolean", "false", false],
  ["decimal", "12345678901234567890.10", "12345678901234567890.10"],
  ["varchar", "", ""],
  ["varchar", "42", "42"],
  ["date", "2024-02-29", "2024-02-29"],
  ["timestamp", "2024-02-29 01:02:03.004", "2024-02-29 01:02:03.004"],
  ["array", "[1, 2]", "[1, 2]"],
  ["map", "{a=1}", "{a=1}"],
  ["varchar", undefined, null],
  ["bigint", undefined, null],
];

for (const [type, text, value] of CASES) {
  Deno.test(`a ${type} that Athena prints as ${text} is ${value}`, () => {
    assertEquals(athenaValue(type, text), value as never);
  });
}

Deno.test("a text that is no date gives no date", () => {
  assertEquals(Number.isNaN(toDate("01/02/2024").getTime()), true);
  assertEquals(Number.isNaN(toDate("2024-01-31 10:00:00.000 Asia/Tokyo").getTime()), true);
});

Deno.test("microseconds are cut to the milliseconds a Date has", () => {
  assertEquals(toDate("2024-01-31 10:00:00.123456").toISOString(), "2024-01-31T10:00:00.123Z");
});

Deno.test("a column that comes again takes no name that another one has", () => {
  const names = ["a", "a", "a_2", "a"].map((name) => ({ name, type: "integer" }));
  assertEquals(uniqueColumns(names).map(({ name }) => name), ["a", "a_3", "a_2", "a_4"]);
});
