/**
 * The fixtures are answers of Apache Kafka 4.3.1 to a fetch of version 11, from offset 0 and from 6, of
 * a partition with these records: 0 and 1, 5, 12 without a transaction; 2, 3, 8 and 4, 6, 7 in two that
 * were aborted at 10 and 9; 11 and 14 in two that were committed at 13 and 15; 16 in one that is open.
 */
import { assertEquals, assertRejects } from "@std/assert";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import type { Batch, Broker, Cluster } from "kafkajs";
import KafkajsBatch from "kafkajs/src/consumer/batch.js";
import fetches from "kafkajs/src/protocol/requests/fetch/index.js";
import { TickertapeError } from "../../lib/errors.ts";
import { fetchBatches, recordBatches } from "../../lib/kafka_client/raw_fetch.ts";
import { RecordCursor } from "../../lib/kafka_client/record_cursor.ts";

interface Fetched {
  responses: { topicName: string; partitions: Record<string, unknown>[] }[];
}

/** What a client of that version makes of an answer. */
async function decoded(payload: Buffer, version: number): Promise<Fetched> {
  const broker = {
    connectionPool: {
      send: async ({ response }: ReturnType<typeof fetches.protocol>) =>
        response.parse(await response.decode(payload)),
    },
  };
  const cluster = { findBroker: () => Promise.resolve(broker as unknown as Broker) };
  fetchBatches(cluster as unknown as Cluster);
  await cluster.findBroker();
  await cluster.findBroker();
  const request = fetches.protocol({ version })({ maxWaitTime: 1, minBytes: 1, topics: [] });
  return await broker.connectionPool.send(request);
}

async function answer(name: string): Promise<Buffer> {
  return Buffer.from(await Deno.readFile(join(import.meta.dirname ?? "", "fixtures", name)));
}

function values(batch: Batch): string[] {
  const cursor = new RecordCursor(recordBatches(batch));
  const found: string[] = [];
  while (cursor.next()) {
    found.push(Buffer.from(cursor.bytes.subarray(cursor.valueStart, cursor.valueEnd)).toString());
  }
  return found;
}

Deno.test("records of aborted transactions and the broker's marks are passed over", async () => {
  for (
    const [name, from, expected] of [
      ["fetch_transactions.bin", "0", ["p0", "p1", "p5", "b11", "p12", "a14"]],
      ["fetch_inside_transactions.bin", "6", ["b11", "p12", "a14"]],
    ] as const
  ) {
    const { responses: [topic] } = await decoded(await answer(name), 11);
    assertEquals(topic!.topicName, "t");
    const batch = new KafkajsBatch("t", from, topic!.partitions[0]);
    assertEquals(values(batch), [...expected]);
    // The marks after the last record are behind it, so that it goes on after them.
    assertEquals([batch.lastOffset(), batch.highWatermark], ["15", "18"]);
  }
});

Deno.test("each version is read as kafkajs reads it, but for the records", async () => {
  const payload = await answer("fetch_transactions.bin");
  for (let version = 4; version <= 11; version++) {
    const older = asVersion(payload, version);
    const { response } = fetches.protocol({ version })({ maxWaitTime: 1, topics: [] });
    const theirs: Fetched = await response.decode(older);
    const ours = await decoded(older, version);
    const parts = ({ responses }: Fetched) =>
      responses.flatMap(({ partitions }) =>
        partitions.map(({ partition, errorCode, highWatermark, lastStableOffset }) => ({
          partition,
          errorCode,
          highWatermark,
          lastStableOffset,
        }))
      );
    assertEquals(parts(ours), parts(theirs));
    assertEquals((ours.responses[0]!.partitions[0]!.messages as unknown[]).length, 13);
  }
});

Deno.test("a broker that has no record batches is refused by name", async () => {
  const payload = await answer("fetch_transactions.bin");
  const error = await assertRejects(() => decoded(payload, 3), TickertapeError, "Kafka 0.11");
  assertEquals(error.code, "KAFKA_TOO_OLD");
});

/** Takes out of an answer of version 11 what an older one does not have. */
function asVersion(payload: Buffer, version: number): Buffer {
  const topicAt = 4 + 6;
  // count int32 · name string · count int32 · index int32 · error int16 · two int64
  const logStartAt = topicAt + 4 + 3 + 4 + 4 + 2 + 16;
  const replicaAt = logStartAt + 8 + 4 + 2 * 16;
  return Buffer.concat([
    payload.subarray(0, 4),
    version >= 7 ? payload.subarray(4, topicAt) : [],
    payload.subarray(topicAt, logStartAt),
    version >= 5 ? payload.subarray(logStartAt, logStartAt + 8) : [],
    payload.subarray(logStartAt + 8, replicaAt),
    version >= 11 ? payload.subarray(replicaAt, replicaAt + 4) : [],
    payload.subarray(replicaAt + 4),
  ].map((part) => Buffer.from(part as Uint8Array)));
}
