import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { testKafka } from "../kafka/test_kafka.ts";
import { runTask } from "./run_task.ts";

Deno.test("a topic's life: made, filled, listed, shown, followed, deleted", async () => {
  await using kafka = await testKafka();
  const { topic } = kafka.config().kafka;
  const env = { KAFKA_BROKERS: kafka.broker, KAFKA_TOPIC: topic };
  const run = (...args: string[]) => runTask("topic", args, { env });

  const made = await run("create", topic, "--partitions", "2");
  assertEquals([made.code, made.stdout], [0, `Made the topic ${topic} with 2 partitions.\n`]);
  const again = await run("create", topic);
  assertStringIncludes(again.stdout, "is there already, with 2 partitions");

  const lines = [1, 2, 3].map((n) => `{"key":"same","n":${n}}`);
  await runTask("produce", ["--file", "-"], { env, stdin: `${lines.join("\n")}\n` });

  const listed = JSON.parse((await run("--json")).stdout).topics;
  assertEquals(listed.filter((each: { topic: string }) => each.topic === topic), [
    { topic, partitions: 2, records: 3, lag: 3 },
  ]);

  const shown = await run("show");
  assertMatch(
    shown.stdout,
    /^partition {2}first offset {2}next offset {2}records {2}committed {2}lag\n/,
  );
  assertMatch(shown.stdout, /^ +[01] +0 +3 +3 +3$/m);
  assertStringIncludes(shown.stdout, "3 records; the group stock-market-s3-sink is 3 behind");

  const followed = await run("--tail", "--from", "earliest", "--count", "3");
  assertEquals([followed.code, followed.stdout], [0, `${lines.join("\n")}\n`]);

  const kept = await run("delete", topic);
  assertEquals(kept.code, 2);
  assertStringIncludes(kept.stderr, `deno task topic delete ${topic} --yes`);
  const deleted = await run("delete", topic, "--yes", "--json");
  assertEquals(JSON.parse(deleted.stdout), { topic, deleted: true });
  const gone = await run("show", topic);
  assertEquals(gone.code, 1);
  assertMatch(
    gone.stderr,
    /^error: There is no topic '.*'\n.*deno task topic shows.*\n {2}Make it with: deno task topic create /,
  );
});
