import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { loadConfig, readStackInfo } from "../../lib/config.ts";
import { TickertapeError, UsageError } from "../../lib/errors.ts";
import { forwardedStack, stackAt } from "../../lib/local/find_stack.ts";
import { ensureStack, findStack, startStack, stopStack } from "../../lib/local/mod.ts";
import { isLocked } from "../../lib/local/stack_lock.ts";
import { pause } from "../../lib/pause.ts";
import { NO_DELETION, NO_SIGNALS, skippedOnWindows } from "../windows.ts";
import { runLocal, spawnLocal } from "./stack_process.ts";

async function withDataDir(test: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await Deno.makeTempDir();
  try {
    await test(dataDir);
  } finally {
    // A test that failed may have left a stack in the background.
    await stopStack(dataDir);
    await Deno.remove(dataDir, { recursive: true });
  }
}

/** A program that is no stack. */
function otherProgram() {
  const at = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  return Deno.serve(at, () => new Response("hello"));
}

const freePorts = { kafkaPort: 0, awsPort: 0 };

function isGone(file: string): boolean {
  try {
    Deno.statSync(file);
    return false;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return true;
    throw error;
  }
}

Deno.test("a stack answers at the endpoints it leaves in its folder, until it is closed", () =>
  withDataDir(async (dataDir) => {
    const stack = await startStack({ dataDir, ...freePorts });
    const { kafka, aws, pid } = stack;
    assertEquals(pid, Deno.pid);
    assertEquals(await findStack(dataDir), { kafka, aws, dataDir, pid });
    const { kafka: written, aws: url } = readStackInfo(dataDir)!;
    assertEquals([written, url], [kafka, aws]);
    await stack.close();
    assert(isGone(join(dataDir, "stack.json")));
    assertEquals(await findStack(dataDir), undefined);
  }));

Deno.test("buckets and objects are there after a restart", () =>
  withDataDir(async (dataDir) => {
    const first = await startStack({ dataDir, ...freePorts });
    await fetch(`${first.aws}/my-bucket`, { method: "PUT" });
    await fetch(`${first.aws}/my-bucket/k`, { method: "PUT", body: "kept" });
    await first.close();
    const second = await startStack({ dataDir, ...freePorts });
    assertEquals(await (await fetch(`${second.aws}/my-bucket/k`)).text(), "kept");
    await second.close();
  }));

Deno.test("two stacks do not serve one folder", () =>
  withDataDir(async (dataDir) => {
    const stack = await startStack({ dataDir, ...freePorts });
    const error = await assertRejects(
      () => startStack({ dataDir, ...freePorts }),
      TickertapeError,
    );
    assertEquals(error.code, "DATA_DIR_IN_USE");
    assertMatch(error.message, new RegExp(`process ${Deno.pid} serves it`));
    await stack.close();
    await (await startStack({ dataDir, ...freePorts })).close();
  }));

Deno.test("whoever looks for a stack at the same time does not keep one from starting", () =>
  withDataDir(async (dataDir) => {
    using lock = await Deno.open(join(dataDir, "stack.lock"), { create: true, write: true });
    // What looking does, on a machine that is too busy to go on with it for a while.
    assert(lock.tryLockSync(false));
    assertEquals(isLocked(dataDir), false);
    const starting = startStack({ dataDir, ...freePorts });
    await pause(300);
    lock.unlockSync();
    const stack = await starting;
    assertEquals(isLocked(dataDir), true);
    await stack.close();
  }));

Deno.test({
  name: "a stack that is busy is there, and stops when it comes to it",
  ignore: skippedOnWindows("a stack that is frozen", NO_SIGNALS),
  fn: () =>
    withDataDir(async (dataDir) => {
      await using stack = await spawnLocal("--data-dir", dataDir);
      stack.child.kill("SIGSTOP");
      const given = new AbortController();
      const asked = findStack(dataDir, { signal: given.signal });
      given.abort(new Error("enough"));
      await assertRejects(() => asked, Error, "enough");
      const stopped = stopStack(dataDir);
      // Longer than what is no stack is waited for.
      await pause(5_500);
      stack.child.kill("SIGCONT");
      assertEquals(await stopped, stack.info);
    }),
});

