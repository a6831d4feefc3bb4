import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { join } from "node:path";
import { crc32c } from "../../../lib/crc32c.ts";
import { readHeader } from "../../../lib/local/kafka/log/batch.ts";
import { batchOf, concat } from "./helpers.ts";
import { append, batchesIn, files, LOG, testLog } from "./test_log.ts";

/** First and last offset of the batches in some bytes. */
function offsets(bytes: Uint8Array): [bigint, bigint][] {
  return batchesIn(bytes).map(({ header }) => [header.baseOffset, header.lastOffset]);
}

Deno.test("a log gives back the producer's bytes with only offset and leader epoch set", async () => {
  await using test = await testLog();
  const sent = await batchOf({ values: ["a", "b"] });
  await append(test.log, ["x", "y", "z"]);
  test.log.append(sent.slice(), Date.now());
  const got = test.log.read(3n, 1e6, true);
  assertEquals(readHeader(got).baseOffset, 3n);
  // Bytes 0 to 7 are the offset, 12 to 15 the epoch.
  assertEquals(got.subarray(8, 12), sent.subarray(8, 12));
  assertEquals(new DataView(got.buffer, got.byteOffset).getInt32(12), 0);
  assertEquals(got.subarray(16), sent.subarray(16));
});

Deno.test("a read begins with the batch that holds the offset and ends with a whole one", async () => {
  await using test = await testLog();
  const size = (await batchOf({ values: ["a", "b"] })).length;
  for (let i = 0; i < 5; i++) await append(test.log, ["a", "b"]);
  assertEquals(offsets(test.log.read(3n, 2 * size + 10, false)), [[2n, 3n], [4n, 5n]]);
  assertEquals(offsets(test.log.read(9n, 1e6, false)), [[8n, 9n]]);
  assertEquals(offsets(test.log.read(0n, 10, true)), [[0n, 1n]]);
  assertEquals(offsets(test.log.read(0n, 10, false)), []);
  assertEquals(offsets(test.log.read(10n, 1e6, true)), []);
});

Deno.test("wherever the last segment is cut, whole batches before the cut are kept, and no more", async () => {
  const parts: Uint8Array[] = [];
  for (let i = 0; i < 4; i++) parts.push(await batchOf({ values: [`${i}`, "v".repeat(40)] }));
  const ends = parts.map((_, i) => concat(parts.slice(0, i + 1)).length);
  for (let cut = 0; cut <= ends[3]!; cut += 7) {
    await using test = await testLog({ indexIntervalBytes: 50 });
    for (const part of parts) test.log.append(part.slice(), 0);
    test.log.close();
    Deno.truncateSync(join(test.dir, LOG), cut);
    test.reopen();
    const whole = ends.filter((end) => end <= cut).length;
    assertEquals(test.log.nextOffset, BigInt(2 * whole), `cut at ${cut}`);
    assertEquals(await append(test.log, ["next"]), BigInt(2 * whole));
    assertEquals(offsets(test.log.read(0n, 1e6, true)).length, whole + 1);
  }
});

Deno.test("bytes of a write that was never finished are cut off at the start", async () => {
  await using test = await testLog();
  await append(test.log, ["kept"]);
  test.log.close();
  // Its header is right, and in its place; its records are not.
  const halfWritten = (await batchOf({ values: ["torn"] })).fill(0, 70, 72);
  new DataView(halfWritten.buffer).setBigInt64(0, 1n);
  for (
    const torn of [
      new Uint8Array(5000),
      crypto.getRandomValues(new Uint8Array(3000)),
      halfWritten,
    ]
  ) {
    const file = Deno.openSync(join(test.dir, LOG), { append: true });
    file.writeSync(torn);
    file.close();
    test.reopen();
    assertEquals(test.log.nextOffset, 1n);
    assertMatch(test.losses.pop() ?? "", new RegExp(`^Cut ${torn.length} bytes off the end of `));
  }
});

