/**
 * The fixtures are made by kafka-python 3.0.12's builders: two batches of the same 25 records in each
 * compression, and one message of the format before Kafka 0.11. What is made by chance is encoded by
 * kafkajs, and compared with what kafkajs decodes.
 */
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import Decoder from "kafkajs/src/protocol/decoder.js";
import decodeBatch from "kafkajs/src/protocol/recordBatch/v0/decoder.js";
import { TickertapeError } from "../../lib/errors.ts";
import { registerDecoders } from "../../lib/kafka_client/codecs.ts";
import { decompressBatch, splitBatches } from "../../lib/kafka_client/record_batch.ts";
import { RecordCursor } from "../../lib/kafka_client/record_cursor.ts";
import { Chance } from "../sink/simulation/random.ts";
import { type MadeRecord, recordBatch, sealed } from "./record_batches.ts";

registerDecoders();

type Seen = [offset: number | bigint, timestamp: number | bigint, key: Part, value: Part];
type Part = string | null;

function fixture(name: string): Promise<Uint8Array> {
  return Deno.readFile(join(import.meta.dirname ?? "", "fixtures", `${name}.bin`));
}

async function records(bytes: Uint8Array, from?: bigint): Promise<Seen[]> {
  const batches = await Promise.all(splitBatches(bytes, "stocks/2").map(decompressBatch));
  const cursor = new RecordCursor(batches, from);
  const part = (start: number, end: number) =>
    start < 0 ? null : Buffer.from(cursor.bytes.subarray(start, end)).toString("latin1");
  const seen: Seen[] = [];
  while (cursor.next()) {
    const { keyStart, keyEnd, valueStart, valueEnd } = cursor;
    const parts = [part(keyStart, keyEnd), part(valueStart, valueEnd)] as const;
    seen.push([cursor.offset, cursor.timestamp, ...parts]);
  }
  return seen;
}

/** What the fixtures were made from. */
function expected(): Seen[] {
  const latin1 = (text: string) => Buffer.from(text).toString("latin1");
  const batch = (base: number, deltas: number[]): Seen[] =>
    deltas.map((delta, i) => [
      base + delta,
      1714978800000 + [0, 5, -7, 1e9, -1e12][i % 5]!,
      [null, "", "HSI"][i % 3]!,
      i < 18 ? [null, "", latin1(`{"n":${delta},"é":"日本"}`)][(i >> 1) % 3]! : "x".repeat(300),
    ]);
  return [...batch(0, Array.from({ length: 20 }, (_, i) => i)), ...batch(100, [0, 1, 5, 6, 300])];
}

for (const compression of ["none", "gzip", "snappy", "lz4", "zstd"]) {
  Deno.test(`records are read from batches of another client: ${compression}`, async () => {
    const bytes = await fixture(`batches_${compression}`);
    assertEquals(await records(bytes), expected());
    assertEquals(await records(bytes, 101n), expected().slice(21));
    // A batch that is cut at the end is left for the next fetch.
    assertEquals(await records(bytes.subarray(0, bytes.length - 1)), expected().slice(0, 20));
  });
}

Deno.test("records by chance are read as kafkajs reads them", async () => {
  const chance = new Chance(5);
  const bytesOf = (most: number) => Buffer.alloc(chance.below(most), 0x61 + chance.below(20));
  for (let round = 0; round < 300; round++) {
    let offsetDelta = 0;
    const made = Array.from({ length: 1 + chance.below(9) }, (): MadeRecord => ({
      offsetDelta: offsetDelta += 1 + (chance.hits(0.1) ? chance.below(1e6) : 0),
      timestampDelta: (chance.hits(0.5) ? 1 : -1) * chance.below(2 ** (1 + chance.below(45))),
      key: chance.hits(0.3) ? null : bytesOf(20),
      value: chance.hits(0.1) ? null : bytesOf(chance.hits(0.1) ? 20_000 : 200),
      headers: chance.hits(0.2) ? { name: bytesOf(9), other: bytesOf(200) } : {},
    }));
    const bytes = await recordBatch(made, {
      firstOffset: BigInt(chance.below(2 ** 48)),
      firstTimestamp: BigInt(chance.below(2 ** 45)),
      compression: chance.hits(0.5) ? 1 : 0,
    });
    const text = (part: Buffer | null) => part && part.toString("latin1");
    const theirs = (await decodeBatch(new Decoder(bytes))).records;
    assertEquals(
      await records(bytes),
      theirs.map((
        { offset, timestamp, key, value }: Record<"offset" | "timestamp", string> & {
          key: Buffer | null;
          value: Buffer | null;
        },
      ) => [Number(offset), Number(timestamp), text(key), text(value)]),
    );
  }
});

Deno.test("offsets and times that a number would round are exact", async () => {
  const most = 2n ** 63n - 1n;
  const made = [0, 1].map((offsetDelta) => ({ offsetDelta, value: null }));
  const bytes = await recordBatch(made, { firstOffset: most - 1n, firstTimestamp: most });
  assertEquals(await records(bytes), [
    [most - 1n, most, null, null],
    [most, most, null, null],
  ]);
  const none = await recordBatch([{ offsetDelta: 0, value: null }], { firstTimestamp: -1n });
  assertEquals(await records(none), [[0, -1n, null, null]]);
});

