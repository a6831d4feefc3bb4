import { assert, assertEquals } from "@std/assert";
import { PartitionWriter } from "../../lib/sink/ranges/partition_writer.ts";
import { BatchEncoder } from "../../lib/sink/rows/encode_batch.ts";
import { MessageRecords } from "../../lib/sink/rows/records.ts";

const text = new TextEncoder();

/** Rows with these offsets. */
function rows(...offsets: number[]) {
  return new BatchEncoder(0).encode(
    new MessageRecords(offsets.map((offset) => ({
      offset: String(offset),
      timestamp: "1714978800000",
      key: null,
      value: text.encode('{"a":1}'),
    }))),
  );
}

function newWriter(): PartitionWriter {
  return new PartitionWriter({
    prefix: "p",
    topic: "t",
    partition: 0,
    format: "jsonl",
    position: 0n,
    limits: { records: 100, bytes: 1e6, ageMs: 1000 },
    writer: "test",
  });
}

Deno.test("what is held is kept through a rebalance, unless another member had the partition", () => {
  const writer = newWriter();
  writer.add(rows(0, 1), 0);
  writer.flush();
  writer.next();
  writer.settle({ type: "stored", bytes: 1 }, 0);
  writer.add(rows(2), 0);
  assertEquals([writer.storedTo, writer.committedTo], [2n, 0n]);
  // Nothing committed, less than before, or more than is stored: somebody else's commits.
  assertEquals([undefined, 3n].map((offset) => writer.rejoin(offset)), [false, false]);
  assertEquals([writer.rejoin(2n), writer.committedTo, writer.rejoin(1n)], [true, 2n, false]);
  writer.flush();
  const after = writer.next();
  assert(after?.type === "put");
  assertEquals([after.metadata.firstOffset, after.metadata.nextOffset], [2n, 3n]);
});

Deno.test("dead letters that were compacted away are not written as an empty object", () => {
  const writer = newWriter();
  writer.add(rows(0, 1), 0);
  writer.flush();
  const put = writer.next();
  assert(put?.type === "put");
  writer.settle({ type: "exists" }, 0);
  writer.next();
  // Another sink has stored more, with a dead letter at offset 4, which the topic no longer has.
  const metadata = { ...put.metadata, writer: "another", nextOffset: 5n, deadLetters: 1 };
  writer.settle({ type: "metadata", metadata, bytes: 1 }, 0);
  writer.add(rows(2, 3, 7), 0);
  assertEquals([writer.storedTo, writer.position, writer.next()], [5n, 8n, undefined]);
  writer.flush();
  const after = writer.next();
  assert(after?.type === "put");
  assertEquals([after.metadata.firstOffset, after.metadata.nextOffset], [5n, 8n]);
});
