/**
 * `deno task demo`: the whole pipeline in one go, on a private embedded stack.
 * @module
 */
import type { Command } from "commander";
import { loadConfig } from "../lib/config.ts";
import { TickertapeError } from "../lib/errors.ts";
import { startStack } from "../lib/local/mod.ts";
import { SAMPLE_FILE } from "../lib/stock/mod.ts";
import { formatCount, formatSeconds, plural } from "./cli/format.ts";
import { runTask, type TaskContext } from "./cli/task.ts";
import { temporaryFolder } from "./cli/temporary_folder.ts";
import { path, wholeNumber } from "./cli/values.ts";
import { type DemoSummary, walk } from "./demo/pipeline.ts";

interface Flags {
  records: number;
  file?: string;
  keep?: boolean;
}

function flags(command: Command): void {
  command
    .option(
      "--records <count>",
      "records to send in all, in two goes",
      wholeNumber(2, 1_000_000),
      2_000,
    )
    .option("--file <csv>", "CSV to draw them from (default: the shipped sample)", path)
    .option("--keep", "keep the stack's data, and say where it is");
}

async function run(flags: Flags, context: TaskContext): Promise<object> {
  const startedMs = performance.now();
  const { log, progress, signal } = context;
  const dataDir = await temporaryFolder("tickertape-demo-");
  let summary: DemoSummary;
  try {
    const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
    try {
      log("1 A stack of its own: real protocols, on this machine alone");
      log(`  Kafka at ${stack.kafka}; S3, Glue and Athena at ${stack.aws}`);
      // Nothing of the user's own settings: the demo leaves a running stack, and AWS, alone.
      const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
      summary = await walk(config, {
        file: flags.file ?? SAMPLE_FILE,
        records: flags.records,
        signal,
        say: log,
        update: (line) => progress.update(line),
      }).finally(() => progress.stop());
    } finally {
      await stack.close();
    }
  } finally {
    if (!flags.keep) await Deno.remove(dataDir, { recursive: true });
  }
  const seconds = (performance.now() - startedMs) / 1000;
  conclude(summary, seconds, context);
  if (flags.keep) log(`Its data is in ${dataDir}: deno task local --data-dir ${dataDir}`);
  return { ...summary, seconds };
}

function conclude(summary: DemoSummary, seconds: number, context: TaskContext): void {
  const { produced, rows, duplicates, gaps } = summary;
  if (context.signal.aborted) {
    context.fail(
      new TickertapeError({
        code: "INTERRUPTED",
        message: "The demo was stopped before its end",
        remedy: "Run it again: deno task demo",
      }),
    );
    return;
  }
  if (rows !== produced || duplicates !== 0 || gaps !== 0) {
    context.fail(
      new TickertapeError({
        code: "PROOF_FAILED",
        message: `${formatCount(produced)} records were sent and ${formatCount(rows)} are in the ` +
          `table, with ${plural(duplicates, "duplicate")} and ${plural(gaps, "gap")}`,
        remedy: "This must not happen: run it again with --keep, and report it with the folder.",
      }),
    );
    return;
  }
  context.print(
    `\n${formatCount(produced)} records sent, ${formatCount(rows)} rows in Athena: none lost, ` +
      `none twice. ${formatSeconds(seconds)}.`,
  );
  context.log(`
Go on with the pieces, each in a terminal of its own:
  deno task local               the same stack, which stays
  deno task produce --rate 50   the producer
  deno task consume             the sink
Then: deno task crawl, and deno task query --name total, now and again.`);
}

if (import.meta.main) {
  await runTask<Flags>({
    name: "demo",
    summary:
      "Runs the whole pipeline in one go on a private embedded stack in a temporary folder: " +
      "produce, consume, crawl, query, then produce more and query again, and the proof that no " +
      "record was lost or repeated.",
    example: "demo --records 5000",
    flags,
    run,
  });
}
