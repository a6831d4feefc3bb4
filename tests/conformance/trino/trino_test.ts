/**
 * Asks a real Trino what `tests/local/athena/trino_answers.jsonl` says it answered. Needs `mvn` and
 * Java 17; `TRINO_RECORD=1` writes the answers anew.
 */
import { assertEquals } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { trinoAnswers, trinoStatements } from "../../local/athena/trino_answers.ts";

const VERSION = "435";

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tickertape</groupId><artifactId>trino-oracle</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>io.trino</groupId><artifactId>trino-main</artifactId><version>${VERSION}</version>
  </dependency></dependencies>
</project>`;

async function succeeds(command: string, args: string[], cwd?: string): Promise<boolean> {
  try {
    const output = await new Deno.Command(command, {
      args,
      ...(cwd ? { cwd } : {}),
      stdout: "null",
      stderr: "null",
    }).output();
    return output.success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

const missing: string[] = [];
for (
  const [command, flag] of [["mvn", "-v"], ["java", "-version"], ["javac", "-version"]] as const
) {
  if (!(await succeeds(command, [flag]))) missing.push(command);
}
if (missing.length > 0) console.warn(`skipped: Trino, for there is no ${missing.join(" and no ")}`);

Deno.test({
  name: `Trino ${VERSION} answers as was recorded`,
  ignore: missing.length > 0,
  async fn() {
    const dir = join(Deno.env.get("TRINO_ORACLE_DIR") ?? await Deno.makeTempDir());
    const jars = join(dir, "lib");
    if (!existsSync(jars)) {
      await Deno.writeTextFile(join(dir, "pom.xml"), POM);
      const copied = await succeeds("mvn", [
        "-q",
        "-B",
        "dependency:copy-dependencies",
        "-DoutputDirectory=lib",
      ], dir);
      if (!copied) throw new Error(`mvn could not fetch Trino ${VERSION} into ${dir}`);
    }
    const source = new URL("./TrinoOracle.java", import.meta.url).pathname;
    assertEquals(await succeeds("javac", ["-d", dir, "-cp", join(jars, "*"), source]), true);
    const separator = Deno.build.os === "windows" ? ";" : ":";
    const process = new Deno.Command("java", {
      args: ["-Xmx1g", "-cp", [dir, join(jars, "*")].join(separator), "TrinoOracle"],
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const statements = trinoStatements();
    const writer = process.stdin.getWriter();
    await writer.write(new TextEncoder().encode(statements.map((sql) => `${sql}\n`).join("")));
    await writer.close();
    const { stdout } = await process.output();
    const lines = new TextDecoder().decode(stdout).trim().split("\n");
    const answers = statements.map((sql, i) => ({ sql, ...JSON.parse(lines[i] as string) }));
    if (Deno.env.get("TRINO_RECORD") === "1") {
      await Deno.writeTextFile(
        new URL("../../local/athena/trino_answers.jsonl", import.meta.url),
        answers.map((answer) => `${JSON.stringify(answer)}\n`).join(""),
      );
    }
    assertEquals(trinoAnswers(), answers);
  },
});
