import { assert, assertEquals } from "@std/assert";
import { openDatabase } from "../../../lib/local/database.ts";
import {
  alterClientQuotasRequest,
  alterClientQuotasResponse,
} from "../../../lib/local/kafka/protocol/messages/alter_client_quotas.ts";
import { fetchRequest, fetchResponse } from "../../../lib/local/kafka/protocol/messages/fetch.ts";
import {
  produceRequest,
  produceResponse,
} from "../../../lib/local/kafka/protocol/messages/produce.ts";
import { openQuotas, type QuotaEntity } from "../../../lib/local/kafka/quota/quotas.ts";
import { createRate } from "../../../lib/local/kafka/quota/rate.ts";
import { createTables } from "../../../lib/local/kafka/tables.ts";
import { batchOf, connectRaw, createPartitioner, testBroker } from "./helpers.ts";

Deno.test("a rate is of the last eleven seconds, and its excess is waited for", () => {
  const rate = createRate();
  rate.count(5_000, 0);
  // Ten seconds count at least, as if nothing had been sent before.
  assertEquals(rate.excessMs(500, 0), 0);
  assertEquals(rate.excessMs(250, 0), 10_000);
  assertEquals(rate.excessMs(250, 10_999), 9_001);
  assertEquals(rate.excessMs(250, 11_000), 0);
  rate.count(6_000, 12_000);
  rate.count(-1_000, 12_500);
  assertEquals(rate.excessMs(250, 12_500), 9_500);
});

Deno.test("the limit that is said of a client most closely holds, as in Kafka", () => {
  const db = openDatabase(":memory:");
  createTables(db);
  const quotas = openQuotas(db);
  const limit = () => quotas.mostAtOnce("consumer_byte_rate", "c") / 10;
  assertEquals(limit(), Infinity);
  // From the widest to the closest.
  const entities: QuotaEntity[] = [
    { clientId: null },
    { clientId: "c" },
    { user: null },
    { user: null, clientId: null },
    { user: null, clientId: "c" },
    { user: "ANONYMOUS" },
    { user: "ANONYMOUS", clientId: null },
    { user: "ANONYMOUS", clientId: "c" },
  ];
  entities.forEach((entity, i) => {
    quotas.set(entity, { consumer_byte_rate: i + 1 });
    assertEquals(limit(), i + 1);
    // One that says nothing of reading leaves it to the next.
    quotas.set(entity, { producer_byte_rate: 1 });
    assertEquals(limit(), i === 0 ? Infinity : i);
    quotas.set(entity, { consumer_byte_rate: i + 1 });
  });
  quotas.set({ user: "somebody", clientId: "c" }, { consumer_byte_rate: 99 });
  assertEquals(limit(), entities.length);
  assertEquals(openQuotas(db).all(), quotas.all());
  db.close();
});

Deno.test("clients share the limit of their user, and each has that of its id", () => {
  const db = openDatabase(":memory:");
  createTables(db);
  const quotas = openQuotas(db);
  const send = (clientId: string) => quotas.count("producer_byte_rate", clientId, 900);
  quotas.set({ clientId: null }, { producer_byte_rate: 100 });
  assertEquals([send("a"), send("b")], [0, 0]);
  assert(send("a") > 0);
  quotas.set({ user: null }, { producer_byte_rate: 100 });
  assertEquals(send("c"), 0);
  assert(send("d") > 0);
  db.close();
});

async function limit(port: number, clientId: string, key: string, value: number): Promise<void> {
  using raw = await connectRaw(port);
  const { entries } = await raw.call(alterClientQuotasRequest, alterClientQuotasResponse, 1, {
    entries: [{
      entity: [{ entityType: "client-id", entityName: clientId }],
      ops: [{ key, value, remove: false }],
    }],
    validateOnly: false,
  });
  assertEquals(entries[0]!.errorCode, 0);
}

Deno.test("a producer over its limit is told how long to wait, and is not heard before", async () => {
  await using broker = await testBroker();
  const admin = broker.kafka().admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: "t", numPartitions: 1 }] });
  await admin.disconnect();
  using raw = await connectRaw(broker.port);
  const records = await batchOf({ values: ["x".repeat(100_000)] });
  const send = () =>
    raw.call(produceRequest, produceResponse, 9, {
      transactionalId: null,
      acks: -1,
      timeoutMs: 1_000,
      topicData: [{ name: "t", partitionData: [{ index: 0, records }] }],
    });
  assertEquals((await send()).throttleTimeMs, 0);
  await limit(broker.port, "test", "producer_byte_rate", 9_800);
  // The wait begins before its answer is read.
  const start = performance.now();
  const answer = await send();
  assertEquals(answer.responses[0]!.partitionResponses[0]!.errorCode, 0);
  // Some 100,150 bytes, where 98,000 may be sent in ten seconds.
  assert(answer.throttleTimeMs > 100 && answer.throttleTimeMs < 400, `${answer.throttleTimeMs}`);
  await send();
  assert(performance.now() - start >= answer.throttleTimeMs);
});

Deno.test("a consumer over its limit gets nothing, and is told how long to wait", async () => {
  await using broker = await testBroker();
  const producer = broker.kafka().producer({ createPartitioner });
  await producer.connect();
  for (const value of ["a", "b"]) {
    await producer.send({ topic: "t", messages: [{ value: value.repeat(60_000), partition: 0 }] });
  }
  await producer.disconnect();
  const read = async (fetchOffset: bigint) => {
    using raw = await connectRaw(broker.port);
    const { throttleTimeMs, responses } = await raw.call(fetchRequest, fetchResponse, 12, {
      maxWaitMs: 0,
      minBytes: 1,
      isolationLevel: 0,
      topics: [{
        topic: "t",
        partitions: [{ partition: 0, fetchOffset, partitionMaxBytes: 1_000_000 }],
      }],
      forgottenTopicsData: [],
    });
    const bytes = responses[0]?.partitions[0]?.records?.length ?? 0;
    return { throttleTimeMs, bytes };
  };
  assert((await read(0n)).bytes > 120_000);
  await limit(broker.port, "test", "consumer_byte_rate", 10_000);
  // No more at once than it may read in ten seconds.
  const first = await read(0n);
  assertEquals([first.bytes > 60_000 && first.bytes < 61_000, first.throttleTimeMs], [true, 0]);
  const second = await read(1n);
  assertEquals(second.bytes, 0);
  // Some 12 s of what it may read, less ten seconds and what has gone by of the next one.
  assert(
    second.throttleTimeMs > 1_000 && second.throttleTimeMs < 2_100,
    `${second.throttleTimeMs}`,
  );
  // What it was not given does not count.
  await limit(broker.port, "test", "consumer_byte_rate", 13_000);
  assertEquals((await read(1n)).bytes, first.bytes);
});
