/**
 * `deno task ok`: the whole gate.
 * @module
 */
import { projectDir } from "../lib/config.ts";
import { TickertapeError } from "../lib/errors.ts";
import { formatSeconds } from "./cli/format.ts";
import { runTask, type TaskContext } from "./cli/task.ts";
import { missingExamples } from "./ok/examples.ts";

interface Step {
  name: string;
  run(context: TaskContext): Promise<boolean>;
}

const STEPS: readonly Step[] = [
  { name: "format", run: deno("fmt", "--check") },
  { name: "lint", run: deno("lint") },
  { name: "types", run: deno("check") },
  { name: "every export has an example", run: examples },
  {
    name: "examples",
    run: deno("test", "-q", "--doc", "-P=test", "--parallel", "lib/", "scripts/"),
  },
  { name: "tests", run: deno("task", "-q", "test") },
];

interface Flags {
  /** False with `--no-tests`. */
  tests: boolean;
}

async function run(flags: Flags, context: TaskContext): Promise<object> {
  const wanted = STEPS.filter(({ name }) => flags.tests || name !== "tests");
  const steps: { name: string; ok: boolean; seconds: number }[] = [];
  for (const { name, run } of wanted) {
    if (context.signal.aborted) break;
    context.log(`── ${name}`);
    const startedMs = performance.now();
    const ok = await run(context);
    const seconds = (performance.now() - startedMs) / 1000;
    steps.push({ name, ok, seconds });
    context.log(`── ${name}: ${ok ? "ok" : "FAILED"} (${formatSeconds(seconds)})`);
  }
  const failed = steps.filter(({ ok }) => !ok).map(({ name }) => name);
  const ok = failed.length === 0 && steps.length === wanted.length;
  if (!ok) context.fail(notOk(failed));
  return { ok, steps };
}

function notOk(failed: readonly string[]): TickertapeError {
  return new TickertapeError({
    code: "NOT_OK",
    message: failed.length === 0
      ? "The gate was stopped before its end"
      : `The gate is shut: ${failed.join(", ")}`,
    remedy: failed.includes("format")
      ? "deno fmt mends the format; what else is wrong stands above."
      : "What is wrong stands above.",
  });
}

/** A step that runs deno and passes where its exit code is 0. */
function deno(...args: string[]): Step["run"] {
  return async (context) => (await runDeno(args, context)).success;
}

async function examples(context: TaskContext): Promise<boolean> {
  const { success, output } = await runDeno(["doc", "-q", "--json", "lib/mod.ts"], context, true);
  if (!success) return false;
  const missing = missingExamples(JSON.parse(output));
  for (const { name, place, why } of missing) context.log(`${name} ${why}\n    at ${place}`);
  return missing.length === 0;
}

/**
 * Runs deno in the project's folder. Its output goes where the task's own goes; what is collected is
 * shown where it fails alone, for `deno doc` warns of what is in packages.
 */
async function runDeno(
  args: readonly string[],
  { json, signal, log }: TaskContext,
  collect = false,
): Promise<{ success: boolean; output: string }> {
  const piped = collect || json;
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: projectDir,
    stdin: "null",
    stdout: piped ? "piped" : "inherit",
    stderr: collect ? "piped" : "inherit",
    signal,
  }).spawn();
  const [output, errors, { success }] = await Promise.all([
    piped ? new Response(child.stdout).text() : "",
    collect ? new Response(child.stderr).text() : "",
    child.status,
  ]);
  if (!success && collect) log(errors);
  // With --json, standard output is for the summary alone.
  else if (!success && json) log(output);
  return { success, output };
}

if (import.meta.main) {
  await runTask<Flags>({
    name: "ok",
    summary:
      "Runs the whole gate: format, lint, types, whether every exported function and class " +
      "of lib/mod.ts has an example that runs, the examples, and the tests.",
    example: "ok",
    flags: (command) =>
      void command.option("--no-tests", "leave the tests out, where they have just been run"),
    run,
  });
}
