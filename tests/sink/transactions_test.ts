/**
 * What the sink makes of transactions. The embedded Kafka refuses them, so these run against the one
 * that `TEST_KAFKA_BROKERS` names.
 */
import { assertEquals } from "@std/assert";
import { consume } from "../../lib/sink/mod.ts";
import { linesIn, services } from "./services.ts";

const broker = Deno.env.get("TEST_KAFKA_BROKERS");
if (!broker) console.warn("skipped: transactions, which need TEST_KAFKA_BROKERS");

Deno.test({
  name: "records of aborted transactions are not stored, whatever lies between them",
  ignore: !broker,
  fn: async () => {
    await using test = await services();
    await test.createTopic(1);
    const { topic } = test.config.kafka;
    const producers = await Promise.all(["a", "b"].map(async (name) => {
      const transactionalId = `${name}-${topic}`;
      const producer = test.kafka.producer({ transactionalId, maxInFlightRequests: 1 });
      await producer.connect();
      return producer;
    }));
    const committed: string[] = [];
    for (let round = 0; round < 6; round++) {
      const open = await Promise.all(producers.map((producer) => producer.transaction()));
      const keeps = [round % 2 === 0, round % 3 === 0];
      for (let turn = 0; turn < 4; turn++) {
        const values = Array.from({ length: 1 + turn }, (_, n) => `{"at":"${round}.${turn}.${n}"}`);
        await open[turn % 2]!.send({ topic, messages: values.map((value) => ({ value })) });
        if (keeps[turn % 2]) committed.push(...values);
      }
      await open[1]![keeps[1] ? "commit" : "abort"]();
      await open[0]![keeps[0] ? "commit" : "abort"]();
    }
    for (const producer of producers) await producer.disconnect();

    // A sink that is ended in the middle goes on inside of what was aborted.
    const first = await consume(test.config, { count: 7 });
    const second = await consume(test.config, { untilIdleSeconds: 3 });
    const lines = (await test.objects()).flatMap(linesIn);
    const places = lines.map((line) => JSON.parse(line).at as string);
    assertEquals(places, committed.map((value) => JSON.parse(value).at));
    assertEquals(first.records + second.records, committed.length);
  },
});
