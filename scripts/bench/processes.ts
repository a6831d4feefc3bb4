/**
 * Programs that a benchmark runs, each in a process of its own, and the memory they take.
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
  options: { permissions?: string; env?: Record<string, string>; signal?: AbortSignal } = {},
): Running {
  const { permissions = "client", env = {}, signal } = options;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", `-P=${permissions}`, join(projectDir, script), ...args],
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
      message: `${script} failed: ${(await errors).trim().split("\n")[0]}`,
      remedy: `Run it by itself: deno run -P=${permissions} ${script} ${args.join(" ")}`,
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
  const asked = new Deno.Command(command, { args: args(pid), stderr: "null" });
  const kibibytes = found.exec(new TextDecoder().decode((await asked.output()).stdout))?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}
