import { assert, assertEquals } from "@std/assert";
import { consume, type ConsumeOptions, verifyObjects } from "../../lib/sink/mod.ts";
import { prices, services } from "./services.ts";

Deno.test("two sinks share the partitions, and one that leaves hands on what it had", async () => {
  await using test = await services();
  await test.createTopic(4);
  for (let partition = 0; partition < 4; partition++) await test.send(prices(50, 0, partition));
  const options: ConsumeOptions = { flushSeconds: 0.2, flushRecords: 7 };
  const first = new AbortController();
  const one = consume(test.config, {
    ...options,
    signal: first.signal,
    onProgress: ({ records }) => records >= 200 && joined.resolve(),
  });
  const joined = Promise.withResolvers<void>();
  await joined.promise;
  const second = new AbortController();
  let stored = 0;
  const both = Promise.withResolvers<void>();
  const two = consume(test.config, {
    ...options,
    signal: second.signal,
    onProgress: ({ records }) => {
      stored = records;
      if (records >= 40) both.resolve();
    },
  });
  // Half of the partitions come to the second sink, once it has joined.
  let sent = 50;
  const sending = (async () => {
    while (stored < 40) {
      for (let partition = 0; partition < 4; partition++) {
        await test.send(prices(10, sent, partition));
      }
      sent += 10;
    }
  })();
  await both.promise;
  await sending;
  first.abort();
  await one;
  for (let partition = 0; partition < 4; partition++) await test.send(prices(5, sent, partition));
  sent += 5;
  second.abort();
  await two;
  await consume(test.config, { untilIdleSeconds: 1 });
  const report = await verifyObjects(test.config);
  assertEquals(report.problems, []);
  assertEquals(report.records, sent * 4);
  assert(report.partitions.every(({ pending }) => pending === 0));
});

Deno.test("a sink that ends while it joins leaves no member behind that the group waits for", async () => {
  await using test = await services();
  await test.createTopic(2);
  await test.send(prices(10));
  const stop = new AbortController();
  const stored = Promise.withResolvers<void>();
  const other = consume(test.config, {
    flushSeconds: 0.2,
    signal: stop.signal,
    onProgress: ({ records }) => records === 10 && stored.resolve(),
  });
  await stored.promise;
  const admin = test.kafka.admin();
  await admin.connect();
  for (const ms of [30, 90, 200]) {
    await consume(test.config, { signal: AbortSignal.timeout(ms) });
    const { groups } = await admin.describeGroups([test.config.kafka.groupId]);
    assertEquals(groups[0]!.members.length, 1, `after ${ms} ms`);
  }
  await admin.disconnect();
  stop.abort();
  await other;
});
