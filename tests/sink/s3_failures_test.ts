import { assertEquals, assertRejects } from "@std/assert";
import { TickertapeError } from "../../lib/errors.ts";
import { consume, verifyObjects } from "../../lib/sink/mod.ts";
import { frontOf, prices, s3Error, services } from "./services.ts";

const stops: [number, string, string][] = [
  [403, "AccessDenied", "AWS_ACCESS_DENIED"],
  [400, "ExpiredToken", "AWS_CREDENTIALS_EXPIRED"],
  [403, "InvalidAccessKeyId", "AWS_BAD_CREDENTIALS"],
  [404, "NoSuchBucket", "S3_NO_BUCKET"],
  [507, "XMinioStorageFull", "S3_FULL"],
  [501, "NotImplemented", "S3_NOT_CONDITIONAL"],
];

Deno.test("what does not pass stops the sink at once, with nothing committed past what is stored", async (t) => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(6));
  for (const [status, name, code] of stops) {
    await t.step(`${status} ${name}`, async () => {
      const config = structuredClone(test.config);
      config.kafka.groupId += name;
      config.s3.dataPrefix = name;
      // The first object is stored, the second refused.
      await using s3 = frontOf(test, (put) => put > 1 ? s3Error(status, name) : undefined);
      config.aws = s3.config.aws;
      const failure = await assertRejects(
        () => consume(config, { flushRecords: 2, count: 6 }),
        TickertapeError,
      );
      assertEquals(failure.code, code, failure.message);
      const admin = test.kafka.admin();
      await admin.connect();
      const { groupId, topic } = config.kafka;
      const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
      await admin.disconnect();
      assertEquals(Number(committed?.partitions[0]?.offset) <= 2, true);
    });
  }
});

Deno.test("what passes is tried again, and an answer that was lost repeats nothing", async () => {
  await using test = await services();
  await test.createTopic(1);
  await test.send(prices(8));
  const faults = [
    s3Error(503, "SlowDown"),
    s3Error(409, "ConditionalRequestConflict"),
    "lost",
    s3Error(500, "InternalError"),
    undefined,
    "lost",
  ] as const;
  await using s3 = frontOf(test, (put) => faults[put - 1]);
  const summary = await consume(s3.config, { flushRecords: 2, count: 8 });
  assertEquals([summary.records, summary.objects], [8, 4]);
  assertEquals((await verifyObjects(test.config)).problems, []);
});

Deno.test("memory is bounded while S3 is slow", async () => {
  await using test = await services();
  await test.createTopic(1);
  const text = "x".repeat(1000);
  for (let i = 0; i < 20; i++) {
    await test.send(Array.from({ length: 500 }, () => ({ value: JSON.stringify({ text }) })));
  }
  let most = 0;
  const maxBufferBytes = 1_000_000;
  const summary = await consume(test.config, {
    maxBufferBytes,
    flushSeconds: 3600,
    count: 10_000,
    onProgress: ({ bufferedBytes }) => most = Math.max(most, bufferedBytes),
  });
  assertEquals(summary.records, 10_000);
  // One answer of the broker beyond: 2 MiB a partition.
  assertEquals(most <= maxBufferBytes + 2.5 * 1024 * 1024, true, `${most} bytes`);
  assertEquals(summary.objects > 3, true);
});
