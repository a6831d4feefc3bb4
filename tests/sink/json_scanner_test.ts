import { assert, assertEquals, assertThrows } from "@std/assert";
import { Buffer } from "node:buffer";
import { BatchEncoder, offsetAt } from "../../lib/sink/rows/encode_batch.ts";
import { JsonScanner, NotARow } from "../../lib/sink/rows/json_scanner.ts";
import { MessageRecords } from "../../lib/sink/rows/records.ts";
import { Chance } from "./simulation/random.ts";

function copied(text: string | Uint8Array, scanner = new JsonScanner()): string {
  const value = Buffer.from(text as string);
  const out = Buffer.alloc(value.length + 1);
  return out.subarray(0, scanner.copy(value, out, 0)).toString();
}

function reason(text: string | Uint8Array, scanner = new JsonScanner()): string {
  return assertThrows(() => copied(text, scanner), NotARow).reason;
}

Deno.test("an object is copied as it is, but for line ends between its tokens", () => {
  assertEquals(copied('{"a" : 1.50e+3,"b":[true,null,{}]}'), '{"a" : 1.50e+3,"b":[true,null,{}]');
  assertEquals(copied('\n{\r\n  "a": "x\\ny"\n}\n'), '{  "a": "x\\ny"');
  assertEquals(
    copied('{"n":123456789012345678901234567890}'),
    '{"n":123456789012345678901234567890',
  );
  assertEquals(copied('{"é":"日本 \\ud83d\\ude00"}'), '{"é":"日本 \\ud83d\\ude00"');
});

Deno.test("what is no row says why", () => {
  assertEquals(reason("{"), "not JSON");
  assertEquals(reason('{"a":01}'), "not JSON");
  assertEquals(reason('{"a":1,}'), "not JSON");
  assertEquals(reason('{"a":"\t"}'), "not JSON");
  assertEquals(reason("\ufeff{}"), "not JSON");
  assertEquals(reason('"text"'), "not a JSON object");
  assertEquals(reason(Buffer.from([0x7b, 0x22, 0xc0, 0x22, 0x3a, 0x31, 0x7d])), "not UTF-8");
  assertEquals(reason('{"a":"\\ud800"}'), "not UTF-8");
  assertEquals(reason('{"a":1,"\\u0061":2}'), "duplicate column");
  assertEquals(reason('{"Close":1,"close":2}'), "duplicate column");
  assertEquals(reason('{"x":{"a":1,"a":2}}'), "duplicate column");
  assertEquals(reason('{"Kafka_Offset":1}'), "reserved column");
  assertEquals(reason(`{"a":${"[".repeat(100)}${"]".repeat(100)}}`), "nested too deep");
});

Deno.test("a name may come again in another object, and the columns may change", () => {
  assertEquals(copied('{"a":[{"b":1},{"b":2}],"c":{"a":1}}'), '{"a":[{"b":1},{"b":2}],"c":{"a":1}');
  const scanner = new JsonScanner();
  const out = Buffer.alloc(99);
  for (const text of ['{"a":1,"b":2}', '{"a":1}', '{"b":1,"a":2}', "{}"]) {
    const value = Buffer.from(text);
    assertEquals(out.subarray(0, scanner.copy(value, out, 0)).toString() + "}", text);
  }
  const twice = Buffer.from('{"b":1,"b":2}');
  assertThrows(() => scanner.copy(twice, out, 0), NotARow);
});

Deno.test("the scanner takes what JSON.parse takes, and nothing else", () => {
  const seeds = [
    '{"Index":"HSI","Open":-2568.3e-2,"Volume":0,"x":null,"y":[1,{"z":true}]}',
    '{"a":"\\u00e9\\n\\"","b":{},"c":[]}',
    '{"Index":"HSI", "Open":-2568.3, "Volume":0, "x":null }',
    '{"a":1,"b":"text"}\n',
  ];
  const alphabet = '{}[]",:0123456789.-+eE\\u tfnrabl"';
  const chance = new Chance(7);
  let valid = 0;
  for (let round = 0; round < 20_000; round++) {
    const seed = seeds[round % seeds.length]!;
    // Most records are compared with the one before: it is of the same shape, or of another.
    const scanner = new JsonScanner();
    copied(seed, scanner);
    const letters = [...seed];
    for (let edits = chance.below(3); edits >= 0; edits--) {
      const at = chance.below(letters.length);
      const letter = alphabet[chance.below(alphabet.length)]!;
      if (chance.hits(0.5)) letters[at] = letter;
      else letters.splice(at, chance.below(2), letter);
    }
    const text = letters.join("");
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      assertEquals(reason(text, scanner), "not JSON", text);
      continue;
    }
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) continue;
    try {
      assertEquals(JSON.parse(`${copied(text, scanner)}}`), parsed);
      valid++;
    } catch (error) {
      if (!(error instanceof NotARow)) throw error;
      assert(error.reason === "duplicate column" || error.reason === "not UTF-8", text);
    }
  }
  assert(valid > 1_000);
});

Deno.test("columns are added to a row, with and without columns of its own", () => {
  const encoder = new BatchEncoder(3);
  const record = (offset: string, value: string) => ({
    offset,
    timestamp: "-1",
    key: null,
    value: Buffer.from(value),
  });
  const batch = encoder.encode(
    new MessageRecords([
      record("7", "{}"),
      record("8", "no"),
      record("9223372036854775807", '{"a":1}'),
    ]),
  );
  assertEquals(
    Buffer.from(batch.lines).toString(),
    '{"kafka_partition":3,"kafka_offset":7,"kafka_timestamp":-1}\n' +
      '{"a":1,"kafka_partition":3,"kafka_offset":9223372036854775807,"kafka_timestamp":-1}\n',
  );
  assertEquals([0, 1, 2].map((at) => offsetAt(batch, at)), [7n, 8n, 9223372036854775807n]);
  assertEquals([...batch.dead].map(([at, { reason }]) => [at, reason]), [[1, "not JSON"]]);
});
