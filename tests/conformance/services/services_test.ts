/**
 * The tests of the producer, the topics and the sink once more: against Apache Kafka, and against an
 * S3 that others wrote.
 */
import { assert } from "@std/assert";
import { join } from "node:path";
import { projectDir } from "../../../lib/config.ts";
import { startApacheKafka } from "../../../scripts/apache_kafka/broker.ts";
import { hasJavaAndMaven, hasPython, startMoto } from "../tools.ts";

const java = await hasJavaAndMaven();
const python = await hasPython();
if (!java) console.warn("skipped: Apache Kafka, which needs java and mvn");
if (!python) console.warn("skipped: moto, which needs python3 and pip");

const SUITES = ["tests/kafka/produce_test.ts", "tests/kafka/topics_test.ts"];
const SINK = ["tests/sink/consume_test.ts", "tests/sink/rebalance_test.ts"];
const TRANSACTIONS = "tests/sink/transactions_test.ts";

/** Runs tests in a process of its own, against the services that the variables name. */
async function runTests(files: string[], env: Record<string, string>): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "-P=test", "--no-check", ...files],
    cwd: projectDir,
    env: { ...env, NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  const text = decoder.decode(stdout);
  assert(success, `${text}\n${decoder.decode(stderr)}`);
  console.warn(`  ${text.trim().split("\n").at(-1)}`);
}

async function withKafka(body: (env: Record<string, string>) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-kafka-" });
  const cacheDir = join(projectDir, ".local", "apache-kafka");
  const kafka = await startApacheKafka({ cacheDir, dir, port: 0 });
  try {
    await body({ TEST_KAFKA_BROKERS: kafka.broker });
  } finally {
    await kafka.close();
    await Deno.remove(dir, { recursive: true });
  }
}

async function withMoto(body: (env: Record<string, string>) => Promise<void>): Promise<void> {
  const moto = await startMoto();
  try {
    await body({ TEST_S3_ENDPOINT: moto.url });
  } finally {
    await moto.close();
  }
}

Deno.test({
  name: "the producer's and the topics' tests pass against Apache Kafka",
  ignore: !java,
  fn: () => withKafka((env) => runTests(SUITES, env)),
});

Deno.test({
  name: "the sink's tests pass against Apache Kafka and the embedded S3",
  ignore: !java,
  fn: () => withKafka((env) => runTests([...SINK, TRANSACTIONS], env)),
});

Deno.test({
  name: "the sink's tests pass against the embedded Kafka and moto",
  ignore: !python,
  fn: () => withMoto((env) => runTests(SINK, env)),
});

Deno.test({
  name: "the sink's tests pass against Apache Kafka and moto",
  ignore: !java || !python,
  fn: () => withKafka((kafka) => withMoto((s3) => runTests(SINK, { ...kafka, ...s3 }))),
});
