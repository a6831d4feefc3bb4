/**
 * The tutorial's own Python pair (kafka-python and s3fs) beside this project's, on the same Apache
 * Kafka and the same S3.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";
import { hasJavaAndMaven, hasPython, pythonWith } from "../../tests/conformance/tools.ts";
import { startApacheKafka } from "../apache_kafka/broker.ts";
import { formatBytes, formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
import { memoryOf, startScript } from "./processes.ts";
import type { BenchStack } from "./stack.ts";

/** Records that the Python consumer stores, one object each. */
const PYTHON_RECORDS = 400;
/** Records that the sink stores. */
const SINK_RECORDS = 300_000;
const PARTITIONS = 3;
const LEAST = 100;

/** What the tutorial's consumer does: each record that comes is written as an object of its own. */
const CONSUMER = `
import json, sys, time
from kafka import KafkaConsumer
from s3fs import S3FileSystem

broker, topic, endpoint, bucket, count = sys.argv[1:]
consumer = KafkaConsumer(topic, bootstrap_servers=[broker], auto_offset_reset="earliest",
                         value_deserializer=lambda x: json.loads(x.decode("utf-8")))
s3 = S3FileSystem(key="local", secret="local", client_kwargs={"endpoint_url": endpoint})
s3.mkdirs(bucket, exist_ok=True)
start = None
for number, record in enumerate(consumer):
    start = start or time.time()
    with s3.open("s3://{}/tutorial/stock_market_{}.json".format(bucket, number), "w") as file:
        json.dump(record.value, file)
    if number + 1 == int(count):
        break
print(json.dumps({"records": int(count), "seconds": time.time() - start}), flush=True)
sys.stdin.read()
`;

interface Timed {
  records: number;
  objects?: number;
  seconds: number;
}

/** Both consumers read the same topic into the same S3. */
export const tutorialBenchmark: Benchmark = {
  name: "tutorial",
  shows: "the tutorial's Python consumer and the sink, on the same Apache Kafka and the same S3",
  run: async (context) => {
    if (!await hasJavaAndMaven() || !await hasPython()) {
      return [{ what: "skipped: it needs java, mvn, python3 and pip", figure: "-" }];
    }
    const stack = await context.stack();
    const dir = await Deno.makeTempDir({ prefix: "tickertape-bench-" });
    context.note("Apache Kafka starts");
    const cacheDir = join(projectDir, ".local", "apache-kafka");
    const kafka = await startApacheKafka({ cacheDir, dir, port: 0 });
    try {
      context.note(`a backlog of ${formatCount(SINK_RECORDS)} records`);
      const fill = [kafka.broker, "tutorial", String(PARTITIONS), String(SINK_RECORDS)];
      const { signal } = context;
      await startScript("scripts/bench/workers/fill.ts", fill, { signal }).result();
      const python = await runPython(kafka.broker, stack, context);
      const sink = await runSink(kafka.broker, stack, context);
      return findings(python, sink);
    } finally {
      await kafka.close();
      await Deno.remove(dir, { recursive: true });
    }
  },
};

interface Measured extends Timed {
  bytes: number | undefined;
}

async function runPython(
  broker: string,
  { aws }: BenchStack,
  { note, signal }: BenchContext,
): Promise<Measured> {
  note("the tutorial's consumer, in Python");
  const { env } = await pythonWith("tutorial");
  const args = ["-c", CONSUMER, broker, "tutorial", aws, "tutorial", String(PYTHON_RECORDS)];
  const child = new Deno.Command("python3", {
    args,
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
    signal,
  }).spawn();
  let line = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    line += text;
    if (line.includes("\n")) break;
  }
  const bytes = await memoryOf(child.pid, "peak");
  await child.stdin.close();
  await child.status;
  return { ...JSON.parse(line) as Timed, bytes };
}

async function runSink(
  broker: string,
  stack: BenchStack,
  { note, signal }: BenchContext,
): Promise<Measured> {
  note("the sink");
  const env = {
    ...stack.env,
    KAFKA_BROKERS: broker,
    KAFKA_TOPIC: "tutorial",
    DENO_V8_FLAGS: "--max-semi-space-size=2",
  };
  const args = ["jsonl", String(SINK_RECORDS)];
  const worker = startScript("scripts/bench/workers/sink.ts", args, { env, signal });
  const timed = await worker.result() as Timed;
  return { ...timed, bytes: worker.peakBytes() };
}

function findings(python: Measured, sink: Measured): Finding[] {
  const speed = ({ records, seconds }: Timed) => records / seconds;
  const ratio = speed(sink) / speed(python);
  const row = (what: string, one: Measured, objects: number): Finding => ({
    what,
    figure: `${formatCount(speed(one))}/s, ${(one.records / objects).toFixed(0)} records an ` +
      `object${one.bytes ? `, ${formatBytes(one.bytes)} of memory` : ""}`,
  });
  return [
    row("the tutorial's consumer", python, python.records),
    row("the sink", sink, sink.objects ?? 1),
    {
      what: "the sink to the tutorial's consumer",
      figure: formatCount(ratio),
      target: `≥ ${LEAST}`,
      met: ratio >= LEAST,
    },
  ];
}
