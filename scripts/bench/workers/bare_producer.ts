/**
 * A bare loop of kafkajs: random rows of the sample, 1,000 to a request, idempotent, all replicas.
 * Arguments: broker, topic, records.
 */
import { Kafka, logLevel, Partitioners } from "kafkajs";
import { loadCsv, SAMPLE_FILE, sampleRecords } from "../../../lib/stock/mod.ts";

const [broker = "", topic = "", count = "0"] = Deno.args;
const records = Number(count);
const { records: rows } = await loadCsv(SAMPLE_FILE);
const source = sampleRecords(rows, { seed: 1 });
const producer = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).producer({
  idempotent: true,
  maxInFlightRequests: 1,
  createPartitioner: Partitioners.DefaultPartitioner,
});
await producer.connect();
const start = performance.now();
for (let sent = 0; sent < records; sent += 1_000) {
  const messages = [];
  for (let n = 0; n < 1_000; n++) {
    const row = source.next().value;
    if (row) messages.push({ key: String(row.Index), value: JSON.stringify(row) });
  }
  await producer.send({ topic, messages, acks: -1 });
}
const seconds = (performance.now() - start) / 1000;
await producer.disconnect();
Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify({ records, seconds })}\n`));
Deno.exit();
