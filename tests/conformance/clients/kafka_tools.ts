/**
 * Apache Kafka's own command line tools, of any version.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../../lib/config.ts";
import { run } from "../../../scripts/apache_kafka/jars.ts";

/** Main classes of the tools, by the name of their shell script. */
const CLASSES = {
  "kafka-topics": "org.apache.kafka.tools.TopicCommand",
  "kafka-get-offsets": "org.apache.kafka.tools.GetOffsetShell",
  "kafka-producer-perf-test": "org.apache.kafka.tools.ProducerPerformance",
  "kafka-consumer-perf-test": "org.apache.kafka.tools.ConsumerPerformance",
  "kafka-console-producer": "org.apache.kafka.tools.ConsoleProducer",
  "kafka-console-consumer": "org.apache.kafka.tools.consumer.ConsoleConsumer",
  "kafka-consumer-groups": "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
  "kafka-configs": "org.apache.kafka.tools.ConfigCommand",
  "kafka-delete-records": "org.apache.kafka.tools.DeleteRecordsCommand",
  "kafka-log-dirs": "org.apache.kafka.tools.LogDirsCommand",
  "kafka-dump-log": "org.apache.kafka.tools.DumpLogSegments",
  "kafka-transactions": "org.apache.kafka.tools.TransactionsCommand",
} as const;

/** Those that are elsewhere in Apache Kafka 3. */
const CLASSES_OF_3: Partial<Record<ToolName, string>> = {
  "kafka-console-producer": "kafka.tools.ConsoleProducer",
  "kafka-configs": "kafka.admin.ConfigCommand",
  "kafka-dump-log": "kafka.tools.DumpLogSegments",
};

/** The newest version. */
export const NEWEST_VERSION = "4.4.0";

/** Versions that the tests use: the last before 4.0, and the newest. */
export const VERSIONS = ["3.9.2", NEWEST_VERSION] as const;

/** Name of a tool. */
export type ToolName = keyof typeof CLASSES;

/** The tools of one version. */
export interface KafkaTools {
  version: string;
  /**
   * Runs a tool to its end.
   *
   * @param name Name of its shell script
   * @param args Its arguments
   * @returns What it printed, of which its logger's notices are left out
   * @throws {Error} It failed
   */
  run(name: ToolName, ...args: string[]): Promise<string>;
  /** `kafka-console-producer`, given lines. */
  produce(lines: string[], ...args: string[]): Promise<void>;
}

const COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

/**
 * Brings the tools from Maven Central, once.
 *
 * @param version Version of Apache Kafka
 * @returns The tools
 */
export async function kafkaTools(version: string): Promise<KafkaTools> {
  const dir = join(projectDir, ".local", "conformance", `kafka-tools-${version}`);
  const complete = join(dir, "complete");
  if (!(await exists(complete))) {
    await Deno.mkdir(dir, { recursive: true });
    await Deno.writeTextFile(join(dir, "pom.xml"), pom(version));
    const { success, text } = await run("mvn", [
      "--batch-mode",
      "--quiet",
      "--file",
      join(dir, "pom.xml"),
      COPY,
      `-DoutputDirectory=${dir}`,
      "-DincludeScope=runtime",
    ]);
    if (!success) throw new Error(`Could not download Apache Kafka ${version}: ${text}`);
    await Deno.writeTextFile(complete, version);
  }
  const classOf = (name: ToolName) =>
    version.startsWith("3.") ? CLASSES_OF_3[name] ?? CLASSES[name] : CLASSES[name];
  const java = ["-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", join(dir, "*")];
  return {
    version,
    async run(name, ...args) {
      const { success, text } = await run("java", [...java, classOf(name), ...args]);
      const output = text.split("\n")
        .filter((line) => !/^(SLF4J|log4j:|ERROR StatusLogger|WARNING: )/.test(line)).join("\n");
      if (!success) throw new Error(`${name} ${args.join(" ")} failed: ${output}`);
      return output;
    },
    async produce(lines, ...args) {
      const child = new Deno.Command("java", {
        args: [...java, classOf("kafka-console-producer"), ...args],
        stdin: "piped",
        stdout: "null",
        stderr: "null",
      }).spawn();
      const writer = child.stdin.getWriter();
      await writer.write(new TextEncoder().encode(lines.map((line) => `${line}\n`).join("")));
      await writer.close();
      const { success } = await child.status;
      if (!success) throw new Error(`kafka-console-producer ${args.join(" ")} failed`);
    },
  };
}

function pom(version: string): string {
  const dependencies = ["kafka_2.13", "kafka-tools"].map((artifact) => `
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>${artifact}</artifactId>
      <version>${version}</version>
    </dependency>`);
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tickertape</groupId>
  <artifactId>kafka-tools</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>${dependencies.join("")}
  </dependencies>
</project>
`;
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
