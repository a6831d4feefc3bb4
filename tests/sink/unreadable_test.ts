/**
 * Batches that are not what they ought to be: the sink neither passes over them, nor waits for better
 * ones. The fetches' answers are changed on their way.
 */
import { assertEquals, assertRejects } from "@std/assert";
import type { Buffer } from "node:buffer";
import { TickertapeError } from "../../lib/errors.ts";
import { consume } from "../../lib/sink/mod.ts";
import { startKafkaProxy } from "../fault/kafka_proxy.ts";
import { sealed } from "../kafka/record_batches.ts";
import { linesIn, prices, services } from "./services.ts";

/** Where the fields of a batch are, and before it the error of its partition. */
const AT = { errorCode: -38, length: 8, magic: 16, lastOffsetDelta: 23, count: 57, end: 61 };
/** Offset of the batch that is spoiled. */
const SPOILED = 3;

const CORRUPT_MESSAGE = 2;

/** Where the spoiled batch begins in an answer; -1 where it is not in it. */
function batchIn(frame: Buffer): number {
  for (let at = 0; at + AT.end < frame.length; at++) {
    const found = frame.readUInt32BE(at) === 0 && frame.readUInt32BE(at + 4) === SPOILED &&
      frame[at + AT.magic] === 2 && frame.readInt32BE(at + AT.lastOffsetDelta) === 1;
    if (found) return at;
  }
  return -1;
}

const faults: Record<string, [why: string, spoil: (batch: Buffer) => void]> = {
  "bytes that were never written": [
    "its format 0 is of before Kafka 0.11",
    (batch) => batch.fill(0),
  ],
  "a length beyond the answer": [
    "bytes of it alone",
    (batch) => batch.writeInt32BE(1_000_000, AT.length),
  ],
  "more records than there is room for": [
    "bytes for 2000000000 records",
    (batch) => {
      batch.writeInt32BE(2_000_000_000, AT.count);
      sealed(batch);
    },
  ],
  "fewer records than it has": [
    "something comes after its 1 records",
    (batch) => {
      batch.writeInt32BE(1, AT.count);
      sealed(batch);
    },
  ],
  "a digit that has become another": [
    "its checksum is not its bytes'",
    (batch) => batch[AT.end + 20]! ^= 1,
  ],
};

Deno.test("the sink ends at what is no batch, and commits nothing past what is stored", async (t) => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(SPOILED));
  await test.send(prices(2, SPOILED));
  const port = Number(test.config.kafka.brokers[0]!.split(":")[1]);
  for (const [name, [why, spoil]] of Object.entries(faults)) {
    await t.step(name, async () => {
      const config = structuredClone(test.config);
      config.kafka.groupId += name;
      config.s3.dataPrefix = name.replaceAll(/\W+/g, "-");
      // What comes in one answer with it is not taken: the records before it are stored first.
      await consume(config, { count: SPOILED });
      const proxy = await startKafkaProxy(port, () => 1, (frame) => {
        const at = batchIn(frame);
        if (at >= 0) spoil(frame.subarray(at));
      });
      const behind = { ...config, kafka: { ...config.kafka, brokers: [proxy.address] } };
      const error = await assertRejects(
        () => consume(behind, { untilIdleSeconds: 10 }),
        TickertapeError,
        why,
      );
      await proxy.close();
      assertEquals(error.code, "UNREADABLE_RECORDS");
      assertEquals(error.message.includes(`${config.kafka.topic}/0`), true, error.message);
      // The next run goes on with the records themselves.
      assertEquals((await consume(config, { count: 2 })).records, 2);
      const stored = (await test.objects()).filter(({ key }) => key.includes(config.s3.dataPrefix));
      assertEquals(stored.flatMap(linesIn).length, SPOILED + 2);
    });
  }
});

Deno.test("the sink ends where the broker says that its files are damaged", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(SPOILED));
  await test.send(prices(2, SPOILED));
  const { config } = test;
  await consume(config, { count: SPOILED });
  const port = Number(config.kafka.brokers[0]!.split(":")[1]);
  const proxy = await startKafkaProxy(port, () => 1, (frame) => {
    const at = batchIn(frame);
    if (at >= 0) frame.writeInt16BE(CORRUPT_MESSAGE, at + AT.errorCode);
  });
  const behind = { ...config, kafka: { ...config.kafka, brokers: [proxy.address] } };
  const error = await assertRejects(() => consume(behind, { count: 2 }), TickertapeError);
  await proxy.close();
  assertEquals(error.code, "KAFKA_DAMAGED");
  assertEquals((await consume(config, { count: 2 })).records, 2);
});
