import { assert, assertEquals } from "@std/assert";
import { splitBatches } from "../../lib/kafka_client/record_batch.ts";
import type { Fetched } from "../../lib/sink/group/membership.ts";
import { consume, type SinkProgress } from "../../lib/sink/mod.ts";
import { Backpressure } from "../../lib/sink/ranges/backpressure.ts";
import { PartitionWriter } from "../../lib/sink/ranges/partition_writer.ts";
import { BatchEncoder } from "../../lib/sink/rows/encode_batch.ts";
import { MessageRecords } from "../../lib/sink/rows/records.ts";
import { recordBatch } from "../kafka/record_batches.ts";
import { startRun } from "./scripted_run.ts";
import { frontOf, prices, services } from "./services.ts";
import { until } from "../until.ts";

Deno.test("while S3 does not answer no more is held than the bound, and what one fetch brings", async () => {
  await using test = await services();
  await test.createTopic(1);
  const text = "x".repeat(1000);
  for (let i = 0; i < 10; i++) {
    await test.send(Array.from({ length: 500 }, () => ({ value: JSON.stringify({ text }) })));
  }
  const stalled = Promise.withResolvers<undefined>();
  await using s3 = frontOf(test, () => stalled.promise);
  const maxBufferBytes = 1_000_000;
  let at: SinkProgress | undefined;
  let looks = 0;
  const run = consume(s3.config, {
    maxBufferBytes,
    untilIdleSeconds: 1,
    onProgress: (now) => {
      at = now;
      if (now.bufferedBytes >= maxBufferBytes) looks++;
    },
  });
  // Ten looks a second: time enough to fetch the rest of the topic, were it fetched.
  await until(() => looks > 20);
  assert(at!.bufferedBytes < maxBufferBytes + 1_500_000, `${at!.bufferedBytes} bytes`);
  stalled.resolve(undefined);
  assertEquals((await run).records, 5_000);
});

Deno.test("of a partition that another sink gets nothing stays in memory", async () => {
  await using test = await services();
  await test.createTopic(2);
  await test.send([...prices(100), ...prices(100, 0, 1)]);
  const stop = new AbortController();
  let at: SinkProgress | undefined;
  const options = { flushSeconds: 3600, signal: stop.signal };
  const one = consume(test.config, { ...options, onProgress: (now) => at = now });
  await until(() => at?.lag === 200 && at.bufferedBytes > 15_000);
  const all = at!.bufferedBytes;
  let other: SinkProgress | undefined;
  const two = consume(test.config, { ...options, onProgress: (now) => other = now });
  await until(() => at!.bufferedBytes <= all / 2 && other?.bufferedBytes === all / 2);
  stop.abort();
  const summaries = await Promise.all([one, two]);
  assertEquals(summaries.reduce((sum, { records }) => sum + records, 0), 200);
});

const text = new TextEncoder();

function encoded(values: string[]) {
  return new BatchEncoder(0).encode(
    new MessageRecords(values.map((value, at) => ({
      offset: String(at),
      timestamp: "1714978800000",
      key: null,
      value: text.encode(value),
    }))),
  );
}

function writer(): PartitionWriter {
  return new PartitionWriter({
    prefix: "p",
    topic: "t",
    partition: 0,
    format: "jsonl",
    position: 0n,
    limits: { records: 100, bytes: 1e6, ageMs: 1000 },
    writer: "test",
  });
}

Deno.test("dead letters that wait for the rest of their range do not keep it from being fetched", () => {
  const one = writer();
  const backpressure = new Backpressure(() => [one], 1000);
  one.add(encoded(['{"a":1}', "x".repeat(2000)]), 0);
  one.flush();
  const put = one.next();
  assert(put?.type === "put");
  assertEquals(backpressure.mustWait, true);
  one.settle({ type: "exists" }, 0);
  one.next();
  const metadata = { ...put.metadata, writer: "another", nextOffset: 4n, deadLetters: 2 };
  one.settle({ type: "metadata", metadata, bytes: 1 }, 0);
  assertEquals([backpressure.full, backpressure.mustWait], [true, false]);
});

Deno.test("records without bytes of their own count as held, too", () => {
  const one = writer();
  const backpressure = new Backpressure(() => [one], 1000);
  one.add(encoded(Array.from({ length: 99 }, () => "")), 0);
  assertEquals(backpressure.full, true);
});

Deno.test("a batch that the client gives twice is taken once", async () => {
  const { run, assignment } = await startRun({ flushSeconds: 3600 });
  const fetched = async (values: number): Promise<Fetched> => {
    const records = Array.from(
      { length: values },
      (_, offsetDelta) => ({ offsetDelta, value: text.encode("{}") }),
    );
    const batches = splitBatches(await recordBatch(records), "stocks/0");
    return {
      partition: 0,
      fetchOffset: 0n,
      highOffset: 9n,
      batches,
      lastOffset: BigInt(values - 1),
    };
  };
  const give = async (values: number) =>
    await run.records(assignment, await fetched(values), () => Promise.resolve());
  assertEquals(await give(2), 1n);
  const held = run.progress().bufferedBytes;
  assertEquals(await give(2), 1n);
  assertEquals(run.progress().bufferedBytes, held);
  assertEquals(await give(3), 2n);
  assertEquals(run.progress().bufferedBytes, held / 2 * 3);
  run.close();
});

Deno.test("lines hold no memory for what came with them and is not stored", () => {
  const key = Buffer.alloc(1_000_000);
  const value = Buffer.from("{}");
  const messages = [{ offset: "0", timestamp: "0", key, value: Buffer.concat([value, key]) }, {
    offset: "1",
    timestamp: "0",
    key,
    value,
  }];
  const { lines, bytes } = new BatchEncoder(0).encode(new MessageRecords(messages));
  assertEquals(lines.length > value.length, true);
  assertEquals(lines.buffer.byteLength, lines.length);
  assertEquals(bytes > 2_000_000, true);
});
