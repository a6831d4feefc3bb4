import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import type { Kafka } from "kafkajs";
import { brokerProcess, commitOffset, createPartitioner, kafkaAt } from "./helpers.ts";
import { until } from "../../until.ts";

const TOPIC = "t";

/** Sends numbered records until the broker goes; returns how many were acknowledged, in order. */
async function sendUntilKilled(kafka: Kafka, onAcknowledged: (count: number) => void) {
  const producer = kafka.producer({ idempotent: true, createPartitioner, retry: { retries: 1 } });
  await producer.connect();
  let acknowledged = 0;
  try {
    for (;;) {
      const messages = Array.from({ length: 50 }, (_, i) => ({
        value: `${acknowledged + i}`.padEnd(2_000, "."),
        partition: 0,
      }));
      await producer.send({ topic: TOPIC, messages });
      acknowledged += messages.length;
      onAcknowledged(acknowledged);
    }
  } catch {
    // The broker was killed: what was on its way may or may not be in the log.
    return acknowledged;
  } finally {
    await producer.disconnect();
  }
}

async function highWatermark(kafka: Kafka): Promise<number> {
  const admin = kafka.admin();
  await admin.connect();
  const [offsets] = await admin.fetchTopicOffsets(TOPIC);
  await admin.disconnect();
  return Number(offsets!.high);
}

/** Reads all records of the partition, and says which numbers they carry. */
async function readNumbers(kafka: Kafka, count: number): Promise<number[]> {
  const numbers: number[] = [];
  const consumer = kafka.consumer({ groupId: "reader", maxWaitTimeInMs: 100 });
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ message }) => {
      numbers.push(Number.parseInt(String(message.value)));
      return Promise.resolve();
    },
  });
  await until(() => numbers.length >= count, `${count} records came`);
  await consumer.disconnect();
  return numbers;
}

Deno.test("a kill in the middle of writing, and a cut segment, lose no acknowledged record", async () => {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-kill-" });
  const settings = { "num.partitions": 1, "log.segment.bytes": 1_000_000 };
  let least = 0;
  for (let round = 0; round < 3; round++) {
    const broker = await brokerProcess(dir, settings);
    const kafka = kafkaAt(broker.port);
    const enough = Promise.withResolvers<void>();
    const sending = sendUntilKilled(kafka, (count) => {
      if (count >= 1_000) enough.resolve();
    });
    await Promise.race([enough.promise, sending]);
    await broker.kill();
    least += await sending;
    // The kill may have come between two writes: half a batch is what it leaves otherwise.
    const segments = [...Deno.readDirSync(join(dir, "kafka", `${TOPIC}-0`))]
      .map(({ name }) => name).filter((name) => name.endsWith(".log")).sort();
    const last = join(dir, "kafka", `${TOPIC}-0`, segments.at(-1)!);
    const torn = Deno.readFileSync(last).subarray(0, 5_000);
    Deno.writeFileSync(last, torn, { append: true });
    assert(segments.length > 1, `${segments}`);
  }
  const broker = await brokerProcess(dir, settings);
  const kafka = kafkaAt(broker.port);
  const high = await highWatermark(kafka);
  // A batch in flight at each kill may be there as well.
  assert(high >= least && high <= least + 3 * 50, `${high} records of ${least} acknowledged`);
  const numbers = await readNumbers(kafka, high);
  assertEquals(numbers.length, high);
  // Each round counts from 0 without a gap or a repetition.
  numbers.forEach((number, i) => assert(number === 0 || number === numbers[i - 1]! + 1));
  assertEquals(numbers.filter((number) => number === 0).length, 3);
  await broker.kill();
  await Deno.remove(dir, { recursive: true });
});

Deno.test("a committed offset outlives a kill", async () => {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-kill-" });
  for (let offset = 1; offset <= 3; offset++) {
    const broker = await brokerProcess(dir, { "num.partitions": 1 });
    const kafka = kafkaAt(broker.port);
    const producer = kafka.producer({ createPartitioner });
    await producer.connect();
    await producer.send({ topic: TOPIC, messages: [{ value: "v" }] });
    const admin = kafka.admin();
    await admin.connect();
    if (offset > 1) {
      const [committed] = await admin.fetchOffsets({ groupId: "g", topics: [TOPIC] });
      assertEquals(committed!.partitions[0]!.offset, `${offset - 1}`);
    }
    await commitOffset(broker.port, "g", TOPIC, BigInt(offset));
    await broker.kill();
    await Promise.all([producer.disconnect(), admin.disconnect()]);
  }
  await Deno.remove(dir, { recursive: true });
});
