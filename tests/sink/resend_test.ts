import { assertEquals } from "@std/assert";
import { tail } from "../../lib/kafka/mod.ts";
import { consume, resendDeadLetters, verifyObjects } from "../../lib/sink/mod.ts";
import { type Services, services } from "./services.ts";

const BAD = ["no json", "[1]", "null", "{", "7"];

/** Services on whose topic each of the values is a dead letter. */
async function withLetters(): Promise<Services> {
  const test = await services();
  await test.createTopic(2);
  await test.send(BAD.map((value, i) => ({ value, partition: i % 2 })));
  assertEquals((await consume(test.config, { count: BAD.length })).deadLetters, BAD.length);
  return test;
}

/** Values of the first records in the topic that name a dead letter. */
async function resent(test: Services, expected: number): Promise<string[]> {
  const values: string[] = [];
  for await (const { headers, value } of tail(test.config, { from: "earliest" })) {
    if (headers["dead-letter"] !== undefined) values.push(value ?? "");
    if (values.length === expected) break;
  }
  return values.sort();
}

Deno.test("dead letters are sent again once, however often that is asked", async () => {
  await using test = await withLetters();
  const { config } = test;
  const { topic } = config.kafka;
  assertEquals(await resendDeadLetters(config), { topic, sent: 5, sentBefore: 0 });
  assertEquals(await resendDeadLetters(config), { topic, sent: 0, sentBefore: 5 });
  assertEquals(await resent(test, 5), BAD.toSorted());
  // What was sent is a dead letter again, and a new one: that goes once, too.
  assertEquals((await consume(config, { count: 5 })).deadLetters, 5);
  assertEquals(await resendDeadLetters(config), { topic, sent: 5, sentBefore: 5 });
  const mended = { topic: "mended" };
  assertEquals(await resendDeadLetters(config, mended), { ...mended, sent: 10, sentBefore: 0 });
  assertEquals((await resendDeadLetters(config, { ...mended, all: true })).sent, 10);
  assertEquals((await resendDeadLetters(config, mended)).sentBefore, 10);
  assertEquals((await verifyObjects(config)).problems, []);
});

Deno.test("a letter is known by the record that a run sent before it was cut off", async () => {
  await using test = await withLetters();
  const { topic } = test.config.kafka;
  await test.send([{ value: "no json", headers: { "dead-letter": `${topic}/0/0` } }]);
  assertEquals(await resendDeadLetters(test.config), { topic, sent: 4, sentBefore: 1 });
  assertEquals(await resent(test, 5), BAD.toSorted());
});

Deno.test("only what was chosen is sent, and counted as left out", async () => {
  await using test = await withLetters();
  const { topic } = test.config.kafka;
  const only = ({ partition }: { partition: number }) => partition === 0;
  assertEquals(await resendDeadLetters(test.config, { only }), { topic, sent: 3, sentBefore: 0 });
  assertEquals(await resendDeadLetters(test.config, { only }), { topic, sent: 0, sentBefore: 3 });
  assertEquals(await resendDeadLetters(test.config), { topic, sent: 2, sentBefore: 3 });
});
