/** Apache Kafka by the Compose file's settings, through what its image makes of them. */
import { assert, assertEquals } from "@std/assert";
import { ConfigResourceTypes } from "kafkajs";
import { join } from "node:path";
import { loadConfig } from "../../../lib/config.ts";
import { createKafka } from "../../../lib/kafka_client/client.ts";
import { freePort, hasJavaAndMaven, hasProgram, hasPython, kafkaJars } from "../tools.ts";
import { composeServices, untilHealthy } from "./compose.ts";

const ignore = !(await hasJavaAndMaven() && await hasPython() && await hasProgram("bash"));
if (ignore) console.warn("skipped: Compose's Kafka, which needs Java, Maven, python3 and bash");

/** For a JVM that lives some seconds. */
const BRIEF = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];

Deno.test(
  { name: "Compose's Kafka takes transactions and keeps old records", ignore },
  async () => {
    const { kafka } = await composeServices();
    const dir = await Deno.makeTempDir({ prefix: "tickertape-compose-" });
    const port = freePort();
    try {
      const classPath = join(await kafkaJars(), "*");
      const properties = await setUp(classPath, dir, settings(kafka.environment, port, dir));
      const broker = new Deno.Command("java", {
        args: ["-Xmx512m", ...BRIEF, ...logging(dir), "-cp", classPath, "kafka.Kafka", properties],
        stdin: "null",
        stdout: "null",
        stderr: "null",
      }).spawn();
      try {
        await untilHealthy(kafka, port, broker);
        await checkTransaction(`127.0.0.1:${port}`);
      } finally {
        broker.kill("SIGTERM");
        await broker.status;
      }
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  },
);

/** The service's settings, on ports and in a folder of this test's own. */
function settings(
  environment: Record<string, string>,
  port: number,
  dir: string,
): Record<string, string> {
  const controller = freePort();
  const here = ([name, value]: [string, string]) => [
    name,
    value.replace("0.0.0.0", "127.0.0.1").replaceAll(/:9092\b/g, `:${port}`)
      .replaceAll(/:9093\b/g, `:${controller}`),
  ];
  return {
    ...Object.fromEntries(Object.entries(environment).map(here)),
    KAFKA_LOG_DIRS: join(dir, "data"),
    // The image's own, for everyone.
    CLUSTER_ID: "5L6g3nShT-eMCtK--X86sw",
  };
}

/** What the image does before it starts the broker: writes the settings' file, formats the folder. */
async function setUp(
  classPath: string,
  dir: string,
  environment: Record<string, string>,
): Promise<string> {
  const folders = Object.fromEntries(
    ["default", "mounted", "final"].map((name) => [name, join(dir, name)]),
  );
  for (const folder of Object.values(folders)) await Deno.mkdir(folder);
  for (const name of ["server.properties", "log4j2.yaml", "tools-log4j2.yaml"]) {
    await Deno.writeTextFile(join(folders.default!, name), "");
  }
  const { success, stdout, stderr } = await new Deno.Command("java", {
    args: [
      ...[...BRIEF, "-cp", classPath, "kafka.docker.KafkaDockerWrapper", "setup"],
      ...Object.entries(folders).flatMap(([name, path]) => [`--${name}-configs-dir`, path]),
    ],
    env: environment,
  }).output();
  const decoder = new TextDecoder();
  assert(success, decoder.decode(stdout) + decoder.decode(stderr));
  return join(folders.final!, "server.properties");
}

/** The file that the image's step wrote last has no appender, so Kafka logs nothing but errors. */
function logging(dir: string): string[] {
  return [`-Dlog4j2.configurationFile=${join(dir, "final", "log4j2.yaml")}`];
}

async function checkTransaction(broker: string): Promise<void> {
  const kafka = createKafka(loadConfig({ KAFKA_BROKERS: broker }));
  const producer = kafka.producer({ transactionalId: "test", maxInFlightRequests: 1 });
  const admin = kafka.admin();
  await Promise.all([producer.connect(), admin.connect()]);
  try {
    await admin.createTopics({ topics: [{ topic: "ticks" }] });
    const transaction = await producer.transaction();
    await transaction.send({ topic: "ticks", messages: [{ value: "{}" }] });
    await transaction.commit();
    const { resources } = await admin.describeConfigs({
      resources: [{
        type: ConfigResourceTypes.TOPIC,
        name: "ticks",
        configNames: ["retention.ms"],
      }],
      includeSynonyms: false,
    });
    assertEquals(resources[0]?.configEntries.map(({ configValue }) => configValue), ["-1"]);
  } finally {
    await Promise.all([producer.disconnect(), admin.disconnect()]);
  }
}
