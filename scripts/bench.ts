/**
 * `deno task bench`: the project's promises of speed and memory, measured.
 * @module
 */
import { TickertapeError, UsageError } from "../lib/errors.ts";
import type { Benchmark, Finding } from "./bench/benchmark.ts";
import { BENCHMARKS } from "./bench/registry.ts";
import { type BenchStack, startBenchStack } from "./bench/stack.ts";
import { formatSeconds } from "./cli/format.ts";
import { formatTable, terminalWidth } from "./cli/table.ts";
import { runTask, type TaskContext } from "./cli/task.ts";

interface Result {
  name: string;
  shows: string;
  seconds: number;
  findings: Finding[];
}

interface Flags {
  list?: boolean;
  full?: boolean;
}

async function run(flags: Flags, context: TaskContext): Promise<object> {
  if (flags.list) return list(context);
  const results: Result[] = [];
  for (const benchmark of chosen(context.args)) {
    if (context.signal.aborted) break;
    const result = await measure(benchmark, flags.full ?? false, context);
    results.push(result);
    report(result, context);
  }
  const missed = results.flatMap(({ name, findings }) =>
    findings.filter(({ met }) => met === false).map(({ what }) => `${name}: ${what}`)
  );
  if (missed.length > 0) {
    context.fail(
      new TickertapeError({
        code: "BENCH_MISSED",
        message: `Targets not met: ${missed.join(", ")}`,
        remedy: "Run it again on a machine that does nothing else.",
      }),
    );
  }
  return { met: missed.length === 0, benchmarks: results };
}

function chosen(names: readonly string[]): readonly Benchmark[] {
  if (names.length === 0) return BENCHMARKS;
  return names.map((name) => {
    const found = BENCHMARKS.find((benchmark) => benchmark.name === name);
    if (found) return found;
    throw new UsageError(
      `There is no benchmark '${name}'`,
      `There are: ${BENCHMARKS.map((benchmark) => benchmark.name).join(", ")}`,
    );
  });
}

async function measure(
  benchmark: Benchmark,
  full: boolean,
  context: TaskContext,
): Promise<Result> {
  const { signal, progress } = context;
  const { name, shows } = benchmark;
  const stacks: BenchStack[] = [];
  const start = performance.now();
  try {
    progress.update(name);
    const findings = await benchmark.run({
      signal,
      full,
      note: (text) => progress.update(`${name}: ${text}`),
      stack: async (options) => {
        const stack = await startBenchStack(signal, options);
        stacks.push(stack);
        return stack;
      },
    });
    return { name, shows, seconds: (performance.now() - start) / 1000, findings };
  } finally {
    for (const stack of stacks) await stack.stop();
    progress.stop();
  }
}

function report({ name, shows, seconds, findings }: Result, { print }: TaskContext): void {
  const rows = findings.map(({ what, figure, target, met }) => [
    what,
    figure,
    target,
    met === undefined ? "" : met ? "met" : "MISSED",
  ]);
  print(`${name}: ${shows} (${formatSeconds(seconds)})\n`);
  print(formatTable(["", "measured", "target", ""], rows, { width: terminalWidth() }));
  print("");
}

function list({ print }: TaskContext): object {
  const rows = BENCHMARKS.map(({ name, shows }) => [name, shows]);
  print(formatTable(["benchmark", "what it shows"], rows, { width: terminalWidth() }));
  return { benchmarks: BENCHMARKS.map(({ name, shows }) => ({ name, shows })) };
}

await runTask<Flags>({
  name: "bench",
  summary: "Measures the project's promises of speed and memory, as ratios within one run, on " +
    "embedded stacks of its own. Give the machine nothing else to do meanwhile.",
  example: "bench produce broker",
  flags: (command) =>
    command
      .argument("[names...]", "benchmarks to run (default: all)")
      .option("--full", "the largest sizes too, such as a million objects; takes minutes")
      .option("--list", "tell which benchmarks there are"),
  run,
});
