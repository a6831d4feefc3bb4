/**
 * A partition while it is the sink's: what is taken of a fetch, and where it goes on.
 */
import { assertEquals, assertThrows } from "@std/assert";
import { Buffer } from "node:buffer";
import { loadConfig } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { type RecordBatch, splitBatches } from "../../lib/kafka_client/record_batch.ts";
import { AssignedPartition } from "../../lib/sink/assigned_partition.ts";
import { CONSUME_DEFAULTS } from "../../lib/sink/types.ts";
import { recordBatch } from "../kafka/record_batches.ts";

const value = Buffer.from("{}");

function assignedAt(offset: bigint): AssignedPartition {
  const start = { offset, commit: false, began: offset };
  const state = { partition: 0, highOffset: 99n };
  return new AssignedPartition(loadConfig({}), CONSUME_DEFAULTS, "run", state, start);
}

/** A batch with records at these offsets. */
async function batchOf(...offsets: number[]): Promise<RecordBatch> {
  const [first = 0] = offsets;
  const made = offsets.map((offset) => ({ offsetDelta: offset - first, value }));
  const bytes = await recordBatch(made, { firstOffset: BigInt(first) });
  return splitBatches(bytes, "stocks/0")[0]!;
}

function take(
  assigned: AssignedPartition,
  batches: RecordBatch[],
  lastOffset: bigint,
  most = Infinity,
) {
  const from = { partition: 0, fetchOffset: assigned.fetchOffset, highOffset: 99n };
  return assigned.take({ ...from, batches, lastOffset }, batches, most);
}

Deno.test("what was taken is not counted when it comes again", async () => {
  const assigned = assignedAt(4n);
  const batch = await batchOf(3, 4, 5, 6);
  assertEquals(take(assigned, [batch], 6n), { records: 3, lastOffset: 6n });
  assertEquals(take(assigned, [batch], 6n), { records: 0, lastOffset: 6n });
  const next = await batchOf(7, 8);
  assertEquals(take(assigned, [batch, next], 8n, 1), { records: 1, lastOffset: 7n });
  assertEquals([assigned.fetchOffset, assigned.writer.position], [8n, 8n]);
});

Deno.test("a number of records that ends inside a batch leaves the rest for the next run", async () => {
  const assigned = assignedAt(0n);
  const batches = [await batchOf(0, 1, 2), await batchOf(5, 9)];
  assertEquals(take(assigned, batches, 9n, 2), { records: 2, lastOffset: 1n });
  assertEquals(assigned.fetchOffset, 2n);
  assertEquals(take(assigned, batches, 9n, 2), { records: 2, lastOffset: 5n });
  assertEquals([assigned.fetchOffset, assigned.writer.position], [6n, 6n]);
  assertEquals(take(assigned, batches, 9n, 2), { records: 1, lastOffset: 9n });
});

Deno.test("it goes on after what holds no record: marks, and offsets that were compacted away", async () => {
  const assigned = assignedAt(0n);
  const batch = await batchOf(0, 1);
  assertEquals(take(assigned, [{ ...batch, lastOffset: 4n }], 7n), { records: 2, lastOffset: 7n });
  assertEquals([assigned.fetchOffset, assigned.writer.position], [8n, 2n]);
  const empty = { ...await batchOf(9), count: 0, records: new Uint8Array() };
  assertEquals(take(assigned, [empty], 9n), { records: 0, lastOffset: 9n });
  assertEquals([assigned.fetchOffset, assigned.writer.position], [10n, 2n]);
});

Deno.test("of batches with one that cannot be read nothing is taken", async () => {
  const assigned = assignedAt(0n);
  const cut = await batchOf(2, 3);
  const batches = [await batchOf(0, 1), { ...cut, records: cut.records.subarray(0, 9) }];
  assertThrows(() => take(assigned, batches, 3n), TickertapeError, "cut");
  assertEquals([assigned.fetchOffset, assigned.writer.position, assigned.writer.bufferedBytes], [
    0n,
    0n,
    0,
  ]);
});
