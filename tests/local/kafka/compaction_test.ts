import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { LogSettings, PartitionLog } from "../../../lib/local/kafka/log/partition_log.ts";
import { CODECS, unpack } from "../../../lib/local/kafka/log/codecs.ts";
import { recordsOf } from "../../../lib/local/kafka/log/records.ts";
import { batchOf, type BatchOptions, createPartitioner, testBroker } from "./helpers.ts";
import { until } from "../../until.ts";
import { batchesIn, files, testLog } from "./test_log.ts";

const COMPACTION = {
  minDirtyRatio: 0,
  minLagMs: 0,
  maxLagMs: Number.MAX_SAFE_INTEGER,
  deleteRetentionMs: 0,
};

const COMPACTED = { segmentMs: 10_000, compaction: COMPACTION } satisfies Partial<LogSettings>;

/** Keys, values and the second of the first record. */
type Sent = [second: number, keys: string, values: (string | null)[], options?: BatchOptions];

const producer = (baseSequence: number) => ({ producerId: 4_000, producerEpoch: 0, baseSequence });

async function send(log: PartitionLog, batches: readonly Sent[]): Promise<void> {
  for (const [second, keys, values, options] of batches) {
    const batch = await batchOf({
      keys: [...keys],
      values,
      timestamp: second * 1_000,
      ...options,
    });
    log.append(batch, 0);
  }
}

/** All that a reader sees from an offset on: each batch's numbers and its records. */
function contents(log: PartitionLog, from = 0n) {
  const seen = [];
  for (let next = from;;) {
    const bytes = log.read(next, 1, true);
    if (bytes.length === 0) return seen;
    for (const { header, batch } of batchesIn(bytes)) {
      const { baseOffset, lastOffset, attributes, baseTimestamp, maxTimestamp } = header;
      const records = recordsOf(batch, header)!.map(({ offset, timestamp, key, isTombstone }) =>
        `${offset}:${new TextDecoder().decode(key!)}${isTombstone ? "†" : ""}@${timestamp}`
      );
      seen.push([
        ...[Number(baseOffset), Number(lastOffset), attributes, header.baseSequence],
        ...[Number(baseTimestamp), Number(maxTimestamp), records.join(" ")],
      ]);
      next = lastOffset + 1n;
    }
  }
}

/** The newest value of each key, as someone who reads from the beginning learns them. */
function table(log: PartitionLog): Record<string, bigint> {
  const newest: Record<string, bigint> = {};
  for (const batch of contents(log)) {
    for (const record of String(batch.at(-1)).split(" ").filter((text) => text !== "")) {
      const [, offset, key, tombstone] = /^(\d+):(.*?)(†?)@/.exec(record)!;
      if (tombstone === "") newest[key!] = BigInt(offset!);
      else delete newest[key!];
    }
  }
  return newest;
}

// What Apache Kafka 4.3.1 made of the same batches in a topic with segment.ms=10000,
// delete.retention.ms=0 and min.cleanable.dirty.ratio=0.01; its horizons were the time of cleaning.
Deno.test("a compacted log holds what Apache Kafka's holds, batch by batch", async () => {
  await using test = await testLog(COMPACTED);
  await send(test.log, [
    [0, "abc", ["a0", "b0", "c0"]],
    [1, "ad", ["a1", "d1"], { compression: 1 }],
    [2, "b", ["b2"], producer(0)],
    [11, "be", [null, "e11"]],
    [12, "x", ["x12"]],
    [13, "x", ["x13"], producer(1)],
    [22, "xc", ["x22", null], { compression: 1 }],
    [23, "y", ["y23"]],
    [34, "z", ["z34"]],
  ]);
  const HORIZON = 60_000;
  await test.log.compact(HORIZON);
  assertEquals(contents(test.log), [
    [3, 4, 1, -1, 1_000, 1_001, "3:a@1000 4:d@1001"],
    [6, 7, 64, -1, HORIZON, 11_001, "6:b†@11000 7:e@11001"],
    [9, 9, 0, 1, -1, 13_000, ""],
    [10, 11, 65, -1, HORIZON, 22_001, "10:x@22000 11:c†@22001"],
    [12, 12, 0, -1, 23_000, 23_000, "12:y@23000"],
    [13, 13, 0, -1, 34_000, 34_000, "13:z@34000"],
  ]);
  const listed = (time: number) => test.log.recordFrom(BigInt(time));
  assertEquals(listed(1), { offset: 3n, timestamp: 1_000n });
  assertEquals(listed(13_000), { offset: 10n, timestamp: 22_000n });
  assertEquals(listed(22_001), { offset: 11n, timestamp: 22_001n });
  assertEquals([test.log.startOffset, test.log.nextOffset], [0n, 14n]);
  await send(test.log, [[45, "q", ["q45"]], [56, "q", ["q56"]], [67, "r", ["r67"]]]);
  await test.log.compact(HORIZON + 1);
  const expected = [
    [3, 4, 1, -1, 1_000, 1_001, "3:a@1000 4:d@1001"],
    [6, 7, 64, -1, HORIZON, 11_001, "7:e@11001"],
    [9, 9, 0, 1, -1, 13_000, ""],
    [10, 11, 65, -1, HORIZON, 22_000, "10:x@22000"],
    [12, 12, 0, -1, 23_000, 23_000, "12:y@23000"],
    [13, 13, 0, -1, 34_000, 34_000, "13:z@34000"],
    [15, 15, 0, -1, 56_000, 56_000, "15:q@56000"],
    [16, 16, 0, -1, 67_000, 67_000, "16:r@67000"],
  ];
  assertEquals(contents(test.log), expected);
  assertEquals(files(test.dir).filter((name) => name.endsWith(".log")), [
    "00000000000000000000.log",
    "00000000000000000016.log",
  ]);
  test.reopen();
  assertEquals(contents(test.log), expected);
  // Whatever offset a reader comes with, it goes on at the next record there is.
  assertEquals(contents(test.log, 8n), expected.slice(2));
  assertEquals(contents(test.log, 14n), expected.slice(6));
});

