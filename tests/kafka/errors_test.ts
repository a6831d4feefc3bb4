import { assertEquals, assertRejects } from "@std/assert";
import type { Cluster } from "kafkajs";
import createAdmin from "kafkajs/src/admin/index.js";
import { loadConfig } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { createKafka, listTopics } from "../../lib/kafka/mod.ts";
import { kafkaError } from "../../lib/kafka_client/errors.ts";
import { isFatal } from "../../lib/sink/group/fatal.ts";
import { freePort } from "../free_port.ts";
import { startProxy } from "./proxy.ts";
import { configFor, testKafka } from "./test_kafka.ts";

async function failureOf(run: () => Promise<unknown>): Promise<TickertapeError> {
  return await assertRejects(run, TickertapeError);
}

Deno.test("nothing listens: the address, and how to start the embedded stack", async () => {
  const address = `127.0.0.1:${freePort()}`;
  const error = await failureOf(() => listTopics(configFor(address, "t")));
  assertEquals([error.code, error.retriable], ["KAFKA_UNREACHABLE", true]);
  assertEquals(error.message, `Could not reach Kafka at ${address}: nothing listens there`);
  assertEquals(error.remedy.includes("deno task local"), true);
});

Deno.test("where the client reads from no answer, the brokers went away, and may come back", async () => {
  const cluster = { metadata: () => Promise.resolve(null) } as unknown as Cluster;
  const admin = createAdmin({ cluster, logger: { namespace: () => ({}) } });
  for (const ask of [() => admin.listTopics(), () => admin.fetchTopicMetadata({ topics: ["t"] })]) {
    const stumbled = await assertRejects(ask, TypeError);
    const error = kafkaError(stumbled, configFor("127.0.0.1:9", "t").kafka);
    assertEquals(error instanceof TickertapeError && [error.code, error.message, error.retriable], [
      "KAFKA_UNREACHABLE",
      "Could not reach Kafka at 127.0.0.1:9: no broker answers",
      true,
    ]);
    assertEquals(isFatal(error), false);
  }
});

Deno.test("an advertised address that cannot be reached is named as such", async () => {
  await using kafka = await testKafka();
  const [host = "", port = ""] = kafka.broker.split(":");
  const advertised = freePort();
  const proxy = startProxy(kafka.broker, () => "pass", advertised);
  const error = await failureOf(async () => {
    const admin = createKafka(configFor(proxy.address, "t")).admin();
    await admin.connect();
    try {
      await admin.createTopics({ topics: [{ topic: "t" }] });
    } finally {
      await admin.disconnect();
    }
  });
  await proxy.close();
  assertEquals(host !== "" && port !== "", true);
  assertEquals(error.code, "KAFKA_ADVERTISED");
  assertEquals(
    error.message,
    `Kafka at ${proxy.address} answers, but says to use 127.0.0.1:${advertised}, ` +
      "which cannot be reached: nothing listens there",
  );
  assertEquals(error.remedy.includes("advertised.listeners"), true);
});

Deno.test("TLS to a port that speaks plain text is an error about TLS", async () => {
  await using kafka = await testKafka();
  const config = loadConfig({ KAFKA_BROKERS: kafka.broker, KAFKA_SSL: "true" });
  assertEquals((await failureOf(() => listTopics(config))).code, "KAFKA_TLS");
});

Deno.test("a refused account is an error about the account, without its password", async () => {
  await using kafka = await testKafka();
  const config = loadConfig({
    KAFKA_BROKERS: kafka.broker,
    KAFKA_SASL_MECHANISM: "plain",
    KAFKA_USERNAME: "alice",
    KAFKA_PASSWORD: "not-to-be-shown",
  });
  const error = await failureOf(() => listTopics(config));
  assertEquals(error.code, "KAFKA_AUTHENTICATION");
  assertEquals(error.message.includes("alice"), true);
  assertEquals(Deno.inspect(error).includes("not-to-be-shown"), false);
});

Deno.test("an authority's certificate that is not there is a usage error", () => {
  const config = loadConfig({ KAFKA_SSL: "true", KAFKA_SSL_CA: "no-such.pem" });
  try {
    createKafka(config);
  } catch (error) {
    assertEquals((error as TickertapeError).code, "USAGE");
    return;
  }
  throw new Error("It made a client");
});
