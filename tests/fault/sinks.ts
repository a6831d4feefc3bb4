/**
 * Sinks in processes of their own, as users run them.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";

/** A sink that runs. */
export interface SinkProcess {
  child: Deno.ChildProcess;
  /** Whether it was frozen, and not thawed yet. */
  frozen: boolean;
  /** Set when the test ends it: then its end is no surprise. */
  expected: boolean;
  /** Resolves to its exit code and what it wrote to standard error. */
  ended: Promise<{ code: number; stderr: string }>;
}

/**
 * Starts a sink.
 *
 * @param env Its settings
 * @param args Its flags
 * @returns The process
 */
export function startSink(env: Record<string, string>, ...args: string[]): SinkProcess {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=client", join(projectDir, "scripts", "consume.ts"), ...args],
    cwd: projectDir,
    env: { ...env, NO_COLOR: "1" },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const stderr = new Response(child.stderr).text();
  return {
    child,
    frozen: false,
    expected: false,
    ended: child.status.then(async ({ code }) => ({ code, stderr: await stderr })),
  };
}

/** Errors that a sink may end with while its services are down; it is started again. */
const PASSING = /nothing answers|Could not reach|KAFKA_UNREACHABLE|tried for|Kafka:/;

/**
 * Tells whether a sink that ended by itself had a reason.
 *
 * @param stderr What it wrote
 * @returns Whether the services were the reason
 */
export function hadReason(stderr: string): boolean {
  const error = stderr.split("\n").find((line) => line.startsWith("error: "));
  return error !== undefined && PASSING.test(error);
}
