/**
 * Scripts in Python, with the clients they are written for.
 * @module
 */
import { assert } from "@std/assert";
import { join } from "node:path";
import { type PYTHON_PACKAGES, pythonWith } from "../tools.ts";

/** A script of this folder, ready to run. */
export async function python(script: string, ...args: string[]): Promise<Deno.Command> {
  const { env } = await pythonWith("clients");
  return new Deno.Command("python3", {
    args: [scriptPath(script), ...args],
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

/** How a program ended, and what it said. */
export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** What a script is run from, and in. */
interface Surroundings {
  packages?: keyof typeof PYTHON_PACKAGES;
  cwd?: string;
}

/** Path of a script of this folder. */
export const scriptPath = (name: string) => join(import.meta.dirname!, name);

/** Runs Python with the address of AWS's services, which environment variables alone tell. */
export async function pythonAt(
  url: string,
  args: string[],
  { packages = "clients", cwd }: Surroundings = {},
): Promise<Ended> {
  const { env } = await pythonWith(packages);
  const { code, stdout, stderr } = await new Deno.Command("python3", {
    args,
    cwd,
    env: {
      ...env,
      AWS_ACCESS_KEY_ID: "x",
      AWS_SECRET_ACCESS_KEY: "x",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_ENDPOINT_URL: url,
    },
  }).output();
  const [out = "", err = ""] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, out, err };
}
