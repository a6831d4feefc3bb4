/**
 * `deno task consume`: the topic's records in S3, each exactly once.
 * @module
 */
import { Option } from "commander";
import { loadConfig } from "../lib/config.ts";
import {
  consume,
  CONSUME_DEFAULTS,
  type ObjectFormat,
  type SinkProgress,
} from "../lib/sink/mod.ts";
import { asCalled } from "./cli/called_as.ts";
import { formatBytes, formatCount, formatSeconds, plural } from "./cli/format.ts";
import { runTask } from "./cli/task.ts";
import { decimalNumber, seconds, wholeNumber } from "./cli/values.ts";

interface Flags {
  format: ObjectFormat;
  flushRecords: number;
  flushBytes: number;
  flushSeconds: number;
  from: "earliest" | "latest";
  untilIdle?: number;
  count?: number;
  skipLost?: boolean;
  maxBuffer: number;
  sessionTimeout: number;
}

const defaults = CONSUME_DEFAULTS;
const MEBIBYTE = 1024 * 1024;

/** Most mebibytes of records in memory. */
const MAX_BUFFER = 65_536;

/** Sessions that brokers take by default (group.min.session.timeout.ms and its maximum). */
const SESSION_SECONDS = { least: 6, most: 1_800 };

await runTask<Flags>({
  name: "consume",
  summary: "Writes the topic's records to S3, each exactly once, until Ctrl-C.",
  example: "consume --flush-seconds 2 --until-idle 10",
  flags: (command) =>
    command
      .addOption(
        new Option("--format <name>", "gzip JSON lines, one JSON object a record, or Parquet")
          .choices(["jsonl", "json", "parquet"]).default(defaults.format),
      )
      .option(
        "--flush-records <number>",
        "most records of an object",
        wholeNumber(),
        defaults.flushRecords,
      )
      .option(
        "--flush-bytes <bytes>",
        "most bytes of an object, uncompressed",
        wholeNumber(),
        defaults.flushBytes,
      )
      .option(
        "--flush-seconds <seconds>",
        "most seconds a record waits for its object",
        seconds,
        defaults.flushSeconds,
      )
      .addOption(
        new Option("--from <end>", "where a group that has read nothing yet begins")
          .choices(["earliest", "latest"]).default(defaults.from),
      )
      .option("--until-idle <seconds>", "end when no record has come for so long", seconds)
      .option("--count <number>", "end after so many records", wholeNumber())
      .option("--skip-lost", "go on where the topic dropped records before they were stored")
      .option(
        "--max-buffer <mebibytes>",
        "most memory for records over all partitions",
        decimalNumber({ most: MAX_BUFFER }),
        defaults.maxBufferBytes / MEBIBYTE,
      )
      .option(
        "--session-timeout <seconds>",
        "silence after which the group gives the partitions to others",
        decimalNumber(SESSION_SECONDS),
        defaults.sessionTimeoutMs / 1000,
      ),
  async run(flags, { signal, progress, print, log }) {
    const config = loadConfig();
    const { dataBucket, dataPrefix } = config.s3;
    log(`${config.kafka.topic} → s3://${dataBucket}/${dataPrefix}/ (Ctrl-C ends it cleanly)`);
    const summary = await consume(config, {
      format: flags.format,
      flushRecords: flags.flushRecords,
      flushBytes: flags.flushBytes,
      flushSeconds: flags.flushSeconds,
      from: flags.from,
      untilIdleSeconds: flags.untilIdle,
      count: flags.count,
      skipLost: flags.skipLost,
      maxBufferBytes: flags.maxBuffer * MEBIBYTE,
      sessionTimeoutMs: flags.sessionTimeout * 1000,
      signal,
      onProgress: (at) => {
        progress.update(progressLine(at), { waits: at.waitingFor !== undefined });
      },
    });
    progress.stop();
    print(
      `${stored(summary)} (${formatBytes(summary.bytes)}) in ${formatSeconds(summary.seconds)}`,
    );
    if (summary.deadLetters > 0) {
      const hint = asCalled("deno task dead-letters lists them");
      print(`${plural(summary.deadLetters, "dead letter")}: ${hint}`);
    }
    return summary;
  },
});

function progressLine(at: SinkProgress): string {
  const parts = [
    stored(at),
    `${formatCount(at.recordsPerSecond)}/s`,
    `lag ${formatCount(at.lag)}`,
  ];
  if (at.deadLetters > 0) parts.push(plural(at.deadLetters, "dead letter"));
  if (at.waitingFor !== undefined) parts.push(`waiting: ${asCalled(at.waitingFor)}`);
  return parts.join(" · ");
}

function stored({ records, objects }: { records: number; objects: number }): string {
  return `${plural(records, "record")} in ${plural(objects, "object")}`;
}
