/**
 * The tutorial's own Python pair (kafka-python, pandas and s3fs) beside this project's, on the same
 * Apache Kafka and the same S3.
 *
 * S3 is the embedded one. It answers sooner than Amazon's or an emulator in Python would, and the
 * tutorial's consumer waits for an answer with every record: another S3 would flatter this project.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";
import { type ApacheKafka, startApacheKafka } from "../apache_kafka/broker.ts";
import { formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark, Finding } from "./benchmark.ts";
import { hasProgram } from "../python.ts";
import { fill } from "./fill.ts";
import { BACKLOG, BACKLOG_RECORDS, programs, SENT } from "./tutorial/programs.ts";
import { requests } from "./tutorial/requests.ts";
import { speeds } from "./tutorial/speeds.ts";

const PARTITIONS = 3;

/** Producers and consumers, in turns. */
export const tutorialBenchmark: Benchmark = {
  name: "tutorial",
  shows: "the tutorial's Python producer and consumer beside produce and consume, on the same " +
    "Apache Kafka and the same S3",
  run: async (context) => {
    const missing = await missingPrograms();
    if (missing.length > 0) {
      return [{ what: `skipped: there is no ${missing.join(", no ")}`, figure: "-" }];
    }
    const dir = await Deno.makeTempDir({ prefix: "tickertape-bench-" });
    try {
      context.note("Apache Kafka starts");
      const cacheDir = join(projectDir, ".local", "apache-kafka");
      const kafka = await startApacheKafka({ cacheDir, dir, port: 0 });
      try {
        return await compare(kafka, context);
      } finally {
        await kafka.close();
      }
    } finally {
      await Deno.remove(dir, { recursive: true });
    }
  },
};

async function compare(kafka: ApacheKafka, context: BenchContext): Promise<Finding[]> {
  const stack = await context.stack();
  await makeTopics(kafka, context);
  context.note("Python's packages");
  const all = await programs(stack.env, context.signal);
  const services = { kafka: kafka.broker, aws: stack.aws };
  return [
    ...await speeds(all, services, context),
    ...await requests(all, services, context),
  ];
}

async function missingPrograms(): Promise<string[]> {
  const maven = Deno.build.os === "windows" ? "mvn.cmd" : "mvn";
  const needed: [string, string[]][] = [
    ["java", ["-version"]],
    [maven, ["-v"]],
    ["python3", ["-m", "pip", "--version"]],
  ];
  const here = await Promise.all(needed.map(([name, args]) => hasProgram(name, args)));
  return needed.filter((_, index) => !here[index]).map(([name, args]) =>
    name === "python3" ? `${name} with ${args[1]}` : name
  );
}

async function makeTopics(
  { broker: kafka }: ApacheKafka,
  { note, signal }: BenchContext,
): Promise<void> {
  note(`a backlog of ${formatCount(BACKLOG_RECORDS)} records`);
  const topic = { kafka, partitions: PARTITIONS, signal };
  await fill({ ...topic, topic: BACKLOG, records: BACKLOG_RECORDS });
  await fill({ ...topic, topic: SENT, records: 0 });
}