/** A log of many segments, with keys that come again and again, and here and there one that does not. */
async function fillWithRepeats(log: PartitionLog): Promise<void> {
  for (let i = 0; i < 60; i++) {
    const keys = "abcdefgh"[i % 8]! +
      (i % 6 === 0 ? String.fromCharCode(0x100 + i) : "ijk"[i % 3]!);
    const options = { compression: i % 2, ...(i % 5 === 0 ? producer(i / 5 * 2) : {}) };
    await send(log, [[i, keys, [`${i}`, i % 7 === 0 ? null : `${i}`], options]]);
  }
}

Deno.test("wherever a compaction ends half way, nothing is lost, and the next one ends it", async () => {
  // Segments end after eleven records; three or four go into one.
  const settings = { ...COMPACTED, segmentBytes: 4_000 };
  await using filled = await testLog(settings);
  await fillWithRepeats(filled.log);
  const before = table(filled.log);
  let steps = 0;
  for (let failing = 1; failing < 400; failing++) {
    await using test = await testLog(settings);
    test.log.close();
    for (const name of files(filled.dir)) {
      Deno.copyFileSync(join(filled.dir, name), join(test.dir, name));
    }
    test.reopen();
    {
      using disk = breakDisk(failing);
      await test.log.compact(1e6).catch((error: Error) => assertEquals(error, disk.error));
      if (!disk.isBroken) break;
    }
    steps++;
    // As after a kill: what is on disk, and what was kept beside it.
    test.reopen();
    assertEquals(table(test.log), before, `after step ${failing}`);
    assertInOrder(test.dir);
    await test.log.compact(1e6);
    assertEquals(table(test.log), before, `compacted after step ${failing}`);
    assert(test.log.size < filled.log.size / 2, `${test.log.size} bytes`);
    const names = files(test.dir).filter((name) =>
      !/^\d{20}\.(log|(time)?index|snapshot)$/.test(name)
    );
    assertEquals(names, []);
  }
  assert(steps > 20, `${steps} steps`);
});

/** Checks that each segment ends before the next one begins. */
function assertInOrder(dir: string): void {
  const logs = files(dir).filter((name) => name.endsWith(".log"));
  const last = (name: string) =>
    batchesIn(Deno.readFileSync(join(dir, name))).at(-1)?.header.lastOffset ?? -1n;
  logs.slice(1).forEach((name, i) => assert(last(logs[i]!) < BigInt(name.slice(0, 20)), name));
}

