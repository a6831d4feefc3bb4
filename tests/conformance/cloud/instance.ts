/**
 * The broker's instance without EC2: its user data run on this machine, with stand-ins for what only
 * Amazon Linux has. The AWS command line is the real one, and so is what it installs.
 * @module
 */
import { assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { join } from "node:path";
import process from "node:process";
import { KAFKA_VERSION } from "../../../lib/cloud/options.ts";
import { freePort, kafkaJars, pythonWith } from "../tools.ts";

const NAME = `kafka_2.13-${KAFKA_VERSION}`;

/** Programs of Amazon Linux: what they are called with is kept, one a line. */
const RECORDED = ["dnf", "useradd"];

/** As systemd would, starts what the unit says. */
const SYSTEMCTL = `[ "$1" = enable ] || exit 0
command=$(sed -n 's/^ExecStart=//p' "$UNIT_DIR/kafka.service")
set -f
# shellcheck disable=SC2086
nohup $command >"$LOG" 2>&1 &
echo $! >"$PID_FILE"
`;

/** An instance that has booted, or failed to. */
export interface Instance extends AsyncDisposable {
  /** Exit code of its set-up, which it signals to CloudFormation. */
  code: number;
  /** What the set-up said. */
  said: string;
  /** Lines that the stand-ins were called with. */
  calls: string[];
  /** Folders by variable of the set-up script. */
  folders: Record<string, string>;
}

/** What the instance is booted with. */
export interface BootOptions {
  /** The instance's user data. */
  userData: string;
  /** URL of a moto server. */
  aws: string;
  /** Has the archive's digest differ from the archive's. */
  corrupt?: boolean;
}

/**
 * Boots one.
 *
 * @param options With what
 * @returns The instance after its set-up
 */
export async function bootInstance(options: BootOptions): Promise<Instance> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-instance-" });
  const archive = await serveArchive(dir, options.corrupt ?? false);
  const folders = {
    KAFKA_HOME: join(dir, "kafka"),
    CONFIG_DIR: join(dir, "etc"),
    DATA_DIR: join(dir, "var"),
    UNIT_DIR: join(dir, "unit"),
  };
  const record = join(dir, "calls");
  const pidFile = join(dir, "pid");
  await Deno.writeTextFile(record, "");
  await writeStandIns(join(dir, "bin"), record, archive.port);
  const { env: python } = await pythonWith("clients");
  const script = options.userData.match(/<<'END_OF_SCRIPT'\n(.*\n)END_OF_SCRIPT\n/s)?.[1] ?? "";
  const exported = [...options.userData.matchAll(/^export (\w+)=(.*)$/gm)];
  const steps = options.userData.match(/^bash \/root\/broker_setup\.sh (.*)$/m)?.[1] ?? "";
  await Deno.writeTextFile(join(dir, "broker_setup.sh"), script);
  const { code, stdout, stderr } = await new Deno.Command("bash", {
    args: [join(dir, "broker_setup.sh"), ...steps.split(" ")],
    env: {
      ...python,
      PATH: `${join(dir, "bin")}:${python.PATH}`,
      ...Object.fromEntries(exported.map(([, name, value]) => [name!, value!])),
      ...folders,
      // Of this machine's addresses the one that moto gave it, not all.
      PUBLIC_BIND: exported.find(([, name]) => name === "PUBLIC_ADDRESS")?.[2] ?? "",
      BROKER_PORT: String(freePort()),
      CONTROLLER_PORT: String(freePort()),
      OWNER: await ownName(),
      LOG: join(dir, "kafka.log"),
      PID_FILE: pidFile,
      AWS_ENDPOINT_URL: options.aws,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
      TMPDIR: dir,
    },
  }).output();
  const decoder = new TextDecoder();
  await archive.close();
  return {
    code,
    said: decoder.decode(stdout) + decoder.decode(stderr),
    calls: (await Deno.readTextFile(record)).trim().split("\n"),
    folders,
    [Symbol.asyncDispose]: async () => {
      await endKafka(pidFile);
      await Deno.remove(dir, { recursive: true });
    },
  };
}

/** Serves Apache's archive of the release that the stack deploys, made of Maven's jars. */
async function serveArchive(dir: string, corrupt: boolean) {
  const root = join(dir, NAME);
  await Deno.mkdir(root);
  const jars = await kafkaJars();
  await Deno.symlink(jars, join(root, "libs"));
  const tgz = join(dir, `${NAME}.tgz`);
  const packed = await new Deno.Command("tar", {
    args: ["-c", "-h", "-I", "gzip -1", "-f", tgz, "-C", dir, NAME],
  }).output();
  assertEquals(packed.success, true, new TextDecoder().decode(packed.stderr));
  const bytes = await Deno.readFile(tgz);
  const digest = createHash("sha512").update(bytes).update(corrupt ? "x" : "").digest("hex");
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => {
      const { pathname } = new URL(request.url);
      const path = `/dist/kafka/${KAFKA_VERSION}/${NAME}.tgz`;
      if (pathname === path) return new Response(bytes);
      if (pathname === `${path}.sha512`) return new Response(asGpgPrints(digest));
      return new Response(null, { status: 404 });
    },
  );
  return {
    port: server.addr.port,
    close: async () => {
      await server.shutdown();
      await Deno.remove(root, { recursive: true });
      await Deno.remove(tgz);
    },
  };
}

/** The form in which Apache publishes digests: that of `gpg --print-md`. */
function asGpgPrints(digest: string): string {
  const groups = digest.toUpperCase().match(/.{8}/g) ?? [];
  const name = `${NAME}.tgz: `;
  const lines = [];
  while (groups.length > 0) lines.push(groups.splice(0, 6).join(" "));
  return `${name}${lines.join(`\n${" ".repeat(name.length)}`)}\n`;
}

async function writeStandIns(bin: string, record: string, archivePort: number): Promise<void> {
  await Deno.mkdir(bin);
  const write = (name: string, text: string) =>
    Deno.writeTextFile(join(bin, name), `#!/bin/bash\n${text}`, { mode: 0o755 });
  for (const name of RECORDED) await write(name, `echo "${name} $*" >>'${record}'\n`);
  // The account that owns the service is said not to be there, then there.
  await write(
    "id",
    `[ -s '${record}.user' ] && exec /usr/bin/id "$@"\n` +
      `echo made >'${record}.user'; exit 1\n`,
  );
  await write("systemctl", `echo "systemctl $*" >>'${record}'\n${SYSTEMCTL}`);
  const here = `http://127.0.0.1:${archivePort}`;
  const curl = await whereIs("curl");
  await write("curl", `exec '${curl}' "\${@/#https:\\/\\/archive.apache.org/${here}}"\n`);
  // pip's script names the Python of where it was installed.
  await write("aws", `exec python3 -m awscli "$@"\n`);
}

async function endKafka(pidFile: string): Promise<void> {
  const pid = await Deno.readTextFile(pidFile).catch((error: unknown) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  if (pid === undefined) return;
  // No child of ours: that it has ended shows in that it cannot be signalled.
  for (let signal: Deno.Signal | 0 = "SIGTERM";; signal = 0) {
    try {
      process.kill(Number(pid), signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return;
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ownName(): Promise<string> {
  const { stdout } = await new Deno.Command("id", { args: ["-un"] }).output();
  return new TextDecoder().decode(stdout).trim();
}

async function whereIs(name: string): Promise<string> {
  const { stdout } = await new Deno.Command("sh", { args: ["-c", `command -v ${name}`] }).output();
  return new TextDecoder().decode(stdout).trim();
}
