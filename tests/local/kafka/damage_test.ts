/** Files of a log that were changed behind the broker's back: what is lost is told, never passed over. */
import { assert, assertEquals, assertMatch, assertRejects, assertThrows } from "@std/assert";
import { join } from "node:path";
import { HEADER_SIZE } from "../../../lib/local/kafka/log/batch.ts";
import { DamagedLogError } from "../../../lib/local/kafka/log/scan.ts";
import { ERRORS } from "../../../lib/local/kafka/protocol/errors.ts";
import { fetchRequest, fetchResponse } from "../../../lib/local/kafka/protocol/messages/fetch.ts";
import {
  listOffsetsRequest,
  listOffsetsResponse,
} from "../../../lib/local/kafka/protocol/messages/list_offsets.ts";
import { batchOf, connectRaw, createPartitioner, testBroker } from "./helpers.ts";
import { append, batchesIn, files, LOG, type TestLog, testLog } from "./test_log.ts";

/** Changes a file while nobody has it open. */
function change(path: string, edit: (view: DataView) => void): void {
  const bytes = Deno.readFileSync(path);
  edit(new DataView(bytes.buffer));
  Deno.writeFileSync(path, bytes);
}

/** What a length on the disk becomes: beyond the file, none at all, less than none. */
const LENGTHS = [0x40000000, -12, -13];

const firstOffsets = (bytes: Uint8Array) =>
  batchesIn(bytes).map(({ header }) => Number(header.baseOffset));

/** Records of one batch each, ten to a segment, of which one of the first segment is spoiled. */
async function spoiled(test: TestLog, edit: (view: DataView, at: number) => void, keyed = false) {
  const size = (await batchOf({ keys: ["k"], values: ["v".repeat(30)] })).length;
  for (let i = 0; i < 30; i++) {
    const batch = await batchOf({
      timestamp: 1_000 + i,
      keys: [keyed ? "k" : `${i % 10}`],
      values: ["v".repeat(30)],
    });
    test.log.append(batch, 0);
  }
  test.log.close();
  change(join(test.dir, LOG), (view) => edit(view, 5 * size));
  test.reopen();
  return size;
}

Deno.test("a batch whose length was changed is told of, and no record behind it is passed over", async () => {
  for (const length of LENGTHS) {
    const size = (await batchOf({ keys: ["k"], values: ["v".repeat(30)] })).length;
    await using test = await testLog({ segmentBytes: 10 * size, indexIntervalBytes: 1 << 30 });
    await spoiled(test, (view, at) => view.setInt32(at + 8, length));
    assertEquals(firstOffsets(test.log.read(0n, 1e6, true)), [0, 1, 2, 3, 4], `${length}`);
    for (const offset of [5n, 6n, 9n]) {
      assertThrows(() => test.log.read(offset, 1e6, true), DamagedLogError, LOG);
    }
    assertEquals(firstOffsets(test.log.read(10n, 1, true)), [10]);
    assertEquals(test.log.recordFrom(1_004n)?.offset, 4n);
    assertThrows(() => test.log.recordFrom(1_006n), DamagedLogError);
    assertEquals(test.log.nextOffset, 30n);
  }
});

Deno.test("compaction writes nothing anew from a segment that cannot be read, and tries it once", async () => {
  for (const at of [8, HEADER_SIZE + 20]) {
    const size = (await batchOf({ keys: ["k"], values: ["v".repeat(30)] })).length;
    const compaction = { minDirtyRatio: 0, minLagMs: 0, maxLagMs: 1e12, deleteRetentionMs: 0 };
    await using test = await testLog({ segmentBytes: 10 * size, compaction });
    await spoiled(test, (view, batch) => view.setInt8(batch + at, 0x40), true);
    const before = files(test.dir).map((name) => Deno.readFileSync(join(test.dir, name)));
    await assertRejects(() => test.log.compact(1e6), DamagedLogError, LOG);
    await test.log.compact(1e6);
    assertEquals(files(test.dir).map((name) => Deno.readFileSync(join(test.dir, name))), before);
  }
});

Deno.test("an index of times that was changed makes no segment look too old", async () => {
  const size = (await batchOf({ values: ["v".repeat(100)], timestamp: 1_000 })).length;
  await using test = await testLog({ segmentBytes: 10 * size, retentionMs: 5_000 });
  for (let i = 0; i < 30; i++) await append(test.log, ["v".repeat(100)], 10_000 + i);
  test.log.close();
  for (const name of files(test.dir).filter((name) => name.endsWith(".timeindex"))) {
    change(join(test.dir, name), (view) => {
      if (view.byteLength > 0) view.setBigInt64(view.byteLength - 12, 1n);
    });
  }
  test.reopen();
  test.log.applyRetention(12_000);
  assertEquals(test.log.startOffset, 0n);
  assertEquals(test.log.recordFrom(10_005n)?.offset, 5n);
});

Deno.test("clients are told of a damaged partition, the user once, and other partitions go on", async () => {
  await using broker = await testBroker({ "num.partitions": 2, "log.segment.bytes": 1_024 });
  const producer = broker.kafka().producer({ createPartitioner });
  await producer.connect();
  for (let i = 0; i < 20; i++) {
    const messages = [0, 1].map((partition) => ({ partition, value: "v".repeat(200) }));
    await producer.send({ topic: "t", messages });
  }
  await producer.disconnect();
  const folder = join(broker.logs, "t-0");
  const segment = join(folder, LOG);
  await broker.restart();
  change(segment, (view) => view.setInt32(8, -12));
  using raw = await connectRaw(broker.port);
  const look = async (fetchOffset: bigint) => {
    const { responses } = await raw.call(fetchRequest, fetchResponse, 11, {
      ...{ maxWaitMs: 0, minBytes: 1, isolationLevel: 0 },
      topics: [{
        topic: "t",
        partitions: [0, 1].map((partition) => ({ partition, fetchOffset, partitionMaxBytes: 300 })),
      }],
    });
    return responses[0]!.partitions.map((
      { errorCode, records },
    ) => [errorCode, records!.length > 0]);
  };
  for (let i = 0; i < 2; i++) {
    assertEquals(await look(1n), [[ERRORS.CORRUPT_MESSAGE, false], [ERRORS.NONE, true]]);
  }
  const { topics } = await raw.call(listOffsetsRequest, listOffsetsResponse, 7, {
    replicaId: -1,
    isolationLevel: 0,
    topics: [{ name: "t", partitions: [{ partitionIndex: 0, timestamp: 1n }] }],
  });
  assertEquals(topics[0]!.partitions[0]!.errorCode, ERRORS.CORRUPT_MESSAGE);
  assertEquals(broker.errors.length, 1);
  assertMatch(String(broker.errors[0]), /Could not read .*t-0.* at byte 0: no whole batch/);
  // What is behind the damage is there still.
  assertEquals((await look(19n))[0], [ERRORS.NONE, true]);
  Deno.removeSync(segment);
  assertEquals((await look(1n))[0], [ERRORS.KAFKA_STORAGE_ERROR, false]);
  assert(broker.errors.length > 1);
});
