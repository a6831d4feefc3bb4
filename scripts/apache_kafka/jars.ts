/**
 * Apache Kafka's jars, brought from Maven Central by `mvn` once and kept.
 * @module
 */
import { join } from "node:path";
import { KAFKA_VERSION } from "../../lib/cloud/options.ts";
import { TickertapeError } from "../../lib/errors.ts";

/** What `mvn` resolves: the broker with all it needs, and a logger that keeps quiet but for faults. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tickertape</groupId>
  <artifactId>apache-kafka</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${KAFKA_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>2.24.3</version>
    </dependency>
  </dependencies>
</project>
`;

const COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

/**
 * Makes sure that the jars are there.
 *
 * @param cacheDir Folder that keeps them
 * @param onDownload Called when they have to be downloaded first
 * @returns Folder with the jars
 * @throws {TickertapeError} `mvn` is missing, or could not bring them
 */
export async function kafkaJars(cacheDir: string, onDownload?: () => void): Promise<string> {
  const dir = join(cacheDir, `jars-${KAFKA_VERSION}`);
  const done = join(dir, "complete");
  if (await exists(done)) return dir;
  onDownload?.();
  await Deno.mkdir(dir, { recursive: true });
  const pom = join(dir, "pom.xml");
  await Deno.writeTextFile(pom, POM);
  const output = await run("mvn", [
    "--batch-mode",
    "--quiet",
    "--file",
    pom,
    COPY,
    `-DoutputDirectory=${dir}`,
    "-DincludeScope=runtime",
  ]);
  if (!output.success) {
    throw new TickertapeError({
      code: "KAFKA_JARS",
      message: `Could not download Apache Kafka ${KAFKA_VERSION}: ${lastLine(output.text)}`,
      remedy: "Check the network, or the mirror in ~/.m2/settings.xml, then run this again.",
    });
  }
  await Deno.writeTextFile(done, `${KAFKA_VERSION}\n`);
  return dir;
}

/**
 * Runs a program of the Java world to its end.
 *
 * @param program `java` or `mvn`
 * @param args Its arguments
 * @returns Whether it succeeded, and what it printed
 * @throws {TickertapeError} It is not installed
 */
export async function run(
  program: "java" | "mvn",
  args: string[],
): Promise<{ success: boolean; text: string }> {
  // On Windows Maven is a batch file, which is only found by its whole name.
  const name = program === "mvn" && Deno.build.os === "windows" ? "mvn.cmd" : program;
  try {
    const output = await new Deno.Command(name, { args, stdout: "piped", stderr: "piped" })
      .output();
    const decoder = new TextDecoder();
    return {
      success: output.success,
      text: decoder.decode(output.stdout) + decoder.decode(output.stderr),
    };
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new TickertapeError({
      code: "JAVA_MISSING",
      message: `Could not run ${program}: it is not installed`,
      remedy: "Install Java 17 or later and Maven, or use the embedded stack: deno task local",
      cause: error,
    });
  }
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

function lastLine(text: string): string {
  return text.trim().split("\n").findLast((line) => line.includes("ERROR")) ??
    text.trim().split("\n").at(-1) ?? "";
}
