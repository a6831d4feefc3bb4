import { assert, assertEquals } from "@std/assert";
import { ensureTopic, produce } from "../../lib/kafka/mod.ts";
import type { StockRecord } from "../../lib/stock/mod.ts";
import { type Fate, startProxy } from "./proxy.ts";
import { configFor, readTopic, testKafka } from "./test_kafka.ts";

async function* numbered(count: number, size: number): AsyncGenerator<StockRecord[]> {
  for (let at = 0; at < count; at += size) {
    yield await Promise.resolve(
      Array.from({ length: size }, (_, n) => ({
        // Every seventh record has no key.
        key: (at + n) % 7 === 0 ? null : `k${(at + n) % 11}`,
        n: at + n,
      })),
    );
  }
}

async function sendThrough(fate: (request: number) => Fate, count: number): Promise<number> {
  await using kafka = await testKafka();
  const { topic } = kafka.config().kafka;
  await ensureTopic(configFor(kafka.broker, topic));
  const proxy = startProxy(kafka.broker, fate);
  try {
    const summary = await produce(configFor(proxy.address, topic), numbered(count, 50));
    assertEquals(summary.produced, count);
    const seen = await readTopic(kafka, topic);
    const numbers = seen.map(({ value }) => JSON.parse(value).n as number);
    assertEquals(numbers.toSorted((a, b) => a - b), Array.from({ length: count }, (_, n) => n));
    for (const key of new Set(seen.map((record) => record.key))) {
      if (key === null) continue;
      const ofKey = seen.filter((record) => record.key === key).map(({ value }) =>
        JSON.parse(value).n
      );
      assertEquals(ofKey, ofKey.toSorted((a, b) => a - b), `order of ${key}`);
    }
    for (const { partition, firstOffset, nextOffset } of summary.partitions) {
      const inPartition = seen.filter((record) => record.partition === partition);
      assertEquals([firstOffset, nextOffset], [0n, BigInt(inPartition.length)]);
    }
    return proxy.cuts;
  } finally {
    await proxy.close();
  }
}

Deno.test("answers that are lost again and again lose and repeat no record", async () => {
  const cuts = await sendThrough((request) => request % 3 === 0 ? "cut after" : "pass", 1_000);
  assert(cuts >= 20, `${cuts} cuts`);
});

Deno.test("requests and answers lost in turns, some twice in a row, lose and repeat none", async () => {
  const fates: Fate[] = ["pass", "cut before", "cut after", "pass", "cut after", "cut before"];
  const cuts = await sendThrough((request) => fates[request % fates.length] ?? "pass", 300);
  assert(cuts >= 10, `${cuts} cuts`);
});
