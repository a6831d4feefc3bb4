/**
 * A real Trino, the engine that Athena runs on, in a process of its own.
 * @module
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type AthenaRow, athenaValue } from "../../../lib/athena/values.ts";
import { projectDir } from "../../../lib/config.ts";

/** Athena's engine version 3 is of this age; later releases need a later Java. */
export const TRINO_VERSION = "435";

/** An answer of Trino's, or its error. */
export interface TrinoAnswer {
  /** Columns' names in order. */
  names?: string[];
  /** Columns' types in Trino's words. */
  types?: string[];
  /** Cells as Trino prints them, which is as Athena does. */
  rows?: (string | null)[][];
  /** Name of the error's code. */
  error?: string;
  message?: string;
}

/** A running Trino. */
export interface Trino extends AsyncDisposable {
  /** Runs statements, and gives their answers in order. */
  ask(statements: readonly string[]): Promise<TrinoAnswer[]>;
}

const JARS = join(projectDir, ".local", "conformance", `trino-${TRINO_VERSION}`);

/**
 * Starts a Trino without tables: what statements read stands in them, as `VALUES`.
 *
 * @returns The running Trino
 */
export async function openTrino(): Promise<Trino> {
  await trinoJars();
  const source = fileURLToPath(new URL("./Trino.java", import.meta.url));
  const child = spawn("java", [
    "-Xmx1g",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-cp",
    join(JARS, "*"),
    source,
  ], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(statements) {
      child.stdin.write(statements.map((sql) => `${JSON.stringify(sql)}\n`).join(""));
      const answers: TrinoAnswer[] = [];
      for (const sql of statements) {
        const line = await lines.next();
        if (line.done) throw new Error(`Trino ended before it answered ${sql}`);
        answers.push(JSON.parse(line.value));
      }
      return answers;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}

/**
 * Gives an answer's rows as the library gives Athena's.
 *
 * @param answer Trino's answer
 * @returns Its rows, typed
 */
export function rowsOf({ names = [], types = [], rows = [] }: TrinoAnswer): AthenaRow[] {
  return rows.map((cells) =>
    Object.fromEntries(
      cells.map((cell, index) => [names[index], athenaValue(types[index]!, cell ?? undefined)]),
    )
  );
}

/** Brings its jars from Maven Central, once. */
export async function trinoJars(): Promise<void> {
  if (existsSync(join(JARS, `trino-main-${TRINO_VERSION}.jar`))) return;
  const { success, stdout } = await new Deno.Command("mvn", {
    args: [
      "-q",
      "-f",
      fileURLToPath(new URL("./pom.xml", import.meta.url)),
      "dependency:copy-dependencies",
      `-DoutputDirectory=${JARS}`,
    ],
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`mvn could not get Trino: ${new TextDecoder().decode(stdout)}`);
}