Deno.test("indexes that are missing, torn, spoiled or of another log keep no record from being read", async () => {
  await using test = await testLog({ segmentBytes: 10_000, indexIntervalBytes: 500 });
  for (let i = 0; i < 200; i++) await append(test.log, [`${i}`, "v".repeat(200)], 1_000 + i);
  const indexes = files(test.dir).filter((name) => name.endsWith("index"));
  test.log.close();
  for (
    const spoil of [
      (path: string) => {
        if (!path.endsWith(".index")) return;
        Deno.writeFileSync(path, crypto.getRandomValues(Deno.readFileSync(path)));
      },
      // Positions of other batches, which look right.
      (path: string) => {
        if (!path.endsWith(".index")) return;
        const bytes = Deno.readFileSync(path);
        Deno.writeFileSync(
          path,
          bytes.map((_, i) => bytes[i % 8 < 4 ? i : (i + 8) % bytes.length]!),
        );
      },
      (path: string) => Deno.removeSync(path),
      (path: string) => Deno.truncateSync(path, Math.max(0, Deno.statSync(path).size - 5)),
    ]
  ) {
    for (const name of indexes) spoil(join(test.dir, name));
    test.reopen();
    // Batch 149 has records at 1,149 and 1,150.
    assertEquals(test.log.recordFrom(1_150n)?.offset, 299n);
    for (let offset = 0n; offset < 400n; offset++) {
      const first = offset - offset % 2n;
      assertEquals(offsets(test.log.read(offset, 100, true)), [[first, first + 1n]]);
    }
    test.log.close();
  }
  assert(indexes.length > 6);
});

Deno.test("a log goes on over many segments, and reads across them", async () => {
  await using test = await testLog({ segmentBytes: 1_000 });
  for (let i = 0; i < 50; i++) await append(test.log, ["v".repeat(100)]);
  assert(files(test.dir).filter((name) => name.endsWith(".log")).length > 5);
  for (let round = 0; round < 2; round++) {
    let next = 0n;
    while (next < 50n) {
      const found = offsets(test.log.read(next, 400, true));
      assertEquals(found[0]![0], next);
      next = found.at(-1)![1] + 1n;
    }
    test.reopen();
  }
});

Deno.test("a record is found by its time", async () => {
  await using test = await testLog({ segmentBytes: 1_000, indexIntervalBytes: 200 });
  for (let i = 0; i < 40; i++) await append(test.log, ["a", "b", "c"], 1_000 + 10 * i);
  // Each batch has records at t, t + 1 and t + 2.
  for (
    const [time, offset] of [[0, 0], [1_000, 0], [1_001, 1], [1_003, 3], [1_392, 119]] as const
  ) {
    assertEquals(test.log.recordFrom(BigInt(time))?.offset, BigInt(offset), `at ${time}`);
  }
  assertEquals(test.log.recordFrom(1_393n), undefined);
  assertEquals(test.log.newestRecord(), { offset: 119n, timestamp: 1_392n });
  // Deleted records are not found, also where their segment is still there.
  test.log.deleteBefore(4n);
  assertEquals(test.log.recordFrom(0n), { offset: 4n, timestamp: 1_011n });
});

Deno.test("a record is found by its time inside a compressed batch, where that can be unpacked", async () => {
  await using test = await testLog();
  const values = ["a", "b", "c"];
  test.log.append(await batchOf({ values, timestamp: 1_000, compression: 1 }), 0);
  // What says it is snappy, or gzip, and is not: the batch's first record stands for all of them.
  for (const [timestamp, codec] of [[2_000, 2], [3_000, 1]] as const) {
    const broken = await batchOf({ values, timestamp });
    const view = new DataView(broken.buffer);
    view.setInt16(21, codec);
    view.setUint32(17, crc32c(broken.subarray(21)));
    test.log.append(broken, 0);
  }
  assertEquals(test.log.recordFrom(1_001n), { offset: 1n, timestamp: 1_001n });
  assertEquals(test.log.recordFrom(1_003n)?.offset, 3n);
  assertEquals(test.log.recordFrom(2_002n)?.offset, 3n);
  assertEquals(test.log.recordFrom(3_002n)?.offset, 6n);
});

Deno.test("deleted records are gone, and whole segments of them with their files", async () => {
  await using test = await testLog({ segmentBytes: 1_000 });
  for (let i = 0; i < 30; i++) await append(test.log, ["v".repeat(100)]);
  const before = files(test.dir).length;
  test.log.deleteBefore(20n);
  assertEquals(test.log.startOffset, 20n);
  assertEquals(test.state.startOffset, 20n);
  assert(files(test.dir).length < before);
  test.reopen();
  assertEquals([test.log.startOffset, test.log.nextOffset], [20n, 30n]);
});

