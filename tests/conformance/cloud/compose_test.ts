/** The Compose file: what it has to agree with, and the command of its container. */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { KAFKA_VERSION } from "../../../lib/cloud/options.ts";
import { DEFAULT_AWS_PORT, DEFAULT_KAFKA_PORT, projectDir } from "../../../lib/config.ts";
import { requestDirectly } from "../../../lib/direct_request.ts";
import { freePort, hasPython, pythonWith } from "../tools.ts";

const ignore = !(await hasPython());
if (ignore) console.warn("skipped: the Compose file, which needs python3 with pip");

interface Service {
  image: string;
  command: string;
  environment: Record<string, string>;
  ports: string[];
  volumes: string[];
  working_dir: string;
  network_mode: string;
}

type Compose = Record<"services", Record<"kafka" | "aws" | "aws-port", Service>>;

async function compose(): Promise<Compose> {
  // cfn-lint brings a parser of YAML along.
  const { env } = await pythonWith("lint");
  const read = "import json, yaml; print(json.dumps(yaml.safe_load(open('compose.yaml'))))";
  const { success, stdout, stderr } = await new Deno.Command("python3", {
    args: ["-c", read],
    cwd: projectDir,
    env,
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout));
}

Deno.test({ name: "Compose publishes both services where the tasks look", ignore }, async () => {
  const { kafka, aws, "aws-port": port } = (await compose()).services;
  assertEquals(kafka.image, `apache/kafka:${KAFKA_VERSION}`);
  assertEquals(kafka.ports, [`127.0.0.1:${DEFAULT_KAFKA_PORT}:${DEFAULT_KAFKA_PORT}`]);
  assertEquals(
    kafka.environment.KAFKA_ADVERTISED_LISTENERS,
    `PLAINTEXT://127.0.0.1:${DEFAULT_KAFKA_PORT}`,
  );
  assertEquals(aws.ports, [`127.0.0.1:${DEFAULT_AWS_PORT}:${DEFAULT_AWS_PORT}`]);
  const inside = aws.command.match(/--aws-port (\d+)$/)?.[1];
  assertEquals(port.network_mode, "service:aws");
  assertEquals(
    port.command,
    `TCP-LISTEN:${DEFAULT_AWS_PORT},fork,reuseaddr TCP:127.0.0.1:${inside}`,
  );
  assert(aws.volumes.includes(`.:${aws.working_dir}:ro`), "the project could be written to");
});

Deno.test({ name: "the command of Compose's container starts the stack", ignore }, async () => {
  const { command, volumes } = (await compose()).services.aws;
  const state = volumes.find((volume) => volume.startsWith("state:"))?.split(":")[1] ?? "";
  assert(command.startsWith("deno task local "), "the image's entrypoint knows no tasks");
  const dir = await Deno.makeTempDir({ prefix: "tickertape-compose-" });
  const port = freePort();
  const args = command.replace(state, join(dir, "state")).replace(/\d+$/, String(port)).split(" ");
  const stack = new Deno.Command(Deno.execPath(), {
    args: args.slice(1),
    cwd: projectDir,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    const deadline = Date.now() + 60_000;
    for (;;) {
      try {
        assertEquals((await requestDirectly(`http://127.0.0.1:${port}/`)).status, 200);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ECONNREFUSED") throw error;
        assert(Date.now() < deadline, "the stack does not answer");
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  } finally {
    stack.kill("SIGTERM");
    await stack.status;
    await Deno.remove(dir, { recursive: true });
  }
});
