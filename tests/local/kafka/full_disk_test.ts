import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { join } from "node:path";
import { openDatabase } from "../../../lib/local/database.ts";
import { startKafka } from "../../../lib/local/kafka/mod.ts";
import { brokerProcess, commitOffset, connectRaw, createPartitioner, kafkaAt } from "./helpers.ts";
import { until } from "../../until.ts";
import { fetchRequest, fetchResponse } from "../../../lib/local/kafka/protocol/messages/fetch.ts";
import { recordsOf } from "../../../lib/local/kafka/log/records.ts";
import { batchesIn } from "./test_log.ts";

/** A disk on which half of the next write finds room, until it is undone. */
function fillDisk(): Disposable {
  const { writeSync } = Deno.FsFile.prototype;
  let full = false;
  Deno.FsFile.prototype.writeSync = function (bytes) {
    if (full) throw new Error("No space left on device (os error 28)");
    full = true;
    return writeSync.call(this, bytes.subarray(0, bytes.length >> 1));
  };
  return { [Symbol.dispose]: () => void (Deno.FsFile.prototype.writeSync = writeSync) };
}

Deno.test("on a full disk nothing is acknowledged that is not written, and what is half written goes", async () => {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-full-" });
  const db = openDatabase(":memory:");
  const errors: unknown[] = [];
  const broker = await startKafka({ port: 0, dir, db, onError: (error) => errors.push(error) });
  const kafka = kafkaAt(broker.port);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: "prices", numPartitions: 1 }] });
  const producer = kafka.producer({ createPartitioner, retry: { retries: 0 } });
  await producer.connect();
  const send = (value: string) => producer.send({ topic: "prices", messages: [{ value }] });
  await send("before");
  const log = join(dir, "prices-0", "00000000000000000000.log");
  const { size } = await Deno.stat(log);
  {
    using _ = fillDisk();
    await assertRejects(() => send("lost"), Error, "Disk error");
  }
  assertEquals((await Deno.stat(log)).size, size);
  assertMatch(String(errors[0]), /No space left/);
  const [after] = await send("after");
  assertEquals(after?.baseOffset, "1");
  await producer.disconnect();
  await admin.disconnect();
  await broker.close();
  db.close();
  await Deno.remove(dir, { recursive: true });
});

Deno.test("a group goes on where its row cannot be saved, and says why", async () => {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-full-" });
  const db = openDatabase(":memory:");
  const errors: unknown[] = [];
  const broker = await startKafka({ port: 0, dir, db, onError: (error) => errors.push(error) });
  // What SQLite does on a disk that is full: the transaction is over, and the call fails.
  db.exec(`CREATE TRIGGER full BEFORE INSERT ON kafka_groups BEGIN
    SELECT RAISE(ROLLBACK, 'database or disk is full'); END`);
  const kafka = kafkaAt(broker.port);
  const producer = kafka.producer({ createPartitioner });
  await producer.connect();
  await producer.send({ topic: "prices", messages: [{ value: "1" }] });
  const consumer = kafka.consumer({ groupId: "g", maxWaitTimeInMs: 50, rebalanceTimeout: 1_000 });
  const seen: string[] = [];
  await consumer.connect();
  await consumer.subscribe({ topic: "prices", fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: ({ message }) => Promise.resolve(void seen.push(message.offset)),
  });
  await until(() => seen.length > 0, "the record came");
  const commit = () => consumer.commitOffsets([{ topic: "prices", partition: 0, offset: "1" }]);
  await assertRejects(commit);
  assert(errors.length > 0);
  for (const error of errors) assertMatch(String(error), /database or disk is full/);
  db.exec("DROP TRIGGER full");
  await commit();
  const admin = kafka.admin();
  await admin.connect();
  const [offsets] = await admin.fetchOffsets({ groupId: "g", topics: ["prices"] });
  assertEquals(offsets?.partitions[0]?.offset, "1");
  await Promise.all([consumer.disconnect(), producer.disconnect(), admin.disconnect()]);
  await broker.close();
  db.close();
  await Deno.remove(dir, { recursive: true });
});

