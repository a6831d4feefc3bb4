/** The Compose file: what it has to agree with, and what its containers run. */
import { CreateBucketCommand, ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { s3ClientOptions } from "../../../lib/aws.ts";
import { KAFKA_VERSION } from "../../../lib/cloud/options.ts";
import {
  DEFAULT_AWS_PORT,
  DEFAULT_KAFKA_PORT,
  loadConfig,
  projectDir,
} from "../../../lib/config.ts";
import { freePort, hasProgram, hasPython } from "../tools.ts";
import { composeServices, isHealthy, type Service, untilHealthy } from "./compose.ts";

const ignore = !(await hasPython() && await hasProgram("bash"));
if (ignore) console.warn("skipped: the Compose file, which needs python3 with pip, and bash");

/** How long an engine waits from SIGTERM to SIGKILL. */
const GRACE_MS = 10_000;

Deno.test({ name: "Compose publishes both services where the tasks look", ignore }, async () => {
  const { kafka, aws, "aws-port": port } = await composeServices();
  assertEquals(kafka.image, `apache/kafka:${KAFKA_VERSION}`);
  assertEquals(kafka.ports, [`127.0.0.1:${DEFAULT_KAFKA_PORT}:${DEFAULT_KAFKA_PORT}`]);
  assertEquals(
    kafka.environment.KAFKA_ADVERTISED_LISTENERS,
    `PLAINTEXT://127.0.0.1:${DEFAULT_KAFKA_PORT}`,
  );
  assertEquals(port.ports, [`127.0.0.1:${DEFAULT_AWS_PORT}:${DEFAULT_AWS_PORT}`]);
  const inside = aws.command.match(/--aws-port (\d+)$/)?.[1];
  assertEquals(aws.network_mode, "service:aws-port");
  assertEquals(
    port.command,
    `TCP-LISTEN:${DEFAULT_AWS_PORT},fork,reuseaddr TCP:127.0.0.1:${inside}`,
  );
  assertEquals(portOf(aws), inside);
  assertEquals(portOf(kafka), String(DEFAULT_KAFKA_PORT));
  assert(aws.volumes.includes(`.:${aws.working_dir}:ro`), "the project could be written to");
});

Deno.test({ name: "Compose's stack ends in time, and keeps its state", ignore }, async () => {
  const { aws } = await composeServices();
  const state = aws.volumes.find((volume) => volume.startsWith("state:"))?.split(":")[1] ?? "";
  assert(aws.command.startsWith("deno task local "), "the image's entrypoint knows no tasks");
  const dir = await Deno.makeTempDir({ prefix: "tickertape-compose-" });
  const port = freePort();
  const command = aws.command.replace(state, join(dir, "state")).replace(/\d+$/, String(port));
  const s3 = new S3Client(
    s3ClientOptions(loadConfig({ AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` })),
  );
  try {
    assertEquals(await isHealthy(aws, port), false);
    await whileItRuns(command, async (process) => {
      await untilHealthy(aws, port, process);
      await s3.send(new CreateBucketCommand({ Bucket: "kept" }));
    });
    await whileItRuns(command, async (process) => {
      await untilHealthy(aws, port, process);
      const { Buckets } = await s3.send(new ListBucketsCommand({}));
      assertEquals(Buckets?.map(({ Name }) => Name), ["kept"]);
    });
  } finally {
    s3.destroy();
    await Deno.remove(dir, { recursive: true });
  }
});

/** Runs a container's command, and ends it as an engine does. */
async function whileItRuns(
  command: string,
  body: (process: Deno.ChildProcess) => Promise<void>,
): Promise<void> {
  const process = new Deno.Command(Deno.execPath(), {
    args: command.split(" ").slice(1),
    cwd: projectDir,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    await body(process);
  } finally {
    process.kill("SIGTERM");
    const killing = new AbortController();
    const killed = sleep(GRACE_MS, "killed", { signal: killing.signal });
    const ended = await Promise.race([process.status, killed.catch(() => "not killed")]);
    killing.abort();
    if (typeof ended === "string") process.kill("SIGKILL");
    assertEquals(typeof ended === "string" ? ended : ended.code, 0);
  }
}

/** The port that a service's health check looks at. */
function portOf({ healthcheck }: Service): string | undefined {
  return healthcheck.test.at(-1)?.match(/(\d+)$/)?.[1];
}
