/**
 * A real Apache Kafka from the files that the AWS instance's set-up script writes.
 * @module
 */
import { assert } from "@std/assert";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pause } from "../../../lib/pause.ts";
import { freePort, hasJavaAndMaven, hasProgram, kafkaJars } from "../tools.ts";

/** The account of the TLS listener. */
export const USERNAME = "tickertape";

/** Its password. */
export const PASSWORD = "only-for-this-test";

const SCRIPT = fileURLToPath(
  new URL("../../../lib/cloud/instance/broker_setup.sh", import.meta.url),
);

/** A running broker. */
export interface SecuredBroker {
  /** Plain listener on the loopback. */
  port: number;
  /** TLS listener that asks for SASL. */
  tlsPort: number;
  /** Listener of the broker's own. */
  controllerPort: number;
  /** PEM file of the authority that signed its certificate. */
  caFile: string;
}

/** Whether the script can be run here: it needs Java, Maven, bash and OpenSSL. */
export async function canRunBroker(): Promise<boolean> {
  return await hasJavaAndMaven() && await hasProgram("bash") &&
    await hasProgram("openssl", ["version"]);
}

/**
 * Configures a broker by the script, runs the command line of the unit it wrote, as systemd would,
 * and stops it at the end.
 *
 * @param extraProperties Lines for the broker's settings, beyond what the script writes
 * @param body What to do with it
 * @param classes Folder with further classes for the broker
 */
export async function withSecuredBroker(
  extraProperties: string | ((broker: SecuredBroker) => string),
  body: (broker: SecuredBroker) => Promise<void>,
  classes?: string,
): Promise<void> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-broker-" });
  const broker = {
    port: freePort(),
    tlsPort: freePort(),
    controllerPort: freePort(),
    caFile: join(dir, "etc", "ca.pem"),
  };
  try {
    await configure(dir, broker);
    const properties = typeof extraProperties === "string"
      ? extraProperties
      : extraProperties(broker);
    await Deno.writeTextFile(join(dir, "etc", "server.properties"), properties, { append: true });
    const unit = await Deno.readTextFile(join(dir, "unit", "kafka.service"));
    const [program = "", ...args] = unit.match(/^ExecStart=(.*)$/m)?.[1]?.split(" ") ?? [];
    const classPath = args.indexOf("-cp") + 1;
    if (classes !== undefined) args[classPath] += delimiter + classes;
    const process = new Deno.Command(program, { args, stdout: "piped", stderr: "piped" }).spawn();
    const output = process.output();
    let running = true;
    const ended = output.then(({ stdout, stderr }) => {
      running = false;
      const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
      throw new Error(`the broker ended: ${said.slice(-2000)}`);
    });
    try {
      await Promise.race([ended, untilListening(broker.tlsPort, () => !running)]);
      await Promise.race([ended, body(broker)]);
    } finally {
      if (running) process.kill("SIGTERM");
      await output;
      await Promise.allSettled([ended]);
    }
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

async function configure(dir: string, broker: SecuredBroker): Promise<void> {
  const home = join(dir, "home");
  await Deno.mkdir(home);
  await Deno.symlink(
    await kafkaJars(),
    join(home, "libs"),
  );
  const owner = await new Deno.Command("id", { args: ["-un"] }).output();
  const { success, stdout, stderr } = await new Deno.Command("bash", {
    args: [SCRIPT, "configure"],
    env: {
      KAFKA_HOME: home,
      CONFIG_DIR: join(dir, "etc"),
      DATA_DIR: join(dir, "var"),
      UNIT_DIR: join(dir, "unit"),
      OWNER: new TextDecoder().decode(owner.stdout).trim(),
      BROKER_PORT: String(broker.port),
      CONTROLLER_PORT: String(broker.controllerPort),
      PUBLIC_ADDRESS: "127.0.0.1",
      PUBLIC_BIND: "127.0.0.1",
      PUBLIC_PORT: String(broker.tlsPort),
      PUBLIC_USERNAME: USERNAME,
      PUBLIC_PASSWORD: PASSWORD,
    },
  }).output();
  const said = new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
  assert(success, said);
  assert(!said.includes(PASSWORD) && !said.includes("storedKey"), "a secret was logged");
}

/** Looks until it listens, or has ended. */
async function untilListening(port: number, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded() && !(await listens(port))) await pause(100);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