Deno.test("a port in use is told with whose it is and what to do", () =>
  withDataDir(async (dataDir) => {
    const stack = await startStack({ dataDir: join(dataDir, "one"), ...freePorts });
    const awsPort = Number(new URL(stack.aws).port);
    const byStack = await assertRejects(
      () => startStack({ dataDir: join(dataDir, "two"), kafkaPort: 0, awsPort }),
      TickertapeError,
    );
    assertEquals(byStack.code, "PORT_IN_USE");
    assertMatch(
      byStack.message,
      new RegExp(`port ${awsPort} is in use by another tickertape stack`),
    );
    assertMatch(byStack.remedy, /--aws-port/);
    await stack.close();
    await using other = otherProgram();
    const byOther = await assertRejects(
      () => startStack({ dataDir: join(dataDir, "two"), kafkaPort: other.addr.port, awsPort: 0 }),
      TickertapeError,
    );
    assertEquals(byOther.code, "PORT_IN_USE");
    assertMatch(byOther.message, /in use by another program/);
    assertMatch(byOther.remedy, new RegExp(`which one: .*:${other.addr.port}`));
    assertMatch(byOther.remedy, /--kafka-port 0 .* unless KAFKA_BROKERS/);
    await (await startStack({ dataDir: join(dataDir, "two"), ...freePorts })).close();
  }));

Deno.test("a stack is stopped by whoever can read its folder, and by nobody else", () =>
  withDataDir(async (dataDir) => {
    const stack = await startStack({ dataDir, ...freePorts });
    const stop = (token: string) =>
      fetch(`${stack.aws}/_tickertape/stop`, {
        method: "POST",
        headers: { "x-tickertape-token": token },
      });
    assertEquals((await stop("guess")).status, 403);
    const closed = stack.stopRequested.then(() => stack.close());
    const stopped = await stopStack(dataDir);
    assertEquals(stopped?.pid, Deno.pid);
    await closed;
    assertEquals(await stopStack(dataDir), undefined);
  }));

Deno.test("what answers and is no stack is not taken for one; a failure of another kind is told", async () => {
  const answers: Record<string, string | undefined> = {
    "closes at once": "",
    "is no HTTP": "SSH-2.0-OpenSSH_9.9\r\n",
    "is cut": "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
    "is no JSON": "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi",
    "is nothing": "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnull",
    "says nothing": undefined,
  };
  for (const [what, answer] of Object.entries(answers)) {
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const url = `http://127.0.0.1:${listener.addr.port}`;
    const asked = stackAt(url, answer === undefined ? AbortSignal.timeout(100) : undefined);
    const conn = await listener.accept();
    if (answer !== undefined) {
      await conn.read(new Uint8Array(1_000));
      await conn.write(new TextEncoder().encode(answer));
      conn.close();
    }
    assertEquals(await asked, undefined, what);
    if (answer === undefined) conn.close();
  }
  assertEquals(await stackAt("http://127.0.0.1:1"), undefined);
  await assertRejects(() => stackAt("127.0.0.1:4566"), TypeError, "Invalid URL");
});

Deno.test("a stack's file that says nothing is not taken for a stack's", () =>
  withDataDir(async (dataDir) => {
    for (const text of ["", "{", "null", "{}", '{"kafka":"a","aws":"b","pid":1,"token":"c"}']) {
      await Deno.writeTextFile(join(dataDir, "stack.json"), text);
      assertEquals(await findStack(dataDir), undefined, text);
    }
    await Deno.remove(join(dataDir, "stack.json"));
    await Deno.mkdir(join(dataDir, "stack.json"));
    await assertRejects(() => findStack(dataDir), Error, "EISDIR");
    await Deno.remove(join(dataDir, "stack.json"));
  }));

Deno.test("what a killed stack leaves is not taken for a stack", () =>
  withDataDir(async (dataDir) => {
    await using killed = await spawnLocal("--data-dir", dataDir);
    await killed.kill();
    assert(!isGone(join(dataDir, "stack.json")));
    assertEquals(await findStack(dataDir), undefined);
    const stack = await startStack({ dataDir, ...freePorts });
    assertEquals((await findStack(dataDir))?.pid, Deno.pid);
    await stack.close();
  }));