Deno.test("a log that was cut below its first readable offset begins there again", async () => {
  await using test = await testLog();
  for (let i = 0; i < 10; i++) await append(test.log, ["v"]);
  test.log.close();
  Deno.truncateSync(join(test.dir, LOG), 200);
  test.state.startOffset = 10n;
  test.reopen();
  assertEquals([test.log.startOffset, test.log.nextOffset], [10n, 10n]);
  assertMatch(test.losses.join(), /^All records of .* are lost: its files end at offset 2, /);
  assertEquals(await append(test.log, ["v"]), 10n);
  test.reopen();
  assertEquals(test.log.nextOffset, 11n);
});

Deno.test("segments go when their newest record is too old", async () => {
  await using test = await testLog({ segmentBytes: 1_000, retentionMs: 5_000 });
  for (let i = 0; i < 30; i++) await append(test.log, ["v".repeat(100)], 1_000 * i);
  test.log.applyRetention(20_000);
  // Records older than 15,000 may go; their segment goes when all of its records may.
  const start = Number(test.log.startOffset);
  assert(start > 5 && start <= 15, `starts at ${start}`);
  test.log.applyRetention(100_000);
  assertEquals([test.log.startOffset, test.log.nextOffset], [30n, 30n]);
  assertEquals(await append(test.log, ["v"]), 30n);
});

Deno.test("retention makes room on a full disk, where nothing else can be written", async () => {
  await using test = await testLog({ segmentBytes: 1_000, retentionBytes: 2_000 });
  for (let i = 0; i < 60; i++) await append(test.log, ["v".repeat(100)]);
  const before = files(test.dir).length;
  test.isFull = true;
  assertThrows(() => test.log.applyRetention(0), Error, "disk is full");
  assertEquals(files(test.dir).length, before - 3);
  // What is gone is not passed over: who asks for it is told.
  const { startOffset } = test.log;
  assertEquals(offsets(test.log.read(startOffset, 1, true)), [[startOffset, startOffset]]);
  assert(startOffset > 0n);
  test.isFull = false;
  test.reopen();
  assertEquals([test.log.startOffset, test.log.nextOffset], [startOffset, 60n]);
});

Deno.test("segments go while the others are as many bytes as are kept", async () => {
  await using test = await testLog({ segmentBytes: 1_000, retentionBytes: 2_000 });
  for (let i = 0; i < 60; i++) await append(test.log, ["v".repeat(100)]);
  test.log.applyRetention(0);
  assert(test.log.size >= 2_000 && test.log.size < 3_100, `${test.log.size} bytes`);
});

Deno.test("a segment is followed by another when it is old", async () => {
  await using test = await testLog({ segmentMs: 10_000 });
  for (const time of [0, 9_000, 10_000, 10_001, 12_000]) await append(test.log, ["v"], time);
  assertEquals(files(test.dir).filter((name) => name.endsWith(".log")), [
    LOG,
    "00000000000000000003.log",
  ]);
});

Deno.test("what producers sent last is known again after a restart", async () => {
  // In one segment; in many, with snapshots; and with snapshots that were spoiled on the disk.
  const SPOILED = 301;
  for (const segmentBytes of [1 << 30, 300, SPOILED]) {
    await using test = await testLog({ segmentBytes });
    const batch = async (sequence: number, count = 2) =>
      await batchOf({
        values: Array(count).fill("v"),
        producerId: 7,
        producerEpoch: 0,
        baseSequence: sequence,
      });
    for (let i = 0; i < 8; i++) test.log.append(await batch(2 * i), Date.now());
    if (segmentBytes === SPOILED) {
      for (const name of files(test.dir).filter((name) => name.endsWith(".snapshot"))) {
        const path = join(test.dir, name);
        Deno.writeFileSync(path, crypto.getRandomValues(Deno.readFileSync(path)));
      }
    }
    test.reopen();
    const verdict = async (sequence: number) =>
      test.log.checkSequence(readHeader(await batch(sequence)));
    assertEquals(await verdict(14), { verdict: "duplicate", baseOffset: 14n });
    assertEquals(await verdict(12), { verdict: "duplicate", baseOffset: 12n });
    assertEquals(await verdict(16), { verdict: "next" });
    assertEquals(await verdict(18), { verdict: "gap", expected: 16 });
  }
});
