/**
 * Programs that a benchmark runs, each in a process of its own, and the memory and time they take.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";

/** A program that runs. */
export interface Running {
  pid: number;
  /** The first line it prints, which is JSON. */
  firstLine(): Promise<unknown>;
  /** Waits for its end; the last line it prints is JSON. */
  result(): Promise<unknown>;
  /** Most bytes of memory it has had so far; `undefined` where the system does not tell. */
  peakBytes(): number | undefined;
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>;
}

const SAMPLE_MS = 200;

/** A program to start. */
export interface Program {
  /** What it is called in an error. */
  name: string;
  command: string;
  args: string[];
  /** Settings on top of this process's own. */
  env?: Record<string, string>;
  /** Ends it. */
  signal?: AbortSignal;
}

/**
 * Starts a script of the project.
 *
 * @param script Its path in the project, such as `scripts/produce.ts`
 * @param args Its arguments
 * @param options Permission set of `deno.json`, settings, and what stops it
 * @returns The running program
 */
export function startScript(
  script: string,
  args: string[],
  { permissions = "client", env = {}, signal }: {
    permissions?: "client" | "local";
    env?: Record<string, string>;
    signal?: AbortSignal;
  } = {},
): Running {
  return startProgram({
    name: script,
    command: Deno.execPath(),
    args: ["run", "-q", `-P=${permissions}`, join(projectDir, script), ...args],
    env,
    ...(signal ? { signal } : {}),
  });
}

/**
 * Starts a program that prints lines of JSON.
 *
 * @param program What to start
 * @returns The running program
 */
export function startProgram({ name, command, args, env = {}, signal }: Program): Running {
  const child = new Deno.Command(command, {
    args,
    cwd: projectDir,
    env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let peak: number | undefined;
  let over = false;
  const watching = (async () => {
    while (!over) {
      const bytes = await memoryOf(child.pid, "peak");
      if (bytes !== undefined) peak = Math.max(peak ?? 0, bytes);
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  const lines = linesOf(child.stdout);
  const errors = new Response(child.stderr).text();
  const end = () => {
    if (!over) child.kill("SIGTERM");
  };
  signal?.addEventListener("abort", end, { once: true });
  const ended = child.status.finally(async () => {
    over = true;
    await watching;
    signal?.removeEventListener("abort", end);
  });

  const failed = async () =>
    new TickertapeError({
      code: "BENCH_PROCESS",
      message: `${name} failed: ${tellingLine(await errors)}`,
      remedy: `Run it by itself: ${[command, ...args].join(" ")}`,
    });
  return {
    pid: child.pid,
    firstLine: async () => {
      const { value, done } = await lines.next();
      if (done) throw await failed();
      return JSON.parse(value);
    },
    result: async () => {
      let last = "";
      for await (const line of lines) last = line;
      if (!(await ended).success || last === "") throw await failed();
      return JSON.parse(last);
    },
    peakBytes: () => peak,
    stop: async () => {
      end();
      await ended;
      for await (const _line of lines);
      await errors;
    },
  };
}

/** Python says last what went wrong, the tasks say it first. */
function tellingLine(errors: string): string {
  const lines = errors.trim().split("\n");
  const python = lines.some((line) => line.startsWith("Traceback"));
  return (python ? lines.at(-1) : lines[0]) ?? "";
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** What a system is asked for a process's memory, and where the answer has the KiB. */
const ASKED = {
  // Deno lets no program read /proc that may not do everything.
  peak: {
    command: "cat",
    args: (pid: number) => [`/proc/${pid}/status`],
    found: /^VmHWM:\s+(\d+)/m,
  },
  now: { command: "ps", args: (pid: number) => ["-o", "rss=", "-p", String(pid)], found: /(\d+)/ },
};

/**
 * Asks how much memory a process has resident.
 *
 * @param pid The process
 * @param kind `peak` for the most it has had, where the system remembers that (Linux), or `now`
 * @returns Bytes, or `undefined` where the process is gone or the system (Windows) does not tell
 */
export async function memoryOf(pid: number, kind: "peak" | "now"): Promise<number | undefined> {
  if (Deno.build.os === "windows") return undefined;
  const { command, args, found } = ASKED[Deno.build.os === "linux" ? kind : "now"];
  const kibibytes = found.exec(await printed(command, args(pid)))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

/** Ticks of a second in /proc, on every machine that Deno is built for. */
const TICKS = 100;

/**
 * Asks how long a process has kept cores busy so far, all its threads together: what it would take
 * of a machine that has cores enough. A program of ours that ends is better asked itself, with
 * `cpuUsage` of `node:process`.
 *
 * @param pid The process
 * @returns Seconds of user and system time, to a hundredth, or `undefined` where the process is gone
 * or the system (Windows) does not tell
 */
export async function cpuSecondsOf(pid: number): Promise<number | undefined> {
  if (Deno.build.os === "windows") return undefined;
  if (Deno.build.os === "linux") {
    const text = await printed("cat", [`/proc/${pid}/stat`]);
    // A program's name is in brackets and may have any; user and system time are fields 14 and 15.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return text === "" ? undefined : (Number(fields[11]) + Number(fields[12])) / TICKS;
  }
  const time = /(\d+):(\d+\.\d+)/.exec(await printed("ps", ["-o", "time=", "-p", String(pid)]));
  return time === null ? undefined : 60 * Number(time[1]) + Number(time[2]);
}

/** What a program prints, which is nothing where it has nothing to tell. */
async function printed(command: string, args: string[]): Promise<string> {
  const { stdout } = await new Deno.Command(command, { args, stderr: "null" }).output();
  return new TextDecoder().decode(stdout);
}