Deno.test("where the broker sets the time, all records of a batch have it", async () => {
  const bytes = await recordBatch([{ offsetDelta: 0, timestampDelta: 5, value: null }], {
    firstTimestamp: 7n,
  });
  bytes.writeInt16BE(0x08, 21);
  bytes.writeBigInt64BE(99n, 35);
  assertEquals(await records(sealed(bytes)), [[0, 99, null, null]]);
});

Deno.test("what cannot be read says so, with its offset", async () => {
  const old = await fixture("batches_before_0_11");
  const before = await assertRejects(() => records(old), TickertapeError, "offset 7");
  assertEquals(before.message.includes("before Kafka 0.11"), true);

  const bytes = Buffer.from(await fixture("batches_gzip"));
  bytes.fill(0xff, 70, 90);
  const damaged = await assertRejects(() => records(bytes), TickertapeError, "offset 0");
  assertEquals(damaged.message.includes("its checksum is not"), true);
  sealed(bytes);
  const packed = await assertRejects(() => records(bytes), TickertapeError, "decompressed");
  assertEquals(packed.code, "UNREADABLE_RECORDS");

  const unknown = await recordBatch([{ offsetDelta: 0, value: null }]);
  unknown.writeInt16BE(0x05, 21);
  await assertRejects(() => records(sealed(unknown)), TickertapeError, "compression 5");
});

Deno.test("what is no batch is told of, in the place of all that comes after it", async () => {
  const made = Array.from({ length: 3 }, (_, offsetDelta) => ({ offsetDelta, value: null }));
  const spoiled = async (spoil: (batch: Buffer) => void, ...before: Buffer[]) => {
    const batch = await recordBatch(made, { firstOffset: 7n });
    spoil(batch);
    return Buffer.concat([...before, batch]);
  };
  const first = await recordBatch(made, { firstOffset: 4n });
  const faults: [why: string, bytes: Buffer][] = [
    ["offset 7 of stocks/2: its format 3 is not known", await spoiled((b) => b[16] = 3, first)],
    ["offset 7 of stocks/2: its length of 60 bytes", await spoiled((b) => b.writeInt32BE(48, 8))],
    ["its length of -9 bytes is too short", await spoiled((b) => b.writeInt32BE(-21, 8), first)],
    ["offset 0 of stocks/2: its format 0", await spoiled((b) => b.fill(0), first)],
    ["gave 82 bytes of it alone", await spoiled((b) => b.writeInt32BE(1e6, 8))],
    ["offset -1 of stocks/2: the broker gave 3 bytes", Buffer.alloc(3)],
    ["offset 7 of stocks/2: its checksum", await spoiled((b) => b[81] = b[81]! ^ 1, first)],
    ["offset 7 of stocks/2: its checksum", await spoiled((b) => b[20] = b[20]! ^ 0x80)],
    ["21 bytes for 4 records", sealed(await spoiled((b) => b.writeInt32BE(4, 57)))],
    ["21 bytes for -1 records", sealed(await spoiled((b) => b.writeInt32BE(-1, 57)))],
    ["21 bytes for 0 records", sealed(await spoiled((b) => b.writeInt32BE(0, 57)))],
    ["something comes after its 2 records", sealed(await spoiled((b) => b.writeInt32BE(2, 57)))],
  ];
  for (const [why, bytes] of faults) {
    const error = await assertRejects(() => records(bytes), TickertapeError, why);
    assertEquals(error.code, "UNREADABLE_RECORDS");
  }
  // The client passes over what ends before the offset that it is at: this is never passed over.
  const batches = splitBatches(faults[3]![1], "stocks/2");
  assertEquals(batches.map(({ lastOffset }) => lastOffset), [6n, 2n ** 63n - 1n]);
  assertEquals(splitBatches(new Uint8Array(), "stocks/2"), []);
});

Deno.test("a batch that was compacted away has no records, and a last offset", async () => {
  const bytes = await recordBatch([{ offsetDelta: 4, value: null }], { firstOffset: 7n });
  const empty = bytes.subarray(0, 61);
  empty.writeInt32BE(61 - 12, 8);
  empty.writeInt32BE(0, 57);
  sealed(empty);
  assertEquals(splitBatches(empty, "stocks/2")[0]?.lastOffset, 11n);
  const [next] = [await recordBatch([{ offsetDelta: 0, value: null }], { firstOffset: 12n })];
  assertEquals(await records(Buffer.concat([empty, next])), [[12, 0, null, null]]);
});

Deno.test("a batch with a byte changed ends, and reads nothing beyond itself", async () => {
  const bytes = await fixture("batches_none");
  const [first] = splitBatches(bytes, "stocks/2");
  const chance = new Chance(3);
  let refused = 0;
  for (let round = 0; round < 5_000; round++) {
    const changed = Uint8Array.from(first!.records);
    changed[chance.below(changed.length)] = chance.below(256);
    const cursor = new RecordCursor([{ ...first!, records: changed }]);
    const read = () => {
      let count = 0;
      while (cursor.next()) {
        count++;
        assertEquals(cursor.keyEnd <= changed.length && cursor.valueEnd <= changed.length, true);
      }
      assertEquals(count, first!.count);
    };
    try {
      read();
    } catch (error) {
      if (!(error instanceof TickertapeError)) throw error;
      refused++;
    }
  }
  assertEquals(refused > 100, true);
  const short = new RecordCursor([{ ...first!, count: 21 }]);
  assertThrows(
    () => {
      while (short.next());
    },
    TickertapeError,
    "cut",
  );
});
