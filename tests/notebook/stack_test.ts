import { assertEquals, assertRejects } from "@std/assert";
import { loadConfig } from "../../lib/config.ts";
import { describeTopic, ensureTopic, listTopics, produce } from "../../lib/kafka/mod.ts";
import { startStack } from "../../lib/local/mod.ts";
import { listObjects, openObject } from "../../lib/notebook/bucket.ts";
import { startConsumer } from "../../lib/notebook/consumer_process.ts";
import { follow, readRecords } from "../../lib/notebook/follow.ts";
import { pause } from "../../lib/notebook/live.ts";
import { prepare } from "../../lib/notebook/prepare.ts";
import { clearSandboxes, sandbox } from "../../lib/notebook/sandbox.ts";
import { describeTables } from "../../lib/catalog/mod.ts";
import { paced } from "../../lib/stock/mod.ts";
import { NO_SIGNALS, skippedOnWindows } from "../windows.ts";

const ROWS = Array.from({ length: 9 }, (_, n) => ({ Index: `I${n % 3}`, Close: n }));

async function withStack(body: (config: ReturnType<typeof loadConfig>) => Promise<void>) {
  const dataDir = await Deno.makeTempDir();
  const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
  try {
    await body(loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws }));
  } finally {
    await stack.close();
    await Deno.remove(dataDir, { recursive: true });
  }
}

Deno.test("following gives what is sent from then on; reading gives what is there", () =>
  withStack(async (config) => {
    await ensureTopic(config);
    await produce(config, paced(ROWS.slice(0, 4), "max"));
    const feed = await follow(config);
    await produce(config, paced(ROWS.slice(4), "max"));
    while (feed.records.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
    await feed.job.stop();
    const closes = (all: readonly { value: string | null }[]) =>
      all.map(({ value }) => JSON.parse(value ?? "{}").Close).sort();
    assertEquals(closes(feed.records), [4, 5, 6, 7, 8]);
    assertEquals(closes(await readRecords(config)), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    await assertRejects(
      () => follow({ ...config, kafka: { ...config.kafka, topic: "none" } }),
      Error,
      "no topic 'none'",
    );
  }));

Deno.test("preparing makes what is missing, once, and a sandbox leaves nothing behind", () =>
  withStack(async (config) => {
    const box = await sandbox(config, "test");
    for (let times = 0; times < 2; times++) {
      await prepare(box, { records: ROWS, sink: true, crawl: true });
    }
    const ends = (await describeTopic(box)).map((each) => Number(each.highOffset));
    assertEquals(ends.reduce((sum, end) => sum + end), 9);
    const objects = await listObjects(box);
    const lines = (await Promise.all(objects.map(({ key }) => openObject(box, key))))
      .flatMap(({ text }) => text.trim().split("\n"));
    assertEquals(lines.map((line) => JSON.parse(line).Close).sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assertEquals((await describeTables(box)).map(({ name }) => name), ["sandbox_test"]);

    await clearSandboxes(config, "test", "never_made");
    assertEquals(await listTopics(config), []);
    assertEquals(await listObjects(config, { prefix: "" }), []);
    assertEquals((await describeTables(box)).length, 0);
  }));

Deno.test("a sandbox is made anew while a consumer that was cut off still counts as a member", () =>
  withStack(async (config) => {
    const box = await sandbox(config, "cut");
    await prepare(box, { records: ROWS });
    const consumer = startConsumer(box, ["--flush-records", "1"]);
    while (consumer.running && (await listObjects(box)).length === 0) await pause(20);
    await consumer.kill();
    const again = await sandbox(config, "cut");
    await prepare(again, { records: ROWS, sink: true });
    const ends = (await describeTopic(again)).map((each) => Number(each.committedOffset ?? 0n));
    assertEquals(ends.reduce((sum, end) => sum + end), 9);
  }));

Deno.test("a preparation that is stopped does not call itself ready", () =>
  withStack(async (config) => {
    const signal = AbortSignal.abort();
    await assertRejects(() => prepare(config, { records: ROWS, signal }), DOMException);
  }));

Deno.test("a consumer of its own can be killed, ends by itself, and fails with a reason", () =>
  withStack(async (config) => {
    await prepare(config, { records: ROWS });
    const killed = startConsumer(config);
    await killed.kill();
    assertEquals(await killed.finished, undefined);
    const wrong = startConsumer(config, ["--flush-records", "none"]);
    await assertRejects(() => wrong.finished, Error, "flush-records");
    const right = startConsumer(config, ["--count", "9"]);
    assertEquals((await right.finished)?.records, 9);
  }));

Deno.test({
  name: "a consumer that a signal of someone else's ends has not failed",
  ignore: skippedOnWindows("ending a process by a signal", NO_SIGNALS),
  fn: () =>
    withStack(async (config) => {
      await prepare(config, { records: ROWS });
      const consumer = startConsumer(config);
      // SIGINT would end it in good order, once it has come so far.
      Deno.kill(consumer.pid, "SIGKILL");
      assertEquals(await consumer.finished, undefined);
      assertEquals(consumer.running, false);
    }),
});
