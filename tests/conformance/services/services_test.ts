/**
 * The tests of the producer, the topics and the sink once more: against Apache Kafka, and against an
 * S3 that others wrote.
 */
import { assert } from "@std/assert";
import { projectDir } from "../../../lib/config.ts";
import { startApacheKafka } from "../../../scripts/apache_kafka/broker.ts";
import { hasJavaAndMaven, hasPython, KAFKA_CACHE, startMoto } from "../tools.ts";

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

// Each test of the suites makes topics, groups and buckets of its own.
const running = new AsyncDisposableStack();
const kafkaEnv: Record<string, string> = {};
const s3Env: Record<string, string> = {};

async function startKafka(): Promise<void> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-kafka-" });
  running.defer(() => Deno.remove(dir, { recursive: true }));
  const kafka = await startApacheKafka({ cacheDir: KAFKA_CACHE, dir, port: 0 });
  running.defer(() => kafka.close());
  kafkaEnv.TEST_KAFKA_BROKERS = kafka.broker;
}

async function startS3(): Promise<void> {
  const moto = await startMoto();
  running.defer(() => moto.close());
  s3Env.TEST_S3_ENDPOINT = moto.url;
}

if (java) Deno.test.beforeAll(startKafka);
if (python) Deno.test.beforeAll(startS3);
Deno.test.afterAll(() => running.disposeAsync());

Deno.test({
  name: "the producer's and the topics' tests pass against Apache Kafka",
  ignore: !java,
  fn: () => runTests(SUITES, kafkaEnv),
});

Deno.test({
  name: "the sink's tests pass against Apache Kafka and the embedded S3",
  ignore: !java,
  fn: () => runTests([...SINK, TRANSACTIONS], kafkaEnv),
});

Deno.test({
  name: "the sink's tests pass against the embedded Kafka and moto",
  ignore: !python,
  fn: () => runTests(SINK, s3Env),
});

Deno.test({
  name: "the sink's tests pass against Apache Kafka and moto",
  ignore: !java || !python,
  fn: () => runTests(SINK, { ...kafkaEnv, ...s3Env }),
});
