import { existsSync } from "node:fs";
import { join } from "node:path";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { projectDir } from "../../lib/config.ts";
import { readTopic, testKafka } from "../kafka/test_kafka.ts";
import { NO_SIGNALS, skippedOnWindows } from "../windows.ts";
import { runTask, startTask } from "./run_task.ts";

const REAL_FILE = join(projectDir, "..", "shared", "data", "indexProcessed_hsi.csv");
const noReal = !existsSync(REAL_FILE);
if (noReal) console.warn(`skipped: produce of real data, for there is no ${REAL_FILE}`);

const NOWHERE = { KAFKA_BROKERS: "127.0.0.1:1" };

for (const name of ["produce", "topic", "data"]) {
  Deno.test(`${name} --help tells the flags, the defaults and an example`, async () => {
    const { code, stdout } = await runTask(name, ["--help"]);
    assertEquals(code, 0);
    assertStringIncludes(stdout, `Usage: deno task ${name}`);
    assertMatch(stdout, new RegExp(`Example:\\s+deno task ${name}`));
  });
}

const WRONG: [args: string[], words: string][] = [
  [["produce", "--speed", "7"], "--speed"],
  [["produce", "--rate", "fast"], "--rate"],
  [["produce", "--rate", "0"], "--rate"],
  [["produce", "--rate", "-5"], "--rate"],
  [["produce", "--count", "1.5"], "--count"],
  [["produce", "--mode", "shuffle"], "--mode"],
  [["produce", "--seed", "x"], "--seed"],
  [["produce", "--partitions", "0"], "--partitions"],
  [["produce", "--key-column", "Ticker"], "Its columns are Index, Date, Open"],
  [["produce", "--file", "-", "--mode", "replay"], "--mode is for a CSV"],
  [["produce", "--mode", "replay", "--seed", "3"], "--seed repeats random rows"],
  [["produce", "rows.csv"], "too many arguments"],
  [["topic", "rename"], "'rename' is none of list, create, delete, show, tail"],
  [["topic", "create"], "create needs a topic's name"],
  [["topic", "create", "a b"], "'a b', which is no topic's name"],
  [["topic", "list", "prices"], "list takes no topic, and 'prices' is given"],
  [["topic", "show", "a", "b"], "too many arguments"],
  [["topic", "tail", "--from", "now"], "--from"],
  [["data", "--force"], "--force"],
  [["dead-letters", "--topic", "prices"], "--send-again"],
  [["dead-letters", "--all"], "--send-again"],
];

for (const [[name = "", ...args], words] of WRONG) {
  Deno.test(`${name} ${args.join(" ")}: wrong usage, with what is wrong`, async () => {
    const { code, stdout, stderr } = await runTask(name, args, { env: NOWHERE });
    assertEquals([code, stdout], [2, ""]);
    assertStringIncludes(stderr, words);
  });
}

for (const [name = "", ...args] of [["produce", "--json"], ["topic"], ["topic", "--tail"]]) {
  Deno.test(`${name} ${args.join(" ")} without a stack says how to start one`, async () => {
    const { code, stdout, stderr } = await runTask(name, args, { env: NOWHERE });
    assertEquals([code, stdout], [1, ""]);
    assertMatch(
      stderr,
      /^error: Could not reach Kafka at 127.0.0.1:1: nothing listens there\n {2}Start .*deno task local/m,
    );
  });
}

