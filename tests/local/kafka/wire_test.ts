import { assertEquals } from "@std/assert";
import {
  apiVersionsRequest,
  apiVersionsResponse,
} from "../../../lib/local/kafka/protocol/messages/api_versions.ts";
import {
  createTopicsRequest,
  createTopicsResponse,
} from "../../../lib/local/kafka/protocol/messages/create_topics.ts";
import { fetchRequest, fetchResponse } from "../../../lib/local/kafka/protocol/messages/fetch.ts";
import {
  initProducerIdRequest,
  initProducerIdResponse,
} from "../../../lib/local/kafka/protocol/messages/init_producer_id.ts";
import {
  listOffsetsRequest,
  listOffsetsResponse,
} from "../../../lib/local/kafka/protocol/messages/list_offsets.ts";
import {
  metadataRequest,
  metadataResponse,
} from "../../../lib/local/kafka/protocol/messages/metadata.ts";
import {
  produceRequest,
  produceResponse,
} from "../../../lib/local/kafka/protocol/messages/produce.ts";
import { batchOf, connectRaw, type RawConnection, requestBytes, testBroker } from "./helpers.ts";

/** Makes a topic of one partition, and returns its id. */
async function makeTopic(raw: RawConnection, name: string, configs: Record<string, string> = {}) {
  const { topics } = await raw.call(createTopicsRequest, createTopicsResponse, 7, {
    topics: [{
      name,
      numPartitions: 1,
      replicationFactor: 1,
      assignments: [],
      configs: Object.entries(configs).map(([name, value]) => ({ name, value })),
    }],
  });
  assertEquals(topics[0]!.errorCode, 0);
  return topics[0]!.topicId;
}

/** Sends a batch, and returns what the broker says of it. */
async function send(raw: RawConnection, records: Uint8Array | null, options: {
  topic?: string;
  version?: number;
  acks?: number;
  transactionalId?: string;
} = {}) {
  const { topic: name = "t", version = 9, acks = -1, transactionalId = null } = options;
  const { responses } = await raw.call(produceRequest, produceResponse, version, {
    transactionalId,
    acks,
    timeoutMs: 1_000,
    topicData: [{ name, partitionData: [{ index: 0, records }] }],
  });
  const { errorCode, baseOffset } = responses[0]!.partitionResponses[0]!;
  return { errorCode, baseOffset };
}

function fetchOf(offset: bigint, options: {
  topicId?: string;
  maxWaitMs?: number;
  minBytes?: number;
  sessionId?: number;
  partition?: number;
} = {}) {
  const { topicId = "", maxWaitMs = 0, minBytes = 1, sessionId = 0, partition = 0 } = options;
  return {
    maxWaitMs,
    minBytes,
    isolationLevel: 0,
    sessionId,
    topics: [{
      topic: "t",
      topicId,
      partitions: [{ partition, fetchOffset: offset, partitionMaxBytes: 1 << 20 }],
    }],
    ...(sessionId === 0 ? {} : { sessionEpoch: 3 }),
  };
}

Deno.test("ApiVersions in a version that is not known is answered in version 0 (KIP-511)", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  const bytes = requestBytes(apiVersionsRequest, 3, {});
  new DataView(bytes.buffer).setInt16(2, 99);
  await raw.sendFrame(bytes);
  const answer = (await raw.receiveFrame())!;
  const view = new DataView(answer.buffer, answer.byteOffset);
  // correlation_id int32 · error_code int16 · [api_keys] int32 · …
  assertEquals([view.getInt32(0), view.getInt16(4)], [1, 35]);
  assertEquals(answer.length, 4 + 2 + 4 + view.getInt32(6) * 6);
  // The connection goes on.
  const { errorCode } = await raw.call(apiVersionsRequest, apiVersionsResponse, 3, {});
  assertEquals(errorCode, 0);
});

Deno.test("ApiVersions has no tagged fields in its header, whatever its version", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  for (let version = 0; version <= 4; version++) {
    const { apiKeys } = await raw.call(apiVersionsRequest, apiVersionsResponse, version, {});
    const produce = apiKeys.find(({ apiKey }) => apiKey === 0)!;
    assertEquals([produce.minVersion, produce.maxVersion >= 9], [0, true]);
  }
});

Deno.test("an API there is not, and a version there is not, close the connection", async () => {
  await using broker = await testBroker();
  for (const [key, version] of [[999, 0], [-1, 0], [24, 0], [0, 2], [1, 99], [3, -1]]) {
    using raw = await connectRaw(broker.port);
    const bytes = requestBytes(metadataRequest, 1, { topics: null });
    new DataView(bytes.buffer).setInt16(0, key!);
    new DataView(bytes.buffer).setInt16(2, version!);
    await raw.sendFrame(bytes);
    assertEquals(await raw.receiveFrame(), undefined);
  }
  assertEquals(broker.errors, []);
});

