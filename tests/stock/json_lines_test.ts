import { assertEquals, assertRejects } from "@std/assert";
import { TickertapeError } from "../../lib/errors.ts";
import { type JsonLinesOptions, readJsonLines } from "../../lib/stock/mod.ts";

const read = (text: string, options?: JsonLinesOptions) =>
  Array.fromAsync(readJsonLines(new Blob([text]).stream(), options));

Deno.test("every line is a record, and goes out as it came in", async () => {
  const lines = [
    '{"Index":"HSI","Close":2568.3,"open":true,"tags":["a",{"b":null}]}',
    '{"id":12345678901234567890,"price":1.5,"text":"12345678901234567890"}',
  ];
  const records = await read(`${lines.join("\n")}\n`);
  assertEquals(records.map((record) => JSON.stringify(record)), lines);
});

Deno.test("a byte-order mark, CRLF, blank lines and a last line without an end are fine", async () => {
  const left: string[] = [];
  const options = { onSkipped: (kind: string) => left.push(kind) };
  assertEquals(await read('\ufeff{"a":1}\r\n\r\n  \n{"a":2}', options), [{ a: 1 }, { a: 2 }]);
  assertEquals(left, ["blank", "blank"]);
});

const bad: [line: string, why: RegExp][] = [
  ["not json", /line 2: it is not JSON/],
  ["[1]", /line 2: it is JSON, but not an object/],
  ["null", /line 2: it is JSON, but not an object/],
  ["{}", /line 2: the object has no fields/],
  ['{"a":"\0"}', /line 2: it has a NUL byte/],
];

for (const [line, why] of bad) {
  Deno.test(`${JSON.stringify(line)} is an error with its line, or left out and counted`, async () => {
    const text = `{"a":1}\n${line}\n{"a":2}\n`;
    const error = await assertRejects(() => read(text), TickertapeError);
    assertEquals(error.code, "JSON_LINE");
    assertEquals(why.test(error.message), true, error.message);
    const left: string[] = [];
    const options = { skipInvalid: true, onSkipped: (kind: string) => left.push(kind) };
    assertEquals(await read(text, options), [{ a: 1 }, { a: 2 }]);
    assertEquals(left, ["invalid"]);
  });
}
