/**
 * A real Trino, the engine that Athena runs on, in a process of its own.
 * @module
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AthenaRow, athenaValue } from "../../../lib/athena/values.ts";
import { projectDir } from "../../../lib/config.ts";

/** An answer of Trino's, or its error. */
export interface TrinoAnswer {
  /** Columns' names in order. */
  names: string[];
  /** Columns' types in Trino's words. */
  types: string[];
  /** Cells as Trino prints them, which is as Athena does. */
  rows: (string | null)[][];
  error?: string;
}

const JARS = join(projectDir, ".local", "conformance", "trino");

/**
 * Runs statements on a Trino without tables: what they read stands in them, as `VALUES`.
 *
 * @param statements Statements in Trino's SQL
 * @returns Their answers, in order
 */
export async function askTrino(statements: readonly string[]): Promise<TrinoAnswer[]> {
  await fetchJars();
  const source = fileURLToPath(new URL("./Trino.java", import.meta.url));
  const child = new Deno.Command("java", {
    args: ["-cp", join(JARS, "*"), source],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const output = child.output();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(statements)));
  await writer.close();
  const { success, stdout, stderr } = await output;
  if (!success) throw new Error(`Trino ended: ${new TextDecoder().decode(stderr)}`);
  const lines = new TextDecoder().decode(stdout).split("\n").filter((line) => line.startsWith("{"));
  return lines.map((line) => JSON.parse(line));
}

/**
 * Gives an answer's rows as the library gives Athena's.
 *
 * @param answer Trino's answer
 * @returns Its rows, typed
 */
export function rowsOf({ names, types, rows }: TrinoAnswer): AthenaRow[] {
  return rows.map((cells) =>
    Object.fromEntries(
      cells.map((cell, index) => [names[index], athenaValue(types[index]!, cell ?? undefined)]),
    )
  );
}

async function fetchJars(): Promise<void> {
  if (existsSync(join(JARS, "trino-main-414.jar"))) return;
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
