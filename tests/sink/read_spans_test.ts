/** Where the reading of a topic ends. The consumer is made up: its events come when the test says. */
import { assertEquals } from "@std/assert";
import type { Admin, EachBatchHandler, Kafka } from "kafkajs";
import { EventEmitter, once } from "node:events";
import { loadConfig } from "../../lib/config.ts";
import { pause } from "../../lib/pause.ts";
import { readSpans } from "../../lib/sink/verify/topic.ts";

/** Longer than the reading waits between two looks. */
const LOOKS_MS = 500;

Deno.test("records are taken to be gone after many answers without any, however long these take", async () => {
  const happened = new EventEmitter();
  let eachBatch: EachBatchHandler | undefined;
  const consumer = {
    events: { CRASH: "crash", FETCH: "fetch", FETCH_START: "fetch_start", REQUEST: "request" },
    on: (name: string, listener: (event: unknown) => void) => happened.on(name, listener),
    run: (given: { eachBatch: EachBatchHandler }) => {
      eachBatch = given.eachBatch;
      happened.emit("running");
    },
    ...{ connect() {}, subscribe() {}, seek() {}, disconnect() {} },
  };
  const kafka = { consumer: () => consumer } as unknown as Kafka;
  const admin = { deleteGroups: () => Promise.resolve() } as unknown as Admin;
  const answers = (nodeId: number, count: number) => {
    for (let i = 0; i < count; i++) {
      happened.emit("fetch_start", { payload: { nodeId } });
      happened.emit("fetch", { payload: { nodeId } });
    }
  };
  const isOver = async () => {
    await pause(LOOKS_MS);
    return over;
  };
  let over = false;
  const running = once(happened, "running");
  const reading = readSpans(
    loadConfig({}),
    kafka,
    admin,
    [{ partition: 0, from: 0n, to: 9n }],
    () => {},
  ).then(() => over = true);
  await running;
  assertEquals(await isOver(), false, "no broker was asked");
  happened.emit("fetch_start", { payload: { nodeId: 1 } });
  answers(2, 100);
  assertEquals(await isOver(), false, "a broker has not answered yet");
  answers(1, 39);
  assertEquals(await isOver(), false, "it has not answered often enough");
  const batch = { partition: 0, messages: [], lastOffset: () => "3" };
  await eachBatch!({ batch } as unknown as Parameters<EachBatchHandler>[0]);
  answers(1, 39);
  answers(2, 100);
  assertEquals(await isOver(), false, "a record came meanwhile");
  answers(1, 1);
  await reading;
});