async function withCsv<T>(text: string, body: (path: string) => Promise<T>): Promise<T> {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeTextFile(path, text);
    return await body(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("produce makes the topic, sends a repeatable sample, and sums up", async () => {
  await using kafka = await testKafka();
  const { topic } = kafka.config().kafka;
  const env = { KAFKA_BROKERS: kafka.broker, KAFKA_TOPIC: topic };
  const args = ["--rate", "max", "--count", "300", "--seed", "5", "--partitions", "2", "--json"];
  const { code, stdout, stderr } = await runTask("produce", args, { env });
  assertEquals(code, 0, stderr);
  assertStringIncludes(stderr, `Made the topic ${topic} with 2 partitions.`);
  const { seconds, recordsPerSecond, partitions, ...rest } = JSON.parse(stdout);
  assertEquals(rest, { topic, produced: 300, skipped: 0, blank: 0, invalid: 0 });
  assert(seconds > 0 && Math.abs(recordsPerSecond * seconds - 300) < 1e-6);
  const first = await readTopic(kafka, topic);
  for (const { partition, firstOffset, nextOffset } of partitions) {
    assertEquals(firstOffset, 0);
    assertEquals(nextOffset, first.filter((record) => record.partition === partition).length);
  }
  await runTask("produce", args, { env });
  const both = await readTopic(kafka, topic);
  for (const partition of [0, 1]) {
    const values = both.filter((each) => each.partition === partition).map(({ value }) => value);
    assertEquals(values.slice(0, values.length / 2), values.slice(values.length / 2));
  }
});

Deno.test("produce replays a file once, in order, with the key asked for", async () => {
  await using kafka = await testKafka();
  const { topic } = kafka.config().kafka;
  const text = "\ufeffDate,Index,Close\r\n31/12/1986,HSI,2568.3\r\n,,\r\n02/01/1987,HSI,null\r\n";
  const { code, stdout, stderr } = await withCsv(text, (path) =>
    runTask("produce", [
      ...["--file", path, "--mode", "replay", "--rate", "max"],
      ...["--key-column", "Index", "--topic", topic],
    ], { env: { KAFKA_BROKERS: kafka.broker } }));
  assertEquals(code, 0, stderr);
  assertMatch(stdout, new RegExp(`^2 records sent to ${topic} in `));
  assertStringIncludes(stderr, "Left out 1 blank row.");
  assertEquals((await readTopic(kafka, topic)).map(({ key, value }) => [key, value]), [
    ["HSI", '{"Date":"31/12/1986","Index":"HSI","Close":2568.3}'],
    ["HSI", '{"Date":"02/01/1987","Index":"HSI","Close":null}'],
  ]);
});

Deno.test("a bad row is found before anything is sent; --skip-invalid goes on and counts", async () => {
  await using kafka = await testKafka();
  const config = kafka.config();
  const { topic } = config.kafka;
  const env = { KAFKA_BROKERS: kafka.broker, KAFKA_TOPIC: topic };
  await withCsv("a,b\n1,2\n,\n3\n4,5\n", async (path) => {
    const args = ["--file", path, "--mode", "replay", "--rate", "max", "--json"];
    const refused = await runTask("produce", args, { env });
    assertEquals([refused.code, refused.stdout], [1, ""]);
    assertMatch(
      refused.stderr,
      /^error: Could not read .*\.csv, line 4: it has 1 field, the header has 2\n/,
    );
    assertStringIncludes(refused.stderr, "--skip-invalid");
    const admin = kafka.client().admin();
    await admin.connect();
    assertEquals((await admin.listTopics()).includes(topic), false);
    await admin.disconnect();
    const { code, stdout } = await runTask("produce", [...args, "--skip-invalid"], { env });
    assertEquals(code, 0);
    const { produced, skipped, blank, invalid } = JSON.parse(stdout);
    assertEquals({ produced, skipped, blank, invalid }, {
      produced: 2,
      skipped: 2,
      blank: 1,
      invalid: 1,
    });
  });
});

Deno.test("a text among numbers is told of, and sent", async () => {
  await using kafka = await testKafka();
  const { topic } = kafka.config().kafka;
  const env = { KAFKA_BROKERS: kafka.broker, KAFKA_TOPIC: topic };
  await withCsv("Index,Volume\nHSI,7\nHSI,n/a\n", async (path) => {
    const args = ["--file", path, "--mode", "replay", "--rate", "max"];
    const { code, stderr } = await runTask("produce", args, { env });
    assertEquals(code, 0, stderr);
    assertStringIncludes(
      stderr,
      "The column Volume has numbers and text, first on line 3 ('n/a'): ",
    );
  });
  assertEquals((await readTopic(kafka, topic)).length, 2);
});

Deno.test("produce --file - sends JSON lines as they are, and names a bad one", async () => {
  await using kafka = await testKafka();
  const { topic } = kafka.config().kafka;
  const env = { KAFKA_BROKERS: kafka.broker, KAFKA_TOPIC: topic };
  const lines = '{"Index":"HSI","big":12345678901234567890,"ok":true}\nnonsense\n{"Index":"NYA"}\n';
  const args = ["--file", "-", "--json"];
  const refused = await runTask("produce", args, { env, stdin: lines });
  assertEquals(refused.code, 1);
  assertStringIncludes(
    refused.stderr,
    "error: Could not read standard input, line 2: it is not JSON",
  );
  assertStringIncludes(refused.stderr, `1 record went to ${topic} before this:`);
  // What came before the bad line is sent, as a console producer's lines are.
  assertEquals((await readTopic(kafka, topic)).map(({ value }) => value), [
    lines.split("\n")[0] ?? "",
  ]);
  const { code, stdout } = await runTask("produce", [...args, "--skip-invalid"], {
    env,
    stdin: lines,
  });
  assertEquals(code, 0);
  const { produced, skipped } = JSON.parse(stdout);
  assertEquals([produced, skipped], [2, 1]);
});

Deno.test({
  name: "Ctrl-C ends produce with its summary, and the records are in the topic",
  ignore: skippedOnWindows("Ctrl-C of produce", NO_SIGNALS),
  fn: async () => {
    await using kafka = await testKafka();
    const { topic } = kafka.config().kafka;
    const env = { KAFKA_BROKERS: kafka.broker, KAFKA_TOPIC: topic };
    const child = startTask("produce", ["--rate", "100", "--json"], { env });
    while ((await readTopicIfThere(kafka, topic)) < 5);
    child.kill("SIGINT");
    const { code, stdout, stderr } = await child.output();
    assertEquals(code, 0, new TextDecoder().decode(stderr));
    const summary = JSON.parse(new TextDecoder().decode(stdout));
    assert(summary.produced >= 5);
    assertEquals((await readTopic(kafka, topic)).length, summary.produced);
  },
});

Deno.test({
  name: "Ctrl-C ends a produce whose pipe nobody writes to",
  ignore: skippedOnWindows("Ctrl-C of produce at a named pipe", NO_SIGNALS),
  async fn() {
    const dir = await Deno.makeTempDir();
    const pipe = join(dir, "rows.csv");
    assert((await new Deno.Command("mkfifo", { args: [pipe] }).output()).success);
    const child = startTask("produce", ["--file", pipe, "--json"], { env: NOWHERE });
    const words = child.stderr.pipeThrough(new TextDecoderStream()).getReader();
    assertStringIncludes((await words.read()).value ?? "", "which is a pipe");
    child.kill("SIGINT");
    const summary = JSON.parse(await new Response(child.stdout).text());
    assertEquals([(await child.status).code, summary.produced], [0, 0]);
    assertEquals((await words.read()).done, true);
    await Deno.remove(dir, { recursive: true });
  },
});

async function readTopicIfThere(
  kafka: Awaited<ReturnType<typeof testKafka>>,
  topic: string,
): Promise<number> {
  const admin = kafka.client().admin();
  await admin.connect();
  try {
    if (!(await admin.listTopics()).includes(topic)) return 0;
    const offsets = await admin.fetchTopicOffsets(topic);
    return offsets.reduce((sum, { high }) => sum + Number(high), 0);
  } finally {
    await admin.disconnect();
  }
}

Deno.test({
  name: "produce replays real index prices, each once",
  ignore: noReal,
  fn: async () => {
    await using kafka = await testKafka();
    const { topic } = kafka.config().kafka;
    const env = { KAFKA_BROKERS: kafka.broker, KAFKA_TOPIC: topic };
    const args = ["--file", REAL_FILE, "--mode", "replay", "--rate", "max", "--json"];
    const { code, stdout, stderr } = await runTask("produce", args, { env });
    assertEquals(code, 0, stderr);
    assertEquals(JSON.parse(stdout).produced, 5_692);
    const seen = await readTopic(kafka, topic);
    assertEquals(new Set(seen.map(({ value }) => JSON.parse(value).Date)).size, 5_692);
  },
});
