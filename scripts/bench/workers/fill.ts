/**
 * Fills a topic evenly with rows of the sample. Arguments: broker, topic, partitions, records.
 */
import { loadConfig } from "../../../lib/config.ts";
import { createKafka } from "../../../lib/kafka_client/client.ts";
import { loadCsv, SAMPLE_FILE } from "../../../lib/stock/mod.ts";

const [broker = "", topic = "", lanes = "1", count = "0"] = Deno.args;
const partitions = Number(lanes);
const share = Math.ceil(Number(count) / partitions);
const kafka = createKafka(loadConfig({ KAFKA_BROKERS: broker }));

/** Rows of a request. */
const BATCH = 1_000;

const { records: rows } = await loadCsv(SAMPLE_FILE);
const values = rows.map((row) => JSON.stringify(row));
const admin = kafka.admin();
await admin.connect();
await admin.createTopics({ topics: [{ topic, numPartitions: partitions }], waitForLeaders: true });
await admin.disconnect();
const producer = kafka.producer({
  createPartitioner: () => ({ message }) => message.partition ?? 0,
});
await producer.connect();
for (let sent = 0; sent < share; sent += BATCH) {
  for (let partition = 0; partition < partitions; partition++) {
    const messages = Array.from({ length: Math.min(BATCH, share - sent) }, (_, n) => ({
      value: values[(sent + n) % values.length] ?? "",
      partition,
    }));
    await producer.send({ topic, messages, acks: -1 });
  }
}
await producer.disconnect();
const line = JSON.stringify({ records: share * partitions });
Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
Deno.exit();
