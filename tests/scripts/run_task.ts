/**
 * A task, run as its users run it: in a process of its own, with the permissions of `deno.json`.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";

/** What a task wrote, and how it ended. */
export interface TaskOutcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** How a task is run. */
export interface TaskRun {
  /** Settings; nothing of the test's own environment but what a process needs. */
  env?: Record<string, string>;
  /** Text for standard input. */
  stdin?: string;
  /** Folder it is run from; the project's by default. */
  cwd?: string;
}

/** The process's own needs, and Deno's. */
const KEPT = [
  ...["PATH", "HOME", "DENO_DIR", "XDG_CACHE_HOME", "TMPDIR"],
  // Windows's own.
  ...["PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SystemRoot", "TEMP", "TMP"],
];

/**
 * Starts a task.
 *
 * @param name Its name in `deno.json`
 * @param args Its flags and arguments
 * @param options Settings and input
 * @returns The process
 */
export function startTask(name: string, args: string[], options: TaskRun = {}): Deno.ChildProcess {
  const kept = KEPT.flatMap((key) => {
    const value = Deno.env.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  return new Deno.Command(Deno.execPath(), {
    args: ["task", "-q", "--config", join(projectDir, "deno.json"), name, ...args],
    cwd: options.cwd ?? projectDir,
    env: { ...Object.fromEntries(kept), NO_COLOR: "1", ...options.env },
    clearEnv: true,
    stdin: options.stdin === undefined ? "null" : "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/**
 * Runs a task to its end.
 *
 * @param name Its name in `deno.json`
 * @param args Its flags and arguments
 * @param options Settings and input
 * @returns What it wrote, and its exit code
 */
export async function runTask(
  name: string,
  args: string[],
  options: TaskRun = {},
): Promise<TaskOutcome> {
  const child = startTask(name, args, options);
  if (options.stdin !== undefined) {
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(options.stdin));
    await writer.close();
  }
  const { code, stdout, stderr } = await child.output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}