Deno.test("ensureStack starts a stack that outlives its caller, and finds it again", () =>
  withDataDir(async (dataDir) => {
    const config = loadConfig({
      TICKERTAPE_DATA_DIR: dataDir,
      KAFKA_BROKERS: "127.0.0.1:0",
      AWS_ENDPOINT_URL: "http://127.0.0.1:0",
    });
    const [one, two] = await Promise.all([ensureStack(config), ensureStack(config)]);
    assertEquals(one.info, two.info);
    assertEquals([one.started, two.started].filter((started) => started).length >= 1, true);
    const again = await ensureStack(config);
    assertEquals([again.started, again.info], [false, one.info]);
    assert(one.info.pid !== Deno.pid);
    const status = await runLocal("--data-dir", dataDir, "--status", "--json");
    assertEquals(JSON.parse(status.stdout), { running: true, ...one.info });
    const stopped = await runLocal("--data-dir", dataDir, "--stop", "--json");
    assertEquals(JSON.parse(stopped.stdout), { stopped: true, ...one.info });
    assertEquals(await findStack(dataDir), undefined);
  }));

Deno.test("ensureStack tells why a stack did not start", () =>
  withDataDir(async (dataDir) => {
    await using other = otherProgram();
    const config = loadConfig({
      TICKERTAPE_DATA_DIR: dataDir,
      KAFKA_BROKERS: `127.0.0.1:${other.addr.port}`,
      AWS_ENDPOINT_URL: "http://127.0.0.1:0",
    });
    const error = await assertRejects(() => ensureStack(config), TickertapeError);
    assertEquals(error.code, "STACK_NOT_STARTED");
    assertMatch(error.message, new RegExp(`port ${other.addr.port} is in use`));
    assertMatch(error.remedy, /--kafka-port/);
    await assertRejects(() => ensureStack({ ...config, target: "aws" }), UsageError);
  }));

Deno.test("ensureStack takes the stack that a port is forwarded to, and the Kafka beside it", () =>
  withDataDir(async (dataDir) => {
    const stack = await startStack({ dataDir: join(dataDir, "container"), ...freePorts });
    const forwarder = createServer((client) => {
      const inside = connect(Number(new URL(stack.aws).port), "127.0.0.1");
      client.pipe(inside).pipe(client);
    });
    forwarder.listen(0, "127.0.0.1");
    await once(forwarder, "listening");
    try {
      const { port } = forwarder.address() as AddressInfo;
      const aws = `http://127.0.0.1:${port}`;
      const config = loadConfig({
        TICKERTAPE_DATA_DIR: dataDir,
        KAFKA_BROKERS: stack.kafka,
        AWS_ENDPOINT_URL: aws,
      });
      const { info, started, forwarded } = await ensureStack(config);
      assertEquals([started, forwarded], [false, true]);
      assertEquals([info.kafka, info.aws], [stack.kafka, aws]);
      // Without a Kafka, or at the stack's own port, there is none to take.
      assertEquals(await forwardedStack("127.0.0.1:1", aws), undefined);
      assertEquals(await forwardedStack(stack.kafka, stack.aws), undefined);
    } finally {
      forwarder.close();
      await stack.close();
    }
  }));

Deno.test("a folder that cannot hold a stack is told", () =>
  withDataDir(async (dataDir) => {
    const file = join(dataDir, "file");
    await Deno.writeTextFile(file, "not a folder");
    const inFile = await assertRejects(
      () => startStack({ dataDir: join(file, "below"), ...freePorts }),
      TickertapeError,
    );
    assertEquals(inFile.code, "DATA_DIR_UNUSABLE");
    // As in a folder of another user, no file can be opened to write there.
    const shut = join(dataDir, "shut");
    await Deno.mkdir(join(shut, "stack.lock"), { recursive: true });
    const noLock = await assertRejects(
      () => startStack({ dataDir: shut, ...freePorts }),
      TickertapeError,
    );
    assertEquals(noLock.code, "DATA_DIR_UNUSABLE");
    const broken = join(dataDir, "broken");
    await Deno.mkdir(broken);
    await Deno.writeTextFile(join(broken, "state.sqlite"), "this is no database".repeat(100));
    const notDatabase = await assertRejects(
      () => startStack({ dataDir: broken, ...freePorts }),
      TickertapeError,
    );
    assertEquals(notDatabase.code, "STATE_UNREADABLE");
  }));

Deno.test({
  name: "a stack whose folder is deleted under it ends",
  ignore: skippedOnWindows("a stack whose folder is deleted", NO_DELETION),
  fn: () =>
    withDataDir(async (dataDir) => {
      const below = join(dataDir, "state");
      await using stack = await spawnLocal("--data-dir", below);
      await Deno.remove(below, { recursive: true });
      assertEquals((await stack.child.status).signal, null);
    }),
});
