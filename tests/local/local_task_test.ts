import {
  CreateCrawlerCommand,
  GetCrawlerCommand,
  GlueClient,
  StartCrawlerCommand,
} from "@aws-sdk/client-glue";
import { assert, assertEquals, assertMatch } from "@std/assert";
import { startStack } from "../../lib/local/mod.ts";
import { lockDataDir } from "../../lib/local/stack_lock.ts";
import { pause } from "../../lib/pause.ts";
import { runTask } from "../scripts/run_task.ts";
import { NO_DELETION, NO_SIGNALS, skippedOnWindows } from "../windows.ts";
import { runLocal, spawnLocal } from "./stack_process.ts";

Deno.test({
  name: "local --json prints one line once it answers, and ends with 0 on SIGTERM",
  ignore: skippedOnWindows("SIGTERM of local", NO_SIGNALS),
  fn: async () => {
    await using stack = await spawnLocal("--ephemeral");
    const { kafka, aws, dataDir, pid } = stack.info;
    assertMatch(kafka, /^127\.0\.0\.1:\d+$/);
    assertEquals((await fetch(`${aws}/`)).status, 200);
    assertEquals(pid, stack.child.pid);
    assert((await Deno.stat(dataDir)).isDirectory);
    await stack[Symbol.asyncDispose]();
    assertEquals((await stack.child.status).code, 0);
    const gone = await Deno.stat(dataDir).then(() => false, () => true);
    assert(gone, "the temporary folder is deleted");
  },
});

Deno.test({
  name: "local --ephemeral whose folder is deleted ends well",
  ignore: skippedOnWindows("local --ephemeral whose folder is deleted", NO_DELETION),
  fn: async () => {
    await using stack = await spawnLocal("--ephemeral");
    await Deno.remove(stack.info.dataDir, { recursive: true });
    assertEquals((await stack.child.status).code, 0);
  },
});

Deno.test("local --detach returns once the stack answers; --stop ends it", async () => {
  const dataDir = await Deno.makeTempDir();
  const flags = ["--data-dir", dataDir, "--kafka-port", "0", "--aws-port", "0"];
  const detached = await runLocal(...flags, "--detach");
  assertEquals(detached.code, 0, detached.stderr);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(detached.stdout)?.[0];
  assertEquals((await fetch(`${url}/`)).status, 200);
  const again = await runLocal(...flags, "--detach");
  assertEquals(again.code, 1);
  assertMatch(again.stderr, /^error: Could not start a stack on .*: process \d+ serves it\n {2}/);
  const stopped = await runLocal("--data-dir", dataDir, "--stop");
  assertEquals(stopped.code, 0, stopped.stderr);
  assertMatch(stopped.stdout, /^Stopped the stack/);
  const nothing = await runLocal("--data-dir", dataDir, "--stop");
  assertEquals([nothing.code, nothing.stdout.startsWith("No stack serves")], [0, true]);
  const status = await runLocal("--data-dir", dataDir, "--status", "--json");
  assertEquals([status.code, JSON.parse(status.stdout)], [3, { running: false, dataDir }]);
  await Deno.remove(dataDir, { recursive: true });
});

Deno.test("local --status tells of a stack that has the folder, and does not answer", async () => {
  const dataDir = await Deno.makeTempDir();
  const unlock = await lockDataDir(dataDir);
  const { code, stdout } = await runLocal("--data-dir", dataDir, "--status", "--json");
  assertEquals([code, JSON.parse(stdout)], [4, { running: false, dataDir, pid: Deno.pid }]);
  unlock();
  await Deno.remove(dataDir, { recursive: true });
});

Deno.test({
  name: "local whose data folder is deleted tells why it ends",
  ignore: skippedOnWindows("local whose data folder is deleted", NO_DELETION),
  fn: async () => {
    const dataDir = await Deno.makeTempDir();
    const logFile = await Deno.makeTempFile();
    await using stack = await spawnLocal("--data-dir", dataDir, "--log-file", logFile);
    await Deno.remove(dataDir, { recursive: true });
    assert((await stack.child.status).code !== 0);
    const log = await Deno.readTextFile(logFile);
    assertMatch(log, /^error: Stopped the embedded stack, for its data folder .* was deleted/m);
    await Deno.remove(logFile);
  },
});

Deno.test("local --detach says so where there is no deno to run", async () => {
  const dataDir = await Deno.makeTempDir();
  const flags = ["--data-dir", dataDir, "--kafka-port", "0", "--aws-port", "0", "--detach"];
  const { code, stderr } = await runTask("local", flags, { env: { PATH: dataDir } });
  assertEquals(code, 1);
  assertMatch(stderr, /^error: .* no 'deno' is on the PATH\n {2}Add /);
  await Deno.remove(dataDir, { recursive: true });
});

Deno.test("a stack is found and stopped past a proxy that only knows the world outside", async () => {
  const dataDir = await Deno.makeTempDir();
  const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
  const closed = stack.stopRequested.then(() => stack.close());
  // Nothing listens at port 1: whatever is sent by this proxy is lost.
  const proxy = { HTTP_PROXY: "http://127.0.0.1:1", http_proxy: "http://127.0.0.1:1" };
  const status = await runTask("local", ["--status", "--json", "--data-dir", dataDir], {
    env: proxy,
  });
  assertEquals(JSON.parse(status.stdout).running, true, status.stderr);
  const stopped = await runTask("local", ["--stop", "--data-dir", dataDir], { env: proxy });
  assertEquals(stopped.code, 0, stopped.stderr);
  await closed;
  await Deno.remove(dataDir, { recursive: true });
});

Deno.test("a stack whose messages nobody reads any more goes on serving", async () => {
  // The pipe of its standard error is closed at once.
  await using stack = await spawnLocal("--ephemeral");
  const glue = new GlueClient({
    endpoint: stack.info.aws,
    region: "eu-central-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
  });
  const made = await fetch(`${stack.info.aws}/bucket`, { method: "PUT" });
  assertEquals((await made.text(), made.status), 200);
  const Name = "into-nowhere";
  const Targets = { S3Targets: [{ Path: "s3://bucket/" }] };
  await glue.send(new CreateCrawlerCommand({ Name, Role: "r", DatabaseName: "gone", Targets }));
  await glue.send(new StartCrawlerCommand({ Name }));
  // That it failed is a message.
  const status = async () =>
    (await glue.send(new GetCrawlerCommand({ Name }))).Crawler?.LastCrawl?.Status;
  while (await status() === undefined) await pause(20);
  assertEquals(await status(), "FAILED");
  glue.destroy();
});

Deno.test("flags that do not go together or have no sense end with 2", async () => {
  const both = await runLocal("--stop", "--detach");
  assertEquals(both.code, 2);
  assertMatch(both.stderr, /'--detach' cannot be used with option '--stop'/);
  const folder = await runLocal("--ephemeral", "--data-dir", "here");
  assertEquals(folder.code, 2);
  assertMatch(folder.stderr, /'--ephemeral' cannot be used with option '--data-dir <folder>'/);
  const log = await runLocal("--ephemeral", "--log-file", import.meta.dirname!);
  assertEquals(log.code, 1);
  assertMatch(log.stderr, /^error: Could not write the log file .*\n {2}Choose a file/);
  for (const flags of [["--aws-port", "70000"], ["--kafka-port", "x"], ["--unknown"]]) {
    const wrong = await runLocal(...flags);
    assertEquals(wrong.code, 2, flags.join(" "));
    assert(wrong.stderr.includes(flags[0]!), wrong.stderr);
  }
});