/** Puts a disk of so many bytes at a folder; `false` where this user or system cannot. */
async function mountDisk(dir: string, size: string): Promise<boolean> {
  if (Deno.build.os !== "linux" || Deno.uid() !== 0) return false;
  const args = ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", dir];
  return (await new Deno.Command("mount", { args, stderr: "null" }).output()).success;
}

async function unmount(dir: string): Promise<void> {
  await new Deno.Command("umount", { args: [dir] }).output();
}

async function canMount(): Promise<boolean> {
  const dir = await Deno.makeTempDir();
  const mounted = await mountDisk(dir, "1m");
  if (mounted) await unmount(dir);
  await Deno.remove(dir);
  return mounted;
}

const noDisk = !(await canMount());
if (noDisk) console.warn("skipped: a disk that is really full needs Linux, and root");

/** The numbers in the keys of a topic's only partition, from the broker's own answers. */
async function numbersIn(port: number, topic: string): Promise<number[]> {
  using raw = await connectRaw(port);
  const found: number[] = [];
  for (let next = 0n;;) {
    const partitions = [{ partition: 0, fetchOffset: next, partitionMaxBytes: 1 << 20 }];
    const { responses } = await raw.call(fetchRequest, fetchResponse, 11, {
      ...{ maxWaitMs: 0, minBytes: 1, isolationLevel: 0, topics: [{ topic, partitions }] },
    });
    const batches = batchesIn(responses[0]!.partitions[0]!.records!);
    if (batches.length === 0) return found;
    for (const { header, batch } of batches) {
      for (const { key } of recordsOf(batch, header)!) {
        found.push(Number(String.fromCharCode(...key!)));
      }
      next = header.lastOffset + 1n;
    }
  }
}

Deno.test({
  name: "a disk that is really full, and a kill on it, lose nothing that was acknowledged",
  ignore: noDisk,
  async fn() {
    const disk = await Deno.makeTempDir({ prefix: "tickertape-disk-" });
    assert(await mountDisk(disk, "3m"));
    try {
      const ballast = join(disk, "ballast");
      await Deno.writeFile(ballast, new Uint8Array(1 << 20));
      const settings = { "num.partitions": 1, "log.segment.bytes": 200_000 };
      await using brokers = new AsyncDisposableStack();
      const start = async () => {
        const broker = await brokerProcess(join(disk, "state"), settings, { stderr: "null" });
        brokers.defer(broker.kill);
        return broker;
      };
      let broker = await start();
      const send = async (from: number) => {
        const producer = kafkaAt(broker.port).producer({
          ...{ idempotent: true, createPartitioner, retry: { initialRetryTime: 20, retries: 2 } },
        });
        await producer.connect();
        let sent = from;
        try {
          for (; sent < from + 2_000; sent += 10) {
            const messages = Array.from(
              { length: 10 },
              (_, i) => ({ key: `${sent + i}`, value: "v".repeat(2_000) }),
            );
            await producer.send({ topic: "t", messages });
            if (sent === from) await commitOffset(broker.port, "g", "t", BigInt(from + 5));
          }
        } catch (error) {
          assertMatch(String(error), /Disk error/);
        } finally {
          await producer.disconnect();
        }
        return sent;
      };
      const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
      const acknowledged = await send(0);
      assert(acknowledged > 500 && acknowledged < 2_000, `${acknowledged} records`);
      assertEquals(await numbersIn(broker.port, "t"), numbers(acknowledged));
      await broker.kill();
      await Deno.remove(ballast);
      broker = await start();
      assertEquals(await numbersIn(broker.port, "t"), numbers(acknowledged));
      const admin = kafkaAt(broker.port).admin();
      await admin.connect();
      const [offsets] = await admin.fetchOffsets({ groupId: "g", topics: ["t"] });
      assertEquals(offsets?.partitions[0]?.offset, "5");
      await admin.disconnect();
      const after = await send(acknowledged);
      assert(after > acknowledged);
      assertEquals(await numbersIn(broker.port, "t"), numbers(after));
    } finally {
      await unmount(disk);
      await Deno.remove(disk);
    }
  },
});
