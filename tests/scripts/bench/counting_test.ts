import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { assertEquals, assertGreaterOrEqual } from "@std/assert";
import { Kafka, logLevel } from "kafkajs";
import { s3ClientOptions } from "../../../lib/aws.ts";
import { loadConfig } from "../../../lib/config.ts";
import { startStack } from "../../../lib/local/mod.ts";
import { countHttpRequests } from "../../../scripts/bench/count_http.ts";
import { countKafkaRequests } from "../../../scripts/bench/count_kafka.ts";
import { formatCounts } from "../../../scripts/bench/counting.ts";

Deno.test("requests to Kafka are counted by API, and clients stay with the proxy", async () => {
  const dataDir = await Deno.makeTempDir();
  const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
  const proxy = await countKafkaRequests(stack.kafka);
  try {
    const kafka = new Kafka({ brokers: [proxy.address], logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: "counted", numPartitions: 1 }] });
    const told = (await admin.describeCluster()).brokers.map(({ host, port }) => `${host}:${port}`);
    assertEquals(told, [proxy.address]);
    await admin.disconnect();

    const producer = kafka.producer();
    await producer.connect();
    // An answer that holds this value is longer than any piece it comes in, and keeps its bytes.
    const value = `${stack.kafka} ${"x".repeat(700_000)}`;
    for (let sent = 0; sent < 3; sent++) {
      await producer.send({ topic: "counted", messages: [{ value }] });
    }
    await producer.disconnect();

    const consumer = kafka.consumer({ groupId: "counted" });
    await consumer.connect();
    await consumer.subscribe({ topics: ["counted"], fromBeginning: true });
    const values: string[] = [];
    const all = Promise.withResolvers<void>();
    await consumer.run({
      eachMessage: ({ message }) => {
        if (values.push(String(message.value)) === 3) all.resolve();
        return Promise.resolve();
      },
    });
    await all.promise;
    await consumer.disconnect();

    assertEquals(values, [value, value, value]);
    assertEquals(proxy.counts.get("CreateTopics"), 1);
    assertEquals(proxy.counts.get("Produce"), 3);
    assertEquals(proxy.counts.get("JoinGroup"), 2);
    assertGreaterOrEqual(proxy.counts.get("Fetch") ?? 0, 1);
  } finally {
    await proxy.close();
    await stack.close();
    await Deno.remove(dataDir, { recursive: true });
  }
});

Deno.test("requests to S3 are counted by method, and come through unchanged", async () => {
  const dataDir = await Deno.makeTempDir();
  const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
  const proxy = await countHttpRequests(stack.aws);
  const config = loadConfig({ AWS_ENDPOINT_URL: `http://${proxy.address}` });
  const s3 = new S3Client(s3ClientOptions(config));
  try {
    await s3.send(new CreateBucketCommand({ Bucket: "counted" }));
    const Body = new Uint8Array(3_000_000).fill(7);
    await s3.send(new PutObjectCommand({ Bucket: "counted", Key: "large", Body }));
    const url = `http://${proxy.address}/counted`;
    const got = new Uint8Array(await (await fetch(`${url}/large`)).arrayBuffer());
    assertEquals([got.length, got.every((byte) => byte === 7)], [3_000_000, true]);
    const missing = await fetch(`${url}/none`, { method: "HEAD" });
    assertEquals(missing.status, 404);
    assertEquals(Object.fromEntries(proxy.counts), { PUT: 2, GET: 1, HEAD: 1 });
  } finally {
    s3.destroy();
    await proxy.close();
    await stack.close();
    await Deno.remove(dataDir, { recursive: true });
  }
});

Deno.test("counts are told from the largest on, and what is rare as one", () => {
  const counts = { GET: 1, PUT: 1_200, HEAD: 3, DELETE: 1, POST: 1 };
  assertEquals(
    formatCounts(new Map(Object.entries(counts))),
    "1,206: PUT 1,200, HEAD 3, GET 1, others 2",
  );
  assertEquals(formatCounts(new Map()), "0");
});
