/**
 * The embedded stack in a process of its own, for tests.
 * @module
 */
import { join } from "node:path";
import { projectDir, type StackInfo } from "../../lib/config.ts";

/** A stack in its own process. */
export interface StackProcess extends AsyncDisposable {
  info: StackInfo;
  child: Deno.ChildProcess;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
}

/**
 * Runs `deno task local` with flags.
 *
 * @param args The flags
 * @returns What it printed and its exit code
 */
export async function runLocal(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const { code, stdout, stderr } = await command(args).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/**
 * Starts `deno task local --json`, and waits until it answers.
 *
 * @param args Further flags
 * @returns The running process
 */
export async function spawnLocal(...args: string[]): Promise<StackProcess> {
  const flags = ["--json", "--kafka-port", "0", "--aws-port", "0", ...args];
  const child = command(flags).spawn();
  let line = "";
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  while (!line.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`The stack ended: ${await new Response(child.stderr).text()}`);
    line += value;
  }
  await reader.cancel();
  const stderr = child.stderr.cancel();
  let ended = false;
  const status = child.status.finally(() => ended = true);
  const end = async (signal: Deno.Signal) => {
    if (!ended) child.kill(signal);
    ended = true;
    await status;
    await stderr;
  };
  return {
    info: JSON.parse(line) as StackInfo,
    child,
    kill: () => end("SIGKILL"),
    [Symbol.asyncDispose]: () => end("SIGTERM"),
  };
}

function command(args: string[]): Deno.Command {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=local", join("scripts", "local.ts"), ...args],
    cwd: projectDir,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  });
}
