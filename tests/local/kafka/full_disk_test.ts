import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { join } from "node:path";
import { openDatabase } from "../../../lib/local/database.ts";
import { startKafka } from "../../../lib/local/kafka/mod.ts";
import { createPartitioner, kafkaAt, until } from "./helpers.ts";

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