Deno.test("a batch that is not whole, not intact or not of format 2 is refused with Kafka's error", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  await makeTopic(raw, "t");
  const good = () => batchOf({ values: ["a", "b"] });
  const changed = async (change: (view: DataView) => void) => {
    const batch = await good();
    change(new DataView(batch.buffer));
    return batch;
  };
  const CORRUPT_MESSAGE = 2;
  const INVALID_RECORD = 87;
  assertEquals(
    (await send(raw, await changed((v) => v.setUint8(70, 0xff)))).errorCode,
    CORRUPT_MESSAGE,
  );
  assertEquals(
    (await send(raw, await changed((v) => v.setUint32(17, 1)))).errorCode,
    CORRUPT_MESSAGE,
  );
  assertEquals(
    (await send(raw, await changed((v) => v.setInt32(8, 9999)))).errorCode,
    INVALID_RECORD,
  );
  assertEquals(
    (await send(raw, await changed((v) => v.setInt32(8, 10)))).errorCode,
    CORRUPT_MESSAGE,
  );
  assertEquals((await send(raw, (await good()).slice(0, 40))).errorCode, INVALID_RECORD);
  assertEquals((await send(raw, await changed((v) => v.setInt8(16, 1)))).errorCode, INVALID_RECORD);
  assertEquals((await send(raw, null)).errorCode, INVALID_RECORD);
  const two = new Uint8Array([...await good(), ...await good()]);
  assertEquals((await send(raw, two)).errorCode, INVALID_RECORD);
  assertEquals(await send(raw, await good()), { errorCode: 0, baseOffset: 0n });
});

Deno.test("acks other than -1, 0 and 1 are refused; with 0 there is no answer", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  await makeTopic(raw, "t");
  const INVALID_REQUIRED_ACKS = 21;
  assertEquals((await send(raw, await batchOf(), { acks: 2 })).errorCode, INVALID_REQUIRED_ACKS);
  await raw.send(produceRequest, produceResponse, 9, {
    acks: 0,
    timeoutMs: 1_000,
    topicData: [{ name: "t", partitionData: [{ index: 0, records: await batchOf() }] }],
  });
  // The next answer is the next request's.
  assertEquals(await send(raw, await batchOf(), { acks: 1 }), { errorCode: 0, baseOffset: 1n });
});

Deno.test("an idempotent producer's repeated batch is answered as the first time; a gap is refused", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  await makeTopic(raw, "t");
  const { producerId } = await raw.call(initProducerIdRequest, initProducerIdResponse, 4, {
    transactionTimeoutMs: 0,
  });
  const batch = (baseSequence: number, producerEpoch = 0) =>
    batchOf({ values: ["a", "b"], producerId: Number(producerId), producerEpoch, baseSequence });
  for (let i = 0; i < 6; i++) {
    assertEquals(await send(raw, await batch(2 * i)), { errorCode: 0, baseOffset: BigInt(2 * i) });
  }
  const OUT_OF_ORDER_SEQUENCE_NUMBER = 45;
  const INVALID_PRODUCER_EPOCH = 47;
  for (let round = 0; round < 2; round++) {
    using raw = await connectRaw(broker.port);
    for (let i = 1; i < 6; i++) {
      assertEquals(await send(raw, await batch(2 * i)), {
        errorCode: 0,
        baseOffset: BigInt(2 * i),
      });
    }
    // Five batches are remembered.
    assertEquals((await send(raw, await batch(0))).errorCode, OUT_OF_ORDER_SEQUENCE_NUMBER);
    assertEquals((await send(raw, await batch(14))).errorCode, OUT_OF_ORDER_SEQUENCE_NUMBER);
    if (round === 0) await broker.restart();
  }
  using again = await connectRaw(broker.port);
  assertEquals((await send(again, await batch(2, 1))).errorCode, OUT_OF_ORDER_SEQUENCE_NUMBER);
  assertEquals(await send(again, await batch(0, 1)), { errorCode: 0, baseOffset: 12n });
  assertEquals((await send(again, await batch(12, 0))).errorCode, INVALID_PRODUCER_EPOCH);
  const other = await again.call(initProducerIdRequest, initProducerIdResponse, 4, {
    transactionTimeoutMs: 0,
  });
  assertEquals(other.producerId > producerId, true);
});

