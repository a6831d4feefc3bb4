/**
 * Scripts in Python, with the clients they are written for.
 * @module
 */
import { assert } from "@std/assert";
import { join } from "node:path";
import { pythonWith } from "../tools.ts";

/** A script of this folder, ready to run. */
export async function python(script: string, ...args: string[]): Promise<Deno.Command> {
  const { env } = await pythonWith("clients");
  return new Deno.Command("python3", {
    args: [join(import.meta.dirname!, script), ...args],
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  });
}

/** Runs a script on a broker to its end, and returns the JSON it printed. */
export async function runPython(script: string, port: number): Promise<Record<string, unknown>> {
  const child = (await python(script, `127.0.0.1:${port}`)).spawn();
  await child.stdin.close();
  const { success, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  assert(success, decoder.decode(stderr));
  return JSON.parse(decoder.decode(stdout).trim().split("\n").at(-1)!);
}
