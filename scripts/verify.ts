/**
 * `deno task verify`: every offset in S3, against the topic.
 * @module
 */
import { loadConfig } from "../lib/config.ts";
import { TickertapeError } from "../lib/errors.ts";
import { verifyObjects, type VerifyReport } from "../lib/sink/mod.ts";
import { asCalled } from "./cli/called_as.ts";
import { plural } from "./cli/format.ts";
import { formatTable, terminalWidth } from "./cli/table.ts";
import { runTask, type TaskContext } from "./cli/task.ts";

/** Problems shown; the rest is counted. */
const SHOWN = 20;

async function run(_flags: object, context: TaskContext): Promise<VerifyReport> {
  const config = loadConfig();
  const report = await verifyObjects(config, {
    signal: context.signal,
    onProgress: ({ objects, of, compared }) =>
      context.progress.update(
        `${objects} of ${plural(of, "object")} read · ${plural(compared, "record")} compared`,
      ),
  });
  context.progress.stop();
  show(report, context);
  if (!report.complete) {
    context.fail(
      new TickertapeError({
        code: "VERIFY_INTERRUPTED",
        message: "Could not verify what is stored: it was ended before everything was looked at",
        remedy: "Run it again, and let it come to its end: deno task verify",
      }),
    );
  } else if (!report.ok) {
    const { dataBucket, dataPrefix } = config.s3;
    context.fail(
      new TickertapeError({
        code: "VERIFY_FAILED",
        message: `s3://${dataBucket}/${dataPrefix}/ has ${
          plural(report.problems.length, "problem")
        }`,
        remedy: "Each is named above, with the object it is in.",
      }),
    );
  }
  return report;
}

function show(report: VerifyReport, { log, print }: TaskContext): void {
  const rows = report.partitions.map((part) => [
    part.partition,
    part.firstOffset,
    part.nextOffset,
    part.objects,
    part.records,
    part.deadLetters,
    part.compared,
    part.pending,
  ]);
  const header = [
    "partition",
    "from",
    "to before",
    "objects",
    "records",
    "dead letters",
    "compared",
    "to come",
  ];
  if (rows.length > 0) print(formatTable(header, rows, { width: terminalWidth() }));
  for (const { partition, firstOffset, before } of report.partitions) {
    if (before === 0) continue;
    log(
      `partition ${partition}: what is stored begins at ${firstOffset}, and the topic has ` +
        `${plural(before, "offset")} before it: right where the group began with --from latest`,
    );
  }
  for (const { kind, partition, key, message } of report.problems.slice(0, SHOWN)) {
    log(`${kind}: partition ${partition}: ${message}${key ? ` (${key})` : ""}`);
  }
  const more = report.problems.length - SHOWN;
  if (more > 0) log(`… and ${more} more`);
  if (report.ok) print(asCalled(verdict(report)));
}

function verdict({ objects, records, deadLetters, compared, partitions }: VerifyReport): string {
  if (objects === 0) {
    const pending = partitions.reduce((sum, part) => sum + part.pending, 0);
    if (pending === 0) {
      return "Nothing is stored yet, and the topic has no records: deno task produce sends some.";
    }
    return `Nothing is stored yet. ${plural(pending, "record")} of the topic ${
      pending === 1 ? "is" : "are"
    } to come: deno task consume writes them.`;
  }
  const stored = records + deadLetters;
  const rest = stored - compared;
  return `Each of ${plural(stored, "record")} is stored exactly once.` +
    (rest > 0
      ? ` ${
        plural(compared, "record")
      } could be compared with the topic's own: it no longer has the rest.`
      : "");
}

await runTask({
  name: "verify",
  summary: "Reads every object in S3 and compares it, offset by offset, with the topic. " +
    "Exit code 1 where something is missing, twice, or not what the topic has.",
  example: "verify --json",
  run,
});
