/**
 * Sends rows of the sample to a topic as fast as the project's kafkajs can, or reads a topic with one
 * as released and throws its records away. Arguments: send or read, broker, topic, records. Tells how long it took, and when it began and
 * ended by the machine's clock, for there may be several at once.
 */
import { Kafka, logLevel } from "kafkajs";
import { loadConfig } from "../../../lib/config.ts";
import { createKafka } from "../../../lib/kafka_client/client.ts";
import { loadCsv, SAMPLE_FILE } from "../../../lib/stock/mod.ts";

const [way = "", broker = "", topic = "", count = "0"] = Deno.args;
const records = Number(count);
/** From when to when, in milliseconds since the process began. */
interface Span {
  start: number;
  end: number;
}

/** Rows of a request. */
const BATCH = 500;

async function send(): Promise<Span> {
  const { records: rows } = await loadCsv(SAMPLE_FILE);
  const values = rows.map((row) => JSON.stringify(row));
  const kafka = createKafka(loadConfig({ KAFKA_BROKERS: broker }));
  const producer = kafka.producer({
    createPartitioner: () => ({ message }) => message.partition ?? 0,
  });
  await producer.connect();
  const start = performance.now();
  const lane = async (partition: number, share: number) => {
    for (let sent = 0; sent < share; sent += BATCH) {
      const messages = Array.from({ length: Math.min(BATCH, share - sent) }, (_, n) => ({
        value: values[(sent + n) % values.length] ?? "",
        partition,
      }));
      await producer.send({ topic, messages, acks: -1 });
    }
  };
  await Promise.all([0, 1, 2].map((partition) => lane(partition, records / 3)));
  const end = performance.now();
  await producer.disconnect();
  return { start, end };
}

async function read(): Promise<Span> {
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({
    groupId: `bench-${crypto.randomUUID()}`,
    maxBytesPerPartition: 4 << 20,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const all = Promise.withResolvers<void>();
  let seen = 0;
  let start = performance.now();
  consumer.on(consumer.events.GROUP_JOIN, () => start = performance.now());
  await consumer.run({
    autoCommit: false,
    eachBatch: ({ batch }) => {
      seen += batch.messages.length;
      if (seen >= records) all.resolve();
      return Promise.resolve();
    },
  });
  await all.promise;
  return { start, end: performance.now() };
}

const { start, end } = way === "send" ? await send() : await read();
const { timeOrigin } = performance;
const told = {
  records,
  seconds: (end - start) / 1000,
  startedAt: timeOrigin + start,
  endedAt: timeOrigin + end,
};
Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(told)}\n`));
Deno.exit();