Deno.test("transactions are refused at the first call, with the error every client stops at", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  await makeTopic(raw, "t");
  const TRANSACTIONAL_ID_AUTHORIZATION_FAILED = 53;
  const init = await raw.call(initProducerIdRequest, initProducerIdResponse, 4, {
    transactionalId: "tx",
    transactionTimeoutMs: 1,
  });
  assertEquals(init.errorCode, TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
  const sent = await send(raw, await batchOf(), { transactionalId: "tx" });
  assertEquals(sent.errorCode, TRANSACTIONAL_ID_AUTHORIZATION_FAILED);
});

Deno.test("a fetch waits for records, and is woken by them", async () => {
  await using broker = await testBroker();
  using reader = await connectRaw(broker.port);
  using writer = await connectRaw(broker.port);
  const topicId = await makeTopic(reader, "t");
  for (const version of [4, 11, 12, 13, 16]) {
    const { topics } = await writer.call(listOffsetsRequest, listOffsetsResponse, 5, {
      replicaId: -1,
      isolationLevel: 0,
      topics: [{ name: "t", partitions: [{ partitionIndex: 0, timestamp: -1n }] }],
    });
    const end = topics[0]!.partitions[0]!.offset;
    const answer = await reader.send(
      fetchRequest,
      fetchResponse,
      version,
      fetchOf(end, { topicId, maxWaitMs: 600_000 }),
    );
    await send(writer, await batchOf());
    const { responses } = await answer();
    const partition = responses[0]!.partitions[0]!;
    assertEquals([partition.errorCode, partition.highWatermark], [0, end + 1n]);
    assertEquals(partition.records!.length > 61, true);
  }
});

Deno.test("a fetch that waits is answered when the client asks for something else meanwhile", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  const topicId = await makeTopic(raw, "t");
  const body = fetchOf(0n, { topicId, maxWaitMs: 600_000 });
  const first = await raw.send(fetchRequest, fetchResponse, 13, body);
  const second = await raw.send(metadataRequest, metadataResponse, 9, { topics: null });
  assertEquals((await first()).responses[0]!.partitions[0]!.records!.length, 0);
  assertEquals((await second()).topics.length, 1);
});

Deno.test("a fetch is told what is wrong with its topic, offset, epoch or session", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  const topicId = await makeTopic(raw, "t");
  const fault = async (version: number, body: ReturnType<typeof fetchOf>) => {
    const answer = await raw.call(fetchRequest, fetchResponse, version, body);
    return answer.errorCode || answer.responses[0]!.partitions[0]!.errorCode;
  };
  const wait = { maxWaitMs: 600_000 };
  assertEquals(await fault(11, fetchOf(1n, wait)), 1); // OFFSET_OUT_OF_RANGE
  assertEquals(await fault(11, fetchOf(0n, { ...wait, partition: 1 })), 3); // UNKNOWN_TOPIC_OR_PARTITION
  assertEquals(await fault(13, fetchOf(0n, { ...wait, topicId: "1".repeat(32) })), 100); // UNKNOWN_TOPIC_ID
  assertEquals(await fault(13, fetchOf(0n, { ...wait, topicId, sessionId: 5 })), 70); // FETCH_SESSION_ID_NOT_FOUND
});

Deno.test("topics are made by a Metadata request that allows it, on a broker that allows it", async () => {
  await using broker = await testBroker({ "num.partitions": 2 });
  const ask = async (name: string, allowAutoTopicCreation: boolean) => {
    using raw = await connectRaw(broker.port);
    const { topics } = await raw.call(metadataRequest, metadataResponse, 9, {
      topics: [{ name }],
      allowAutoTopicCreation,
    });
    return [topics[0]!.errorCode, topics[0]!.partitions.length];
  };
  assertEquals(await ask("made", false), [3, 0]);
  assertEquals(await ask("made", true), [0, 2]);
  assertEquals(await ask("../made", true), [17, 0]);
  await broker.restart({ "auto.create.topics.enable": false });
  assertEquals(await ask("another", true), [3, 0]);
  assertEquals(await ask("made", true), [0, 2]);
});

Deno.test("with LogAppendTime the broker stamps the records", async () => {
  await using broker = await testBroker();
  using raw = await connectRaw(broker.port);
  const topicId = await makeTopic(raw, "t", { "message.timestamp.type": "LogAppendTime" });
  const before = Date.now();
  await send(raw, await batchOf({ timestamp: 5 }));
  const { responses } = await raw.call(fetchRequest, fetchResponse, 13, fetchOf(0n, { topicId }));
  const records = responses[0]!.partitions[0]!.records!;
  const view = new DataView(records.buffer, records.byteOffset);
  assertEquals(view.getInt16(21) & 0x08, 0x08);
  const stamp = Number(view.getBigInt64(35));
  assertEquals(stamp >= before && stamp <= Date.now(), true);
});
