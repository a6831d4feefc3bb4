/**
 * The set-up script's configuration, on this machine: the files it writes start a real broker, with
 * its loopback listener, and with its TLS listener that asks for SASL/SCRAM.
 */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { Kafka, logLevel } from "kafkajs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectDir } from "../../../lib/config.ts";
import { kafkaJars } from "../../../scripts/apache_kafka/jars.ts";
import { freePort, hasJavaAndMaven, hasProgram } from "../tools.ts";

const SCRIPT = fileURLToPath(
  new URL("../../../lib/cloud/instance/broker_setup.sh", import.meta.url),
);
const PASSWORD = "only-for-this-test";
const ignore = !(await hasJavaAndMaven() && await hasProgram("bash") &&
  await hasProgram("openssl", ["version"]));
if (ignore) {
  console.warn("skipped: the broker's set-up script, which needs java, mvn, bash, openssl");
}

Deno.test({ name: "the files the set-up script writes start a real broker", ignore }, async () => {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-broker-" });
  const [port, publicPort, controllerPort] = [freePort(), freePort(), freePort()];
  const home = join(dir, "home");
  await Deno.mkdir(home);
  await Deno.symlink(
    await kafkaJars(join(projectDir, ".local", "apache-kafka")),
    join(home, "libs"),
  );
  try {
    const configured = await new Deno.Command("bash", {
      args: [SCRIPT, "configure"],
      env: {
        KAFKA_HOME: home,
        CONFIG_DIR: join(dir, "etc"),
        DATA_DIR: join(dir, "var"),
        UNIT_DIR: join(dir, "unit"),
        OWNER: (await text("id", ["-un"])).trim(),
        BROKER_PORT: String(port),
        CONTROLLER_PORT: String(controllerPort),
        PUBLIC_ADDRESS: "127.0.0.1",
        PUBLIC_BIND: "127.0.0.1",
        PUBLIC_PORT: String(publicPort),
        PUBLIC_USERNAME: "tickertape",
        PUBLIC_PASSWORD: PASSWORD,
      },
    }).output();
    const said = new TextDecoder().decode(configured.stdout) +
      new TextDecoder().decode(configured.stderr);
    assert(configured.success, said);
    assert(!said.includes(PASSWORD) && !said.includes("storedKey"), "a secret was logged");
    await withBroker(join(dir, "unit", "kafka.service"), async () => {
      await checkLoopback(port);
      await checkTls(publicPort, await Deno.readTextFile(join(dir, "etc", "ca.pem")));
    });
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

/** Runs the unit's own command line, as systemd would: without a shell. */
async function withBroker(unit: string, body: () => Promise<void>): Promise<void> {
  const line = (await Deno.readTextFile(unit)).match(/^ExecStart=(.*)$/m)?.[1] ?? "";
  const [program = "", ...args] = line.split(" ");
  const broker = new Deno.Command(program, { args, stdout: "null", stderr: "null" }).spawn();
  try {
    await body();
  } finally {
    broker.kill("SIGTERM");
    await broker.status;
  }
}

async function checkLoopback(port: number): Promise<void> {
  const admin = new Kafka({
    brokers: [`127.0.0.1:${port}`],
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 500, factor: 0, multiplier: 1, retries: 60 },
  }).admin();
  await admin.connect();
  const { brokers } = await admin.describeCluster();
  assertEquals(brokers.map((broker) => `${broker.host}:${broker.port}`), [`127.0.0.1:${port}`]);
  await admin.createTopics({ topics: [{ topic: "ticks", numPartitions: 3 }] });
  assertStringIncludes((await admin.listTopics()).join(" "), "ticks");
  await admin.disconnect();
}

async function checkTls(port: number, ca: string): Promise<void> {
  const connect = async (password: string) => {
    const admin = new Kafka({
      brokers: [`127.0.0.1:${port}`],
      ssl: { ca: [ca] },
      sasl: { mechanism: "scram-sha-512", username: "tickertape", password },
      logLevel: logLevel.NOTHING,
      retry: { retries: 1 },
    }).admin();
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    await admin.disconnect();
    return brokers.map((broker) => broker.port);
  };
  assertEquals(await connect(PASSWORD), [port]);
  await assertRejects(() => connect("wrong"), Error, "invalid credentials");
}

async function text(program: string, args: string[]): Promise<string> {
  const { stdout } = await new Deno.Command(program, { args }).output();
  return new TextDecoder().decode(stdout);
}
