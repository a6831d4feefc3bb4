import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { awsClientOptions } from "../../lib/aws.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { tail } from "../../lib/kafka/mod.ts";
import { consume, verifyObjects } from "../../lib/sink/mod.ts";
import { claimLedger } from "../../scripts/dead_letters/ledger.ts";
import { fromBook, toBook } from "../../scripts/dead_letters/letter_names.ts";
import { sendAgain, type SendAgainOptions } from "../../scripts/dead_letters/send_again.ts";
import { type Services, services } from "../sink/services.ts";
import { runTask } from "./run_task.ts";

const BAD = ["no json", "[1]", "null", "{", "7"];

/** Services on whose topic each of the values is a dead letter. */
async function withLetters(): Promise<Services> {
  const test = await services();
  await test.createTopic(2);
  await test.send(BAD.map((value, i) => ({ value, partition: i % 2 })));
  assertEquals((await consume(test.config, { count: BAD.length })).deadLetters, BAD.length);
  return test;
}

function again(test: Services, options: Partial<SendAgainOptions> = {}) {
  const { signal } = new AbortController();
  return sendAgain(test.config, { only: () => true, signal, abandonedMs: 200, ...options });
}

/** Values of the records in a topic that name a dead letter, in order. */
async function resent(test: Services, expected: number, topic?: string): Promise<string[]> {
  const values: string[] = [];
  if (expected === 0) return values;
  for await (const { headers, value } of tail(test.config, { from: "earliest", topic })) {
    if (headers["dead-letter"] !== undefined) values.push(value ?? "");
    if (values.length === expected) break;
  }
  return values.sort();
}

function ledger(test: Services, target = test.config.kafka.topic) {
  const s3 = new S3Client({ ...awsClientOptions(test.config), forcePathStyle: true });
  const Bucket = test.config.s3.dataBucket;
  const names = `${test.config.kafka.topic}+${target}`;
  const Key = `dead_letter/stock_market/sent_again/${names}.json`;
  return {
    read: async () => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return JSON.parse(await Body!.transformToString());
    },
    write: (book: object) =>
      s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(book) })),
    [Symbol.dispose]: () => s3.destroy(),
  };
}

Deno.test("dead letters are sent again once, however often that is asked", async () => {
  await using test = await withLetters();
  const { topic } = test.config.kafka;
  assertEquals(await again(test), { topic, sent: 5, sentBefore: 0 });
  assertEquals(await again(test), { topic, sent: 0, sentBefore: 5 });
  assertEquals(await resent(test, 5), BAD.toSorted());
  // What was sent is a dead letter again, and a new one: that goes once, too.
  assertEquals((await consume(test.config, { count: 5 })).deadLetters, 5);
  assertEquals(await again(test), { topic, sent: 5, sentBefore: 5 });
  assertEquals(await again(test, { topic: "mended" }), {
    topic: "mended",
    sent: 10,
    sentBefore: 0,
  });
  assertEquals((await again(test, { topic: "mended", all: true })).sent, 10);
  assertEquals((await again(test, { topic: "mended" })).sentBefore, 10);
  assertEquals((await verifyObjects(test.config)).problems, []);
});

Deno.test("a run that fails on its way leaves none out, and sends none twice", async () => {
  await using test = await withLetters();
  let asked = 0;
  const broken = again(test, {
    only: () => {
      if (asked++ === 3) throw new Error("The power went");
      return true;
    },
  });
  await assertRejects(() => broken, Error, "The power went");
  assertEquals((await again(test)).sent, 2);
  assertEquals(await resent(test, 5), BAD.toSorted());
});

Deno.test("what a killed run sent is found in the topic by its header", async () => {
  await using test = await withLetters();
  using book = ledger(test);
  await again(test, { only: ({ partition }) => partition === 0 });
  const { sent } = await book.read();
  assertEquals(sent, { 0: ["0", "1", "2"] });
  // As it was when that run had sent, and noted none of it down.
  await book.write({ sent: {}, unsettled: { 0: "3", 1: "2" }, claim: { run: "gone", beat: 9 } });
  const waits: string[] = [];
  const summary = await again(test, { onWait: (what) => waits.push(what) });
  assertEquals([summary.sent, summary.sentBefore], [2, 3]);
  assertStringIncludes(waits.join(), "Another run has not ended");
  assertStringIncludes(waits.join(), "Looking through");
  assertEquals(await resent(test, 5), BAD.toSorted());
  assertEquals((await book.read()).claim, undefined);
});

Deno.test("what was sent before there was a ledger is found in the topic", async () => {
  await using test = await withLetters();
  const { topic } = test.config.kafka;
  await test.send([{ value: "no json", headers: { "dead-letter": `${topic}/0/0` } }]);
  assertEquals(await again(test), { topic, sent: 4, sentBefore: 1 });
});

Deno.test("of two runs at a time one sends", async () => {
  await using test = await withLetters();
  const { topic } = test.config.kafka;
  const both = await Promise.allSettled([again(test), again(test)]);
  const done = both.filter(({ status }) => status === "fulfilled");
  assert(done.length >= 1);
  for (const { reason } of both.filter((one) => one.status === "rejected")) {
    assert(reason instanceof TickertapeError);
    assertEquals(reason.code, "DEAD_LETTERS_BUSY");
  }
  assertEquals(await again(test), { topic, sent: 0, sentBefore: 5 });
  assertEquals(await resent(test, 5), BAD.toSorted());
});

Deno.test("a run that is still at it is left to it", async () => {
  await using test = await withLetters();
  using book = ledger(test);
  let beat = 0;
  const write = () =>
    book.write({ sent: {}, unsettled: {}, claim: { run: "other", beat: beat++ } });
  await write();
  const beating = setInterval(write, 50);
  try {
    const error = await assertRejects(() => again(test), TickertapeError, "another run");
    assertEquals(error.code, "DEAD_LETTERS_BUSY");
  } finally {
    clearInterval(beating);
  }
  assertEquals(await resent(test, 0), []);
});

Deno.test("a run whose place is taken notes nothing down any more", async () => {
  await using test = await withLetters();
  using book = ledger(test);
  const mine = await claimLedger(test.config, test.config.kafka.topic);
  await mine.keep();
  await book.write({ sent: {}, claim: { run: "other", beat: 0 } });
  for (const write of [() => mine.keep(), () => mine.close(true)]) {
    const error = await assertRejects(write, TickertapeError);
    assertEquals(error.code, "DEAD_LETTERS_BUSY");
  }
  assertEquals((await book.read()).claim.run, "other");
});

Deno.test("deno task dead-letters --send-again twice sends once", async () => {
  await using test = await withLetters();
  const run = (...args: string[]) =>
    runTask("dead-letters", ["--send-again", ...args], { env: test.env });
  assertStringIncludes((await run()).stdout, `Sent 5 records to ${test.config.kafka.topic}.`);
  assertStringIncludes((await run()).stdout, "Left out 5 that had been sent before");
  const summary = JSON.parse((await run("--json")).stdout);
  assertEquals(summary, { topic: test.config.kafka.topic, sent: 0, sentBefore: 5 });
});

Deno.test("names of letters are kept by partition", () => {
  const names = ["a/0/10", "a/0/9", "a/12/9007199254740993"];
  const book = toBook(names);
  assertEquals(book, { 0: ["9", "10"], 12: ["9007199254740993"] });
  assertEquals([...fromBook("a", book)].sort(), names.sort());
});