/** A disk whose n-th change fails, and all after it. */
function breakDisk(failing: number): Disposable & { isBroken: boolean; error: Error } {
  const disk = { isBroken: false, error: new Error("Input/output error (os error 5)") };
  const { renameSync, removeSync } = Deno;
  const { writeSync, truncateSync } = Deno.FsFile.prototype;
  let changes = 0;
  const guarded = <A extends unknown[], R>(change: (...args: A) => R) =>
    function (this: unknown, ...args: A): R {
      if (++changes >= failing) disk.isBroken = true;
      if (disk.isBroken) throw disk.error;
      return change.apply(this, args);
    };
  Deno.renameSync = guarded(renameSync);
  Deno.removeSync = guarded(removeSync);
  Deno.FsFile.prototype.writeSync = guarded(writeSync);
  Deno.FsFile.prototype.truncateSync = guarded(truncateSync);
  return Object.assign(disk, {
    [Symbol.dispose]() {
      Object.assign(Deno, { renameSync, removeSync });
      Object.assign(Deno.FsFile.prototype, { writeSync, truncateSync });
    },
  });
}

Deno.test("a log is read, written, cut and closed while it is compacted", async () => {
  await using test = await testLog({ ...COMPACTED, segmentBytes: 1_200 });
  await fillWithRepeats(test.log);
  const before = table(test.log);
  const compacting = test.log.compact(1e6);
  let reads = 0;
  let done = false;
  compacting.then(() => done = true);
  while (!done) {
    assertEquals(table(test.log), before);
    reads++;
    await nextTurn();
  }
  assert(reads > 3, `${reads} reads`);
  // A segment that goes meanwhile ends the compaction, and no file stays behind.
  await fillWithRepeats(test.log);
  const cut = test.log.compact(1e6);
  test.log.deleteBefore(test.log.nextOffset - 20n);
  await cut;
  const closed = test.log.compact(1e6);
  test.log.close();
  await closed;
  assertEquals(files(test.dir).filter((name) => /cleaned|swap/.test(name)), []);
});

Deno.test("what is young, or too little, is not compacted; what is old is", async () => {
  const sizeAfter = async (compaction: Partial<typeof COMPACTION>, now = 1e6) => {
    await using test = await testLog({
      segmentMs: 10_000,
      compaction: { ...COMPACTION, ...compaction },
    });
    for (let second = 0; second < 60; second += 5) await send(test.log, [[second, "a", ["v"]]]);
    await test.log.compact(now);
    return contents(test.log).length;
  };
  // Each segment has three records; the last one is appended to.
  assertEquals(await sizeAfter({}), 1 + 3);
  assertEquals(await sizeAfter({ minLagMs: 30_000 }, 60_000), 1 + 6);
  assertEquals(await sizeAfter({ minLagMs: 1e6 }), 12);
  assertEquals(await sizeAfter({ minDirtyRatio: 1 }), 12);
  assertEquals(await sizeAfter({ minDirtyRatio: 1, maxLagMs: 100_000 }, 100_000), 12);
  assertEquals(await sizeAfter({ minDirtyRatio: 1, maxLagMs: 100_000 }, 100_001), 1 + 3);
});

Deno.test("a log is compacted again when as much of it is new as the ratio says", async () => {
  const settings = { ...COMPACTED, compaction: { ...COMPACTION, minDirtyRatio: 0.5 } };
  await using test = await testLog(settings);
  const fill = async (from: number, to: number, keys: string) => {
    for (let i = from; i < to; i++) await send(test.log, [[11 * i, keys[i % keys.length]!, ["v"]]]);
  };
  await fill(0, 27, "abcdefghijklmnopqrstuvwxyz");
  await test.log.compact(1e6);
  await fill(27, 28, "a");
  test.reopen();
  await test.log.compact(1e6);
  assertEquals(contents(test.log).length, 28);
  await fill(28, 60, "a");
  await test.log.compact(1e6);
  // The newest of 26 keys; that of "a" is in the segment that is appended to, after another's.
  assertEquals(contents(test.log).length, 26 + 1);
});

Deno.test("a tombstone stays as long as it is to, counted from its first compaction", async () => {
  await using test = await testLog({
    ...COMPACTED,
    compaction: { ...COMPACTION, deleteRetentionMs: 5_000 },
  });
  await send(test.log, [[0, "a", ["v"]], [1, "a", [null]], [20, "b", ["v"]]]);
  const compactAt = async (now: number) => {
    const second = Number(test.log.nextOffset) * 20;
    await send(test.log, [[second, "b", ["v"]], [second + 20, "b", ["v"]]]);
    await test.log.compact(now);
    return String(contents(test.log)[0]!.at(-1));
  };
  assertEquals(await compactAt(100_000), "1:a†@1000");
  assertEquals(await compactAt(104_999), "1:a†@1000");
  assert(!(await compactAt(105_000)).includes("a†"));
});

