/**
 * `deno task soak`: the sink under faults, for as long as asked.
 * @module
 */
import { TickertapeError } from "../lib/errors.ts";
import { CAN_FREEZE, type FaultReport, runFaults } from "../tests/fault/run.ts";
import { formatCount } from "./cli/format.ts";
import { runTask } from "./cli/task.ts";
import { decimalNumber, wholeNumber } from "./cli/values.ts";

interface Flags {
  minutes: number;
  seed?: number;
}

await runTask<Flags>({
  name: "soak",
  summary: "Runs producers and sinks with faults at every step, then checks every offset in S3.",
  example: "soak --minutes 10 --seed 7",
  flags: (command) =>
    command
      .option("--minutes <number>", "how long faults come", decimalNumber({ most: 10_000 }), 2)
      .option("--seed <number>", "which faults come (default: others every time)", wholeNumber(0)),
  async run({ minutes, seed = Date.now() % 1_000_000 }, { signal, log, print, progress }) {
    log(`seed ${seed}`);
    if (!CAN_FREEZE) log("skipped: no process is frozen, for Windows has no SIGSTOP");
    let report: FaultReport;
    try {
      const shown = { log: (line: string) => progress.update(line) };
      report = await runFaults({ seed, seconds: minutes * 60, signal, ...shown });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new TickertapeError({
        code: "SOAK_FAILED",
        message: `seed ${seed}: ${error.message}`,
        remedy: `Repeat it with: deno task soak --minutes ${minutes} --seed ${seed}`,
        cause: error,
      });
    }
    progress.stop();
    for (const [name, count] of Object.entries(report.faults)) {
      print(`${formatCount(count)} ${name}`);
    }
    print(
      `${formatCount(report.records)} records and ${
        formatCount(report.deadLetters)
      } dead letters ` +
        `in ${formatCount(report.objects)} objects: each offset exactly once`,
    );
    return report;
  },
});
