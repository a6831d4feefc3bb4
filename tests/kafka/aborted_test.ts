import { assertEquals } from "@std/assert";
import { passedOver } from "../../lib/kafka_client/aborted.ts";
import { type RecordBatch, splitBatches } from "../../lib/kafka_client/record_batch.ts";
import { recordBatch, sealed } from "./record_batches.ts";

/** Bits of a batch's attributes that say it is the broker's mark at the end of a transaction. */
const MARK = 0x30;

/** A batch of one record in a transaction; with a key, the mark at its end: 0 aborted, 1 committed. */
async function batchOf(offset: number, producer: number, mark?: 0 | 1): Promise<RecordBatch> {
  const key = mark === undefined ? null : Uint8Array.of(0, 0, 0, mark);
  const bytes = await recordBatch([{ offsetDelta: 0, key, value: null }], {
    firstOffset: BigInt(offset),
    producerId: BigInt(producer),
    transactional: true,
  });
  if (mark !== undefined) bytes.writeInt16BE(MARK, 21);
  return splitBatches(sealed(bytes), "t/0")[0]!;
}

Deno.test("a mark ends its own producer's transaction, and no other's", async () => {
  const batches = [
    await batchOf(0, 3),
    await batchOf(1, 4),
    await batchOf(2, 4, 0),
    await batchOf(3, 3),
    await batchOf(4, 4),
    await batchOf(5, 3, 0),
    await batchOf(6, 3),
    await batchOf(7, 4, 1),
    await batchOf(8, 3, 1),
  ];
  const passed = passedOver(batches, [
    { producerId: 4n, firstOffset: 1n },
    { producerId: 3n, firstOffset: 0n },
  ]);
  const kept = batches.filter((batch) => !passed.has(batch));
  assertEquals(kept.map(({ baseOffset }) => baseOffset), [4n, 6n]);
});
