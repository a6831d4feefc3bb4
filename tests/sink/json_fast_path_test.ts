/**
 * Records that are like the one before are looked at less closely: what becomes of them has to be
 * what a scanner that has seen nothing yet makes of them.
 */
import { assert, assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { BatchEncoder } from "../../lib/sink/rows/encode_batch.ts";
import { JsonScanner, NotARow } from "../../lib/sink/rows/json_scanner.ts";
import { MessageRecords } from "../../lib/sink/rows/records.ts";
import { Chance } from "./simulation/random.ts";

const VALUES = 100_000;
const MODELS = [
  '{"Index":"HSI","Date":"1987-01-02","Open":-2568.3,"Volume":0,"CloseUSD":333.87}',
  '{"Index": "N225", "Open": 10.5, "Close": null}\t',
  '{"a":1,"b":"text","c":1e3}',
  '{"é":"日本","a":"\\u00e9"}',
  '{"a":{"b":1},"c":[]}',
  '{"a":\n1,"b":2}',
  '{"A":1}',
  "{}",
].map((text) => Buffer.from(text));
const NONE = Buffer.alloc(0);
const BYTES = Buffer.from(
  '{}[]",:0123456789.-+eE\\u \n\tnultraefs\x00\x1f\x7f\x80\xc3\xa9\xff',
  "latin1",
);

/** The model of before or another, as it is or with a few bytes changed. */
function mutated(model: Buffer, chance: Chance): Buffer {
  const bytes = Buffer.from(model);
  if (chance.hits(0.5)) return bytes;
  for (let edits = chance.below(3); edits >= 0; edits--) {
    bytes[chance.below(bytes.length)] = BYTES[chance.below(BYTES.length)]!;
  }
  const cut = chance.below(bytes.length);
  if (chance.hits(0.8)) return bytes;
  return chance.hits(0.5) ? bytes.subarray(0, cut) : Buffer.concat([bytes, bytes.subarray(cut)]);
}

/** What becomes of a value that is among others. */
function outcome(scanner: JsonScanner, value: Buffer, out: Buffer, after: Buffer): string {
  out.fill(0x23, 3, value.length + 3);
  try {
    const end = scanner.copy(
      Buffer.concat([after, value, after]),
      out,
      3,
      after.length,
      after.length + value.length,
    );
    return `${scanner.empty} ${out.toString("latin1", 3, end)}`;
  } catch (error) {
    if (!(error instanceof NotARow)) throw error;
    return `${error.reason}: ${error.message}`;
  }
}

for (const doubles of [false, true]) {
  Deno.test(`a value means the same whatever came before it${doubles ? ", as doubles" : ""}`, () => {
    const chance = new Chance(doubles ? 11 : 12);
    const used = new JsonScanner({ doubles });
    const out = Buffer.alloc(512);
    let model = MODELS[0]!;
    let rows = 0;
    for (let i = 0; i < VALUES / 2; i++) {
      if (chance.hits(0.1)) model = MODELS[chance.below(MODELS.length)]!;
      const value = mutated(model, chance);
      const found = outcome(used, value, out, model);
      const careful = outcome(new JsonScanner({ doubles }), value, out, NONE);
      if (found !== careful) assertEquals(found, careful, value.toString("latin1"));
      if (found.startsWith("false ")) rows++;
    }
    assert(rows > VALUES / 5);
  });
}

Deno.test("a line after a refused value has its commas", () => {
  const record = (offset: number, text: string) => ({
    offset: String(offset),
    timestamp: "5",
    key: null,
    value: Buffer.from(text),
  });
  const records = ['{"a":1}', "{}x", '{"a":2}'].map((text, at) => record(at, text));
  assertEquals(
    Buffer.from(new BatchEncoder(0).encode(new MessageRecords(records)).lines).toString(),
    '{"a":1,"kafka_partition":0,"kafka_offset":0,"kafka_timestamp":5}\n' +
      '{"a":2,"kafka_partition":0,"kafka_offset":2,"kafka_timestamp":5}\n',
  );
});