Deno.test("producers go on after a compaction and a restart", async () => {
  await using test = await testLog({ ...COMPACTED, segmentBytes: 300 });
  for (let i = 0; i < 6; i++) await send(test.log, [[i, "a", ["v"], producer(i)]]);
  for (let i = 6; i < 20; i++) await send(test.log, [[i, "a", ["v"]]]);
  await test.log.compact(1e6);
  test.reopen();
  const verdict = async (sequence: number) =>
    test.log.checkSequence(batchesIn(await batchOf(producer(sequence)))[0]!.header);
  assertEquals(await verdict(5), { verdict: "duplicate", baseOffset: 5n });
  assertEquals(await verdict(6), { verdict: "next" });
  assertEquals(await verdict(7), { verdict: "gap", expected: 6 });
});

Deno.test("a consumer finds of each key the newest record, and nothing without a key gets in", async () => {
  await using broker = await testBroker({ "log.cleaner.backoff.ms": 50 });
  const kafka = broker.kafka();
  const admin = kafka.admin();
  await admin.connect();
  const settings = { "cleanup.policy": "compact", "segment.ms": 1, "min.cleanable.dirty.ratio": 0 };
  const configEntries = Object.entries(settings)
    .map(([name, value]) => ({ name, value: String(value) }));
  await admin.createTopics({ topics: [{ topic: "t", numPartitions: 1, configEntries }] });
  const producer = kafka.producer({ createPartitioner, retry: { retries: 0 } });
  await producer.connect();
  const time = Date.now() - 60_000;
  const sendAt = (second: number, key: string | null) =>
    producer.send({
      topic: "t",
      messages: [{ key, value: `${second}`, timestamp: String(time + 1_000 * second) }],
    });
  for (let second = 0; second < 40; second++) await sendAt(second, "ab"[second % 2]!);
  await assertRejects(() => sendAt(40, null), Error, "failed the validation on broker");
  // Kafka's POLICY_VIOLATION.
  const end = [{ partition: 0, offset: "1" }];
  await assertRejects(() => admin.deleteTopicRecords({ topic: "t", partitions: end }), Error);
  const segments = () =>
    files(join(broker.logs, "t-0")).filter((name) => name.endsWith(".log")).length;
  await until(() => segments() === 2, "the log was compacted");
  const seen: string[] = [];
  const consumer = kafka.consumer({ groupId: "g", maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({ topic: "t", fromBeginning: true });
  await consumer.run({
    eachMessage: ({ message: { offset, key, value } }) =>
      Promise.resolve(void seen.push(`${offset} ${key} ${value}`)),
  });
  await until(() => seen.length === 3, "the records came");
  // The last one is in the segment that is appended to; before it, there is the newest of each key.
  assertEquals(seen, ["37 b 37", "38 a 38", "39 b 39"]);
  await Promise.all([consumer.disconnect(), producer.disconnect(), admin.disconnect()]);
  assertEquals(broker.errors, []);
});

// The fixtures are the line `tickertape` 12,000 times over, compressed by other people's codecs; see
// tests/kafka/codecs_test.ts.
Deno.test("records are unpacked as the clients' compressors pack them", async () => {
  const fixtures = join(import.meta.dirname!, "..", "..", "kafka", "fixtures");
  const text = "tickertape\n".repeat(12_000);
  for (
    const [name, codec] of [
      ["snappy_xerial", "snappy"],
      ["snappy_bare", "snappy"],
      ["lz4", "lz4"],
      ["lz4_linked", "lz4"],
      ["zstd", "zstd"],
    ] as const
  ) {
    const packed = await Deno.readFile(join(fixtures, `${name}.bin`));
    assertEquals(new TextDecoder().decode(unpack(codec, packed)) === text, true, name);
  }
});

Deno.test("what is compressed by no codec, or claims to be 4 GB, is not unpacked", async () => {
  for (const bytes of ["ffffffff0f00", "82534e41505059000000000100000001000000ff", "00", ""]) {
    for (const codec of CODECS) {
      const batch = await batchOf({ values: ["v"] });
      const spoiled = new Uint8Array([...batch.subarray(0, 61), ...Uint8Array.fromHex(bytes)]);
      new DataView(spoiled.buffer).setInt32(8, spoiled.length - 12);
      new DataView(spoiled.buffer).setInt16(21, CODECS.indexOf(codec));
      const [{ header }] = batchesIn(spoiled) as [ReturnType<typeof batchesIn>[0]];
      assertEquals(recordsOf(spoiled, header), undefined, `${codec} ${bytes}`);
    }
  }
});
