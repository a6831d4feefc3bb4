/** Where the reading of a topic ends. The consumer is made up: its events come when the test says. */
import { assertEquals } from "@std/assert";
import type { Admin, EachBatchHandler, Kafka } from "kafkajs";
import { EventEmitter, once } from "node:events";
import { loadConfig } from "../../lib/config.ts";
import { pause } from "../../lib/pause.ts";
import { readSpans } from "../../lib/sink/verify/topic.ts";

/** Longer than the reading waits between two looks. */
const LOOKS_MS = 500;

/** A consumer whose events come when a test says; it remembers where it was sent to. */
function scripted() {
  const happened = new EventEmitter();
  const seeks: string[] = [];
  let eachBatch: EachBatchHandler | undefined;
  const events = ["CRASH", "FETCH", "FETCH_START", "GROUP_JOIN", "REQUEST"];
  const consumer = {
    events: Object.fromEntries(events.map((name) => [name, name])),
    on: (name: string, listener: (event: unknown) => void) => happened.on(name, listener),
    run: (given: { eachBatch: EachBatchHandler }) => {
      eachBatch = given.eachBatch;
      happened.emit("GROUP_JOIN");
      happened.emit("running");
    },
    seek: ({ offset }: { offset: string }) => seeks.push(offset),
    ...{ connect() {}, subscribe() {}, disconnect() {} },
  };
  const running = once(happened, "running");
  const give = async (first: number, last: number) => {
    const messages = Array.from(
      { length: last - first + 1 },
      (_, at) => ({ offset: String(first + at) }),
    );
    const batch = { partition: 0, messages, lastOffset: () => String(last) };
    await eachBatch!({ batch } as unknown as Parameters<EachBatchHandler>[0]);
  };
  return { consumer, happened, seeks, running, give };
}

/** Reads offsets 0 to 8 of one partition with a consumer that is made up. */
function reading(consumer: unknown, onOffset: (offset: number) => void = () => {}): Promise<void> {
  const kafka = { consumer: () => consumer } as unknown as Kafka;
  const admin = { deleteGroups: () => Promise.resolve() } as unknown as Admin;
  const spans = [{ partition: 0, from: 0n, to: 9n }];
  return readSpans(loadConfig({}), kafka, admin, spans, (_, records) => {
    for (const { offset } of records) onOffset(Number(offset));
  });
}

Deno.test("records are taken to be gone after many answers without any, however long these take", async () => {
  const { consumer, happened, running, give } = scripted();
  const answers = (nodeId: number, count: number) => {
    for (let i = 0; i < count; i++) {
      happened.emit("FETCH_START", { payload: { nodeId } });
      happened.emit("FETCH", { payload: { nodeId } });
    }
  };
  let over = false;
  const isOver = async () => {
    await pause(LOOKS_MS);
    return over;
  };
  const read = reading(consumer).then(() => over = true);
  await running;
  assertEquals(await isOver(), false, "no broker was asked");
  happened.emit("FETCH_START", { payload: { nodeId: 1 } });
  answers(2, 100);
  assertEquals(await isOver(), false, "a broker has not answered yet");
  answers(1, 39);
  assertEquals(await isOver(), false, "it has not answered often enough");
  await give(0, 3);
  answers(1, 39);
  answers(2, 100);
  assertEquals(await isOver(), false, "records came meanwhile");
  answers(1, 1);
  await read;
});

Deno.test("a reader whose group has lost it goes on at its place, and gives nothing twice", async () => {
  const { consumer, happened, seeks, running, give } = scripted();
  const seen: number[] = [];
  const read = reading(consumer, (offset) => seen.push(offset));
  await running;
  await give(0, 3);
  happened.emit("GROUP_JOIN");
  await give(2, 6);
  await give(7, 9);
  await read;
  assertEquals(seeks, ["0", "4"]);
  assertEquals(seen, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
});
