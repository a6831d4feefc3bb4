/**
 * A group of consumers with as many partitions, which reads what is sent once all have joined.
 * Arguments: broker, consumers, records.
 */
import { Kafka, logLevel } from "kafkajs";

const [broker = "", members = "0", count = "0"] = Deno.args;
const consumers = Number(members);
const records = Number(count);
const topic = "bench";

/** Longest wait for the group to settle, and for the records. */
const PATIENCE_MS = 60_000;

const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
const admin = kafka.admin();
await admin.connect();
await admin.createTopics({ topics: [{ topic, numPartitions: consumers, replicationFactor: 1 }] });
await admin.disconnect();

/** Partitions of each member, as it was told last. */
const assignments = new Map<number, number[]>();
const seen = new Map<string, number>();
let total = 0;
const settled = Promise.withResolvers<void>();
const read = Promise.withResolvers<void>();

const group = Array.from({ length: consumers }, (_, member) => {
  const consumer = kafka.consumer({ groupId: "bench" });
  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    assignments.set(member, payload.memberAssignment[topic] ?? []);
    if (assigned() === consumers) settled.resolve();
  });
  return consumer;
});

/** Members that have one partition, which nobody else has. */
function assigned(): number {
  const single = Array.from(assignments.values()).filter(({ length }) => length === 1);
  return new Set(single.flat()).size;
}

const started = performance.now();
await Promise.all(group.map(async (consumer) => {
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    eachBatch: ({ batch }) => {
      for (const { offset } of batch.messages) {
        const record = `${batch.partition}/${offset}`;
        seen.set(record, (seen.get(record) ?? 0) + 1);
        total++;
      }
      if (seen.size >= records) read.resolve();
      return Promise.resolve();
    },
  });
}));
await within(settled.promise);
const joinSeconds = (performance.now() - started) / 1000;

const producer = kafka.producer({ createPartitioner: () => ({ message }) => message.partition! });
await producer.connect();
const sentFrom = performance.now();
for (let sent = 0; sent < records; sent += 1_000) {
  const messages = Array.from({ length: Math.min(1_000, records - sent) }, (_, n) => ({
    value: `record ${sent + n}`,
    partition: (sent + n) % consumers,
  }));
  await producer.send({ topic, messages, acks: -1 });
}
await within(read.promise);
const readSeconds = (performance.now() - sentFrom) / 1000;
const told = { assigned: assigned(), joinSeconds, seen: total, distinct: seen.size, readSeconds };
await Promise.all([producer, ...group].map((client) => client.disconnect()));
Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(told)}\n`));
Deno.exit();

/** What does not come in time is told as it is then. */
async function within(promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => timer = setTimeout(resolve, PATIENCE_MS));
  await Promise.race([promise, patience]);
  clearTimeout(timer);
}
