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
import { positiveNumber, runTask, wholeNumber } from "./cli/task.ts";

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

await runTask<Flags>({
  name: "consume",
  summary: "Write the topic's records to S3, each exactly once, until Ctrl-C.",
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
        positiveNumber,
        defaults.flushSeconds,
      )
      .addOption(
        new Option("--from <end>", "where a group that has read nothing yet begins")
          .choices(["earliest", "latest"]).default(defaults.from),
      )
      .option("--until-idle <seconds>", "end when no record has come for so long", positiveNumber)
      .option("--count <number>", "end after so many records", wholeNumber())
      .option("--skip-lost", "go on where the topic dropped records before they were stored")
      .option(
        "--max-buffer <mebibytes>",
        "most memory for records over all partitions",
        positiveNumber,
        defaults.maxBufferBytes / MEBIBYTE,
      )
      .option(
        "--session-timeout <seconds>",
        "silence after which the group gives the partitions to others",
        positiveNumber,
        defaults.sessionTimeoutMs / 1000,
      ),
  async run(flags, { signal, progress, print, log }) {
    const config = loadConfig();
    const { dataBucket, dataPrefix } = config.s3;
    log(`${config.kafka.topic} → s3://${dataBucket}/${dataPrefix}/ (Ctrl-C ends it cleanly)`);
    let waitingFor: string | undefined;
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
        if (at.waitingFor !== waitingFor && at.waitingFor?.startsWith("the topic ")) {
          log(`waiting for ${at.waitingFor}`);
        }
        waitingFor = at.waitingFor;
        progress.update(progressLine(at));
      },
    });
    progress.stop();
    const { records, objects, bytes, deadLetters, seconds } = summary;
    print(
      `${number(records)} records in ${number(objects)} objects (${number(bytes)} bytes) in ` +
        `${seconds.toFixed(1)} s`,
    );
    if (deadLetters > 0) {
      print(`${number(deadLetters)} dead letters: deno task dead-letters lists them`);
    }
    return summary;
  },
});

function progressLine(at: SinkProgress): string {
  const parts = [
    `${number(at.records)} records in ${number(at.objects)} objects`,
    `${number(at.recordsPerSecond)}/s`,
    `lag ${number(at.lag)}`,
  ];
  if (at.deadLetters > 0) parts.push(`${number(at.deadLetters)} dead letters`);
  if (at.waitingFor !== undefined) parts.push(`waiting: ${at.waitingFor}`);
  return parts.join(" · ");
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
